package io.onrecord.server;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.Assumptions;

/**
 * A real browser, Debian's Chromium driven by its Node; both come as packages ({@code apt-get install chromium nodejs}). Where one is missing,
 * tests with it are skipped, saying so. The process is one for a run of the tests and ends with it; {@link #start} gives a test pages of its
 * own in it, which share nothing with those of others. Whatever goes wrong in a page (an error of a script, something the policy refused, a
 * file that is not there) is collected in {@link #complaints}.
 */
final class Chromium implements AutoCloseable {

    private static final List<Path> PLACES = List.of(
            Path.of("/usr/lib/chromium/chromium-headless-shell"),
            Path.of("/usr/bin/chromium"),
            Path.of("/usr/bin/chromium-browser"),
            Path.of("/usr/bin/google-chrome"));
    private static final List<Path> NODES = List.of(Path.of("/usr/bin/node"), Path.of("/usr/bin/nodejs"));

    private static final int TALLEST_PICTURE = 4_000;
    private static final int MOST_TRIES = 1_200;
    private static final int BETWEEN_TRIES = 50;

    /** Of siblings that are alike, with all that is in them, the first few stay. */
    private static final String THIN = """
            () => {
              const few = 4;
              const looks = new Set(['class', 'type', 'open', 'disabled', 'aria-current', 'aria-pressed', 'data-stance', 'data-is', 'hidden']);
              const key = e => e.tagName + [...e.attributes].filter(a => looks.has(a.name)).map(a => a.name + a.value).sort();
              const all = new Map();
              const kind = e => {
                const own = key(e);
                const within = new Set();
                for (const child of e.children) for (const one of kind(child)) within.add(own + '>' + one);
                within.add(own);
                all.set(e, [...within].sort().join(' '));
                return within;
              };
              kind(document.body);
              const thin = e => {
                const seen = new Map();
                for (const child of [...e.children]) {
                  const times = (seen.get(all.get(child)) ?? 0) + 1;
                  seen.set(all.get(child), times);
                  if (times > few) child.remove(); else thin(child);
                }
              };
              thin(document.getElementById('main') ?? document.body);
            }""";

    private final Browser browser;
    private final List<BrowserContext> opened = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    private Chromium(Browser browser) {
        this.browser = browser;
    }

    static Chromium start() {
        Assumptions.assumeTrue(
                first(PLACES).isPresent() && first(NODES).isPresent(),
                "no Chromium or no Node here: apt-get install chromium nodejs");
        return new Chromium(Shared.BROWSER);
    }

    private static Optional<Path> first(List<Path> places) {
        return places.stream().filter(Files::isExecutable).findFirst();
    }

    /** Started by the first test that needs it. The driver ends when its input does, which is when this process ends, and ends the browser. */
    private static final class Shared {

        static final Browser BROWSER =
                launch(first(PLACES).orElseThrow(), first(NODES).orElseThrow());

        private Shared() {}

        private static Browser launch(Path program, Path node) {
            Map<String, String> environment = new HashMap<>(System.getenv());
            environment.put("PLAYWRIGHT_NODEJS_PATH", node.toString());
            environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
            Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
            return playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(program)
                            .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
        }
    }

    /** A new page of its own, without cookies. */
    Page open(String address) {
        return open(address, new Browser.NewContextOptions().setViewportSize(1280, 900));
    }

    Page open(String address, Browser.NewContextOptions options) {
        return open(address, context(options));
    }

    /** A visitor, whose cookies all of its pages have; closed with this. Nothing moves by itself: tests would have to wait for it. */
    BrowserContext context(Browser.NewContextOptions options) {
        BrowserContext context = browser.newContext(options.setReducedMotion(ReducedMotion.REDUCE));
        opened.add(context);
        context.onClose(opened::remove);
        return context;
    }

    /** A new page of a visitor. */
    Page open(String address, BrowserContext visitor) {
        Page page = visitor.newPage();
        page.onPageError(error -> complaints.add("script: " + error));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add("console: " + message.text() + " at " + message.location());
            }
        });
        page.navigate(address);
        return page;
    }

    /** What went wrong in the pages so far. */
    List<String> complaints() {
        return complaints;
    }

    /** What keeps people out of the page as it stands, in words. */
    static List<String> barriers(Page page) {
        return axe(page, "{resultTypes: ['violations']}");
    }

    /** The same of one of its rules. */
    static List<String> barriers(Page page, String rule) {
        return axe(page, "{resultTypes: ['violations'], runOnly: ['" + rule + "']}");
    }

    /** The same of all rules but that about colours, which takes longer than the others together. */
    static List<String> barriersBesideColours(Page page) {
        return axe(page, "{resultTypes: ['violations'], rules: {'color-contrast': {enabled: false}}}");
    }

    /**
     * What is wrong with the colours of the page, light and dark. Takes away what is made like something before it, as the tenth of a list
     * is: where tags, classes and states are the same, so are the colours.
     */
    static List<String> pale(Page page) {
        page.evaluate(THIN);
        List<String> all = new ArrayList<>();
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            barriers(page, "color-contrast").forEach(each -> all.add(scheme + ": " + each));
        }
        return all;
    }

    /** Asked in the page itself, since all that axe says of a long page takes longer to carry over than to find. */
    private static List<String> axe(Page page, String options) {
        if (!(Boolean) page.evaluate("'axe' in window")) {
            page.evaluate(AxeBuilder.getAxeScript());
        }
        List<?> found = (List<?>)
                page.evaluate(
                        "() => axe.run(document, " + options + ").then(found => found.violations.map(one =>"
                                + " one.id + ': ' + one.help + ' ' + one.nodes.map(node => node.html.slice(0, 300) + ' ' + node.failureSummary).join(' | ')))");
        return found.stream().map(String::valueOf).toList();
    }

    /** Waits until something holds; what is asked while the page goes to another one does not hold yet. */
    static void until(Page page, BooleanSupplier condition) {
        until(page, condition, () -> page.innerText("body"));
    }

    /** @param how says how it is if it never holds */
    static void until(Page page, BooleanSupplier condition, Supplier<String> how) {
        for (int tries = 0; !holds(condition); tries++) {
            if (tries >= MOST_TRIES) {
                throw new AssertionError("not so after " + tries + " looks at " + page.url() + ": " + how.get());
            }
            page.waitForTimeout(BETWEEN_TRIES);
        }
    }

    private static boolean holds(BooleanSupplier condition) {
        try {
            return condition.getAsBoolean();
        } catch (PlaywrightException navigating) {
            return false;
        }
    }

    /** Whether the page is wider than the window. */
    static boolean scrollsSideways(Page page) {
        return (Boolean) page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
    }

    /** Keeps a picture of its beginning among the build's outputs, {@code server/target/screenshots}. */
    static void picture(Page page, String name) {
        try {
            Path folder = Files.createDirectories(Path.of("target", "screenshots"));
            int height = ((Number) page.evaluate("document.documentElement.scrollHeight")).intValue();
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(folder.resolve(name + ".png"))
                    .setFullPage(true)
                    .setClip(0, 0, page.viewportSize().width, Math.min(height, TALLEST_PICTURE)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Closes the pages that this opened. */
    @Override
    public void close() {
        List.copyOf(opened).forEach(BrowserContext::close);
    }
}
