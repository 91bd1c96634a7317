package io.onrecord.reading.archive;

import io.onrecord.model.Metadata;
import io.onrecord.model.Outcome;
import io.onrecord.reading.item.Item;
import io.onrecord.reading.item.Known;
import io.onrecord.reading.item.PassedOver;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What archives of every format have in common: opened when first asked, faults as skips, limits, one entry at a time. */
final class OpenArchive implements Entries {

    @FunctionalInterface
    private interface Opening {
        Format open(OpenArchive archive) throws IOException;
    }

    private final String address;
    private final Known known;
    private final Meter meter;
    private final Predicate<String> mediaTypes;
    private final Opening opening;
    private final @Nullable SeekableByteChannel file;
    private final PassedOver passedOver = new PassedOver();

    private @Nullable Format format;
    private @Nullable MeteredStream entry;
    private long entries;
    private boolean done;

    private OpenArchive(
            String address,
            Known known,
            Meter meter,
            Predicate<String> mediaTypes,
            @Nullable SeekableByteChannel file,
            Opening opening) {
        this.address = address;
        this.known = known;
        this.meter = meter;
        this.mediaTypes = mediaTypes;
        this.file = file;
        this.opening = opening;
    }

    static OpenArchive ofStream(ArchiveKind kind, Item archive, Meter meter, Predicate<String> mediaTypes) {
        InputStream bytes = new Taken(archive.bytes(), meter);
        return new OpenArchive(archive.address(), archive.known(), meter, mediaTypes, null, open -> switch (kind) {
            case WARC -> new WarcEntries(open, archive.address(), bytes, uri -> Metadata.NONE);
            case WACZ -> WaczEntries.open(open, Spool.of(bytes, meter.limits()), true);
            case ZIP -> ZipEntries.open(open, Spool.of(bytes, meter.limits()), true);
            case TAR -> new TarEntries(open, bytes);
            case GZIP, BZIP2, XZ, ZSTD -> SingleEntry.open(open, kind, bytes);
        });
    }

    static OpenArchive ofFile(
            ArchiveKind kind,
            SeekableByteChannel file,
            String address,
            Known known,
            Meter meter,
            Predicate<String> mediaTypes) {
        if (kind != ArchiveKind.ZIP && kind != ArchiveKind.WACZ) {
            Item archive = new Item(address, known, Channels.newInputStream(file));
            OpenArchive streamed = ofStream(kind, archive, meter, mediaTypes);
            return new OpenArchive(address, known, meter, mediaTypes, file, streamed.opening);
        }
        return new OpenArchive(address, known, meter, mediaTypes, file, open -> {
            meter.took(file.size());
            return kind == ArchiveKind.ZIP ? ZipEntries.open(open, file, false) : WaczEntries.open(open, file, false);
        });
    }

    @Override
    public @Nullable Outcome<Item> next() {
        if (entry != null) {
            entry.end();
            entry = null;
        }
        if (done) {
            return null;
        }
        try {
            if (format == null) {
                meter.checkDepth();
                format = opening.open(this);
            }
            Outcome<Item> next = format.next();
            if (next == null) {
                return end();
            }
            if (++entries > meter.limits().maxEntries()) {
                throw new ArchiveException("more than " + meter.limits().maxEntries()
                        + " entries, the limit; the others are not read: unpack it and read that, or raise the limit");
            }
            return next;
        } catch (IOException | RuntimeException e) {
            done = true;
            return skipped(address, Words.damaged(e).getMessage() + before());
        } catch (StackOverflowError e) {
            done = true;
            return skipped(address, "damaged: its headers lie in one another without end" + before());
        }
    }

    private @Nullable Outcome<Item> end() {
        done = true;
        if (entries > 0) {
            return null;
        }
        String others = passedOver.inWords();
        return skipped(
                address,
                others.isEmpty()
                        ? "an archive without anything in it"
                        : "nothing in this archive is read: found were " + others);
    }

    private String before() {
        return entries == 0 ? "" : "; what stands before it was read";
    }

    @Override
    public Entries open(ArchiveKind kind, Item archive) {
        return ofStream(kind, archive, meter.within(), mediaTypes);
    }

    @Override
    public Map<String, Long> passedOver() {
        return passedOver.counts();
    }

    @Override
    public void close() throws IOException {
        done = true;
        if (entry != null) {
            entry.end();
        }
        try {
            if (format != null) {
                format.close();
            }
        } finally {
            if (file != null) {
                file.close();
            }
        }
    }

    // What formats are given.

    String address() {
        return address;
    }

    Known known() {
        return known;
    }

    Meter meter() {
        return meter;
    }

    ArchiveLimits limits() {
        return meter.limits();
    }

    /** Whether payloads of a media type are given out. */
    boolean isRead(String mediaType) {
        return mediaTypes.test(mediaType);
    }

    void passOver(String what) {
        passedOver.count(what);
    }

    /** An entry whose address is its name within the archive. */
    Outcome<Item> named(String entryName, Known about, InputStream bytes, long packed) {
        return kept(addressOf(entryName), about, bytes, packed);
    }

    Outcome<Item> kept(String itsAddress, Known about, InputStream bytes, long packed) {
        MeteredStream metered = new MeteredStream(bytes, meter, packed);
        entry = metered;
        return new Outcome.Kept<>(new Item(itsAddress, about, metered));
    }

    String addressOf(String entryName) {
        return address + "!/" + entryName;
    }

    static Outcome<Item> skipped(String itsAddress, String why) {
        return new Outcome.Skipped<>(itsAddress, Outcome.Stage.READING, why);
    }

    /** Counts what is read of the archive. */
    private static final class Taken extends FilterInputStream {

        private final Meter meter;

        Taken(InputStream in, Meter meter) {
            super(in);
            this.meter = meter;
        }

        @Override
        public int read() throws IOException {
            int read = in.read();
            meter.took(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = in.read(bytes, offset, length);
            meter.took(Math.max(0, read));
            return read;
        }

        @Override
        public long skip(long count) throws IOException {
            long skipped = in.skip(count);
            meter.took(skipped);
            return skipped;
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        @Override
        public void close() {
            // Who opened the stream closes it.
        }
    }
}
