package io.onrecord.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Articles and claims on paper, as the browser prints them: what is said and where it stands, nothing to press, readable in black and white. */
class PaperTest extends DeskInABrowser {

    private static final JsonMapper JSON = new JsonMapper();

    /** What is only of use on a screen, in words as they stand on pages. */
    private static final List<String> OF_THE_SCREEN = List.of(
            "To the content",
            "Speakers",
            "This page as JSON",
            "As the system",
            "Correct statement",
            "Right as it is",
            "They are one",
            "Somebody else",
            "Record (JSON)",
            "Take it away as a file");

    private static JsonNode json(String path) {
        return JSON.readTree(desk.get("/api/v1" + path).body());
    }

    /** The page as it is printed, from a screen that is dark. */
    private static Page printed(String path) {
        Page page = chromium.open(desk.address(path));
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT).setColorScheme(ColorScheme.DARK));
        return page;
    }

    private static String words(Page page) throws IOException {
        try (PDDocument document = Loader.loadPDF(page.pdf())) {
            assertThat(document.getNumberOfPages()).isBetween(1, 12);
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private static void nothingToPress(Page page) {
        assertThat(page.locator("nav, form, button, input, select, textarea, dialog, .top, .upkeep, .skip")
                        .all())
                .isNotEmpty()
                .allMatch(control -> !control.isVisible());
        assertThat(page.evaluate("getComputedStyle(document.documentElement).backgroundColor"))
                .isEqualTo("rgb(255, 255, 255)");
        assertThat(Chromium.scrollsSideways(page)).isFalse();
    }

    /** Each kind of mark as it looks without any colour; the first of each on the page. */
    private static Map<String, String> marks(Page page, String within, String... kinds) {
        Map<String, String> looks = new HashMap<>();
        for (String kind : kinds) {
            String mark = within + " mark." + kind;
            if (page.locator(mark).count() > 0) {
                looks.put(kind, (String) page.evalOnSelector(mark, """
                        e => {
                          const s = getComputedStyle(e);
                          const line = s.textDecorationLine + ' ' + s.textDecorationStyle + ' ' + s.textDecorationThickness;
                          return s.textDecorationLine === 'none' && s.borderInlineStartWidth === '0px' ? ''
                            : [line, s.fontWeight, s.fontStyle, s.borderInlineStartWidth].join(', ');
                        }"""));
            }
        }
        return looks;
    }

    @Test
    void anArticleIsPrintedWithItsWordsItsSourcesAndItsEvidence() throws IOException {
        JsonNode hit = json("/search?q=bridge").at("/hits/0");
        JsonNode article = json("/articles/" + hit.at("/article/id").asString());
        Page page = printed("/articles/" + article.at("/id").asString());
        nothingToPress(page);
        Map<String, String> looks = marks(page, "#text", "source", "cue", "content");
        assertThat(looks).hasSize(3).doesNotContainValue("");
        assertThat(looks.values()).doesNotHaveDuplicates();
        String words = words(page);
        assertThat(words)
                .contains(article.at("/headline").asString())
                .contains(article.at("/evidence/textDigest").asString().substring(0, 16))
                .doesNotContain(OF_THE_SCREEN);
        // A long address goes on in the next line.
        assertThat(words.replace(" ", "")).contains(article.at("/address").asString());
        for (JsonNode statement :
                article.at("/paragraphs").findValues("statements").get(0)) {
            assertThat(words).contains(statement.at("/speaker/name").asString());
        }
        Chromium.picture(page, "paper-article");
        page.context().close();
    }

    @Test
    void aClaimIsPrintedWithBothSidesAndWhereTheirWordsStand() throws IOException {
        JsonNode claim = json("/claims/"
                + json("/claims?disputed=true&limit=1").at("/claims/0/id").asString());
        Page page = printed("/claims/" + claim.at("/claim/id").asString());
        nothingToPress(page);
        assertThat(marks(page, ".evidence", "cue")).hasSize(1).doesNotContainValue("");
        String words = words(page);
        assertThat(words)
                .contains(
                        claim.at("/claim/wording").asString(),
                        "They state it",
                        "They dispute it",
                        "Outlets and origins")
                .doesNotContain(OF_THE_SCREEN);
        for (JsonNode disputed : claim.path("disputes")) {
            assertThat(words)
                    .contains(disputed.at("/statement/speaker/name").asString())
                    .contains(disputed.at("/statement/outlet").asString());
        }
        for (JsonNode origin : claim.path("origins")) {
            assertThat(words).contains(origin.path("outlet").asString());
        }
        // The picture is there, and the table behind it is not printed a second time.
        assertThat(page.locator("figure svg").isVisible()).isTrue();
        assertThat(words).doesNotContain("The timeline as a table");
        Chromium.picture(page, "paper-claim");
        page.context().close();
    }
}
