package io.onrecord.reading.page;

import static io.onrecord.reading.page.Pages.BODY;
import static io.onrecord.reading.page.Pages.page;
import static io.onrecord.reading.page.Pages.paragraphs;
import static io.onrecord.reading.page.Pages.whySkipped;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onrecord.model.Outcome;
import io.onrecord.reading.item.Item;
import io.onrecord.reading.item.Known;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages that are broken or mean harm: read as far as they go, or skipped with the reason, in bounded time and memory. */
class HostilePageTest {

    /** In bytes; threads of servers may have no more. */
    private static final long SMALL_STACK = 160 << 10;

    private static Stream<String> pages() {
        return Stream.of(
                "<div>".repeat(1_000_000) + BODY,
                "<b>".repeat(1_000_000) + BODY,
                "<div>".repeat(190_000) + BODY + "</div>".repeat(190_000),
                "<p><a href=x><i><b><u><s>".repeat(100_000),
                "<table>".repeat(150_000) + BODY,
                "<table><tr><td>".repeat(50_000) + BODY,
                "<span><table><tr>".repeat(150_000),
                numbered("<font a%d=1 size=%d>", 12) + "<p>x".repeat(190_000),
                numbered("<i a=%d>", 150_000) + BODY,
                "<ul><li>".repeat(90_000) + BODY,
                "<svg><math>".repeat(90_000) + BODY,
                "<select><option>".repeat(90_000) + BODY,
                "<blockquote>".repeat(150_000) + BODY,
                "<template>".repeat(100_000) + BODY,
                "<pre>" + "\n".repeat(1_000_000) + BODY,
                "<div " + numbered("a%d=1 ", 200_000) + ">" + BODY + "</div>",
                "<div class=\"" + "share ".repeat(500_000) + "\">" + BODY + "</div>",
                "<a href=\"" + "x".repeat(3_000_000) + "\">" + BODY + "</a>",
                "<p title=\"no closing quotation mark>" + BODY.repeat(2000),
                "<p>" + "&amp;".repeat(500_000) + "&".repeat(500_000) + "&#x".repeat(100_000) + BODY,
                "<!--".repeat(300_000) + BODY,
                "<![CDATA[".repeat(300_000) + BODY,
                "<script>".repeat(100_000) + BODY,
                "<".repeat(2_000_000),
                "</p>".repeat(500_000) + BODY,
                "<p>" + "word ".repeat(1_000_000),
                "<p>" + "x".repeat(5_000_000),
                "<br>".repeat(190_000) + BODY,
                "<p>a".repeat(190_000),
                "<h1>Follow us</h1>".repeat(50_000) + BODY,
                "<time datetime=x>".repeat(100_000) + BODY,
                "<span itemprop=author><b itemprop=name>x".repeat(60_000) + BODY,
                "<script type=application/ld+json>" + "[".repeat(400_000) + "</script>" + BODY,
                "<script type=application/ld+json>" + "{\"a\":".repeat(100_000) + "</script>" + BODY,
                ("<script type=application/ld+json>[" + "{\"@type\":\"NewsArticle\"},".repeat(30_000) + "]</script>")
                                .repeat(3)
                        + BODY,
                "<title>" + "a | ".repeat(300_000) + "</title>" + BODY,
                "<meta name=author content=\"" + "A B, ".repeat(200_000) + "\">" + BODY,
                "<meta name=date content=\"" + "2026-".repeat(200_000) + "\">" + BODY,
                "<meta charset=\"" + "x".repeat(100_000) + "\">" + BODY,
                "<meta " + "charset ".repeat(100_000) + BODY,
                ("<p>Reporting by " + "A B, ".repeat(75) + "x.</p>").repeat(1000) + BODY,
                ("<p>Updated " + "12 ".repeat(125) + "x.</p>").repeat(1000) + BODY,
                ("<p>By " + "A ".repeat(90) + "</p>").repeat(1000) + BODY,
                "\0".repeat(100_000) + BODY,
                "<p>" + "\uD800".repeat(100_000) + BODY);
    }

