package io.onrecord.bench;

import io.onrecord.model.Article;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Attribution;
import io.onrecord.model.CodePoints;
import io.onrecord.model.Confidence;
import io.onrecord.model.Form;
import io.onrecord.model.Ids;
import io.onrecord.model.Location;
import io.onrecord.model.Metadata;
import io.onrecord.model.Published;
import io.onrecord.model.Resolution;
import io.onrecord.model.Span;
import io.onrecord.model.Speaker;
import io.onrecord.model.SpeakerKind;
import io.onrecord.model.Stance;
import io.onrecord.model.StanceReading;
import io.onrecord.model.Statement;
import io.onrecord.model.StatementDate;
import io.onrecord.model.Text;
import io.onrecord.testkit.NewsRecords;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Records as a big store has them, by seed: words and speakers by Zipf's law, so that a few are everywhere and most are rare, forty
 * outlets, two years. The same seed gives the same record.
 */
final class ScaledNews {

    static final int STATEMENTS = 25;
    static final int PEOPLE = 60_000;

    private static final int SPEAKERS = 6;
    private static final int OUTLETS = 40;
    private static final int DAYS = 730;
    private static final List<String> CUES =
            List.of("said", "told reporters", "insisted", "denied", "warned", "according to", "acknowledged");
    private static final List<String> SYLLABLES = List.of(
            "ba", "re", "ni", "to", "lu", "ve", "sa", "mor", "dan", "kel", "ri", "ost", "an", "il", "per", "tha", "go",
            "fen", "ul", "zi");

    private static final List<String> WORDS = words(40_000, new Random(1));
    private static final List<String> NAMES = names(new Random(2));
    private static final double[] WORD_SHARES = shares(WORDS.size());
    private static final double[] NAME_SHARES = shares(PEOPLE);

    private final Random random;
    private final StringBuilder text = new StringBuilder();
    private final List<Span> paragraphs = new ArrayList<>();
    private final List<Attribution> found = new ArrayList<>();

    private ScaledNews(long seed) {
        // Seeds that follow one another would begin alike.
        this.random = new Random(seed * 0x9E3779B97F4A7C15L);
    }

    static ArticleRecord of(long seed) {
        return new ScaledNews(seed).record(seed);
    }

    /** A name, the busiest first. */
    static String name(int rank) {
        return NAMES.get(rank);
    }

    /** Some words that somebody may look for. */
    static String question(long seed) {
        ScaledNews news = new ScaledNews(-1 - seed);
        return news.words(2 + news.random.nextInt(4));
    }

    private static List<String> words(int count, Random random) {
        Set<String> words = new LinkedHashSet<>();
        while (words.size() < count) {
            StringBuilder word = new StringBuilder();
            for (int i = 2 + random.nextInt(3); i > 0; i--) {
                word.append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
            }
            words.add(word.toString());
        }
        return List.copyOf(words);
    }

    private static List<String> names(Random random) {
        List<String> parts = words(6_000, random);
        Set<String> names = new LinkedHashSet<>();
        while (names.size() < PEOPLE) {
            names.add(capital(parts.get(random.nextInt(400))) + " " + capital(parts.get(random.nextInt(parts.size()))));
        }
        return List.copyOf(names);
    }

    /** Shares of those up to each rank. */
    private static double[] shares(int count) {
        double[] shares = new double[count];
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += 1.0 / (i + 1);
            shares[i] = sum;
        }
        for (int i = 0; i < count; i++) {
            shares[i] /= sum;
        }
        return shares;
    }

    private int rank(double[] shares) {
        int found = Arrays.binarySearch(shares, random.nextDouble());
        return Math.min(found < 0 ? -found - 1 : found, shares.length - 1);
    }

    private ArticleRecord record(long seed) {
        Set<String> chosen = new LinkedHashSet<>();
        while (chosen.size() < SPEAKERS) {
            chosen.add(NAMES.get(rank(NAME_SHARES)));
        }
        List<String> names = List.copyOf(chosen);
        List<Integer> whose = new ArrayList<>();
        for (int i = 0; i < STATEMENTS; i++) {
            whose.add(random.nextInt(SPEAKERS));
            paragraph(names.get(whose.get(i)));
        }
        LocalDate day = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(DAYS));
        Article article = Article.of(
                "https://press.example/" + day + "/" + seed,
                new Text(text.toString(), paragraphs),
                new Metadata(
                        Optional.of("Outlet " + random.nextInt(OUTLETS)),
                        Optional.of(capital(words(8))),
                        List.of(),
                        Optional.of(new Published(day + "T08:30:00Z", "json-ld")),
                        Optional.of("en"),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of("outlet", "json-ld", "title", "json-ld")));
        List<Speaker> speakers = new ArrayList<>();
        for (int i = 0; i < SPEAKERS; i++) {
            String name = names.get(i);
            speakers.add(new Speaker(
                    "s" + (i + 1),
                    name,
                    SpeakerKind.PERSON,
                    List.of(),
                    List.of(),
                    List.of(name.substring(name.indexOf(' ') + 1)),
                    Map.of()));
        }
        return new ArticleRecord(
                article, speakers, statements(article, speakers, whose, day), List.of(), NewsRecords.PRODUCER);
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
                            speaker.id(), speaker.name(), "NAME", 0.9, "named in full: " + speaker.name()),
                    Optional.of(
                            new StanceReading(Stance.values()[random.nextInt(Stance.values().length)], false, false)),
                    Optional.of(new StatementDate(
                            day.toString(),
                            StatementDate.Precision.DAY,
                            StatementDate.Basis.PUBLISHED,
                            Optional.empty())),
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    false));
        }
        return statements;
    }

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
                new Confidence(0.5 + random.nextInt(50) / 100.0, Optional.of(0.9), Optional.of(0.9), 0.8)));
    }

    private Span append(String words) {
        int start = text.length();
        text.append(words);
        return new Span(start, text.length());
    }

    private String words(int count) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < count; i++) {
            out.append(i == 0 ? "" : " ").append(WORDS.get(rank(WORD_SHARES)));
        }
        return out.toString();
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
