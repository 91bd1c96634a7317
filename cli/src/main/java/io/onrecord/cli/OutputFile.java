package io.onrecord.cli;

import io.onrecord.exchange.RecordJson;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * A results file that is never half written: lines go to {@code FILE.partial}, which takes the file's name when the run
 * has finished. An interrupted run leaves the partial file, and a resumed one goes on after its last whole line. For one
 * thread.
 */
final class OutputFile implements Closeable {

    /** How every record begins. */
    private static final byte[] RECORD = ("{\"format\":\"" + RecordJson.FORMAT + "\"").getBytes(StandardCharsets.UTF_8);

    private final Path file;
    private final Path partial;
    private final RunLock lock;
    private final OutputStream out;
    private final boolean resumable;
    private boolean ended;
    /** Whether the partial file has anything that is nowhere else. */
    private boolean worthKeeping;

    private OutputFile(Path file, Path partial, RunLock lock, FileChannel channel, boolean resumable) {
        this.file = file;
        this.partial = partial;
        this.lock = lock;
        this.out = new BufferedOutputStream(Channels.newOutputStream(channel));
        this.resumable = resumable;
    }

    static Path partial(Path file) {
        return file.resolveSibling(file.getFileName() + ".partial");
    }

    /** Whether two names mean one file, by what is there or else by their paths. */
    static boolean isSame(Path one, Path other) {
        try {
            return Files.isSameFile(one, other);
        } catch (IOException e) {
            return one.toAbsolutePath()
                    .normalize()
                    .equals(other.toAbsolutePath().normalize());
        }
    }

    /** Whether a run that writes to {@code output} would write over a file, under the name it has meanwhile or the last one. */
    static boolean isOver(Path output, Path file) {
        return isSame(output, file) || isSame(partial(output), file);
    }

    /**
     * The file that results go to: links are followed, so that the link stays and its target is written.
     *
     * @throws CommandException if something is there that is not a plain file
     */
    static Path target(Path file) {
        if (file.toString().equals("-")) {
            throw new CommandException("-o takes a file; without it results go to standard output");
        }
        if (!Files.exists(file)) {
            return file;
        }
        if (!Files.isRegularFile(file) || file.toAbsolutePath().startsWith("/dev")) {
            throw new CommandException(
                    file + " is no plain file: name a file to write to; without -o results go to" + " standard output");
        }
        try {
            return file.toRealPath();
        } catch (IOException e) {
            throw new CommandException(file + " cannot be read: " + Reasons.of(e), e);
        }
    }

    /**
     * Starts afresh, for a command that cannot go on with an interrupted run.
     *
     * @throws CommandException if an interrupted run is there, another one writes, or the file cannot be written
     */
    static OutputFile create(Path named) {
        return open(target(named), Start.AFRESH);
    }

    /** Starts afresh, for a command that could be told to go on with an interrupted run. */
    static OutputFile createResumable(Path named) {
        return open(target(named), Start.AFRESH_BUT_RESUMABLE);
    }

    /**
     * Goes on with an interrupted run, or after a finished one; cuts off a line that was half written.
     *
     * @throws CommandException if another run writes, or the file cannot be read or written
     */
    static OutputFile resume(Path named) {
        return open(target(named), Start.GOING_ON);
    }

    private enum Start {
        AFRESH,
        AFRESH_BUT_RESUMABLE,
        GOING_ON
    }

    private static OutputFile open(Path file, Start start) {
        try {
            return RunLock.take(file, lock -> open(file, start, lock));
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private static OutputFile open(Path file, Start start, RunLock lock) throws IOException {
        Path partial = partial(file);
        boolean interrupted = Files.exists(partial);
        if (interrupted && start != Start.GOING_ON) {
            throw new CommandException(partial
                    + (start == Start.AFRESH
                            ? " was left by an interrupted run: remove it, or name another file"
                            : " holds an interrupted run: add --resume to go on with it, or remove it"));
        }
        if (!interrupted && start == Start.GOING_ON && Files.exists(file)) {
            checkRecords(file);
            copy(file, partial);
        }
        FileChannel channel =
                FileChannel.open(partial, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        boolean opened = false;
        try {
            cutHalfLine(channel, partial);
            channel.position(channel.size());
            OutputFile made = new OutputFile(file, partial, lock, channel, start != Start.AFRESH);
            made.worthKeeping = interrupted;
            opened = true;
            return made;
        } finally {
            if (!opened) {
                channel.close();
            }
        }
    }

    /** Half a copy under the name of the partial file would be taken for all that was read. */
    private static void copy(Path file, Path partial) throws IOException {
        Path copy = partial.resolveSibling(partial.getFileName() + ".copy");
        try {
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            Files.move(copy, partial);
        } catch (IOException e) {
            Files.deleteIfExists(copy);
            throw e;
        }
    }

    /** What is said of a file that cannot be written to. */
    static CommandException unwritable(Path file, IOException problem) {
        return new CommandException(
                file + " cannot be written: " + Reasons.of(problem)
                        + "; name a file in a folder that exists and is yours",
                problem);
    }

    /** Refuses what is not a file of records, before anything in it is touched. */
    private static void checkRecords(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(RECORD.length);
            if (start.length > 0 && !Arrays.equals(start, RECORD)) {
                throw new CommandException(file + " holds something else than records of this format, which --resume"
                        + " will not touch: name another file");
            }
        } catch (IOException e) {
            throw new CommandException(file + " cannot be read: " + Reasons.of(e), e);
        }
    }

    static void cutHalfLine(FileChannel channel, Path partial) throws IOException {
        checkRecords(partial);
        ByteBuffer block = ByteBuffer.allocate(8192);
        long end = channel.size();
        while (end > 0) {
            long from = Math.max(0, end - block.capacity());
            block.clear().limit((int) (end - from));
            while (block.hasRemaining() && channel.read(block, from + block.position()) >= 0) {
                // Reads on until the block is full.
            }
            for (int i = block.position() - 1; i >= 0; i--) {
                if (block.get(i) == '\n') {
                    channel.truncate(from + i + 1);
                    return;
                }
            }
            end = from;
        }
        channel.truncate(0);
    }

    /** Where the results of the run are until it has finished. */
    Path partial() {
        return partial;
    }

    /** Writes some text and hands it to the operating system, so that a run that dies loses no record. */
    void write(String text) {
        try {
            worthKeeping = true;
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            throw new CommandException(
                    partial + " cannot be written: " + Reasons.of(e)
                            + (resumable
                                    ? "; what is there can be resumed with --resume"
                                    : "; remove it and begin again where there is room"),
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
                    "the results are in " + partial + ", which cannot be renamed: " + Reasons.of(e), e);
        }
    }

    /** Leaves what was written for a run to come; a file without any record goes. */
    @Override
    public void close() {
        try (lock) {
            out.close();
            if (!ended && !worthKeeping) {
                Files.deleteIfExists(partial);
            }
        } catch (IOException e) {
            throw new CommandException(partial + " cannot be closed: " + Reasons.of(e), e);
        }
    }
}
