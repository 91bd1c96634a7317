package io.onrecord.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.onrecord.store.StoreException.Reason;
import io.onrecord.testkit.NewsRecords;
import java.io.BufferedReader;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What is so only with a server: its schemas, its users, and clients that go away. */
class PostgresDatabaseTest {

    private static void run(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(Postgres.address());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static StoreException refusal(String address) {
        try (Store store = Store.open(address)) {
            throw new AssertionError("opened " + store.name());
        } catch (StoreException e) {
            return e;
        }
    }

    private static String schema(String name) {
        return name + ProcessHandle.current().pid();
    }

    @Test
    void tablesOfAnotherProgramAreLeftAlone() throws Exception {
        String schema = schema("other");
        run("CREATE SCHEMA " + schema, "CREATE TABLE " + schema + ".article (key INTEGER PRIMARY KEY)");
        StoreException refusal = refusal(Postgres.address() + "&currentSchema=" + schema);
        assertThat(refusal.reason()).isEqualTo(Reason.NOT_A_STORE);
        assertThat(refusal).hasMessageContaining("the schema " + schema + " of jdbc:postgresql://127.0.0.1");
    }

    @Test
    void anEmptySchemaThatSomebodyMadeBecomesAStore() throws Exception {
        String schema = schema("empty");
        run("CREATE SCHEMA " + schema);
        try (Store store = Store.open(Postgres.address() + "&currentSchema=" + schema)) {
            assertThat(store.put(NewsRecords.of(1, 2))).isEqualTo(Put.NEW);
        }
    }

    @Test
    void whoMayOnlyReadReads() throws Exception {
        String schema = schema("shown");
        String user = schema("reader");
        String address = Postgres.address() + "&currentSchema=" + schema;
        try (Store store = Store.open(address)) {
            store.put(NewsRecords.of(1, 2));
        }
        run(
                "CREATE ROLE " + user + " LOGIN",
                "GRANT USAGE ON SCHEMA " + schema + " TO " + user,
                "GRANT SELECT ON ALL TABLES IN SCHEMA " + schema + " TO " + user);
        try (Store store = Store.open(address.replace("user=onrecord", "user=" + user))) {
            assertThat(store.get(NewsRecords.of(1, 2).article().id())).contains(NewsRecords.of(1, 2));
            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(() -> store.put(NewsRecords.of(2, 2)))
                    .withMessageContaining("allow reading only")
                    .matches(e -> e.reason() == Reason.READ_ONLY);
        }
    }

    @Test
    void inADatabaseThatSortsByALanguageTheOrderIsThatOfCharacters() throws Exception {
        String name = schema("sorted");
        Postgres.emptyPlace();
        try {
            run("CREATE DATABASE " + name
                    + " TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'en-US' LOCALE 'C.UTF-8' ENCODING 'UTF8'");
        } catch (SQLException e) {
            Assumptions.abort("the server makes no database that sorts by a language: " + e.getMessage());
        }
        String address = Postgres.address().replace("/postgres?", "/" + name + "?");
        try (Store store = Store.open(address)) {
            ArticleListTest.assertInOrderOfCharacters(store);
        } finally {
            run("DROP DATABASE " + name);
        }
    }

    @Test
    void aDatabaseThatIsNotThereIsNamed() {
        StoreException refusal = refusal(Postgres.address().replace("/postgres?", "/nothing?") + "&password=secret");
        assertThat(refusal.reason()).isEqualTo(Reason.UNREACHABLE);
        assertThat(refusal.getMessage())
                .contains("cannot reach jdbc:postgresql://")
                .doesNotContain("secret");
    }

    @Test
    void aClientThatIsKilledLeavesEachArticleWhollyOrNotAtAll() throws Exception {
        String address = Postgres.address() + "&currentSchema=" + schema("killed");
        for (int kill = 0; kill < 4; kill++) {
            Process process = Child.start(Child.command("", "steps", address, "" + 1000 * kill, "400"));
            try (BufferedReader in = Child.reader(process)) {
                for (int line = 0; line < 5 + 7 * kill; line++) {
                    assertThat(in.readLine()).startsWith("done");
                }
                process.toHandle().destroyForcibly();
                process.waitFor();
            }
            try (Store store = Store.open(address)) {
                assertThat(store.check().problems()).isEmpty();
                assertThat(store.counts().articles()).isPositive();
            }
        }
    }
}
