package io.onrecord.reading.archive;

import io.onrecord.reading.item.Item;
import io.onrecord.reading.item.Known;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;

/** Opens archives. Immutable, may be shared between threads; what it opens is used by one. */
public final class Archives {

    private final ArchiveLimits limits;
    private final Predicate<String> mediaTypes;

    /** Of WARC records, payloads of the media types that articles come in are given out. */
    public Archives(ArchiveLimits limits) {
        this(limits, MediaTypes::holdsArticles);
    }

    /** @param mediaTypes which payloads of WARC records are given out; lower-case, without parameters */
    public Archives(ArchiveLimits limits, Predicate<String> mediaTypes) {
        this.limits = limits;
        this.mediaTypes = mediaTypes;
    }

    /**
     * The entries of an archive that comes as a stream, such as standard input. A ZIP file is copied to a temporary file
     * first, so for one that lies on a disk {@link #open(ArchiveKind, Path, String, Known)} is better.
     *
     * @return never fails here: an archive that is damaged from the start yields that as its first skip
     */
    public Entries open(ArchiveKind kind, Item archive) {
        return OpenArchive.ofStream(kind, archive, new Meter(limits), mediaTypes);
    }

    /**
     * The entries of a file.
     *
     * @param address of the archive
     * @param known of the archive
     * @throws IOException if the file cannot be opened
     */
    public Entries open(ArchiveKind kind, Path file, String address, Known known) throws IOException {
        return open(kind, Files.newByteChannel(file), address, known);
    }

    /**
     * The entries of a file that is open already.
     *
     * @param file is closed with the entries
     * @param address of the archive
     * @param known of the archive
     */
    public Entries open(ArchiveKind kind, SeekableByteChannel file, String address, Known known) {
        return OpenArchive.ofFile(kind, file, address, known, new Meter(limits), mediaTypes);
    }
}
