package io.onrecord.bench;

import io.onrecord.model.Article;
import io.onrecord.store.Store;
import io.onrecord.store.StoreException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * What pages of the desk take: the server in a process of its own, with the launcher's heap and collector, asked over the loopback. First
 * each kind of page alone, by one reader; then all kinds by many readers at once while articles are added: with the pauses of people, and
 * without any, which shows the most that the machine gives. The load takes processor time of the same machine, so that of the server is
 * printed beside the clock.
 */
public final class DeskLoad {

    private static final int ALONE = 200;
    private static final int WARMING = 400;
    private static final int SECONDS = 60;
    private static final int PATHS = 5000;
    private static final long PAUSE_MILLIS = 3000;
    private static final long ADD_MILLIS = 2000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Kinds of pages, and how often each is asked for. */
    private enum Kind {
        START(1),
        SEARCH(4),
        ARTICLE(4),
        SPEAKER(3),
        CLAIM(3);

        private final int share;

        Kind(int share) {
            this.share = share;
        }

        String path(DeskStore store, Random random) {
            return switch (this) {
                case START -> "";
                case SEARCH ->
                    "search?q=" + URLEncoder.encode(store.words(random), StandardCharsets.UTF_8)
                            + (random.nextInt(3) == 0 ? "&stance=denies" : "");
                case ARTICLE -> "articles/" + store.article(random);
                case SPEAKER -> "speakers/" + store.speaker(random);
                case CLAIM -> "claims/" + store.claim(random);
            };
        }
    }

    private final Asked asked;
    private final DeskStore store;
    private final Path file;
    private final Process server;
    private final String address;
    private final List<Kind> kinds = new ArrayList<>();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            // As browsers do: a speaker or a claim may have gone into another one.
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final AtomicInteger added = new AtomicInteger();
    private final AtomicInteger busy = new AtomicInteger();

    private DeskLoad(Asked asked, DeskStore store, Path file, Process server, String address) {
        this.asked = asked;
        this.store = store;
        this.file = file;
        this.server = server;
        this.address = address;
    }

    /**
     * What is measured.
     *
     * @param statements how many are on record
     * @param readers how many read at once
     * @param reading whether articles that are added are read by the desk, not only kept
     * @param wrk whether that program asks for the pages, too
     * @param seconds how long everybody reads
     */
    private record Asked(int statements, int readers, boolean reading, boolean wrk, int seconds) {

        static Asked of(String[] arguments) {
            List<String> numbers = new ArrayList<>();
            boolean reading = false;
            boolean wrk = false;
            int seconds = SECONDS;
            for (String argument : arguments) {
                if (argument.equals("--read")) {
                    reading = true;
                } else if (argument.equals("--wrk")) {
                    wrk = true;
                } else if (argument.startsWith("--seconds=")) {
                    seconds = Math.max(1, Integer.parseInt(argument.substring("--seconds=".length())));
                } else {
                    numbers.add(argument);
                }
            }
            return new Asked(
                    numbers.isEmpty() ? 100_000 : Math.max(1000, Integer.parseInt(numbers.get(0))),
                    numbers.size() > 1 ? Math.max(1, Integer.parseInt(numbers.get(1))) : 50,
                    reading,
                    wrk,
                    seconds);
        }
    }

