package io.onrecord.reading;

import io.onrecord.reading.item.PassedOver;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The files of a folder that are to be read, depth first, by the code points of their names; holds the names of no more
 * than the folders it is in.
 */
final class Walk {

    /** By code points: the same order on every system and in every locale. */
    private static final Comparator<Path> BY_NAME = (a, b) -> {
        int[] left = a.toString().codePoints().toArray();
        int[] right = b.toString().codePoints().toArray();
        return Arrays.compare(left, right);
    };

    /** What Onrecord itself leaves in the folder where it runs: no input, and no news to anybody. */
    private static final Set<String> OWN =
            Set.of("onrecord.db", "onrecord.db-wal", "onrecord.db-shm", "onrecord.db-journal", "onrecord-watch.json");

    /**
     * Whether a name alone says that a file is not read.
     *
     * @param extension of the name; without one its bytes decide
     */
    static boolean isPassedOver(String name, String extension) {
        return OWN.contains(name) || (!extension.isEmpty() && !Kind.isReadByName(extension));
    }

    /** What the walk meets. */
    sealed interface Step {

        /**
         * A file that may hold articles.
         *
         * @param path under the folder as it was given
         * @param size in bytes
         * @param byName whether its name says that it is read; else its first bytes must
         */
        record File(Path path, long size, boolean byName) implements Step {}

        /**
         * Something that cannot be looked into.
         *
         * @param path the file or folder
         * @param why what is wrong
         */
        record Unseen(Path path, IOException why) implements Step {}
    }

    private final Path root;
    private final Deque<Iterator<Path>> open = new ArrayDeque<>();
    private final Set<Path> seen = new HashSet<>();
    private final PassedOver others = new PassedOver();
    private @Nullable Path pending;

    Walk(Path root) {
        this.root = root;
        this.pending = root;
    }

    /** The next file or failure, or null at the end. */
    @Nullable
    Step next() {
        while (true) {
            Path path = following();
            if (path == null) {
                return null;
            }
            try {
                Step step = step(path);
                if (step != null) {
                    return step;
                }
            } catch (IOException e) {
                return new Step.Unseen(path, e);
            }
        }
    }

    /** What was passed over so far, by kind. */
    PassedOver others() {
        return others;
    }

    /** Walks to the end. */
    long bytes() {
        long sum = 0;
        for (Step step = next(); step != null; step = next()) {
            sum += step instanceof Step.File file ? file.size() : 0;
        }
        return sum;
    }

    private @Nullable Path following() {
        if (pending != null) {
            Path first = pending;
            pending = null;
            return first;
        }
        while (!open.isEmpty()) {
            if (open.peek().hasNext()) {
                return open.peek().next();
            }
            open.pop();
        }
        return null;
    }

    /** Null for what is passed over and for a folder, whose files come next. */
    private @Nullable Step step(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            enter(path);
            return null;
        }
        if (OWN.contains(name(path))) {
            return null;
        }
        String extension = Kind.extension(name(path));
        if (!extension.isEmpty() && !Kind.isReadByName(extension)) {
            others.count("." + extension);
            return null;
        }
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        if (!attributes.isRegularFile()) {
            others.count("what is no regular file");
            return null;
        }
        return new Step.File(path, attributes.size(), !extension.isEmpty());
    }

    /** Each folder once, however many links lead to it; the ones around the root never. */
    private void enter(Path folder) throws IOException {
        Path real = folder.toRealPath();
        boolean around = !seen.isEmpty() && root.toRealPath().startsWith(real);
        if (around || !seen.add(real)) {
            others.count("links to folders that are read anyway");
            return;
        }
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            for (Path entry : stream) {
                if (!isHidden(entry)) {
                    entries.add(entry);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        entries.sort(BY_NAME);
        open.push(entries.iterator());
    }

    private static String name(Path path) {
        Path name = path.getFileName();
        return name == null ? "" : name.toString();
    }

    private static boolean isHidden(Path entry) throws IOException {
        return Files.isHidden(entry) || entry.getFileName().toString().startsWith(".");
    }
}
