package io.onrecord.bench;

import io.onrecord.model.Outcome;
import io.onrecord.reading.page.Page;
import io.onrecord.reading.page.PageReader;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * How many web pages a second the article is found in: from bytes in memory to text and metadata, nothing else. Beside the rate by
 * the clock stands the one by the time that the threads had a processor, which others on the machine do not slow down.
 */
public final class Pages {

    private static final int ROUNDS = 7;

    /** The Java compiler needs some pages to warm up. */
    private static final int WARM_UP = 5;

    private Pages() {}

    /** Arguments: a folder with pages anywhere in it, and perhaps the number of threads. */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 0) {
            System.err.println("usage: bench/pages FOLDER [THREADS]");
            System.exit(2);
        }
        int threads = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2;
        List<byte[]> pages = pages(Path.of(arguments[0]));
        long bytes = pages.stream().mapToLong(page -> page.length).sum();
        System.out.printf(
                Locale.ROOT,
                "%d pages, %.1f MB; %d threads, Java %s%n",
                pages.size(),
                bytes / 1e6,
                threads,
                System.getProperty("java.version"));
        for (int round = 0; round < WARM_UP; round++) {
            seconds(pages, threads);
        }
        List<Double> byClock = new ArrayList<>();
        List<Double> byProcessor = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            Spent spent = seconds(pages, threads);
            byClock.add(pages.size() / spent.clock());
            byProcessor.add(pages.size() * threads / spent.processor());
        }
        print("pages a second", byClock);
        print("pages a second, if the threads never had to wait for a processor", byProcessor);
    }

    private static void print(String what, List<Double> rates) {
        List<Double> sorted = rates.stream().sorted().toList();
        System.out.printf(
                Locale.ROOT,
                "%s: median %.0f (min %.0f, max %.0f)%n",
                what,
                sorted.get(sorted.size() / 2),
                sorted.get(0),
                sorted.get(sorted.size() - 1));
    }

    /** Seconds of one round, by the clock and by the processors, all threads together. */
    private record Spent(double clock, double processor) {}

    private static Spent seconds(List<byte[]> pages, int threads) throws Exception {
        PageReader reader = new PageReader();
        AtomicInteger next = new AtomicInteger();
        AtomicInteger found = new AtomicInteger();
        AtomicLong processor = new AtomicLong();
        ThreadMXBean times = ManagementFactory.getThreadMXBean();
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        long start = System.nanoTime();
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            running.add(workers.submit(() -> {
                for (int page = next.getAndIncrement(); page < pages.size(); page = next.getAndIncrement()) {
                    if (reader.page(pages.get(page), Optional.empty(), "page " + page) instanceof Outcome.Kept<Page>) {
                        found.incrementAndGet();
                    }
                }
                processor.addAndGet(times.getCurrentThreadCpuTime());
            }));
        }
        for (Future<?> one : running) {
            one.get();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        workers.shutdown();
        if (found.get() == 0) {
            throw new IllegalStateException("no article was found in any page");
        }
        return new Spent(seconds, processor.get() / 1e9);
    }

    private static List<byte[]> pages(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(file -> file.toString().matches(".*\\.html?(?:\\.gz)?"))
                    .sorted()
                    .toList();
        }
        List<byte[]> pages = new ArrayList<>();
        for (Path file : files) {
            try (InputStream raw = Files.newInputStream(file);
                    InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
                pages.add(in.readAllBytes());
            }
        }
        if (pages.isEmpty()) {
            throw new IllegalStateException(folder + " has no pages (*.html, *.html.gz) in it");
        }
        return pages;
    }
}
