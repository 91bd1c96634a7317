package io.onrecord.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every page of the desk looks like, and what its keys do. */
class LooksTest extends DeskInABrowser {

    private static final String GROUND = "getComputedStyle(document.documentElement).backgroundColor";
    private static final String LIGHT = "rgb(251, 250, 246)";
    private static final String DARK = "rgb(23, 24, 27)";

    @Test
    void aPageIsLightOrDarkAsTheSystemIs() {
        assertThat(ground(ColorScheme.LIGHT)).isEqualTo(LIGHT);
        assertThat(ground(ColorScheme.DARK)).isEqualTo(DARK);
    }

    private static Object ground(ColorScheme scheme) {
        Page page = chromium.open(desk.address(), new Browser.NewContextOptions().setColorScheme(scheme));
        Object ground = page.evaluate(GROUND);
        page.context().close();
        return ground;
    }

    @Test
    void theReadersChoiceIsKeptWithoutScript() {
        Page page = chromium.open(
                desk.address(),
                new Browser.NewContextOptions()
                        .setColorScheme(ColorScheme.LIGHT)
                        .setJavaScriptEnabled(false));
        page.click("text=Dark");
        assertThat(page.getAttribute("html", "data-theme")).isEqualTo("dark");
        page.reload();
        assertThat(page.getAttribute("html", "data-theme")).isEqualTo("dark");
        assertThat(page.url()).isEqualTo(desk.address());
        page.context().close();
    }

    @Test
    void withScriptItChangesAtOnceAndIsKeptAsWell() {
        Page page = chromium.open(desk.address(), new Browser.NewContextOptions().setColorScheme(ColorScheme.LIGHT));
        page.evaluate("window.sameDocument = true");
        page.click("text=Dark");
        assertThat(page.evaluate(GROUND)).isEqualTo(DARK);
        assertThat(page.evaluate("window.sameDocument")).isEqualTo(true);
        assertThat(page.getAttribute(".theme button[value=dark]", "aria-pressed"))
                .isEqualTo("true");
        page.navigate(desk.address("/nowhere"));
        assertThat(page.evaluate(GROUND)).as("a problem's page is dark, too").isEqualTo(DARK);
        page.navigate(desk.address());
        page.click("text=As the system");
        assertThat(page.evaluate(GROUND)).isEqualTo(LIGHT);
        page.context().close();
    }

    @Test
    void choosingLeadsBackToThePageAndNowhereElse() {
        assertThat(location("/search?q=a%20b&x=1")).isEqualTo("/search?q=a%20b&x=1");
        assertThat(location("//elsewhere.example/")).isEqualTo("/");
        assertThat(location("/\\elsewhere.example")).isEqualTo("/");
        assertThat(location("https://elsewhere.example/")).isEqualTo("/");
        assertThat(location("/\t/elsewhere.example")).isEqualTo("/");
        assertThat(location("/a\r\nSet-Cookie: x=y")).isEqualTo("/");
    }

    private static String location(String back) {
        HttpResponse<String> response = desk.post("/theme", Map.of("theme", "dark", "back", back));
        assertThat(response.statusCode()).isEqualTo(303);
        return response.headers().firstValue("Location").orElseThrow();
    }

    @Test
    void aCookieOfAnythingElseIsNoTheme() {
        HttpResponse<String> response = desk.send(HttpRequest.newBuilder(URI.create(desk.address()))
                .header("Cookie", "onrecord-theme=\"><script>")
                .build());
        assertThat(response.body()).contains("<html lang=\"en\">").doesNotContain("<script>");
    }

    @Test
    void aQuestionMarkShowsTheKeysAndEscapeClosesThem() {
        Page page = chromium.open(desk.address());
        page.keyboard().press("?");
        assertThat(page.isVisible("dialog#keys")).isTrue();
        assertThat(page.innerText("dialog#keys")).contains("Search the record");
        assertThat(Chromium.barriers(page)).isEmpty();
        Chromium.picture(page, "keys");
        page.keyboard().press("Escape");
        assertThat(page.isVisible("dialog#keys")).isFalse();
        page.context().close();
    }

    @Test
    void allThatPagesMayShowCanBeReadByEverybody() throws IOException {
        String specimen;
        try (InputStream in = LooksTest.class.getResourceAsStream("specimen.html")) {
            specimen = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : List.of(360, 1280, 2560)) {
                Page page = chromium.open(
                        desk.address(),
                        new Browser.NewContextOptions().setColorScheme(scheme).setViewportSize(width, 1000));
                page.evaluate("html => { document.getElementById('main').innerHTML = html; }", specimen);
                String name = "specimen-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + width;
                Chromium.picture(page, name);
                assertThat(Chromium.barriers(page)).as(name).isEmpty();
                assertThat(Chromium.scrollsSideways(page)).as(name).isFalse();
                page.context().close();
            }
        }
        Page page = chromium.open(desk.address());
        page.evaluate("html => { document.getElementById('main').innerHTML = html; }", specimen);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        Chromium.picture(page, "specimen-print");
        page.context().close();
    }

    @Test
    void aSlashGoesToTheSearchBoxAndIsASlashWithinIt() {
        Page page = chromium.open(desk.address());
        page.keyboard().press("/");
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("find");
        page.keyboard().type("his/her?");
        assertThat(page.inputValue("#find")).isEqualTo("his/her?");
        page.context().close();
    }

    @Test
    void singleKeysCanBeTurnedOff() {
        Page page = chromium.open(desk.address());
        page.keyboard().press("?");
        page.uncheck("dialog#keys input[name=keys]");
        page.keyboard().press("Escape");
        page.keyboard().press("/");
        assertThat(page.evaluate("document.activeElement.id")).isNotEqualTo("find");
        page.reload();
        page.keyboard().press("?");
        assertThat(page.isVisible("dialog#keys")).isFalse();
        page.click("[data-keys]");
        page.check("dialog#keys input[name=keys]");
        page.keyboard().press("Escape");
        page.keyboard().press("/");
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("find");
        page.context().close();
    }

    @Test
    void whatNeedsScriptIsNotOfferedWithoutIt() {
        Page page = chromium.open(desk.address(), new Browser.NewContextOptions().setJavaScriptEnabled(false));
        assertThat(page.isVisible("[data-keys]")).isFalse();
        page.context().close();
    }

    @Test
    void onPaperThereIsNothingToPress() {
        Page page = chromium.open(desk.address());
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.isVisible("h1")).isTrue();
        assertThat(page.isVisible("nav")).isFalse();
        assertThat(page.isVisible("button")).isFalse();
        page.context().close();
    }

    @Test
    void thePartOfThePageThatTellsOfWorkIsAskedForAgainOnlyWhileThereIsSome() {
        assertThat(desk.get("/parts/upkeep").body()).doesNotContain("hx-get").doesNotContain("<p");
        assertThat(desk.get("/parts/upkeep?was=busy").body())
                .contains("Everything is worked out")
                .doesNotContain("hx-get");
    }

    @Test
    void nothingWentWrongInAnyPage() {
        Page page = chromium.open(desk.address());
        page.keyboard().press("?");
        page.context().close();
        assertThat(chromium.complaints()).allMatch(complaint -> complaint.contains("404"));
    }
}
