package io.onrecord.exchange.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.exchange.RecordJson.Offsets;
import io.onrecord.exchange.Records;
import io.onrecord.exchange.export.ExportItem;
import io.onrecord.exchange.export.ExportOptions;
import io.onrecord.exchange.export.Exporter;
import io.onrecord.exchange.export.Subject;
import io.onrecord.model.Article;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Attribution;
import io.onrecord.model.CodePoints;
import io.onrecord.model.Confidence;
import io.onrecord.model.Form;
import io.onrecord.model.Ids;
import io.onrecord.model.Location;
import io.onrecord.model.Metadata;
import io.onrecord.model.Producer;
import io.onrecord.model.Resolution;
import io.onrecord.model.Span;
import io.onrecord.model.Speaker;
import io.onrecord.model.SpeakerKind;
import io.onrecord.model.Statement;
import io.onrecord.model.Text;
import io.onrecord.testkit.RandomRecords;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The report: what stands in it, and that nothing of an article can act in it. */
class HtmlReportTest {

    static String report(boolean withText, ArticleRecord... records) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ExportOptions options = new ExportOptions(
                Offsets.CODE_POINT,
                withText,
                false,
                false,
                new ExportOptions.Origin("0.1.0", List.of("onrecord.db"), Map.of("--since", "2024")));
        try (Exporter exporter = new HtmlReport().open(Subject.STATEMENTS, out, options)) {
            for (ArticleRecord record : records) {
                exporter.add(ExportItem.of(record));
            }
            exporter.finish();
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aStatementHasItsWordsItsSpeakerAndWhy() throws IOException {
        String page = report(false, Records.full());
        assertThat(page)
                .contains("<title>Who said what: 5 statements of 1 article</title>")
                .contains("<span class=\"speaker\" dir=\"auto\">Ilan Serrat</span>")
                .contains("finance minister, Avenia; party leader")
                .contains("“We will not raise the bread tax,”<span class=\"hidden\">]</span></mark>")
                .contains("href=\"https://press.example/avenia/bread-tax\"")
                .contains("named in full (NAME)")
                .contains("<dd dir=\"auto\">in the text: “Thursday”</dd>")
                .contains("statement 93 %, speaker 99 %")
                .contains("<strong>contradicts</strong>")
                .contains("<code dir=\"auto\">--since 2024</code>")
                .contains("<span class=\"flag\">negated</span>")
                .contains("<span class=\"flag\">in the headline</span>");
        assertThat(page).doesNotContain("<summary>The text</summary>").doesNotContain("told reporters that,");
    }

    @Test
    void theTextIsThereForThoseWhoAskForIt() throws IOException {
        assertThat(report(true, Records.full()))
                .contains("<summary>The text</summary>")
                .contains(
                        "<p dir=\"auto\">🥖 “We will not raise the bread tax,” Ilan Serrat insisted on Thursday.</p>");
    }

    @Test
    void nothingComesFromElsewhere() throws IOException {
        String page = report(true, Records.full());
        assertThat(page)
                .doesNotContainPattern("(?i)<(link|img|iframe|object|embed|base)\\b")
                .doesNotContainPattern("(?i)\\ssrc\\s*=")
                .doesNotContainPattern("(?i)url\\(|@import|fetch\\(|XMLHttpRequest|import\\(");
        Matcher links = Pattern.compile("href=\"([^\"]*)\"").matcher(page);
        while (links.find()) {
            assertThat(links.group(1)).matches("#.*|https://press\\.example/.*");
        }
    }

    @Test
    void thePolicyNamesTheStyleAndTheScriptThatAreThere() throws Exception {
        String page = report(false, Records.full());
        Matcher policy = Pattern.compile("Content-Security-Policy\" content=\"([^\"]*)\"")
                .matcher(page);
        assertThat(policy.find()).isTrue();
        assertThat(policy.group(1)).startsWith("default-src &#39;none&#39;");
        for (String tag : List.of("style", "script")) {
            Matcher inside = Pattern.compile("<" + tag + ">(.*?)</" + tag + ">", Pattern.DOTALL)
                    .matcher(page);
            assertThat(inside.find()).isTrue();
            byte[] sha =
                    MessageDigest.getInstance("SHA-256").digest(inside.group(1).getBytes(StandardCharsets.UTF_8));
            assertThat(policy.group(1))
                    .contains(tag + "-src &#39;sha256-" + Base64.getEncoder().encodeToString(sha));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "</script><script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "' onmouseover='alert(1)",
                "</style><style>*{display:none}</style>",
                "<!-- ]]> ${7*7} @if(true) $unsafe{x}",
                "javascript:alert(1)",
                "&lt;b&gt; &#39;",
                "</details></li></ol></article></main>",
            })
    void wordsOfAnArticleStayWords(String hostile) throws IOException {
        String plain = skeleton(report(true, record("harmless words")));
        String page = report(true, record(hostile));
        assertThat(skeleton(page)).isEqualTo(plain);
        assertThat(page).doesNotContain("href=\"javascript");
    }

    @Test
    void charactersThatWouldTurnTheTextOrHaveNoFormAreShownAsReplaced() throws IOException {
        String page = report(true, record("a\u0000b\u202ec\u2066d\ud800e\u0085f\ufffeg"));
        assertThat(page).contains("a\ufffdb\ufffdc\ufffdd\ufffde\ufffdf\ufffdg");
        assertThat(page.chars().filter(c -> c < ' ' && c != '\n' && c != '\t').count())
                .isZero();
    }

    @Test
    void anythingThatIsARecordIsShown() throws IOException {
        List<ArticleRecord> records = new ArrayList<>();
        for (int seed = 0; seed < 300; seed++) {
            records.add(RandomRecords.any(seed));
        }
        for (boolean withText : new boolean[] {false, true}) {
            String page = report(withText, records.toArray(ArticleRecord[]::new));
            assertThat(page).contains("of 300 articles").endsWith("</html>\n");
            assertThat(Pattern.compile("<article ").matcher(page).results().count())
                    .isEqualTo(300);
        }
    }

    /** The tags without what they hold and without values of attributes. */
    private static String skeleton(String page) {
        StringBuilder tags = new StringBuilder();
        Matcher tag = Pattern.compile("<(?:\"[^\"]*\"|[^>\"])*>").matcher(page);
        while (tag.find()) {
            tags.append(tag.group().replaceAll("\"[^\"]*\"", "\"\""));
        }
        return tags.toString();
    }

    /** The same words everywhere where an article or its outlet chooses them. */
    static ArticleRecord record(String words) {
        String text = words + " said " + words;
        Article article = Article.of(
                words,
                new Text(text, List.of(new Span(0, text.length()))),
                new Metadata(
                        Optional.of(words),
                        Optional.of(words),
                        List.of(words),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(words),
                        Optional.empty()));
        Attribution attribution = new Attribution(
                Location.TEXT,
                Form.INDIRECT,
                List.of(new Span(0, words.length())),
                List.of(new Span(words.length() + 1, words.length() + 5)),
                List.of(new Span(words.length() + 6, text.length())),
                new Confidence(1, Optional.of(1.0), Optional.of(1.0), 1));
        Statement statement = new Statement(
                Ids.statement(
                        article.id(), Location.TEXT, attribution.cue(), attribution.content(), CodePoints.of(text)),
                attribution,
                new Resolution.Resolved("s1", words, "NAME", 1, words),
                Optional.empty(),
                Optional.empty(),
                List.of("s1"),
                List.of(),
                Optional.empty(),
                false);
        return new ArticleRecord(
                article,
                List.of(new Speaker("s1", words, SpeakerKind.PERSON, List.of(), List.of(), List.of(), Map.of())),
                List.of(statement),
                List.of(),
                new Producer(words, words, words));
    }
}
