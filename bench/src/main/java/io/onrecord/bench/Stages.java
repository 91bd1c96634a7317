package io.onrecord.bench;

import ai.onnxruntime.OrtException;
import io.onrecord.Model;
import io.onrecord.Onrecord;
import io.onrecord.Options;
import io.onrecord.attribution.Attributions;
import io.onrecord.attribution.Calibration;
import io.onrecord.attribution.Mode;
import io.onrecord.dates.ArticleDates;
import io.onrecord.disputes.Disputes;
import io.onrecord.encoder.Encoder;
import io.onrecord.encoder.Network;
import io.onrecord.encoder.TokenScores;
import io.onrecord.encoder.Transitions;
import io.onrecord.encoder.WindowEncoder;
import io.onrecord.encoder.WindowRow;
import io.onrecord.encoder.WindowScores;
import io.onrecord.encoder.onnx.OnnxNetwork;
import io.onrecord.exchange.RecordJson;
import io.onrecord.model.Article;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Attribution;
import io.onrecord.model.Location;
import io.onrecord.model.Outcome;
import io.onrecord.model.Statement;
import io.onrecord.model.Text;
import io.onrecord.reading.ArticleReader;
import io.onrecord.reading.Articles;
import io.onrecord.reading.Input;
import io.onrecord.speakers.Gaze;
import io.onrecord.speakers.Speakers;
import io.onrecord.stance.Addressees;
import io.onrecord.stance.Stances;
import io.onrecord.text.Furniture;
import io.onrecord.text.Titles;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where the time of a whole run goes, stage by stage, in processor time of the one thread that does the work, which other programs move
 * little. The network is timed by itself on the very batches that reading makes of the articles, ready beforehand and thrown away after.
 *
 * <p>The stages within {@code Onrecord.read} are called here as it calls them, once more; what {@code read} itself takes stands below them, so that one
 * sees whether they still add up.
 */
public final class Stages {

    private static final int ROUNDS = 5;

    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private enum Stage {
        READING("bytes to article"),
        FIRST("network, the article"),
        FIRST_AROUND("word pieces, windows, scores of the article"),
        SECOND("network, what statements contain"),
        SECOND_AROUND("word pieces, windows, scores of that"),
        ATTRIBUTION("decoding, links, nesting, confidence"),
        STANCE("stance and whom it was told"),
        DATES("dates"),
        FURNITURE("what is no part of the article"),
        SPEAKERS("speakers"),
        DISPUTES("disputes"),
        JSON("JSON");

        private final String what;

        Stage(String what) {
            this.what = what;
        }
    }

    /** Processor nanoseconds of each stage. */
    private final double[] spent = new double[Stage.values().length];

    private final Asked asked;
    private final Encoder encoder;
    private final Calibration calibration;
    private final List<Batch> batches = new ArrayList<>();
    private int articles;
    private boolean keep;
    private double inEncoder;

    /** Windows that went through the network together. */
    private record Batch(List<WindowRow> rows, boolean second) {}

    private Stages(OnnxNetwork network) {
        this.asked = new Asked(network);
        this.encoder = new Timed(new WindowEncoder(asked));
        this.calibration = Calibration.shipped(network.model());
    }

