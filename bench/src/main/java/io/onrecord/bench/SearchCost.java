package io.onrecord.bench;

import io.onrecord.encoder.ByteVector;
import io.onrecord.encoder.SentenceEncoder;
import io.onrecord.encoder.SentenceVector;
import io.onrecord.encoder.onnx.OnnxSentences;
import io.onrecord.exchange.export.ExportFilter;
import io.onrecord.memory.Answers;
import io.onrecord.memory.Choice;
import io.onrecord.memory.Finding;
import io.onrecord.memory.IndexFolder;
import io.onrecord.memory.People;
import io.onrecord.memory.ProgressListener;
import io.onrecord.memory.Question;
import io.onrecord.memory.Search;
import io.onrecord.model.Resolution;
import io.onrecord.model.SpeakerKind;
import io.onrecord.model.Stance;
import io.onrecord.model.Statement;
import io.onrecord.search.Order;
import io.onrecord.search.Words;
import io.onrecord.speakers.Appearance;
import io.onrecord.speakers.Identity;
import io.onrecord.store.Meant;
import io.onrecord.store.Pending;
import io.onrecord.store.Selection;
import io.onrecord.store.Somebody;
import io.onrecord.store.Store;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What finding statements costs as a store grows: time of a question with and without a name, time until a new article can be found,
 * bytes a statement. The store is made by seed and stays, so that a run that was stopped goes on, and a later one asks again.
 */
public final class SearchCost {

    private static final int QUESTIONS = 1000;
    private static final int HITS = 20;
    private static final String MODEL = "perturbed sha256:0011223344556677";

    private final Store store;
    private final Path file;
    private final RealVectors vectors;
    private final int asked;

    private SearchCost(Store store, Path file, RealVectors vectors, int asked) {
        this.store = store;
        this.file = file;
        this.vectors = vectors;
        this.asked = asked;
    }

    /**
     * Arguments: how many statements, a folder of texts whose sentences give the vectors, how many questions of each kind; all with
     * defaults.
     */
    public static void main(String[] arguments) throws IOException {
        int statements = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        Path texts = Path.of(arguments.length > 1 ? arguments[1] : "../shared/data/polnear");
        int questions = arguments.length > 2 ? Integer.parseInt(arguments[2]) : QUESTIONS;
        Path folder = Files.createDirectories(Path.of(System.getProperty("bench.folder", ".")));
        Path file = folder.resolve("search.db");
        System.out.printf(
                Locale.ROOT,
                "Java %s, %d cores, heap of %d MB, %d questions of each kind%n",
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() >> 20,
                questions);
        RealVectors vectors = RealVectors.of(texts, folder);
        try (Store store = Store.open(file.toString())) {
            for (int size = Math.min(10_000, statements); size <= statements; size *= 10) {
                if (store.counts().statements() <= size) {
                    System.out.printf(Locale.ROOT, "%n%,d statements%n", size);
                    new SearchCost(store, file, vectors, questions).measure(size);
                }
            }
        }
    }

    private void measure(int statements) throws IOException {
        fill(statements / ScaledNews.STATEMENTS);
        meanings();
        identities();
        try (Search search =
                Search.open(store, IndexFolder.of(store), new Perturbed(OnnxSentences.openDefault(), vectors))) {
            long start = System.nanoTime();
            long articles = search.follow(false, ProgressListener.NONE);
            System.out.printf(Locale.ROOT, "index: %,d articles taken in, in %.1f s%n", articles, millis(start) / 1000);
            sizes(search.statements());
            questions(search);
            oneMore(search, statements / ScaledNews.STATEMENTS);
        }
    }

    private void fill(int articles) {
        long from = store.counts().articles();
        double[] each = new double[(int) Math.max(0, articles - from)];
        double[] worked = new double[each.length];
        for (long i = from; i < articles; i++) {
            var record = ScaledNews.of(i);
            long start = System.nanoTime();
            long processor = processor();
            store.put(record);
            worked[(int) (i - from)] = (processor() - processor) / 1e6;
            each[(int) (i - from)] = millis(start);
        }
        if (each.length > 0) {
            System.out.println("from the finished record to its row on the disk: " + spread(each)
                    + "; of the processor " + spread(worked));
        }
    }

