package io.onrecord.reading.archive;

import io.onrecord.model.Outcome;
import io.onrecord.reading.item.Item;
import io.onrecord.reading.item.Known;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.jspecify.annotations.Nullable;

/** What can be had of a ZIP file without its directory, which is at the end and lost when the file was cut off. */
final class ScannedZip implements Format {

    private static final String CUT =
            "the directory at the end of the ZIP file is missing: it was cut off or is damaged, get it again";

    private final OpenArchive archive;
    private final SeekableByteChannel file;
    private final boolean ours;
    private final ZipArchiveInputStream zip;
    private boolean ended;

    ScannedZip(OpenArchive archive, SeekableByteChannel file, boolean ours) throws IOException {
        this.archive = archive;
        this.file = file;
        this.ours = ours;
        this.zip = new ZipArchiveInputStream(new BufferedInputStream(new Region(file, 0, file.size())));
    }

    @Override
    public @Nullable Outcome<Item> next() throws IOException {
        while (!ended) {
            ZipArchiveEntry entry;
            try {
                entry = zip.getNextEntry();
            } catch (IOException | RuntimeException e) {
                throw new ArchiveException(CUT, e);
            }
            if (entry == null) {
                ended = true;
                throw new ArchiveException(CUT);
            }
            String name = Words.entryName(entry.getName());
            if (!entry.isDirectory() && !Words.isHidden(name)) {
                return outcome(entry, name);
            }
        }
        return null;
    }

    private Outcome<Item> outcome(ZipArchiveEntry entry, String name) {
        if (!zip.canReadEntryData(entry)) {
            return OpenArchive.skipped(archive.addressOf(name), "encrypted, or packed in a way that is not read");
        }
        InputStream content = new FilterInputStream(zip) {
            @Override
            public void close() {
                // Of this entry, not of the archive.
            }
        };
        return archive.named(name, Known.named(Words.lastElement(name)), content, MeteredStream.UNKNOWN);
    }

    @Override
    public void close() throws IOException {
        zip.close();
        if (ours) {
            file.close();
        }
    }
}
