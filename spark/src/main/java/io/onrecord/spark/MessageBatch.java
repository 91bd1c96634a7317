package io.onrecord.spark;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * One batch of messages: each stretch of one partition of the topic becomes a unit's file, named after its first and last message. At
 * least once: a batch that is done again leaves the same files, and messages that come twice are one record in the tables.
 */
final class MessageBatch {

    private final Engine.Wanted wanted;
    private final HadoopSettings hadoop;
    private final String by;
    private final String units;

    MessageBatch(SparkSession session, Settings settings) {
        this.wanted = settings.engine();
        this.hadoop = HadoopSettings.of(session.sparkContext().hadoopConfiguration());
        this.by = ClusterRun.by(settings);
        this.units = units(settings);
    }

    /** Where Spark remembers how far the topic was read: by this reader, as what another one has read is in none of its tables. */
    static String checkpoint(Settings settings) {
        return String.join("/", settings.output(), "work", "checkpoint-" + ClusterRun.reader(settings));
    }

    /** Where the files of units lie. */
    static String units(Settings settings) {
        return String.join("/", settings.output(), "work", "units");
    }

    /** Reads messages; the units that hold what came of them. */
    List<String> read(Dataset<Row> messages) {
        Engine.Wanted reading = wanted;
        HadoopSettings on = hadoop;
        String name = by;
        String folder = units;
        String maker = Engine.of(wanted).maker();
        MapPartitionsFunction<Row, String> read = rows -> {
            MessageReader reader = new MessageReader(reading, maker, on.configuration());
            List<String> made = new ArrayList<>();
            Stretches stretches = new Stretches(rows);
            while (stretches.hasMore()) {
                made.add(reader.read(stretches, name, folder, ClusterRun.executor())
                        .unit());
            }
            return made.iterator();
        };
        return messages.mapPartitions(read, Encoders.STRING()).collectAsList();
    }

    /** Messages one by one, ending where those of another partition begin, and going on there. */
    private static final class Stretches implements Iterator<Row> {

        private final Iterator<Row> rows;
        private @Nullable Row next;
        private @Nullable Row last;

        Stretches(Iterator<Row> rows) {
            this.rows = rows;
        }

        /** Whether another stretch begins, or the first. */
        boolean hasMore() {
            last = null;
            return peek() != null;
        }

        private @Nullable Row peek() {
            if (next == null && rows.hasNext()) {
                next = rows.next();
            }
            return next;
        }

        @Override
        public boolean hasNext() {
            Row row = peek();
            return row != null
                    && (last == null || row.getString(0).equals(last.getString(0)) && row.getInt(1) == last.getInt(1));
        }

        @Override
        public Row next() {
            Row row = hasNext() ? next : null;
            if (row == null) {
                throw new NoSuchElementException("the messages of this partition have been read");
            }
            last = row;
            next = null;
            return row;
        }
    }
}
