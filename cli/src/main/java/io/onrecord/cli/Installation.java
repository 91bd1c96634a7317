package io.onrecord.cli;

import com.sun.management.OperatingSystemMXBean;
import io.onrecord.Networks;
import io.onrecord.Onrecord;
import io.onrecord.Version;
import io.onrecord.encoder.PairScorer;
import io.onrecord.encoder.SentenceEncoder;
import io.onrecord.model.Article;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Outcome;
import io.onrecord.reading.ArticleReader;
import io.onrecord.reading.Articles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What Onrecord itself needs: Java, memory, a folder for temporary files, the networks, and the libraries that are not Java. */
final class Installation {

    private static final long MEGABYTE = 1L << 20;

    /** What the network and the libraries take beside the heap. */
    private static final long OUTSIDE = 300 * MEGABYTE;

    /** So much is unpacked there by libraries, and then some. */
    private static final long TEMPORARY = 64 * MEGABYTE;

    private static final String PLATFORMS = "Linux and Windows on x86-64, Linux and macOS on ARM64";

    /** A made-up article of two statements, packed by zstd: reading it takes every library but SQLite's. */
    private static final String ARTICLE =
            "KLUv/STZRQUA8gwnH6CrA////7hyEPxkb/9v/y9XvoFEbIvOV4Vh16Rf9xWAEHVfv5blMa4oiVboGF/817NW97P7+WP4KUJ7bPIvw/vXcfa7"
                    + "u5VOlUKfLNmO6GTPd5dr7eWTZQEAAsbPdsV80r/I9o6j7OYQfaUYS29472Z8MjlXPh642nfG61LyZ0/0GF97KeP1WtGnMnxDJr"
                    + "iWbec42xrunEQhkMIIAgDEVeDCuIIUiP9hTg==";

    private static final int STATEMENTS = 2;

    private Installation() {}

    static List<Examining> examinings() {
        return List.of(
                new Examining("onrecord", () -> Finding.good("onrecord", Version.current())),
                new Examining("java", Installation::java),
                new Examining("memory", Installation::memory),
                new Examining("temporary files", Installation::temporary),
                new Examining("networks", Installation::networks),
                new Examining("article", Installation::article),
                new Examining("sentences", Installation::sentences));
    }

    private static Finding java() {
        String found = Runtime.version() + " (" + System.getProperty("java.vendor") + "), "
                + System.getProperty("os.name") + " " + System.getProperty("os.arch");
        boolean wide = List.of("amd64", "x86_64", "aarch64")
                .contains(System.getProperty("os.arch", "").toLowerCase(Locale.ROOT));
        return wide
                ? Finding.good("java", found)
                : Finding.bad(
                        "java",
                        found + ": the libraries for networks are made for " + PLATFORMS,
                        "take a Java for one of these");
    }

    private static Finding memory() {
        long heap = Runtime.getRuntime().maxMemory();
        long machine = ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean bean
                ? bean.getTotalMemorySize()
                : Long.MAX_VALUE;
        String found = "Java may use " + heap / MEGABYTE + " MB"
                + (machine == Long.MAX_VALUE ? "" : " of " + machine / MEGABYTE + " MB that are here");
        if (heap + OUTSIDE > machine) {
            return Finding.warning(
                    "memory",
                    found + "; the networks need some " + OUTSIDE / MEGABYTE + " MB beside that",
                    "let Java use less, such as ONRECORD_JAVA_OPTS=-Xmx" + Math.max(192, (machine - OUTSIDE) / MEGABYTE)
                            + "m");
        }
        return heap < 192 * MEGABYTE
                ? Finding.warning("memory", found, "long articles need more: ONRECORD_JAVA_OPTS=-Xmx512m")
                : Finding.good("memory", found);
    }

    private static Finding temporary() {
        Path folder = Path.of(System.getProperty("java.io.tmpdir", ""));
        try {
            Path tried = Files.createTempFile(folder, "onrecord-doctor", ".tmp");
            Files.delete(tried);
            FileStore disk = Files.getFileStore(folder);
            String found = folder + ", " + disk.getUsableSpace() / MEGABYTE + " MB free";
            return disk.getUsableSpace() < TEMPORARY
                    ? Finding.warning(
                            "temporary files",
                            found,
                            "free some, or name another: ONRECORD_JAVA_OPTS=-Djava.io.tmpdir=FOLDER")
                    : Finding.good("temporary files", found);
        } catch (IOException e) {
            return Finding.bad(
                    "temporary files",
                    "nothing can be written to " + folder + " (" + Reasons.of(e) + ")",
                    "see to its rights, or name another: ONRECORD_JAVA_OPTS=-Djava.io.tmpdir=FOLDER");
        }
    }

    private static Finding networks() {
        List<Networks.Shipped> shipped = Networks.shipped();
        Optional<Networks.Shipped> broken =
                shipped.stream().filter(one -> !one.whole()).findFirst();
        return broken.map(one -> Finding.bad(
                        "networks",
                        one.what() + " is not as it was made (" + one.bytes() + " bytes)",
                        "unpack the archive again, and compare its SHA-256"))
                .orElseGet(() -> Finding.good("networks", shipped.size() + " files, as they were made"));
    }

    private static Finding article() {
        try (Articles articles = new ArticleReader()
                        .open(new ByteArrayInputStream(Base64.getDecoder().decode(ARTICLE)), "doctor", notice -> {});
                Onrecord onrecord = Onrecord.open()) {
            Outcome<Article> outcome = articles.next();
            if (outcome instanceof Outcome.Kept<Article> kept) {
                ArticleRecord record = onrecord.read(kept.value());
                String found = "a made-up one was unpacked (zstd) and read ("
                        + onrecord.producer().model() + ")";
                return record.statements().size() == STATEMENTS
                        ? Finding.good("article", found)
                        : Finding.bad(
                                "article",
                                found + ", and " + record.statements().size() + " statements found instead of "
                                        + STATEMENTS,
                                "please report it, with this machine's processor");
            }
            String why = outcome instanceof Outcome.Skipped<Article> skipped ? skipped.why() : "";
            return Finding.bad("article", "a made-up one could not be read: " + why, "please report it");
        }
    }

    private static Finding sentences() {
        try (SentenceEncoder sentences = Networks.sentences();
                PairScorer pairs = Networks.pairs(Optional.empty())) {
            sentences.encode(List.of("The harbour stays open."));
            return Finding.good(
                    "sentences", "their networks are loaded (" + sentences.model() + "; " + pairs.model() + ")");
        }
    }
}