    /** Arguments: a file of articles, and perhaps {@code default} or another model. */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 0) {
            System.err.println("usage: bench/stages FILE [MODEL]");
            System.exit(2);
        }
        List<Path> file = List.of(Path.of(arguments[0]));
        Model model = Model.of(arguments.length > 1 ? arguments[1] : "default");
        try (OnnxNetwork network = model.open();
                Onrecord onrecord =
                        Onrecord.open(Options.DEFAULT.withModel(model).withThreads(1));
                BareSession bare = new BareSession(ModelFile.bytes(model), new BareSession.Shape(0, 0, 1, 1))) {
            Stages stages = new Stages(network);
            List<double[]> rounds = new ArrayList<>();
            List<Double> whole = new ArrayList<>();
            List<double[]> alone = new ArrayList<>();
            for (int round = 0; round <= ROUNDS; round++) {
                stages.keep = round == 0;
                double[] spent = stages.round(file, onrecord);
                double read = readAll(file, onrecord);
                double[] session = stages.alone(bare);
                if (round > 0) {
                    rounds.add(spent);
                    whole.add(read);
                    alone.add(session);
                }
            }
            stages.print(file.get(0), rounds, whole, alone);
        }
    }

    private static double now() {
        return CLOCK.getCurrentThreadCpuTime();
    }

    private <T> T timed(Stage stage, Supplier<T> work) {
        double start = now();
        T result = work.get();
        spent[stage.ordinal()] += now() - start;
        return result;
    }

    private double[] round(List<Path> file, Onrecord onrecord) {
        Arrays.fill(spent, 0);
        articles = 0;
        RecordJson json = new RecordJson(RecordJson.Options.DEFAULT);
        try (Articles all = new ArticleReader().open(Input.files(file), notice -> {})) {
            while (timed(Stage.READING, all::hasNext)) {
                if (timed(Stage.READING, all::next) instanceof Outcome.Kept<Article> kept) {
                    articles++;
                    ArticleRecord record = onrecord.read(kept.value());
                    stages(kept.value(), record);
                    timed(Stage.JSON, () -> json.write(record));
                }
            }
        }
        return spent.clone();
    }

    /** The stages of {@code Onrecord.read}, each by itself. */
    private void stages(Article article, ArticleRecord record) {
        Optional<Text> title = article.metadata()
                .title()
                .filter(words -> !Titles.repeated(words, article.text()))
                .map(Text::line);
        title.ifPresent(line -> find(line, Location.TITLE));
        TokenScores scores = find(article.text(), Location.TEXT);
        ArticleDates dates = timed(Stage.DATES, () -> ArticleDates.of(article));
        List<Statement> unresolved = new ArrayList<>();
        for (Statement statement : record.statements()) {
            Attribution words = statement.attribution();
            String text = words.in() == Location.TEXT
                    ? article.text().value()
                    : title.orElseThrow().value();
            timed(Stage.DATES, () -> dates.of(words));
            timed(Stage.STANCE, () -> Addressees.of(text, words));
            if (!words.cue().isEmpty()) {
                timed(Stage.STANCE, () -> Stances.read(text, words));
            }
            unresolved.add(StepsBenchmark.withoutSpeaker(statement));
        }
        timed(Stage.FURNITURE, () -> Furniture.of(article.text()));
        Speakers.Found found = timed(Stage.SPEAKERS, () -> Speakers.find(article, unresolved, Gaze.of(scores)));
        timed(Stage.DISPUTES, () -> Disputes.find(article, found.speakers(), found.statements()));
    }

    private TokenScores find(Text text, Location in) {
        double start = now();
        inEncoder = 0;
        TokenScores scores = encoder.encode(text);
        Attributions.find(text, in, scores, encoder, Mode.BALANCED, calibration);
        spent[Stage.ATTRIBUTION.ordinal()] += now() - start - inEncoder;
        return scores;
    }

    /** The encoder, timed, with the network's own time left to others. */
    private final class Timed implements Encoder {

        private final Encoder encoder;

        Timed(Encoder encoder) {
            this.encoder = encoder;
        }

        @Override
        public String model() {
            return encoder.model();
        }

        @Override
        public TokenScores encode(Text text) {
            return scores(false, List.of(text)).get(0);
        }

        @Override
        public List<TokenScores> encodeAll(List<Text> texts) {
            return scores(true, texts);
        }

        private List<TokenScores> scores(boolean again, List<Text> texts) {
            asked.second = again;
            asked.spent = 0;
            double start = now();
            List<TokenScores> scores = encoder.encodeAll(texts);
            double all = now() - start;
            inEncoder += all;
            spent[(again ? Stage.SECOND : Stage.FIRST).ordinal()] += asked.spent;
            spent[(again ? Stage.SECOND_AROUND : Stage.FIRST_AROUND).ordinal()] += all - asked.spent;
            return scores;
        }

        @Override
        public void close() {
            encoder.close();
        }
    }

    /** The network, timed; it keeps what it was asked where that is wanted. */
    private final class Asked implements Network {

        private final Network network;
        private boolean second;
        private double spent;

        Asked(Network network) {
            this.network = network;
        }

        @Override
        public List<WindowScores> run(List<WindowRow> rows) {
            if (keep) {
                batches.add(new Batch(rows, second));
            }
            double start = now();
            List<WindowScores> scores = network.run(rows);
            spent += now() - start;
            return scores;
        }

        @Override
        public String model() {
            return network.model();
        }

        @Override
        public List<String> vocabulary() {
            return network.vocabulary();
        }

        @Override
        public int window() {
            return network.window();
        }

        @Override
        public Transitions transitions() {
            return network.transitions();
        }

        @Override
        public Map<String, Double> pronounWeights() {
            return network.pronounWeights();
        }

        @Override
        public void close() {
            network.close();
        }
    }

    private static double readAll(List<Path> file, Onrecord onrecord) {
        RecordJson json = new RecordJson(RecordJson.Options.DEFAULT);
        double start = now();
        try (Articles articles = new ArticleReader().open(Input.files(file), notice -> {})) {
            while (articles.hasNext()) {
                if (articles.next() instanceof Outcome.Kept<Article> kept
                        && json.write(onrecord.read(kept.value())).isEmpty()) {
                    throw new IllegalStateException("no record was written");
                }
            }
        }
        return now() - start;
    }

    private void print(Path file, List<double[]> rounds, List<Double> whole, List<double[]> bare) {
        int[] pieces = new int[2];
        for (Batch batch : batches) {
            pieces[batch.second() ? 1 : 0] +=
                    batch.rows().stream().mapToInt(row -> row.length() - 2).sum();
        }
        System.out.printf(
                Locale.ROOT,
                "%s: %d articles, %d word pieces in windows, %d more (%.1f %%) heard again; one thread, median of %d rounds, Java %s%n",
                file.getFileName(),
                articles,
                pieces[0],
                pieces[1],
                100.0 * pieces[1] / pieces[0],
                rounds.size(),
                System.getProperty("java.version"));
        double all = median(whole);
        double sum = 0;
        for (Stage stage : Stage.values()) {
            double of =
                    median(rounds.stream().map(round -> round[stage.ordinal()]).toList());
            sum += of;
            print(stage.what, of, all);
        }
        print("all of these", sum, all);
        print("whole run", all, all);
        print(
                "the bare session on the same batches, article",
                median(bare.stream().map(pair -> pair[0]).toList()),
                all);
        print(
                "the same, what statements contain",
                median(bare.stream().map(pair -> pair[1]).toList()),
                all);
    }

    private void print(String what, double nanoseconds, double all) {
        System.out.printf(
                Locale.ROOT,
                "  %-50s %8.3f ms an article %6.1f %%%n",
                what,
                nanoseconds / 1e6 / articles,
                100 * nanoseconds / all);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    /** Processor nanoseconds of the bare session on the batches of the first hearing, and of the second. */
    private double[] alone(BareSession session) throws OrtException {
        double[] spent = new double[2];
        for (Batch batch : batches) {
            int rows = batch.rows().size();
            int longest =
                    batch.rows().stream().mapToInt(WindowRow::length).max().orElse(0);
            long[] ids = new long[rows * longest];
            long[] surfaces = new long[rows * longest];
            long[] mask = new long[rows * longest];
            for (int r = 0; r < rows; r++) {
                WindowRow row = batch.rows().get(r);
                for (int i = 0; i < row.length(); i++) {
                    ids[r * longest + i] = row.id(i);
                    surfaces[r * longest + i] = row.surface(i);
                    mask[r * longest + i] = 1;
                }
            }
            double start = now();
            session.run(ids, surfaces, mask, rows, longest);
            spent[batch.second() ? 1 : 0] += now() - start;
        }
        return spent;
    }
}
