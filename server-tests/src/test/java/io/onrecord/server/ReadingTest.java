package io.onrecord.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.exchange.RecordJson;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Dispute;
import io.onrecord.model.Span;
import io.onrecord.model.Stance;
import io.onrecord.model.Statement;
import io.onrecord.store.Store;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Reading, and putting right what was read, as programs do it. */
class ReadingTest {

    private static final String TALKS = String.join(
            "\\n\\n",
            "The harbour of Velia will be closed, officials said on Monday.",
            "\\\"The quay is not safe,\\\" said Mara Oldin, the port's director.",
            "Ilan Serrat denied that the quay was unsafe.");

    private static final String HOSTILE = "\"<script>document.title='run'</script>\" said <b onclick=x>Mara</b>.";

    @TempDir
    private static Path folder;

    private static Server server;
    private static Web web;
    private static ArticleRecord quay;
    private static ArticleRecord large;

    @BeforeAll
    static void start() throws IOException {
        Path file = folder.resolve("onrecord.db");
        quay = quay("https://echo.example/quay", "it");
        large = large();
        try (Store store = Store.open(file.toString())) {
            store.put(quay);
            // Another text, since what people say belongs to a text.
            store.put(fresh());
            store.put(large);
        }
        server = Server.start(ServerOptions.local(file.toString()).withPort(0), System.err::println);
        web = new Web(server.address());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static ArticleRecord fresh() {
        return quay("https://echo.example/fresh", "that");
    }

    private static ArticleRecord quay(String address, String word) {
        String text = "Mara Oldin said the mayor had told her that the quay, which is old, was safe 🏗.\n\n"
                + "“It is not,” Ilan Serrat said, “and she knows " + word + ".”";
        return new Draft(address, "Is the quay safe?", text)
                .says(
                        "Mara Oldin",
                        "said",
                        Stance.SAYS,
                        "the mayor had told her that the quay, which is old, was safe 🏗")
                .saysWithin(0, "the mayor", "had told", Stance.SAYS, "that the quay", "was safe 🏗")
                .from("“It")
                .says("Ilan Serrat", "said", Stance.DENIES, "“It is not,”", "“and she knows " + word + ".”")
                .doing(Dispute.Kind.DENIES, 1)
                .record();
    }

    /** 200,000 characters in one paragraph with 2,000 statements in it. */
    private static ArticleRecord large() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            text.append(String.format(
                    Locale.ROOT,
                    "Mara Oldin said that the quay number %04d was as safe as it had ever been, and dry, too, and so on and on. ",
                    i));
        }
        Draft draft = new Draft(
                "https://echo.example/long", "A long one", text.toString().strip());
        int length = text.length() / 2_000;
        for (int i = 0; i < 2_000; i++) {
            int at = i * length;
            draft.add(
                    List.of(new Span(at, at + 10)),
                    List.of(new Span(at + 11, at + 15)),
                    List.of(new Span(at + 16, at + length - 2)),
                    "Mara Oldin",
                    Stance.SAYS,
                    Optional.empty());
        }
        return draft.record();
    }

    private static String id(ArticleRecord record) {
        return record.article().id();
    }

    private static String statement(ArticleRecord record, int number) {
        return record.statements().get(number).id();
    }

    @Test
    void aShortTextIsReadAtOnceAndItsRecordComesBack() {
        HttpResponse<String> first = web.post(
                "/api/v1/articles", "{\"text\":\"" + TALKS.replace("\n", "\\n") + "\",\"title\":\"Harbour talks\"}");
        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        ArticleRecord record = RecordJson.read(first.body());
        assertThat(record.statements()).hasSizeGreaterThan(1);
        assertThat(first.headers().firstValue("Location")).contains("/api/v1/articles/" + id(record));
        assertThat(web.json("/articles/" + id(record)).get("headline").asString())
                .isEqualTo("Harbour talks");
        assertThat(web.get("/articles/" + id(record)).body()).contains("The quay is not safe");
        HttpResponse<String> again = web.post(
                "/api/v1/articles", "{\"text\":\"" + TALKS.replace("\n", "\\n") + "\",\"title\":\"Harbour talks\"}");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(RecordJson.read(again.body())).isEqualTo(record);
    }

    @Test
    void aTextThatIsPastedLeadsToItsArticleWithoutAnyScript() {
        HttpResponse<String> sent = web.form("/read", "text=Ilan+Serrat+said+the+ferry+would+sail+on+Sunday.%0D%0A");
        assertThat(sent.statusCode()).isEqualTo(303);
        String next = sent.headers().firstValue("Location").orElseThrow();
        // The first text also waits for the network to be loaded.
        String article = next.startsWith("/jobs/")
                ? "/articles/"
                        + web.over(next.substring("/jobs/".length()))
                                .get("kept")
                                .get(0)
                                .get("id")
                                .asString()
                : next;
        assertThat(web.get(article).body()).contains("would sail on Sunday").doesNotContain("\r");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:1/",
                "http://localhost:1/",
                "http://[::1]:1/",
                "http://2130706433/",
                "http://0x7f.1/",
                "http://[::ffff:127.0.0.1]:1/",
                "http://169.254.169.254/latest/meta-data/",
                "http://10.0.0.1/"
            })
    void addressesWithinAreNotAskedHoweverTheyAreSpelt(String address) {
        HttpResponse<String> answer = web.post("/api/v1/articles", "{\"address\":\"" + address + "\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).containsAnyOf("loopback", "private", "link-local", "metadata", "several ways");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"address\":\"file:///etc/passwd\"}",
                "{\"address\":\"https://a:b@echo.example/\"}",
                "{\"text\":\"  \"}",
                "{\"text\":\"x\",\"published\":\"yesterday\"}",
                "{\"txt\":\"x\"}",
                "not json",
                "{\"text\":\"half of a character: \\ud83d\"}"
            })
    void whatCannotBeReadIsSaidInWords(String body) {
        HttpResponse<String> answer = web.post("/api/v1/articles", body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Web.json(answer).get("detail").asString()).hasSizeGreaterThan(20);
    }

    @Test
    void aTextInAnotherLanguageIsNotKeptAndSaysWhy() {
        HttpResponse<String> answer = web.post(
                "/api/v1/articles",
                "{\"text\":\"Der Hafen von Velia bleibt geschlossen, sagte die Direktorin am Montag vor der Presse."
                        + " Niemand wisse, wann die Schiffe wieder fahren.\"}");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("German").doesNotContain("--language");
    }

    @Test
    void anArchiveIsAJobWhoseProgressCanBeAskedFor() throws IOException {
        HttpResponse<String> sent = web.files(
                "/api/v1/jobs",
                new Web.Sent("../../etc/news.zip", zip("harbour.txt", "Mara Oldin said the quay would open in May.")),
                new Web.Sent("broken.pdf", "%PDF-1.7 and nothing".getBytes(StandardCharsets.UTF_8)));
        assertThat(sent.statusCode()).isEqualTo(202);
        JsonNode job = web.over(Web.json(sent).get("id").asString());
        assertThat(job.get("phase").asString()).isEqualTo("done");
        assertThat(job.get("keeps").asInt()).isEqualTo(1);
        assertThat(job.get("skips").asInt()).isEqualTo(1);
        assertThat(job.get("skipped").get(0).get("address").asString())
                .endsWith("/broken.pdf")
                .startsWith("sent:");
        String address = web.json(
                        "/articles/" + job.get("kept").get(0).get("id").asString())
                .get("address")
                .asString();
        assertThat(address).startsWith("sent:").endsWith("/news.zip!/harbour.txt");
        assertThat(job.toString()).doesNotContain("onrecord-sent-");
        String page = web.get("/jobs/" + job.get("id").asString()).body();
        assertThat(page).contains("Done: 1 kept, 1 skipped").contains("broken.pdf");
    }

    private static byte[] zip(String name, String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }

    @Test
    void oneFileThatIsOneArticleIsAnsweredWithItsRecord() {
        HttpResponse<String> sent = web.files(
                "/api/v1/articles",
                new Web.Sent("ferry.txt", "Ilan Serrat said the ferry was late.".getBytes(StandardCharsets.UTF_8)));
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(201);
        assertThat(RecordJson.read(sent.body()).article().address()).endsWith("/ferry.txt");
    }

    @Test
    void aJobThatIsNotRememberedIsSaidToBeGone() {
        assertThat(web.get("/jobs/00").statusCode()).isEqualTo(404);
        assertThat(web.delete("/api/v1/jobs/00").statusCode()).isEqualTo(404);
    }

    @Test
    void placesCountCodePointsAndNestedAndBrokenStatementsAreToldApart() {
        JsonNode article = web.json("/articles/" + id(quay));
        JsonNode first = article.get("paragraphs").get(0);
        JsonNode inner = first.get("statements").get(1);
        assertThat(inner.get("within").get("number").asInt()).isEqualTo(1);
        assertThat(inner.get("content").get("places")).hasSize(2);
        String text = quay.article().text().value();
        JsonNode place = inner.get("content").get("places").get(1);
        int start = text.offsetByCodePoints(0, place.get("start").asInt());
        int end = text.offsetByCodePoints(0, place.get("end").asInt());
        assertThat(text.substring(start, end)).isEqualTo("was safe 🏗");
        @Nullable JsonNode broken = null;
        for (JsonNode piece : first.get("pieces")) {
            if (piece.get("words").asString().equals("was safe 🏗")) {
                broken = piece;
            }
        }
        Objects.requireNonNull(broken);
        assertThat(broken.get("marks")).hasSize(2);
        assertThat(broken.get("marks").get(0).get("level").asInt()).isZero();
        assertThat(broken.get("marks").get(1).get("level").asInt()).isEqualTo(1);
        assertThat(broken.get("begins").get(0).get("again").asBoolean()).isTrue();
        JsonNode denial = article.get("paragraphs").get(1).get("statements").get(0);
        assertThat(denial.get("disputes").get(0).get("number").asInt()).isEqualTo(2);
        assertThat(inner.get("disputes").get(0).get("from").asBoolean()).isFalse();
        assertThat(web.get("/articles/" + id(quay)).body()).contains("is denied by");
    }

    @Test
    void thePiecesOfAParagraphAreItsWords() {
        JsonNode article = web.json("/articles/" + id(quay));
        StringBuilder words = new StringBuilder();
        for (JsonNode piece : article.get("paragraphs").get(0).get("pieces")) {
            words.append(piece.get("words").asString());
        }
        assertThat(words.toString())
                .isEqualTo(quay.article()
                        .text()
                        .paragraphs()
                        .get(0)
                        .of(quay.article().text().value()));
    }

    @Test
    void howTheArticleWasHadStandsBesideIt() {
        JsonNode evidence = web.json("/articles/" + id(quay)).get("evidence");
        assertThat(evidence.get("captured").asString()).isEqualTo("2026-05-16T18:02:00Z");
        assertThat(evidence.get("warcRecord").asString()).isEqualTo("urn:uuid:1a2b");
        assertThat(evidence.get("digest").asString()).isEqualTo("sha256:00ff");
        assertThat(web.get("/articles/" + id(quay)).body()).contains("urn:uuid:1a2b", "https://echo.example/final");
    }

    @Test
    void whatAPersonSaysStandsBesideWhatTheEngineSaidUntilItIsTakenBack() {
        ArticleRecord fresh = fresh();
        String article = "/api/v1/articles/" + id(fresh);
        String third = statement(fresh, 2);
        HttpResponse<String> said = web.post(
                article + "/corrections",
                "{\"statement\":\"" + third + "\",\"speaker\":\"oldin\",\"stance\":\"rejects\",\"note\":\"heard it\"}");
        assertThat(said.statusCode()).as(said.body()).isEqualTo(200);
        JsonNode card = Web.json(said).get("statement");
        assertThat(card.get("speaker").get("name").asString()).isEqualTo("Mara Oldin");
        assertThat(card.get("stance").get("stance").asString()).isEqualTo("rejects");
        assertThat(card.get("review").get("engineSpeaker").asString()).isEqualTo("Ilan Serrat");
        assertThat(card.get("review").get("engineStance").asString()).isEqualTo("denies");
        assertThat(RecordJson.read(web.get(article + "/record?engine=true").body())
                        .statements()
                        .get(2)
                        .speaker())
                .isEqualTo(fresh.statements().get(2).speaker());
        assertThat(web.get("/articles/" + id(fresh) + "/history").body())
                .contains("heard it", "Ilan Serrat", "Mara Oldin");
        assertThat(web.delete(article + "/corrections/" + third).statusCode()).isEqualTo(204);
        assertThat(web.delete(article + "/corrections/" + third).statusCode()).isEqualTo(204);
        assertThat(web.delete(article + "/corrections/" + third).statusCode()).isEqualTo(409);
        assertThat(RecordJson.read(web.get(article + "/record").body()).statements())
                .isEqualTo(fresh.statements());
    }

    @Test
    void whatIsRejectedStaysInSightAndCanBeHadBack() {
        ArticleRecord other = fresh();
        String first = statement(other, 0);
        String page = "/articles/" + id(other);
        assertThat(web.form(page + "/statements/" + first + "/corrections", "do=reject&note=no")
                        .statusCode())
                .isEqualTo(303);
        assertThat(web.get(page).body()).contains("rejected by").contains("id=\"s-" + first + "\"");
        HttpResponse<String> undone = web.form(page + "/statements/" + first + "/corrections", "do=undo");
        assertThat(undone.headers().firstValue("Location")).contains(page + "#s-" + first);
        assertThat(web.get(page).body()).doesNotContain("rejected by");
    }

    @Test
    void aStatementThatIsMissingIsAddedByItsPlacesOrByItsWords() {
        ArticleRecord other = fresh();
        String page = "/articles/" + id(other);
        HttpResponse<String> added = web.form(
                page + "/statements", "content=she+knows%0D%0Ait&cue=knows&source=Ilan+Serrat&speaker=Ilan+Serrat");
        assertThat(added.statusCode()).as(added.body()).isEqualTo(400);
        assertThat(added.body()).contains("the article does not have the words");
        added = web.form(page + "/statements", "content=which+is+old&cue=said&source=Mara+Oldin&speaker=Mara+Oldin");
        assertThat(added.statusCode()).as(added.body()).isEqualTo(303);
        String path = added.headers().firstValue("Location").orElseThrow();
        String id = path.substring(path.indexOf("#s-") + 3);
        JsonNode card = web.json("/statements/" + id).get("statement");
        assertThat(card.get("review").get("verdict").asString()).isEqualTo("added");
        assertThat(card.get("speaker").get("name").asString()).isEqualTo("Mara Oldin");
        web.delete("/api/v1/articles/" + id(other) + "/corrections/" + id);
        web.delete("/api/v1/articles/" + id(other) + "/corrections/" + id);
        HttpResponse<String> placed = web.post(
                "/api/v1/articles/" + id(other) + "/corrections",
                "{\"add\":{\"source\":[{\"start\":0,\"end\":10}],\"cue\":[{\"start\":11,\"end\":15}],"
                        + "\"content\":[{\"start\":58,\"end\":70}]}}");
        assertThat(placed.statusCode()).as(placed.body()).isEqualTo(201);
        String its = Web.json(placed).get("statement").get("id").asString();
        assertThat(web.delete("/api/v1/articles/" + id(other) + "/corrections/" + its)
                        .statusCode())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"statement\":\"%s\"}",
                "{\"statement\":\"%s\",\"stance\":\"sings\"}",
                "{\"statement\":\"%s\",\"verdict\":\"reject\",\"speaker\":\"Ilan Serrat\"}",
                "{\"statement\":\"%s\",\"nobody\":true,\"speaker\":\"Ilan Serrat\"}",
                "{\"statement\":\"%s\",\"kind\":\"person\"}",
                "{\"statement\":\"%s\",\"negated\":true}",
                "{\"add\":{\"content\":[{\"start\":5,\"end\":900000}]}}",
                "{\"add\":{\"content\":[{\"start\":5,\"end\":5}]}}",
                "{\"add\":{\"in\":\"margin\"}}"
            })
    void correctionsThatSayNothingOrContradictThemselvesAreRefused(String body) {
        HttpResponse<String> answer = web.post(
                "/api/v1/articles/" + id(quay) + "/corrections",
                body.contains("%s") ? String.format(Locale.ROOT, body, statement(quay, 0)) : body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(web.json("/articles/" + id(quay)).get("corrections").asInt()).isZero();
    }

    @Test
    void whatIsNotOnRecordIsNotFound() {
        assertThat(web.get("/articles/nothing").statusCode()).isEqualTo(404);
        assertThat(web.get("/statements/" + "0".repeat(32)).statusCode()).isEqualTo(404);
        assertThat(web.get("/statements/nothing").statusCode()).isEqualTo(404);
        assertThat(web.post("/api/v1/articles/nothing/corrections", "{}").statusCode())
                .isEqualTo(404);
        assertThat(web.get("/articles/" + id(quay) + "/statements/none/correct").statusCode())
                .isEqualTo(404);
    }

    @Test
    void wordsThatLookLikeMarkUpAreWords() {
        String body = "text=" + URLEncoder.encode(HOSTILE, StandardCharsets.UTF_8) + "&title=%3Ci%3E&outlet=%22%3E";
        String next = web.form("/read", body).headers().firstValue("Location").orElseThrow();
        String article = next.startsWith("/jobs/")
                ? "/articles/"
                        + web.over(next.substring(6))
                                .get("kept")
                                .get(0)
                                .get("id")
                                .asString()
                : next;
        String page = web.get(article).body();
        assertThat(page)
                .doesNotContain("<script>document")
                .doesNotContain("<b onclick")
                .doesNotContain("<i></h1>");
        assertThat(page).contains("&lt;script&gt;");
    }

    @Test
    void aVeryLongArticleComesInPartsAndEachStatementIsInOne() {
        List<String> seen = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        String path = "/articles/" + id(large);
        JsonNode part = web.json(path);
        while (true) {
            for (JsonNode paragraph : part.get("paragraphs")) {
                paragraph
                        .get("pieces")
                        .forEach(piece -> words.append(piece.get("words").asString()));
                if (paragraph.has("statements")) {
                    paragraph
                            .get("statements")
                            .forEach(card -> seen.add(card.get("id").asString()));
                }
            }
            if (!part.has("next")) {
                break;
            }
            part = web.json(path + "?at=" + part.get("next").asInt());
        }
        assertThat(words.toString()).isEqualTo(large.article().text().value());
        assertThat(seen)
                .isEqualTo(large.statements().stream().map(Statement::id).toList());
        assertThat(part.get("parts").asInt()).isEqualTo(14);
        assertThat(web.get(path).body()).hasSizeLessThan(600_000);
        String last = statement(large, 1_999);
        String found =
                web.get("/statements/" + last).headers().firstValue("Location").orElseThrow();
        assertThat(found).endsWith("#s-" + last);
        assertThat(web.get(found.substring(0, found.indexOf('#'))).body()).contains("id=\"s-" + last + "\"");
    }

    @Test
    void theStatementsOfAnArticleAreAListThatGoesOn() {
        JsonNode first = web.json("/articles/" + id(large) + "/statements?limit=500");
        assertThat(first.get("total").asInt()).isEqualTo(2_000);
        JsonNode second = web.json("/articles/" + id(large) + "/statements?limit=500&cursor="
                + first.get("next").asString());
        assertThat(second.get("statements").get(0).get("number").asInt()).isEqualTo(501);
    }

    @Test
    void articlesAreListedTheNewestFirstByOutletAndWords() {
        JsonNode page = web.json("/articles?outlet=Avenian+Echo&limit=2");
        assertThat(page.get("articles")).hasSize(2);
        assertThat(page.get("articles").get(0).get("id").asString()).isEqualTo(id(large));
        JsonNode rest = web.json("/articles?outlet=Avenian+Echo&limit=2&cursor="
                + page.get("next").asString());
        assertThat(rest.get("articles").get(0).get("id").asString()).isEqualTo(id(quay));
        assertThat(rest.has("next")).isFalse();
        assertThat(web.json("/articles?q=QUAY+safe").get("articles")).hasSize(2);
        assertThat(web.json("/articles?q=100%25").has("articles")).isFalse();
        assertThat(web.get("/articles?q=no+such+thing").body()).contains("No article is on record");
        assertThat(web.get("/articles?cursor=zz").statusCode()).isEqualTo(400);
    }
}
