package io.onrecord.spark;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** Items that hang together, in the memory of one process: each knows a lesser one, the least knows itself. */
final class Leasts {

    private static final StructType SCHEMA = Tables.ddl("item STRING, component STRING");

    private final Map<String, String> lesser = new HashMap<>();

    private Leasts() {}

    /** @param links the items in the first two columns */
    static Leasts of(Iterator<Row> links) {
        Leasts leasts = new Leasts();
        while (links.hasNext()) {
            Row link = links.next();
            leasts.join(leasts.least(link.getString(0)), leasts.least(link.getString(1)));
        }
        return leasts;
    }

    private void join(String one, String other) {
        boolean turned = one.compareTo(other) > 0;
        lesser.put(turned ? one : other, turned ? other : one);
    }

    private String least(String item) {
        String at = item;
        String next = lesser.computeIfAbsent(at, first -> first);
        while (!next.equals(at)) {
            // Halves the way for whoever comes next.
            String after = Objects.requireNonNull(lesser.get(next), next);
            lesser.put(at, after);
            at = after;
            next = Objects.requireNonNull(lesser.get(at), at);
        }
        return at;
    }

    Dataset<Row> rows(SparkSession session) {
        List<Row> rows = List.copyOf(lesser.keySet()).stream()
                .map(item -> RowFactory.create(item, least(item)))
                .toList();
        return session.createDataFrame(rows, SCHEMA);
    }
}
