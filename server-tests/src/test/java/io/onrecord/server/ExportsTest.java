package io.onrecord.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Every list of the desk as a file: the rows of its twin, all parts of it, in its order, in every format. */
class ExportsTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String API = "/api/v1";
    private static final List<String> TABLES = List.of("csv", "jsonl", "xlsx", "parquet");
    private static final List<String> OTHERS = List.of("html", "webannotation", "claimreview", "ftm", "records");

    /** Where the id of a row's statement stands in the twin, by the list. */
    private static final Map<String, String> STATEMENT = Map.of(
            "/search", "/id",
            "/searches", "/statement/id",
            "/articles", "/id",
            "/speakers", "/id",
            "/claims", "/statement/id",
            "/review", "/statement");

    @TempDir
    private static Path folder;

    private static TestDesk desk;
    private static final Map<String, String> IDS = new LinkedHashMap<>();

    /**
     * A list.
     *
     * @param page its address
     * @param list its name in the twin
     * @param limited whether parts can be made small
     */
    private record Asked(String page, String list, boolean limited) {

        String with(String more) {
            return page + (page.contains("?") ? "&" : "?") + more;
        }
    }

    @BeforeAll
    static void start() {
        desk = TestDesk.open(folder);
        // What people did, so that there is something in each list.
        IDS.put("article", json("/articles?limit=50").at("/articles/3/id").asString());
        IDS.put("speaker", json("/speakers").at("/speakers/0/id").asString());
        IDS.put("claim", json("/claims?disputed=true").at("/claims/0/id").asString());
        for (int i = 0; i < 3; i++) {
            String statement = json("/articles/" + IDS.get("article") + "/statements")
                    .at("/statements/" + i + "/id")
                    .asString();
            send(
                    "/articles/" + IDS.get("article") + "/corrections",
                    "{\"statement\":\"" + statement + "\",\"speaker\":\"Ilan Serrat the " + i + "\"}");
        }
        for (int i = 0; i < 3; i++) {
            List<String> speakers = withNamesOfTheirOwn();
            send(
                    "/speakers/merge",
                    "{\"first\":\"" + speakers.get(10 + i) + "\",\"second\":\"" + speakers.get(14 + i) + "\"}");
            send("/feeds", "{\"address\":\"https://press" + i + ".example/feed.xml\"}");
        }
        IDS.put("feed", json("/feeds").at("/feeds/0/id").asString());
        IDS.put(
                "saved",
                send("/searches", "{\"name\":\"Quay\",\"query\":\"q=quay\"}")
                        .at("/search/id")
                        .asString());
        send("/searches", "{\"name\":\"All\",\"query\":\"\"}");
        JsonNode job = send(
                "/jobs",
                "{\"articles\":[{\"text\":\"Mara Oldin said the quay would open. Ilan Serrat denied that.\",\"title\":\"=SUM(A1)\"},"
                        + "{\"text\":\"The mayor, Ilan Serrat, said the quay was safe.\",\"title\":\"-Quay\"}]}");
        IDS.put("job", job.at("/id").asString());
        await(() -> json("/jobs/" + IDS.get("job")).at("/over").asBoolean());
        // Found by the saved search once the index has them.
        await(() -> json("/searches/" + IDS.get("saved")).at("/hits").size() >= 2);
    }

    /** Of two of one name nobody can say which is meant, so that they are merged with nobody. */
    private static List<String> withNamesOfTheirOwn() {
        Map<String, List<String>> byName = new LinkedHashMap<>();
        for (JsonNode speaker : json("/speakers?limit=200").at("/speakers")) {
            byName.computeIfAbsent(speaker.at("/name").asString(), name -> new ArrayList<>())
                    .add(speaker.at("/id").asString());
        }
        return byName.values().stream()
                .filter(ids -> ids.size() == 1)
                .map(ids -> ids.get(0))
                .toList();
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    private static void await(java.util.function.BooleanSupplier what) {
        for (int i = 0; i < 3_000 && !what.getAsBoolean(); i++) {
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        assertThat(what.getAsBoolean()).isTrue();
    }

    private static JsonNode json(String path) {
        HttpResponse<String> response = desk.get(API + path);
        assertThat(response.statusCode()).as(path + " " + response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    private static JsonNode send(String path, String body) {
        HttpResponse<String> response = desk.send(HttpRequest.newBuilder(URI.create(desk.address(API + path)))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
        assertThat(response.statusCode()).as(path + " " + response.body()).isBetween(200, 299);
        return JSON.readTree(response.body());
    }

    private static HttpResponse<byte[]> file(String path) {
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(URI.create(desk.address(path))).build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All rows of a list, part by part. */
    private static List<JsonNode> all(Asked asked, Function<JsonNode, Stream<JsonNode>> rows) {
        List<JsonNode> all = new ArrayList<>();
        String first = asked.limited() ? asked.with("limit=3") : asked.page();
        String address = first;
        while (true) {
            JsonNode part = json(address);
            rows.apply(part).forEach(all::add);
            String next = part.at("/next").asString("");
            if (next.isEmpty()) {
                return all;
            }
            address = next.startsWith("/") ? next : first + (first.contains("?") ? "&" : "?") + "cursor=" + next;
        }
    }

    private static List<JsonNode> all(Asked asked) {
        return all(asked, part -> part.at("/" + asked.list()).valueStream());
    }

    // Rows that are no statements.

    private static Stream<Asked> rowLists() {
        String speaker = "/speakers/" + IDS.get("speaker");
        return Stream.of(
                new Asked("/articles", "articles", true),
                new Asked("/articles?q=harbour", "articles", true),
                new Asked("/articles?outlet=Northwire", "articles", true),
                new Asked("/articles?since=2001", "articles", true),
                new Asked("/articles?since=2999", "articles", true),
                new Asked("/articles/" + IDS.get("article") + "/history", "entries", false),
                new Asked("/jobs", "jobs", true),
                new Asked("/jobs/" + IDS.get("job"), "kept", false),
                new Asked("/jobs/" + IDS.get("job") + "?list=skipped", "skipped", false),
                new Asked("/searches", "searches", false),
                new Asked("/searches/" + IDS.get("saved") + "?list=deliveries", "deliveries", false),
                new Asked("/feeds", "feeds", false),
                new Asked("/feeds/" + IDS.get("feed"), "entries", false),
                new Asked("/speakers", "speakers", true),
                new Asked("/speakers?sort=name", "speakers", true),
                new Asked("/speakers?kind=person&sort=name", "speakers", true),
                new Asked("/speakers?q=Oldin", "speakers", true),
                new Asked(speaker + "/disputes", "edges", true),
                new Asked(speaker + "/disputes?end=from", "edges", true),
                new Asked(speaker + "/disputes?list=disputes", "disputes", false),
                new Asked(speaker + "/disputes?list=disputedBy", "disputedBy", false),
                new Asked(speaker + "/names", "names", false),
                new Asked("/disputes", "edges", true),
                new Asked("/disputes?kind=denies&kind=rejects", "edges", true),
                new Asked("/claims", "claims", true),
                new Asked("/claims?disputed=true", "claims", true),
                new Asked("/claims?q=harbour", "claims", true),
                new Asked("/claims?q=...", "claims", true),
                new Asked("/claims/" + IDS.get("claim") + "?list=origins", "origins", false),
                new Asked("/decisions", "decisions", true));
    }

    @TestFactory
    Stream<DynamicTest> rowsAreThoseOfTheTwinInEveryFormat() {
        return rowLists().map(asked -> DynamicTest.dynamicTest(asked.page(), () -> same(asked, all(asked))));
    }

    @Test
    void theClaimsOfAComparisonAreRowsOfWhoCarriesThem() throws IOException {
        JsonNode outlets = json("/articles").at("/outlets");
        Asked asked = new Asked("/compare?q=harbour", "groups", false);
        List<JsonNode> expected = new ArrayList<>();
        for (int i = 1; i < outlets.size() && expected.isEmpty(); i++) {
            asked = new Asked(
                    "/compare?q=harbour&outlet=" + encoded(outlets.get(0)) + "&outlet=" + encoded(outlets.get(i)),
                    "groups",
                    false);
            json(asked.page())
                    .at("/groups")
                    .forEach(group -> group.at("/claims")
                            .forEach(claim -> claim.at("/carriers").forEach(carrier -> {
                                ObjectNode row = JSON.createObjectNode();
                                row.set("outlets", group.at("/outlets"));
                                row.set("claim", claim.at("/claim"));
                                carrier.properties().forEach(field -> row.set(field.getKey(), field.getValue()));
                                expected.add(row);
                            })));
        }
        assertThat(expected).isNotEmpty();
        same(asked, expected);
        Asked articles = new Asked(asked.with("list=articles"), "articles", false);
        same(articles, all(articles));
        Asked disputes = new Asked(asked.with("list=disputes"), "disputes", false);
        same(disputes, all(disputes));
    }

    @Test
    void theWordingsOfASpeakerAreRowsOfTheirClaims() throws IOException {
        int found = 0;
        for (JsonNode speaker : json("/speakers?limit=40").at("/speakers")) {
            Asked asked = new Asked("/speakers/" + speaker.at("/id").asString() + "/wording", "claims", false);
            List<JsonNode> expected = all(
                    asked,
                    part -> part.at("/claims")
                            .valueStream()
                            .flatMap(drift -> drift.at("/wordings")
                                    .valueStream()
                                    .map(wording -> row(drift.at("/claim"), wording))));
            found += expected.size();
            if (found == expected.size()) {
                same(asked, expected);
            }
        }
        assertThat(found).isPositive();
    }

    private static JsonNode row(JsonNode claim, JsonNode wording) {
        ObjectNode row = JSON.createObjectNode();
        row.set("claim", claim);
        wording.properties().forEach(field -> row.set(field.getKey(), field.getValue()));
        return row;
    }

    private static String encoded(JsonNode words) {
        return java.net.URLEncoder.encode(words.asString(), StandardCharsets.UTF_8);
    }

    /** In every format, from the page and from the twin. */
    private static void same(Asked asked, List<JsonNode> expected) throws IOException {
        for (String format : TABLES) {
            String address = asked.with("format=" + format);
            HttpResponse<byte[]> file = file(address);
            assertThat(file.statusCode()).as(address).isEqualTo(200);
            assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
                    .startsWith("attachment");
            List<Map<String, String>> rows = Sheets.rows(format, file.body(), folder);
            assertThat(rows).as(address).hasSize(expected.size());
            for (int i = 0; i < rows.size(); i++) {
                checkRow(address + " row " + i, expected.get(i), rows.get(i));
            }
        }
        assertThat(file(API + asked.with("format=csv")).body())
                .isEqualTo(file(asked.with("format=csv")).body());
        // Wherever a page begins, its file is whole.
        assertThat(file(asked.with("limit=1&cursor=nonsense&format=csv")).body())
                .isEqualTo(file(asked.with("format=csv")).body());
    }

    private static void checkRow(String where, JsonNode expected, Map<String, String> row) {
        Map<String, JsonNode> cells = new TreeMap<>();
        flatten("", expected, row, cells);
        assertThat(row.keySet()).as(where).isEqualTo(cells.keySet());
        cells.forEach((column, cell) -> {
            String words = row.get(column);
            if (cell.isContainer()) {
                assertThat(JSON.readTree(words)).as(where + " " + column).isEqualTo(cell);
            } else if (cell.isNumber()) {
                assertThat(Double.parseDouble(words)).as(where + " " + column).isEqualTo(cell.asDouble());
            } else {
                assertThat(words).as(where + " " + column).isEqualTo(cell.asString());
            }
        });
    }

    private static void flatten(String before, JsonNode value, Map<String, String> row, Map<String, JsonNode> cells) {
        value.properties().forEach(field -> {
            String column = before + field.getKey().replaceAll("([A-Z])", "_$1").toLowerCase(java.util.Locale.ROOT);
            if (field.getValue().isObject() && !row.containsKey(column)) {
                flatten(column + "_", field.getValue(), row, cells);
            } else {
                cells.put(column, field.getValue());
            }
        });
    }

    // Statements.

    private static Stream<Asked> statementLists() {
        return Stream.of(
                new Asked("/search?q=harbour", "hits", false),
                new Asked("/search?q=harbour&stance=denies&sort=oldest", "hits", false),
                new Asked("/search?who=serrat", "hits", false),
                new Asked("/searches/" + IDS.get("saved"), "hits", false),
                new Asked("/articles/" + IDS.get("article") + "/statements", "statements", true),
                new Asked("/speakers/" + IDS.get("speaker"), "statements", true),
                new Asked("/speakers/" + IDS.get("speaker") + "?stance=says&since=2020", "statements", true),
                new Asked("/claims/" + IDS.get("claim"), "told", false),
                new Asked("/claims/" + IDS.get("claim") + "?list=disputes", "disputes", false),
                new Asked("/review?limit=100", "items", false),
                new Asked("/review?limit=100&stance=denies", "items", false));
    }

    @TestFactory
    Stream<DynamicTest> statementsAreThoseOfTheTwinInEveryFormat() {
        return statementLists()
                .map(asked -> DynamicTest.dynamicTest(asked.page(), () -> {
                    String pointer = STATEMENT.get(asked.page().replaceAll("^(/[a-z]+).*", "$1"));
                    List<String> expected = all(asked).stream()
                            .map(row -> row.at(pointer).asString())
                            .toList();
                    assertThat(expected).isNotEmpty().doesNotContain("");
                    for (String format : TABLES) {
                        String address = API + asked.with("format=" + format);
                        HttpResponse<byte[]> file = file(address);
                        assertThat(file.statusCode()).as(address).isEqualTo(200);
                        List<Map<String, String>> rows = Sheets.rows(format, file.body(), folder);
                        assertThat(rows.stream()
                                        .map(row -> row.get("statement_id"))
                                        .toList())
                                .as(address)
                                .isEqualTo(expected);
                        assertThat(rows)
                                .allSatisfy(row -> assertThat(row).containsKeys("article_id", "content", "rank"));
                    }
                    formats(asked, expected);
                }));
    }

    private static void formats(Asked asked, List<String> expected) throws IOException {
        for (String format : OTHERS) {
            HttpResponse<byte[]> file = file(API + asked.with("format=" + format));
            assertThat(file.statusCode()).as(format).isEqualTo(200);
            assertThat(file.body()).as(format).isNotEmpty();
        }
        String html = new String(file(API + asked.with("format=html")).body(), StandardCharsets.UTF_8);
        assertThat(expected).allMatch(html::contains);
        String records = new String(
                file(API + asked.with("format=records&with_text=true")).body(), StandardCharsets.UTF_8);
        assertThat(records.lines().map(io.onrecord.exchange.RecordJson::read).toList())
                .isNotEmpty();
        for (String format : List.of("brat", "xmi")) {
            byte[] zip = file(API + asked.with("format=" + format)).body();
            try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
                assertThat(in.getNextEntry()).as(format).isNotNull();
            }
        }
    }

    @Test
    void whatAListSaysOfAStatementStandsBesideIt() throws IOException {
        List<Map<String, String>> review =
                Sheets.rows("csv", file("/review?format=csv").body(), folder);
        List<JsonNode> items = all(new Asked("/review?limit=100", "items", false));
        for (int i = 0; i < items.size(); i++) {
            assertThat(Double.parseDouble(review.get(i).get("certainty")))
                    .isEqualTo(items.get(i).at("/certainty").asDouble());
        }
        List<Map<String, String>> told = Sheets.rows(
                "csv", file("/claims/" + IDS.get("claim") + "?format=csv").body(), folder);
        JsonNode claim = json("/claims/" + IDS.get("claim")).at("/told");
        assertThat(told.stream().map(row -> row.get("standing")).toList())
                .isEqualTo(claim.valueStream()
                        .map(row -> row.at("/standing").asString())
                        .toList());
        List<Map<String, String>> corrected = Sheets.rows(
                "csv", file("/articles/" + IDS.get("article") + "?format=csv").body(), folder);
        assertThat(corrected.stream().filter(row -> "true".equals(row.get("corrected"))))
                .hasSize(3);
    }

    // Menus.

    @Test
    void eachListHasAMenuWithAllItsFormatsThatKeepsWhatNarrowsIt() {
        Stream.concat(rowLists(), statementLists())
                .filter(asked ->
                        !asked.page().endsWith("/statements") && !asked.page().contains("list="))
                .forEach(asked -> {
                    String page = desk.get(asked.page()).body();
                    boolean statements = statementLists().anyMatch(asked::equals);
                    for (String format : statements
                            ? Stream.concat(TABLES.stream(), OTHERS.stream()).toList()
                            : TABLES) {
                        String kept =
                                asked.page().replaceAll("limit=[0-9]+&?", "").replaceAll("[?&]$", "");
                        String link = kept + (kept.contains("?") ? "&amp;" : "?") + "format=" + format;
                        assertThat(page.replace("&amp;", "&"))
                                .as(asked.page())
                                .contains("href=\"" + link.replace("&amp;", "&") + "\"");
                    }
                });
    }

    // Bad input.

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/articles?format=docx|there is no format 'docx' for the list articles; there are jsonl, csv, xlsx, parquet",
                "/articles?format=html|there is no format 'html' for the list articles",
                "/speakers?format=csv&kind=ghost|there is no kind",
                "/claims?format=csv&since=soon|since is a date",
                "/articles?format=csv&since=soon|since is when articles were kept",
                "/search?format=csv&stance=shouts|stance is one of",
                "/compare?format=csv&list=people|this page has no list 'people'; there are groups, articles, disputes",
                "/review?format=csv&offsets=bytes|offsets is codepoint or utf16",
                "/jobs?format=csv&bom=yes|bom is true or false"
            })
    void whatMakesNoSenseIsRefusedBeforeAFileBegins(String address, String why) {
        HttpResponse<String> response = desk.get(API + address);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(response.body()).at("/detail").asString()).contains(why);
        assertThat(desk.get(address).statusCode()).isEqualTo(400);
    }

    @Test
    void whatLooksLikeAFormulaIsMadeHarmlessWhereThatIsAskedFor() throws IOException {
        List<Map<String, String>> safe = Sheets.rows(
                "csv",
                file("/articles?format=csv&spreadsheet_safe=true&bom=false").body(),
                folder);
        List<Map<String, String>> plain =
                Sheets.rows("csv", file("/articles?format=csv").body(), folder);
        assertThat(plain).anyMatch(row -> "=SUM(A1)".equals(row.get("headline")));
        assertThat(safe).anyMatch(row -> "'=SUM(A1)".equals(row.get("headline")));
        assertThat(safe).noneMatch(row -> row.values().stream().anyMatch(words -> words.startsWith("=")));
    }

    @Test
    void whatColumnsSayStandsInTheWorkbook() throws IOException {
        Path file = java.nio.file.Files.write(
                folder.resolve("about.xlsx"), file("/speakers?format=xlsx").body());
        try (java.util.zip.ZipFile zip = new java.util.zip.ZipFile(file.toFile());
                java.io.InputStream in = zip.getInputStream(zip.getEntry("xl/worksheets/sheet2.xml"))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).contains("Day of the latest.");
        }
    }
}
