package io.onrecord.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.ElementHandle;
import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Dispute;
import io.onrecord.model.Stance;
import io.onrecord.store.Store;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading an article and putting it right, as people do it. */
@Tag("browser")
class ReadingInABrowserTest {

    private static final String TALKS = String.join(
            "\n\n",
            "The harbour of Velia will be closed, officials said on Monday.",
            "\"The quay is not safe,\" said Mara Oldin, the port's director.",
            "Ilan Serrat denied that the quay was unsafe.");

    @TempDir
    private static Path folder;

    private static ArticleRecord nested;
    private static Server server;
    private static Chromium chromium;

    @BeforeAll
    static void start() throws IOException {
        chromium = Chromium.start();
        Path file = folder.resolve("onrecord.db");
        nested = nested();
        try (Store store = Store.open(file.toString())) {
            store.put(nested);
        }
        server = Server.start(ServerOptions.local(file.toString()).withPort(0), System.err::println);
    }

    private static ArticleRecord nested() {
        String text = String.join(
                "\n\n",
                "Mara Oldin said the mayor had told her that the quay, which is old, was safe 🏗 for all ships.",
                "“It is not,” Ilan Serrat said, “and she knows it.” He pointed at cracks in the wall.",
                "A third party, the harbour guild, said nothing.");
        return new Draft("https://echo.example/quay", "Is the quay safe?", text)
                .says(
                        "Mara Oldin",
                        "said",
                        Stance.SAYS,
                        "the mayor had told her that the quay, which is old, was safe 🏗 for all ships")
                .saysWithin(0, "the mayor", "had told", Stance.SAYS, "that the quay", "was safe 🏗 for all ships")
                .from("“It")
                .says("Ilan Serrat", "said", Stance.DENIES, "“It is not,”", "“and she knows it.”")
                .doing(Dispute.Kind.DENIES, 1)
                .record();
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    @AfterEach
    void nothingWentWrongInAPage() {
        assertThat(chromium.complaints()).isEmpty();
    }

    private static Page open(String path) {
        return chromium.open(server.address() + path.substring(1));
    }

    private static String path(ArticleRecord record) {
        return "/articles/" + record.article().id();
    }

    private static Page read(String text) {
        Page page = open("/read");
        page.getByLabel("Text of an article").fill(text);
        page.locator("section:has(#text) > form > p > button").click();
        page.waitForURL(Pattern.compile(".*/articles/[0-9a-f]+$"));
        return page;
    }

    @Test
    void aTextThatIsPastedIsSeenWithItsWordsLit() {
        Page page = open("/read");
        assertThat(Chromium.barriers(page)).isEmpty();
        Chromium.picture(page, "read");
        page.close();
        page = read(TALKS);
        assertThat(page.locator("mark.content").allInnerTexts()).anyMatch(words -> words.contains("not safe"));
        Locator card = page.locator(".card", new Page.LocatorOptions().setHasText("Mara Oldin"));
        assertThat(card.count()).isPositive();
        card.first().locator("summary").click();
        assertThat(card.first().locator("details.why").innerText()).contains("speaker", "sure");
        assertThat(Chromium.barriers(page)).isEmpty();
        page.close();
    }

    @Test
    void nestedAndBrokenStatementsAreToldApartByMoreThanColours() {
        Page page = open(path(nested));
        assertThat(page.locator("mark.l0 mark.l1").count()).isPositive();
        assertThat(page.locator("a.ref").allInnerTexts()).containsExactly("1", "2", "2+", "3", "3+");
        // The card lights all of its words, wherever they lie.
        page.locator(".card").nth(2).locator("summary").click();
        assertThat(page.locator("mark.on.content").allInnerTexts())
                .containsExactly("“It is not,”", "“and she knows it.”");
        assertThat(page.locator(".card").nth(2).innerText()).contains("denies 2");
        // A word leads to its card.
        page.locator("mark.l1").first().click();
        assertThat(page.locator(".card.current .n").innerText()).isEqualTo("2");
        Chromium.picture(page, "article");
        assertThat(Chromium.barriers(page)).isEmpty();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator("#text mark.content").first().isVisible()).isTrue();
        assertThat(page.locator(".tools").first().isVisible()).isFalse();
        Chromium.picture(page, "article-print");
        page.close();
    }

