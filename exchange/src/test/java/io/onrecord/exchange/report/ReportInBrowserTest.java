package io.onrecord.exchange.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.onrecord.exchange.Records;
import io.onrecord.model.ArticleRecord;
import io.onrecord.testkit.NewsRecords;
import io.onrecord.testkit.RandomRecords;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The report in a real Chromium, where one is installed; pictures of it go to {@code target/report}. */
class ReportInBrowserTest {

    private static final Path PICTURES = Path.of("target/report");

    @TempDir
    private static Path folder;

    private static Optional<Browser> started = Optional.empty();

    @BeforeAll
    static void aBrowser() throws Exception {
        Optional<Path> program = Browser.installed();
        assumeTrue(program.isPresent(), "no Chromium on the path: apt-get install chromium");
        started = Optional.of(Browser.start(program.get()));
    }

    @AfterAll
    static void close() throws Exception {
        if (started.isPresent()) {
            started.get().stop();
        }
    }

    private static Browser opened(ArticleRecord... records) throws Exception {
        Path page = Files.createTempFile(folder, "report", ".html");
        Files.writeString(page, HtmlReportTest.report(true, records));
        Browser browser = started.orElseThrow();
        browser.open(page.toUri());
        assertThat(browser.requests()).containsExactly(page.toUri().toString());
        assertThat(browser.complaints()).isEmpty();
        return browser;
    }

    private static ArticleRecord[] news() {
        List<ArticleRecord> records = new ArrayList<>(List.of(Records.full()));
        for (int seed = 0; seed < 5; seed++) {
            records.add(NewsRecords.of(seed, 6));
        }
        return records.toArray(ArticleRecord[]::new);
    }

    @Test
    void itAsksForNothingAndTheSearchFindsStatements() throws Exception {
        Browser browser = opened(news());
        assertThat(browser.value("document.getElementById('filter').hidden").asBoolean())
                .isFalse();
        assertThat(found(browser)).isEqualTo("35 statements");
        type(browser, "words", "headline  SERRAT");
        assertThat(found(browser)).isEqualTo("1 statement");
        assertThat(browser.value(shown("article")).asInt()).isEqualTo(1);
        type(browser, "words", "");
        type(browser, "form", "mixed");
        assertThat(found(browser)).isEqualTo("2 statements");
        assertThat(browser.value(shown(".statement")).asInt()).isEqualTo(2);
        // A link to what is hidden shows it.
        browser.value("location.hash = 's-" + Records.full().statements().get(1).id() + "'");
        browser.value("new Promise(done => setTimeout(done, 300))");
        assertThat(found(browser)).isEqualTo("35 statements");
    }

    private static String found(Browser browser) throws Exception {
        return browser.value("document.getElementById('found').textContent").asString();
    }

    private static String shown(String selector) {
        return "[...document.querySelectorAll('" + selector + "')].filter(e => e.getClientRects().length > 0).length";
    }

    private static void type(Browser browser, String field, String value) throws Exception {
        browser.value("(() => { const f = document.getElementById('" + field + "'); f.value = '" + value
                + "'; f.dispatchEvent(new Event('input', {bubbles: true})); return 0; })()");
        browser.value("new Promise(done => setTimeout(done, 400))");
    }

    @ParameterizedTest
    @CsvSource({"360,light", "360,dark", "1280,light", "1280,dark"})
    void itCanBeReadOnAnyScreen(int width, String scheme) throws Exception {
        Browser browser = opened(news());
        browser.screen(width, scheme, "screen");
        browser.value("document.querySelectorAll('details').forEach(d => d.open = true)");
        assertThat(browser.value("document.documentElement.scrollWidth").asInt())
                .isLessThanOrEqualTo(width);
        JsonNode pale = browser.value(CONTRAST);
        assertThat(pale).as("texts of little contrast").isEmpty();
        browser.picture(PICTURES.resolve("report-" + width + "-" + scheme + ".png"));
        browser.value("document.querySelector('article').scrollIntoView()");
        browser.picture(PICTURES.resolve("report-" + width + "-" + scheme + "-article.png"));
        browser.screen(width, scheme, "print");
        assertThat(browser.value(shown("#filter")).asInt()).isZero();
        browser.screen(width, scheme, "screen");
    }

