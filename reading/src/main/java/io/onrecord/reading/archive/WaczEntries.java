package io.onrecord.reading.archive;

import io.onrecord.model.Metadata;
import io.onrecord.model.Outcome;
import io.onrecord.reading.item.Item;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The payloads of all WARC files in a WACZ file, with the titles that its lists of pages give. */
final class WaczEntries implements Format {

    private static final String TITLE_FROM = "wacz-pages";

    private final OpenArchive archive;
    private final SeekableByteChannel file;
    private final boolean ours;
    private final ZipDirectory directory;
    private final Map<String, String> titles;

    private @Nullable WarcEntries warc;
    private @Nullable InputStream content;

    private WaczEntries(
            OpenArchive archive,
            SeekableByteChannel file,
            boolean ours,
            ZipDirectory directory,
            Map<String, String> titles) {
        this.archive = archive;
        this.file = file;
        this.ours = ours;
        this.directory = directory;
        this.titles = titles;
    }

    /** @param ours whether the file is to be closed with the entries */
    static Format open(OpenArchive archive, SeekableByteChannel file, boolean ours) throws IOException {
        try {
            Optional<ZipDirectory> directory = ZipDirectory.of(file);
            if (directory.isEmpty()) {
                throw new ArchiveException("the directory at the end of the WACZ file is missing: it was cut off or is"
                        + " damaged, get it again");
            }
            return new WaczEntries(archive, file, ours, directory.get(), WaczPages.titles(file));
        } catch (IOException | RuntimeException e) {
            if (ours) {
                file.close();
            }
            throw e;
        }
    }

    @Override
    public @Nullable Outcome<Item> next() throws IOException {
        while (true) {
            if (warc != null) {
                Outcome<Item> outcome = warc.next();
                if (outcome != null) {
                    return outcome;
                }
                closeWarc();
            }
            ZipDirectory.Entry entry = directory.next();
            if (entry == null) {
                return null;
            }
            String name = Words.entryName(entry.name());
            if (isWarc(name)) {
                try {
                    open(entry, name);
                } catch (ArchiveException e) {
                    closeWarc();
                    return OpenArchive.skipped(archive.addressOf(name), String.valueOf(e.getMessage()));
                }
            }
        }
    }

    private void open(ZipDirectory.Entry entry, String name) throws IOException {
        InputStream unpacked = ZipEntries.content(directory, entry);
        content = unpacked;
        InputStream bytes = new MeteredStream(unpacked, archive.meter(), entry.packed());
        warc = new WarcEntries(archive, archive.addressOf(name), bytes, this::about);
    }

    private Metadata about(String uri) {
        Optional<String> title = Optional.ofNullable(titles.get(uri));
        return new Metadata(
                Optional.empty(),
                title,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                title.isPresent() ? Map.of("title", TITLE_FROM) : Map.of());
    }

    private static boolean isWarc(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith("archive/") && (lower.endsWith(".warc") || lower.endsWith(".warc.gz"));
    }

    private void closeWarc() throws IOException {
        if (warc != null) {
            warc.close();
            warc = null;
        }
        if (content != null) {
            content.close();
            content = null;
        }
    }

    @Override
    public void close() throws IOException {
        closeWarc();
        if (ours) {
            file.close();
        }
    }
}
