package io.onrecord.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Articles from a real broker, in two goes, then all of them once more; and their records back to it. */
@Tag("long")
class StreamTest {

    private static final String TOPIC = "news";
    private static final String OTHER = "other-news";
    private static final int PARTITIONS = 2;

    private static final String ARTICLES = "articles";
    private static final String RECORDS = "records";

    @TempDir
    private static Path folder;

    private static KafkaBroker broker;

    @BeforeAll
    static void start() throws Exception {
        // The job takes the one that the process has.
        SparkSession unused = TestCluster.local();
        broker = KafkaBroker.start(folder);
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void whatComesTwiceOrIsReadAgainChangesNothing() throws Exception {
        List<String> lines = TestNews.lines().subList(0, 8);
        Path output = folder.resolve("out");
        broker.topic(TOPIC, PARTITIONS);
        List<String> sent = new ArrayList<>(lines.subList(0, 5));
        sent.add("no article");
        broker.send(TOPIC, PARTITIONS, sent);
        assertThat(read(output)).isZero();
        // The rest, with one that came before, as it is where a sender is not sure.
        broker.send(
                TOPIC,
                PARTITIONS,
                Stream.concat(lines.subList(5, 8).stream(), lines.stream().limit(1))
                        .toList());
        assertThat(read(output)).isZero();
        assertThat(ClusterMain.run("tables", output.toString())).isEqualTo(3);
        Map<String, List<String>> once = Dumped.ofRun(output);

        Path file = folder.resolve("news.jsonl");
        Files.write(file, lines);
        OneProcess.read(List.of(file), folder.resolve("one.db"));
        Dumped.ofStore(folder.resolve("one.db"))
                .forEach((table, rows) -> assertThat(once.get(table)).as(table).isEqualTo(rows));
        assertThat(once.get("skipped")).hasSize(1).first().asString().startsWith("address=news/1/2");

        // What is remembered of how far the topic was read is lost: all of it comes once more, in other batches.
        forget(output);
        assertThat(read(output)).isZero();
        assertThat(ClusterMain.run("tables", output.toString())).isEqualTo(3);
        Map<String, List<String>> again = Dumped.ofRun(output);
        once.keySet().stream()
                .filter(table -> !table.equals("skipped"))
                .forEach(table -> assertThat(again.get(table)).as(table).isEqualTo(once.get(table)));
        backToAnEarlierReader(lines);
        aStreamThatStopsSaysWhy();
    }

    /** With another reader in between, the first one goes on where it was itself. */
    private static void backToAnEarlierReader(List<String> lines) throws Exception {
        Path output = folder.resolve("two-readers");
        broker.topic(OTHER, 1);
        broker.send(OTHER, 1, lines.subList(0, 1));
        assertThat(read(OTHER, output)).isZero();
        broker.send(OTHER, 1, lines.subList(1, 2));
        assertThat(read(OTHER, output, "--no-vectors")).isZero();
        broker.send(OTHER, 1, lines.subList(2, 3));
        assertThat(read(OTHER, output)).isZero();
        assertThat(ClusterMain.run("tables", output.toString())).isZero();
        assertThat(Dumped.ofRun(output).get("article")).hasSize(3);
    }

    /** Not the numbers that Spark's own words begin with. */
    private static void aStreamThatStopsSaysWhy() throws Exception {
        Path output = folder.resolve("stopped");
        Files.createDirectories(output.resolve("work"));
        Files.writeString(output.resolve("work/units"), "a file where a folder belongs");
        StreamCommand stream = CommandLine.populateCommand(new StreamCommand(), tail(arguments(OTHER, output)));
        assertThatThrownBy(stream::call)
                .isInstanceOf(ClusterException.class)
                .hasMessageStartingWith("the stream has stopped: ")
                .hasMessageContaining("not a directory")
                .hasMessageNotContaining("runId");
    }

    @Test
    void recordsGoToATopicUnderTheirIdsAndAReplayLeavesTheLastOfEachAsItWas() throws Exception {
        List<String> sent = articles();
        Path file = folder.resolve("articles.jsonl");
        Files.write(file, sent);
        Map<String, String> one = OneProcess.lines(file);
        broker.topic(ARTICLES, PARTITIONS);
        broker.compacted(RECORDS, PARTITIONS, 500);
        broker.send(ARTICLES, PARTITIONS, sent);
        Path output = folder.resolve("sent");
        String[] flags = {"--to", RECORDS, "--no-vectors"};

        // What the topic does not take is not lost: it is sent when the stream is started again.
        StreamCommand stream =
                CommandLine.populateCommand(new StreamCommand(), tail(arguments(ARTICLES, output, flags)));
        assertThatThrownBy(stream::call)
                .isInstanceOf(ClusterException.class)
                .hasMessageStartingWith(
                        "the stream has stopped: not all records could be sent to the topic " + RECORDS);
        assertThat(broker.read(RECORDS)).isEmpty();
        broker.unlimited(RECORDS);

        assertThat(read(ARTICLES, output, flags)).isZero();
        List<Map.Entry<String, String>> once = broker.read(RECORDS);
        assertThat(last(once)).isEqualTo(one);
        // Both titles of one article and what came twice are in one batch.
        assertThat(once).hasSize(one.size());
        assertThat(one.values()).noneMatch(line -> line.contains("\n"));

        forget(output);
        assertThat(read(ARTICLES, output, "--to", RECORDS, "--no-vectors", "--batch", "4"))
                .isZero();
        List<Map.Entry<String, String>> replayed = broker.read(RECORDS);
        assertThat(replayed).hasSizeGreaterThan(2 * one.size());
        assertThat(last(replayed)).isEqualTo(one);

        // Another topic gets all, too, not only what comes from now on.
        assertThat(read(ARTICLES, output, "--to", "more-records", "--no-vectors"))
                .isZero();
        assertThat(last(broker.read("more-records"))).isEqualTo(one);
    }

    /** Articles, one of them twice, one with another title later, and none. */
    private static List<String> articles() throws Exception {
        List<String> lines = TestNews.lines().subList(0, 4);
        JsonMapper json = JsonMapper.builder().build();
        ObjectNode retitled = (ObjectNode) json.readTree(lines.get(0));
        retitled.put("title", "What was said of it");
        List<String> all = new ArrayList<>(lines);
        // Each behind the one that it repeats, in the same partition.
        all.addAll(List.of(retitled.toString(), lines.get(1), "no article"));
        return all;
    }

    private static Map<String, String> last(List<Map.Entry<String, String>> messages) {
        Map<String, String> last = new TreeMap<>();
        messages.forEach(message -> last.put(message.getKey(), message.getValue()));
        return last;
    }

    @Test
    void recordsGoToNoTopicThatIsReadOrHasNoName() {
        assertThat(refused(TOPIC)).contains("--to " + TOPIC + " is read itself");
        assertThat(refused("a/b")).startsWith("--to: 'a/b' is no name of a topic");
        assertThat(refused("")).startsWith("--to: '' is no name of a topic");
    }

    private static String refused(String to) {
        StreamCommand stream = CommandLine.populateCommand(
                new StreamCommand(),
                tail(arguments(OTHER + "," + TOPIC, folder.resolve("refused"), "--to", to, "--no-vectors")));
        return String.valueOf(
                catchThrowableOfType(ClusterException.class, stream::call).getMessage());
    }

    /** Without the name of the command. */
    private static String[] tail(String[] arguments) {
        return Arrays.copyOfRange(arguments, 1, arguments.length);
    }

    /** How far the topic was read. */
    private static void forget(Path output) throws Exception {
        try (Stream<Path> work = Files.list(output.resolve("work"))) {
            delete(work.filter(path -> path.getFileName().toString().startsWith("checkpoint-"))
                    .findFirst()
                    .orElseThrow());
        }
    }

    private static int read(Path output) {
        return read(TOPIC, output);
    }

    private static int read(String topic, Path output, String... more) {
        return ClusterMain.run(arguments(topic, output, more));
    }

    private static String[] arguments(String topic, Path output, String... more) {
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
