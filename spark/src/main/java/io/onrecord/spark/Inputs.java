package io.onrecord.spark;

import io.onrecord.reading.ArticleReader;
import io.onrecord.spark.ReadUnit.Kind;
import io.onrecord.spark.ReadUnit.Piece;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Inputs to units: files and folders of whatever file system Hadoop knows. Folders are read recursively in the order of their names'
 * code points; left out are hidden files (those that begin with {@code .} or {@code _}), files that one process would not read in a
 * folder, and the folder of the tables. Small files are read together; large ones of
 * JSON Lines and Parquet in parts; an archive, however large, as a whole, since its entries can only be had one behind the other.
 */
final class Inputs {

    private static final Comparator<FileStatus> BY_NAME = (a, b) -> Arrays.compare(
            a.getPath().getName().codePoints().toArray(),
            b.getPath().getName().codePoints().toArray());

    private static final String PARQUET = ".parquet";

    /** Files of one unit, however small they are. */
    private static final int MOST_FILES = 256;

    private static final int BUFFER = 1 << 16;

    /** Counting is quick: of many terabytes a task has many stretches. */
    private static final int MOST_TASKS = 20_000;

    private final JavaSparkContext spark;
    private final Settings settings;
    private final String readBy;

    /** @param readBy what makes the records: another must read all again */
    Inputs(JavaSparkContext spark, Settings settings, String readBy) {
        this.spark = spark;
        this.settings = settings;
        this.readBy = readBy;
    }

    /** A file that is to be read; it lies in a folder that was named, or was named itself. */
    private record Found(FileStatus file, String address) {
        boolean isLines() {
            String name = file.getPath().getName().toLowerCase(Locale.ROOT);
            return name.endsWith(".jsonl") || name.endsWith(".ndjson");
        }

        boolean isParquet() {
            return file.getPath().getName().toLowerCase(Locale.ROOT).endsWith(PARQUET);
        }
    }

