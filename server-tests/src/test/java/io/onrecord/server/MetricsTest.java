package io.onrecord.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.server.access.Accounts;
import io.onrecord.store.DeskRole;
import io.onrecord.store.Store;
import io.onrecord.testkit.NewsRecords;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What machines are told of a desk: whether it is well, what it counts, what it logs; and what they are never told. */
class MetricsTest {

    /** A comment, or a name with labels and a number, as Prometheus' text format has it. */
    private static final Pattern LINE = Pattern.compile("# (HELP|TYPE) [a-z_:]+ .+"
            + "|[a-zA-Z_:][a-zA-Z0-9_:]*(\\{([a-zA-Z_]+=\"([^\"\\\\]|\\\\.)*\",?)*})? ([-+0-9.eE]+|NaN|[-+]?Inf)");

    private static final String WORDS = "Xanthippelago";

    @TempDir
    private static Path folder;

    /** Written while it is read. */
    private static final List<String> LOG = new CopyOnWriteArrayList<>();

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static Path file;
    private static String token;
    private static String link;
    private static Server server;

    @BeforeAll
    static void start() throws IOException {
        file = folder.resolve("onrecord.db");
        try (Store store = Store.open(file.toString())) {
            store.put(NewsRecords.of(1, 5));
            Accounts accounts = new Accounts(store);
            token = accounts.add("Mara Oldin", DeskRole.EDITOR).orElseThrow();
            link = accounts.link(Optional.empty(), "Mara Oldin", Instant.now().plus(Duration.ofDays(1)));
        }
        server = Server.start(
                ServerOptions.local(file.toString())
                        .withPort(0)
                        .withSharing(new ServerOptions.Sharing(false))
                        .withRequests(line -> LOG.add(line.text() + " " + line)),
                LOG::add);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(server.address().replaceAll("/$", "") + path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(to(path).header("Authorization", "Bearer " + token));
    }

    private static String metrics() throws IOException, InterruptedException {
        return get("/metrics").body();
    }

    @Test
    void whatIsCountedIsForThoseWhoMayRead() throws Exception {
        assertThat(send(to("/metrics")).statusCode()).isEqualTo(401);
        HttpResponse<String> answer = get("/metrics");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/plain; version=0.0.4; charset=utf-8");
        assertThat(answer.body().lines()).hasSizeGreaterThan(60).allMatch(LINE.asMatchPredicate());
    }

    @Test
    void theStoreTheWorkAndJavaAreCounted() throws Exception {
        assertThat(metrics())
                .contains("onrecord_build_info{version=\"")
                .contains("onrecord_store_up 1.0")
                .contains("onrecord_store_articles ", "onrecord_store_statements ")
                .contains("onrecord_jobs{phase=\"waiting\"} 0.0")
                .contains("onrecord_articles_kept_total ", "onrecord_upkeep_failing ", "onrecord_feeds 0.0")
                .contains("jvm_memory_used_bytes{area=\"heap\"}", "process_cpu_seconds_total");
    }

    @Test
    void requestsAreCountedByTheirRoutesAndNotByWhatPeopleLookFor() throws Exception {
        String id = NewsRecords.of(1, 5).article().id();
        assertThat(get("/articles/" + id).statusCode()).isEqualTo(200);
        get("/search?q=" + WORDS);
        get("/" + WORDS);
        assertThat(metrics())
                .contains("onrecord_http_requests_total{method=\"GET\",route=\"/articles/{id}\",status=\"200\"}")
                .contains("route=\"none\",status=\"404\"")
                .contains("onrecord_http_request_seconds_bucket{route=\"/search\",le=\"+Inf\"}")
                .doesNotContain(id, WORDS);
    }

    @Test
    void methodsThatSomebodyMakesUpMakeNoLinesOfTheirOwn() throws Exception {
        for (int i = 0; i < 5; i++) {
            send(to("/").method("MADEUP" + i, BodyPublishers.noBody()));
        }
        assertThat(metrics()).doesNotContain("MADEUP").contains("method=\"other\"");
        assertThat(LOG).noneMatch(line -> line.contains("MADEUP")).anyMatch(line -> line.contains(" other / 405 "));
    }

    @Test
    void anybodyMayAskWhetherItIsWellAndIsToldNothingElse() throws Exception {
        assertThat(send(to("/health/live")).body()).isEqualTo("{\"status\":\"up\"}");
        assertThat(send(to("/health/ready")).body()).isEqualTo("{\"status\":\"up\"}");
        Path away = folder.resolve("away.db");
        Files.move(file, away);
        try {
            HttpResponse<String> down = until(503);
            assertThat(down.body()).isEqualTo("{\"status\":\"down\"}");
            assertThat(send(to("/health/live")).statusCode()).isEqualTo(200);
        } finally {
            Files.move(away, file);
        }
        assertThat(until(200).body()).isEqualTo("{\"status\":\"up\"}");
    }

    @Test
    void ofAStoreThatCannotBeReadOldNumbersAreNotShown() throws Exception {
        Path own = folder.resolve("own.db");
        Path away = folder.resolve("own-away.db");
        try (Store store = Store.open(own.toString())) {
            store.put(NewsRecords.of(1, 5));
        }
        try (Server local = Server.start(ServerOptions.local(own.toString()).withPort(0), LOG::add)) {
            String page = local.address().replaceAll("/$", "") + "/metrics";
            assertThat(until(page, "onrecord_store_up 1.0")).contains("onrecord_store_articles 1.0");
            Files.move(own, away);
            try {
                assertThat(until(page, "onrecord_store_up 0.0")).contains("onrecord_jobs", "jvm_memory_used_bytes");
                assertThat(until(page, "onrecord_store_up 0.0"))
                        .doesNotContain("onrecord_store_articles", "onrecord_store_statements", "onrecord_feeds");
            } finally {
                Files.move(away, own);
            }
            until(page, "onrecord_store_up 1.0");
            assertThat(until(page, "onrecord_store_up 1.0")).contains("onrecord_store_articles 1.0");
        }
    }

    private static String until(String page, String line) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(page)).build();
        String body = CLIENT.send(request, BodyHandlers.ofString()).body();
        for (int i = 0; i < 200 && !body.contains(line); i++) {
            Thread.sleep(50);
            body = CLIENT.send(request, BodyHandlers.ofString()).body();
        }
        assertThat(body).contains(line);
        return body;
    }

    /** The store is looked at once a second. */
    private static HttpResponse<String> until(int status) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(to("/health/ready"));
        for (int i = 0; i < 200 && answer.statusCode() != status; i++) {
            Thread.sleep(50);
            answer = send(to("/health/ready"));
        }
        assertThat(answer.statusCode()).isEqualTo(status);
        return answer;
    }

    @Test
    void neitherTheTextOfAnArticleNorATokenComesIntoTheLogOrTheCounts() throws Exception {
        String hostile =
                WORDS + " said \\\"" + token + "\\\".\\n{\\\"level\\\":\\\"error\\\"}\\n\\u0007\\ud800 " + WORDS;
        for (String body : List.of(
                "{\"text\": \"Mara Oldin said that " + WORDS + " would close.\", \"title\": \"" + WORDS + "\"}",
                "{\"text\": \"" + hostile + "\"}",
                "{\"text\": \"" + hostile,
                "{\"" + WORDS + "\": 1}",
                WORDS)) {
            send(to("/api/v1/articles")
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(body)));
        }
        send(to("/api/v1/articles")
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "multipart/form-data; boundary=" + WORDS)
                .POST(BodyPublishers.ofString("--" + WORDS + "\r\n\r\n" + WORDS)));
        for (String secret : List.of(token, link)) {
            for (String path : List.of(
                    "/?q=" + secret,
                    "/articles/" + secret,
                    "/" + secret.replace("_", "%5F"),
                    "/" + secret.replace("onrecord", "%6Fnrecord"),
                    "/" + secret.replace("onrecord", "%256Fnrecord"),
                    "/api/v1/articles/" + secret + "?" + secret)) {
                get(path);
                send(to(path));
            }
            send(to("/").header("Authorization", "Bearer " + secret + "x"));
            send(to("/").header("Cookie", "onrecord-session=" + secret).header("User-Agent", secret));
            send(to("/signin")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("token=" + secret + "x")));
        }
        HttpResponse<String> signed = send(to("/signin")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("token=" + token)));
        String session = signed.headers().firstValue("Set-Cookie").orElseThrow().replaceAll("[^=]+=([^;]+);.*", "$1");
        assertThat(session).hasSizeGreaterThan(43);
        send(to("/articles/" + session).header("Cookie", "onrecord-session=" + session));

        assertThat(LOG).hasSizeGreaterThan(20).anyMatch(line -> line.contains("(withheld: it may hold a token)"));
        String metrics = metrics();
        for (String secret : List.of(token, link, session)) {
            // The first eight characters are no secret; those behind them are.
            String rest = secret.substring(secret.length() - 30);
            assertThat(LOG).noneMatch(line -> line.contains(rest));
            assertThat(metrics).doesNotContain(rest);
        }
        assertThat(LOG).noneMatch(line -> line.contains("would close") || line.contains("said"));
        assertThat(LOG.stream().filter(line -> !line.contains("/" + WORDS)))
                .as("words of the articles; an address is what somebody asked for")
                .noneMatch(line -> line.contains(WORDS));
        assertThat(metrics).doesNotContain(WORDS);
    }
}
