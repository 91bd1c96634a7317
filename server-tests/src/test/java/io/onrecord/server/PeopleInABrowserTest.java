package io.onrecord.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Narrowing what somebody said, how a quotation changed, and who is who, as people see and do it. */
class PeopleInABrowserTest extends DeskInABrowser {

    private static final JsonMapper JSON = new JsonMapper();

    @AfterEach
    void nothingWentWrongInAPage() {
        assertThat(chromium.complaints()).isEmpty();
    }

    private static JsonNode json(String path) {
        HttpResponse<String> answer = desk.get("/api/v1" + path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static JsonNode busiest() {
        return json("/speakers?limit=1").at("/speakers/0");
    }

    // Narrowing.

    @Test
    void eachKindOnTheSpeakersPageGivesAsManyAsItsCountSaysAndTheAddressIsAllThereIsToIt() {
        String own = "/speakers/" + busiest().at("/id").asString();
        Page page = chromium.open(desk.address(own));
        int all = shown(page);
        Locator sorts = page.locator("section.facet");
        assertThat(sorts.locator("h2").allInnerTexts()).contains("Speaks about", "Carried by");
        int tried = 0;
        for (int i = 0; i < sorts.count(); i++) {
            Locator kind = sorts.nth(i).locator("li").first();
            int count = Integer.parseInt(kind.locator(".number").innerText());
            kind.locator("a").click();
            assertThat(shown(page)).as(page.url()).isEqualTo(count).isLessThanOrEqualTo(all);
            assertThat(page.locator("section.facet a[aria-current=true]").count())
                    .isEqualTo(1);
            page.goBack();
            assertThat(shown(page)).isEqualTo(all);
            tried++;
        }
        assertThat(tried).isGreaterThan(1);
        page.context().close();
    }

    @Test
    void whatIsChosenHoldsAfterAReloadAndForWhoeverGetsTheAddress() {
        String own = "/speakers/" + busiest().at("/id").asString();
        Page page = chromium.open(desk.address(own));
        String before = page.innerText("main");
        page.locator("section.facet:has(h2:text('Carried by')) a").first().click();
        String narrowed = page.innerText("main");
        page.locator("#stance").selectOption("says");
        page.click("form[aria-label^=Statements] button.main");
        String both = page.innerText("main");
        assertThat(List.of(before, narrowed, both)).doesNotHaveDuplicates();
        assertThat(page.locator("ul[aria-label='Shown are only those'] li").count())
                .isEqualTo(2);
        page.reload();
        assertThat(page.innerText("main")).isEqualTo(both);
        Page other = chromium.open(
                page.url(),
                new Browser.NewContextOptions().setJavaScriptEnabled(false).setViewportSize(1280, 900));
        assertThat(other.innerText(".beside")).isEqualTo(page.innerText(".beside"));
        assertThat(other.inputValue("#stance")).isEqualTo("says");
        other.context().close();
        page.goBack();
        assertThat(page.innerText("main")).isEqualTo(narrowed);
        page.goBack();
        assertThat(page.innerText("main")).isEqualTo(before);
        page.goForward();
        // One is taken away again, the others stay.
        page.locator("a[aria-label^='Not only in']").click();
        assertThat(page.innerText("main")).isEqualTo(before);
        page.context().close();
    }

    /** The statements of a list, on all its pages. */
    private static int shown(Page page) {
        String address = page.url().substring(desk.address().length() - 1);
        JsonNode twin = json(address + (address.contains("?") ? "&" : "?") + "limit=200");
        int all = twin.path("statements").size();
        assertThat(twin.has("next")).isFalse();
        assertThat(page.locator("section[aria-label=Statements] ol.list > li").count())
                .isEqualTo(Math.min(20, all));
        return all;
    }

    // How a quotation changed.

    @Test
    void twoWordingsOfAQuotationAreHeldAgainstEachOtherAndToldApartWithoutColours() {
        read(
                "Avenian Echo",
                "2026-05-11",
                "“The lighthouse at Sennock will be painted white in May and opened to visitors,” said Mara Oldin, the minister of"
                        + " transport.");
        read(
                "Velia Courier",
                "2026-05-12",
                "“The old lighthouse at Sennock will be painted white in May,” said Mara Oldin, the minister of transport.");
        String[] claim = {""};
        Page page = chromium.open(desk.address("/claims?q=lighthouse"));
        Chromium.until(page, () -> {
            for (JsonNode one : json("/claims?q=lighthouse&limit=3").path("claims")) {
                String path = "/claims/" + one.path("id").asString();
                if (one.path("wording").asString().contains("Sennock")
                        && !json(path).path("wordings").isEmpty()) {
                    claim[0] = path;
                    return true;
                }
            }
            return false;
        });
        page.navigate(desk.address(claim[0]));
        Locator wordings = page.locator("section[aria-labelledby=wordings]");
        assertThat(wordings.locator(".marked del").allInnerTexts().toString()).contains("and opened to visitors");
        assertThat(wordings.locator(".marked ins").allInnerTexts().toString()).contains("old");
        assertThat(wordings.locator(".marked").innerText()).contains("lighthouse at Sennock");
        assertThat(wordings.innerText()).contains("of the words in common", "what it lacks", "what it has of its own");
        toldApart(page);
        assertThat(Chromium.barriers(page)).isEmpty();
        Chromium.picture(page, "claim-wordings");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        toldApart(page);
        page.context().close();
    }

    private static void toldApart(Page page) {
        String line = "e => getComputedStyle(e).textDecorationLine";
        assertThat(page.evalOnSelector(".marked ins", line)).isEqualTo("underline");
        assertThat(page.evalOnSelector(".marked del", line)).isEqualTo("line-through");
    }

    private static void read(String outlet, String day, String text) {
        HttpResponse<String> kept = desk.send(HttpRequest.newBuilder(URI.create(desk.address("/api/v1/articles")))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(Map.of(
                        "text", text, "outlet", outlet, "published", day, "title", "The lighthouse, " + outlet))))
                .build());
        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(201);
    }

    // Who is who, with the keyboard alone.

    @Test
    void speakersAreMergedAndSplitWithTheKeyboardAlone() {
        JsonNode first = busiest();
        JsonNode second = json("/speakers?limit=200")
                .path("speakers")
                .valueStream()
                .filter(one -> one.path("kind").equals(first.path("kind")) && !one.equals(first))
                .reduce((a, b) -> b)
                .orElseThrow();
        Page page = chromium.open(desk.address("/speakers"));
        Keys keys = new Keys(page);
        keys.to("#q").type(first.path("name").asString()).follow("Enter");
        keys.to("a[href='/speakers/" + first.path("id").asString() + "']").follow("Enter");
        keys.to(".tabs a[href$='/names']").follow("Enter");
        assertThat(page.locator("h2").first().innerText()).startsWith("Names and posts");

        keys.to("#other").type(second.path("id").asString()).follow("Enter");
        assertThat(page.innerText(".done")).contains("Decided", "are one");
        keys.to(".done button").follow("Enter");
        assertThat(page.innerText(".done")).contains("Taken back");

        String articles = page.locator(".facts li:has-text(' in ')").first().innerText();
        keys.to("main details summary").press("Enter");
        keys.to("main details button").follow("Enter");
        assertThat(page.innerText(".done")).contains("Decided", "are two");
        keys.to(".done button").follow("Enter");
        page.navigate(desk.address("/speakers/" + first.path("id").asString() + "/names"));
        assertThat(page.locator(".facts li:has-text(' in ')").first().innerText())
                .isEqualTo(articles);
        page.context().close();
    }
}
