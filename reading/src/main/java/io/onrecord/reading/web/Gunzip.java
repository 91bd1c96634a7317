package io.onrecord.reading.web;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Unpacks gzip (RFC 1952), its members one after the other. The JDK's calls itself for each empty member, so that a stream
 * of a few thousand takes the stack down.
 */
final class Gunzip extends InputStream {

    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int HEADER_CHECK = 2;

    private final InputStream in;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 check = new CRC32();
    private final byte[] packed = new byte[8192];
    private int from;
    private int to;
    private boolean ended;

    /** @throws IOException if it is not gzip */
    Gunzip(InputStream in) throws IOException {
        this.in = in;
        header(next());
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
        while (!ended) {
            int inflated = inflate(bytes, offset, length);
            if (inflated > 0) {
                check.update(bytes, offset, inflated);
                return inflated;
            }
            if (inflater.finished()) {
                endOfMember();
            } else if (inflater.needsDictionary()) {
                throw new ZipException("gzip has no dictionaries");
            } else {
                fill();
                inflater.setInput(packed, from, to - from);
                from = to;
            }
        }
        return -1;
    }

    private int inflate(byte[] bytes, int offset, int length) throws ZipException {
        try {
            return inflater.inflate(bytes, offset, length);
        } catch (DataFormatException e) {
            throw (ZipException) new ZipException("damaged gzip").initCause(e);
        }
    }

    private void endOfMember() throws IOException {
        from = to - inflater.getRemaining();
        long sum = little(4);
        long size = little(4);
        if (sum != check.getValue() || size != (inflater.getBytesWritten() & 0xFFFFFFFFL)) {
            throw new ZipException("the check sum of gzip does not fit");
        }
        inflater.reset();
        check.reset();
        int first = nextOrEnd();
        if (first == 0x1F) {
            header(first);
        } else {
            // What is neither a member nor the end is padding.
            ended = true;
        }
    }

    private void header(int first) throws IOException {
        if (first != 0x1F || next() != 0x8B || next() != 8) {
            throw new ZipException("not gzip");
        }
        int flags = next();
        little(4);
        little(2);
        if ((flags & EXTRA) != 0) {
            for (long left = little(2); left > 0; left--) {
                next();
            }
        }
        for (int text : new int[] {NAME, COMMENT}) {
            if ((flags & text) != 0) {
                while (next() != 0) {
                    // Nobody needs it.
                }
            }
        }
        if ((flags & HEADER_CHECK) != 0) {
            little(2);
        }
    }

    private long little(int bytes) throws IOException {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= (long) next() << (8 * i);
        }
        return value;
    }

    private int next() throws IOException {
        int next = nextOrEnd();
        if (next < 0) {
            throw new EOFException("gzip is cut off");
        }
        return next;
    }

    private int nextOrEnd() throws IOException {
        if (from == to) {
            int read = in.read(packed, 0, packed.length);
            if (read < 0) {
                return -1;
            }
            from = 0;
            to = read;
        }
        return packed[from++] & 0xFF;
    }

    private void fill() throws IOException {
        if (from == to) {
            next();
            from = 0;
        }
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }
}
