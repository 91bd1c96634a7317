package io.onrecord.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.store.Store;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody sees who opens the desk for the first time. */
class DemoShownTest {

    private static final Pattern ARTICLE = Pattern.compile("href=\"/(articles/[0-9a-f]{32})\"");
    private static final String BANNER = "What you see are made-up articles";

    @TempDir
    private Path folder;

    @Test
    void madeUpArticlesAreShownUntilTheFirstOfOnesOwnIsThereAndNeverComeIntoOnesStore() throws Exception {
        Path own = folder.resolve("onrecord.db");
        try (Server server = Server.start(
                ServerOptions.local(own.toString()).withPort(0).withDemo(folder.resolve("demo.db")), line -> {})) {
            String article = firstArticle(server);
            assertThat(get(server, article)).contains(BANNER, "<mark class=\"source");

            HttpResponse<String> sent = send(
                    HttpRequest.newBuilder(URI.create(server.address() + "api/v1/articles"))
                            .header("Content-Type", "application/json")
                            .timeout(Duration.ofMinutes(2))
                            .POST(
                                    BodyPublishers.ofString(
                                            "{\"text\": \"Dessa Korrin said on Monday that the ferry would sail.\", \"title\": \"The ferry\"}")));
            assertThat(sent.statusCode()).isEqualTo(201);

            assertThat(get(server, "articles")).contains("The ferry").doesNotContain(BANNER, article);
        }
        try (Store store = Store.open(own.toString())) {
            assertThat(store.counts().articles()).isEqualTo(1);
        }
    }

    /** The first one that is there: they are read while one looks. */
    private static String firstArticle(Server server) throws IOException, InterruptedException {
        for (int tries = 0; tries < 1200; tries++) {
            Matcher found = ARTICLE.matcher(get(server, "articles"));
            if (found.find()) {
                return found.group(1);
            }
            Thread.sleep(50);
        }
        throw new AssertionError("no made-up article comes");
    }

    private static String get(Server server, String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(server.address() + path))).body();
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }
}
