package io.onrecord.bench;

import io.onrecord.Onrecord;
import io.onrecord.claims.Claims;
import io.onrecord.claims.Link;
import io.onrecord.claims.Matcher;
import io.onrecord.claims.Pair;
import io.onrecord.claims.Proposition;
import io.onrecord.claims.Propositions;
import io.onrecord.copies.Copies;
import io.onrecord.copies.Signature;
import io.onrecord.disputes.Disputes;
import io.onrecord.exchange.RecordJson;
import io.onrecord.model.Article;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Attribution;
import io.onrecord.model.Metadata;
import io.onrecord.model.Resolution;
import io.onrecord.model.Resolution.Unresolved;
import io.onrecord.model.StanceReading;
import io.onrecord.model.Statement;
import io.onrecord.speakers.Gaze;
import io.onrecord.speakers.Speakers;
import io.onrecord.stance.Stances;
import io.onrecord.testkit.ClaimNews;
import io.onrecord.text.Layout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The steps behind the network, of the same article as {@link CoreBenchmark}: speaker rules, stance, disputes, JSON; near copies of it; and the
 * matching of claims, on made-up articles of one event after another.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@SuppressWarnings("NullAway.Init")
public class StepsBenchmark {

    private static final int MADE = 20;
    private static final int STATEMENTS = 25;

    private Article article;
    private ArticleRecord record;
    private List<Statement> unresolved;
    private Gaze gaze;
    private Signature signature;
    private Signature copy;
    private List<Pair> pairs;
    private final Matcher matcher = Matcher.plain();
    private int next;

    /** Reads the article named by the system property {@code onrecord.article}. */
    @Setup
    public void open() throws IOException {
        String words = Files.readString(Path.of(System.getProperty("onrecord.article")));
        article = Article.of("article", Layout.of(words).text(words), Metadata.NONE);
        try (Onrecord onrecord = Onrecord.open()) {
            record = onrecord.read(article);
            gaze = Gaze.of(onrecord.scores(article.text()));
        }
        unresolved =
                record.statements().stream().map(StepsBenchmark::withoutSpeaker).toList();
        signature = Signature.of(words);
        // Without its last tenth and a paragraph more in front: what an editor does to a wire story.
        copy = Signature.of("By our own staff, with agencies.\n\n" + words.substring(0, words.length() * 9 / 10));
        List<Proposition> propositions = new ArrayList<>();
        ClaimNews news = ClaimNews.likeNews(1, MADE / 4, STATEMENTS);
        for (int i = 0; i < MADE; i++) {
            propositions.addAll(Propositions.of(news.record(i)));
        }
        pairs = Claims.candidates(propositions);
    }

    static Statement withoutSpeaker(Statement statement) {
        boolean continued = statement.attribution().cue().isEmpty();
        return new Statement(
                statement.id(),
                statement.attribution(),
                new Unresolved(continued ? Resolution.CONTINUED : Unresolved.NOT_TRIED),
                statement.stance(),
                statement.date(),
                List.of(),
                statement.addressee(),
                statement.within(),
                statement.furniture());
    }

    @Benchmark
    public Speakers.Found speakers() {
        return Speakers.find(article, unresolved, gaze);
    }

    @Benchmark
    public List<StanceReading> stances() {
        List<StanceReading> read = new ArrayList<>();
        for (Statement statement : record.statements()) {
            Attribution words = statement.attribution();
            if (!words.cue().isEmpty()) {
                read.add(Stances.read(article.text().value(), words));
            }
        }
        return read;
    }

    @Benchmark
    public Disputes.Found disputes() {
        return Disputes.find(article, record.speakers(), record.statements());
    }

    @Benchmark
    public String json() {
        return new RecordJson(RecordJson.Options.DEFAULT).write(record);
    }

    @Benchmark
    public Signature signature() {
        return Signature.of(article.text());
    }

    @Benchmark
    public Optional<io.onrecord.copies.Link> nearCopies() {
        return Copies.match(signature, copy);
    }

    /** One pair of those that share a key, as the next article would bring it. */
    @Benchmark
    public List<Link> claimMatching() {
        next = (next + 1) % pairs.size();
        return matcher.match(List.of(pairs.get(next)));
    }
}
