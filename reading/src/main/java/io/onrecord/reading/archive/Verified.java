package io.onrecord.reading.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;

/** Content whose size and checksum were stated; what is more, less or other is a fault. */
final class Verified extends FilterInputStream {

    private final long size;
    private final long stated;
    private final CRC32 checksum = new CRC32();
    private long read;

    Verified(InputStream in, long size, long checksum) {
        super(in);
        this.size = size;
        this.stated = checksum;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = in.read(bytes, offset, length);
        if (count < 0) {
            if (read != size) {
                throw new ArchiveException("ends after " + read + " bytes where " + size + " are stated: damaged");
            }
            if (checksum.getValue() != stated) {
                throw new ArchiveException("its checksum is wrong: damaged, get the archive again");
            }
            return -1;
        }
        read += count;
        if (read > size) {
            throw new ArchiveException("holds more than the " + size + " bytes that are stated: damaged");
        }
        checksum.update(bytes, offset, count);
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        return Math.max(0, read(new byte[(int) Math.min(count, 8192)]));
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
