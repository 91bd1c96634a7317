package io.onrecord.spark;

import io.onrecord.spark.ReadUnit.Kind;
import io.onrecord.spark.ReadUnit.Piece;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Inputs to units: files and folders of whatever file system Hadoop knows. Folders are read recursively in the order of their names'
 * code points, hidden files (those that begin with {@code .} or {@code _}) left out. Small files are read together; large ones of
 * JSON Lines and Parquet in parts; an archive, however large, as a whole, since its entries can only be had one behind the other.
 */
final class Inputs {

    private static final Comparator<FileStatus> BY_NAME = (a, b) -> Arrays.compare(
            a.getPath().getName().codePoints().toArray(),
            b.getPath().getName().codePoints().toArray());

    /** Files of one unit, however small they are. */
    private static final int MOST_FILES = 256;

    private static final int BUFFER = 1 << 16;

    private final JavaSparkContext spark;
    private final Settings settings;
    private final String readBy;

    /** @param readBy what makes the records: another must read all again */
    Inputs(JavaSparkContext spark, Settings settings, String readBy) {
        this.spark = spark;
        this.settings = settings;
        this.readBy = readBy;
    }

    /** A file that is to be read. */
    private record Found(FileStatus file, String address) {
        boolean isLines() {
            String name = file.getPath().getName().toLowerCase(Locale.ROOT);
            return name.endsWith(".jsonl") || name.endsWith(".ndjson");
        }

        boolean isParquet() {
            return file.getPath().getName().toLowerCase(Locale.ROOT).endsWith(".parquet");
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
                FileStatus status = files.getFileStatus(path);
                add(files, status, input.endsWith("/") ? input.substring(0, input.length() - 1) : input, found);
            } catch (FileNotFoundException e) {
                throw new ClusterException(Said.shown(input) + ": no such file or folder", e);
            } catch (IOException | IllegalArgumentException e) {
                throw new ClusterException(Said.shown(input) + ": cannot be listed: " + Said.why(e), e);
            }
        }
        return units(found);
    }

    private static void add(FileSystem files, FileStatus status, String address, List<Found> found) throws IOException {
        if (!status.isDirectory()) {
            found.add(new Found(status, address));
            return;
        }
        FileStatus[] inside = files.listStatus(status.getPath());
        Arrays.sort(inside, BY_NAME);
        for (FileStatus one : inside) {
            String name = one.getPath().getName();
            if (!name.startsWith(".") && !name.startsWith("_")) {
                add(files, one, address + "/" + name, found);
            }
        }
    }

    private List<ReadUnit> units(List<Found> found) {
        List<ReadUnit> units = new ArrayList<>();
        List<Piece> together = new ArrayList<>();
        List<Found> of = new ArrayList<>();
        long size = 0;
        for (Found one : found) {
            List<Piece> pieces = pieces(one);
            boolean apart = pieces.size() > 1 || one.file.getLen() >= settings.unitBytes();
            if (!together.isEmpty()
                    && (apart || size + one.file.getLen() > settings.unitBytes() || together.size() >= MOST_FILES)) {
                units.add(unit(units.size(), together, of));
                together.clear();
                of.clear();
                size = 0;
            }
            if (apart) {
                pieces.forEach(piece -> units.add(unit(units.size(), List.of(piece), List.of(one))));
            } else {
                together.addAll(pieces);
                of.add(one);
                size += one.file.getLen();
            }
        }
        if (!together.isEmpty()) {
            units.add(unit(units.size(), together, of));
        }
        return units;
    }

    private ReadUnit unit(int number, List<Piece> pieces, List<Found> of) {
        StringBuilder words = new StringBuilder(readBy);
        pieces.forEach(piece -> words.append('\n').append(piece));
        of.forEach(
                one -> words.append('\n').append(one.file.getLen()).append(' ').append(one.file.getModificationTime()));
        return new ReadUnit(number, digest(words.toString()), List.copyOf(pieces));
    }

    static String digest(String words) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(words.getBytes(StandardCharsets.UTF_8)), 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private List<Piece> pieces(Found one) {
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
        if (one.isLines() && length > settings.unitBytes() && !isWide(one.file.getPath())) {
            return lines(one);
        }
        return List.of(new Piece(Kind.FILE, path, one.address, 0, length, 1, true));
    }

    /** Whether a file begins with a mark of UTF-16 or UTF-32, in which a byte is no sign. */
    private boolean isWide(Path path) {
        try (InputStream in = path.getFileSystem(spark.hadoopConfiguration()).open(path)) {
            byte[] head = in.readNBytes(4);
            return head.length >= 2
                    && (head[0] == (byte) 0xFE && head[1] == (byte) 0xFF
                            || head[0] == (byte) 0xFF && head[1] == (byte) 0xFE
                            || head[0] == 0 && head[1] == 0);
        } catch (IOException e) {
            throw new ClusterException(Said.shown(path.toString()) + ": cannot be read: " + Said.why(e), e);
        }
    }

    /** Line feeds in a stretch of bytes, and where the first of them is; -1 where there is none. */
    private record Counted(long from, long to, long feeds, long first) implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    /** The lines of a large file in parts, each of whole lines, with the numbers that its lines have in the file. */
    private List<Piece> lines(Found one) {
        String path = one.file.getPath().toString();
        long length = one.file.getLen();
        List<Long> starts = new ArrayList<>();
        for (long from = 0; from < length; from += settings.unitBytes()) {
            starts.add(from);
        }
        long step = settings.unitBytes();
        HadoopSettings hadoop = HadoopSettings.of(spark.hadoopConfiguration());
        List<Counted> counted = spark.parallelize(starts, starts.size())
                .map(from -> count(hadoop.configuration(), path, from, Math.min(length, from + step)))
                .collect();
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

    private static Counted count(Configuration hadoop, String file, long from, long to) throws IOException {
        Path path = new Path(file);
        try (FSDataInputStream in = path.getFileSystem(hadoop).open(path)) {
            in.seek(from);
            byte[] buffer = new byte[BUFFER];
            long at = from;
            long feeds = 0;
            long first = -1;
            while (at < to) {
                int read = in.read(buffer, 0, (int) Math.min(BUFFER, to - at));
                if (read < 0) {
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
            return new Counted(from, to, feeds, first);
        }
    }
}
