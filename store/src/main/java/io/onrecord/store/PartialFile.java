package io.onrecord.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A file under another name until it is whole. Beside it lies a file that is locked for as long as its process lives, so what a process
 * left that is gone is deleted by the next one that writes to the same name, whatever machine that is on. For one thread.
 */
final class PartialFile implements AutoCloseable {

    private static final String ENDING = ".partial";
    private static final String LOCK = ".lock";
    private static final int PIECE = 1 << 16;

    /**
     * Tells the files of this process from others'. A process has its number no more than once on a machine, but two containers have the
     * same; and where it closed a lock file of its own that it opened again, the lock would be gone.
     */
    private static final String PROCESS = random();

    private final Path path;
    private final FileChannel lock;

    private PartialFile(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * An empty file, for its owner's eyes only.
     *
     * @param target what it is to become
     */
    static PartialFile beside(Path target) throws IOException {
        sweep(target);
        while (true) {
            Path path = SqliteDatabase.beside(target, "." + PROCESS + random() + ENDING);
            Path locked = lockOf(path);
            FileChannel lock = FileChannel.open(
                    locked, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), owned(target));
            PartialFile made = new PartialFile(path, lock);
            try {
                // Another one's sweep may have come before the lock.
                if (lock.tryLock() != null && Files.exists(locked)) {
                    Files.createFile(path, owned(target));
                    return made;
                }
            } catch (IOException e) {
                made.close();
                throw e;
            }
            made.close();
        }
    }

    private static FileAttribute<?>[] owned(Path target) throws IOException {
        return Files.getFileStore(target.toAbsolutePath().getParent())
                        .supportsFileAttributeView(PosixFileAttributeView.class)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static String random() {
        return HexFormat.of().toHexDigits(new SecureRandom().nextInt());
    }

    private static Path lockOf(Path path) {
        return SqliteDatabase.beside(path, LOCK);
    }

    private static void sweep(Path target) throws IOException {
        Pattern left = Pattern.compile(Pattern.quote(target.getFileName() + ".") + "(?!" + PROCESS + ")[0-9a-f]{16}"
                + Pattern.quote(ENDING + LOCK));
        List<Path> locks;
        try (Stream<Path> beside = Files.list(target.toAbsolutePath().getParent())) {
            locks = beside.filter(
                            file -> left.matcher(file.getFileName().toString()).matches())
                    .toList();
        }
        for (Path locked : locks) {
            try (FileChannel lock = FileChannel.open(locked, StandardOpenOption.WRITE)) {
                if (lock.tryLock() != null) {
                    String name = locked.getFileName().toString();
                    delete(locked.resolveSibling(name.substring(0, name.length() - LOCK.length())));
                }
            } catch (NoSuchFileException | AccessDeniedException | OverlappingFileLockException e) {
                // Done just now, or swept by another one; or another user's, who sweeps it.
            }
        }
    }

    private static void delete(Path path) throws IOException {
        SqliteDatabase.deleteLogs(path);
        Files.deleteIfExists(path);
        // Last, since nothing is found without it.
        Files.deleteIfExists(lockOf(path));
    }

    Path path() {
        return path;
    }

    /** Writes what is in another file, whose rights it does not get. */
    void fill(Path from) throws IOException {
        try (OutputStream out = Files.newOutputStream(path)) {
            Files.copy(from, out);
        }
    }

    /** Gives it the rights of another file. */
    void mayBeUsedLike(Path other) throws IOException {
        rights(other, Set.of());
    }

    /** Gives it the rights of the file it was made from, and its owner may write to it. */
    void mayBeUsedAs(Path source) throws IOException {
        rights(source, Set.of(PosixFilePermission.OWNER_WRITE));
    }

    private void rights(Path other, Set<PosixFilePermission> more) throws IOException {
        @Nullable PosixFileAttributeView from = Files.getFileAttributeView(other, PosixFileAttributeView.class);
        @Nullable PosixFileAttributeView to = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (from != null && to != null) {
            Set<PosixFilePermission> rights =
                    new HashSet<>(from.readAttributes().permissions());
            rights.addAll(more);
            to.setPermissions(rights);
        }
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
        try (lock) {
            delete(path);
        }
    }
}
