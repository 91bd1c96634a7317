package io.onrecord.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.server.access.Accounts;
import io.onrecord.server.http.Method;
import io.onrecord.server.http.Route;
import io.onrecord.store.DeskRole;
import io.onrecord.store.Store;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every page has its JSON twin, with the same rows; the pages are taken from the routes of a shared desk, which has all of them. */
class TwinsTest {

    private static final String API = "/api/v1";

    /** What is no page, or nothing but a form, and why that has no twin. */
    private static final Map<String, String> NONE = Map.of(
            "/signin", "a form",
            "/link", "a form",
            "/read", "a form",
            "/articles/{id}/statements/{statement}/correct", "a form",
            "/api", "the twin is /api/v1/openapi.json",
            "/parts/upkeep", "a part of a page; the twin is /api/v1/upkeep",
            "/searches/{id}/feed", "a feed",
            "/metrics", "for machines as it is",
            "/health/live", "for machines as it is",
            "/health/ready", "for machines as it is");

    /** What a page links to of each of its rows. */
    private static final Pattern LINKED = Pattern.compile(
            "(?:href|id)=\"(?:/(articles|claims|speakers|statements|feeds|jobs|searches)/|[^\"]*#?s-)([0-9a-f]{16,64})");

    /** Lists of twins with the field of a row that its page links by. */
    private static final Map<String, List<String>> ROWS = Map.ofEntries(
            Map.entry("/articles", List.of("/articles", "id")),
            Map.entry("/speakers", List.of("/speakers", "id")),
            Map.entry("/claims", List.of("/claims", "id")),
            Map.entry("/disputes", List.of("/edges", "claim")),
            Map.entry("/search", List.of("/hits", "id")),
            Map.entry("/searches", List.of("/searches", "id")),
            Map.entry("/feeds", List.of("/feeds", "id")),
            Map.entry("/jobs", List.of("/jobs", "id")),
            Map.entry("/links", List.of("/links", "prefix")),
            Map.entry("/speakers/{id}", List.of("/statements", "id")),
            Map.entry("/speakers/{id}/disputes", List.of("/edges", "claim")),
            Map.entry("/claims/{id}", List.of("/told", "proposition")),
            Map.entry("/review", List.of("/items", "statement")));

    @TempDir
    private static Path folder;

    /** Pages whose lists had something in them. */
    private static final Set<String> SHOWN = new TreeSet<>();

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static TestDesk desk;
    private static Examples examples;
    private static String token;

    @BeforeAll
    static void start() {
        // Ids and what makes them are to be had without a token first.
        try (TestDesk local = TestDesk.open(folder)) {
            examples = Examples.of(local);
            for (int i = 0; i < 2; i++) {
                local.get("/");
            }
            try (Store store = Store.open(local.file().toString())) {
                Accounts accounts = new Accounts(store);
                token = accounts.add("Mara Oldin", DeskRole.EDITOR).orElseThrow();
                accounts.link(
                        Optional.of("/claims/0a1b2c"),
                        "Mara Oldin",
                        Instant.now().plus(9, ChronoUnit.DAYS));
                store.visits().seen("Mara Oldin");
            }
        }
        desk = TestDesk.again(folder, options -> options.withSharing(new ServerOptions.Sharing(false)));
        // Jobs are forgotten with their desk.
        send("{\"text\":\"Mara Oldin said the fair was open.\",\"title\":\"The fair\"}");
    }

    @AfterAll
    static void stop() {
        if (desk != null) {
            desk.close();
        }
    }

