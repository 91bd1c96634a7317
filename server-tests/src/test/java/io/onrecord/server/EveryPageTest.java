package io.onrecord.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.onrecord.server.access.Accounts;
import io.onrecord.server.http.Route;
import io.onrecord.store.DeskRole;
import io.onrecord.store.Store;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What holds of each page of the desk, whichever there are: the pages are taken from the routes. */
@Tag("browser")
class EveryPageTest {

    private static final int MOST_BYTES = 150 * 1024;
    private static final double MOST_SHIFT = 0.1;
    private static final int USUAL = 1280;
    private static final int NARROW = 360;
    private static final int WIDE = 2560;

    @TempDir
    private static Path folder;

    private static final Browser.NewContextOptions SCREEN =
            new Browser.NewContextOptions().setColorScheme(ColorScheme.LIGHT).setViewportSize(USUAL, 900);

    private static TestDesk desk;
    private static TestDesk shared;
    private static String editor;
    private static String reader;
    private static Chromium chromium;
    private static Examples examples;

    @BeforeAll
    static void start() throws IOException {
        chromium = Chromium.start();
        desk = TestDesk.open(Files.createDirectory(folder.resolve("own")));
        examples = Examples.of(desk);
        Path other = Files.createDirectory(folder.resolve("shared"));
        try (Store store = Store.open(TestDesk.copy(other).toString())) {
            Accounts accounts = new Accounts(store);
            editor = accounts.add("Mara Oldin", DeskRole.EDITOR).orElseThrow();
            reader = accounts.add("Ilan Serrat", DeskRole.READER).orElseThrow();
            accounts.link(Optional.empty(), "Mara Oldin", Instant.now().plus(Duration.ofDays(1)));
        }
        shared = TestDesk.again(other, options -> options.withSharing(new ServerOptions.Sharing(false)));
    }

    @AfterAll
    static void stop() {
        if (shared != null) {
            shared.close();
        }
        if (desk != null) {
            desk.close();
            chromium.close();
        }
    }

    @Test
    void thereArePages() {
        assertThat(desk.routes().stream().filter(Examples::isForPeople)).isNotEmpty();
    }

    /** Else all pages would pass. */
    @Test
    void whatKeepsPeopleOutIsFound() {
        Page page = chromium.open("about:blank");
        page.setContent("<h1>A picture</h1><img src='data:,'><p style='color: #ccc; background: #fff'>Pale words.</p>");
        assertThat(Chromium.barriers(page)).anyMatch(each -> each.startsWith("image-alt: "));
        assertThat(Chromium.barriersBesideColours(page)).anyMatch(each -> each.startsWith("image-alt: "));
        assertThat(Chromium.pale(page)).hasSize(2).allMatch(each -> each.contains("Pale words."));
        page.context().close();
    }

    @TestFactory
    Stream<DynamicTest> eachPageIsFitForEverybodyAtEveryWidth() {
        return desk.routes().stream()
                .filter(Examples::isForPeople)
                .map(route -> DynamicTest.dynamicTest(route.path(), () -> check(route)));
    }

    /** The pages that a desk has only where people sign in, and those that look otherwise there. */
    @TestFactory
    Stream<DynamicTest> eachPageOfASharedDeskIsFitForEverybody() {
        Set<String> everywhere = desk.routes().stream().map(Route::path).collect(Collectors.toSet());
        List<String> own = shared.routes().stream()
                .filter(Examples::isForPeople)
                .map(Route::path)
                .filter(path -> !everywhere.contains(path))
                .toList();
        assertThat(own).contains("/signin", "/links", "/link");
        return Stream.concat(
                Stream.concat(
                        own.stream().map(path -> DynamicTest.dynamicTest(path + ", editor", () -> check(path, editor))),
                        Stream.of("/signin", "/link")
                                .map(path -> DynamicTest.dynamicTest(path + ", stranger", () -> check(path, "")))),
                Stream.of("/", "/review")
                        .map(path -> DynamicTest.dynamicTest(path + ", reader", () -> check(path, reader))));
    }

    /** @param token empty for somebody who is not signed in */
    private static void check(String path, String token) {
        BrowserContext visitor = chromium.context(SCREEN);
        if (!token.isEmpty()) {
            Page page = chromium.open(shared.address("/signin"), visitor);
            page.getByLabel("Your token").fill(token);
            page.keyboard().press("Enter");
            page.waitForSelector("text=Sign out");
            page.close();
        }
        checkPage(shared, path, visitor, Stands.FOUND, true);
    }

    @TestFactory
    Stream<DynamicTest> eachProblemIsAPageLikeTheOthers() {
        return Stream.of("/nowhere", "/assets/0/nothing.css")
                .map(path -> DynamicTest.dynamicTest(path, () -> {
                    assertThat(desk.get(path).statusCode()).isEqualTo(404);
                    checkPage(desk, path, chromium.context(SCREEN), Stands.MISSED, true);
                }));
    }

    private static void check(Route route) {
        for (String path : examples.paths(route)) {
            HttpResponse<String> response = desk.get(path);
            assertThat(response.statusCode()).as(path).isBetween(200, 399);
            // Feeds, files and parts of pages are no pages.
            if (response.body().contains("<html")) {
                checkPage(desk, path, chromium.context(SCREEN), Stands.FOUND, !path.contains("?"));
            }
        }
    }

    private enum Stands {
        FOUND,
        MISSED
    }

