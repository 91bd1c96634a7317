package io.onrecord.reading.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** A part of a file; others may read other parts in between. */
final class Region extends InputStream {

    private final SeekableByteChannel file;
    private final long end;
    private long position;

    Region(SeekableByteChannel file, long start, long end) {
        this.file = file;
        this.position = start;
        this.end = end;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (position >= end) {
            return -1;
        }
        file.position(position);
        int read = file.read(ByteBuffer.wrap(bytes, offset, (int) Math.min(length, end - position)));
        position += Math.max(0, read);
        return read;
    }
}