    @Test
    void aSpeakerIsPutRightAndTakenBackWithTheKeyboardAlone() {
        Page page = open(path(nested));
        page.keyboard().press("j");
        page.keyboard().press("j");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowUp");
        assertThat(page.evaluate("document.activeElement.dataset.n")).isEqualTo("2");
        page.keyboard().press("Enter");
        page.waitForSelector(".correcting");
        until(page, "document.activeElement.name === 'speaker'");
        assertThat(Chromium.barriers(page)).isEmpty();
        page.keyboard().press("Escape");
        assertThat(page.locator(".correcting").count()).isZero();
        page.keyboard().press("Enter");
        until(page, "document.activeElement.name === 'speaker' && document.activeElement.selectionEnd > 0");
        page.keyboard().type("Jon Marsh");
        page.keyboard().press("Enter");
        page.waitForSelector(".review");
        Locator card = page.locator(".card").nth(1);
        assertThat(card.innerText()).contains("Jon Marsh", "corrected by", "the engine says: the mayor");
        until(page, "document.activeElement.dataset.n === '2'");
        Chromium.picture(page, "article-corrected");
        assertThat(Chromium.barriers(page)).isEmpty();
        page.keyboard().press("u");
        until(page, "document.querySelectorAll('.review').length === 0");
        assertThat(page.locator(".card").nth(1).innerText())
                .contains("the mayor")
                .doesNotContain("Jon Marsh");
        page.keyboard().press("?");
        assertThat(page.locator("dialog[open], #keyhelp[open]").count()).isEqualTo(1);
        page.close();
    }