    private static void checkPage(TestDesk at, String path, BrowserContext visitor, Stands stands, boolean everyWidth) {
        int before = chromium.complaints().size();
        Page page = chromium.open(at.address(path), visitor);
        try {
            checkLoad(page, path, USUAL);
            checkFit(page, path, USUAL);
            assertThat(Chromium.barriersBesideColours(page)).as(path).isEmpty();
            checkKeyboard(page, path);
            assertThat(Chromium.pale(page)).as(path).isEmpty();
            if (everyWidth) {
                page.setViewportSize(NARROW, 900);
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
                page.reload();
                checkLoad(page, path, NARROW);
                checkFit(page, path, NARROW);
                assertThat(Chromium.barriersBesideColours(page))
                        .as(path + " at " + NARROW)
                        .isEmpty();
                // What can be wrong with it beside the usual width is its room alone.
                page.setViewportSize(WIDE, 900);
                checkWidth(page, path, WIDE);
            }
        } finally {
            page.context().close();
        }
        List<String> complaints =
                chromium.complaints().subList(before, chromium.complaints().size());
        if (stands == Stands.FOUND) {
            assertThat(complaints).as(path).isEmpty();
        } else {
            assertThat(complaints).as(path).allMatch(complaint -> complaint.contains("404"));
        }
    }

    /** Ids are long, and say little to whoever looks for the picture. */
    private static String picture(String path) {
        return "page" + path.replaceAll("[0-9a-f]{32}", "id").replaceAll("[^A-Za-z0-9]+", "-");
    }

    private static void checkFit(Page page, String path, int width) {
        Chromium.picture(page, picture(path) + "-" + width);
        checkWidth(page, path, width);
    }

    private static void checkWidth(Page page, String path, int width) {
        assertThat(Chromium.scrollsSideways(page))
                .as(path + " at " + width + " scrolls sideways")
                .isFalse();
    }

    /** Nothing moves while it loads, and it is light. */
    private static void checkLoad(Page page, String path, int width) {
        String name = path + " at " + width;
        double shift = ((Number) page.evaluate("""
                () => new Promise(done => {
                  let sum = 0;
                  new PerformanceObserver(list => {
                    for (const entry of list.getEntries()) sum += entry.value;
                  }).observe({type: 'layout-shift', buffered: true});
                  // What is buffered is told before the second frame.
                  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(sum))));
                })""")).doubleValue();
        assertThat(shift).as(name + " moves while it loads").isLessThan(MOST_SHIFT);
        @SuppressWarnings("unchecked")
        Map<String, Object> weight = (Map<String, Object>) page.evaluate("""
                () => {
                  const all = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
                  return {bytes: all.reduce((sum, entry) => sum + entry.transferSize, 0), requests: all.length};
                }""");
        int bytes = ((Number) Objects.requireNonNull(weight.get("bytes"))).intValue();
        assertThat(bytes).as(name + " is heavy").isBetween(1, MOST_BYTES);
        if (width == USUAL) {
            System.out.printf(
                    Locale.ROOT,
                    "page weight: %-60s %5.1f KB in %s requests, layout shift %.3f%n",
                    path,
                    bytes / 1024.0,
                    weight.get("requests"),
                    shift);
        }
    }

    /** The tabulator key reaches all that can be used, in the order of the page, and what has the focus shows it. */
    private static void checkKeyboard(Page page, String path) {
        int controls = ((Number) page.evaluate("""
                () => {
                  const all = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]';
                  window.waiting = new Set([...document.querySelectorAll(all)].filter(e =>
                    e.checkVisibility({visibilityProperty: true}) && !e.disabled && e.tabIndex >= 0));
                  window.dark = [];
                  window.order = [];
                  document.addEventListener('focusin', event => {
                    const e = event.target;
                    const style = getComputedStyle(e);
                    if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 1) window.dark.push(e.outerHTML.slice(0, 200));
                    window.order.push(e);
                    window.waiting.delete(e);
                    // Of radio buttons of one name the tabulator reaches one, and arrows the others.
                    if (e.type === 'radio') for (const other of document.querySelectorAll(`input[type=radio]`)) {
                      if (other.name === e.name && other.form === e.form) window.waiting.delete(other);
                    }
                  });
                  document.activeElement.blur();
                  return window.waiting.size;
                }""")).intValue();
        for (int pressed = 0; pressed < controls * 2 + 20; pressed++) {
            // Asking after each would take longer than pressing.
            if (pressed % 10 == 0 && (Boolean) page.evaluate("window.waiting.size === 0")) {
                break;
            }
            page.keyboard().press("Tab");
        }
        assertThat(strings(page, "[...window.waiting].map(e => e.outerHTML.slice(0, 200))"))
                .as(path + ": what the keyboard does not reach")
                .isEmpty();
        assertThat(strings(page, "window.dark"))
                .as(path + ": focus that does not show")
                .isEmpty();
        // Where a page puts the focus somewhere by itself, it goes from there to the end and from the start to there.
        int back = ((Number) page.evaluate("""
                window.order.filter((e, i) => i > 0
                  && (window.order[i - 1].compareDocumentPosition(e) & Node.DOCUMENT_POSITION_PRECEDING) !== 0).length""")).intValue();
        assertThat(back)
                .as(path + ": the order of the focus is that of the page")
                .isLessThanOrEqualTo(1);
    }

    private static List<String> strings(Page page, String script) {
        List<String> all = new ArrayList<>();
        ((List<?>) page.evaluate(script)).forEach(each -> all.add(String.valueOf(each)));
        return all;
    }
}