    private static String numbered(String what, int times) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < times; i++) {
            all.append(what.replace("%d", String.valueOf(i)));
        }
        return all.toString();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aHostilePageIsReadOrSkippedEvenOnASmallStack(String html) throws InterruptedException {
        AtomicReference<Object> result = new AtomicReference<>();
        Thread thread = new Thread(null, () -> result.set(attempt(html)), "small stack", SMALL_STACK);
        thread.start();
        thread.join();
        assertThat(result.get()).isInstanceOf(Outcome.class);
        if (result.get() instanceof Outcome.Skipped<?> skipped) {
            assertThat(skipped.why()).hasSizeLessThan(300);
        }
    }

    private static Object attempt(String html) {
        try {
            return Pages.item(html.getBytes(StandardCharsets.UTF_8), Known.NOTHING);
        } catch (RuntimeException | Error e) {
            return e;
        }
    }

    @Test
    void aMillionNestedElementsAreTooMany() {
        assertThat(whySkipped("<div>".repeat(1_000_000) + BODY))
                .isEqualTo(
                        "a web page of more than 200000 elements, the limit for one page: save the text of its article alone");
    }

    @Test
    void aPageOverTheLimitIsSkippedBeforeItIsRead() throws IOException {
        long size = 200L << 20;
        Endless endless = new Endless(size);
        Outcome<?> outcome = new PageReader().read(new Item("https://x.example/", Known.NOTHING, endless));
        assertThat(outcome).isInstanceOf(Outcome.Skipped.class);
        assertThat(((Outcome.Skipped<?>) outcome).why()).contains("larger than 16777216 bytes", "cut it");
        assertThat(endless.given).isLessThan(18L << 20);
    }

    @Test
    void theLimitIsTheLastSizeThatIsRead() {
        byte[] bytes = page(BODY).getBytes(StandardCharsets.UTF_8);
        assertThat(Pages.item(bytes, Known.NOTHING, new PageReader(bytes.length)))
                .isInstanceOf(Outcome.Kept.class);
        assertThat(Pages.item(bytes, Known.NOTHING, new PageReader(bytes.length - 1)))
                .isInstanceOf(Outcome.Skipped.class);
        assertThatThrownBy(() -> new PageReader(0)).hasMessageContaining("maxBytes must lie between");
    }

    @Test
    void missingClosingTagsAndMisnestedOnesDoNotHideTheArticle() {
        assertThat(paragraphs(
                        "<body><p>The ferry to Tesk sank on Sunday, the <b>port <i>authority</b> said</i> on Monday."
                                + "<p>It was old, said Mara Oldin, who keeps the light.<div></p></div></span></table>"))
                .containsExactly(
                        "The ferry to Tesk sank on Sunday, the port authority said on Monday.",
                        "It was old, said Mara Oldin, who keeps the light.");
    }

    @Test
    void halfCharactersAndControlCharactersDoNotReachTheText() {
        String text = Pages.read(
                        page("<p>The fer\u0000ry\u0007 to Tesk \uD83D sank &#xD800; on Sunday, the port said.\u202E</p>"
                                + BODY))
                .text()
                .value();
        assertThat(text).startsWith("The ferry to Tesk \uFFFD sank \uFFFD on Sunday, the port said.");
        assertThat(text.codePoints()).noneMatch(c -> Character.getType(c) == Character.SURROGATE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "<html></html>", "<html><body><img src=a.jpg></body></html>", "<!-- nothing -->"})
    void aPageThatShowsNothingIsSkipped(String html) {
        assertThat(whySkipped(html)).isEqualTo("empty: the page shows no text");
    }

    @Test
    void aPageWithoutAnArticleIsSkippedWithWhatItIs() {
        assertThat(whySkipped("<html><body><script>draw()</script><div id=app></div></body></html>"))
                .contains("no text without its scripts", "save it from a browser");
        assertThat(whySkipped("<html><frameset cols='1,2'><frame src=a.html><frame src=b.html></frameset></html>"))
                .contains("frameset", "name that page instead");
        assertThat(whySkipped(
                        "<html><body><ul><li><a href=/a>Home</a></li><li><a href=/b>News</a></li></ul></body></html>"))
                .contains("no article in the page");
        Outcome<?> empty = Pages.item(new byte[0], Known.NOTHING);
        assertThat(((Outcome.Skipped<?>) empty).why()).isEqualTo("empty: there is no page in it");
    }

    /** As many bytes as are asked for, one kind of tag over and over. */
    private static final class Endless extends InputStream {
        private static final byte[] TAG = "<p>text".getBytes(StandardCharsets.UTF_8);
        private final long size;
        private long given;

        Endless(long size) {
            this.size = size;
        }

        @Override
        public int read() {
            return given < size ? TAG[(int) (given++ % TAG.length)] : -1;
        }

        @Override
        public int read(byte[] to, int offset, int length) {
            int count = 0;
            for (int next = length == 0 ? -1 : read(); next >= 0; next = count < length ? read() : -1) {
                to[offset + count++] = (byte) next;
            }
            return count == 0 && length > 0 ? -1 : count;
        }
    }
}
