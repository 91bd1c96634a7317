package io.onrecord.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.onrecord.reading.ReadingOptions;
import io.onrecord.reading.web.FetchOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a journalist does with the desk from an address to a file, in a real browser; a press site on the loopback has the articles. */
@Tag("browser")
class JourneyTest {

    private static final ReadingOptions LOCAL = ReadingOptions.DEFAULT.withFetching(FetchOptions.DEFAULT
            .withAllowPrivate(true)
            .withWaits(Duration.ofMillis(1), Duration.ofMillis(10), Duration.ZERO, 0)
            .withLimits(1 << 20, 5, 0));

    @TempDir
    private static Path folder;

    private static TestDesk desk;
    private static Press press;
    private static Chromium chromium;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
        press = new Press();
        desk = TestDesk.open(folder, options -> options.withReading(LOCAL));
    }

    @AfterAll
    static void stop() {
        if (desk != null) {
            desk.close();
            press.close();
            chromium.close();
        }
    }

    @AfterEach
    void nothingWentWrongInAPage() {
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void fromAnAddressToAFileWithWhatWasSaidBeforeAndWhoDisputesIt() throws IOException {
        press.publish(
                "bridge",
                "Minister back at the bridge",
                "The bridge over the Velia will stay open, the government said on Tuesday.",
                "“Nobody has to fear for the bridge,” said Mara Oldin, the minister of transport.",
                "Ilan Serrat, the mayor of Velia, denied that the bridge was safe.");
        Page page = chromium.open(desk.address());

        // An address, and what was said in it.
        page.fill("#read", press.address("/bridge"));
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/articles/[0-9a-f]+$"));
        assertThat(page.locator("#text mark.source").allInnerTexts())
                .anyMatch(words -> words.contains("Mara Oldin"))
                .anyMatch(words -> words.contains("Ilan Serrat"));
        assertThat(page.locator("#text mark.cue").allInnerTexts()).contains("said", "denied");
        assertThat(page.locator("#text mark.content").allInnerTexts())
                .anyMatch(words -> words.contains("Nobody has to fear"));

        // One is looked at and found right: two keys.
        Locator quoted = card(page, "Mara Oldin");
        page.locator("#text mark.content", having("Nobody has to fear")).first().click();
        assertThat(page.locator(".card.current").innerText()).contains("Mara Oldin");
        page.keyboard().press("w");
        assertThat(quoted.locator("details.why dl").isVisible()).isTrue();
        page.keyboard().press("y");
        page.waitForSelector(".review");
        assertThat(card(page, "Mara Oldin").innerText()).contains("accepted by");

        // Another one is put right.
        Locator denied = card(page, "Ilan Serrat");
        denied.locator("a.correct").click();
        denied.locator(".correcting select[name=stance]").selectOption("REJECTS");
        denied.getByText("Save").click();
        page.waitForSelector(".review:has-text('corrected')");
        assertThat(card(page, "Ilan Serrat").innerText()).contains("rejects", "the engine says: Ilan Serrat, denies");

        // What she said before: she is found to be who she was in other articles while one reads.
        String article = page.url();
        Locator name = card(page, "Mara Oldin").locator("a[href^='/speakers/']");
        Chromium.until(page, () -> {
            page.navigate(article.replaceAll("#.*", ""));
            return name.count() > 0;
        });
        name.click();
        assertThat(page.locator("h1").innerText()).isEqualTo("Mara Oldin");
        assertThat(page.locator(".beside .list .wording").count()).isGreaterThan(3);
        page.fill("#q", "bridge");
        page.locator("form[aria-label^=Statements] button.main").click();
        assertThat(page.locator(".beside .list .wording").allInnerTexts()).isNotEmpty();

        // Who disputes it.
        page.locator(".tabs a", having("Disputes")).click();
        assertThat(page.locator(".edge").count()).isPositive();
        page.locator(".edge a[href^='/claims/']").first().click();
        assertThat(page.locator("section[aria-labelledby=disputes] .list > li").count())
                .isPositive();

        // Away with all that she said, as a table.
        page.locator("#find").fill("bridge");
        page.keyboard().press("Enter");
        page.waitForURL("**/search?q=bridge");
        page.getByLabel("Said by").fill("Mara Oldin");
        page.keyboard().press("Enter");
        page.waitForURL("**who=Mara**");
        page.waitForSelector("#found a[href^='/speakers/']:has-text('Mara Oldin')");
        int found = Integer.parseInt(page.locator("#found .count strong").innerText());
        assertThat(found).isPositive();
        Path file = taken(page);
        List<NamedCsvRecord> rows = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            csv.forEach(rows::add);
        }
        assertThat(rows)
                .hasSize(found)
                .allMatch(row -> row.getField("speaker").equals("Mara Oldin"))
                .anyMatch(row -> row.getField("content").contains("Nobody has to fear for the bridge")
                        && row.getField("address").equals(press.address("/bridge")));
        page.context().close();
    }

    private static Path taken(Page page) {
        page.locator("details.exports summary").click();
        Download download = page.waitForDownload(
                () -> page.locator("details.exports a", having("csv")).first().click());
        Path file = folder.resolve(download.suggestedFilename());
        download.saveAs(file);
        return file;
    }

    private static Locator card(Page page, String speaker) {
        return page.locator("#text .card", having(speaker)).first();
    }

    private static Page.LocatorOptions having(String words) {
        return new Page.LocatorOptions().setHasText(words);
    }

    @Test
    void howFarItIsIsSeenWhileManyAreReadWithScriptAndWithout() {
        for (int i = 1; i <= 4; i++) {
            press.publish("ship-" + i, "Ship " + i, "Mara Oldin said that ship number " + i + " had come in.");
        }
        press.hold("/ship-3");
        press.hold("/ship-4");
        Page plain = chromium.open(desk.address("/read"), new Browser.NewContextOptions().setJavaScriptEnabled(false));
        plain.fill(
                "#addresses",
                String.join(
                        "\n",
                        press.address("/ship-1"),
                        press.address("/ship-2"),
                        press.address("/ship-3"),
                        press.address("/ship-4")));
        plain.click("text=Fetch and read");
        plain.waitForURL("**/jobs/*");
        Chromium.until(plain, () -> {
            plain.click("text=Look again");
            return "50".equals(plain.getAttribute("#job progress", "value"));
        });
        assertThat(plain.innerText("#job")).contains("2 kept so far", "50 %");
        assertThat(Chromium.barriers(chromium.open(plain.url()))).isEmpty();
        Chromium.picture(plain, "job-midway");

        Page live = chromium.open(plain.url());
        assertThat(live.getAttribute("#job progress", "value")).isEqualTo("50");
        live.evaluate("window.sameDocument = true");
        press.release("/ship-3");
        Chromium.until(live, () -> "75".equals(live.getAttribute("#job progress", "value")));
        assertThat(live.innerText("#job")).contains("3 kept so far", "75 %");
        plain.click("text=Look again");
        assertThat(plain.getAttribute("#job progress", "value")).isEqualTo("75");
        press.release("/ship-4");
        live.waitForSelector(".phase:has-text('Done: 4 kept')");
        assertThat(live.locator("#job progress").count()).isZero();
        assertThat(live.evaluate("window.sameDocument")).isEqualTo(true);
        plain.click("text=Look again");
        assertThat(plain.innerText("#job .phase")).isEqualTo("Done: 4 kept.");
        live.context().close();
        plain.context().close();
    }

    @Test
    void whatCameSinceTheLastVisitIsNewUntilItWasSeen() {
        assertThat(desk.post("/visits", Map.of()).statusCode()).isEqualTo(303);
        Page page = chromium.open(desk.address());
        assertThat(page.innerText("section[aria-labelledby=news]")).contains("Nothing since");
        press.publish("kiosk", "A kiosk for Velia", "Ilan Serrat said that the kiosk would open in May.");
        page.fill("#read", press.address("/kiosk"));
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/articles/[0-9a-f]+$"));
        page.navigate(desk.address());
        assertThat(page.innerText("section[aria-labelledby=news]")).contains("1 article since", "A kiosk for Velia");
        assertThat(Chromium.barriers(page)).isEmpty();
        Chromium.picture(page, "home-news");
        page.reload();
        assertThat(page.innerText("section[aria-labelledby=news]"))
                .as("looking is not having seen")
                .contains("A kiosk for Velia");
        page.click("text=All that is new");
        assertThat(page.locator("main .list.articles > li").allInnerTexts())
                .singleElement()
                .asString()
                .contains("A kiosk for Velia");
        page.goBack();
        page.click("text=I have seen these");
        assertThat(page.innerText("section[aria-labelledby=news]"))
                .contains("Nothing since")
                .doesNotContain("A kiosk for Velia");
        page.navigate(desk.address("/articles?new=visit"));
        assertThat(page.locator("main .list.articles > li").count()).isZero();
        page.context().close();
    }
}
