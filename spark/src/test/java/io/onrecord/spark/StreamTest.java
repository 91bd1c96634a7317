package io.onrecord.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Articles from a real broker, in two goes, then all of them once more. */
@Tag("long")
class StreamTest {

    private static final String TOPIC = "news";
    private static final String OTHER = "other-news";
    private static final int PARTITIONS = 2;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void start() {
        // The job takes the one that the process has.
        SparkSession unused = TestCluster.local();
    }

    @Test
    void whatComesTwiceOrIsReadAgainChangesNothing() throws Exception {
        List<String> lines = TestNews.lines().subList(0, 8);
        Path output = folder.resolve("out");
        try (KafkaBroker broker = KafkaBroker.start(folder)) {
            broker.topic(TOPIC, PARTITIONS);
            List<String> sent = new ArrayList<>(lines.subList(0, 5));
            sent.add("no article");
            broker.send(TOPIC, PARTITIONS, sent);
            assertThat(read(broker, output)).isZero();
            // The rest, with one that came before, as it is where a sender is not sure.
            broker.send(
                    TOPIC,
                    PARTITIONS,
                    Stream.concat(lines.subList(5, 8).stream(), lines.stream().limit(1))
                            .toList());
            assertThat(read(broker, output)).isZero();
            assertThat(ClusterMain.run("tables", output.toString())).isEqualTo(3);
            Map<String, List<String>> once = Dumped.ofRun(output);

            Path file = folder.resolve("news.jsonl");
            Files.write(file, lines);
            OneProcess.read(List.of(file), folder.resolve("one.db"));
            Dumped.ofStore(folder.resolve("one.db"))
                    .forEach((table, rows) ->
                            assertThat(once.get(table)).as(table).isEqualTo(rows));
            assertThat(once.get("skipped")).hasSize(1).first().asString().startsWith("address=news/1/2");

            // What is remembered of how far the topic was read is lost: all of it comes once more, in other batches.
            try (Stream<Path> work = Files.list(output.resolve("work"))) {
                delete(work.filter(path -> path.getFileName().toString().startsWith("checkpoint-"))
                        .findFirst()
                        .orElseThrow());
            }
            assertThat(read(broker, output)).isZero();
            assertThat(ClusterMain.run("tables", output.toString())).isEqualTo(3);
            Map<String, List<String>> again = Dumped.ofRun(output);
            once.keySet().stream()
                    .filter(table -> !table.equals("skipped"))
                    .forEach(table -> assertThat(again.get(table)).as(table).isEqualTo(once.get(table)));
            backToAnEarlierReader(broker, lines);
            aStreamThatStopsSaysWhy(broker);
        }
    }

    /** With another reader in between, the first one goes on where it was itself. */
    private static void backToAnEarlierReader(KafkaBroker broker, List<String> lines) throws Exception {
        Path output = folder.resolve("two-readers");
        broker.topic(OTHER, 1);
        broker.send(OTHER, 1, lines.subList(0, 1));
        assertThat(read(broker, OTHER, output)).isZero();
        broker.send(OTHER, 1, lines.subList(1, 2));
        assertThat(read(broker, OTHER, output, "--no-vectors")).isZero();
        broker.send(OTHER, 1, lines.subList(2, 3));
        assertThat(read(broker, OTHER, output)).isZero();
        assertThat(ClusterMain.run("tables", output.toString())).isZero();
        assertThat(Dumped.ofRun(output).get("article")).hasSize(3);
    }

    /** Not the numbers that Spark's own words begin with. */
    private static void aStreamThatStopsSaysWhy(KafkaBroker broker) throws Exception {
        Path output = folder.resolve("stopped");
        Files.createDirectories(output.resolve("work"));
        Files.writeString(output.resolve("work/units"), "a file where a folder belongs");
        StreamCommand stream = CommandLine.populateCommand(
                new StreamCommand(),
                "--brokers",
                broker.address(),
                "--topic",
                OTHER,
                "-o",
                output.toString(),
                "--once");
        assertThatThrownBy(stream::call)
                .isInstanceOf(ClusterException.class)
                .hasMessageStartingWith("the stream has stopped: ")
                .hasMessageContaining("not a directory")
                .hasMessageNotContaining("runId");
    }

    private static int read(KafkaBroker broker, Path output) {
        return read(broker, TOPIC, output);
    }

    private static int read(KafkaBroker broker, String topic, Path output, String... more) {
        return ClusterMain.run(arguments(broker, topic, output, more));
    }

    private static String[] arguments(KafkaBroker broker, String topic, Path output, String... more) {
        Stream<String> stream =
                Stream.of("stream", "--brokers", broker.address(), "--topic", topic, "-o", output.toString(), "--once");
        return Stream.concat(stream, Stream.of(more)).toArray(String[]::new);
    }

    private static void delete(Path folder) throws Exception {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
