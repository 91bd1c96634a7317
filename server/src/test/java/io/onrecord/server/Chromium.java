package io.onrecord.server;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.Rule;
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
        return words(axe(page).analyze());
    }

    /** The same of one of its rules. */
    static List<String> barriers(Page page, String rule) {
        return words(axe(page).withRules(List.of(rule)).analyze());
    }

    /** What passes is not told in full, which takes longer than finding it. */
    private static AxeBuilder axe(Page page) {
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return new AxeBuilder(page).options(options);
    }

    private static List<String> words(AxeResults results) {
        return results.getViolations().stream()
                .map((Rule rule) -> rule.getId() + ": " + rule.getHelp() + " " + rule.getNodes())
                .toList();
    }

    /** Whether the page is wider than the window. */
    static boolean scrollsSideways(Page page) {
        return (Boolean) page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
    }

    /** Keeps a picture of it among the build's outputs, {@code server/target/screenshots}. */
    static void picture(Page page, String name) {
        try {
            Path folder = Files.createDirectories(Path.of("target", "screenshots"));
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(folder.resolve(name + ".png"))
                    .setFullPage(true));
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
