package io.onrecord.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.testkit.NewsRecords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store is looked at, and nothing is changed by that. */
class StoreLookTest {

    @TempDir
    Path folder;

    @Test
    void whereThereIsNoStoreNoneIsMade() throws IOException {
        assertThat(StoreLook.at(folder.resolve("onrecord.db").toString(), true)).isEmpty();
        Path empty = Files.createFile(folder.resolve("empty.db"));
        assertThat(StoreLook.at(empty.toString(), true)).isEmpty();
        assertThat(empty).isEmptyFile();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(empty);
        }
    }

    @Test
    void aStoreIsCountedAndLookedThrough() {
        String file = folder.resolve("onrecord.db").toString();
        try (Store store = Store.open(file)) {
            store.put(NewsRecords.of(1, 5));
            StoreLook look = StoreLook.at(file, true).orElseThrow();
            assertThat(look.name()).isEqualTo(store.name());
            assertThat(look.articles()).isEqualTo(1);
            assertThat(look.statements()).isEqualTo(5);
            assertThat(look.version()).isEqualTo(look.newest());
            assertThat(look.problems()).isEmpty();
        }
    }

    @Test
    void aBackupStaysAsItIsToTheLastByte() throws IOException {
        Path file = folder.resolve("onrecord.db");
        Path copy = folder.resolve("copy.db");
        try (Store store = Store.open(file.toString())) {
            store.put(NewsRecords.of(1, 5));
        }
        Backups.write(file, copy, false);
        byte[] before = Files.readAllBytes(copy);
        assertThat(StoreLook.at(copy.toString(), true).orElseThrow().statements())
                .isEqualTo(5);
        Backups.write(copy, folder.resolve("again.db"), false);
        assertThat(copy).hasBinaryContent(before);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactlyInAnyOrder(file, copy, folder.resolve("again.db"));
        }
    }

    @Test
    void afterALookOthersStillSeeThatThisProcessHasTheStoreOpen() throws IOException {
        Path file = folder.resolve("onrecord.db");
        try (Store store = Store.open(file.toString())) {
            store.put(NewsRecords.of(1, 5));
            assertThat(StoreLook.at(file.toString(), true)).isPresent();
            Store.open(file.toString()).close();
            assertThat(Child.said(Child.start(Child.command("", "probe", file.toString()))))
                    .containsExactly("held");
        }
        assertThat(Child.said(Child.start(Child.command("", "probe", file.toString()))))
                .containsExactly("free");
    }

    @Test
    void anOlderStoreStaysOlder() {
        String file = folder.resolve("old.db").toString();
        Store.open(file, Store.Options.DEFAULT, new Migrations(List.of("1-records")))
                .close();
        for (int i = 0; i < 2; i++) {
            StoreLook look = StoreLook.at(file, true).orElseThrow();
            assertThat(look.version()).isEqualTo(1);
            assertThat(look.newest()).isGreaterThan(1);
        }
    }

    @Test
    void inPostgresqlNoSchemaIsMadeByLooking() throws SQLException {
        String address = Postgres.emptyPlace();
        assertThat(StoreLook.at(address, true)).isEmpty();
        assertThat(schemas(address)).isZero();
        try (Store store = Store.open(address)) {
            store.put(NewsRecords.of(1, 5));
            assertThat(StoreLook.at(address, true).orElseThrow().statements()).isEqualTo(5);
        }
        assertThat(schemas(address)).isEqualTo(1);
    }

    private static int schemas(String address) throws SQLException {
        String schema = PostgresDatabase.schema(address);
        try (Connection connection = DriverManager.getConnection(address);
                Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery("SELECT count(*) FROM pg_namespace WHERE nspname = '" + schema + "'")) {
            assertThat(found.next()).isTrue();
            return found.getInt(1);
        }
    }
}
