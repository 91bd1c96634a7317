package io.onrecord.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.reading.ReadingOptions;
import io.onrecord.reading.web.FetchOptions;
import io.onrecord.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A desk that is killed while it reads what feeds list. */
@Tag("long")
class FeedsKilledTest {

    private static final int PAGES = 6;
    private static final long PATIENCE_SECONDS = 120;

    @TempDir
    private Path folder;

    /** The desk, in a process of its own. */
    static final class Desk {
        private Desk() {}

        public static void main(String[] arguments) throws IOException, InterruptedException {
            ReadingOptions local = ReadingOptions.DEFAULT.withFetching(FetchOptions.DEFAULT
                    .withAllowPrivate(true)
                    .withWaits(Duration.ofMillis(1), Duration.ofMillis(10), Duration.ofMillis(200), 0));
            try (Server server =
                    Server.start(ServerOptions.local(arguments[0]).withPort(0).withReading(local), line -> {})) {
                Thread.sleep(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
                throw new IOException("nobody killed the desk at " + server.address());
            }
        }
    }

    private static Process start(Path store) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Desk.class.getName(),
                        store.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    @Test
    void losesNothingAndReadsNothingTwiceThatItHadKept() throws Exception {
        Path file = folder.resolve("onrecord.db");
        try (Press press = new Press()) {
            for (int i = 0; i < PAGES; i++) {
                press.publish(
                        "page-" + i,
                        "Decision number " + i + " of the council of Port Sall",
                        "“We have decided number " + i + ",” said Mara Oldin, the mayor of Port Sall, on Monday.");
            }
            try (Store store = Store.open(file.toString())) {
                store.feeds().add(press.feed(), Duration.ofMinutes(15), "editor");
            }
            for (int kept = 1; kept < PAGES; kept += 3) {
                int enough = kept;
                killedWhen(file, () -> articles(file) >= enough);
            }
            // An article may be kept and not yet be the entry's when its desk is killed; the next one makes up for
            // that.
            killedWhen(file, () -> entries(file) == PAGES);
            try (Store store = Store.open(file.toString())) {
                TreeSet<String> addresses = new TreeSet<>();
                store.records()
                        .forEachRemaining(
                                record -> addresses.add(record.article().address()));
                assertThat(addresses).hasSize(PAGES);
                assertThat(store.counts().articles()).isEqualTo(PAGES);
                assertThat(store.feeds().all().get(0).articles()).isEqualTo(PAGES);
            }
            List<Long> asked = java.util.stream.IntStream.range(0, PAGES)
                    .mapToObj(i -> press.asked("/page-" + i))
                    .toList();
            // What was fetched and not kept when it was killed is fetched once more, and nothing else.
            assertThat(asked.stream().mapToLong(Long::longValue).sum()).isLessThanOrEqualTo(PAGES + 2 * PAGES / 2);
            assertThat(asked).allMatch(times -> times >= 1);
        }
    }

    private static void killedWhen(Path file, BooleanSupplier ready) throws Exception {
        Process desk = start(file);
        try {
            for (int i = 0; i < PATIENCE_SECONDS * 10 && desk.isAlive() && !ready.getAsBoolean(); i++) {
                Thread.sleep(100);
            }
            assertThat(ready.getAsBoolean()).isTrue();
        } finally {
            desk.destroyForcibly().waitFor();
        }
        // As if the minute had passed after which it is taken for dead.
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE feed SET held_until = '2000-01-01T00:00:00Z'");
        }
    }

    private static long articles(Path file) {
        return count(file, "SELECT count(*) FROM article");
    }

    /** Entries of feeds whose article is kept. */
    private static long entries(Path file) {
        return count(file, "SELECT count(*) FROM feed_entry WHERE article IS NOT NULL");
    }

    private static long count(Path file, String query) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery(query)) {
            return count.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
