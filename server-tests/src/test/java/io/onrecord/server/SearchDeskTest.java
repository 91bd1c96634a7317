package io.onrecord.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.exchange.RecordJson;
import io.onrecord.model.ArticleRecord;
import io.onrecord.reading.web.FetchOptions;
import io.onrecord.server.view.SearchView;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Searching at the desk, and taking lists away as files. */
class SearchDeskTest {

    private static final String API = "/api/v1/search";

    @TempDir
    private static Path folder;

    private static DemoDesk desk;

    @BeforeAll
    static void start() throws IOException {
        desk = DemoDesk.start(folder, FetchOptions.DEFAULT);
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static long total(String path) {
        return desk.json(path).at("/total").asLong();
    }

    @Test
    void everythingIsFoundWithoutWordsTheLatestFirst() {
        JsonNode all = desk.json(API);
        assertThat(all.at("/total").asLong()).isEqualTo(desk.shelf().search().statements());
        assertThat(all.at("/hits").size()).isEqualTo(SearchView.ROWS);
        List<String> dates = DemoDesk.texts(all.at("/hits"), "/date");
        List<String> sorted = new ArrayList<>(dates);
        sorted.sort(java.util.Comparator.reverseOrder());
        assertThat(dates).isEqualTo(sorted);
    }

    @Test
    void wordsFindStatementsAndSayWhy() {
        JsonNode hit = desk.json(API + "?q=bridge+inspection").at("/hits/0");
        assertThat(DemoDesk.texts(desk.json(API + "?q=bridge+inspection").at("/hits"), "/why/words/0"))
                .contains("bridge");
        StringBuilder words = new StringBuilder();
        hit.at("/words").forEach(piece -> words.append(piece.at("/text").asString()));
        String content = hit.at("/content").asString();
        assertThat(words.toString()).contains(content.split(" \\[…] ", -1)[0]);
        assertThat(DemoDesk.texts(hit.at("/words"), "/part")).contains("content", "cue");
        assertThat(hit.at("/page").asString())
                .isEqualTo("/articles/" + hit.at("/article/id").asString() + "#s-"
                        + hit.at("/id").asString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "q=bridge", "q=bridge&stance=denies&stance=says", "who=serrat&form=indirect", "since=2026"})
    void choosingAKindGivesAsManyAsItsCountSays(String asked) {
        JsonNode view = desk.json(API + "?" + asked);
        int tried = 0;
        for (JsonNode facet : view.at("/facets")) {
            for (JsonNode value : facet.at("/values")) {
                if (value.at("/chosen").asBoolean() || tried > 60) {
                    continue;
                }
                String name = facet.at("/name").asString();
                String kind = encoded(value.at("/value").asString());
                // As if nothing else of its sort were chosen.
                String others = String.join(
                        "&",
                        Arrays.stream(asked.split("&", -1))
                                .filter(one -> !one.startsWith(name + "=")
                                        && !(name.equals("date")
                                                && (one.startsWith("since=") || one.startsWith("until="))))
                                .toList());
                String chosen = name.equals("date") ? "since=" + kind + "&until=" + kind : name + "=" + kind;
                assertThat(total(API + "?" + others + "&" + chosen))
                        .as(asked + " " + chosen)
                        .isEqualTo(value.at("/count").asLong());
                tried++;
            }
        }
        assertThat(tried).isGreaterThan(5);
    }

    @Test
    void linksOfKindsChooseThemAndChooseThemNoMore() {
        JsonNode stances = facet(desk.json(API + "?q=bridge"), "stance");
        JsonNode first = stances.at("/values/0");
        JsonNode chosen = desk.json("/api/v1" + first.at("/link").asString());
        assertThat(chosen.at("/total").asLong()).isEqualTo(first.at("/count").asLong());
        JsonNode again = facet(chosen, "stance").at("/values/0");
        assertThat(again.at("/chosen").asBoolean()).isTrue();
        assertThat(again.at("/link").asString()).isEqualTo("/search?q=bridge");
        // The others are still counted, so that several can be chosen.
        assertThat(facet(chosen, "stance").at("/values").size())
                .isEqualTo(stances.at("/values").size());
    }

    private static JsonNode facet(JsonNode view, String name) {
        for (JsonNode facet : view.at("/facets")) {
            if (facet.at("/name").asString().equals(name)) {
                return facet;
            }
        }
        throw new AssertionError("no facet " + name);
    }

    @Test
    void speakersAreCountedAsThoseWhoTheyAreOverArticles() {
        JsonNode speaker = facet(desk.json(API), "speaker").at("/values/0");
        String id = speaker.at("/value").asString();
        assertThat(desk.store().identity(id).orElseThrow().name())
                .isEqualTo(speaker.at("/label").asString());
        Set<String> articles = new HashSet<>();
        String path = API + "?speaker=" + id;
        for (String row : all(path, "/article/id")) {
            articles.add(row);
        }
        assertThat(articles).hasSizeGreaterThan(1);
        assertThat(new HashSet<>(all(path, "/speaker/id"))).containsExactly(id);
    }

    /** Something of all hits, over all pages. */
    private static List<String> all(String path, String pointer) {
        List<String> all = new ArrayList<>();
        String next = path;
        while (!next.isEmpty()) {
            JsonNode view = desk.json(next);
            all.addAll(DemoDesk.texts(view.at("/hits"), pointer));
            String more = view.at("/next").asString("");
            next = more.isEmpty() ? "" : "/api/v1" + more;
        }
        return all;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?sort=oldest", "?q=bridge&sort=confidence", "?q=bridge", "?who=serrat"})
    void pagesGiveEachStatementOnce(String asked) {
        List<String> ids = all(API + asked, "/id");
        assertThat(ids).doesNotHaveDuplicates().hasSize((int) total(API + asked));
    }

    @Test
    void aNameThatNobodyHasGetsSuggestions() {
        JsonNode view = desk.json(API + "?who=Serat");
        assertThat(view.at("/total").asLong()).isZero();
        JsonNode suggestion = view.at("/who/0/suggestions/0");
        assertThat(suggestion.at("/name").asString()).contains("Serrat");
        assertThat(total("/api/v1" + suggestion.at("/link").asString())).isPositive();
        assertThat(desk.get("/search?who=Serat").body()).contains("Nobody on record is called");
    }

    @Test
    void whereNothingIsFoundItSaysWhatToLoosen() {
        JsonNode view = desk.json(API + "?q=bridge&until=1990&stance=denies");
        assertThat(view.at("/total").asLong()).isZero();
        assertThat(DemoDesk.texts(view.at("/loosen"), "/without")).contains("the dates");
        JsonNode dates = view.at("/loosen/0");
        assertThat(total("/api/v1" + dates.at("/link").asString()))
                .isEqualTo(dates.at("/total").asLong())
                .isPositive();
        assertThat(desk.get("/search?q=bridge&until=1990&stance=denies").body()).contains("Ask for less");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "content:* AND outlet:[* TO *]",
                "*",
                "a* b? c~2",
                "((((((",
                "\"unclosed",
                "--- - -",
                "bridge AND NOT (OR",
                "' OR 1=1 --",
                "<script>alert(1)</script>",
                "{!func}",
                "\u0000\u0001\u202e",
                "🌉 кран 橋",
                "%00 %zz",
                "/.*.*.*.*.*x/"
            })
    void whateverIsTypedIsWords(String typed) {
        HttpResponse<String> page = desk.get("/search?q=" + encoded(typed));
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("<script>alert");
        assertThat(desk.get(API + "?q=" + encoded(typed)).statusCode()).isEqualTo(200);
    }

    @Test
    void aSearchThatIsMuchTooLongIsCutAndSaysSo() {
        String longest = "bridge+".repeat(1_500);
        JsonNode view = desk.json(API + "?q=" + longest);
        assertThat(view.at("/notes/0").asString()).contains("2,000 characters");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stance=shouts|stance is one of",
                "form=loud|form is one of",
                "sort=by_article|sort is one of",
                "since=yesterday|since is a year",
                "since=2024-13|since is a year",
                "since=2026&until=2025|nothing lies between",
                "origin=mars|origin is copy or independent",
                "min_confidence=2|from 0 to 1",
                "min_confidence=NaN|from 0 to 1",
                "words=all|words is only",
                "cursor=garbage|none of ours",
                "cursor=MQpjbGFpbXMKMw|another list",
                "cursor=MQpzZWFyY2gKMTAwMDAx|to row 10000"
            })
    void whatMakesNoSenseIsRefusedInWords(String asked, String why) {
        HttpResponse<String> json = desk.get(API + "?" + asked);
        assertThat(json.statusCode()).isEqualTo(400);
        assertThat(DemoDesk.json(json).at("/detail").asString()).contains(why);
        assertThat(desk.get("/search?" + asked).statusCode()).isEqualTo(400);
    }

