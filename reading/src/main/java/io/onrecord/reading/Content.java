package io.onrecord.reading;

import io.onrecord.model.Article;
import io.onrecord.model.Outcome;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The bytes of one file or stream, opened when they are first asked for, read as what they look like. */
final class Content implements Source {

    static final long UNKNOWN_SIZE = -1;

    /** Enough to tell one kind of file from another. */
    private static final int HEAD = 4096;

    @FunctionalInterface
    private interface Opening {
        InputStream open() throws IOException;
    }

    private final String address;
    private final String extension;
    private final long size;
    private final Opening opening;
    private final Run run;

    private @Nullable Counting in;
    private @Nullable JsonLines lines;
    private boolean done;

    private Content(String address, String extension, long size, Opening opening, Run run) {
        this.address = address;
        this.extension = extension;
        this.size = size;
        this.opening = opening;
        this.run = run;
    }

    static Content ofFile(Path file, long size, Run run) {
        return new Content(Messages.address(file), Kind.extension(file), size, () -> Files.newInputStream(file), run);
    }

    static Content ofStream(InputStream in, String name, Run run) {
        return new Content(name, "", UNKNOWN_SIZE, () -> new StaysOpen(in), run);
    }

    @Override
    public @Nullable Outcome<Article> next() {
        if (done) {
            return null;
        }
        try {
            if (lines != null) {
                return lines.next();
            }
            return first();
        } catch (IOException e) {
            done = true;
            return Messages.skipped(lines == null ? address : lines.address(), Messages.reason(e));
        } catch (RuntimeException e) {
            // No input may take its neighbours with it, not even one that shows a fault of ours.
            done = true;
            return Messages.skipped(
                    lines == null ? address : lines.address(),
                    "a fault of Onrecord, please report it with the input: " + e);
        }
    }

    private @Nullable Outcome<Article> first() throws IOException {
        in = new Counting(opening.open(), run.bytesRead());
        byte[] head = in.readNBytes(HEAD);
        Kind kind = Kind.of(head, extension, run.options().encoding());
        InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head), in);
        if (kind == Kind.JSON_LINES) {
            lines = new JsonLines(address, whole, head, run);
            return lines.next();
        }
        done = true;
        return kind == Kind.TEXT ? PlainText.read(address, whole, run) : Messages.skipped(address, kind.why());
    }

    @Override
    public void close() {
        done = true;
        long counted = 0;
        if (in != null) {
            counted = in.counted;
            try {
                in.close();
            } catch (IOException e) {
                // All that was wanted has been read.
                counted = in.counted;
            }
        }
        // What was not read is done with, too: progress must reach its end.
        if (size > counted) {
            run.bytesRead().addAndGet(size - counted);
        }
    }

    /** Counts for this input and for the run. */
    private static final class Counting extends FilterInputStream {

        private final AtomicLong total;
        private long counted;

        Counting(InputStream in, AtomicLong total) {
            super(in);
            this.total = total;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int bytes) {
            counted += bytes;
            total.addAndGet(bytes);
        }
    }

    private static final class StaysOpen extends FilterInputStream {

        StaysOpen(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return in.read(bytes, offset, length);
        }

        @Override
        public void close() {
            // Who opened the stream closes it.
        }
    }
}
