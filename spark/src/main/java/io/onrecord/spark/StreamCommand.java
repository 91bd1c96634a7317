package io.onrecord.spark;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import org.apache.spark.api.java.function.VoidFunction2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQueryException;
import org.apache.spark.sql.streaming.Trigger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Messages of Kafka to records, until it is stopped. */
@Command(
        name = "stream",
        description =
                "Reads articles from a topic of Kafka as they come, each message one JSON object, and sends their records"
                        + " to another one if you name it; 'tables' makes tables of what was read.",
        mixinStandardHelpOptions = true)
final class StreamCommand implements Callable<Integer> {

    @Option(
            names = "--brokers",
            required = true,
            paramLabel = "HOST:PORT",
            description = "Where Kafka is; several with commas between them.")
    private String brokers = "";

    @Option(names = "--topic", required = true, paramLabel = "NAME", description = "The topic.")
    private String topic = "";

    @Option(
            names = "--to",
            paramLabel = "NAME",
            description =
                    "A topic of the same brokers for the records: each a line of JSON (onrecord/1), its key the id of"
                            + " the article. A record may come more than once.")
    private Optional<String> to = Optional.empty();

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FOLDER",
            description = "Where records go, and what is remembered of how far the topic was read.")
    private String output = "";

    @Option(
            names = "--batch",
            paramLabel = "N",
            defaultValue = "10000",
            description = "Messages that are read at once at most (${DEFAULT-VALUE}).")
    private long batch;

    @Option(names = "--once", description = "Reads what there is and ends.")
    private boolean once;

    @Mixin
    private EngineFlags engine = new EngineFlags();

    @Override
    public Integer call() {
        if (batch < 1) {
            throw new ClusterException("--batch must be at least 1, not " + batch);
        }
        SparkSession session = ClusterMain.session();
        Settings settings = engine.settings(List.of(topic), output, 1);
        MessageBatch reading = new MessageBatch(session, settings);
        Optional<RecordTopic> records = to.map(name -> new RecordTopic(session, brokers, name, topic, settings));
        Dataset<Row> messages = session.readStream()
                .format("kafka")
                .option("kafka.bootstrap.servers", brokers)
                .option("subscribe", topic)
                .option("startingOffsets", "earliest")
                .option("maxOffsetsPerTrigger", batch)
                // A topic has fewer partitions than a cluster has cores: what is full is cut, what trickles is not.
                .option(
                        "maxRecordsPerPartition",
                        Math.max(1, batch / session.sparkContext().defaultParallelism()))
                .load()
                .select("topic", "partition", "offset", "value");
        // Only then does the batch count as done: who is stopped in between does both once more.
        VoidFunction2<Dataset<Row>, Long> batched = (some, number) -> {
            List<String> units = reading.read(some);
            records.ifPresent(out -> out.send(units));
        };
        try {
            messages.writeStream()
                    .queryName("onrecord")
                    .option("checkpointLocation", checkpoint(settings))
                    .trigger(once ? Trigger.AvailableNow() : Trigger.ProcessingTime("5 seconds"))
                    .foreachBatch(batched)
                    .start()
                    .awaitTermination();
        } catch (StreamingQueryException | TimeoutException e) {
            throw new ClusterException("the stream has stopped: " + Said.behind(e), e);
        }
        return 0;
    }

    /** One for each topic that records go to: what was read before it was named would never be sent. */
    private String checkpoint(Settings settings) {
        String own = to.map(name -> "-" + Inputs.digest(name).substring(0, 8)).orElse("");
        return MessageBatch.checkpoint(settings) + own;
    }
}
