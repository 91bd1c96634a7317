package io.onrecord.reading.archive;

import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of an entry as they are given out: counted against the limits, every fault an {@link ArchiveException}, at an
 * end when the next entry is asked for.
 */
final class MeteredStream extends InputStream {

    static final long UNKNOWN = -1;

    private final InputStream in;
    private final Meter meter;
    private final long packed;
    private long given;
    private boolean open = true;
    private boolean atEnd;

    /** @param packed size of the entry in the archive, or {@link #UNKNOWN} */
    MeteredStream(InputStream in, Meter meter, long packed) {
        this.in = in;
        this.meter = meter;
        this.packed = packed;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int read = read(one, 0, 1);
        return read < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (!open) {
            throw new ArchiveException("an entry cannot be read any more once the next was asked for");
        }
        if (atEnd) {
            return -1;
        }
        int read;
        try {
            read = in.read(bytes, offset, length);
        } catch (IOException | RuntimeException e) {
            throw Words.damaged(e);
        }
        if (read < 0) {
            atEnd = true;
            return -1;
        }
        given += read;
        check();
        meter.gave(read);
        return read;
    }

    private void check() throws ArchiveException {
        if (given > meter.limits().maxEntryBytes()) {
            throw new ArchiveException("unpacks to more than "
                    + Words.bytes(meter.limits().maxEntryBytes())
                    + ", the limit of an entry: unpack it and read that, or raise the limit");
        }
        if (packed != UNKNOWN && meter.isBomb(given, packed)) {
            throw new ArchiveException("unpacks to more than " + meter.limits().maxRatio() + Meter.BOMB);
        }
    }

    /** Nothing can be read any more. */
    void end() {
        open = false;
    }

    @Override
    public void close() {
        atEnd = true;
    }
}
