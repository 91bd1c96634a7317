package io.onrecord.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.onrecord.model.ArticleRecord;
import io.onrecord.reading.web.FetchOptions;
import io.onrecord.store.Selection;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Searches that are saved: what they find since, their feeds, and whom they tell. */
class SavedSearchDeskTest {

    private static final String API = "/api/v1/searches";
    private static final String QUARRY = "Mara Oldin said the quarry at Velia would be flooded before the summer.";

    @TempDir
    private static Path folder;

    private static DemoDesk desk;
    private static int articles;

    private HttpServer site;
    private final List<Got> got = new CopyOnWriteArrayList<>();
    private volatile int answer = 204;

    /** What a listener was sent. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Got(String signature, String delivery, String body) {
        JsonNode json() {
            return new JsonMapper().readTree(body);
        }
    }

    @BeforeAll
    static void start() throws IOException {
        FetchOptions fetching = FetchOptions.DEFAULT
                .withAllowPrivate(true)
                .withWaits(Duration.ofMillis(1), Duration.ofMillis(1), Duration.ZERO, 0);
        desk = DemoDesk.start(folder, fetching);
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    @BeforeEach
    void listen() throws IOException {
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext("/hook", exchange -> {
            got.add(new Got(
                    exchange.getRequestHeaders().getFirst("Onrecord-Signature"),
                    exchange.getRequestHeaders().getFirst("Onrecord-Delivery"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        site.start();
    }

    @AfterEach
    void end() {
        site.stop(0);
        desk.store().saved().all().forEach(search -> desk.store().saved().delete(search.id()));
    }

    private String hook() {
        return "http://127.0.0.1:" + site.getAddress().getPort() + "/hook";
    }

    private static String save(String name, String query) {
        HttpResponse<String> saved = desk.send("POST", API, "{\"name\":\"" + name + "\",\"query\":\"" + query + "\"}");
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(201);
        String id = DemoDesk.json(saved).at("/search/id").asString();
        assertThat(saved.headers().firstValue("Location")).contains(API + "/" + id);
        return id;
    }

    /** An article that says the quarry will be flooded, among others. */
    private static ArticleRecord quarry() {
        articles++;
        return desk.put(
                "https://press.example/quarry/" + articles,
                "Velia, part " + articles + ". " + QUARRY + "\n\nIlan Serrat denied the orchard number " + articles
                        + " was for sale.");
    }

    private static JsonNode awaitFound(String id, int count) {
        desk.await(() -> desk.store().saved().get(id).orElseThrow().found() >= count);
        return desk.json(API + "/" + id);
    }

    @Test
    void whatIsFoundAfterItWasSavedIsNewUntilSomebodyLooks() {
        quarry();
        desk.await(() -> desk.json("/api/v1/search?q=quarry+flooded&words=only")
                        .at("/total")
                        .asLong()
                == articles);
        String id = save("Quarry", "q=quarry+flooded&words=only&cursor=junk&stance=says");
        JsonNode saved = desk.json(API + "/" + id);
        assertThat(saved.at("/search/query").asString()).isEqualTo("q=quarry+flooded&words=only&stance=says");
        assertThat(saved.at("/search/found").asLong()).isZero();
        ArticleRecord record = quarry();
        JsonNode found = awaitFound(id, 1);
        assertThat(found.at("/search/fresh").asLong()).isEqualTo(1);
        assertThat(found.at("/hits/0/statement/article/id").asString())
                .isEqualTo(record.article().id());
        assertThat(found.at("/hits/0/fresh").asBoolean()).isTrue();
        assertThat(desk.json(API).at("/searches/0/fresh").asLong()).isEqualTo(1);
        assertThat(desk.send("POST", API + "/" + id + "/seen", "").statusCode()).isEqualTo(204);
        assertThat(desk.json(API + "/" + id).at("/search/fresh").asLong()).isZero();
        assertThat(desk.json(API + "/" + id).at("/search/found").asLong()).isEqualTo(1);
    }

    @Test
    void aNewerVersionOfAnArticleSaysNothingNewByRepeatingIt() {
        String id = save("Quarry", "q=quarry+flooded&words=only");
        ArticleRecord first = quarry();
        awaitFound(id, 1);
        desk.put(
                first.article().address(),
                first.article().text().value()
                        + "\n\nJonna Pryce said no quarry had ever been flooded so early in the year.");
        JsonNode found = awaitFound(id, 2);
        assertThat(found.at("/search/found").asLong()).isEqualTo(2);
        assertThat(found.at("/hits/0/statement/content").asString()).contains("so early in the year");
    }