    /** Arguments: how many statements, how many readers, both with defaults; and the options of {@link Asked}. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Asked asked = Asked.of(arguments);
        int statements = asked.statements();
        int readers = asked.readers();
        Path folder = Files.createDirectories(Path.of(System.getProperty("bench.folder", ".")));
        Path made = folder.resolve("desk-" + statements + ".db");
        System.out.printf(
                Locale.ROOT,
                "%,d statements, %d readers; Java %s, %d cores%n",
                statements,
                readers,
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors());
        DeskStore store = DeskStore.make(made, statements);
        Path work = Files.createDirectories(folder.resolve("desk-work"));
        Path file = copy(made, work);
        Process server = start(file);
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
            String address = out.readLine();
            if (address == null) {
                throw new IOException("the desk did not start; what it says stands above");
            }
            new DeskLoad(asked, store, file, server, address).measure(readers);
        } finally {
            server.getOutputStream().close();
            server.waitFor();
            delete(work);
        }
    }

    /** What is added must not be there at the next run. */
    private static Path copy(Path made, Path work) throws IOException {
        delete(work);
        Files.createDirectories(work);
        Path folder = Objects.requireNonNull(made.toAbsolutePath().getParent());
        String name = made.getFileName().toString();
        try (var files = Files.walk(folder)) {
            for (Path from : files.filter(Files::isRegularFile).toList()) {
                String relative = folder.relativize(from).toString();
                if (relative.startsWith(name)) {
                    Path to = work.resolve(relative);
                    Files.createDirectories(Objects.requireNonNull(to.getParent()));
                    Files.copy(from, to);
                }
            }
        }
        return work.resolve(name);
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (Path path : files.sorted((a, b) -> b.getNameCount() - a.getNameCount())
                        .toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static Process start(Path file) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "@" + System.getProperty("bench.options"),
                        "-cp",
                        System.getProperty("java.class.path", "."),
                        DeskServed.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private void measure(int readers) throws IOException, InterruptedException {
        for (Kind kind : Kind.values()) {
            Answer answer = ask(kind, new Random(0));
            if (answer.status == 200) {
                kinds.add(kind);
            } else {
                System.out.printf(Locale.ROOT, "%s: left out, status %d%n", kind, answer.status);
            }
        }
        System.out.println("one reader, one kind of page at a time:");
        for (Kind kind : kinds) {
            alone(kind);
        }
        together(readers, PAUSE_MILLIS);
        together(readers, 0);
        if (asked.wrk()) {
            List<String> paths = paths();
            for (long pause : List.of(PAUSE_MILLIS, 0L)) {
                Thread writer = new Thread(() -> add(end()));
                writer.start();
                System.out.println(
                        DeskTool.run(file.resolveSibling("wrk"), address, paths, readers, pause, asked.seconds()));
                writer.join();
            }
        }
    }

    private long end() {
        return System.nanoTime() + Duration.ofSeconds(asked.seconds()).toNanos();
    }

    /** Pages in the shares in which they are asked for. */
    private List<String> paths() {
        Random random = new Random(11);
        List<String> paths = new ArrayList<>();
        for (int i = 0; i < PATHS; i++) {
            paths.add("/" + choose(random).path(store, random));
        }
        return paths;
    }

    private void alone(Kind kind) throws IOException, InterruptedException {
        Random random = new Random(7);
        for (int i = 0; i < WARMING; i++) {
            ask(kind, random);
        }
        Samples samples = new Samples();
        long cpu = processor();
        for (int i = 0; i < ALONE; i++) {
            samples.add(ask(kind, random));
        }
        System.out.printf(
                Locale.ROOT,
                "  %-8s %s; of the processor %.1f ms a request%n",
                kind,
                samples,
                (processor() - cpu) / 1e6 / ALONE);
    }

    private void together(int readers, long pause) throws InterruptedException {
        Map<Kind, Samples> all = new EnumMap<>(Kind.class);
        kinds.forEach(kind -> all.put(kind, new Samples()));
        long end = end();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < readers; i++) {
            // Numbers that follow one another as seeds give nearly the same first number: all would come at the same
            // moment.
            Random random = new Random(new SplittableRandom(1000L + i + pause).nextLong());
            threads.add(new Thread(() -> read(all, random, pause, end)));
        }
        int before = added.get();
        int busyBefore = busy.get();
        threads.add(new Thread(() -> add(end)));
        long cpu = processor();
        long start = System.nanoTime();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        double worked = (processor() - cpu) / 1e9;
        int requests = all.values().stream().mapToInt(Samples::count).sum();
        System.out.printf(
                Locale.ROOT,
                "%d readers at once, %s, while %d articles were %s (%d more were put off, the store being busy): %.0f pages a second; the server took %.0f %% of a core,"
                        + " %.1f ms of the processor a page with all that it did beside; load of the machine %s%n",
                readers,
                pause == 0 ? "without a pause" : "who look at a page for " + pause / 1000 + " s on average",
                added.get() - before,
                asked.reading() ? "read by the desk" : "added",
                busy.get() - busyBefore,
                requests / seconds,
                100 * worked / seconds,
                1000 * worked / Math.max(1, requests),
                load());
        all.forEach((kind, samples) -> System.out.printf(Locale.ROOT, "  %-8s %s%n", kind, samples));
        System.out.printf(Locale.ROOT, "  memory of the server: %s%n", memory());
    }

    private void read(Map<Kind, Samples> all, Random random, long pause, long end) {
        try {
            while (System.nanoTime() < end) {
                if (pause > 0) {
                    Thread.sleep((long) (-Math.log(1 - random.nextDouble()) * pause));
                }
                Kind kind = choose(random);
                Answer answer = ask(kind, random);
                Objects.requireNonNull(all.get(kind)).add(answer);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Kind choose(Random random) {
        int sum = kinds.stream().mapToInt(kind -> kind.share).sum();
        int left = random.nextInt(sum);
        for (Kind kind : kinds) {
            left -= kind.share;
            if (left < 0) {
                return kind;
            }
        }
        throw new IllegalStateException("shares do not add up");
    }

    private void add(long end) {
        if (asked.reading()) {
            send(end);
        } else {
            put(end);
        }
    }

    /** As a program does that has the desk read: its network runs beside the readers. */
    private void send(long end) {
        try {
            while (System.nanoTime() < end) {
                Article article = store.more(added.get()).article();
                String json = "{\"text\":" + quoted(article.text().value()) + ",\"title\":"
                        + quoted(article.metadata().title().orElse("")) + ",\"address\":" + quoted(article.address())
                        + "}";
                HttpRequest request = HttpRequest.newBuilder(URI.create(address + "api/v1/articles"))
                        .header("Content-Type", "application/json")
                        .timeout(PATIENCE)
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build();
                int status;
                try {
                    status = client.send(request, BodyHandlers.discarding()).statusCode();
                } catch (IOException e) {
                    status = 0;
                }
                (status / 100 == 2 ? added : busy).incrementAndGet();
                Thread.sleep(ADD_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String quoted(String words) {
        StringBuilder out = new StringBuilder("\"");
        words.chars().forEach(c -> {
            if (c < ' ' || c == '"' || c == '\\') {
                out.append(String.format(Locale.ROOT, "\\u%04x", c));
            } else {
                out.append((char) c);
            }
        });
        return out.append('"').toString();
    }

    /** As a command beside the desk does; the desk works out what goes over articles. */
    private void put(long end) {
        try (Store other = Store.open(file.toString())) {
            while (System.nanoTime() < end) {
                try {
                    other.put(store.more(added.get()));
                    added.incrementAndGet();
                } catch (StoreException e) {
                    if (e.reason() != StoreException.Reason.BUSY) {
                        throw e;
                    }
                    // Whoever adds tries again.
                    busy.incrementAndGet();
                }
                Thread.sleep(ADD_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @param moved whether another address was asked in the end, as the first said */
    private record Answer(int status, long nanos, int bytes, boolean moved) {}

    private Answer ask(Kind kind, Random random) throws InterruptedException {
        URI page = URI.create(address + kind.path(store, random));
        HttpRequest request = HttpRequest.newBuilder(page)
                .header("Accept-Encoding", "gzip")
                .timeout(PATIENCE)
                .build();
        long start = System.nanoTime();
        try {
            HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
            boolean moved = !response.uri().equals(page);
            return new Answer(response.statusCode(), System.nanoTime() - start, response.body().length, moved);
        } catch (IOException e) {
            return new Answer(0, System.nanoTime() - start, 0, false);
        }
    }

    /** Answers of one kind. Safe to share between threads. */
    private static final class Samples {

        private final List<Answer> all = new ArrayList<>();

        synchronized void add(Answer answer) {
            all.add(answer);
        }

        synchronized int count() {
            return all.size();
        }

        @Override
        public synchronized String toString() {
            double[] millis =
                    all.stream().mapToDouble(each -> each.nanos / 1e6).sorted().toArray();
            if (millis.length == 0) {
                return "none";
            }
            Map<Integer, Long> others = all.stream()
                    .filter(each -> each.status != 200)
                    .collect(Collectors.groupingBy(each -> each.status, TreeMap::new, Collectors.counting()));
            double bytes = all.stream().mapToInt(Answer::bytes).average().orElse(0);
            return String.format(
                    Locale.ROOT,
                    "p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, most %.0f ms; %d pages of %.1f KB, %d of them at another address by then; other than 200: %s",
                    millis[millis.length / 2],
                    millis[millis.length * 95 / 100],
                    millis[millis.length * 99 / 100],
                    millis[millis.length - 1],
                    millis.length,
                    bytes / 1024,
                    all.stream().filter(Answer::moved).count(),
                    others.isEmpty() ? "none" : others);
        }
    }

    /** Nanoseconds of the processor that the server took so far. */
    private long processor() {
        return server.info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
    }

    private String memory() {
        try {
            StringBuilder out = new StringBuilder();
            for (String line : Files.readAllLines(Path.of("/proc", String.valueOf(server.pid()), "status"))) {
                if (line.startsWith("VmRSS:") || line.startsWith("VmHWM:")) {
                    long megabytes = Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024;
                    out.append(out.isEmpty() ? "" : ", ")
                            .append(megabytes)
                            .append(line.startsWith("VmRSS:") ? " MB now" : " MB at most");
                }
            }
            return out.toString();
        } catch (IOException e) {
            return "not known here";
        }
    }

    private static String load() {
        try {
            String all = Files.readString(Path.of("/proc/loadavg"));
            return all.substring(0, all.indexOf(' '));
        } catch (IOException e) {
            return "not known";
        }
    }
}
