package io.onrecord.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.xxhash64;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What hangs together by links, as joins: large stars and small stars in turn (Kiveris and others, Connected Components in MapReduce
 * and Beyond, 2014) until nothing changes. Each round is written out, so that a machine that goes costs a round at most.
 */
final class Components {

    /** Links that the driver goes through by itself, in some 50 MB: each round costs seconds, however little there is to do. */
    static final long FEW = 200_000;

    private Components() {}

    /**
     * Gives every linked item the least id of all that hang together with it.
     *
     * @param links with the columns {@code one} and {@code other}
     * @return {@code item}, {@code component}; items without a link are not in it
     */
    static Dataset<Row> of(Dataset<Row> links, Work work, String name) {
        return of(links, work, name, FEW);
    }

    /** @param few so many links are gone through by the driver */
    static Dataset<Row> of(Dataset<Row> links, Work work, String name, long few) {
        Column turned = col("one").gt(col("other"));
        Dataset<Row> edges = links.filter(col("one").notEqual(col("other")))
                .select(
                        org.apache
                                .spark
                                .sql
                                .functions
                                .when(turned, col("one"))
                                .otherwise(col("other"))
                                .as("u"),
                        least(col("one"), col("other")).as("v"))
                .distinct();
        edges = work.kept(edges, name + "-0");
        Row before = seal(edges);
        if (before.getLong(0) <= few) {
            return Leasts.of(edges.toLocalIterator()).rows(work.spark());
        }
        for (int round = 1; ; round++) {
            edges = work.kept(small(large(edges)), name + "-" + round);
            Row after = seal(edges);
            if (after.equals(before)) {
                break;
            }
            before = after;
        }
        return edges.select(col("u").as("item"), col("v").as("component"))
                .union(edges.select(col("v").as("item"), col("v").as("component")))
                .distinct();
    }

    /** Tells one set of edges from another. */
    private static Row seal(Dataset<Row> edges) {
        return edges.agg(count(lit(1)), sum(xxhash64(col("u"), col("v")).cast("decimal(38,0)")))
                .first();
    }

    /** Whoever is greater hangs on the least that both know. */
    private static Dataset<Row> large(Dataset<Row> edges) {
        Dataset<Row> both = edges.union(edges.select(col("v").as("u"), col("u").as("v")));
        Dataset<Row> least = both.groupBy("u").agg(least(min("v"), col("u")).as("m"));
        return both.join(least, "u")
                .filter(col("v").gt(col("u")))
                .select(col("v").as("u"), col("m").as("v"))
                .distinct();
    }

    /** Whoever is lesser hangs on the least of them. */
    private static Dataset<Row> small(Dataset<Row> edges) {
        Dataset<Row> least = edges.groupBy("u").agg(min("v").as("m"));
        Dataset<Row> others =
                edges.join(least, "u").filter(col("v").notEqual(col("m"))).select(col("v").as("u"), col("m").as("v"));
        return others.union(least.select(col("u"), col("m").as("v"))).distinct();
    }
}
