package io.onrecord;

import io.onrecord.attribution.Attributions;
import io.onrecord.attribution.Calibration;
import io.onrecord.attribution.Finding;
import io.onrecord.dates.ArticleDates;
import io.onrecord.disputes.Disputes;
import io.onrecord.encoder.Encoder;
import io.onrecord.encoder.EncodingException;
import io.onrecord.encoder.TokenScores;
import io.onrecord.encoder.WindowEncoder;
import io.onrecord.model.Article;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Attribution;
import io.onrecord.model.CodePoints;
import io.onrecord.model.Dispute;
import io.onrecord.model.Ids;
import io.onrecord.model.Location;
import io.onrecord.model.Metadata;
import io.onrecord.model.Outcome;
import io.onrecord.model.Outcome.Stage;
import io.onrecord.model.Producer;
import io.onrecord.model.Resolution;
import io.onrecord.model.Resolution.Unresolved;
import io.onrecord.model.Span;
import io.onrecord.model.Speaker;
import io.onrecord.model.Statement;
import io.onrecord.model.Text;
import io.onrecord.speakers.Gaze;
import io.onrecord.speakers.Speakers;
import io.onrecord.stance.Addressees;
import io.onrecord.stance.Stances;
import io.onrecord.text.Furniture;
import io.onrecord.text.Layout;
import io.onrecord.text.Titles;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Reads articles and gives their records: who said what, in which words.
 *
 * <p>Open it once (the network is loaded then, and failures show then), share it between threads, close it once. Equal
 * articles give equal records, whatever else is read, on any number of threads.
 */
public final class Onrecord implements AutoCloseable {

    private final Encoder encoder;
    private final Options options;
    private final Calibration calibration;
    private final double leastConfidence;
    private final Producer producer;

    private Onrecord(Encoder encoder, Options options) {
        this.encoder = encoder;
        this.options = options;
        this.calibration = options.calibrated() ? Calibration.shipped(encoder.model()) : Calibration.NONE;
        this.leastConfidence = leastConfidence(options, calibration);
        this.producer = new Producer(Version.current(), encoder.model(), Made.with(options));
    }

    /** Least confidence of a statement that is kept: what was asked for, else what the network has in the mode. */
    static double leastConfidence(Options options, Calibration calibration) {
        return options.minConfidence().orElseGet(() -> calibration.leastConfidence(options.mode()));
    }

    /**
     * Opens with {@link Options#DEFAULT}.
     *
     * @throws EncodingException if the network cannot be loaded
     */
    public static Onrecord open() {
        return open(Options.DEFAULT);
    }

    /**
     * Opens with options.
     *
     * @throws EncodingException if the network is missing, is not one for Onrecord, or cannot be loaded
     */
    public static Onrecord open(Options options) {
        return new Onrecord(new WindowEncoder(options.model().open()), options);
    }

    /** What stands in every record as its maker. */
    public Producer producer() {
        return producer;
    }

    /**
     * The record of a text.
     *
     * @param address where the text is from: a file, a URL, any name
     * @param text plain text; line breaks or blank lines end paragraphs
     * @throws EncodingException if the network fails
     */
    public ArticleRecord read(String address, String text) {
        return read(Article.of(address, Layout.of(text).text(text), Metadata.NONE));
    }

    /**
     * The record of an article.
     *
     * @throws EncodingException if the network fails
     */
    public ArticleRecord read(Article article) {
        List<Statement> statements = new ArrayList<>();
        ArticleDates dates = ArticleDates.of(article);
        article.metadata()
                .title()
                .filter(title -> !Titles.repeated(title, article.text()))
                .ifPresent(title -> {
                    Text line = Text.line(title);
                    addStatements(article, line, Location.TITLE, encoder.encode(line), dates, statements);
                });
        TokenScores scores = scores(article.text());
        addStatements(article, article.text(), Location.TEXT, scores, dates, statements);
        Speakers.Found found = Speakers.find(article, Sure.of(statements, leastConfidence), Gaze.of(scores));
        List<Speaker> speakers =
                found.speakers().stream().map(options.gazetteer()::complete).toList();
        List<Dispute> disputes =
                Disputes.find(article, speakers, found.statements()).edges();
        return new ArticleRecord(article, speakers, found.statements(), disputes, producer);
    }

