package io.onrecord.cli;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A results file that is never half written: lines go to {@code FILE.partial}, which takes the file's name when the run
 * has finished. An interrupted run leaves the partial file, and a resumed one goes on after its last whole line. For one
 * thread.
 */
final class OutputFile implements Closeable {

    private final Path file;
    private final Path partial;
    private final OutputStream out;
    private boolean ended;

    private OutputFile(Path file, Path partial, OutputStream out) {
        this.file = file;
        this.partial = partial;
        this.out = out;
    }

    static Path partial(Path file) {
        return file.resolveSibling(file.getFileName() + ".partial");
    }

    /**
     * Starts afresh.
     *
     * @throws CommandException if an interrupted run is there, or the file cannot be written
     */
    static OutputFile create(Path file) {
        Path partial = partial(file);
        if (Files.exists(partial)) {
            throw new CommandException(
                    partial + " holds an interrupted run: add --resume to go on with it, or remove it");
        }
        if (Files.isDirectory(file)) {
            throw new CommandException(file + " is a folder: name a file to write to");
        }
        return open(file, partial, StandardOpenOption.CREATE_NEW);
    }

    /**
     * Goes on with an interrupted run, or after a finished one; cuts off a line that was half written.
     *
     * @throws CommandException if the file cannot be read or written
     */
    static OutputFile resume(Path file) {
        Path partial = partial(file);
        try {
            if (!Files.exists(partial) && Files.exists(file)) {
                Files.copy(file, partial);
            }
            if (Files.exists(partial)) {
                cutHalfLine(partial);
            }
        } catch (IOException e) {
            throw new CommandException(partial + " cannot be resumed: " + e.getMessage(), e);
        }
        return open(file, partial, StandardOpenOption.CREATE);
    }

    private static OutputFile open(Path file, Path partial, StandardOpenOption create) {
        try {
            FileChannel channel = FileChannel.open(partial, create, StandardOpenOption.WRITE);
            channel.position(channel.size());
            return new OutputFile(file, partial, new BufferedOutputStream(Channels.newOutputStream(channel)));
        } catch (IOException e) {
            throw new CommandException(
                    file + " cannot be written (" + e + "): name a file in a folder that exists and is yours", e);
        }
    }

    private static void cutHalfLine(Path partial) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(partial.toFile(), "rw")) {
            long end = bytes.length();
            byte[] block = new byte[8192];
            while (end > 0) {
                int size = (int) Math.min(block.length, end);
                bytes.seek(end - size);
                bytes.readFully(block, 0, size);
                for (int i = size - 1; i >= 0; i--) {
                    if (block[i] == '\n') {
                        bytes.setLength(end - size + i + 1);
                        return;
                    }
                }
                end -= size;
            }
            bytes.setLength(0);
        }
    }

    /** Where the results of the run are until it has finished. */
    Path partial() {
        return partial;
    }

    /** Writes some text and hands it to the operating system, so that a run that dies loses no record. */
    void write(String text) {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            throw new CommandException(
                    partial + " cannot be written: " + e.getMessage() + "; what is there can be resumed with --resume",
                    e);
        }
    }

    /** Gives the results their name. */
    void finish() {
        try {
            out.close();
            try {
                Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
            }
            ended = true;
        } catch (IOException e) {
            throw new CommandException(
                    "the results are in " + partial + ", which cannot be renamed: " + e.getMessage(), e);
        }
    }

    /** Leaves what was written for a run to come; a file without any record goes. */
    @Override
    public void close() {
        try {
            out.close();
            if (!ended && Files.exists(partial) && Files.size(partial) == 0) {
                Files.delete(partial);
            }
        } catch (IOException e) {
            throw new CommandException(partial + " cannot be closed: " + e.getMessage(), e);
        }
    }
}
