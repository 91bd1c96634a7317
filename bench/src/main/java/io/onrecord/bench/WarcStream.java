package io.onrecord.bench;

import io.onrecord.model.Article;
import io.onrecord.model.Outcome;
import io.onrecord.reading.ArticleReader;
import io.onrecord.reading.Articles;
import io.onrecord.reading.Input;
import io.onrecord.reading.archive.ArchiveKind;
import io.onrecord.reading.archive.ArchiveLimits;
import io.onrecord.reading.archive.Archives;
import io.onrecord.reading.archive.Entries;
import io.onrecord.reading.item.Item;
import io.onrecord.reading.item.Known;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/**
 * Streams a generated crawl and says how fast that was and how much of the heap it took. The file is written to a temporary
 * folder first and deleted at the end.
 */
public final class WarcStream {

    private static final long SEED = 20240516;
    private static final double MB = 1e6;

    private WarcStream() {}

    /** Arguments: the size of the records before gzip, such as 1G or 200M; and a file, to write the crawl there and do no more. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 1 || arguments.length > 2 || !arguments[0].matches("[1-9][0-9]{0,5}[MG]")) {
            System.err.println(
                    "usage: bench/warc SIZE [FILE], such as 1G or 200M (of the records before gzip); with FILE the crawl is only written there");
            System.exit(2);
        }
        long unit = arguments[0].endsWith("G") ? 1_000_000_000 : 1_000_000;
        long size = Long.parseLong(arguments[0].substring(0, arguments[0].length() - 1)) * unit;
        if (arguments.length == 2) {
            System.out.println(new NewsCrawl(SEED).write(Path.of(arguments[1]), size));
            return;
        }
        Path folder = Files.createTempDirectory("onrecord-warc");
        Path file = folder.resolve("crawl.warc.gz");
        try {
            NewsCrawl.Written written = new NewsCrawl(SEED).write(file, size);
            System.out.printf(
                    Locale.ROOT,
                    "%.0f MB of records (%.0f MB as .warc.gz), %d records, %d pages; seed %d; Java %s, heap of at most %d MB%n",
                    written.bytes() / MB,
                    written.packed() / MB,
                    written.records(),
                    written.pages(),
                    SEED,
                    System.getProperty("java.version"),
                    Runtime.getRuntime().maxMemory() >> 20);
            System.out.printf(
                    Locale.ROOT,
                    "gunzip alone: %.0f MB a second of one core%n",
                    written.bytes() / MB / gunzip(file, written));
            measure("payloads", file, written, WarcStream::payloads);
            measure("articles", file, written, WarcStream::articles);
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        }
    }

    /** Seconds of one core that the JDK takes for unpacking alone, which is the least that reading can take. */
    private static double gunzip(Path file, NewsCrawl.Written written) throws IOException {
        long start = cpu();
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file), 1 << 16)) {
            long bytes = in.transferTo(OutputStream.nullOutputStream());
            if (bytes != written.bytes()) {
                throw new IllegalStateException(bytes + " bytes were unpacked of " + written.bytes());
            }
        }
        return (cpu() - start) / 1e9;
    }

    /** Reads a file and says how many pages it found, calling the other after each. */
    @FunctionalInterface
    private interface Pass {
        long over(Path file, Runnable each) throws IOException;
    }

    /** The archive alone: each payload is read to its end, as every reader of pages does at least. */
    private static long payloads(Path file, Runnable each) throws IOException {
        long pages = 0;
        try (Entries entries = new Archives(ArchiveLimits.DEFAULT)
                .open(ArchiveKind.WARC, file, "crawl.warc.gz", Known.named("crawl.warc.gz"))) {
            for (Outcome<Item> next = entries.next(); next != null; next = entries.next()) {
                if (!(next instanceof Outcome.Kept<Item> kept)) {
                    throw new IllegalStateException("skipped: " + next);
                }
                kept.value().bytes().transferTo(OutputStream.nullOutputStream());
                pages++;
                each.run();
            }
        }
        return pages;
    }

    /** All that is done before the network: the article in each page, what the page says of it, language and credits. */
    private static long articles(Path file, Runnable each) {
        long pages = 0;
        try (Articles articles = new ArticleReader().open(Input.files(List.of(file)), notice -> {})) {
            while (articles.hasNext()) {
                Outcome<Article> next = articles.next();
                if (!(next instanceof Outcome.Kept)) {
                    throw new IllegalStateException("skipped: " + next);
                }
                pages++;
                each.run();
            }
        }
        return pages;
    }

    private static void measure(String what, Path file, NewsCrawl.Written written, Pass pass) throws IOException {
        List<MemoryPoolMXBean> heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
        System.gc();
        heap.forEach(MemoryPoolMXBean::resetPeakUsage);
        long start = System.nanoTime();
        long cpu = cpu();
        long[] live = {0};
        long pages = pass.over(file, () -> live[0] = Math.max(live[0], live(heap)));
        double seconds = (System.nanoTime() - start) / 1e9;
        double cpuSeconds = (cpu() - cpu) / 1e9;
        if (pages != written.pages()) {
            throw new IllegalStateException(pages + " pages were read of " + written.pages());
        }
        long peak =
                heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        System.out.printf(
                Locale.ROOT,
                "%s: %.1f s, %.0f MB and %.0f pages a second (%.1f s of one core: %.0f pages a second);"
                        + " heap: %d MB at its peak, %d MB after a collection%n",
                what,
                seconds,
                written.bytes() / MB / seconds,
                pages / seconds,
                cpuSeconds,
                pages / cpuSeconds,
                peak >> 20,
                live[0] >> 20);
    }

    /** What this thread had of a core, in nanoseconds: on a busy machine the one figure that says something. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** What the last collection left over, in all parts of the heap. */
    private static long live(List<MemoryPoolMXBean> heap) {
        return heap.stream()
                .map(MemoryPoolMXBean::getCollectionUsage)
                .filter(Objects::nonNull)
                .mapToLong(MemoryUsage::getUsed)
                .sum();
    }
}