    private void meanings() {
        long waiting = store.awaitVectors(MODEL);
        long start = System.nanoTime();
        List<Pending> lot = store.pendingVectors(0, 40);
        while (!lot.isEmpty()) {
            List<Meant> made = new ArrayList<>();
            for (Pending pending : lot) {
                List<ByteVector> all = new ArrayList<>();
                for (int i = 0; i < pending.contents().size(); i++) {
                    all.add(vectors.at(pending.article() * 64L + i));
                }
                made.add(new Meant(pending, all));
            }
            store.putVectors(MODEL, made);
            lot = store.pendingVectors(lot.get(lot.size() - 1).article(), 40);
        }
        if (waiting > 0) {
            System.out.printf(Locale.ROOT, "vectors: %,d made up and kept, in %.1f s%n", waiting, millis(start) / 1000);
        }
    }

    /** Whoever has one name is one. */
    private void identities() {
        Map<String, List<Identity.Member>> members = new LinkedHashMap<>();
        for (Appearance one : store.appearances()) {
            members.computeIfAbsent(one.speaker().name(), name -> new ArrayList<>())
                    .add(new Identity.Member(one.articleId(), one.speaker().id()));
        }
        List<Identity> all = new ArrayList<>();
        members.forEach((name, whose) -> all.add(new Identity(
                String.format(Locale.ROOT, "%032x", all.size() + 1),
                name,
                SpeakerKind.PERSON,
                List.of(name.substring(name.indexOf(' ') + 1)),
                Map.of(),
                whose)));
        store.putIdentities(all);
    }

