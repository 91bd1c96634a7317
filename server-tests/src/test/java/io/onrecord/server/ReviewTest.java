package io.onrecord.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.onrecord.corrections.Change;
import io.onrecord.model.Location;
import io.onrecord.store.Store;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Statements looked at one after the other. */
class ReviewTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path folder;

    private TestDesk desk;

    @BeforeEach
    void start() {
        desk = TestDesk.open(folder);
    }

    @AfterEach
    void stop() {
        desk.close();
    }

    private JsonNode review(String parameters) {
        HttpResponse<String> answer = desk.get("/api/v1/review" + parameters);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    @Test
    void fiveStatementsAreReviewedWithTheKeyboardAlone() {
        long waiting = review("").at("/progress/waiting").asLong();
        String rejected = "";
        try (Chromium chromium = Chromium.start()) {
            Page page = chromium.open(desk.address("/review"));
            assertThat(Chromium.barriers(page)).isEmpty();
            Chromium.picture(page, "review");

            press(page, "a");
            assertThat(page.getByRole(AriaRole.STATUS).first().innerText()).contains("Accepted");
            press(page, "a");
            rejected = statement(page);
            press(page, "r");
            assertThat(page.getByRole(AriaRole.STATUS).first().innerText()).contains("Rejected");

            // Somebody else says it.
            page.keyboard().press("c");
            page.keyboard().type("Nadia Quell");
            press(page, "Enter");
            assertThat(page.getByRole(AriaRole.STATUS).first().innerText()).contains("Put right");

            String later = statement(page);
            press(page, "s");
            assertThat(statement(page)).isNotEqualTo(later);
            String accepted = statement(page);
            press(page, "a");
            assertThat(statement(page))
                    .as("what was put off does not come back at once")
                    .isNotEqualTo(later);

            // The wrong key: taken back, and it waits again.
            press(page, "u");
            assertThat(statement(page)).isEqualTo(accepted);
            press(page, "a");

            assertThat(page.locator(".progress").innerText())
                    .contains("5 looked at")
                    .contains("3 right, 1 put right, 1 rejected");
            assertThat(Chromium.barriers(page)).isEmpty();
            assertThat(chromium.complaints()).isEmpty();
            Chromium.picture(page, "review-after-five");
        }
        assertThat(review("").at("/progress/waiting").asLong()).isEqualTo(waiting - 5);
        try (Store store = Store.open(desk.file().toString())) {
            assertThat(store.correctedArticles()).isNotEmpty();
        }
        assertThat(desk.post("/review/" + rejected + "/accept", Map.of()).statusCode())
                .as("what somebody rejected is not accepted unseen")
                .isEqualTo(409);
    }

    /** Presses a key that leads to another page. */
    private static void press(Page page, String key) {
        String before = page.url();
        page.keyboard().press(key);
        page.waitForURL(url -> !url.equals(before));
    }

    /** The id of the statement that is shown. */
    private static String statement(Page page) {
        String action = page.locator("form[action*='/accept']").getAttribute("action");
        return action.replaceFirst("/review/([0-9a-f]+)/.*", "$1");
    }

    @Test
    void theLeastCertainComeFirstEachOnceAndEveryPartFollowsTheOneBefore() {
        List<Double> certain = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode part = review("?limit=7" + cursor);
            part.at("/items").forEach(item -> {
                certain.add(item.at("/certainty").asDouble());
                ids.add(item.at("/statement").asString());
            });
            cursor = part.has("next") ? "&cursor=" + part.at("/next").asString() : "";
        } while (!cursor.isEmpty());
        assertThat(certain).isSorted().hasSizeGreaterThan(20);
        assertThat(new HashSet<>(ids)).hasSameSizeAs(ids);
        assertThat((long) ids.size())
                .isEqualTo(review("").at("/progress/waiting").asLong());
    }

    @Test
    void whatIsShownAreTheWordsOfTheArticleToTheLetter() {
        JsonNode item = review("").at("/items/0");
        JsonNode words = item.at("/words");
        StringBuilder shown = new StringBuilder();
        words.at("/pieces").forEach(piece -> shown.append(piece.at("/text").asString()));
        try (Store store = Store.open(desk.file().toString())) {
            String text = store.get(item.at("/article/id").asString())
                    .orElseThrow()
                    .textOf(Location.valueOf(words.at("/in").asString()));
            int start = text.offsetByCodePoints(0, words.at("/start").asInt());
            assertThat(text.substring(start)).startsWith(shown.toString());
        }
    }

    @Test
    void aFilterOfOutletAndStanceIsKeptFromOneStatementToTheNext() {
        JsonNode first = review("").at("/items/0");
        String outlet = first.at("/article/outlet").asString().replace(" ", "%20");
        JsonNode some = review("?limit=100&outlet=" + outlet);
        assertThat(some.at("/items"))
                .isNotEmpty()
                .allSatisfy(item -> assertThat(item.at("/article/outlet").asString())
                        .isEqualTo(first.at("/article/outlet").asString()));
        JsonNode denials = review("?limit=100&stance=denies");
        assertThat(denials.at("/items"))
                .isNotEmpty()
                .allSatisfy(
                        item -> assertThat(item.at("/stance/stance").asString()).isEqualTo("DENIES"));
        String id = denials.at("/items/0/statement").asString();
        HttpResponse<String> next = desk.post("/review/" + id + "/accept?stance=DENIES", Map.of());
        assertThat(next.statusCode()).isEqualTo(303);
        assertThat(next.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).startsWith("/review?stance=DENIES&done=" + id));
        assertThat(review("?limit=100&since=9999-12-31").has("items")).isFalse();
    }

    @Test
    void aKeyPressedTwiceSaysItOnce() {
        String id = review("").at("/items/0/statement").asString();
        assertThat(desk.post("/review/" + id + "/accept", Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(desk.post("/review/" + id + "/accept", Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(review("").at("/progress/accepted").asInt()).isEqualTo(1);
        assertThat(desk.post("/review/" + id + "/reject", Map.of()).statusCode())
                .isEqualTo(409);
        assertThat(desk.post("/review/" + id + "/correct", Map.of("says_speaker", "Nadia Quell"))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void aCorrectionThatPutsNothingRightIsNone() {
        JsonNode item = review("").at("/items/0");
        String path = "/review/" + item.at("/statement").asString() + "/correct";
        assertThat(desk.post(
                                path,
                                Map.of("says_speaker", item.at("/speaker/name").asString("")))
                        .statusCode())
                .isEqualTo(400);
        assertThat(desk.post(path, Map.of("says_stance", "SHOUTS")).statusCode())
                .isEqualTo(400);
        assertThat(review("").at("/progress/reviewed").asInt()).isZero();
    }

    @Test
    void aNameIsThatOfTheArticlesSpeakerAndTellsOneFromAnother() {
        Map<String, List<String>> articles = new HashMap<>();
        review("?limit=100")
                .at("/items")
                .forEach(item -> articles.computeIfAbsent(item.at("/article/id").asString(), id -> new ArrayList<>())
                        .add(item.at("/statement").asString()));
        List<String> statements = articles.values().stream()
                .filter(some -> some.size() > 3)
                .findFirst()
                .orElseThrow();

        assertThat(named(statements.get(0), "q".repeat(301))).isEqualTo(400);
        assertThat(named(statements.get(0), "Nadia Quell")).isEqualTo(303);
        assertThat(named(statements.get(1), " nadia  quell ")).isEqualTo(303);
        assertThat(named(statements.get(2), "Ilan Quell")).isEqualTo(303);
        assertThat(named(statements.get(3), "Quell")).as("two are called so").isEqualTo(400);

        try (Store store = Store.open(desk.file().toString())) {
            assertThat(store.corrections(store.correctedArticles().get(0)))
                    .extracting(correction -> ((Change.SpeakerIs) correction.change()).name())
                    .containsExactly("Nadia Quell", "Nadia Quell", "Ilan Quell");
        }
    }

    private int named(String statement, String speaker) {
        return desk.post("/review/" + statement + "/correct", Map.of("says_speaker", speaker))
                .statusCode();
    }

    @Test
    void theQueueIsReadableOnAPhoneAndWithoutScript() {
        try (Chromium chromium = Chromium.start()) {
            Page page = chromium.open(
                    desk.address("/review"),
                    new Browser.NewContextOptions().setViewportSize(360, 780).setJavaScriptEnabled(false));
            Chromium.picture(page, "review-360");
            String first = statement(page);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Right as it is"))
                    .click();
            assertThat(statement(page)).isNotEqualTo(first);
        }
    }
}
