package io.onrecord.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.server.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What strangers can send to the web server, and what it makes of it. */
class WebServerTest {

    private static final int MOST = 1 << 20;
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final List<String> PROBLEMS = Collections.synchronizedList(new ArrayList<>());
    private static final List<String> REQUESTS = Collections.synchronizedList(new ArrayList<>());
    private static final CountDownLatch ENDED = new CountDownLatch(1);

    private static WebServer server;

    @BeforeAll
    static void start() throws IOException {
        server = start(
                LONG,
                List.of(
                        Route.get("/", request -> Response.html("<h1>Here</h1>")),
                        Route.get("/api/v1/home", request -> Response.json(Map.of("here", true))),
                        Route.get(
                                "/articles/{id}",
                                request -> Response.html(
                                        "article " + request.part("id").length())),
                        Route.post(
                                "/form",
                                request -> Response.json(Map.of(
                                        "text",
                                                request.field("text")
                                                        .map(String::length)
                                                        .orElse(-1),
                                        "files", request.uploads().size()))),
                        Route.post("/api/v1/body", WebServerTest::count),
                        new Route(
                                Method.POST,
                                "/door",
                                Access.PUBLIC,
                                request -> Response.json(
                                        Map.of("token", request.field("token").orElse("")))),
                        Route.get("/fault", request -> {
                            throw new IllegalStateException("words of an article");
                        }),
                        Route.get("/deep", request -> Response.html("" + deep(1))),
                        Route.get("/endless", request -> Response.of(200, "text/plain", WebServerTest::goOn)),
                        Route.get("/broken", request -> Response.of(200, "text/plain", WebServerTest::breakOff))));
    }

    private static WebServer start(Duration patience, List<Route> routes) throws IOException {
        return WebServer.start(
                new WebOptions(
                        "127.0.0.1",
                        0,
                        Set.of("localhost", "127.0.0.1", "[::1]"),
                        MOST,
                        16,
                        patience,
                        false,
                        served -> REQUESTS.add(served.method() + " " + served.path() + " " + served.status())),
                routes,
                (request, access) -> new Visitor("Mara Oldin", true),
                failure -> {
                    PROBLEMS.add(failure.getClass().getSimpleName());
                    return new Problem(500, "A fault", "a fault of the desk", failure);
                },
                (problem, address) -> "<h1>" + problem.title() + "</h1>" + problem.detail());
    }