    private void sizes(long statements) throws IOException {
        long database = size(file) + size(file.resolveSibling(file.getFileName() + "-wal"));
        long index = 0;
        try (Stream<Path> files = Files.list(IndexFolder.of(store))) {
            for (Path one : files.toList()) {
                index += Files.size(one);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "bytes a statement: %.0f of the file, %.0f of the index%n",
                (double) database / statements,
                (double) index / statements);
    }

    private static long size(Path path) throws IOException {
        return Files.exists(path) ? Files.size(path) : 0;
    }

    private void questions(Search search) {
        People people = new People(store);
        Kind words = i -> new Question(Optional.empty(), about(i), true, ExportFilter.ALL);
        Kind named = i -> new Question(who(people, i), about(i), true, ExportFilter.ALL);
        Kind busiest = i -> new Question(who(people, i % 5), about(i), true, ExportFilter.ALL);
        Kind wordsAlone = i -> new Question(Optional.empty(), about(i), false, ExportFilter.ALL);
        Kind latest = i -> new Question(who(people, i), Words.NONE, false, ExportFilter.ALL);
        Kind filtered = i -> new Question(Optional.empty(), about(i), true, filter(i));
        ask("warming", search, words);
        ask("words and meaning", search, words);
        ask("the same with a name", search, named);
        ask("the same with one of the five busiest names", search, busiest);
        ask("the same with stance and outlet", search, filtered);
        ask("words alone", search, wordsAlone);
        ask("a name alone, the latest first", search, latest);
        facets(search);
    }

    /** The same with counts of all that is found, by speaker, stance, form, outlet, day and origin. */
    private void facets(Search search) {
        Question all = new Question(Optional.empty(), Words.NONE, false, ExportFilter.ALL);
        explore("warming", search, i -> choice(new Question(Optional.empty(), about(i), true, ExportFilter.ALL), i));
        explore(
                "facets: words and meaning",
                search,
                i -> new Choice(
                        new Question(Optional.empty(), about(i), true, ExportFilter.ALL),
                        Set.of(),
                        Optional.empty(),
                        Order.BEST));
        explore(
                "facets: the same, stance, outlet and speaker chosen",
                search,
                i -> choice(new Question(Optional.empty(), about(i), true, filter(i)), i));
        explore(
                "facets: words alone",
                search,
                i -> new Choice(
                        new Question(Optional.empty(), about(i), false, ExportFilter.ALL),
                        Set.of(),
                        Optional.empty(),
                        Order.CONFIDENCE));
        explore(
                "facets: everything, the latest first",
                search,
                i -> new Choice(all, Set.of(), Optional.empty(), Order.NEWEST));
        explore(
                "facets: everything, row 9,980 on",
                search,
                i -> new Choice(all, Set.of(), Optional.empty(), Order.NEWEST),
                9_980);
    }

    private Choice choice(Question question, int i) {
        return new Choice(
                question,
                Set.of(String.format(Locale.ROOT, "%032x", 1 + i % ScaledNews.PEOPLE)),
                Optional.of(i % 2 == 0),
                Order.BEST);
    }

    private interface Choosing {
        Choice of(int number);
    }

    private void explore(String what, Search search, Choosing choosing) {
        explore(what, search, choosing, 0);
    }

    private void explore(String what, Search search, Choosing choosing, int from) {
        double[] each = new double[asked];
        double[] worked = new double[asked];
        long total = 0;
        for (int i = 0; i < asked; i++) {
            long start = System.nanoTime();
            long processor = processor();
            Finding found = search.explore(choosing.of(i), from, HITS);
            worked[i] = (processor() - processor) / 1e6;
            each[i] = millis(start);
            total += found.total();
        }
        System.out.printf(
                Locale.ROOT,
                "%-55s %s; of the processor %s; %,d found%n",
                what,
                spread(each),
                spread(worked),
                total / asked);
    }

    private static Words about(int i) {
        return Words.of(ScaledNews.question(i));
    }

    /** Ranks by the law that made them: some busy, most not. */
    private static Optional<List<Somebody>> who(People people, int i) {
        return Optional.of(people.called(ScaledNews.name(i < 5 ? i : i * 37 % ScaledNews.PEOPLE)));
    }

    private static ExportFilter filter(int i) {
        return new ExportFilter(
                Optional.empty(),
                Optional.empty(),
                List.of("Outlet " + i % 40),
                List.of(),
                Set.of(Stance.values()[i % Stance.values().length]),
                Set.of(),
                0,
                Set.of());
    }

    private interface Kind {
        Question of(int number);
    }

    private void ask(String what, Search search, Kind kind) {
        double[] each = new double[asked];
        double[] worked = new double[asked];
        long hits = 0;
        for (int i = 0; i < asked; i++) {
            long start = System.nanoTime();
            long processor = processor();
            Answers answers = search.find(kind.of(i), 0, HITS);
            worked[i] = (processor() - processor) / 1e6;
            each[i] = millis(start);
            hits += answers.list().size();
        }
        System.out.printf(
                Locale.ROOT,
                "%-45s %s; of the processor %s; %.1f hits%n",
                what,
                spread(each),
                spread(worked),
                (double) hits / asked);
    }

    /** Nanoseconds of the processor that this thread took: what else runs on the machine counts little. */
    private static long processor() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Until a new article is found, and until one is forgotten. */
    private void oneMore(Search search, int article) {
        var record = ScaledNews.of(article + 1_000_000L);
        long start = System.nanoTime();
        store.put(record);
        double put = millis(start);
        meanings();
        start = System.nanoTime();
        search.follow(false, ProgressListener.NONE);
        double followed = millis(start);
        Statement first = record.statements().get(0);
        Answers found = search.find(
                new Question(
                        Optional.empty(),
                        Words.of(first.attribution()
                                .content()
                                .get(0)
                                .of(record.article().text().value())),
                        false,
                        ExportFilter.ALL),
                0,
                1);
        if (found.list().isEmpty() || !found.list().get(0).statement().id().equals(first.id())) {
            throw new IllegalStateException("the new statement is not found: "
                    + (first.speaker() instanceof Resolution.Resolved one ? one.name() : ""));
        }
        System.out.printf(Locale.ROOT, "one more article: put %.1f ms, in the index after %.0f ms%n", put, followed);
        start = System.nanoTime();
        store.forget(new Selection.Address(record.article().address()));
        double gone = millis(start);
        start = System.nanoTime();
        search.follow(false, ProgressListener.NONE);
        System.out.printf(
                Locale.ROOT,
                "it is forgotten: by the file after %.0f ms, by every byte of the index after %.1f s%n",
                gone,
                millis(start) / 1000);
    }

    private static String spread(double[] each) {
        double[] sorted = each.clone();
        Arrays.sort(sorted);
        return String.format(
                Locale.ROOT,
                "p50 %.1f ms, p95 %.1f ms, most %.0f ms",
                sorted[sorted.length / 2],
                sorted[sorted.length * 95 / 100],
                sorted[sorted.length - 1]);
    }

    private static double millis(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    /** Takes the time of the real network, and gives a vector near those that are kept. */
    private record Perturbed(SentenceEncoder network, RealVectors vectors) implements SentenceEncoder {

        @Override
        public String model() {
            return MODEL;
        }

        @Override
        public int dimension() {
            return network.dimension();
        }

        @Override
        public List<SentenceVector> encode(List<String> texts) {
            List<SentenceVector> made = new ArrayList<>();
            for (int i = 0; i < network.encode(texts).size(); i++) {
                ByteVector bytes = vectors.at(-1 - (long) texts.get(i).hashCode());
                float[] values = new float[bytes.dimension()];
                for (int j = 0; j < values.length; j++) {
                    values[j] = bytes.at(j);
                }
                made.add(SentenceVector.of(values));
            }
            return made;
        }

        @Override
        public void close() {
            network.close();
        }
    }
}
