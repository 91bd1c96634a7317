package io.onrecord.cli;

import io.onrecord.exchange.RecordFormatException;
import io.onrecord.exchange.RecordJson;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A file of records that grows for as long as somebody watches: each record is on the disk, whole, when {@link #write}
 * returns, and half a record that an end of the process left is cut off. For one thread.
 */
final class GrowingFile implements Closeable {

    /** What is looked at for the records that were written last: one page gives no more. */
    private static final long LAST = 4L << 20;

    private final Path file;
    private final RunLock lock;
    private final FileChannel channel;
    private final Set<String> last;

    private GrowingFile(Path file, RunLock lock, FileChannel channel, Set<String> last) {
        this.file = file;
        this.lock = lock;
        this.channel = channel;
        this.last = last;
    }

    /** @throws CommandException if the file holds something else, is being written, or cannot be */
    static GrowingFile open(Path named) {
        Path file = OutputFile.target(named);
        try {
            return RunLock.take(file, lock -> open(file, lock));
        } catch (IOException e) {
            throw OutputFile.unwritable(file, e);
        }
    }

    private static GrowingFile open(Path file, RunLock lock) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        boolean opened = false;
        try {
            OutputFile.cutHalfLine(channel, file);
            Set<String> last = last(file, channel);
            channel.position(channel.size());
            opened = true;
            return new GrowingFile(file, lock, channel, last);
        } finally {
            if (!opened) {
                channel.close();
            }
        }
    }

    private static Set<String> last(Path file, FileChannel channel) throws IOException {
        long from = Math.max(0, channel.size() - LAST);
        ByteBuffer end = ByteBuffer.allocate(Math.toIntExact(channel.size() - from));
        while (end.hasRemaining() && channel.read(end, from + end.position()) >= 0) {
            // Reads on until the buffer is full.
        }
        List<String> lines = new String(end.array(), 0, end.position(), StandardCharsets.UTF_8)
                .lines()
                .skip(from > 0 ? 1 : 0)
                .toList();
        Set<String> ids = new HashSet<>();
        for (String line : lines) {
            try {
                ids.add(RecordJson.head(line).articleId());
            } catch (RecordFormatException e) {
                throw new CommandException(
                        file + " holds something else than records of this format: name another file", e);
            }
        }
        return ids;
    }

    /** Whether an article was among the last that had been written when the file was opened. */
    boolean hadLast(String articleId) {
        return last.contains(articleId);
    }

    /** Appends a record and has it on the disk. */
    void write(String record) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(record.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(false);
        } catch (IOException e) {
            throw new CommandException(file + " cannot be written: " + Reasons.of(e), e);
        }
    }

    @Override
    public void close() {
        try (lock) {
            channel.close();
        } catch (IOException e) {
            throw new CommandException(file + " cannot be closed: " + Reasons.of(e), e);
        }
    }
}
