package io.onrecord.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A file under another name until it is whole. The name has the number of this process in it; what a process left that is gone is
 * deleted by the next one. For one thread.
 */
final class PartialFile implements AutoCloseable {

    private static final String ENDING = ".partial";
    private static final int PIECE = 1 << 16;

    private final Path path;

    private PartialFile(Path path) {
        this.path = path;
    }

    /**
     * An empty file.
     *
     * @param target what it is to become
     * @param like the file whose rights it gets: what is not for everybody stays so
     */
    static PartialFile beside(Path target, Path like) throws IOException {
        sweep(target);
        Path path = target.resolveSibling(
                target.getFileName() + "." + ProcessHandle.current().pid() + ENDING);
        Files.createFile(path);
        PartialFile made = new PartialFile(path);
        try {
            @Nullable PosixFileAttributeView rights = Files.getFileAttributeView(path, PosixFileAttributeView.class);
            if (rights != null) {
                rights.setPermissions(Files.getPosixFilePermissions(like));
            }
        } catch (IOException e) {
            made.close();
            throw e;
        }
        return made;
    }

    private static void sweep(Path target) throws IOException {
        String start = target.getFileName() + ".";
        try (Stream<Path> beside = Files.list(target.toAbsolutePath().getParent())) {
            for (Path one : beside.filter(file -> isLeft(file.getFileName().toString(), start))
                    .toList()) {
                for (String more : List.of("", "-wal", "-shm", "-journal")) {
                    Files.deleteIfExists(one.resolveSibling(one.getFileName() + more));
                }
            }
        }
    }

    private static boolean isLeft(String name, String start) {
        if (!name.startsWith(start) || !name.endsWith(ENDING) || name.length() <= start.length() + ENDING.length()) {
            return false;
        }
        OptionalLong process = number(name.substring(start.length(), name.length() - ENDING.length()));
        return process.isPresent() && ProcessHandle.of(process.getAsLong()).isEmpty();
    }

    private static OptionalLong number(String digits) {
        try {
            return OptionalLong.of(Long.parseLong(digits));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    Path path() {
        return path;
    }

    /** Returns when all of it is on the disk. */
    void flush() throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /**
     * Gives it its name, in one step.
     *
     * @throws FileAlreadyExistsException if something is there and is not to be replaced
     */
    void becomes(Path target, boolean replace) throws IOException {
        if (replace) {
            try {
                Files.move(path, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(path, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } else {
            moveBeside(target);
        }
        flushFolder(target);
    }

    /** A move would replace what came meanwhile; a second name is refused where the first is taken. */
    private void moveBeside(Path target) throws IOException {
        try {
            Files.createLink(target, path);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (IOException | UnsupportedOperationException e) {
            // A disk without links: not in one step, but never over what is there.
            Files.move(path, target);
            return;
        }
        Files.delete(path);
    }

    /** The name itself is on the disk only with its folder. */
    private static void flushFolder(Path target) {
        try (FileChannel folder = FileChannel.open(target.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException e) {
            // Windows has no such thing, and needs none.
        }
    }

    static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] piece = new byte[PIECE];
            for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
                digest.update(piece, 0, length);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Deletes it, where it did not become what it was for. */
    @Override
    public void close() throws IOException {
        for (String more : List.of("", "-wal", "-shm", "-journal")) {
            Files.deleteIfExists(path.resolveSibling(path.getFileName() + more));
        }
    }
}
