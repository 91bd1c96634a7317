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
 * A file that can be made again: it is written as {@code FILE.partial}, which takes the file's name at the end and goes where the
 * end is not reached. What an earlier run left there is written over. For one thread.
 */
final class ExportFile extends ExportTarget {

    private final Path file;
    private final Path partial;
    private final FileChannel channel;
    private final OutputStream out;
    private boolean ended;

    private ExportFile(Path file, Path partial, FileChannel channel) {
        this.file = file;
        this.partial = partial;
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
        Path partial = OutputFile.partial(file);
        try {
            FileChannel channel = FileChannel.open(partial, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!OutputFile.locked(channel)) {
                channel.close();
                throw new CommandException(
                        partial + " is being written by another run: wait for it, or name another file");
            }
            channel.truncate(0);
            return new ExportFile(file, partial, channel);
        } catch (IOException e) {
            throw new CommandException(
                    file + " cannot be written: " + Reasons.of(e)
                            + "; name a file in a folder that exists and is yours",
                    e);
        }
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
        if (ended) {
            return;
        }
        try {
            // Not the stream, which would write what it holds, perhaps to a full disk.
            channel.close();
            Files.deleteIfExists(partial);
        } catch (IOException e) {
            throw new CommandException(partial + " cannot be removed: " + Reasons.of(e), e);
        }
    }
}
