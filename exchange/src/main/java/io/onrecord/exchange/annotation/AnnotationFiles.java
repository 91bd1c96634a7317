package io.onrecord.exchange.annotation;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds and reads the files that come back from an annotation tool, one after another in the order of their names. Safe to call from
 * any thread.
 *
 * <p>Limits: 64 MiB a file, also unpacked; ZIP files within a ZIP file, as INCEpTION exports projects, one deep; 100,000
 * entries; 2 GiB of files that are passed over.
 */
public final class AnnotationFiles {

    private static final int MOST_ENTRIES = 100_000;
    /** Of what is passed over; what is read has a bound of its own. */
    private static final long MOST_UNPACKED = 2L << 30;

    private static final String XMI = ".xmi";
    private static final String ZIP = ".zip";

    private AnnotationFiles() {}

    /** A format that comes back. */
    public enum Format {
        /** An {@code .ann} file with its text and the file that says what it is beside it, or a folder of them and subfolders. */
        BRAT,
        /** UIMA XMI: a file, a folder of files and subfolders, or a ZIP file as INCEpTION exports documents and projects. */
        XMI
    }

    /** Takes what is read. */
    public interface Taker {

        /** A file that was read whole. */
        void article(AnnotatedArticle article);

        /** A file of which nothing is taken. */
        void broken(AnnotationFormatException problem);
    }

    /**
     * Reads a file, or all of a folder or ZIP file.
     *
     * @throws AnnotationFormatException if there is none to read
     * @throws IOException if something cannot be read
     */
    public static void read(Path path, Format format, Taker taker) throws IOException {
        int found = format == Format.BRAT ? brat(path, taker) : xmi(path, taker);
        if (found == 0) {
            throw new AnnotationFormatException(
                    path.toString(),
                    0,
                    "has no file whose name ends in " + (format == Format.BRAT ? ".ann" : XMI + " or " + ZIP)
                            + ": name the folder that was exported, or what came back of it");
        }
    }

    private static int brat(Path path, Taker taker) throws IOException {
        List<Path> files = Files.isDirectory(path) ? inside(path, Integer.MAX_VALUE, ".ann") : List.of(path);
        for (Path file : files) {
            try {
                taker.article(BratReader.read(file));
            } catch (AnnotationFormatException e) {
                taker.broken(e);
            }
        }
        return files.size();
    }

    private static List<Path> inside(Path folder, int depth, String... endings) throws IOException {
        try (Stream<Path> all = Files.walk(folder, depth)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> Stream.of(endings).anyMatch(ending -> isNamed(file.toString(), ending)))
                    .sorted()
                    .toList();
        } catch (java.io.UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static boolean isNamed(String name, String ending) {
        return name.toLowerCase(Locale.ROOT).endsWith(ending);
    }

    private static int xmi(Path path, Taker taker) throws IOException {
        List<Path> files = Files.isDirectory(path) ? inside(path, Integer.MAX_VALUE, XMI, ZIP) : List.of(path);
        int found = 0;
        for (Path file : files) {
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
                if (isNamed(file.toString(), ZIP)) {
                    found += zip(file.toString(), in, taker, new Budget(), true);
                } else {
                    one(file.toString(), in, taker);
                    found++;
                }
            }
        }
        return found;
    }

    private static void one(String name, InputStream in, Taker taker) throws IOException {
        try {
            taker.article(XmiReader.read(name, in));
        } catch (AnnotationFormatException e) {
            taker.broken(e);
        }
    }

    private static int zip(String name, InputStream in, Taker taker, Budget budget, boolean outer) throws IOException {
        int found = 0;
        // Closing it would close the file, which others do.
        @SuppressWarnings("resource")
        ZipInputStream zip = new ZipInputStream(in);
        try {
            for (@Nullable ZipEntry entry = next(zip); entry != null; entry = next(zip)) {
                budget.entry(name);
                String inner = name + "!" + Lines.shown(entry.getName());
                if (isNamed(entry.getName(), XMI)) {
                    one(inner, new Open(zip), taker);
                    found++;
                } else if (outer && isNamed(entry.getName(), ZIP)) {
                    found += zip(inner, new Open(zip), taker, budget, false);
                }
                budget.drain(zip, name);
            }
        } catch (ZipException | EOFException e) {
            taker.broken(new AnnotationFormatException(
                    name, 0, "is no ZIP file, or broken: " + Lines.shown(String.valueOf(e.getMessage())), e));
            found++;
        } catch (AnnotationFormatException e) {
            taker.broken(e);
            found++;
        }
        return found;
    }

    private static @Nullable ZipEntry next(ZipInputStream zip) throws IOException {
        try {
            return zip.getNextEntry();
        } catch (IllegalArgumentException e) {
            // The JDK throws this for such a name, and no exception of reading.
            throw (ZipException) new ZipException("the name of a file in it is no UTF-8").initCause(e);
        }
    }

    /** How much of a ZIP file is unpacked at most, ZIP files within it included. */
    private static final class Budget {
        private long bytes = MOST_UNPACKED;
        private int entries = MOST_ENTRIES;
        private final byte[] block = new byte[1 << 16];

        void entry(String name) throws AnnotationFormatException {
            if (--entries < 0) {
                throw new AnnotationFormatException(name, 0, "more than " + MOST_ENTRIES + " files in it");
            }
        }

        /** Passes over the rest of an entry, which ZIP unpacks to know where it ends. */
        void drain(InputStream entry, String name) throws IOException {
            for (int n = entry.read(block); n >= 0; n = entry.read(block)) {
                bytes -= n;
                if (bytes < 0) {
                    throw new AnnotationFormatException(
                            name,
                            0,
                            "unpacks to more than " + (MOST_UNPACKED >> 30)
                                    + " GiB: take out the files that are meant");
                }
            }
        }
    }

    /** Stays open, whoever closes it. */
    private static final class Open extends FilterInputStream {
        Open(InputStream in) {
            super(in);
        }

        @Override
        public void close() {
            // The entries after this one are still to come.
        }
    }
}
