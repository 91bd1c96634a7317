package io.onrecord.reading;

import io.onrecord.model.Article;
import io.onrecord.model.Outcome;
import io.onrecord.reading.archive.ArchiveKind;
import io.onrecord.reading.archive.Entries;
import io.onrecord.reading.item.Item;
import io.onrecord.reading.item.Known;
import io.onrecord.reading.item.Wording;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** The bytes of one file or stream, opened when they are first asked for, read as what they look like. */
final class Content implements Source {

    static final long UNKNOWN_SIZE = -1;

    @FunctionalInterface
    private interface Opening {
        InputStream open() throws IOException;
    }

    private final String address;
    private final Known known;
    private final long size;
    private final Opening opening;
    private final Optional<Path> file;
    private final Run run;

    private @Nullable InputStream in;
    private long counted;
    private @Nullable ItemSource articles;
    private boolean done;

    private Content(String address, Known known, long size, Opening opening, Optional<Path> file, Run run) {
        this.address = address;
        this.known = known;
        this.size = size;
        this.opening = opening;
        this.file = file;
        this.run = run;
    }

    static Content ofFile(Path file, long size, Run run) {
        Path name = file.getFileName();
        Known known = name == null ? Known.NOTHING : Known.named(name.toString());
        return new Content(
                Messages.address(file), known, size, () -> Files.newInputStream(file), Optional.of(file), run);
    }

    static Content ofStream(InputStream in, String name, Run run) {
        return new Content(name, Known.NOTHING, UNKNOWN_SIZE, () -> new StaysOpen(in), Optional.empty(), run);
    }

    /** The directory of a ZIP file is at its end: it is read from the file, all others as they stream by. */
    private Entries archive(ArchiveKind kind, Item archive) throws IOException {
        boolean zip = kind == ArchiveKind.ZIP || kind == ArchiveKind.WACZ;
        return zip && file.filter(Files::isRegularFile).isPresent()
                ? run.archives()
                        .open(
                                kind,
                                new CountedChannel(Files.newByteChannel(file.get()), this::count),
                                archive.address(),
                                archive.known())
                : run.archives().open(kind, archive);
    }

    @Override
    public @Nullable Outcome<Article> next() {
        if (done) {
            return null;
        }
        try {
            if (articles == null) {
                in = opening.open();
                articles = new ItemSource(
                        new Item(address, known, new Counting(in, most(), this::count)), run, this::archive);
            }
            return articles.next();
        } catch (IOException e) {
            done = true;
            return Wording.skipped(address, Messages.reason(e));
        }
    }

    @Override
    public void close() {
        done = true;
        if (articles != null) {
            articles.close();
        }
        if (in != null) {
            try {
                in.close();
            } catch (IOException e) {
                // All that was wanted has been read.
                in = null;
            }
        }
        // What was not read is done with, too: progress must reach its end.
        if (size != UNKNOWN_SIZE) {
            count(size - counted);
        }
    }

    /** A file that grows while it is read, such as a log, is read as far as it went; some files have no size to tell. */
    private long most() {
        return size > 0 ? size : Long.MAX_VALUE;
    }

    /** Some of a file may be read twice, and one may grow: it counts once, as large as it was. */
    private void count(long bytes) {
        long fresh = size == UNKNOWN_SIZE ? bytes : Math.min(bytes, size - counted);
        counted += fresh;
        run.bytesRead().addAndGet(fresh);
    }

    private static final class Counting extends FilterInputStream {

        private final LongConsumer count;
        private long left;

        Counting(InputStream in, long most, LongConsumer count) {
            super(in);
            this.left = most;
            this.count = count;
        }

        @Override
        public int read() throws IOException {
            int read = left > 0 ? super.read() : -1;
            passed(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (left <= 0 && length > 0) {
                return -1;
            }
            int read = super.read(bytes, offset, (int) Math.min(length, left));
            passed(Math.max(0, read));
            return read;
        }

        @Override
        public long skip(long bytes) throws IOException {
            long skipped = super.skip(Math.min(bytes, left));
            passed(skipped);
            return skipped;
        }

        private void passed(long bytes) {
            left -= bytes;
            count.accept(bytes);
        }

        @Override
        public boolean markSupported() {
            return false;
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
