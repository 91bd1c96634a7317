package io.onrecord.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.onrecord.server.http.Method;
import io.onrecord.server.http.Route;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first page of the desk, and what every page has in common. */
class HomeTest {

    /** Forms to fill in, files, parts of pages, and what is for machines already. */
    private static final List<String> NO_TWIN = List.of(
            "/read",
            "/articles/{id}/statements/{statement}/correct",
            "/assets/{digest}/{name}",
            "/parts/upkeep",
            "/searches/{id}/feed",
            "/api",
            "/health/live",
            "/health/ready",
            "/metrics");

    @TempDir
    private static Path folder;

    private static Server server;

    @BeforeAll
    static void start() throws IOException {
        server = Server.start(
                ServerOptions.local(folder.resolve("onrecord.db").toString()).withPort(0), System.err::println);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void theFirstPageShowsInABrowserWithoutAComplaint() {
        try (Chromium chromium = Chromium.start()) {
            Page page = chromium.open(server.address());
            assertThat(page.title()).contains("Onrecord");
            assertThat(Chromium.barriers(page)).isEmpty();
            assertThat(chromium.complaints()).isEmpty();
            Chromium.picture(page, "home");
        }
    }

    @Test
    void everyPageHasItsTwinAsJson() throws Exception {
        assertThat(get("api/v1/home").body()).contains("\"statements\":0");
        Set<String> paths = server.routes().stream()
                .filter(route -> route.method() == Method.GET)
                .map(Route::path)
                .collect(Collectors.toSet());
        assertThat(paths.stream()
                        .filter(path -> !path.startsWith("/api/v1/"))
                        .filter(path -> !paths.contains("/api/v1" + (path.equals("/") ? "/home" : path))))
                .containsExactlyInAnyOrderElementsOf(NO_TWIN);
    }

    @Test
    void whatIsNotThereIsSaidToPeopleAsAPageAndToProgramsAsProblemDetails() throws Exception {
        HttpResponse<String> page = get("nowhere");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("there is nothing at this address");
        HttpResponse<String> json = get("api/v1/nowhere");
        assertThat(json.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(json.body()).contains("\"status\":404");
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(server.address() + path))
                                .build(),
                        BodyHandlers.ofString());
    }
}
