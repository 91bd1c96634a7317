package io.onrecord.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;

import io.onrecord.claims.Link;
import io.onrecord.claims.Matcher;
import io.onrecord.claims.Pair;
import io.onrecord.claims.Proposition;
import io.onrecord.claims.Strongest;
import io.onrecord.encoder.ByteVector;
import io.onrecord.store.Near;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Propositions to links. What is near is grouped by pairs of articles, so that an article goes over the network once for each article
 * that it is compared with and not once for each pair of statements.
 */
final class LinkSteps {

    private static final StructType ENDS = Tables.ddl("end STRING, first STRING, second STRING, score INT");

    /** Pairs that are matched together. */
    private static final int BATCH = 512;

    private LinkSteps() {}

    /** The table {@code claim_link}: the links that are kept. */
    static Dataset<Row> links(Dataset<Row> records, Work work) {
        Dataset<Row> found = work.kept(match(records, near(records)), "links-found");
        FlatMapFunction<Row, Row> ends = row -> List.of(
                        RowFactory.create(row.getString(0), row.getString(0), row.getString(1), row.getInt(2)),
                        RowFactory.create(row.getString(1), row.getString(0), row.getString(1), row.getInt(2)))
                .iterator();
        FlatMapGroupsFunction<String, Row, Row> strongest = LinkSteps::strongest;
        return found.flatMap(ends, Encoders.row(ENDS))
                .groupByKey((MapFunction<Row, String>) row -> row.getString(0), Encoders.STRING())
                .flatMapGroups(strongest, Encoders.row(Tables.CLAIM_LINK))
                .distinct();
    }

    private static Iterator<Row> strongest(String end, Iterator<Row> rows) {
        List<Link> links = new ArrayList<>();
        rows.forEachRemaining(row -> links.add(Link.ofParts(row.getString(1), row.getString(2), row.getInt(3))));
        return Strongest.ofEnd(end, links).stream().map(LinkSteps::row).iterator();
    }

    private static Row row(Link link) {
        return RowFactory.create(link.first(), link.second(), link.parts());
    }

    /** Articles of which something is near: all of their propositions, or the pairs that are named. */
    private static Dataset<Row> near(Dataset<Row> records) {
        Dataset<Row> words = records.select(
                        col("id").as("article"), explode(col("propositions")).as("p"))
                .select(
                        explode(col("p.hashes")).as("hash"),
                        col("p.place").as("place"),
                        col("p.id").as("item"),
                        col("article"));
        Dataset<Row> stories = records.filter(size(col("story_hashes")).gt(0));
        Dataset<Row> keys = stories.select(
                explode(col("story_hashes")).as("hash"),
                col("story_place").as("place"),
                col("id").as("item"),
                col("id").as("article"));
        Dataset<Row> own = stories.select(
                col("id").as("a"),
                col("id").as("b"),
                lit("").as("one"),
                lit("").as("other"),
                lit(true).as("all"));
        return Nearby.pairs(words, Near.PROPOSITIONS)
                .withColumn("all", lit(false))
                .union(Nearby.pairs(keys, Near.STORIES).withColumn("all", lit(true)))
                .union(own)
                .groupBy("a", "b")
                .agg(
                        max("all").as("all"),
                        collect_list(struct(col("one"), col("other"))).as("pairs"));
    }

    private static Dataset<Row> match(Dataset<Row> records, Dataset<Row> near) {
        Dataset<Row> contents = records.filter(size(col("propositions")).gt(0))
                .select(
                        col("id"),
                        org.apache
                                .spark
                                .sql
                                .functions
                                .expr("transform(propositions, p -> struct(p.form as form, p.vector as vector))")
                                .as("contents"));
        MapPartitionsFunction<Row, Row> match = rows -> {
            Matching matching = new Matching(Matcher.plain());
            return new Flat(rows, matching::links);
        };
        return near.join(contents.select(col("id").as("a"), col("contents").as("left")), "a")
                .join(contents.select(col("id").as("b"), col("contents").as("right")), "b")
                .select("a", "b", "all", "pairs", "left", "right")
                .mapPartitions(match, Encoders.row(Tables.CLAIM_LINK));
    }

    /** A proposition from its columns. */
    static Proposition proposition(byte[] form, byte @Nullable [] vector) {
        Proposition bare = Codec.read(form, Proposition.class);
        return vector == null ? bare : bare.with(ByteVector.of(vector));
    }

    /** Compares articles two by two, on one thread. */
    private static final class Matching {

        /** Articles that are kept as they were read last; rows of one article mostly follow one another. */
        private static final int KNOWN = 32;

        private final Matcher matcher;
        private final Map<String, Map<String, Proposition>> known = new LinkedHashMap<>();

        Matching(Matcher matcher) {
            this.matcher = matcher;
        }

        Iterator<Row> links(Row row) {
            Map<String, Proposition> left = propositions(row.getString(0), row.getList(4));
            Map<String, Proposition> right = propositions(row.getString(1), row.getList(5));
            List<Pair> pairs = new ArrayList<>();
            if (row.getBoolean(2)) {
                boolean same = row.getString(0).equals(row.getString(1));
                for (Proposition one : left.values()) {
                    for (Proposition other : right.values()) {
                        if (!same || one.id().compareTo(other.id()) < 0) {
                            add(one, other, pairs);
                        }
                    }
                }
            } else {
                Set<String> done = new TreeSet<>();
                for (Row two : row.<Row>getList(3)) {
                    if (done.add(two.getString(0) + " " + two.getString(1))) {
                        add(named(left, two.getString(0)), named(right, two.getString(1)), pairs);
                    }
                }
            }
            List<Row> found = new ArrayList<>();
            for (int i = 0; i < pairs.size(); i += BATCH) {
                matcher.match(pairs.subList(i, Math.min(pairs.size(), i + BATCH))).stream()
                        .map(LinkSteps::row)
                        .forEach(found::add);
            }
            return found.iterator();
        }

        private static Proposition named(Map<String, Proposition> ofArticle, String id) {
            return Objects.requireNonNull(ofArticle.get(id), id);
        }

        private static void add(Proposition one, Proposition other, List<Pair> pairs) {
            if (!one.statementId().equals(other.statementId())) {
                pairs.add(Pair.of(one, other));
            }
        }

        private Map<String, Proposition> propositions(String article, List<Row> contents) {
            Map<String, Proposition> held = known.get(article);
            if (held == null) {
                Map<String, Proposition> read = new LinkedHashMap<>();
                contents.forEach(one -> {
                    Proposition proposition = proposition(one.getAs(0), one.getAs(1));
                    read.put(proposition.id(), proposition);
                });
                if (known.size() >= KNOWN) {
                    known.remove(known.keySet().iterator().next());
                }
                known.put(article, read);
                held = read;
            }
            return held;
        }
    }
}
