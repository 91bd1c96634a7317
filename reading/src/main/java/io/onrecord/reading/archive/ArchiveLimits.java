package io.onrecord.reading.archive;

/**
 * What an archive may ask for. The largest honest archives stay below the defaults; what is above is told apart by how much
 * it unpacks to, not by how large it is.
 *
 * @param maxRatio most bytes that one packed byte may unpack to, over an entry and over an archive with all archives in it
 * @param ratioFrom unpacked bytes up to which the ratio is not looked at
 * @param maxEntryBytes most bytes of one entry, unpacked
 * @param maxArchiveBytes most bytes of all entries of an archive, those of archives in it included
 * @param maxEntries most entries of one archive
 * @param maxDepth how deep archives may lie in archives; 1 is the outermost
 * @param maxPayloadBytes most bytes of one payload of a WARC record, which is held until it is whole: in memory up to 1 MiB,
 *     then in a temporary file
 * @param maxSpoolBytes most bytes of a ZIP file that comes as a stream: it goes to a temporary file, since its directory is
 *     at its end
 * @param maxHeaderBytes most bytes before an entry's content: of a WARC or HTTP header, of tar's long names
 */
public record ArchiveLimits(
        int maxRatio,
        long ratioFrom,
        long maxEntryBytes,
        long maxArchiveBytes,
        long maxEntries,
        int maxDepth,
        long maxPayloadBytes,
        long maxSpoolBytes,
        int maxHeaderBytes) {

    private static final long MIB = 1L << 20;
    private static final long GIB = 1L << 30;

    /** 200 to one from 64 MiB on, entries of 64 GiB, archives of 4 TiB, five deep; payloads of 64 MiB. */
    public static final ArchiveLimits DEFAULT =
            new ArchiveLimits(200, 64 * MIB, 64 * GIB, 4096 * GIB, 50_000_000, 5, 64 * MIB, 16 * GIB, 256 << 10);

    public ArchiveLimits {
        atLeast(1, maxRatio, "maxRatio");
        atLeast(0, ratioFrom, "ratioFrom");
        atLeast(1, maxEntryBytes, "maxEntryBytes");
        atLeast(1, maxArchiveBytes, "maxArchiveBytes");
        atLeast(1, maxEntries, "maxEntries");
        atLeast(1, maxDepth, "maxDepth");
        atLeast(1, maxPayloadBytes, "maxPayloadBytes");
        atLeast(1, maxSpoolBytes, "maxSpoolBytes");
        atLeast(1024, maxHeaderBytes, "maxHeaderBytes");
    }

    /** The same with another ratio, looked at from another size on. */
    public ArchiveLimits withRatio(int ratio, long from) {
        return new ArchiveLimits(
                ratio,
                from,
                maxEntryBytes,
                maxArchiveBytes,
                maxEntries,
                maxDepth,
                maxPayloadBytes,
                maxSpoolBytes,
                maxHeaderBytes);
    }

    /** The same with other sizes of an entry and of an archive. */
    public ArchiveLimits withBytes(long ofAnEntry, long ofAnArchive) {
        return new ArchiveLimits(
                maxRatio,
                ratioFrom,
                ofAnEntry,
                ofAnArchive,
                maxEntries,
                maxDepth,
                maxPayloadBytes,
                maxSpoolBytes,
                maxHeaderBytes);
    }

    /** The same with another number of entries, and another depth. */
    public ArchiveLimits withEntries(long entries, int depth) {
        return new ArchiveLimits(
                maxRatio,
                ratioFrom,
                maxEntryBytes,
                maxArchiveBytes,
                entries,
                depth,
                maxPayloadBytes,
                maxSpoolBytes,
                maxHeaderBytes);
    }

    /** The same with another limit on payloads of WARC records. */
    public ArchiveLimits withMaxPayloadBytes(long bytes) {
        return new ArchiveLimits(
                maxRatio,
                ratioFrom,
                maxEntryBytes,
                maxArchiveBytes,
                maxEntries,
                maxDepth,
                bytes,
                maxSpoolBytes,
                maxHeaderBytes);
    }

    /** The same with another limit on ZIP files that come as streams. */
    public ArchiveLimits withMaxSpoolBytes(long bytes) {
        return new ArchiveLimits(
                maxRatio,
                ratioFrom,
                maxEntryBytes,
                maxArchiveBytes,
                maxEntries,
                maxDepth,
                maxPayloadBytes,
                bytes,
                maxHeaderBytes);
    }

    private static void atLeast(long least, long value, String name) {
        if (value < least) {
            throw new IllegalArgumentException(name + " must be at least " + least + ", not " + value);
        }
    }
}
