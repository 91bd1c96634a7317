package io.onrecord.reading.archive;

import io.onrecord.model.Outcome;
import io.onrecord.reading.item.Item;
import io.onrecord.reading.item.Known;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;

/** The files of a tar archive: POSIX, GNU, and older. */
final class TarEntries implements Format {

    private final OpenArchive archive;
    private final Allowance allowance;
    private final TarArchiveInputStream tar;
    private final byte[] passing = new byte[64 << 10];
    private @Nullable TarArchiveEntry current;

    TarEntries(OpenArchive archive, InputStream bytes) {
        this.archive = archive;
        this.allowance = new Allowance(new BufferedInputStream(bytes, 64 << 10));
        this.tar = new TarArchiveInputStream(allowance, StandardCharsets.UTF_8.name());
    }

    @Override
    public @Nullable Outcome<Item> next() throws IOException {
        while (true) {
            passRest();
            // The library holds long names whole, and reads headers that follow one another by calling itself.
            allowance.only(archive.limits().maxHeaderBytes());
            TarArchiveEntry entry = tar.getNextEntry();
            allowance.unlimited();
            current = entry;
            if (entry == null) {
                allowance.checkWhole();
                return null;
            }
            if (!entry.isCheckSumOK()) {
                throw new ArchiveException("damaged tar: the checksum of a header is wrong: get the file again");
            }
            Outcome<Item> outcome = outcome(entry);
            if (outcome != null) {
                return outcome;
            }
        }
    }

    @Override
    public void close() {
        // Holds nothing but memory.
    }

    private @Nullable Outcome<Item> outcome(TarArchiveEntry entry) {
        String name = Words.entryName(entry.getName());
        if (entry.isDirectory()) {
            return null;
        }
        if (!isContent(entry)) {
            archive.passOver("links and devices");
            return null;
        }
        if (Words.isHidden(name)) {
            archive.passOver("hidden files");
            return null;
        }
        InputStream content = new FilterInputStream(tar) {
            @Override
            public void close() {
                // Of this entry, not of the archive.
            }
        };
        return archive.named(name, Known.named(Words.lastElement(name)), content, MeteredStream.UNKNOWN);
    }

    private static boolean isContent(TarArchiveEntry entry) {
        return !entry.isLink()
                && !entry.isSymbolicLink()
                && !entry.isCharacterDevice()
                && !entry.isBlockDevice()
                && !entry.isFIFO();
    }

    /** What was not read of an entry. Holes of sparse files take no place in the archive, but time: they count. */
    private void passRest() throws IOException {
        if (current == null) {
            return;
        }
        for (int read = tar.read(passing); read >= 0; read = tar.read(passing)) {
            if (current.isSparse()) {
                archive.meter().gave(read);
            }
        }
        current = null;
    }

    /** Lets no more than so many bytes through. */
    private static final class Allowance extends FilterInputStream {

        private static final int RECORD = 512;

        private long left = Long.MAX_VALUE;
        private long taken;

        Allowance(InputStream in) {
            super(in);
        }

        void only(long bytes) {
            left = bytes;
        }

        void unlimited() {
            left = Long.MAX_VALUE;
        }

        @Override
        public int read() throws IOException {
            check();
            int read = in.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            check();
            int read = in.read(bytes, offset, (int) Math.min(length, left));
            count(Math.max(0, read));
            return read;
        }

        @Override
        public long skip(long count) throws IOException {
            check();
            long skipped = in.skip(Math.min(count, left));
            count(skipped);
            return skipped;
        }

        /** The library takes half a header for the end. */
        void checkWhole() throws ArchiveException {
            if (taken % RECORD != 0) {
                throw new ArchiveException(
                        "tar that ends in the middle of a header: it was cut off, get the file again");
            }
        }

        private void count(long bytes) {
            left -= bytes;
            taken += bytes;
        }

        private void check() throws ArchiveException {
            if (left <= 0) {
                throw new ArchiveException("damaged tar: headers or names without end");
            }
        }
    }
}