    @Test
    void allThatKeysDoCanBeReachedByTab() {
        Page page = open(path(nested));
        StringBuilder reached = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            page.keyboard().press("Tab");
            reached.append(page.evaluate(
                            "document.activeElement.className + ' ' + document.activeElement.textContent.slice(0, 40)"))
                    .append('\n');
        }
        assertThat(reached.toString())
                .contains("correct Correct statement 3", "Why", "ref 2", "Keys", "Add a statement");
        page.close();
    }

    @Test
    void aStatementThatIsMissingIsAddedBySelectingItsWords() {
        Page page = open(path(nested));
        select(page, "nothing");
        page.keyboard().press("a");
        assertThat(page.locator("#add-content").inputValue()).isEqualTo("nothing");
        select(page, "said");
        page.locator(".take[data-part=cue]").click();
        select(page, "the harbour guild");
        page.locator(".take[data-part=source]").click();
        page.locator("#add-speaker").fill("The harbour guild");
        assertThat(Chromium.barriers(page)).isEmpty();
        page.locator("#add button.button:not(.take)").click();
        page.waitForSelector(".review");
        assertThat(page.locator(".card.current").innerText()).contains("The harbour guild", "added by");
        assertThat(page.locator("mark.content").last().innerText()).isEqualTo("nothing");
        // The last that was said of it is who says it; before that, that it is one.
        page.keyboard().press("u");
        until(page, "![...document.querySelectorAll('.card')].at(-1).innerText.includes('guild')");
        page.locator(".card").last().focus();
        page.keyboard().press("u");
        until(page, "document.querySelectorAll('.review').length === 0");
        page.close();
    }

    /** Playwright's own way of waiting evaluates a string in the page, which the page's policy forbids. */
    private static void until(Page page, String expression) {
        Chromium.until(page, () -> Boolean.TRUE.equals(page.evaluate(expression)));
    }

    /** The words in the last paragraph, as a mouse would select them. */
    private static void select(Page page, String words) {
        page.evaluate(
                "words => { const node = document.querySelector('#text .passage:last-child .para [data-at]').firstChild;"
                        + " const at = node.data.indexOf(words); const range = document.createRange();"
                        + " range.setStart(node, at); range.setEnd(node, at + words.length);"
                        + " getSelection().removeAllRanges(); getSelection().addRange(range); }",
                words);
        until(page, "getSelection().toString() === '" + words + "'");
    }

    @Test
    void aFileThatIsDroppedIsRead() {
        Page page = open("/read");
        JSHandle dropped = page.evaluateHandle(
                "() => { const all = new DataTransfer();"
                        + " all.items.add(new File(['Mara Oldin said that the ferry would sail.'], 'ferry.txt')); return all; }");
        page.dispatchEvent("#drop", "drop", Map.of("dataTransfer", dropped));
        page.waitForURL(Pattern.compile(".*/articles/[0-9a-f]+$"));
        assertThat(page.locator("#text").innerText()).contains("the ferry would sail");
        page.close();
    }

    @Test
    void progressIsSeenWhileManyAreReadAndWithoutScriptByLookingAgain() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            lines.append("{\"id\":\"many-")
                    .append(i)
                    .append("\",\"title\":\"Number ")
                    .append(i)
                    .append("\",\"text\":\"Mara Oldin said that ship ")
                    .append(i)
                    .append(" had come in.\"}\n");
        }
        Page page = open("/read");
        page.evaluate("() => { document.querySelector('.hint').textContent = ''; }");
        page.locator("#files")
                .setInputFiles(new FilePayload(
                        "many.jsonl", "application/x-ndjson", lines.toString().getBytes(StandardCharsets.UTF_8)));
        page.locator("#drop button").click();
        page.waitForURL(Pattern.compile(".*/jobs/[0-9a-f]+$"));
        page.waitForSelector(".phase:has-text('Done: 40 kept')", new Page.WaitForSelectorOptions().setTimeout(120_000));
        assertThat(page.locator(".kept a").count()).isEqualTo(40);
        assertThat(page.locator("#job[hx-get]").count()).isZero();
        assertThat(Chromium.barriers(page)).isEmpty();
        Chromium.picture(page, "job");
        page.navigate(server.address() + "articles?q=number");
        assertThat(page.locator(".articles li").count()).isEqualTo(40);
        assertThat(Chromium.barriers(page)).isEmpty();
        Chromium.picture(page, "articles");
        page.close();
    }

    @Test
    void hostileWordsAreWordsAndNothingOfThemRuns() {
        String hostile =
                "\"<script>document.title='run'</script><img src=x onerror=\"document.title='run'\">\" said Mara Oldin"
                        + " \u202Eelbisrever\u202C and \u0007 bells, "
                        + "w".repeat(3_000)
                        + ", {{7*7}} ${7*7} <a href=javascript:document.title='run'>x</a>.";
        Page page = read(hostile);
        page.waitForTimeout(200);
        assertThat(page.title()).doesNotContain("run");
        String words = page.locator("#text").innerText();
        assertThat(words)
                .contains("<script>document.title='run'</script>", "\uFFFDelbisrever\uFFFD", "{{7*7}}", "${7*7}");
        assertThat(page.locator("#text img, #text script").count()).isZero();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
        page.navigate(page.url() + "/history");
        assertThat(page.title()).doesNotContain("run");
        page.close();
    }

    @Test
    void allOfItWorksWithoutScript() {
        Page page =
                chromium.open(server.address() + "read", new Browser.NewContextOptions().setJavaScriptEnabled(false));
        page.getByLabel("Text of an article").fill("Ilan Serrat said that the gate was shut.");
        page.locator("section:has(#text) > form > p > button").click();
        if (page.url().contains("/jobs/")) {
            while (page.locator(".kept a").count() == 0) {
                page.locator("text=Look again").click();
            }
            page.locator(".kept a").click();
        }
        page.locator("a.correct").first().click();
        page.getByLabel("Who says it").fill("Mara Oldin");
        page.getByLabel("Why (may be empty)").fill("he read her words out");
        page.getByText("Save").click();
        assertThat(page.locator(".card").first().innerText()).contains("Mara Oldin", "he read her words out");
        page.locator("a:has-text('History')").press("Enter");
        assertThat(page.locator(".history").innerText()).contains("speaker", "Mara Oldin");
        page.close();
    }

    @Test
    void onATelephoneNothingSticksOut() {
        Page page = chromium.open(
                server.address() + path(nested).substring(1),
                new Browser.NewContextOptions().setViewportSize(360, 740));
        assertThat(page.evaluate("document.documentElement.scrollWidth <= 360")).isEqualTo(true);
        ElementHandle card = page.querySelector(".card");
        assertThat(card.boundingBox().width).isLessThanOrEqualTo(360);
        Chromium.picture(page, "article-360");
        page.navigate(server.address() + "read");
        assertThat(page.evaluate("document.documentElement.scrollWidth <= 360")).isEqualTo(true);
        page.close();
    }
}
