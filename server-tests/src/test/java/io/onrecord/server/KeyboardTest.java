package io.onrecord.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The desk by keyboard alone, without its single keys: the tabulator, Enter, the space bar, arrows. What has the focus always shows it. */
class KeyboardTest extends DeskInABrowser {

    @AfterEach
    void nothingWentWrongInAPage() {
        assertThat(chromium.complaints()).isEmpty();
    }

    private static int found(Page page) {
        return Integer.parseInt(page.innerText("#found .count strong").replace(",", ""));
    }

    @Test
    void aSearchIsNarrowedTakenAwayAndSaved() throws IOException {
        Page page = chromium.open(desk.address());
        Keys keys = new Keys(page);
        keys.to("#find").type("bridge").follow("Enter");
        int all = found(page);

        // A kind is chosen, the list follows, and the focus stays where it was.
        keys.to("#stance-says").press("Space");
        page.waitForURL("**stance=says**");
        Chromium.until(page, () -> found(page) < all);
        assertThat(keys.isAt("#stance-says")).isTrue();
        int says = found(page);
        keys.to("#form-direct").press("Space");
        page.waitForURL("**form=direct**");
        Chromium.until(page, () -> found(page) < says);
        assertThat(keys.isAt("#form-direct")).isTrue();
        int direct = found(page);
        keys.press("Space");
        Chromium.until(page, () -> found(page) == says);
        assertThat(page.url()).contains("stance=says").doesNotContain("form=direct");

        // The menu of files: it opens, leads on, and closes.
        keys.to("details.exports > summary").press("Enter");
        assertThat(page.getAttribute("details.exports", "open")).isNotNull();
        keys.to("details.exports a[href*='format=csv']");
        Download download = page.waitForDownload(() -> keys.press("Enter"));
        Path file = folder.resolve(download.suggestedFilename());
        download.saveAs(file);
        assertThat(Files.readAllLines(file)).hasSizeGreaterThan(says);
        page.locator("details.exports > summary").focus();
        keys.press("Space");
        assertThat(page.getAttribute("details.exports", "open")).isNull();

        keys.to("details.save > summary").press("Enter");
        keys.to("#name").press("Control+a").type("Bridge, by keys").follow("Enter");
        assertThat(page.innerText("h1")).isEqualTo("Bridge, by keys");
        keys.to("form[action$='/delete'] button").follow("Enter");
        assertThat(page.innerText("main")).doesNotContain("Bridge, by keys");
        assertThat(direct).isPositive();
        page.context().close();
    }

    @Test
    void statementsAreAcceptedAndPutRight() {
        Page page = chromium.open(desk.address());
        Keys keys = new Keys(page);
        keys.to(".top nav a[href='/review']").follow("Enter");
        keys.to("form[action*='/accept'] button").follow("Enter");
        assertThat(page.innerText(".done")).contains("Accepted");
        keys.to("#says_speaker").press("Control+a").type("Nadia Quell").follow("Enter");
        assertThat(page.innerText(".done")).contains("Put right");
        assertThat(page.innerText(".progress")).contains("2 looked at", "1 right, 1 put right");
        keys.to(".done button").follow("Enter");
        assertThat(page.innerText(".progress")).contains("1 looked at");
        assertThat(page.innerText(".reviewed")).contains("Right as it is");
        // From here to the article: its words are in sight, and its card is the one that is looked at.
        keys.to(".reviewed a[href^='/statements/']").follow("Enter");
        assertThat(page.url()).contains("/articles/").contains("#s-");
        assertThat(keys.isAt(".card.current")).isTrue();
        page.context().close();
    }

    @Test
    void anArticleIsReadAndCorrected() {
        Page page = chromium.open(desk.address("/articles"));
        Keys keys = new Keys(page);
        keys.to("main a[href^='/articles/']:not([href*='?'])").follow("Enter");
        keys.to(".card .right button").follow("Enter");
        assertThat(page.innerText(".card.current")).contains("accepted by");
        keys.to(".card.current .undo button").follow("Enter");
        assertThat(page.locator(".review").count()).isZero();
        keys.to(".card a.correct").press("Enter");
        page.waitForSelector(".correcting");
        Chromium.until(page, () -> keys.isAt("input[name=speaker]"));
        keys.press("Control+a").type("Nadia Quell").press("Enter");
        page.waitForSelector(".review");
        assertThat(page.innerText(".card.current")).contains("Nadia Quell");
        page.context().close();
    }
}