    @Test
    void whatIsForgottenIsInNoListAnyMore() {
        String id = save("Quarry", "q=quarry+flooded&words=only");
        ArticleRecord record = quarry();
        awaitFound(id, 1);
        desk.store().forget(new Selection.Address(record.article().address()));
        assertThat(desk.json(API + "/" + id).at("/hits").size()).isZero();
        assertThat(desk.get("/searches/" + id + "/feed").body()).doesNotContain("<entry>");
    }

    @Test
    void searchesAreListedRenamedAndDeleted() {
        String id = save("One", "q=bridge");
        assertThat(desk.get("/searches").body()).contains("One");
        assertThat(desk.send("PUT", API + "/" + id, "{\"name\":\"Two\"}").statusCode())
                .isEqualTo(204);
        assertThat(desk.json(API).at("/searches/0/name").asString()).isEqualTo("Two");
        assertThat(desk.send("DELETE", API + "/" + id, "").statusCode()).isEqualTo(204);
        for (String path : List.of(API + "/" + id, "/searches/" + id, "/searches/" + id + "/feed")) {
            assertThat(desk.get(path).statusCode()).as(path).isEqualTo(404);
        }
        for (String method : List.of("DELETE", "PUT")) {
            assertThat(desk.send(method, API + "/" + id, "{\"name\":\"x\"}").statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void whatMakesNoSenseIsNotSaved() {
        for (String body : List.of(
                "{}",
                "{\"name\":\" \",\"query\":\"q=bridge\"}",
                "{\"name\":\"" + "x".repeat(201) + "\",\"query\":\"q=bridge\"}",
                "{\"name\":\"x\",\"query\":\"stance=shouts\"}",
                "{\"name\":\"x\",\"query\":\"q=%zz\"}",
                "{\"name\":\"x\",\"query\":\"q=" + "x".repeat(9000) + "\"}",
                "not json",
                "{\"name\":\"x\",\"query\":\"q=bridge\",\"colour\":\"red\"}")) {
            assertThat(desk.send("POST", API, body).statusCode()).as(body).isEqualTo(400);
        }
        assertThat(desk.json(API).at("/searches").size()).isZero();
    }

    // Feeds.

    @Test
    void theFeedHasWhatWasFoundAndIsSentAgainOnlyWhenItChanged() throws Exception {
        String id = save("Quarry", "q=quarry+flooded&words=only");
        HttpResponse<String> empty = desk.get("/searches/" + id + "/feed");
        assertThat(empty.headers().firstValue("Content-Type").orElse("")).startsWith("application/atom+xml");
        String tag = empty.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> same = desk.get("/searches/" + id + "/feed", "If-None-Match", "\"x\", W/" + tag);
        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(same.body()).isEmpty();
        quarry();
        JsonNode found = awaitFound(id, 1);
        HttpResponse<String> more = desk.get("/searches/" + id + "/feed", "If-None-Match", tag);
        assertThat(more.statusCode()).isEqualTo(200);
        Element entry = entries(more.body()).get(0);
        String statement = found.at("/hits/0/statement/id").asString();
        assertThat(text(entry, "id")).isEqualTo("urn:onrecord:statement:" + statement);
        assertThat(text(entry, "title")).startsWith("Mara Oldin: the quarry");
        assertThat(text(entry, "content")).contains(QUARRY);
        assertThat(((Element) entry.getElementsByTagName("link").item(0)).getAttribute("href"))
                .isEqualTo(found.at("/hits/0/statement/page").asString());
    }

    @Test
    void wordsOfStrangersStayWordsInFeedsAndPages() throws Exception {
        String name = "<script>alert(1)</script> & ]]> \"quoted\"";
        HttpResponse<String> saved =
                desk.form("/searches", Map.of("name", name, "query", "q=" + "%3Cb%3E+floodgate&words=only"));
        String id = saved.headers().firstValue("Location").orElseThrow().replace("/searches/", "");
        desk.put(
                "https://press.example/<floodgate>?a=b&c=d",
                "Mara Oldin said: \"The <b onclick=alert(1)>floodgate</b> & all of it \u000B would </content></entry> open.\"");
        awaitFound(id, 1);
        String feed = desk.get("/searches/" + id + "/feed").body();
        Document document = parsed(feed);
        assertThat(document.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo(name);
        assertThat(text(entries(feed).get(0), "content")).contains("<b onclick=alert(1)>floodgate</b> & all");
        assertThat(feed).doesNotContain("<b onclick").doesNotContain("\u000B");
        for (String path : List.of("/searches", "/searches/" + id, "/search?q=floodgate")) {
            assertThat(desk.get(path).body())
                    .as(path)
                    .doesNotContain("<script>alert")
                    .doesNotContain("<b onclick");
        }
    }

    private static Document parsed(String feed) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(feed.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Element> entries(String feed) throws Exception {
        NodeList entries = parsed(feed).getElementsByTagName("entry");
        List<Element> all = new ArrayList<>();
        for (int i = 0; i < entries.getLength(); i++) {
            all.add((Element) entries.item(i));
        }
        return all;
    }

    private static String text(Element entry, String name) {
        return entry.getElementsByTagName(name).item(0).getTextContent();
    }

    // Whom a search tells.

    private String tell(String id) {
        HttpResponse<String> hooked = desk.send("PUT", API + "/" + id + "/hook", "{\"address\":\"" + hook() + "\"}");
        assertThat(hooked.statusCode()).as(hooked.body()).isEqualTo(200);
        return DemoDesk.json(hooked).at("/secret").asString();
    }

    @Test
    void newStatementsAreSentSignedAndTheSecretIsShownOnce() throws Exception {
        String id = save("Quarry", "q=quarry+flooded&words=only");
        String secret = tell(id);
        assertThat(secret).hasSizeGreaterThan(40);
        ArticleRecord record = quarry();
        desk.await(() -> !got.isEmpty());
        JsonNode sent = got.get(0).json();
        assertThat(sent.at("/search/name").asString()).isEqualTo("Quarry");
        assertThat(sent.at("/statements/0/article/id").asString())
                .isEqualTo(record.article().id());
        assertThat(sent.at("/statements/0/speaker/name").asString()).isEqualTo("Mara Oldin");
        String[] signature = got.get(0).signature().split("[=,]", 4);
        assertThat(signature[0]).isEqualTo("t");
        assertThat(signature[3]).isEqualTo(hmac(secret, signature[1], got.get(0).body()));
        desk.await(() -> desk.json(API + "/" + id).at("/deliveries").size() == 1);
        JsonNode view = desk.json(API + "/" + id);
        assertThat(view.at("/deliveries/0/status").asInt()).isEqualTo(204);
        assertThat(view.at("/deliveries/0/problem").isMissingNode()).isTrue();
        assertThat(view.at("/hook/waiting").asLong()).isZero();
        for (String path : List.of(API + "/" + id, "/searches/" + id, API)) {
            assertThat(desk.get(path).body()).as(path).doesNotContain(secret);
        }
        // What was sent is not sent again.
        quarry();
        desk.await(() -> got.size() == 2);
        assertThat(got.get(1).json().at("/statements").size()).isEqualTo(1);
        assertThat(got.get(1).delivery()).isNotEqualTo(got.get(0).delivery());
        assertThat(desk.send("DELETE", API + "/" + id + "/hook", "").statusCode())
                .isEqualTo(204);
        assertThat(desk.json(API + "/" + id).at("/hook").isMissingNode()).isTrue();
    }

    private static String hmac(String secret, String time, String body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal((time + "." + body).getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void whatCannotBeSentIsTriedAgainAndGivenUpInTheEndWithTheReason() {
        answer = 500;
        String id = save("Quarry", "q=quarry+flooded&words=only");
        tell(id);
        quarry();
        desk.await(() -> !desk.json(API + "/" + id).at("/hook/disabled").isMissingNode());
        JsonNode failed = desk.json(API + "/" + id);
        assertThat(failed.at("/hook/disabled").asString())
                .contains("10 times in a row")
                .contains("status 500");
        assertThat(got).hasSize(10);
        // Each time it is the same delivery.
        assertThat(got.stream().map(Got::delivery).distinct().toList()).hasSize(1);
        assertThat(desk.get("/searches/" + id).body())
                .contains("It is not tried any more")
                .contains("status 500");
        answer = 200;
        assertThat(desk.form("/searches/" + id + "/hook/enable", Map.of("x", "y"))
                        .statusCode())
                .isEqualTo(303);
        desk.await(() -> desk.json(API + "/" + id).at("/hook/waiting").asLong() == 0);
        assertThat(desk.json(API + "/" + id).at("/hook/failures").asInt()).isZero();
        assertThat(got).hasSize(11);
    }

    @Test
    void aRedirectIsNotFollowedAndGivenUpAtOnce() {
        answer = 302;
        String id = save("Quarry", "q=quarry+flooded&words=only");
        tell(id);
        quarry();
        desk.await(() -> !desk.json(API + "/" + id).at("/hook/disabled").isMissingNode());
        assertThat(desk.json(API + "/" + id).at("/hook/disabled").asString()).contains("redirect");
        assertThat(got).hasSize(1);
    }

    @Test
    void whatIsNoAddressIsRefusedWhenItIsNamed() {
        String id = save("Quarry", "q=quarry");
        for (String address : List.of("", "ftp://example.org", "javascript:alert(1)", "file:///etc/passwd")) {
            assertThat(desk.send("PUT", API + "/" + id + "/hook", "{\"address\":\"" + address + "\"}")
                            .statusCode())
                    .as(address)
                    .isEqualTo(400);
        }
    }

    // In a browser.

    @Test
    void aSearchFromTheFirstWordToTheFile() throws Exception {
        try (Chromium chromium = Chromium.start()) {
            Page page = chromium.open(desk.address() + "search");
            assertThat(Chromium.barriers(page)).isEmpty();
            page.fill("#q", "bridge inspection");
            page.press("#q", "Enter");
            page.waitForURL("**/search?*bridge*");
            page.waitForSelector("#found .hits b.found");
            long all = count(page);
            assertThat(all)
                    .isEqualTo(desk.json("/api/v1/search?q=bridge+inspection")
                            .at("/total")
                            .asLong());
            // Choose a kind: the list follows without another page.
            page.check("#stance-says");
            page.waitForURL("**stance=says**");
            page.waitForFunction(
                    "before => document.querySelector('#found .count strong').textContent !== before", "" + all);
            long says = count(page);
            assertThat(says)
                    .isEqualTo(desk.json("/api/v1/search?q=bridge+inspection&stance=says")
                            .at("/total")
                            .asLong());
            assertThat(page.isChecked("#stance-says")).isTrue();
            page.selectOption("#sort", "newest");
            page.waitForURL("**sort=newest**");
            page.waitForSelector(
                    "#sort option[value=newest][selected]",
                    new Page.WaitForSelectorOptions()
                            .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
            assertThat(Chromium.barriers(page)).isEmpty();
            Chromium.picture(page, "search");
            // The address is the whole state.
            Page other = chromium.open(page.url());
            assertThat(count(other)).isEqualTo(says);
            assertThat(other.isChecked("#stance-says")).isTrue();
            // The whole list as a file.
            other.click("details.exports summary");
            Download download = other.waitForDownload(() -> other.click("details.exports a >> text=csv"));
            Path file = folder.resolve("found.csv");
            download.saveAs(file);
            List<String> exported = new ArrayList<>();
            try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(Files.newBufferedReader(file))) {
                rows.forEach(row -> exported.add(row.getField("statement_id")));
            }
            assertThat(exported).hasSize((int) says);
            assertThat(exported.subList(0, (int) Math.min(20, says)))
                    .isEqualTo(DemoDesk.texts(
                            desk.json("/api/v1/search?q=bridge+inspection&stance=says&sort=newest")
                                    .at("/hits"),
                            "/id"));
            // Saved, with its feed.
            page.click("details.save summary");
            page.fill("#name", "Bridge, what is said");
            page.click("details.save button");
            page.waitForURL("**/searches/*");
            assertThat(page.textContent("h1")).isEqualTo("Bridge, what is said");
            assertThat(Chromium.barriers(page)).isEmpty();
            assertThat(desk.get(page.getAttribute("a:has-text('Feed')", "href")).statusCode())
                    .isEqualTo(200);
            page.fill("#address", hook());
            page.click("text=Send new statements there");
            assertThat(page.textContent("#secret")).hasSizeGreaterThan(40);
            assertThat(Chromium.barriers(page)).isEmpty();
            Chromium.picture(page, "saved-search");
            page.navigate(desk.address() + "searches");
            assertThat(Chromium.barriers(page)).isEmpty();
            assertThat(page.textContent("main")).contains("Bridge, what is said");
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    private static long count(Page page) {
        return Long.parseLong(page.textContent("#found .count strong").replace(",", ""));
    }

    @Test
    void pagesLeadOnAndBackInABrowserWithoutScript() {
        try (Chromium chromium = Chromium.start()) {
            Page page = chromium.open(
                    desk.address() + "search",
                    new com.microsoft.playwright.Browser.NewContextOptions().setJavaScriptEnabled(false));
            String first = page.getAttribute(".hits > li", "id");
            page.click("a[rel=next]");
            assertThat(page.getAttribute(".hits > li", "id")).isNotEqualTo(first);
            assertThat(page.getAttribute(".hits", "start")).isEqualTo("21");
            page.click("a[rel=prev]");
            assertThat(page.getAttribute(".hits > li", "id")).isEqualTo(first);
            page.check("#form-direct");
            page.click("text=Show these");
            assertThat(page.url()).contains("form=direct");
            Set<String> stances = Set.copyOf(page.locator("#facets legend").allTextContents());
            assertThat(stances).contains("Speaker", "Stance", "Form", "Outlet", "Date", "Origin");
            assertThat(chromium.complaints()).isEmpty();
        }
    }
}
