package io.onrecord.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.onrecord.testkit.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One run on two threads, held against what one process makes of the same articles. One unit has been read before it starts, as if
 * an earlier run, with its inputs in another order, had been stopped.
 */
@Tag("long")
class ClusterTest {

    private static final String EARLIER = "earlier";

    @TempDir
    private static Path folder;

    private static SparkSession session;
    private static Path output;
    /** Other tests of this process may have read otherwise. */
    private static int openedBefore;

    private static List<String> skippedByOne;

    @BeforeAll
    static void readOnBoth() throws Exception {
        session = TestCluster.local();
        openedBefore = Engine.opened();
        TestNews.write(folder.resolve("news"));
        TestNews.parquet(session, folder.resolve("news"), folder.resolve("columns"));
        // Among the inputs: what a run writes is none.
        output = folder.resolve("news/out");
        skippedByOne = OneProcess.read(List.of(folder.resolve("news")), folder.resolve("onrecord.db"));
        Settings settings = settings(folder.resolve("news"), folder.resolve("columns"));
        readFirstUnit(settings(folder.resolve("columns"), folder.resolve("news")));
        // A day that a run which died has left.
        Files.createDirectories(output.resolve("work/tables/article/day=1999-01-01"));
        Files.writeString(output.resolve("work/tables/article/day=1999-01-01/part-0.parquet"), "half");
        new ClusterRun(session, settings).run();
    }

    private static Settings settings(Path... inputs) {
        return new Settings(
                Stream.of(inputs).map(Path::toString).toList(),
                output.toString(),
                "default",
                24_000,
                true,
                Optional.of("en"));
    }

    private static void readFirstUnit(Settings settings) throws IOException {
        JavaSparkContext spark = new JavaSparkContext(session.sparkContext());
        ReadUnit first =
                new Inputs(spark, settings, ClusterRun.readBy(settings)).units().get(0);
        reader(settings, spark.hadoopConfiguration())
                .read(first, output.resolve("work/units").toString(), EARLIER);
    }

    private static UnitReader reader(Settings settings, Configuration hadoop) {
        return new UnitReader(settings.engine(), Engine.of(settings.engine()).maker(), hadoop);
    }

    @Test
    void allTablesAreWhatOneProcessMakes() throws Exception {
        Map<String, List<String>> one = Dumped.ofStore(folder.resolve("onrecord.db"));
        Map<String, List<String>> cluster = Dumped.ofRun(output);
        one.forEach((table, lines) -> assertThat(cluster.get(table)).as(table).isEqualTo(lines));
        assertThat(one.get("statement")).hasSizeGreaterThan(200);
        assertThat(one.get("claim_dispute")).isNotEmpty();
        assertThat(one.get("claim_link")).isNotEmpty();
        assertThat(one.get("origin")).isNotEmpty();
        assertThat(cluster.keySet()).containsAll(one.keySet());
    }

    @Test
    void whatIsNoArticleIsSkippedWithTheSameReasonAtTheSameLine() throws Exception {
        assertThat(Dumped.ofRun(output).get("skipped")).isEqualTo(skippedByOne);
        assertThat(skippedByOne).hasSizeGreaterThan(2);
    }

    @Test
    void theManifestSaysWhatWasReadByWhom() throws IOException {
        JsonNode manifest = JsonMapper.builder().build().readTree(Files.readString(output.resolve("manifest.json")));
        assertThat(manifest.get("format").asString()).isEqualTo("onrecord-cluster/1");
        assertThat(manifest.get("model").asString()).isNotBlank();
        assertThat(manifest.get("skipped").get("READING").asInt()).isEqualTo(skippedByOne.size());
        assertThat(manifest.get("rows").get("article").asInt()).isGreaterThan(20);
        assertThat(manifest.get("recordsByExecutor").propertyNames()).containsExactly("driver", EARLIER);
        manifest.get("enginesByProcess")
                .forEach(opened -> assertThat(opened.asInt()).isBetween(1, openedBefore + 1));
    }

    @Test
    void theManifestCountsWhatWasSkippedByItsReason() throws IOException {
        JsonNode manifest = JsonMapper.builder().build().readTree(Files.readString(output.resolve("manifest.json")));
        JsonNode reasons = manifest.get("skippedByReason");
        Map<String, Long> byOne = skippedByOne.stream()
                .map(line -> Reasons.bare(line.substring(line.indexOf("\twhy=") + 5)))
                .collect(Collectors.groupingBy(reason -> reason, Collectors.counting()));
        assertThat(reasons.propertyNames()).containsExactlyInAnyOrderElementsOf(byOne.keySet());
        byOne.forEach((reason, count) ->
                assertThat(reasons.get(reason).asLong()).as(reason).isEqualTo(count));
        assertThat(reasons.get("'text' is empty").asInt()).isEqualTo(1);
        assertThat(reasons.get("not valid JSON").asInt()).isPositive();
    }

