package io.onrecord.bench;

import io.onrecord.Onrecord;
import io.onrecord.Options;
import io.onrecord.dates.ArticleDates;
import io.onrecord.model.Article;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Attribution;
import io.onrecord.model.CodePoints;
import io.onrecord.model.Confidence;
import io.onrecord.model.Form;
import io.onrecord.model.Ids;
import io.onrecord.model.Location;
import io.onrecord.model.Metadata;
import io.onrecord.model.Outcome;
import io.onrecord.model.Resolution.Unresolved;
import io.onrecord.model.Span;
import io.onrecord.model.Statement;
import io.onrecord.reading.ArticleReader;
import io.onrecord.reading.Articles;
import io.onrecord.reading.Input;
import io.onrecord.speakers.Gaze;
import io.onrecord.speakers.Speakers;
import io.onrecord.stance.Addressees;
import io.onrecord.stance.Stances;
import io.onrecord.text.Layout;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What speakers, stance and dates cost, in processor time of one thread: by the number of names in one article, the first article of a process, and
 * their share of reading real articles. The steps are run again on the statements that were read, so both are timed in one
 * process, alternating.
 */
public final class SpeakerSteps {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 5;
    private static final List<Integer> MENTIONS = List.of(500, 1000, 2500, 5000);
    private static final String[] FIRST = {"Ana", "Peter", "Ida", "Max", "Rosa", "Hugh", "Nora", "Owen"};
    private static final int NAMES_A_SENTENCE = 3;

    private SpeakerSteps() {}

    /** Arguments: perhaps files or folders of articles. */
    public static void main(String[] arguments) {
        try (Onrecord onrecord = Onrecord.open(Options.DEFAULT.withThreads(1))) {
            byNames(onrecord);
            for (String argument : arguments) {
                share(onrecord, Path.of(argument));
            }
        }
    }

    private static void byNames(Onrecord onrecord) {
        Made small = made(NAMES_A_SENTENCE * 10, true);
        Gaze seen = Gaze.of(onrecord.scores(small.article().text()));
        System.out.printf(
                Locale.ROOT,
                "the first article of a process, of 30 names, tables and classes loaded with it: %.3f s%n",
                seconds(small.article(), small.statements(), seen));
        System.out.printf(Locale.ROOT, "the second: %.3f s%n", seconds(small.article(), small.statements(), seen));
        for (boolean distinct : List.of(true, false)) {
            for (int mentions : MENTIONS) {
                Made made = made(mentions, distinct);
                Gaze gaze = Gaze.of(onrecord.scores(made.article().text()));
                double best = Double.MAX_VALUE;
                for (int round = 0; round < ROUNDS; round++) {
                    best = Math.min(best, seconds(made.article(), made.statements(), gaze));
                }
                System.out.printf(
                        Locale.ROOT,
                        "%,d names, %s, %,d statements: %.3f s, %.0f µs a name%n",
                        mentions,
                        distinct ? "all of different people" : "of 40 people",
                        made.statements().size(),
                        best,
                        1e6 * best / mentions);
            }
        }
    }

    /** An article and its statements, before anybody looked for speakers. */
    private record Made(Article article, List<Statement> statements) {}

    /** Every third sentence has three names; the others a pronoun or a family name that speaks. */
    private static Made made(int mentions, boolean distinct) {
        StringBuilder text = new StringBuilder();
        List<Span[]> parts = new ArrayList<>();
        int named = 0;
        for (int i = 0; named < mentions; i++) {
            String one = name(named, distinct);
            String two = name(named + 1, distinct);
            text.append("Mayor ").append(one).append(" met ").append(two).append(" on Tuesday. ");
            add(text, parts, i % 2 == 0 ? "He" : two.substring(two.indexOf(' ') + 1));
            add(text, parts, "She");
            named += NAMES_A_SENTENCE;
            if (i % 4 == 3) {
                text.setLength(text.length() - 1);
                text.append("\n\n");
            }
        }
        String whole = text.toString().strip();
        Article article = Article.of("made", Layout.of(whole).text(whole), Metadata.NONE);
        CodePoints points = CodePoints.of(whole);
        List<Statement> statements = new ArrayList<>();
        for (Span[] part : parts) {
            Attribution words = new Attribution(
                    Location.TEXT,
                    Form.INDIRECT,
                    List.of(part[0]),
                    List.of(part[1]),
                    List.of(part[2]),
                    new Confidence(1, Optional.of(1.0), Optional.of(1.0), 1));
            statements.add(statement(article, words, points));
        }
        return new Made(article, statements);
    }