    private static HttpResponse<String> get(String path) {
        try {
            return CLIENT.send(
                    HttpRequest.newBuilder(URI.create(desk.address(path)))
                            .header("Authorization", "Bearer " + token)
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<Route> pages() {
        return desk.routes().stream().filter(Examples::isForPeople).filter(route -> !NONE.containsKey(route.path()));
    }

    private static String twin(String path) {
        return API + (path.equals("/") ? "/home" : path);
    }

    @Test
    void everyPageHasATwinAndEveryExceptionIsARoute() {
        Set<String> routes = desk.routes().stream()
                .filter(route -> route.method() == Method.GET)
                .map(Route::path)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        assertThat(pages()).hasSizeGreaterThan(20);
        assertThat(pages().map(route -> twin(route.path())).filter(path -> !routes.contains(path)))
                .isEmpty();
        assertThat(routes).containsAll(NONE.keySet());
        assertThat(routes).containsAll(ROWS.keySet());
    }

    @TestFactory
    Stream<DynamicTest> theTwinHasTheRowsOfThePage() {
        Stream<DynamicTest> all = pages().filter(route ->
                        !route.path().startsWith("/jobs/") && !route.path().equals("/export"))
                .flatMap(route -> examples.paths(route).stream()
                        .map(path -> DynamicTest.dynamicTest(path, () -> check(route, path))));
        // Else there would be nothing to compare.
        return Stream.concat(
                all,
                Stream.of(DynamicTest.dynamicTest(
                        "each list had rows", () -> assertThat(SHOWN).containsAll(ROWS.keySet()))));
    }

    private static void check(Route route, String path) {
        HttpResponse<String> page = get(path);
        if (page.statusCode() == 303) {
            return;
        }
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        String twin = page.body()
                .replaceAll("(?s).*<link rel=\"alternate\" type=\"application/json\" href=\"([^\"]*)\".*", "$1")
                .replace("&amp;", "&");
        assertThat(twin).isEqualTo(path.equals("/") ? twin("/") : API + path);
        HttpResponse<String> json = get(twin);
        assertThat(json.statusCode()).as(json.body()).isEqualTo(200);
        Set<String> linked = new TreeSet<>();
        Matcher matcher = LINKED.matcher(main(page.body()));
        while (matcher.find()) {
            linked.add(matcher.group(2));
        }
        assertThat(linked).as("ids on the page and in its twin").allMatch(json.body()::contains);
        List<String> list = ROWS.getOrDefault(route.path(), List.of());
        if (!list.isEmpty()) {
            List<String> rows = new ArrayList<>();
            for (JsonNode row : JSON.readTree(json.body()).at(list.get(0))) {
                rows.add(row.get(list.get(1)).asString().replaceAll("\\..*", ""));
            }
            assertThat(rows).as("rows of the twin on the page").allMatch(main(page.body())::contains);
            if (!rows.isEmpty()) {
                SHOWN.add(route.path());
            }
        }
    }

    private static String main(String page) {
        return page.substring(page.indexOf("<main"), page.indexOf("</main>"));
    }

    @Test
    void theTwinOfThePageOfLinksHasThemAndNoTokens() {
        JsonNode links = JSON.readTree(get(API + "/links").body());
        assertThat(links.at("/links/0/opens").asString()).isEqualTo("/claims/0a1b2c");
        assertThat(links.at("/links/0/author").asString()).isEqualTo("Mara Oldin");
        assertThat(links.toString()).doesNotContain(token);
        assertThat(get("/links?format=csv").body()).startsWith("prefix,opens,author,until,seen\n");
    }

    @Test
    void whatIsNewHasAnAddressThatShowsTheSameToEverybody() {
        HttpResponse<String> asked = get("/articles?q=quay&new=visit");
        assertThat(asked.statusCode()).isEqualTo(303);
        String address = asked.headers().firstValue("Location").orElseThrow();
        assertThat(address).startsWith("/articles?q=quay&since=2").doesNotContain("visit");
        assertThat(get(address).statusCode()).isEqualTo(200);
        assertThat(get(API + "/articles?q=quay&new=visit").headers().firstValue("Location"))
                .contains(API + address);
        // All was seen; what is kept from now on is behind that.
        assertThat(JSON.readTree(get(API + address).body()).at("/articles")).isEmpty();
        send("{\"text\":\"Ilan Serrat said the quay was open.\",\"title\":\"The quay is open\"}");
        assertThat(JSON.readTree(get(API + address).body()).at("/articles")).hasSize(1);
        assertThat(get(address).body()).contains("The quay is open");
        assertThat(get(address + "&format=jsonl").body().lines()).hasSize(1);
        assertThat(JSON.readTree(get(API + "/articles?since=2999").body()).at("/articles"))
                .isEmpty();
    }

    private static void send(String body) {
        try {
            HttpResponse<String> response = CLIENT.send(
                    HttpRequest.newBuilder(URI.create(desk.address(API + "/articles")))
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
