package io.onrecord.bench;

import io.onrecord.Model;
import io.onrecord.Onrecord;
import io.onrecord.Options;
import io.onrecord.Records;
import io.onrecord.encoder.Pieces;
import io.onrecord.encoder.WordPiece;
import io.onrecord.encoder.onnx.OnnxNetwork;
import io.onrecord.exchange.RecordJson;
import io.onrecord.model.Article;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Outcome;
import io.onrecord.reading.ArticleReader;
import io.onrecord.reading.Articles;
import io.onrecord.reading.Input;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The rate of a whole run, from the bytes of the articles to the JSON of their records, beside what the bare session
 * does on the same word pieces in the same process. "Bare" is the best of several shapes of batch, threads and
 * sessions, chosen here; each piece of an article counts once. Rounds alternate, so that a noisy machine hits both.
 */
public final class Throughput {

    private static final int ROUNDS = 5;

    /** Passes before anything is measured: in the first ones Java still compiles. */
    private static final int WARMING = 3;

    private Throughput() {}

    /** Arguments: a file of articles, and perhaps the number of threads, and the model. */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 0) {
            System.err.println("usage: bench/throughput FILE [THREADS] [MODEL]");
            System.exit(2);
        }
        Path file = Path.of(arguments[0]);
        int threads = arguments.length > 1
                ? Integer.parseInt(arguments[1])
                : Runtime.getRuntime().availableProcessors();
        Model model = Model.of(arguments.length > 2 ? arguments[2] : "default");
        byte[] bytes = ModelFile.bytes(model);
        WordPiece wordPiece;
        try (OnnxNetwork network = model.open()) {
            wordPiece = new WordPiece(network.vocabulary());
        }
        List<int[]> pieces = pieces(file, wordPiece);
        int count = pieces.stream().mapToInt(ids -> ids.length).sum();
        System.out.printf(
                Locale.ROOT,
                "%s, %s: %d articles, %d word pieces; %d threads, Java %s%n",
                file.getFileName(),
                model,
                pieces.size(),
                count,
                threads,
                System.getProperty("java.version"));
        BareSession.Shape best = best(bytes, pieces, wordPiece, threads);
        try (Onrecord onrecord = Onrecord.open(Options.DEFAULT.withModel(model).withThreads(threads));
                BareSession session = new BareSession(bytes, best)) {
            measure(file, pieces, count, wordPiece, onrecord, session, best);
        }
    }

    private static void measure(
            Path file,
            List<int[]> pieces,
            int count,
            WordPiece wordPiece,
            Onrecord onrecord,
            BareSession session,
            BareSession.Shape shape)
            throws Exception {
        List<Double> whole = new ArrayList<>();
        List<Double> bare = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int pass = 0; pass < WARMING; pass++) {
            read(file, onrecord);
        }
        for (int round = 0; round < ROUNDS; round++) {
            whole.add(count / read(file, onrecord));
            bare.add(count / session.seconds(pieces, wordPiece.first(), wordPiece.last()));
            ratios.add(100 * whole.get(round) / bare.get(round));
        }
        print("whole run, pieces a second", whole);
        print("bare session, " + shape + ", pieces a second", bare);
        print("whole run of bare session, per cent", ratios);
    }

    private static void print(String what, List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        System.out.printf(
                Locale.ROOT,
                "%s: median %.1f (min %.1f, max %.1f)%n",
                what,
                sorted.get(sorted.size() / 2),
                sorted.get(0),
                sorted.get(sorted.size() - 1));
    }

    /** The fastest shape on a sample of the articles. */
    private static BareSession.Shape best(byte[] model, List<int[]> pieces, WordPiece wordPiece, int threads)
            throws Exception {
        List<int[]> sample = pieces.subList(0, Math.min(pieces.size(), 24));
        int count = sample.stream().mapToInt(ids -> ids.length).sum();
        BareSession.Shape best = null;
        double most = 0;
        for (int length : List.of(32, 64, 128, 202)) {
            for (int rows : List.of(1, 8, 16)) {
                for (int sessions : List.of(1, threads)) {
                    BareSession.Shape shape = new BareSession.Shape(length, rows, sessions, threads / sessions);
                    double rate = count / fastest(model, shape, sample, wordPiece);
                    System.out.printf(Locale.ROOT, "  bare, %s: %.0f pieces a second%n", shape, rate);
                    if (rate > most) {
                        most = rate;
                        best = shape;
                    }
                    if (threads == 1) {
                        break;
                    }
                }
            }
        }
        if (best == null) {
            throw new IllegalStateException("no shape was tried");
        }
        return best;
    }

    private static double fastest(byte[] model, BareSession.Shape shape, List<int[]> sample, WordPiece wordPiece)
            throws Exception {
        try (BareSession session = new BareSession(model, shape)) {
            double[] seconds = new double[3];
            for (int i = 0; i < seconds.length; i++) {
                seconds[i] = session.seconds(sample, wordPiece.first(), wordPiece.last());
            }
            return Arrays.stream(seconds).min().orElseThrow();
        }
    }

    private static double read(Path file, Onrecord onrecord) {
        RecordJson json = new RecordJson(RecordJson.Options.DEFAULT);
        long characters = 0;
        long start = System.nanoTime();
        try (Articles articles = new ArticleReader().open(Input.files(List.of(file)), notice -> {});
                Records records = onrecord.readAll(articles)) {
            while (records.hasNext()) {
                if (records.next() instanceof Outcome.Kept<ArticleRecord> kept) {
                    characters += json.write(kept.value()).length();
                }
            }
        }
        if (characters == 0) {
            throw new IllegalStateException("no record was written");
        }
        return (System.nanoTime() - start) / 1e9;
    }

    /** Ids of the pieces of each article, special ones left out. */
    private static List<int[]> pieces(Path file, WordPiece wordPiece) {
        List<int[]> all = new ArrayList<>();
        try (Articles articles = new ArticleReader().open(Input.files(List.of(file)), notice -> {})) {
            while (articles.hasNext()) {
                if (articles.next() instanceof Outcome.Kept<Article> kept) {
                    Pieces pieces = wordPiece.pieces(kept.value().text().value());
                    all.add(IntStream.range(0, pieces.size()).map(pieces::id).toArray());
                }
            }
        }
        return all;
    }
}