    @Test
    void itHasLandmarksHeadingsAndNames() throws Exception {
        Browser browser = opened(news());
        for (String landmark : List.of("header", "main", "footer", "h1", "[role=search]")) {
            assertThat(browser.value("document.querySelectorAll('" + landmark + "').length")
                            .asInt())
                    .as(landmark)
                    .isEqualTo(1);
        }
        assertThat(browser.value("document.documentElement.lang").asString()).isEqualTo("en");
        assertThat(browser.value("[...document.querySelectorAll('h1,h2,h3,h4')].map(h => +h.tagName[1])"
                                + ".some((level, i, all) => i > 0 && level > all[i - 1] + 1)")
                        .asBoolean())
                .as("a level of headings is left out")
                .isFalse();
        assertThat(browser.value("[...document.querySelectorAll('input,select,meter')].filter(e =>"
                                + " !e.labels?.length && !e.getAttribute('aria-label')).length")
                        .asInt())
                .as("fields without a name")
                .isZero();
        assertThat(browser.value("(ids => ids.length - new Set(ids).size)([...document.querySelectorAll('[id]')]"
                                + ".map(e => e.id))")
                        .asInt())
                .as("ids that are there twice")
                .isZero();
    }

    @Test
    void nothingOfAnArticleActs() throws Exception {
        List<ArticleRecord> records = new ArrayList<>();
        for (String hostile : List.of(
                "</script><script>window.owned = 1</script>",
                "\"><img src=x onerror='window.owned = 1'>",
                "' onmouseover='window.owned=1",
                "<svg onload=window.owned=1>",
                "<!--<script>window.owned=1",
                "</title><script>window.owned=1</script>")) {
            records.add(HtmlReportTest.record(hostile));
        }
        Browser browser = opened(records.toArray(ArticleRecord[]::new));
        assertThat(browser.value("window.owned === undefined").asBoolean()).isTrue();
        assertThat(browser.value("document.querySelectorAll('script').length").asInt())
                .isEqualTo(1);
        assertThat(browser.value("document.querySelectorAll('article').length").asInt())
                .isEqualTo(records.size());
    }

    @Test
    void anythingThatIsARecordIsOneArticle() throws Exception {
        ArticleRecord[] records = new ArticleRecord[100];
        for (int seed = 0; seed < records.length; seed++) {
            records[seed] = RandomRecords.any(seed);
        }
        Browser browser = opened(records);
        assertThat(browser.value("document.querySelectorAll('main > section > article').length")
                        .asInt())
                .isEqualTo(records.length);
    }

    /** Texts whose colour differs too little from what is behind them: WCAG 2, level AA. */
    private static final String CONTRAST = """
            (() => {
              const rgb = colour => colour.match(/[\\d.]+/g).map(Number);
              const light = c => { const f = c.slice(0, 3).map(v => v / 255)
                  .map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
                return 0.2126 * f[0] + 0.7152 * f[1] + 0.0722 * f[2]; };
              const behind = e => { for (; e; e = e.parentElement) {
                  const c = rgb(getComputedStyle(e).backgroundColor);
                  if (c.length < 4 || c[3] > 0) { return c; } }
                return [255, 255, 255]; };
              const pale = [];
              for (const e of document.querySelectorAll('body *')) {
                const own = [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim());
                if (!own || e.tagName === 'SCRIPT' || e.tagName === 'OPTION') { continue; }
                const a = light(rgb(getComputedStyle(e).color)), b = light(behind(e));
                const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
                if (ratio < 4.5) { pale.push(e.tagName + '.' + e.className + ' ' + ratio.toFixed(2)); }
              }
              return pale;
            })()
            """;
}
