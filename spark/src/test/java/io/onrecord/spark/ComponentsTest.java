package io.onrecord.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What hangs together, by joins and in the driver, held against a walk from item to item. */
@Tag("long")
class ComponentsTest {

    private static SparkSession session;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        session = TestCluster.local();
    }

    @Test
    void joinsAndTheDriverFindTheSame() {
        Random random = new Random(7);
        List<Row> links = new ArrayList<>();
        // A chain, which takes the most rounds, a star, and links at random.
        IntStream.range(0, 12).forEach(i -> links.add(link("c" + (100 + i), "c" + (101 + i))));
        IntStream.range(0, 10).forEach(i -> links.add(link("s" + (110 - i), "s150")));
        IntStream.range(0, 20).forEach(i -> links.add(link("r" + random.nextInt(30), "r" + random.nextInt(30))));
        Dataset<Row> rows = session.createDataFrame(links, Tables.ddl("one STRING, other STRING"));
        Work work = new Work(session, folder.toString());
        List<String> byJoins = lines(Components.of(rows, work, "joins", 0));
        assertThat(byJoins).isEqualTo(lines(Components.of(rows, work, "driver", Long.MAX_VALUE)));
        assertThat(byJoins)
                .contains("c112 c100", "c100 c100", "s101 s101", "s150 s101")
                .doesNotHaveDuplicates();
    }

    private static Row link(String one, String other) {
        return RowFactory.create(one, other);
    }

    private static List<String> lines(Dataset<Row> components) {
        return components.collectAsList().stream()
                .map(row -> row.getString(0) + " " + row.getString(1))
                .sorted()
                .toList();
    }
}
