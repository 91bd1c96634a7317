package io.onrecord.bench;

import io.onrecord.claims.ClaimSummary;
import io.onrecord.memory.Claiming;
import io.onrecord.memory.ProgressListener;
import io.onrecord.store.ClaimQuery;
import io.onrecord.store.ClaimWork;
import io.onrecord.store.Meant;
import io.onrecord.store.Pending;
import io.onrecord.store.Store;
import io.onrecord.testkit.ClaimNews;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What claims cost as a store grows: how long an update takes for an article that came, how many pairs are compared a statement,
 * how many links are kept, how many bytes a statement the tables take, and how long the list of claims takes. The articles are made up
 * ({@link ClaimNews}): like news, or dense, as an upper bound. Vectors are made of their words beforehand: how
 * long a network takes is another's cost.
 */
public final class ClaimCost {

    private static final int STATEMENTS = 25;
    private static final int SINGLE = 50;

    private static final Pattern OF_CLAIMS =
            Pattern.compile("claim.*|proposition.*|story.*|signature.*|origin.*|copy_link");

    private ClaimCost() {}

    /**
     * Arguments: perhaps {@code --dense}, perhaps how many statements, and perhaps an address; without one, a file that goes
     * afterwards.
     */
    public static void main(String[] all) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(all));
        boolean dense = arguments.remove("--dense");
        int most = arguments.isEmpty() ? 100_000 : Integer.parseInt(arguments.get(0));
        // Four articles of an event on average.
        int events = Math.max(10, most / STATEMENTS / 4);
        ClaimNews news = dense ? new ClaimNews(1, events, STATEMENTS) : ClaimNews.likeNews(1, events, STATEMENTS);
        Path folder = Files.createTempDirectory(Path.of(System.getProperty("bench.folder", ".")), "claims");
        Path file = folder.resolve("onrecord.db");
        try {
            measure(arguments.size() > 1 ? arguments.get(1) : file.toString(), file, most, news);
        } finally {
            for (String name : List.of("onrecord.db", "onrecord.db-wal", "onrecord.db-shm")) {
                Files.deleteIfExists(folder.resolve(name));
            }
            Files.delete(folder);
        }
    }

    private static void measure(String address, Path file, int most, ClaimNews news) throws IOException {
        System.out.printf(
                Locale.ROOT,
                "Java %s, %d cores; articles of %d statements%n",
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors(),
                STATEMENTS);
        try (Store store = Store.open(address)) {
            int done = 0;
            for (int to = most; to >= 2000; to /= 10) {
                done = to;
            }
            int from = 0;
            for (int to = done; to <= most; to *= 10) {
                from = grow(store, file, news, from, to / STATEMENTS);
            }
        }
    }

    /** Puts articles and brings claims up to date: first all together, then some one by one. */
    private static int grow(Store store, Path file, ClaimNews news, int from, int to) throws IOException {
        int together = Math.max(from, to - SINGLE);
        for (int number = from; number < together; number++) {
            store.put(news.record(number));
        }
        vectors(store);
        long cpu = processor();
        long before = store.counts().statements();
        long start = System.nanoTime();
        ClaimWork work = Claiming.byWords().run(store, ProgressListener.NONE);
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%d statements, %d articles together: %.1f ms an article (%.1f of the processor),"
                        + " %.0f comparisons and %.1f of them links a statement%n",
                before,
                together - from,
                1000 * seconds / Math.max(1, together - from),
                (processor() - cpu) / 1e6 / Math.max(1, together - from),
                (double) work.candidates() / Math.max(1, work.articles() * STATEMENTS),
                (double) work.links() / Math.max(1, work.articles() * STATEMENTS));
        if (Files.exists(file)) {
            bytes(file, before);
        }
        double[] each = new double[to - together];
        double[] busy = new double[to - together];
        for (int number = together; number < to; number++) {
            store.put(news.record(number));
            vectors(store);
            cpu = processor();
            start = System.nanoTime();
            Claiming.byWords().run(store, ProgressListener.NONE);
            each[number - together] = (System.nanoTime() - start) / 1e6;
            busy[number - together] = (processor() - cpu) / 1e6;
        }
        Arrays.sort(each);
        Arrays.sort(busy);
        System.out.printf(
                Locale.ROOT,
                "  one article more: p50 %.0f ms, p95 %.0f ms, most %.0f ms; of the processor p50 %.0f ms, p95 %.0f ms%n",
                each[each.length / 2],
                each[each.length * 95 / 100],
                each[each.length - 1],
                busy[busy.length / 2],
                busy[busy.length * 95 / 100]);
        start = System.nanoTime();
        List<ClaimSummary> first = store.claims(ClaimQuery.all(20));
        double list = (System.nanoTime() - start) / 1e6;
        start = System.nanoTime();
        boolean done = Claiming.byWords().isDone(store);
        System.out.printf(
                Locale.ROOT,
                "  the first %d claims: %.0f ms (of the first %d statements); nothing to do (%s): %.2f ms%n",
                first.size(),
                list,
                first.get(0).statements(),
                done,
                (System.nanoTime() - start) / 1e6);
        return to;
    }

    private static void vectors(Store store) {
        List<Pending> waiting = store.pendingVectors(0, 100);
        while (!waiting.isEmpty()) {
            store.putVectors(
                    "bag of words",
                    waiting.stream()
                            .map(one -> new Meant(
                                    one,
                                    one.contents().stream()
                                            .map(ClaimNews::meaning)
                                            .toList()))
                            .toList());
            waiting = store.pendingVectors(0, 100);
        }
    }

    /** Nanoseconds of this thread, which does all the work: they say the same on a machine that does much else. */
    private static long processor() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** What tables take, with their indexes, and how many links are kept. */
    private static void bytes(Path file, long statements) {
        Map<String, Long> tables = new LinkedHashMap<>();
        long links;
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement query = connection.createStatement()) {
            try (ResultSet rows = query.executeQuery("SELECT COALESCE(s.tbl_name, d.name), sum(d.pgsize) AS bytes"
                    + " FROM dbstat('main', 1) d LEFT JOIN sqlite_schema s ON s.name = d.name GROUP BY 1"
                    + " ORDER BY bytes DESC")) {
                while (rows.next()) {
                    tables.put(rows.getString(1), rows.getLong(2));
                }
            }
            try (ResultSet rows = query.executeQuery("SELECT count(*) FROM claim_link")) {
                rows.next();
                links = rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the tables of " + file + " cannot be measured", e);
        }
        long all = tables.values().stream().mapToLong(Long::longValue).sum();
        tables.keySet().removeIf(name -> !OF_CLAIMS.matcher(name).matches());
        long ofClaims = tables.values().stream().mapToLong(Long::longValue).sum();
        System.out.printf(
                Locale.ROOT,
                "  %.1f links kept a statement; %.0f bytes a statement without the search index, of them %.0f for claims:",
                (double) links / statements,
                (double) all / statements,
                (double) ofClaims / statements);
        tables.forEach((name, bytes) -> {
            if (bytes >= statements) {
                System.out.printf(Locale.ROOT, " %s %.0f", name, (double) bytes / statements);
            }
        });
        System.out.println();
    }
}
