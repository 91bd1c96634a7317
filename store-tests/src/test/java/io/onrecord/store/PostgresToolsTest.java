package io.onrecord.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.testkit.NewsRecords;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands that are shown for a store in PostgreSQL do what they say, with a real server. */
class PostgresToolsTest {

    @TempDir
    Path folder;

    @Test
    void theShownCommandsCopyAStoreAndPutItBack() throws Exception {
        String address = Postgres.emptyPlace();
        Path file = folder.resolve("the copy's file.dump");
        Counts kept;
        String id;
        try (Store store = Store.open(address)) {
            for (int i = 0; i < 12; i++) {
                store.put(NewsRecords.of(i, 5));
            }
            run(PostgresTools.backup(address, file));
            kept = store.counts();
            id = store.id();
        }
        drop(address);
        run(PostgresTools.restore(address, file));
        try (Store store = Store.open(address)) {
            assertThat(store.check().problems()).isEmpty();
            assertThat(store.counts()).isEqualTo(kept);
            assertThat(store.id())
                    .as("what was derived from it is derived from another")
                    .isNotEqualTo(id);
            long horizon = store.changes(0).horizon();
            assertThat(store.changes(horizon).hasNext()).as("all is seen once").isFalse();
            assertThat(store.changes(0).count()).isEqualTo(12);
            assertThat(store.put(NewsRecords.of(99, 5))).isEqualTo(Put.NEW);
        }
    }

    @Test
    void noPasswordIsInACommand() {
        String address = "jdbc:postgresql://db.example:5433/news?user=mara&password=secret&currentSchema=desk";
        assertThat(PostgresTools.backup(address, Path.of("a copy.dump")))
                .isEqualTo(
                        "pg_dump --format=custom --no-owner --schema=desk --host=db.example --port=5433 --dbname=news"
                                + " --username=mara '--file=a copy.dump'");
        assertThat(PostgresTools.restore(address, Path.of("x.dump"))).doesNotContain("secret");
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://my_db:5433/news, --dbname=DATABASE",
        "'jdbc:postgresql://h1:5432,h2:5432/news', --dbname=DATABASE",
        "jdbc:postgresql:news, --dbname=DATABASE",
        "jdbc:postgresql://db.example/, --dbname=DATABASE",
        "jdbc:postgresql://[::1]:5433/news, --host=::1 --port=5433 --dbname=news",
        "jdbc:postgresql:///news, --host=localhost --port=5432 --dbname=news"
    })
    void whereTheToolsCannotBeToldByThisAddressTheDatabaseIsLeftToWhoeverReads(String address, String told) {
        assertThat(PostgresTools.restore(address, Path.of("x.dump")))
                .startsWith("pg_restore --no-owner --exit-on-error --single-transaction " + told
                        + " x.dump && psql --quiet " + told + " '--command=UPDATE ");
    }

    private static void drop(String address) throws SQLException {
        try (Connection connection = DriverManager.getConnection(address);
                Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA " + PostgresDatabase.schema(address) + " CASCADE");
        }
    }

    private static void run(String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sh", "-c", command)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(command + "\n" + said).isZero();
    }
}
