package io.onrecord.reading.archive;

import io.onrecord.model.Outcome;
import io.onrecord.reading.item.Item;
import io.onrecord.reading.item.Known;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The files of a ZIP archive, in the order of its directory. */
final class ZipEntries implements Format {

    private final OpenArchive archive;
    private final SeekableByteChannel file;
    private final boolean ours;
    private final ZipDirectory directory;
    private @Nullable InputStream open;

    private ZipEntries(OpenArchive archive, SeekableByteChannel file, boolean ours, ZipDirectory directory) {
        this.archive = archive;
        this.file = file;
        this.ours = ours;
        this.directory = directory;
    }

    /** @param ours whether the file is to be closed with the entries */
    static Format open(OpenArchive archive, SeekableByteChannel file, boolean ours) throws IOException {
        try {
            Optional<ZipDirectory> directory = ZipDirectory.of(file);
            return directory.isPresent()
                    ? new ZipEntries(archive, file, ours, directory.get())
                    : new ScannedZip(archive, file, ours);
        } catch (IOException | RuntimeException e) {
            if (ours) {
                file.close();
            }
            throw e;
        }
    }

    @Override
    public @Nullable Outcome<Item> next() throws IOException {
        closeEntry();
        while (true) {
            ZipDirectory.Entry entry = directory.next();
            if (entry == null) {
                return null;
            }
            Outcome<Item> outcome = outcome(entry);
            if (outcome != null) {
                return outcome;
            }
        }
    }

    @Override
    public void close() throws IOException {
        closeEntry();
        if (ours) {
            file.close();
        }
    }

    private void closeEntry() throws IOException {
        if (open != null) {
            InputStream closing = open;
            open = null;
            closing.close();
        }
    }

    private @Nullable Outcome<Item> outcome(ZipDirectory.Entry entry) throws IOException {
        String name = Words.entryName(entry.name());
        if (entry.isFolder()) {
            return null;
        }
        if (entry.link()) {
            archive.passOver("links and devices");
            return null;
        }
        if (Words.isHidden(name)) {
            archive.passOver("hidden files");
            return null;
        }
        try {
            InputStream content = content(directory, entry);
            open = content;
            return archive.named(name, Known.named(Words.lastElement(name)), content, entry.packed());
        } catch (ArchiveException e) {
            return OpenArchive.skipped(archive.addressOf(name), String.valueOf(e.getMessage()));
        }
    }

    /** The content of an entry, held against its size and checksum. */
    static InputStream content(ZipDirectory directory, ZipDirectory.Entry entry) throws IOException {
        if (entry.encrypted()) {
            throw new ArchiveException("encrypted: unpack it with its password and read that");
        }
        InputStream packed = directory.packed(entry);
        return new Verified(Decoders.ofZip(entry.method(), packed), entry.size(), entry.checksum());
    }
}
