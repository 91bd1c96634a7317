package io.onrecord.reading.archive;

import io.onrecord.model.Outcome;
import io.onrecord.reading.item.Item;
import io.onrecord.reading.item.Known;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One packed file. */
final class SingleEntry implements Format {

    private final OpenArchive archive;
    private final InputStream unpacked;
    private boolean given;

    private SingleEntry(OpenArchive archive, InputStream unpacked) {
        this.archive = archive;
        this.unpacked = unpacked;
    }

    static SingleEntry open(OpenArchive archive, ArchiveKind kind, InputStream bytes) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(bytes, 64 << 10);
        buffered.mark(1);
        if (buffered.read() < 0) {
            throw new ArchiveException("an empty file, not a packed one");
        }
        buffered.reset();
        return new SingleEntry(
                archive,
                switch (kind) {
                    case GZIP -> new GzipMembers(buffered, false);
                    case BZIP2 -> Decoders.bzip2(buffered);
                    case XZ -> Decoders.xz(buffered);
                    case ZSTD -> Decoders.zstdFile(buffered);
                    default -> throw new IllegalArgumentException(kind + " is not one packed file");
                });
    }

    @Override
    public @Nullable Outcome<Item> next() throws IOException {
        if (given) {
            if (unpacked instanceof GzipMembers members && members.hasTrailingBytes()) {
                archive.passOver("bytes after the end of the gzip file");
            }
            return null;
        }
        given = true;
        String name = name();
        return archive.named(name, Known.named(name), unpacked, MeteredStream.UNKNOWN);
    }

    @Override
    public void close() throws IOException {
        unpacked.close();
    }

    /** As the file says itself, or as it is called without the ending. */
    private String name() throws IOException {
        String outer = archive.known().name().orElseGet(() -> Words.lastElement(archive.address()));
        Optional<String> inner = Optional.empty();
        if (unpacked instanceof GzipMembers members) {
            members.beginFirst();
            inner = members.name();
        }
        String name = inner.orElseGet(() -> Words.unpackedName(Words.lastElement(outer)));
        return Words.lastElement(Words.entryName(name));
    }
}
