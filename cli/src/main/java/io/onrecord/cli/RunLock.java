package io.onrecord.cli;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a second run away from the results of a first, whatever command that is: an empty file beside them that is locked,
 * {@code FILE.partial.lock}, which goes at the end. It is a file of its own, because on Unix a process loses its lock on a file
 * as soon as it closes that file anywhere, and results are read by those who go on with them. For one thread.
 */
final class RunLock implements Closeable {

    private final Path path;
    private final FileChannel channel;
    private final boolean wasLeft;

    private RunLock(Path path, FileChannel channel, boolean wasLeft) {
        this.path = path;
        this.channel = channel;
        this.wasLeft = wasLeft;
    }

    /** What opens results under a lock, which goes to what it opens. */
    interface Opening<T> {
        T under(RunLock lock) throws IOException;
    }

    /**
     * Takes the lock for what is opened; where that fails it is given back.
     *
     * @param results the file or folder that the run makes
     * @throws CommandException if another run has it
     * @throws IOException if there is no folder for it, or nothing can be written there
     */
    static <T> T take(Path results, Opening<T> opening) throws IOException {
        RunLock lock = take(results);
        boolean opened = false;
        try {
            T made = opening.under(lock);
            opened = true;
            return made;
        } finally {
            if (!opened) {
                lock.close();
            }
        }
    }

    private static RunLock take(Path results) throws IOException {
        Path path = OutputFile.partial(results);
        path = path.resolveSibling(path.getFileName() + ".lock");
        while (true) {
            RunLock taken = attempt(results, path);
            if (taken != null) {
                return taken;
            }
        }
    }

    /** Null if the run that had the lock took the file away just now. */
    private static @Nullable RunLock attempt(Path results, Path path) throws IOException {
        boolean isMade = isMade(path);
        try {
            Object key = key(path);
            FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
            boolean usable = false;
            try {
                if (!locked(channel)) {
                    throw new CommandException(
                            results + " is being written by another run: wait for it, or name another file");
                }
                usable = Objects.equals(key, key(path));
                return usable ? new RunLock(path, channel, !isMade) : null;
            } finally {
                if (!usable) {
                    channel.close();
                }
            }
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    private static boolean isMade(Path path) throws IOException {
        try {
            Files.createFile(path);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    /** Tells the file from another one of its name; null where the system cannot, which then takes no open file away. */
    private static @Nullable Object key(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                .fileKey();
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** Whether the lock lay there unlocked: an earlier run was broken off, and what it left is Onrecord's. */
    boolean wasLeft() {
        return wasLeft;
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            // Somebody may have a file of that name.
            if (channel.size() == 0) {
                Files.deleteIfExists(path);
            }
        }
    }
}
