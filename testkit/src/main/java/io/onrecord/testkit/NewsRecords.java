package io.onrecord.testkit;

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
import io.onrecord.model.Published;
import io.onrecord.model.Resolution;
import io.onrecord.model.Role;
import io.onrecord.model.Span;
import io.onrecord.model.Speaker;
import io.onrecord.model.SpeakerKind;
import io.onrecord.model.Stance;
import io.onrecord.model.StanceReading;
import io.onrecord.model.Statement;
import io.onrecord.model.StatementDate;
import io.onrecord.model.StatementDate.Basis;
import io.onrecord.model.StatementDate.Precision;
import io.onrecord.model.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Records of the size and shape of news, by seed, for what is measured: sentences of made-up words, each a statement with source,
 * cue and content, a few speakers with names, posts and aliases. The same seed gives the same record.
 */
public final class NewsRecords {

    /** What made them. */
    public static final Producer PRODUCER =
            new Producer("0.1.0", "testkit sha256:00112233445566778899aabbccddeeff", "none");

    private static final int SPEAKERS = 6;
    private static final List<String> CUES =
            List.of("said", "told reporters", "insisted", "denied", "warned", "according to", "acknowledged");
    private static final List<String> SYLLABLES = List.of(
            "ba", "re", "ni", "to", "lu", "ve", "sa", "mor", "dan", "kel", "ri", "ost", "an", "il", "per", "tha", "go");

    private final Random random;
    private final StringBuilder text = new StringBuilder();
    private final List<Span> paragraphs = new ArrayList<>();
    private final List<Attribution> found = new ArrayList<>();

    private NewsRecords(long seed) {
        this.random = new Random(seed);
    }

    /**
     * A record.
     *
     * @param statements how many
     */
    public static ArticleRecord of(long seed, int statements) {
        return new NewsRecords(seed).record(seed, statements);
    }

    private ArticleRecord record(long seed, int statements) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < SPEAKERS; i++) {
            names.add(capital(word()) + " " + capital(word()));
        }
        List<Integer> whose = new ArrayList<>();
        for (int i = 0; i < statements; i++) {
            whose.add(random.nextInt(SPEAKERS));
            paragraph(names.get(whose.get(i)));
        }
        LocalDate day = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(700));
        Article article = Article.of(
                "https://press.example/" + day + "/" + word() + "-" + word() + "-" + seed,
                new Text(text.toString(), paragraphs),
                new Metadata(
                        Optional.of("The " + capital(word()) + " Press"),
                        Optional.of(capital(words(8))),
                        List.of(capital(word()) + " " + capital(word())),
                        Optional.of(new Published(day + "T08:30:00Z", "json-ld")),
                        Optional.of("en"),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of("outlet", "json-ld", "title", "json-ld", "authors", "json-ld")));
        List<Speaker> speakers = new ArrayList<>();
        for (int i = 0; i < SPEAKERS; i++) {
            String name = names.get(i);
            speakers.add(new Speaker(
                    "s" + (i + 1),
                    name,
                    SpeakerKind.PERSON,
                    List.of(new Role(words(2), Optional.of(capital(word())))),
                    List.of("the " + words(2)),
                    List.of(name.substring(name.indexOf(' ') + 1)),
                    Map.of()));
        }
        return new ArticleRecord(article, speakers, statements(article, speakers, whose, day), List.of(), PRODUCER);
    }

    private List<Statement> statements(Article article, List<Speaker> speakers, List<Integer> whose, LocalDate day) {
        CodePoints points = CodePoints.of(article.text().value());
        List<Statement> statements = new ArrayList<>();
        for (Attribution words : found) {
            Speaker speaker = speakers.get(whose.get(statements.size()));
            statements.add(new Statement(
                    Ids.statement(article.id(), words.in(), words.cue(), words.content(), points),
                    words,
                    new Resolution.Resolved(
                            speaker.id(), speaker.name(), "NAME", probability(), "named in full: " + speaker.name()),
                    Optional.of(new StanceReading(
                            Stance.values()[random.nextInt(Stance.values().length)], false, random.nextInt(20) == 0)),
                    Optional.of(
                            new StatementDate(day.toString(), Precision.DAY, Basis.ON_TEXT, Optional.of("Thursday"))),
                    List.of(speakers.get(random.nextInt(SPEAKERS)).id()),
                    List.of(),
                    Optional.empty(),
                    false));
        }
        return statements;
    }

    /** One sentence that is a statement, and one that is none. */
    private void paragraph(String name) {
        if (text.length() > 0) {
            text.append("\n\n");
        }
        int start = text.length();
        Span content = append(capital(words(12 + random.nextInt(14))));
        text.append(", ");
        Span source = append(name);
        text.append(' ');
        Span cue = append(CUES.get(random.nextInt(CUES.size())));
        text.append(". ").append(capital(words(8))).append('.');
        paragraphs.add(new Span(start, text.length()));
        found.add(new Attribution(
                Location.TEXT,
                Form.INDIRECT,
                List.of(source),
                List.of(cue),
                List.of(content),
                new Confidence(probability(), Optional.of(probability()), Optional.of(probability()), probability())));
    }

    private Span append(String words) {
        int start = text.length();
        text.append(words);
        return new Span(start, text.length());
    }

    private double probability() {
        return random.nextInt(1001) / 1000.0;
    }

    private String words(int count) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < count; i++) {
            out.append(i == 0 ? "" : " ").append(word());
        }
        return out.toString();
    }

    private String word() {
        StringBuilder out = new StringBuilder();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            out.append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
        }
        return out.toString();
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