    private static Response count(Request request) throws IOException {
        long bytes = 0;
        byte[] some = new byte[8192];
        try (InputStream in = request.body()) {
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                bytes += read;
            }
        }
        return Response.json(Map.of("bytes", bytes));
    }

    private static int deep(int level) {
        return level < 0 ? 0 : level + deep(level + 1);
    }

    private static void breakOff(OutputStream out) throws IOException {
        out.write("x".repeat(200_000).getBytes(StandardCharsets.US_ASCII));
        out.flush();
        throw new IllegalStateException("the store went away");
    }

    /** As long as somebody reads; what tells that nobody does comes in other clothes. */
    private static void goOn(OutputStream out) {
        byte[] much = new byte[100_000];
        try {
            while (true) {
                out.write(much);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            ENDED.countDown();
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Whatever was tried, the server is there afterwards. */
    @AfterEach
    void stillThere() throws IOException {
        assertThat(get("/").status()).isEqualTo(200);
    }

    private static Raw send(String method, String path, String more) throws IOException {
        return Raw.send(
                server.port(),
                method + " " + path + " HTTP/1.1\r\nHost: localhost:" + server.port() + "\r\nConnection: close\r\n"
                        + more + (more.contains("\r\n\r\n") ? "" : "\r\n"));
    }

    private static Raw get(String path) throws IOException {
        return send("GET", path, "");
    }

    private static Raw post(String path, String type, String body) throws IOException {
        return send("POST", path, "Content-Type: " + type + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
    }

    private static void isClosedIn(Raw answer) {
        assertThat(answer.header("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.header("Referrer-Policy")).contains("same-origin");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.header("Server")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET /nowhere HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET /api/v1/nowhere HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET /fault HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n",
                "GET / HTTP/1.1\r\nConnection: close\r\n\r\n",
                "GET / HTTP/1.0\r\n\r\n",
                "GET /a%2fb HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET /\u0000 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "DELETE / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "TRACE / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "nonsense\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\nConnection: close\r\n\r\n",
                "POST /api/v1/body HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999\r\nConnection: close\r\n\r\n",
                "GET /deep HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
            })
    void everyAnswerKeepsPagesClosedToStrangers(String request) throws IOException {
        Raw answer = Raw.send(server.port(), request);
        assertThat(answer.status()).isPositive();
        isClosedIn(answer);
    }

    @Test
    void aRequestForHeadersAloneHasThoseOfThePage() throws IOException {
        Raw head = send("HEAD", "/", "");
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("Content-Type")).contains("text/html;charset=utf-8");
        assertThat(head.header("Content-Length")).isNotEqualTo(Optional.of("0"));
        assertThat(head.body()).isEmpty();
        assertThat(send("HEAD", "/api/v1/home", "").header("Content-Type")).contains("application/json");
        assertThat(send("HEAD", "/nowhere", "").status()).isEqualTo(404);
        assertThat(send("HEAD", "/form", "").status()).isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"OPTIONS", "TRACE", "PUT", "DELETE", "PATCH", "QUERY", "BREW", "PROPFIND"})
    void othersMethodsDoNothing(String method) throws IOException {
        Raw answer = send(method, "/", "X-Secret: seen\r\n");
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.text()).doesNotContain("seen");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example", "localhost.evil.example", "localhost.", "127.0.0.1.", "127.1", "0x7f000001",
                        "2130706433",
                "0.0.0.0", "[::ffff:127.0.0.1]", "[::]", "evil.example@localhost", "localhost/evil", "localhost:80:80",
                        "",
                "169.254.169.254"
            })
    void aNameThatIsNotTheServersGetsNothing(String host) throws IOException {
        Raw answer =
                Raw.send(server.port(), "GET /api/v1/home HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
        assertThat(answer.status()).isIn(400, 421);
        assertThat(answer.text()).doesNotContain("here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:4180", "127.0.0.1:1", "[::1]:4180"})
    void itsOwnNamesAreAnsweredByWhateverPort(String host) throws IOException {
        assertThat(Raw.send(server.port(), "GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void twoNamesAtOnceGetNothing() throws IOException {
        assertThat(Raw.send(
                                server.port(),
                                "GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\nConnection: close\r\n\r\n")
                        .status())
                .isEqualTo(400);
        assertThat(Raw.send(
                                server.port(),
                                "GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                        .status())
                .isIn(400, 421);
        assertThat(Raw.send(server.port(), "GET / HTTP/1.0\r\n\r\n").status()).isIn(400, 421);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin: https://evil.example",
                "Origin: null",
                "Origin: http://localhost.evil.example",
                "Origin: http://127.0.0.1:1",
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site",
                "Origin: https://evil.example\r\nSec-Fetch-Site: same-origin"
            })
    void whatAnotherSiteSendsChangesNothing(String header) throws IOException {
        for (String type :
                List.of("application/x-www-form-urlencoded", "text/plain", "multipart/form-data; boundary=x")) {
            Raw answer =
                    send("POST", "/form", header + "\r\nContent-Type: " + type + "\r\nContent-Length: 6\r\n\r\ntext=a");
            assertThat(answer.status()).isEqualTo(403);
        }
        assertThat(send("OPTIONS", "/form", header + "\r\nAccess-Control-Request-Method: POST\r\n")
                        .status())
                .isEqualTo(403);
        assertThat(send("OPTIONS", "/form", header + "\r\n").header("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    @Test
    void itsOwnPagesAndProgramsMayChangeThings() throws IOException {
        String body = "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 6\r\n\r\ntext=a";
        assertThat(send("POST", "/form", body).body()).contains("\"text\":1");
        String own = "Origin: http://localhost:" + server.port() + "\r\nSec-Fetch-Site: same-origin\r\n";
        assertThat(send("POST", "/form", own + body).body()).contains("\"text\":1");
    }

    @Test
    void aPageElsewhereMayLinkHereAndLoadNothing() throws IOException {
        String link = "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: document\r\n";
        assertThat(send("GET", "/", link).status()).isEqualTo(200);
        for (String dest : List.of("script", "image", "empty", "iframe", "object")) {
            String mode = dest.equals("iframe") ? "navigate" : "no-cors";
            assertThat(send(
                                    "GET",
                                    "/api/v1/home",
                                    "Sec-Fetch-Site: same-site\r\nSec-Fetch-Mode: " + mode + "\r\nSec-Fetch-Dest: "
                                            + dest + "\r\n")
                            .status())
                    .isEqualTo(403);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/articles/..%2f..%2fetc%2fpasswd",
                "/articles/%2e%2e/%2e%2e/",
                "/articles/..;/..;/",
                "/../../etc/passwd",
                "//evil.example/",
                "/articles//x",
                "/articles/a%00b",
                "/articles/%",
                "/articles/%zz",
                "/articles/%c0%ae%c0%ae",
                "/articles/a\\..\\b",
                "/assets/x/..%5c..%5cServer.class"
            })
    void anAddressThatMayMeanTwoThingsMeansNothing(String path) throws IOException {
        Raw answer = get(path);
        assertThat(answer.status()).isIn(400, 404);
        assertThat(answer.text()).doesNotContain("root:", "<script", "at io.onrecord", "org.eclipse");
    }

    @Test
    void whatFollowsASemicolonBelongsToThePath() throws IOException {
        assertThat(get("/articles/x;a=1").body()).isEqualTo("article 5");
        assertThat(get("/nowhere;/articles/x").status()).isEqualTo(404);
    }

    @Test
    void longAddressesAndHeadersAreRefused() throws IOException {
        assertThat(get("/articles/" + "a".repeat(6_000)).body()).contains("6000");
        assertThat(get("/" + "a".repeat(40_000)).status()).isIn(414, 431);
        assertThat(send("GET", "/", "X-Long: " + "a".repeat(40_000) + "\r\n").status())
                .isEqualTo(431);
        assertThat(send("GET", "/", "X-Many: a\r\n".repeat(10_000)).status()).isEqualTo(431);
    }

    @Test
    void whatIsRefusedIsNotRepeated() throws IOException {
        String secret = "?token=onrecord_user_SECRET";
        for (Raw answer : List.of(
                get("/a%2fb" + secret), get("/nowhere" + secret), get("/fault" + secret), get("/" + secret + "%zz"))) {
            assertThat(answer.text()).doesNotContain("SECRET", "words of an article", "Exception", "jetty");
        }
        assertThat(REQUESTS).noneMatch(line -> line.contains("SECRET") || line.contains("?"));
        assertThat(REQUESTS).anyMatch(line -> line.equals("GET /nowhere 404"));
    }

    @Test
    void bodiesThatAreTooLargeAreRefusedWhetherTheySaySoOrNot() throws IOException {
        assertThat(post("/api/v1/body", "text/plain", "x".repeat(MOST)).body()).contains("\"bytes\":" + MOST);
        Raw said = post("/api/v1/body", "text/plain", "x".repeat(MOST + 1));
        assertThat(said.status()).isEqualTo(413);
        assertThat(said.body()).contains("\"status\":413", "send less");
        String piece = "8000\r\n" + "x".repeat(0x8000) + "\r\n";
        Raw unsaid = send(
                "POST",
                "/api/v1/body",
                "Transfer-Encoding: chunked\r\n\r\n" + piece.repeat(MOST / 0x8000 + 2) + "0\r\n\r\n");
        assertThat(unsaid.status()).isEqualTo(413);
        Raw whole = send("POST", "/api/v1/body", "Transfer-Encoding: chunked\r\n\r\n" + piece.repeat(3) + "0\r\n\r\n");
        assertThat(whole.body()).contains("\"bytes\":" + 3 * 0x8000);
    }

    @Test
    void packedBodiesAreRefused() throws IOException {
        assertThat(send("POST", "/api/v1/body", "Content-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc")
                        .status())
                .isEqualTo(415);
    }

    @Test
    void aClientThatAsksBeforeItSendsIsAnswered() throws IOException {
        Raw answer = send("POST", "/api/v1/body", "Expect: 100-continue\r\nContent-Length: 3\r\n\r\nabc");
        assertThat(answer.text()).contains("\"bytes\":3");
    }

    @Test
    void aClientThatAsksBeforeItSendsNeedNotSendWhatIsTooLarge() throws Exception {
        String asking = "POST /api/v1/body HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nExpect: 100-continue\r\n"
                + "Content-Length: ";
        Raw refused = Raw.send(server.port(), asking + (MOST + 1) + "\r\n\r\n");
        assertThat(refused.status()).isEqualTo(413);
        try (Socket socket = Raw.connect(server.port())) {
            OutputStream out = socket.getOutputStream();
            out.write((asking + "100000\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            byte[] goOn = socket.getInputStream().readNBytes("HTTP/1.1 100 Continue\r\n\r\n".length());
            assertThat(new String(goOn, StandardCharsets.US_ASCII)).startsWith("HTTP/1.1 100 ");
            out.write(new byte[100_000]);
            assertThat(Raw.read(socket).body()).contains("\"bytes\":100000");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /fault HTTP/1.1\r\n\r\n",
                "Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
                "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\nabc",
                "Content-Length: -1\r\n\r\n",
                "Content-Length: +3\r\n\r\nabc",
                "Content-Length : 3\r\n\r\nabc",
                "X-Folded: a\r\n b\r\n\r\n",
                "X-Nul: a\u0000b\r\n\r\n"
            })
    void aBodyWhoseEndMayBeInTwoPlacesIsRefused(String rest) throws IOException {
        int before = PROBLEMS.size();
        assertThat(send("POST", "/api/v1/body", rest).status()).isEqualTo(400);
        assertThat(PROBLEMS).hasSize(before);
    }

    @Test
    void aFormOfManyFieldsIsRefused() throws IOException {
        String type = "application/x-www-form-urlencoded";
        assertThat(post("/form", type, "a=1&".repeat(900) + "text=abc").body()).contains("\"text\":3");
        assertThat(post("/form", type, "a=1&".repeat(100_000)).status()).isEqualTo(413);
        assertThat(post("/form", type, "text=%zz").status()).isEqualTo(400);
        assertThat(post("/door", type, "token=" + "x".repeat(10_000)).status()).isEqualTo(413);
        assertThat(post("/door", "multipart/form-data; boundary=x", "--x--").status())
                .isEqualTo(415);
    }

    @Test
    void aFormOfManyPartsOrHugeNamesIsRefused() throws IOException {
        String type = "multipart/form-data; boundary=x";
        String field = "--x\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nabc\r\n";
        String file = "--x\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a.txt\"\r\n\r\nabc\r\n";
        assertThat(post("/form", type, field + file.repeat(20) + "--x--\r\n").body())
                .contains("\"text\":3", "\"files\":20");
        assertThat(post(
                                "/form",
                                type,
                                "--x\r\nContent-Disposition: form-data; name=\"f\"\r\n\r\n1\r\n".repeat(10_000)
                                        + "--x--\r\n")
                        .status())
                .isIn(400, 413);
        String huge =
                "--x\r\nContent-Disposition: form-data; name=\"" + "n".repeat(500_000) + "\"\r\n\r\nabc\r\n--x--\r\n";
        assertThat(post("/form", type, huge).status()).isIn(400, 413, 431);
        assertThat(post("/form", "multipart/form-data", field + "--x--\r\n").status())
                .isEqualTo(400);
        assertThat(post("/form", "multipart/form-data; boundary=" + "x".repeat(5_000), "abc")
                        .status())
                .isEqualTo(400);
        assertThat(post("/form", type, field).status()).isEqualTo(400);
    }

    @Test
    void anAnswerThatBreaksOffLooksBroken() throws IOException {
        Raw answer = get("/broken");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).doesNotEndWith("\r\n0\r\n\r\n");
    }

    @Test
    void whoeverStopsReadingIsNoFault() throws Exception {
        try (Socket socket = Raw.connect(server.port())) {
            socket.getOutputStream()
                    .write(("GET /endless HTTP/1.1\r\nHost: localhost:" + server.port() + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().readNBytes(300_000)).hasSize(300_000);
            socket.setSoLinger(true, 0);
        }
        assertThat(ENDED.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(get("/").status()).isEqualTo(200);
        assertThat(PROBLEMS).doesNotContain("UncheckedIOException");
    }

    @Test
    void whatIsTooDeepForOneRequestIsAFaultOfThatRequestAlone() throws IOException {
        assertThat(get("/deep").status()).isEqualTo(500);
        assertThat(PROBLEMS).contains("StackOverflowError");
    }

    /** More of them than there are threads. */
    @Test
    void whoeverSendsABodyByteByByteHoldsNoThread() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 60; i++) {
                Socket socket = Raw.connect(server.port());
                socket.getOutputStream()
                        .write(
                                ("POST /form HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                                                + (i % 2 == 0 ? "" : "Expect: 100-continue\r\n")
                                                + "Content-Length: 1000\r\n\r\ntext=")
                                        .getBytes(StandardCharsets.US_ASCII));
                slow.add(socket);
            }
            for (Socket socket : slow) {
                socket.getOutputStream().write('a');
            }
            assertThat(get("/").status()).isEqualTo(200);
            // Whoever sends the rest in time is answered.
            OutputStream out = slow.get(0).getOutputStream();
            out.write("a".repeat(994).getBytes(StandardCharsets.US_ASCII));
            byte[] answer = slow.get(0).getInputStream().readNBytes(15);
            assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 200 OK");
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void whoeverSendsByteByByteIsShutOutInTheEnd() throws Exception {
        String headers = "POST /api/v1/body HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";
        String body = headers + "Content-Length: 1000000\r\n\r\n";
        try (WebServer hasty = start(SHORT, List.of(Route.post("/api/v1/body", WebServerTest::count)))) {
            assertThat(byteByByte(hasty.port(), headers + "X-Slow: ").status()).isNotEqualTo(200);
            assertThat(byteByByte(hasty.port(), body).status()).isIn(0, 408);
            assertThat(byteByByte(hasty.port(), body + "x".repeat(17_000)).status())
                    .isIn(0, 408);
        }
    }

    private static Raw byteByByte(int port, String beginning) throws Exception {
        try (Socket socket = Raw.connect(port)) {
            OutputStream out = socket.getOutputStream();
            out.write(beginning.getBytes(StandardCharsets.US_ASCII));
            CompletableFuture<Raw> answer = CompletableFuture.supplyAsync(() -> {
                try {
                    return Raw.read(socket);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            while (!answer.isDone()) {
                try {
                    out.write('a');
                } catch (IOException e) {
                    break;
                }
                Thread.sleep(50);
            }
            return answer.get();
        }
    }

    @Test
    void aRequestThatIsBeingAnsweredEndsBeforeTheServerDoes() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        WebServer other = start(LONG, List.of(Route.get("/slow", request -> {
            begun.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            return Response.html("whole");
        })));
        CompletableFuture<Raw> answer = CompletableFuture.supplyAsync(() -> {
            try {
                return Raw.send(other.port(), "GET /slow HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        begun.await();
        Thread closing = new Thread(other::close);
        closing.start();
        Thread.sleep(200);
        goOn.countDown();
        assertThat(answer.get().text()).contains("whole");
        closing.join();
    }
}