    /**
     * What the network says of the pieces of a text, of which the record of an article is made. For measuring.
     *
     * @throws EncodingException if the network fails
     */
    public TokenScores scores(Text text) {
        return encoder.encode(text);
    }

    private void addStatements(
            Article article, Text text, Location in, TokenScores scores, ArticleDates dates, List<Statement> out) {
        CodePoints points = CodePoints.of(text.value());
        List<Span> furniture = in == Location.TEXT ? Furniture.of(text) : List.of();
        List<String> ids = new ArrayList<>();
        for (Finding finding : Attributions.find(text, in, scores, encoder, options.mode(), calibration)) {
            Attribution words = finding.words();
            String id = Ids.statement(article.id(), in, words.cue(), words.content(), points);
            Optional<String> within = finding.within().isPresent()
                    ? Optional.of(ids.get(finding.within().getAsInt()))
                    : Optional.empty();
            ids.add(id);
            out.add(new Statement(
                    id,
                    words,
                    new Unresolved(reason(words)),
                    words.cue().isEmpty() ? Optional.empty() : Optional.of(Stances.read(text.value(), words)),
                    dates.of(words),
                    List.of(),
                    Addressees.of(text.value(), words),
                    within,
                    standsIn(furniture, words)));
        }
    }

    /** Whether the cue, or the content where there is none, stands in one of some paragraphs, which are in order. */
    private static boolean standsIn(List<Span> paragraphs, Attribution words) {
        Span place =
                words.cue().isEmpty() ? words.content().get(0) : words.cue().get(0);
        // Comes after every paragraph that starts where the place does, or before it.
        int found = Collections.binarySearch(paragraphs, new Span(place.start(), Integer.MAX_VALUE));
        int before = found >= 0 ? found : -found - 2;
        return before >= 0 && paragraphs.get(before).overlaps(place);
    }

    private static String reason(Attribution words) {
        if (words.cue().isEmpty()) {
            return Resolution.CONTINUED;
        }
        return words.source().isEmpty() ? Unresolved.NO_SOURCE : Unresolved.NOT_TRIED;
    }

    /**
     * The records of many articles, in the order of the articles, worked out on {@link Options#threads} threads a few
     * articles ahead of the caller. An article that fails is skipped with the reason; the others are not touched.
     *
     * @param articles pulled on the caller's thread, one by one
     * @return for one thread; close it to stop early
     */
    public Records readAll(Iterator<Outcome<Article>> articles) {
        return new Records(articles, this::attempt, this::tryRead, options.threads());
    }

    /** The record of an article, worked out on the caller's thread, or why there is none. Nothing that is wrong with the article is thrown. */
    public Outcome<ArticleRecord> tryRead(Article article) {
        try {
            return attempt(article);
        } catch (OutOfMemoryError e) {
            return new Outcome.Skipped<>(
                    article.address(),
                    Stage.ATTRIBUTION,
                    "an article of " + article.text().length()
                            + " characters, too long for the memory that Java may use;"
                            + " give it more (-Xmx) or cut the article");
        }
    }

    /**
     * The same, for those who read on several threads: that the memory does not suffice is thrown, since others may have it just now.
     * {@link #tryRead} tells, while nothing else is worked on.
     *
     * @throws OutOfMemoryError if the memory does not suffice
     */
    public Outcome<ArticleRecord> attempt(Article article) {
        try {
            return new Outcome.Kept<>(read(article));
        } catch (EncodingException e) {
            return new Outcome.Skipped<>(article.address(), Stage.ENCODING, String.valueOf(e.getMessage()));
        } catch (RuntimeException | StackOverflowError e) {
            return new Outcome.Skipped<>(
                    article.address(),
                    Stage.ATTRIBUTION,
                    "a fault of Onrecord, please report it with the article: " + e);
        }
    }

    @Override
    public void close() {
        encoder.close();
    }
}
