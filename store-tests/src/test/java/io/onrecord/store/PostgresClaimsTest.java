package io.onrecord.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.model.ArticleRecord;
import io.onrecord.testkit.ClaimNews;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("long")
class PostgresClaimsTest extends ClaimsTest {

    @Override
    String emptyPlace() {
        return Postgres.emptyPlace();
    }

    @Test
    void whatIsForgottenWhileClaimsAreMergedLeavesNoneOfTheOthersWithoutOne() throws Exception {
        List<ArticleRecord> records = records(new ClaimNews(3, 20, 4), 24);
        String place = emptyPlace();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (Store merging = Store.open(place);
                Store forgetting = Store.open(place);
                Connection gate = DriverManager.getConnection(place);
                Statement hold = gate.createStatement()) {
            records.forEach(merging::put);
            make(merging);
            List<String> ends = apartFromOthers(merging);
            String schema = place.substring(place.indexOf("currentSchema=") + "currentSchema=".length());
            hold.execute("INSERT INTO " + schema + ".claim_touched (proposition) VALUES (" + ends.get(0) + ")");
            gate.setAutoCommit(false);
            // Who merges has read and written all, and cannot take the last row out of its queue yet.
            hold.execute("SELECT proposition FROM " + schema + ".claim_touched FOR UPDATE");
            Future<?> made = threads.submit(() -> make(merging));
            long merger = waitingFor(gate, backend(hold));
            Future<?> forgotten = threads.submit(() -> forgetting.forget(new Selection.Version(ends.get(1))));
            waitingFor(gate, merger);
            // What only reads goes on.
            assertThat(forgetting.claimList()).isNotNull();
            assertThat(forgetting.claimsOf(records.get(0).statements().stream()
                            .map(one -> one.id())
                            .toList()))
                    .isNotEmpty();
            gate.commit();
            made.get(60, TimeUnit.SECONDS);
            forgotten.get(60, TimeUnit.SECONDS);
            make(merging);
            try (Store other = Store.open(emptyPlace())) {
                records.stream()
                        .filter(record -> !record.article().id().equals(ends.get(1)))
                        .forEach(other::put);
                make(other);
                sameAs(everything(other), merging, "forgotten in between");
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Two propositions that are one claim and are linked to nothing else: the row of one, and the id of the other's article. */
    private static List<String> apartFromOthers(Store store) {
        return store
                .database()
                .read(session -> session.list(
                        "SELECT p.key AS key, article.id AS id FROM claim_link JOIN proposition p ON p.key = claim_link.first"
                                + " JOIN proposition q ON q.key = claim_link.second JOIN article ON article.key = q.article"
                                + " WHERE p.claim = q.claim AND p.article <> q.article"
                                + " AND (SELECT count(*) FROM claim_link x WHERE x.first IN (p.key, q.key)"
                                + " OR x.second IN (p.key, q.key)) = 1 AND p.article NOT IN"
                                + " (SELECT first FROM copy_link UNION SELECT second FROM copy_link) ORDER BY p.key",
                        row -> List.of(row.string("key"), row.string("id"))))
                .stream()
                .findFirst()
                .orElseThrow();
    }

    private static long backend(Statement statement) throws SQLException {
        try (ResultSet result = statement.executeQuery("SELECT pg_backend_pid()")) {
            result.next();
            return result.getLong(1);
        }
    }

    /** Waits until the server says that somebody waits for a lock that one has; who that is. */
    private static long waitingFor(Connection connection, long holder) throws Exception {
        List<Long> found = new ArrayList<>();
        for (int turn = 0; turn < 3000 && found.isEmpty(); turn++) {
            try (PreparedStatement query = connection.prepareStatement(
                    "SELECT DISTINCT pid FROM pg_locks WHERE NOT granted AND ? = ANY(pg_blocking_pids(pid))")) {
                query.setInt(1, (int) holder);
                try (ResultSet result = query.executeQuery()) {
                    while (result.next()) {
                        found.add(result.getLong(1));
                    }
                }
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        assertThat(found).as("who waits").hasSize(1);
        return found.get(0);
    }
}
