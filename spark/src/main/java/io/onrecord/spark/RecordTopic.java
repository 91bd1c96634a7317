package io.onrecord.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.row_number;

import io.onrecord.exchange.RecordJson;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.StructType;

/**
 * A topic of Kafka that takes the records of a stream, each under its article's id as one line of JSON, as {@code onrecord read} writes
 * it. What is sent is read from the units' files, so a batch that is done again sends the same bytes.
 */
final class RecordTopic {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,249}");

    private static final StructType MESSAGE = Tables.ddl("key STRING, value STRING");

    private static final RecordJson JSON = new RecordJson(RecordJson.Options.DEFAULT);

    /** Bytes of a record at most, all that Kafka's own buffer takes; what the topic takes, packed, its broker says. */
    private static final String LARGEST = "33554432";

    private final SparkSession session;
    private final String brokers;
    private final String name;
    private final String units;

    /**
     * A topic.
     *
     * @param brokers with commas between them
     * @param from topics that are read, with commas between them
     * @throws ClusterException if that is no name, or the topic is read
     */
    RecordTopic(SparkSession session, String brokers, String name, String from, Settings settings) {
        if (!NAME.matcher(name).matches() || name.equals(".") || name.equals("..")) {
            throw new ClusterException("--to: '" + Said.shown(name)
                    + "' is no name of a topic, which has letters, digits, dots, underscores and hyphens");
        }
        if (List.of(from.split("\\s*,\\s*", -1)).contains(name)) {
            throw new ClusterException(
                    "--to " + name + " is read itself: records would come in as articles, so name another topic");
        }
        this.session = session;
        this.brokers = brokers;
        this.name = name;
        this.units = MessageBatch.units(settings);
    }

    /**
     * Sends the records of some units. Of records of one article the last alone is sent, since the order in which tasks send is
     * anybody's guess.
     *
     * @param read their ids, in any order
     * @throws ClusterException if one was not taken
     */
    void send(List<String> read) {
        if (read.isEmpty()) {
            return;
        }
        List<String> ordered = read.stream().sorted().toList();
        try {
            messages(UnitLines.records(UnitLines.of(session, units, ordered)))
                    .write()
                    .format("kafka")
                    .option("kafka.bootstrap.servers", brokers)
                    .option("kafka.max.request.size", LARGEST)
                    // Every client of Kafka unpacks it.
                    .option("kafka.compression.type", "gzip")
                    .option("topic", name)
                    .save();
        } catch (Exception e) {
            // Spark throws what is checked without saying so.
            throw new ClusterException("not all records could be sent to the topic " + name + ": " + Said.behind(e), e);
        }
    }

    private static Dataset<Row> messages(Dataset<Row> records) {
        MapFunction<Row, Row> message = record -> RowFactory.create(
                record.<String>getAs("id"), JSON.write(RecordJson.read(record.<String>getAs("json"))));
        return records.withColumn(
                        "copy",
                        row_number()
                                .over(Window.partitionBy("id")
                                        .orderBy(
                                                col("unit").desc(),
                                                col("number").desc())))
                .filter(col("copy").equalTo(1))
                .map(message, Encoders.row(MESSAGE));
    }
}
