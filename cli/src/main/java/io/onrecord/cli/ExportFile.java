package io.onrecord.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that can be made again: it is written as {@code FILE.export.partial}, which takes the file's name at the end and goes where
 * the end is not reached. What an earlier export left there is written over; what {@code read} left in {@code FILE.partial} is work to
 * keep, and has that name to itself. For one thread.
 */
final class ExportFile extends ExportTarget {

    private final Path file;
    private final Path partial;
    private final RunLock lock;
    private final FileChannel channel;
    private final OutputStream out;
    private boolean ended;

    private ExportFile(Path file, Path partial, RunLock lock, FileChannel channel) {
        this.file = file;
        this.partial = partial;
        this.lock = lock;
        this.channel = channel;
        this.out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
    }

    /**
     * Begins.
     *
     * @throws CommandException if the file cannot be written, or is being written
     */
    static ExportFile create(Path named) {
        Path file = OutputFile.target(named);
        try {
            return RunLock.take(file, lock -> create(file, lock));
        } catch (IOException e) {
            throw OutputFile.unwritable(file, e);
        }
    }

    private static ExportFile create(Path file, RunLock lock) throws IOException {
        Path partial = partial(file);
        checkLeft(partial, lock);
        return new ExportFile(
                file,
                partial,
                lock,
                FileChannel.open(
                        partial,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE));
    }

    @Override
    public OutputStream out() {
        return out;
    }

    /** Gives what was written its name. */
    @Override
    void finish() throws IOException {
        out.close();
        try {
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
        }
        ended = true;
    }

    @Override
    public void close() {
        try (lock) {
            if (!ended) {
                // Not the stream, which would write what it holds, perhaps to a full disk.
                channel.close();
                Files.deleteIfExists(partial);
            }
        } catch (IOException e) {
            throw new CommandException(partial + " cannot be removed: " + Reasons.of(e), e);
        }
    }
}
