package io.onrecord.reading.archive;

import org.jspecify.annotations.Nullable;

/**
 * What an archive took and gave, held against the limits; what an archive within an archive gives counts for both, so that
 * a small file cannot become a large one by steps.
 */
final class Meter {

    static final String BOMB =
            " times its size, as files made to fill disks do: if it is what it should be, unpack it and read that";

    private final ArchiveLimits limits;
    private final @Nullable Meter outer;
    private final int depth;

    private long packed;
    private long unpacked;

    /** Of an outermost archive. */
    Meter(ArchiveLimits limits) {
        this(limits, null, 1);
    }

    private Meter(ArchiveLimits limits, @Nullable Meter outer, int depth) {
        this.limits = limits;
        this.outer = outer;
        this.depth = depth;
    }

    Meter within() {
        return new Meter(limits, this, depth + 1);
    }

    ArchiveLimits limits() {
        return limits;
    }

    void checkDepth() throws ArchiveException {
        if (depth > limits.maxDepth()) {
            throw new ArchiveException("archives that lie more than " + limits.maxDepth()
                    + " deep in one another are not opened: unpack the outer ones and read that");
        }
    }

    /** Bytes of the archive itself that were read, or are there to be read at will. */
    void took(long bytes) {
        packed += bytes;
    }

    /** Bytes of entries that were given out. */
    void gave(long bytes) throws ArchiveException {
        for (Meter meter = this; meter != null; meter = meter.outer) {
            meter.unpacked += bytes;
            meter.check();
        }
    }

    private void check() throws ArchiveException {
        if (unpacked > limits.maxArchiveBytes()) {
            throw new ArchiveException("the archive unpacks to more than " + Words.bytes(limits.maxArchiveBytes())
                    + ", the limit: unpack it and read that, or raise the limit");
        }
        if (isBomb(unpacked, packed)) {
            throw new ArchiveException("the archive unpacks to more than " + limits.maxRatio() + BOMB);
        }
    }

    /** Whether the archive itself, which is read as one stream, unpacks to more than its size allows. */
    boolean isBomb(long full) {
        return isBomb(full, packed);
    }

    boolean isBomb(long full, long small) {
        return full > limits.ratioFrom() && full / limits.maxRatio() > small;
    }
}