    // Exports.

    @ParameterizedTest
    @ValueSource(strings = {"", "q=bridge", "who=serrat&sort=oldest", "q=inspection&stance=denies", "outlet=Northwire"})
    void aSearchIsExportedWithAllItsRowsInItsOrder(String asked) {
        List<String> ids = all(API + "?" + asked, "/id");
        String[] lines =
                desk.get("/export?what=search&format=jsonl&" + asked).body().split("\n", -1);
        List<String> exported = Arrays.stream(lines)
                .filter(line -> !line.isEmpty())
                .map(line -> new tools.jackson.databind.json.JsonMapper()
                        .readTree(line)
                        .at("/statement_id")
                        .asString())
                .toList();
        assertThat(exported).isEqualTo(ids);
    }

    @ParameterizedTest
    @ValueSource(strings = {"statements", "articles", "speakers", "disputes", "identities", "claims"})
    void everyFormatOfAKindGivesAFile(String what) throws IOException {
        io.onrecord.exchange.export.Subject subject =
                io.onrecord.exchange.export.Subject.valueOf(what.toUpperCase(java.util.Locale.ROOT));
        for (io.onrecord.exchange.export.ExportFormat format : io.onrecord.server.list.Listing.FORMATS.all()) {
            if (!format.subjects().contains(subject)) {
                continue;
            }
            String link = "/export?what=" + what + "&format=" + format.name();
            HttpResponse<byte[]> file = desk.bytes(link);
            assertThat(file.statusCode()).as(link).isEqualTo(200);
            assertThat(file.body()).as(link).isNotEmpty();
            assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
                    .startsWith("attachment; filename=\"onrecord-" + what);
            if (format instanceof io.onrecord.exchange.export.FolderFormat) {
                assertThat(names(file.body())).hasSizeGreaterThan(2);
            }
        }
    }

