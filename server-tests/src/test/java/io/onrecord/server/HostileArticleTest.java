package io.onrecord.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Articles and addresses that somebody wrote to do harm: they are words and nothing else, and nobody inside is asked for them. */
class HostileArticleTest {

    private static final String SCRIPT = "<script>window.harm=1</script><img src=x onerror=\"window.harm=2\">";
    private static final String QUOTES = "\"'><svg/onload=window.harm=3>${7*7}{{7*7}}</textarea></title><!--";
    private static final Pattern ID = Pattern.compile("\"id\":\\s*\"([0-9a-f]{8,})\"");

    @TempDir
    private static Path folder;

    private static Server server;

    @BeforeAll
    static void start() throws IOException {
        server = Server.start(
                ServerOptions.local(folder.resolve("onrecord.db").toString()).withPort(0), line -> {});
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<String> submit(String json) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(server.address() + "api/v1/articles"))
                .header("Content-Type", "application/json")
                .timeout(Duration.ofMinutes(2))
                .POST(BodyPublishers.ofString(json)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    /** The pages of all that a list has, which is made a little after the article was read. */
    private static List<String> pagesOf(String list) throws IOException, InterruptedException {
        List<String> paths = new ArrayList<>();
        for (int tries = 0; paths.isEmpty() && tries < 600; tries++) {
            Thread.sleep(100);
            Matcher id = ID.matcher(send(HttpRequest.newBuilder(URI.create(server.address() + "api/v1/" + list)))
                    .body());
            while (id.find()) {
                paths.add(list + "/" + id.group(1));
            }
        }
        assertThat(paths).as(list).isNotEmpty();
        return paths;
    }

    private static String quoted(String words) {
        return "\"" + words.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }

    @Test
    void anArticleFullOfScriptIsWordsOnEveryPage() throws Exception {
        String text = "Ilan Serrat " + SCRIPT + " said that the harbour " + QUOTES + " would close.\n\n"
                + "\"We will appeal " + SCRIPT + "\", said Mara Oldin " + QUOTES
                + ".\n\nDessa Korrin said on Monday that the bridge over the Tarn " + SCRIPT + " had been closed.";
        String sent = "{\"text\": " + quoted(text) + ", \"title\": " + quoted(SCRIPT + QUOTES) + ", \"outlet\": "
                + quoted("Avenia " + QUOTES) + "}";
        HttpResponse<String> answer = submit(sent);
        assertThat(answer.statusCode()).isIn(200, 201, 202);
        List<String> paths = new ArrayList<>(List.of(
                "",
                "articles",
                "jobs",
                "review",
                "speakers",
                "disputes",
                "claims",
                "decisions",
                "searches",
                "feeds",
                "search?q=harbour",
                "search?q=" + URLEncoder.encode(SCRIPT + QUOTES, StandardCharsets.UTF_8),
                "search?speaker=" + URLEncoder.encode(SCRIPT, StandardCharsets.UTF_8),
                "compare?q=" + URLEncoder.encode(QUOTES, StandardCharsets.UTF_8)));
        Matcher id = ID.matcher(answer.body());
        while (id.find()) {
            paths.add("articles/" + id.group(1));
            paths.add("articles/" + id.group(1) + "/history");
        }
        List<String> speakers = pagesOf("speakers");
        paths.addAll(speakers);
        speakers.forEach(path -> paths.addAll(List.of(path + "/names", path + "/disputes", path + "/wording")));
        paths.addAll(pagesOf("claims"));
        try (Chromium chromium = Chromium.start()) {
            for (String path : paths) {
                Page page = chromium.open(server.address() + path);
                // Whatever would have run is run by now, or was waited for by nobody.
                assertThat(page.evaluate("window.harm === undefined")).as(path).isEqualTo(true);
                assertThat((int) page.evaluate("document.querySelectorAll('main [onerror], main [onload]').length"))
                        .as(path)
                        .isZero();
                page.context().close();
            }
            // What the policy had to stop would stand here.
            assertThat(chromium.complaints()).noneMatch(line -> line.contains("Content Security Policy"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:%d/",
                "http://localhost:%d/",
                "http://[::1]:%d/",
                "http://[::ffff:127.0.0.1]:%d/",
                "http://2130706433:%d/",
                "http://0x7f.1:%d/",
                "http://0.0.0.0:%d/",
                "http://169.254.169.254/latest/meta-data/",
                "http://10.0.0.1/",
                "file:///etc/passwd",
                "gopher://127.0.0.1:%d/",
                "http://user:word@127.0.0.1:%d/"
            })
    void nobodyInsideIsAsked(String address) throws Exception {
        AtomicInteger asked = new AtomicInteger();
        HttpServer inside = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        inside.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        inside.start();
        try {
            String inward =
                    address.replace("%d", String.valueOf(inside.getAddress().getPort()));
            HttpResponse<String> answer = submit("{\"address\": " + quoted(inward) + "}");
            assertThat(answer.body()).doesNotContain("root:");
            assertThat(answer.statusCode()).isNotIn(200, 201, 500);
            assertThat(asked).hasValue(0);
        } finally {
            inside.stop(0);
        }
    }
}
