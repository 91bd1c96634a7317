package io.onrecord.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.onrecord.Options;
import io.onrecord.reading.ReadingOptions;
import io.onrecord.server.access.Accounts;
import io.onrecord.server.desk.Desk;
import io.onrecord.server.http.Raw;
import io.onrecord.store.DeskRole;
import io.onrecord.store.SavedSearch;
import io.onrecord.store.Store;
import io.onrecord.store.StoreException;
import io.onrecord.testkit.NewsRecords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people see when something happens to the store while it is served, and what is there afterwards. */
@Tag("long")
class StoreTroubleTest {

    @TempDir
    private Path folder;

    private final List<String> log = Collections.synchronizedList(new ArrayList<>());
    private Path file;
    private Server server;

    @BeforeEach
    void start() throws IOException {
        file = folder.resolve("onrecord.db");
        try (Store store = Store.open(file.toString())) {
            store.put(NewsRecords.of(1, 5));
        }
        server = Server.start(ServerOptions.local(file.toString()).withPort(0), log::add);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Raw get(String path) throws IOException {
        int port = port(server);
        return Raw.send(port, "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    }

    @Test
    void aStoreThatAnotherProgramWritesToIsRead() throws Exception {
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = other.createStatement()) {
            begin(statement);
            assertThat(get("/").status()).isEqualTo(200);
            assertThat(get("/api/v1/home").body()).contains("\"articles\":1");
            statement.execute("ROLLBACK");
        }
        assertThat(get("/").status()).isEqualTo(200);
    }

    @Test
    void aStoreThatIsTakenAwayIsMissedAndNothingIsMadeInItsPlace() throws Exception {
        assertThat(get("/").status()).isEqualTo(200);
        Path away = folder.resolve("away.db");
        Files.move(file, away);
        Raw page = get("/");
        assertThat(page.status()).isEqualTo(503);
        assertThat(page.header("Retry-After")).isPresent();
        assertThat(page.body())
                .contains("<h1>The store is not there</h1>", "its owner sees why")
                .doesNotContain(folder.toString(), "SQL");
        Raw json = get("/api/v1/home");
        assertThat(json.status()).isEqualTo(503);
        assertThat(json.header("Content-Type")).contains("application/problem+json");
        assertThat(get("/api/v1/health").status()).isEqualTo(200);
        assertThat(file).doesNotExist();
        assertThat(log).anyMatch(line -> line.contains("is not there any more") && line.contains("put back"));
        // However many ask.
        assertThat(log.stream()
                        .filter(line -> line.contains("is not there any more"))
                        .count())
                .isEqualTo(1);

        Files.move(away, file);
        assertThat(get("/api/v1/home").body()).contains("\"articles\":1");
    }

    @Test
    void whatIsPutIntoAStoreThatIsGoneIsRefusedAndNotLost() throws Exception {
        Path place = folder.resolve("other.db");
        try (Store store = Store.open(place.toString())) {
            store.put(NewsRecords.of(1, 5));
            Path away = folder.resolve("away.db");
            Files.move(place, away);
            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(() -> store.put(NewsRecords.of(2, 5)))
                    .withMessageContaining("is not there any more");
            Files.copy(away, place);
            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(() -> store.put(NewsRecords.of(2, 5)))
                    .withMessageContaining("was replaced by another file");
            Files.delete(place);
            Files.move(away, place);
            store.put(NewsRecords.of(2, 5));
        }
        try (Store store = Store.open(place.toString())) {
            assertThat(store.counts().articles()).isEqualTo(2);
        }
    }

    @Test
    void aStoreWhoseFileIsOverwrittenIsAClearPage() throws Exception {
        Files.writeString(file, "this is no database any more, and long enough to be a page of one".repeat(2_000));
        Files.deleteIfExists(folder.resolve("onrecord.db-wal"));
        Raw page = get("/api/v1/home");
        assertThat(page.status()).isIn(200, 503);
        assertThat(page.body()).doesNotContain("Exception", folder.toString());
        assertThat(get("/api/v1/health").status()).isEqualTo(200);
    }

    @Test
    void aSearchIndexThatIsGoneTakesNoPageWithItAndIsMadeAnew() throws Exception {
        Path index = folder.resolve("other.db.index");
        try (Store store = Store.open(folder.resolve("other.db").toString())) {
            store.put(NewsRecords.of(1, 5));
        }
        try (Desk desk = Desk.open(
                folder.resolve("other.db").toString(), Options.DEFAULT, ReadingOptions.DEFAULT, Optional.empty())) {
            awaitIndex(index);
            try (Stream<Path> all = Files.walk(index)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            }
            assertThat(desk.shelf().search().statements()).isNotNegative();
            desk.shelf().upkeep().touch();
            awaitIndex(index);
            for (int i = 0; i < 1_200 && !desk.shelf().search().lag().isNone(); i++) {
                Thread.sleep(50);
            }
            assertThat(desk.shelf().search().lag().articles()).isZero();
        }
    }

    @Test
    void claimsThatCannotBeMadeKeepNoArticleFromBeingFound() throws Exception {
        Path place = folder.resolve("other.db");
        try (Store store = Store.open(place.toString())) {
            store.put(NewsRecords.of(1, 5));
        }
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + place);
                Statement statement = other.createStatement()) {
            statement.execute("ALTER TABLE claim_touched RENAME TO claim_touched_before");
        }
        try (Desk desk = Desk.open(place.toString(), Options.DEFAULT, ReadingOptions.DEFAULT, Optional.empty())) {
            for (int i = 0; i < 1_200 && desk.shelf().upkeep().state().problem().isEmpty(); i++) {
                Thread.sleep(50);
            }
            assertThat(desk.shelf().upkeep().state().problem())
                    .hasValueSatisfying(problem -> assertThat(problem).contains("claim_touched"));
            assertThat(desk.shelf().search().lag().isNone()).isTrue();
            assertThat(desk.shelf().search().statements()).isEqualTo(5);
        }
    }