    private static List<String> names(byte[] zip) throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    @Test
    void whatIsExportedIsTheWholeListAndNothingElse() {
        String article = desk.json(API + "?q=bridge").at("/hits/0/article/id").asString();
        ArticleRecord record = desk.store().get(article).orElseThrow();
        assertThat(rows("what=statements&article=" + article))
                .isEqualTo(record.statements().size());
        assertThat(rows("what=speakers&article=" + article))
                .isEqualTo(record.speakers().size());
        assertThat(rows("what=articles&article=" + article)).isEqualTo(1);
        assertThat(rows("what=articles")).isEqualTo(desk.store().counts().articles());
        assertThat(rows("what=statements")).isEqualTo(desk.store().counts().statements());
        assertThat(rows("what=identities")).isEqualTo(desk.store().identities().size());
        String speaker = facet(desk.json(API), "speaker").at("/values/0/value").asString();
        assertThat(rows("what=statements&speaker=" + speaker)).isEqualTo(total(API + "?speaker=" + speaker));
        long claims = rows("what=claims");
        assertThat(rows("what=claims&disputed=true")).isPositive().isLessThan(claims);
        String claim =
                desk.store().claims(io.onrecord.store.ClaimQuery.all(1)).get(0).id();
        assertThat(rows("what=claims&claim=" + claim)).isPositive().isLessThan(claims);
    }

    private static long rows(String asked) {
        return desk.get("/export?format=jsonl&" + asked).body().lines().count();
    }

    @Test
    void recordsAreExportedWhole() {
        String article = desk.json(API + "?q=bridge").at("/hits/0/article/id").asString();
        List<String> lines = desk.get("/export?what=statements&format=records&with_text=true&article=" + article)
                .body()
                .lines()
                .toList();
        assertThat(lines).hasSize(1);
        assertThat(RecordJson.read(lines.get(0)))
                .isEqualTo(desk.store().get(article).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "what=secrets|what is exported is one of",
                "format=docx|there is no format 'docx'",
                "what=claims&format=brat|there is no format 'brat' for claims",
                "offsets=bytes|offsets is codepoint or utf16",
                "bom=yes|bom is true or false",
                "stance=shouts|stance is one of"
            })
    void anExportThatMakesNoSenseIsRefusedBeforeItBegins(String asked, String why) {
        HttpResponse<String> response = desk.get("/api/v1/export?" + asked);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(DemoDesk.json(response).at("/detail").asString()).contains(why);
    }

    @Test
    void nothingIsSentToPrivateNetworksUnlessThatIsAllowed() {
        JsonNode saved =
                DemoDesk.json(desk.send("POST", "/api/v1/searches", "{\"name\":\"All\",\"query\":\"q=orchard\"}"));
        String id = saved.at("/search/id").asString();
        desk.send("PUT", "/api/v1/searches/" + id + "/hook", "{\"address\":\"http://127.0.0.1:9/hook\"}");
        desk.put("https://press.example/orchard", "Mara Oldin said the orchard was not for sale.");
        desk.await(
                () -> !desk.json("/api/v1/searches/" + id).at("/hook/disabled").isMissingNode());
        assertThat(desk.json("/api/v1/searches/" + id).at("/hook/disabled").asString())
                .contains("loopback address")
                .contains("unless private addresses are allowed");
        desk.store().forget(new io.onrecord.store.Selection.Address("https://press.example/orchard"));
        desk.shelf().upkeep().touch();
        desk.await(() -> desk.shelf().search().lag().isNone());
    }
}