    private static String name(int number, boolean distinct) {
        int who = distinct ? number : number % 40;
        StringBuilder family = new StringBuilder("Or");
        for (int rest = who + 26; rest > 0; rest /= 26) {
            family.append((char) ('a' + rest % 26));
        }
        return FIRST[who % FIRST.length] + " " + family;
    }

    private static void add(StringBuilder text, List<Span[]> parts, String source) {
        int start = text.length();
        text.append(source).append(" denied that the harbour was closed on Monday. ");
        int cue = start + source.length() + 1;
        int content = cue + "denied ".length();
        parts.add(new Span[] {
            new Span(start, start + source.length()),
            new Span(cue, cue + "denied".length()),
            new Span(content, text.length() - 2)
        });
    }

    private static Statement statement(Article article, Attribution words, CodePoints points) {
        return new Statement(
                Ids.statement(article.id(), words.in(), words.cue(), words.content(), points),
                words,
                new Unresolved(Unresolved.NOT_TRIED),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                false);
    }

    /** Nanoseconds of the processor that this thread has had: other work on the machine does not count. */
    private static long cpu() {
        return THREADS.getCurrentThreadCpuTime();
    }

    /** Of the steps behind attribution, which ask what the network saw. */
    private static double seconds(Article article, List<Statement> statements, Gaze gaze) {
        long start = cpu();
        ArticleDates dates = ArticleDates.of(article);
        int read = 0;
        for (Statement statement : statements) {
            Attribution words = statement.attribution();
            String text = words.in() == Location.TEXT
                    ? article.text().value()
                    : article.metadata().title().orElse("");
            read += words.cue().isEmpty()
                    ? 0
                    : Stances.read(text, words).stance().ordinal();
            read += Addressees.of(text, words).size();
            read += dates.of(words).isPresent() ? 1 : 0;
        }
        read += Speakers.find(article, statements, gaze).speakers().size();
        double seconds = (cpu() - start) / 1e9;
        if (read < 0) {
            throw new IllegalStateException("what was read is not used");
        }
        return seconds;
    }

    /** Java still compiles while it reads the articles for the first time, which costs the steps more than the network. */
    private static void share(Onrecord onrecord, Path input) {
        List<Article> articles = articles(input);
        articles.stream().limit(ROUNDS).forEach(onrecord::read);
        for (int round = 1; round <= ROUNDS; round++) {
            double whole = 0;
            double steps = 0;
            long statements = 0;
            for (Article article : articles) {
                Gaze gaze = Gaze.of(onrecord.scores(article.text()));
                long start = cpu();
                ArticleRecord record = onrecord.read(article);
                whole += (cpu() - start) / 1e9;
                steps += seconds(article, record.statements(), gaze);
                statements += record.statements().size();
            }
            System.out.printf(
                    Locale.ROOT,
                    "%s, time %d: %d articles, %,d statements: read in %.2f s on one thread, the steps %.3f s of it, %.2f per cent%n",
                    input.getFileName(),
                    round,
                    articles.size(),
                    statements,
                    whole,
                    steps,
                    100 * steps / whole);
        }
    }

    private static List<Article> articles(Path input) {
        List<Article> articles = new ArrayList<>();
        try (Articles read = new ArticleReader().open(Input.files(List.of(input)), notice -> {})) {
            while (read.hasNext()) {
                if (read.next() instanceof Outcome.Kept<Article> kept) {
                    articles.add(kept.value());
                }
            }
        }
        return articles;
    }
}