    /** Until one is written whole. */
    private static void awaitIndex(Path index) throws Exception {
        for (int i = 0; i < 1_200; i++) {
            if (Files.isDirectory(index)) {
                try (Stream<Path> files = Files.list(index)) {
                    if (files.anyMatch(file -> file.getFileName().toString().startsWith("segments_"))) {
                        return;
                    }
                }
            }
            Thread.sleep(50);
        }
        throw new AssertionError("there is no index in " + index);
    }

    @Test
    void whatIsSentWhileAnotherProgramWritesIsRefusedInWordsAndIsThereWhenItIsSentAgain() throws Exception {
        String article = NewsRecords.of(1, 5).article().id();
        String statement = NewsRecords.of(1, 5).statements().get(0).id();
        List<Sent> forms = List.of(
                new Sent("/searches", "name=Harbour&query=q%3Dharbour"),
                new Sent("/visits", "seen=yes"),
                new Sent("/articles/" + article + "/statements/" + statement + "/corrections", "do=accept"));
        List<Sent> texts = List.of(
                new Sent("/api/v1/searches", "{\"name\":\"Quay\",\"query\":\"q=quay\"}"),
                new Sent("/api/v1/articles", "{\"text\":\"Mara Oldin said that the quay would open.\"}"));
        List<Sent> all = Stream.concat(forms.stream(), texts.stream()).toList();
        List<String> before = kept();
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement lock = other.createStatement()) {
            begin(lock);
            // Each waits a while; all of them at once, and pages besides.
            List<CompletableFuture<Raw>> refused = all.stream().map(this::later).toList();
            assertThat(get("/articles/" + article).status()).isEqualTo(200);
            for (int i = 0; i < all.size(); i++) {
                Raw answer = refused.get(i).get(1, TimeUnit.MINUTES);
                assertThat(answer.status()).as(all.get(i).path()).isEqualTo(503);
                assertThat(answer.header("Retry-After")).as(all.get(i).path()).isPresent();
                assertThat(answer.body()).doesNotContain(folder.toString(), "SQL", "Exception");
                if (all.get(i).isJson()) {
                    assertThat(answer.header("Content-Type")).contains("application/problem+json");
                    assertThat(answer.body()).contains("\"title\":\"Busy\"").contains("again");
                } else {
                    assertThat(answer.body()).contains("<h1>Busy</h1>", "another program writes to the store just now");
                }
            }
            lock.execute("ROLLBACK");
        }
        assertThat(kept()).as("nothing of it is half there").isEqualTo(before);
        for (Sent one : all) {
            assertThat(later(one).get(1, TimeUnit.MINUTES).status())
                    .as(one.path())
                    .isIn(200, 201, 303);
        }
        assertThat(kept()).containsExactly("2 articles", "Harbour, Quay", "1 looked at");
    }

    private record Sent(String path, String body) {
        boolean isJson() {
            return body.startsWith("{");
        }
    }

    private CompletableFuture<Raw> later(Sent sent) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return Raw.send(
                        port(server),
                        "POST " + sent.path() + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: "
                                + (sent.isJson() ? "application/json" : "application/x-www-form-urlencoded")
                                + "\r\nContent-Length: " + sent.body().length() + "\r\n\r\n" + sent.body());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** What of it is on record, in words. */
    private List<String> kept() {
        try (Store store = Store.open(file.toString())) {
            return List.of(
                    store.counts().articles() + " articles",
                    store.saved().all().stream().map(SavedSearch::name).sorted().collect(Collectors.joining(", ")),
                    store.correctedArticles().size() + " looked at");
        }
    }

    @Test
    void signingInWaitsForAnotherProgramAndSaysSoIfThatTakesTooLong() throws Exception {
        Path place = folder.resolve("shared.db");
        String token;
        try (Store store = Store.open(place.toString())) {
            token = new Accounts(store).add("Mara Oldin", DeskRole.EDITOR).orElseThrow();
        }
        ServerOptions options = ServerOptions.local(place.toString()).withPort(0);
        try (Server shared = Server.start(options.withSharing(new ServerOptions.Sharing(false)), log::add);
                Connection other = DriverManager.getConnection("jdbc:sqlite:" + place);
                Statement statement = other.createStatement()) {
            String body = "token=" + token;
            String request = "POST /signin HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                    + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length() + "\r\n\r\n"
                    + body;
            begin(statement);
            Raw busy = Raw.send(port(shared), request);
            assertThat(busy.status()).isEqualTo(503);
            assertThat(busy.body())
                    .contains("another program writes to the store")
                    .doesNotContain(token);
            statement.execute("ROLLBACK");
            assertThat(Raw.send(port(shared), request).status()).isEqualTo(303);
        }
    }

    /** What goes on behind the pages writes, too. */
    private static void begin(Statement statement) throws Exception {
        for (int i = 0; i < 1_200; i++) {
            try {
                statement.execute("BEGIN IMMEDIATE");
                return;
            } catch (SQLException e) {
                Thread.sleep(50);
            }
        }
        throw new AssertionError("the store stays locked");
    }

    private static int port(Server server) {
        return URI.create(server.address()).getPort();
    }

    @Test
    void twoServersAtOnePortAreOneTooMany() throws Exception {
        int port = port(server);
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> Server.start(
                        ServerOptions.local(folder.resolve("b.db").toString()).withPort(port), log::add))
                .withMessageContaining("another program does already");
    }

    @Test
    void beyondThisMachineOnlyASharedDeskIsServedAndOnlyWhereSomebodyHasAToken() throws Exception {
        ServerOptions open = ServerOptions.local(folder.resolve("c.db").toString())
                .withPort(0)
                .withHost("0.0.0.0", Set.of("desk.example"));
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> Server.start(open, log::add))
                .withMessageContaining("--shared");
        ServerOptions shared = open.withSharing(new ServerOptions.Sharing(false));
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> Server.start(shared, log::add))
                .withMessageContaining("onrecord users add");
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> Server.start(shared.withHost("0.0.0.0", Set.of()), log::add))
                .withMessageContaining("--name");
        try (Store store = Store.open(folder.resolve("c.db").toString())) {
            new Accounts(store).add("Mara Oldin", DeskRole.EDITOR);
        }
        Server started = Server.start(shared, log::add);
        assertThat(started.address()).startsWith("http://desk.example:");
        started.close();
        // Who ends a program closes what another did already.
        started.close();
    }
}
