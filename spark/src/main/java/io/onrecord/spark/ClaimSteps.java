package io.onrecord.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;

import io.onrecord.claims.Claim;
import io.onrecord.claims.Link;
import io.onrecord.claims.Merge;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.function.CoGroupFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.KeyValueGroupedDataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * Links to claims: each set of propositions that hangs together by links that can join is merged by itself, in one task. Such a set is
 * held in memory as a whole, without words: some 200 bytes a proposition.
 */
final class ClaimSteps {

    /** A proposition's place in its claim. */
    static final StructType SHARES = Tables.ddl("claim STRING, number INT, wording BOOLEAN, proposition STRING");

    private ClaimSteps() {}

    /** The propositions of all records, one a row, with their articles. */
    static Dataset<Row> propositions(Dataset<Row> records) {
        return records.select(
                        col("id").as("article"),
                        col("day"),
                        explode(col("propositions")).as("p"))
                .select(col("article"), col("day"), col("p.*"))
                .withColumnRenamed("id", "proposition")
                .withColumnRenamed("number", "statement_number");
    }

    /** Which proposition has part in which claim: one row each. */
    static Dataset<Row> shares(Dataset<Row> propositions, Dataset<Row> links, Work work) {
        Dataset<Row> joining = links.filter(col("score").geq(Link.parts(Merge.BOUND)))
                .select(col("first").as("one"), col("second").as("other"));
        Dataset<Row> components = Components.of(joining, work, "claims");
        Dataset<Row> members = work.kept(
                propositions
                        .select("proposition", "member")
                        .join(components, col("proposition").equalTo(col("item")), "left")
                        .select(
                                coalesce(col("component"), col("proposition")).as("component"),
                                col("proposition"),
                                col("member")),
                "members");
        Dataset<Row> places = members.select("component", "proposition");
        Dataset<Row> ends = links.join(places, col("first").equalTo(col("proposition")))
                .select("component", "first", "second", "score")
                .union(links.join(places, col("second").equalTo(col("proposition")))
                        .select("component", "first", "second", "score"))
                .distinct();
        CoGroupFunction<String, Row, Row, Row> merge = (component, some, of) -> merge(some, of);
        return byFirst(members).cogroup(byFirst(ends), merge, Encoders.row(SHARES));
    }

    private static KeyValueGroupedDataset<String, Row> byFirst(Dataset<Row> rows) {
        return rows.groupByKey((MapFunction<Row, String>) row -> row.getString(0), Encoders.STRING());
    }

    private static Iterator<Row> merge(Iterator<Row> some, Iterator<Row> of) {
        List<Claim.Member> members = new ArrayList<>();
        some.forEachRemaining(row -> members.add(Codec.read(row.getAs(2), Claim.Member.class)));
        Set<Link> links = new LinkedHashSet<>();
        of.forEachRemaining(row -> links.add(Link.ofParts(row.getString(1), row.getString(2), row.getInt(3))));
        List<Row> shares = new ArrayList<>();
        for (Claim claim : Merge.claims(members, links, List.of())) {
            int number = 0;
            for (Claim.Member member : claim.members()) {
                shares.add(RowFactory.create(
                        claim.id(), number++, member.equals(claim.representative()), member.propositionId()));
            }
        }
        return shares.iterator();
    }
}
