package io.onrecord.bench;

import io.onrecord.Onrecord;
import io.onrecord.Options;
import io.onrecord.Records;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Outcome;
import io.onrecord.reading.ArticleReader;
import io.onrecord.reading.Articles;
import io.onrecord.reading.item.Item;
import io.onrecord.reading.item.Known;
import io.onrecord.server.Server;
import io.onrecord.server.ServerOptions;
import io.onrecord.store.Selection;
import io.onrecord.store.Store;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Hours of work in one process: made-up pages are read into a store, the oldest are forgotten so that it stays of one size, the desk keeps its
 * index after it and is searched and leafed through all the while. Each minute the heap after a collection and the resident memory are
 * written down; where either grows from the second third of the time to the last, it ends with 1.
 */
public final class Soak {

    /** Articles that are kept. */
    private static final int WINDOW = 200;

    private static final long READ_MILLIS = 500;
    private static final long ASK_MILLIS = 700;

    /** The desk is told of what was read beside it when it is sent an article itself. */
    private static final int SENT = 20;

    /** What may be between two thirds and mean nothing: caches of the database, code that was compiled. */
    private static final double NOISE = 1.08;

    private static final double NOISE_MIB = 6;
    private static final int LEAST_MINUTES = 6;

    private static final List<String> PATHS = List.of(
            "",
            "search?q=harbour",
            "search?q=%22price+of+bread%22&sort=newest",
            "articles",
            "speakers",
            "claims",
            "review",
            "search.json?q=ferry",
            "search?q=Oldin&stance=denies",
            "metrics");

    private final Path folder;
    private final AtomicInteger read = new AtomicInteger();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private volatile boolean over;

    private Soak(Path folder) {
        this.folder = folder;
    }

    /** What was measured at the end of a minute, in MiB. */
    private record Minute(double heap, double resident) {}

    /** Argument: how many minutes. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int minutes = Math.max(LEAST_MINUTES, arguments.length > 0 ? Integer.parseInt(arguments[0]) : 60);
        Path folder = Files.createTempDirectory("onrecord-soak");
        List<Minute> measured = new Soak(folder).run(minutes);
        boolean heap = constant(measured.stream().map(Minute::heap).toList(), "heap after a collection");
        boolean resident = constant(measured.stream().map(Minute::resident).toList(), "resident memory");
        System.exit(heap && resident ? 0 : 1);
    }

    private List<Minute> run(int minutes) throws IOException, InterruptedException {
        String address = folder.resolve("onrecord.db").toString();
        List<Minute> measured = new ArrayList<>();
        try (Store store = Store.open(address);
                Onrecord engine = Onrecord.open(Options.DEFAULT.withThreads(1));
                Server server = Server.start(ServerOptions.local(address).withPort(0), this::fault)) {
            Thread reader = started("reader", () -> reading(store, engine, server.address()));
            Thread visitor = started("visitor", () -> visiting(server.address()));
            System.out.println("minute,heap MiB,resident MiB,articles read,pages shown,statements kept");
            for (int minute = 1; minute <= minutes && failure.get() == null; minute++) {
                Thread.sleep(Duration.ofMinutes(1).toMillis());
                measured.add(measured());
                Minute last = measured.get(measured.size() - 1);
                System.out.printf(
                        Locale.ROOT,
                        "%d,%.1f,%.1f,%d,%d,%d%n",
                        minute,
                        last.heap(),
                        last.resident(),
                        read.get(),
                        asked.get(),
                        store.counts().statements());
            }
            over = true;
            reader.join();
            visitor.join();
        }
        if (failure.get() != null) {
            throw new IllegalStateException("it did not last", failure.get());
        }
        return measured;
    }

    private void fault(String line) {
        failure.compareAndSet(null, new IllegalStateException("the desk said: " + line));
    }

    /** Something that is done until the time is over, or something fails. */
    private interface Work {
        void once(int turn) throws IOException, InterruptedException;
    }

    private interface Loop {
        void run() throws IOException, InterruptedException;
    }

    private Thread started(String name, Loop loop) {
        Thread thread = new Thread(
                () -> {
                    try {
                        loop.run();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    } catch (IOException | RuntimeException | Error e) {
                        failure.compareAndSet(null, e);
                    }
                },
                name);
        thread.start();
        return thread;
    }

    private void forAsLong(long pause, Work work) throws IOException, InterruptedException {
        for (int turn = 0; !over && failure.get() == null; turn++) {
            work.once(turn);
            Thread.sleep(pause);
        }
    }

    private void reading(Store store, Onrecord engine, String desk) throws IOException, InterruptedException {
        ArticleReader reader = new ArticleReader();
        Deque<String> kept = new ArrayDeque<>();
        HttpClient client = HttpClient.newHttpClient();
        forAsLong(READ_MILLIS, turn -> {
            String address = "https://courier.example/" + turn;
            byte[] page =
                    new NewsPages(new Random(turn)).html(StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
            Item item = new Item(address, Known.named("a.html"), new ByteArrayInputStream(page));
            try (Articles articles = reader.open(item, notice -> {});
                    Records records = engine.readAll(articles)) {
                while (records.hasNext()) {
                    if (records.next() instanceof Outcome.Kept<ArticleRecord> record) {
                        store.put(record.value());
                        kept.add(record.value().article().address());
                        read.incrementAndGet();
                    }
                }
            }
            while (kept.size() > WINDOW) {
                store.forget(new Selection.Address(kept.remove()));
            }
            if (turn % SENT == 0) {
                String sent = "https://sent.example/" + turn;
                send(client, desk, sent);
                kept.add(sent);
            }
        });
    }

    private static void send(HttpClient client, String desk, String address) throws IOException, InterruptedException {
        String body = "{\"address\":\"" + address + "\",\"text\":\"Mara Oldin said on Thursday that quay "
                + address.hashCode() + " would be closed for repairs, which Ilan Serrat denied in the evening.\"}";
        HttpResponse<Void> response = client.send(
                HttpRequest.newBuilder(URI.create(desk + "api/v1/articles"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.discarding());
        if (response.statusCode() >= 300) {
            throw new IOException("an article was not taken: status " + response.statusCode());
        }
    }

    private void visiting(String desk) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        forAsLong(ASK_MILLIS, turn -> {
            String path = PATHS.get(turn % PATHS.size());
            HttpResponse<Void> response =
                    client.send(HttpRequest.newBuilder(URI.create(desk + path)).build(), BodyHandlers.discarding());
            if (response.statusCode() >= 500) {
                throw new IOException("/" + path + " was answered with " + response.statusCode());
            }
            asked.incrementAndGet();
        });
    }

    /** A collection is asked for twice: what the first finds to be finished, the second frees. */
    private static Minute measured() throws IOException {
        System.gc();
        System.gc();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        double resident = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
                .findFirst()
                .orElseThrow(() -> new IOException("no VmRSS in /proc/self/status: this runs on Linux"));
        return new Minute(heap / 1024.0 / 1024.0, resident);
    }

    /** The first third warms up; of the others the medians are compared. */
    private static boolean constant(List<Double> values, String what) {
        int third = values.size() / 3;
        double before = median(values.subList(third, 2 * third));
        double after = median(values.subList(2 * third, values.size()));
        boolean constant = after <= Math.max(before * NOISE, before + NOISE_MIB);
        System.out.printf(
                Locale.ROOT,
                "%s: %.1f MiB in the second third of the time, %.1f MiB in the last: %s%n",
                what,
                before,
                after,
                constant ? "constant" : "it grows");
        return constant;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
