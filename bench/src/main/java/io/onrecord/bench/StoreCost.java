package io.onrecord.bench;

import io.onrecord.model.ArticleRecord;
import io.onrecord.store.Put;
import io.onrecord.store.Store;
import io.onrecord.store.StoredRecords;
import io.onrecord.testkit.NewsRecords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What keeping records costs: from a finished record of 25 statements to its row on the disk, bytes a statement in the file, puts
 * a second from one thread and from several, and reading all back. Printed as the store grows, since that is what may cost more.
 */
public final class StoreCost {

    private static final int STATEMENTS = 25;

    private StoreCost() {}

    /** Arguments: perhaps how many articles, and perhaps an address; without one, a file that goes afterwards. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int articles = arguments.length > 0 ? Math.max(100, Integer.parseInt(arguments[0])) : 4000;
        Path folder = Files.createTempDirectory(Path.of(System.getProperty("bench.folder", ".")), "store");
        Path file = folder.resolve("onrecord.db");
        try {
            measure(arguments.length > 1 ? arguments[1] : file.toString(), file, articles);
        } finally {
            for (String name : List.of("onrecord.db", "onrecord.db-wal", "onrecord.db-shm")) {
                Files.deleteIfExists(folder.resolve(name));
            }
            Files.delete(folder);
        }
    }

    private static void measure(String address, Path file, int articles) throws IOException, InterruptedException {
        System.out.printf(
                Locale.ROOT,
                "%d articles of %d statements; Java %s, %d cores%n",
                articles,
                STATEMENTS,
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors());
        long opening = System.nanoTime();
        try (Store store = Store.open(address)) {
            print("opened, with making the tables, ms", millis(opening));
            int from = 0;
            for (int to : List.of(articles / 100, articles / 10, articles)) {
                put(store, from, to);
                from = to;
                if (Files.exists(file)) {
                    System.out.printf(
                            Locale.ROOT,
                            "  %d statements, %.0f bytes each (file and log)%n",
                            store.counts().statements(),
                            (double) bytes(file) / store.counts().statements());
                }
            }
            again(store, Math.min(articles, 500));
            threads(store, articles, 4);
            read(store);
        }
        opening = System.nanoTime();
        try (Store store = Store.open(address)) {
            print("opened again, ms", millis(opening));
            if (Files.exists(file)) {
                System.out.printf(
                        Locale.ROOT,
                        "%.0f bytes a statement (file, closed)%n",
                        (double) bytes(file) / store.counts().statements());
            }
        }
    }

    private static void put(Store store, int from, int to) {
        double[] each = new double[to - from];
        double sum = 0;
        for (int i = from; i < to; i++) {
            ArticleRecord record = NewsRecords.of(i, STATEMENTS);
            long start = System.nanoTime();
            if (store.put(record) != Put.NEW) {
                throw new IllegalStateException("the store held record " + i + " before: name an empty one");
            }
            each[i - from] = millis(start);
            sum += each[i - from];
        }
        Arrays.sort(each);
        System.out.printf(
                Locale.ROOT,
                "articles %d to %d: p50 %.2f ms, p95 %.2f ms, most %.1f ms, %.0f puts a second%n",
                from,
                to,
                each[each.length / 2],
                each[each.length * 95 / 100],
                each[each.length - 1],
                1000 * each.length / sum);
    }

    /** Putting what is there. */
    private static void again(Store store, int count) {
        List<ArticleRecord> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            records.add(NewsRecords.of(i, STATEMENTS));
        }
        long start = System.nanoTime();
        for (ArticleRecord record : records) {
            if (store.put(record) != Put.UNCHANGED) {
                throw new IllegalStateException("a record changed by itself");
            }
        }
        System.out.printf(Locale.ROOT, "the same again: %.2f ms each%n", millis(start) / count);
    }

    private static void threads(Store store, int from, int threads) throws InterruptedException {
        int each = 100;
        List<Thread> all = new ArrayList<>();
        long start = System.nanoTime();
        for (int thread = 0; thread < threads; thread++) {
            int first = from + thread * each;
            all.add(new Thread(() -> {
                for (int i = first; i < first + each; i++) {
                    store.put(NewsRecords.of(i, STATEMENTS));
                }
            }));
        }
        all.forEach(Thread::start);
        for (Thread thread : all) {
            thread.join();
        }
        System.out.printf(
                Locale.ROOT, "%d threads: %.0f puts a second%n", threads, 1000.0 * threads * each / millis(start));
    }

    private static void read(Store store) {
        long start = System.nanoTime();
        int count = 0;
        StoredRecords records = store.records();
        while (records.hasNext()) {
            records.next();
            count++;
        }
        System.out.printf(Locale.ROOT, "read back: %.0f records a second%n", 1000.0 * count / millis(start));
    }

    private static long bytes(Path file) throws IOException {
        Path log = file.resolveSibling(file.getFileName() + "-wal");
        return Files.size(file) + (Files.exists(log) ? Files.size(log) : 0);
    }

    private static double millis(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    private static void print(String what, double value) {
        System.out.printf(Locale.ROOT, "%s: %.1f%n", what, value);
    }
}
