package io.onrecord.spark;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * Which items are near: those of one key that stand at most so many places apart in it, exactly as a store has it. Keys are brought
 * together and put in order by a shuffle, then one pass holds the last few items of the key it is in. So a key that fifty thousand
 * share costs one sort and a bounded number of pairs an item, and never a product.
 */
final class Nearby {

    /** Items with a key each: {@code place} and {@code item} say where it stands, {@code article} goes along. */
    static final StructType KEYS = Tables.ddl("hash BIGINT, place BIGINT, item STRING, article STRING");

    /** Two items, the one whose article has the lesser id first, in one article the lesser item. */
    static final StructType PAIRS = Tables.ddl("a STRING, b STRING, one STRING, other STRING");

    private Nearby() {}

    /** The pairs that are near, each once. */
    static Dataset<Row> pairs(Dataset<Row> keys, int reach) {
        MapPartitionsFunction<Row, Row> meet = rows -> new Meeting(rows, reach);
        return keys.select("hash", "place", "item", "article")
                .repartition(col("hash"))
                .sortWithinPartitions("hash", "place", "item")
                .mapPartitions(meet, Encoders.row(PAIRS))
                .distinct();
    }

    /** The pairs of rows that are in order. */
    private static final class Meeting implements Iterator<Row> {

        private record Item(String id, String article) {}

        private final Iterator<Row> rows;
        private final int reach;
        private final Deque<Item> last = new ArrayDeque<>();
        private final Deque<Row> found = new ArrayDeque<>();
        private long hash;

        Meeting(Iterator<Row> rows, int reach) {
            this.rows = rows;
            this.reach = reach;
        }

        @Override
        public boolean hasNext() {
            while (found.isEmpty() && rows.hasNext()) {
                meet(rows.next());
            }
            return !found.isEmpty();
        }

        @Override
        public Row next() {
            if (!hasNext()) {
                throw new NoSuchElementException("all pairs have been given");
            }
            return found.remove();
        }

        private void meet(Row row) {
            if (row.getLong(0) != hash) {
                last.clear();
                hash = row.getLong(0);
            }
            Item item = new Item(row.getString(2), row.getString(3));
            List<Row> met = new ArrayList<>();
            last.forEach(other -> met.add(pair(other, item)));
            found.addAll(met);
            last.addLast(item);
            if (last.size() > reach) {
                last.removeFirst();
            }
        }

        private static Row pair(Item one, Item other) {
            int articles = one.article.compareTo(other.article);
            boolean turned = articles > 0 || articles == 0 && one.id.compareTo(other.id) > 0;
            Item first = turned ? other : one;
            Item second = turned ? one : other;
            return RowFactory.create(first.article, second.article, first.id, second.id);
        }
    }
}