    @Test
    void whatAnEarlierRunHasReadIsNotReadAgain() throws IOException {
        JsonNode manifest = JsonMapper.builder().build().readTree(Files.readString(output.resolve("manifest.json")));
        assertThat(manifest.get("units").asInt()).isGreaterThan(3);
        assertThat(manifest.get("recordsByExecutor").get(EARLIER).asInt()).isPositive();
        long marks;
        try (Stream<Path> units = Files.list(output.resolve("work/units"))) {
            marks = units.filter(path -> path.toString().endsWith(".json")
                            && !path.getFileName().toString().startsWith("."))
                    .count();
        }
        assertThat(marks).isEqualTo(manifest.get("units").asLong());
    }

    @Test
    void articlesLieByTheDayOfPublication() throws IOException {
        try (Stream<Path> days = Files.list(output.resolve("tables/article"))) {
            assertThat(days.map(path -> path.getFileName().toString()).filter(name -> name.startsWith("day=")))
                    .hasSizeGreaterThan(3)
                    .contains("day=unknown");
        }
    }

    @Test
    void tablesAreLoadedIntoPostgresByOneCommand() throws Exception {
        assumeTrue(PostgresServer.address().isPresent(), PostgresServer.NONE);
        String server = PostgresServer.address().orElseThrow();
        assertThat(ClusterMain.run("load", output.toString(), server)).isZero();
        Map<String, List<String>> cluster = Dumped.ofRun(output);
        assertThat(Dumped.ofPostgres(server)).isEqualTo(cluster);
        String store = server + "&currentSchema=kept";
        try (Connection connection = DriverManager.getConnection(store);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA kept");
            statement.execute("CREATE TABLE kept.migration (version INTEGER)");
            assertThat(ClusterMain.run("load", output.toString(), store)).isEqualTo(1);
            assertThat(ClusterMain.run("load", folder.resolve("news").toString(), server))
                    .isEqualTo(1);
            try (ResultSet tables = connection.getMetaData().getTables(null, "kept", "article", null)) {
                assertThat(tables.next()).isFalse();
            }
        }
    }

    @Test
    void aFileWhoseStorageFailsIsNamedAndNothingOfItStands() throws IOException {
        Path file = folder.resolve("failing.txt");
        Files.writeString(file, "\"The quay is sound,\" Mara Oldin said.\n".repeat(400));
        Configuration hadoop = new Configuration(session.sparkContext().hadoopConfiguration());
        hadoop.set("fs.failing.impl", FailingFiles.class.getName());
        Path units = folder.resolve("failing-units");
        String path = "failing://" + file;
        ReadUnit unit =
                new ReadUnit("failing", List.of(new ReadUnit.Piece(ReadUnit.Kind.FILE, path, path, 0, 9_000, 1, true)));
        UnitReader reader = reader(settings(file), hadoop);
        assertThatThrownBy(() -> reader.read(unit, units.toString(), EARLIER))
                .isInstanceOf(ClusterException.class)
                .hasMessage("reading " + path + ": the storage has gone");
        try (Stream<Path> left = Files.list(units)) {
            assertThat(left.filter(one -> !one.toString().endsWith(".crc"))).isEmpty();
        }
    }

    @Test
    void anAddressThatNoDriverTakesIsNotSaidAgainSinceItMayHaveAPassword() {
        LoadCommand load = CommandLine.populateCommand(
                new LoadCommand(), output.toString(), "jdbc:nosuch://host/news?user=mara&password=secret");
        assertThatThrownBy(load::call)
                .isInstanceOf(ClusterException.class)
                .hasMessageStartingWith("no JDBC driver")
                .hasMessageNotContainingAny("secret", "nosuch");
    }

    @Test
    void aMissingInputIsNamed() {
        Path missing = folder.resolve("nowhere");
        assertThatThrownBy(() -> new ClusterRun(session, settings(missing)).run())
                .isInstanceOf(ClusterException.class)
                .hasMessageEndingWith("no such file or folder");
        assertThat(ClusterMain.run(
                        "read",
                        missing.toString(),
                        "-o",
                        folder.resolve("other").toString()))
                .isEqualTo(1);
        assertThat(ClusterMain.run("read", missing.toString())).isEqualTo(2);
    }
}
