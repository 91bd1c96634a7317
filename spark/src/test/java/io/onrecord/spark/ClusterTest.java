package io.onrecord.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** A run on two threads, held against what one process makes of the same articles. */
@TestInstance(Lifecycle.PER_CLASS)
class ClusterTest {

    @TempDir
    private static Path folder;

    private SparkSession session;
    private Path output;
    private List<String> skippedByOne;

    @BeforeAll
    void readOnBoth() throws Exception {
        session = TestCluster.local();
        TestNews.write(folder.resolve("news"));
        TestNews.parquet(session, folder.resolve("news"), folder.resolve("columns"));
        output = folder.resolve("out");
        skippedByOne = OneProcess.read(List.of(folder.resolve("news")), folder.resolve("onrecord.db"));
        run(0, List.of(folder.resolve("news"), folder.resolve("columns")), output);
    }

    private static void run(int skipped, List<Path> inputs, Path output) {
        Settings settings = new Settings(
                inputs.stream().map(Path::toString).toList(),
                output.toString(),
                java.util.Optional.empty(),
                24_000,
                true,
                java.util.Optional.of("en"));
        new ClusterRun(ClusterMain.session(), settings).run();
    }

    @AfterAll
    void stop() {
        session.stop();
    }

    @Test
    void allTablesAreWhatOneProcessMakes() throws Exception {
        Map<String, List<String>> one = Dumped.ofStore(folder.resolve("onrecord.db"));
        Map<String, List<String>> cluster = Dumped.ofRun(session, output);
        for (Map.Entry<String, List<String>> table : one.entrySet()) {
            assertThat(cluster.get(table.getKey())).as(table.getKey()).isEqualTo(table.getValue());
        }
        assertThat(one.get("statement")).hasSizeGreaterThan(200);
        assertThat(one.get("claim_dispute")).isNotEmpty();
        assertThat(one.get("claim_link")).isNotEmpty();
        assertThat(one.get("origin")).isNotEmpty();
    }
}
