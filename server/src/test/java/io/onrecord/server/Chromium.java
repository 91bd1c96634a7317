package io.onrecord.server;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/**
 * A real browser, Debian's Chromium driven by its Node; both come as packages ({@code apt-get install chromium nodejs}). Where one is missing,
 * tests with it are skipped, saying so. One for a test class; whatever goes wrong in a page (an error of a script, something the policy
 * refused, a file that is not there) is collected in {@link #complaints}.
 */
final class Chromium implements AutoCloseable {

    private static final List<Path> PLACES = List.of(
            Path.of("/usr/lib/chromium/chromium-headless-shell"),
            Path.of("/usr/bin/chromium"),
            Path.of("/usr/bin/chromium-browser"),
            Path.of("/usr/bin/google-chrome"));
    private static final List<Path> NODES = List.of(Path.of("/usr/bin/node"), Path.of("/usr/bin/nodejs"));

    private static final int TALLEST_PICTURE = 4_000;

    private final Playwright playwright;
    private final Browser browser;
    private final List<String> complaints = new ArrayList<>();

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Chromium start() {
        Optional<Path> program = PLACES.stream().filter(Files::isExecutable).findFirst();
        Optional<Path> node = NODES.stream().filter(Files::isExecutable).findFirst();
        Assumptions.assumeTrue(
                program.isPresent() && node.isPresent(),
                "no Chromium or no Node here: apt-get install chromium nodejs");
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("PLAYWRIGHT_NODEJS_PATH", node.get().toString());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program.get())
                        .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
        return new Chromium(playwright, browser);
    }

    /** A new page of its own, without cookies. */
    Page open(String address) {
        return open(address, new Browser.NewContextOptions().setViewportSize(1280, 900));
    }

    Page open(String address, Browser.NewContextOptions options) {
        BrowserContext context = browser.newContext(options);
        Page page = context.newPage();
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

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