    /**
     * All units, in the order of the inputs.
     *
     * @throws ClusterException if an input is missing or cannot be listed
     */
    List<ReadUnit> units() {
        List<Found> found = new ArrayList<>();
        for (String input : settings.inputs()) {
            try {
                Path path = new Path(input);
                FileSystem files = path.getFileSystem(spark.hadoopConfiguration());
                String address = input.endsWith("/") ? input.substring(0, input.length() - 1) : input;
                new Walk(files, output(), new LinkedHashSet<>()).add(files.getFileStatus(path), address, found, true);
            } catch (FileNotFoundException e) {
                boolean pattern = input.contains("*") || input.contains("?") || input.contains("{");
                throw new ClusterException(
                        Said.shown(input)
                                + (pattern ? ": patterns are not expanded, name the folder; as it stands" : "")
                                + ": no such file or folder",
                        e);
            } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
                throw new ClusterException(Said.shown(input) + ": cannot be listed: " + Said.why(e), e);
            }
        }
        return units(found);
    }

    /** Where this run itself writes: never an input, wherever it lies. */
    private Path output() throws IOException {
        Path path = new Path(settings.output());
        return path.getFileSystem(spark.hadoopConfiguration()).makeQualified(path);
    }

    /**
     * Goes through one input, as one process goes through a folder.
     *
     * @param seen folders of this machine, the only ones with links that can lead around; the input's own first
     */
    private record Walk(FileSystem files, Path output, Set<java.nio.file.Path> seen) {

        void add(FileStatus status, String address, List<Found> found, boolean named) throws IOException {
            if (!status.isDirectory()) {
                if (status.getLen() < 0) {
                    throw new IOException("its size is not known: copy it to where folders can be listed");
                }
                if (named || isRead(status)) {
                    found.add(new Found(status, address));
                }
                return;
            }
            if (status.getPath().equals(output) || isSeen(status)) {
                return;
            }
            FileStatus[] inside = files.listStatus(status.getPath());
            Arrays.sort(inside, BY_NAME);
            for (FileStatus one : inside) {
                String name = one.getPath().getName();
                if (!name.startsWith(".") && !name.startsWith("_")) {
                    add(one, address + "/" + name, found, false);
                }
            }
        }

        /** Each folder is read once, however many links lead to it, those around the input never. */
        private boolean isSeen(FileStatus folder) throws IOException {
            if (!"file".equals(folder.getPath().toUri().getScheme())) {
                return false;
            }
            java.nio.file.Path real =
                    java.nio.file.Path.of(folder.getPath().toUri()).toRealPath();
            boolean around = seen.stream().limit(1).anyMatch(input -> input.startsWith(real));
            return around || !seen.add(real);
        }

        private boolean isRead(FileStatus file) {
            String name = file.getPath().getName();
            return name.toLowerCase(Locale.ROOT).endsWith(PARQUET)
                    || ArticleReader.isReadInFolders(name, () -> head(file.getPath()));
        }

        private byte[] head(Path path) {
            try (InputStream in = files.open(path)) {
                return in.readNBytes(ArticleReader.HEAD);
            } catch (IOException e) {
                throw new UncheckedIOException(path + ": " + e.getMessage(), e);
            }
        }
    }

    private List<ReadUnit> units(List<Found> found) {
        Map<String, List<Counted>> counted = counted(found);
        List<ReadUnit> units = new ArrayList<>();
        List<Piece> together = new ArrayList<>();
        List<Found> of = new ArrayList<>();
        long size = 0;
        for (Found one : found) {
            List<Piece> pieces = pieces(one, counted);
            boolean apart = pieces.size() > 1 || one.file.getLen() >= settings.unitBytes();
            if (!together.isEmpty()
                    && (apart || size + one.file.getLen() > settings.unitBytes() || together.size() >= MOST_FILES)) {
                units.add(unit(together, of));
                together.clear();
                of.clear();
                size = 0;
            }
            if (apart) {
                pieces.forEach(piece -> units.add(unit(List.of(piece), List.of(one))));
            } else {
                together.addAll(pieces);
                of.add(one);
                size += one.file.getLen();
            }
        }
        if (!together.isEmpty()) {
            units.add(unit(together, of));
        }
        // A file that was named twice is read once.
        Set<String> ids = new HashSet<>();
        return units.stream().filter(unit -> ids.add(unit.id())).toList();
    }

    private ReadUnit unit(List<Piece> pieces, List<Found> of) {
        StringBuilder words = new StringBuilder(readBy);
        pieces.forEach(piece -> words.append('\n').append(piece));
        of.forEach(
                one -> words.append('\n').append(one.file.getLen()).append(' ').append(one.file.getModificationTime()));
        return new ReadUnit(digest(words.toString()), List.copyOf(pieces));
    }

    static String digest(String words) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(words.getBytes(StandardCharsets.UTF_8)), 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private List<Piece> pieces(Found one, Map<String, List<Counted>> counted) {
        String path = one.file.getPath().toString();
        long length = one.file.getLen();
        if (one.isParquet()) {
            List<Piece> pieces = new ArrayList<>();
            for (long from = 0; from < Math.max(1, length); from += settings.unitBytes()) {
                long to = Math.min(length, from + settings.unitBytes());
                pieces.add(new Piece(Kind.PARQUET, path, one.address, from, to, 1, to - from == length));
            }
            return pieces;
        }
        List<Counted> parts = counted.getOrDefault(path, List.of());
        return parts.isEmpty() || !parts.get(0).lines
                ? List.of(new Piece(Kind.FILE, path, one.address, 0, length, 1, true))
                : lines(one, parts);
    }

    /** A stretch of the bytes of a file. */
    private record Part(String path, long from, long to) {}

    /**
     * What is in it.
     *
     * @param from first byte
     * @param feeds line feeds
     * @param first where the first of them is; -1 where there is none
     * @param lines whether the file may be cut at line feeds, which its first bytes tell; true where the stretch begins behind them
     */
    private record Counted(long from, long feeds, long first, boolean lines) {}

    /** The stretches of all large files of JSON Lines, by one job however many files there are; in the order of the files. */
    private Map<String, List<Counted>> counted(List<Found> found) {
        List<byte[]> parts = new ArrayList<>();
        List<String> paths = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (Found one : found) {
            long length = one.file.getLen();
            String path = one.file.getPath().toString();
            if (one.isLines() && length > settings.unitBytes() && known.add(path)) {
                for (long from = 0; from < length; from += settings.unitBytes()) {
                    parts.add(Codec.write(new Part(path, from, Math.min(length, from + settings.unitBytes()))));
                    paths.add(path);
                }
            }
        }
        Map<String, List<Counted>> counted = new HashMap<>();
        if (!parts.isEmpty()) {
            HadoopSettings hadoop = HadoopSettings.of(spark.hadoopConfiguration());
            spark.sc().setJobDescription("counting lines of " + known.size() + " files");
            Iterator<String> of = paths.iterator();
            List<byte[]> counts = ClusterRun.done(() -> spark.parallelize(parts, Math.min(parts.size(), MOST_TASKS))
                    .map(part -> Codec.write(count(hadoop.configuration(), Codec.read(part, Part.class))))
                    .collect());
            counts.forEach(bytes -> counted.computeIfAbsent(of.next(), path -> new ArrayList<>())
                    .add(Codec.read(bytes, Counted.class)));
        }
        return counted;
    }

    /** The lines of a large file in parts, each of whole lines, with the numbers that its lines have in the file. */
    private static List<Piece> lines(Found one, List<Counted> counted) {
        String path = one.file.getPath().toString();
        long length = one.file.getLen();
        List<Piece> pieces = new ArrayList<>();
        long start = 0;
        long line = 1;
        long feeds = 0;
        for (Counted part : counted) {
            if (part.from > 0 && part.first >= 0 && part.first + 1 < length) {
                pieces.add(new Piece(Kind.LINES, path, one.address, start, part.first + 1, line, false));
                start = part.first + 1;
                line = feeds + 2;
            }
            feeds += part.feeds;
        }
        pieces.add(new Piece(Kind.LINES, path, one.address, start, length, line, start == 0));
        return pieces;
    }

    private static Counted count(Configuration hadoop, Part part) {
        Path path = new Path(part.path);
        try (FSDataInputStream in = path.getFileSystem(hadoop).open(path)) {
            boolean lines = part.from > 0 || isLines(path.getName(), in.readNBytes(ArticleReader.HEAD));
            in.seek(part.from);
            byte[] buffer = new byte[BUFFER];
            long at = part.from;
            long feeds = 0;
            long first = -1;
            while (lines && at < part.to) {
                int read = in.readNBytes(buffer, 0, (int) Math.min(BUFFER, part.to - at));
                if (read == 0) {
                    break;
                }
                for (int i = 0; i < read; i++) {
                    if (buffer[i] == '\n') {
                        feeds++;
                        first = first < 0 ? at + i : first;
                    }
                }
                at += read;
            }
            return new Counted(part.from, feeds, first, lines);
        } catch (IOException e) {
            throw new ClusterException("counting lines of " + Said.shown(part.path) + ": " + Said.why(e), e);
        }
    }

    /** As one process decides, once a file. In UTF-16 and UTF-32, which have a mark before them, a byte is no sign. */
    private static boolean isLines(String name, byte[] head) {
        boolean wide = head.length >= 2
                && (head[0] == (byte) 0xFE && head[1] == (byte) 0xFF
                        || head[0] == (byte) 0xFF && head[1] == (byte) 0xFE
                        || head[0] == 0 && head[1] == 0);
        return !wide && ArticleReader.isReadByLines(name, head);
    }
}
