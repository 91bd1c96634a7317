package io.onrecord;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.attribution.Mode;
import io.onrecord.model.Article;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Attribution;
import io.onrecord.model.Location;
import io.onrecord.model.Metadata;
import io.onrecord.model.Outcome;
import io.onrecord.model.Span;
import io.onrecord.model.Statement;
import io.onrecord.model.Text;
import io.onrecord.text.Layout;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What holds of the record of any text: news with whatever may stand in a text strewn over it. The network is the one that ships. */
class AnyTextTest {

    private static final int ARTICLES = 60;

    private static final String[] NAMES = {
        "Mara Oldin",
        "the minister",
        "Ilan Serrat",
        "Dr. Zoë Ånvik",
        "she",
        "e\u0301lan o\u0308stman",
        "𝔐ara 𝔒ldin",
        "山田太郎",
        "שרה כהן"
    };
    private static final String[] CUES = {
        " said ", " denied ", ", according to ", " told Ilan Serrat ", " said, ", " asked:\n", " — "
    };
    private static final String[] WORDS = {
        "that the harbour would open in spring",
        "“We are not walking away 🎉,”",
        "\"No.\"",
        "the ferry «is lost»",
        "she was “tired",
        "it 😀😀",
        "that 3.5 per cent were missing",
        "on Thursday",
        "『港は開く』",
        "'Never!'"
    };
    private static final String[] STRAY = {
        "",
        "",
        "",
        "",
        " ",
        "\n",
        "\n\n",
        "\r\n",
        "\t",
        "\u00A0",
        "\u200B",
        "\uFEFF",
        "\u200F",
        "\u2028",
        "😀",
        "👩‍👩‍👧",
        "\uD83D",
        "\uDE00",
        "\u0301",
        "\u0000",
        "\u00AD",
        "ﬁ",
        "İ",
        "ß",
        "\uFFFD",
        "\uDBFF\uDFFF",
        "…",
        "''",
        "`"
    };

    private static Onrecord onrecord;

    @BeforeAll
    static void open() {
        onrecord = Onrecord.open(Options.DEFAULT.withMode(Mode.RECALL).withThreads(1));
    }

    @AfterAll
    static void close() {
        onrecord.close();
    }

    @Test
    void everySpanLiesInItsTextAndCutsNoCharacter() {
        int statements = 0;
        for (Article article : articles()) {
            ArticleRecord record = onrecord.read(article);
            for (Span paragraph : article.text().paragraphs()) {
                check(record, Location.TEXT, paragraph);
            }
            for (Statement statement : record.statements()) {
                Attribution words = statement.attribution();
                Stream.of(words.source(), words.cue(), words.content(), statement.addressee())
                        .flatMap(List::stream)
                        .forEach(span -> check(record, words.in(), span));
                statements++;
            }
            record.disputes()
                    .forEach(dispute -> dispute.evidence().forEach(span -> check(record, Location.TEXT, span)));
        }
        assertThat(statements).as("statements, so that something was checked").isGreaterThan(ARTICLES);
    }

    @Test
    void readingAgainAloneOrAmongOthersGivesTheSameRecord() {
        List<Article> articles = articles();
        List<ArticleRecord> alone = articles.stream().map(onrecord::read).toList();
        List<ArticleRecord> together = new ArrayList<>();
        Iterator<Outcome<Article>> outcomes = articles.stream()
                .map(article -> (Outcome<Article>) new Outcome.Kept<>(article))
                .iterator();
        try (Onrecord other =
                        Onrecord.open(Options.DEFAULT.withMode(Mode.RECALL).withThreads(2));
                Records records = other.readAll(outcomes)) {
            records.forEachRemaining(record -> together.add(((Outcome.Kept<ArticleRecord>) record).value()));
        }
        assertThat(together).isEqualTo(alone);
    }

    private static void check(ArticleRecord record, Location in, Span span) {
        String text = record.textOf(in);
        assertThat(span.start()).isGreaterThanOrEqualTo(0);
        assertThat(span.end()).isLessThanOrEqualTo(text.length()).isGreaterThan(span.start());
        for (int edge : new int[] {span.start(), span.end()}) {
            boolean cuts = edge > 0
                    && edge < text.length()
                    && Character.isHighSurrogate(text.charAt(edge - 1))
                    && Character.isLowSurrogate(text.charAt(edge));
            assertThat(cuts).as("%s of «%s» cuts a character", span, text).isFalse();
        }
    }

    private static List<Article> articles() {
        return IntStream.range(0, ARTICLES).mapToObj(AnyTextTest::article).toList();
    }

    /** The same seed gives the same article. */
    private static Article article(int seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int sentence = 0; sentence < 2 + random.nextInt(8); sentence++) {
            boolean contentFirst = random.nextBoolean();
            text.append(strewn(random, contentFirst ? pick(random, WORDS) : pick(random, NAMES)));
            text.append(strewn(random, pick(random, CUES)));
            text.append(strewn(random, contentFirst ? pick(random, NAMES) : pick(random, WORDS)));
            text.append(pick(random, ". ", ".\n", ".\n\n", "", "!\u00A0", "。"));
        }
        String value = text.toString();
        Text laid = Layout.of(value).text(value);
        Optional<String> title = random.nextInt(3) == 0
                ? Optional.of(strewn(random, pick(random, NAMES) + " denies " + pick(random, WORDS)))
                        .filter(words -> !words.isBlank())
                : Optional.empty();
        return Article.of(
                "any-" + seed + ".txt",
                laid,
                new Metadata(
                        Optional.empty(),
                        title,
                        List.of(),
                        Optional.empty(),
                        Optional.of("en"),
                        Optional.empty(),
                        Optional.empty()));
    }

    /** Something stray within the words here and there, never within a pair of surrogates: no reader makes such a text. */
    private static String strewn(Random random, String words) {
        StringBuilder out = new StringBuilder();
        words.codePoints().forEach(point -> {
            out.appendCodePoint(point);
            if (random.nextInt(30) == 0) {
                out.append(pick(random, STRAY));
            }
        });
        return out.toString();
    }

    private static String pick(Random random, String... parts) {
        return parts[random.nextInt(parts.length)];
    }
}
