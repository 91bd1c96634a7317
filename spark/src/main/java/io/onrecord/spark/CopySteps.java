package io.onrecord.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;

import io.onrecord.copies.Copies;
import io.onrecord.copies.Group;
import io.onrecord.copies.Signature;
import io.onrecord.copies.Signatures;
import io.onrecord.copies.Signed;
import io.onrecord.model.Published;
import io.onrecord.store.Near;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Which article goes back to which: near ones by their signatures' keys, links, what hangs together, groups. */
final class CopySteps {

    private CopySteps() {}

    /** The table {@code origin}. */
    static Dataset<Row> origins(Dataset<Row> records, Work work) {
        Dataset<Row> keys = records.select(
                explode(col("copy_hashes")).as("hash"),
                col("copy_place").as("place"),
                col("id").as("item"),
                col("id").as("article"));
        Dataset<Row> signatures = records.select("id", "published", "signature");
        FilterFunction<Row> match =
                row -> Copies.match(Signature.fromBytes(row.getAs("left")), Signature.fromBytes(row.getAs("right")))
                        .isPresent();
        Dataset<Row> links = Nearby.pairs(keys, Near.COPIES)
                .select("one", "other")
                .join(signatures.select(col("id").as("one"), col("signature").as("left")), "one")
                .join(signatures.select(col("id").as("other"), col("signature").as("right")), "other")
                .filter(match)
                .select("one", "other");
        FlatMapGroupsFunction<String, Row, Row> group = (component, rows) -> groups(rows);
        return Components.of(links, work, "copies")
                .join(signatures, col("item").equalTo(col("id")))
                .select("component", "id", "published", "signature")
                .groupByKey((MapFunction<Row, String>) row -> row.getString(0), Encoders.STRING())
                .flatMapGroups(group, Encoders.row(Tables.ORIGIN));
    }

    private static Iterator<Row> groups(Iterator<Row> rows) {
        List<Signed> signed = new ArrayList<>();
        rows.forEachRemaining(row -> signed.add(new Signed(
                row.getString(1),
                Optional.ofNullable(row.getString(2)).map(value -> new Published(value, "cluster")),
                Signature.fromBytes(row.getAs(3)))));
        List<Row> origins = new ArrayList<>();
        Copies.groups(Signatures.of(signed), found -> {
            for (Group.Copy copy : found.copies()) {
                origins.add(RowFactory.create(
                        signed.get(copy.index()).id(),
                        signed.get(found.origin()).id(),
                        copy.link().kind().name(),
                        copy.link().score()));
            }
        });
        return origins.iterator();
    }
}
