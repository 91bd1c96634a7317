package io.onrecord.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Locale;

/**
 * Cuts a stream at line feeds before it is decoded, so that bad bytes in one line do no harm to the next. A line over
 * the limit is passed over without being held.
 */
final class ByteLines {

    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final long limit;
    /** Bytes of a code unit: in UTF-16, a line feed is two bytes at an even place. */
    private final int unit;

    private final int lineFeed;
    private final int mask;

    private final byte[] buffer = new byte[BUFFER];
    private int filled;
    private int at;

    private byte[] line = new byte[BUFFER];
    private long length;
    private long number;

    ByteLines(InputStream in, Charset charset, long limit) {
        this.in = in;
        this.limit = limit;
        String name = charset.name().toUpperCase(Locale.ROOT);
        this.unit = name.contains("UTF-16") ? 2 : name.contains("UTF-32") ? 4 : 1;
        this.mask = unit == 4 ? -1 : (1 << (8 * unit)) - 1;
        this.lineFeed = name.contains("LE") ? '\n' << (8 * (unit - 1)) : '\n';
    }

    /** Goes to the next line; false at the end. */
    boolean next() throws IOException {
        length = 0;
        int window = 0;
        while (true) {
            if (at == filled && !fill()) {
                number += length > 0 ? 1 : 0;
                return length > 0;
            }
            byte b = buffer[at++];
            window = (window << 8) | (b & 0xFF);
            keep(b);
            if (length % unit == 0 && (window & mask) == lineFeed) {
                length -= unit;
                number++;
                return true;
            }
        }
    }

    /** Number of the line, from 1. */
    long number() {
        return number;
    }

    /** Bytes of the line without its end, also where it is too long. */
    long length() {
        return length;
    }

    boolean tooLong() {
        return length > limit;
    }

    /** The line without its end; only where it is not too long. */
    byte[] bytes() {
        byte[] bytes = Arrays.copyOf(line, (int) length);
        if (line.length > BUFFER) {
            // One long line must not cost memory while all the others are read.
            line = new byte[BUFFER];
        }
        return bytes;
    }

    /** One unit beyond the limit is kept: the line feed. */
    private void keep(byte b) {
        if (length < limit + unit) {
            if (length == line.length) {
                line = Arrays.copyOf(line, (int) Math.min(2L * line.length, limit + unit));
            }
            line[(int) length] = b;
        } else if (length == limit + unit) {
            line = new byte[BUFFER];
        }
        length++;
    }

    private boolean fill() throws IOException {
        filled = Math.max(0, in.read(buffer));
        at = 0;
        return filled > 0;
    }
}
