package io.onrecord.reading.archive;

import java.io.IOException;
import java.io.InputStream;

/** A stream that remembers some of the bytes gone by, so that reading can go on from an earlier place after damage. */
final class Window extends InputStream {

    private static final int STEP = 64 << 10;

    private final InputStream in;
    private final int history;
    private final byte[] buffer;

    /** Place of the first byte of the buffer in the stream. */
    private long base;

    private int position;
    private int limit;

    /** @param history how many bytes are remembered, and how far can be looked ahead */
    Window(InputStream in, int history) {
        this.in = in;
        this.history = history;
        this.buffer = new byte[2 * history];
    }

    /** How many bytes are before the next. */
    long position() {
        return base + position;
    }

    /** How far back {@link #moveTo} can go. */
    long earliest() {
        return base;
    }

    /** Bytes that can be had without reading on. */
    @Override
    public int available() {
        return limit - position;
    }

    /** Goes back to a byte that is remembered, or forward to one that is there already. */
    void moveTo(long place) {
        if (place < base || place > base + limit) {
            throw new IllegalArgumentException(
                    place + " is not within [" + base + ", " + (base + limit) + "] of what is remembered");
        }
        position = (int) (place - base);
    }

    void skipAvailable(int count) {
        moveTo(position() + count);
    }

    /** Forgets what was read ahead. */
    void dropAhead() {
        limit = position;
    }

    /** Reads on, at least a byte; false at the end. */
    boolean fill() throws IOException {
        if (limit == buffer.length) {
            int from = Math.max(0, position - history);
            if (from == 0) {
                throw new IllegalStateException("cannot look further ahead than " + history + " bytes");
            }
            System.arraycopy(buffer, from, buffer, 0, limit - from);
            base += from;
            position -= from;
            limit -= from;
        }
        int read = in.read(buffer, limit, Math.min(STEP, buffer.length - limit));
        limit += Math.max(0, read);
        return read > 0;
    }

    /** The byte that comes after so many others, at most the history; -1 if there is none. */
    int peek(int ahead) throws IOException {
        while (available() <= ahead) {
            if (!fill()) {
                return -1;
            }
        }
        return buffer[position + ahead] & 0xFF;
    }

    /** Whether these bytes come next. */
    boolean comes(byte[] bytes) throws IOException {
        for (int i = 0; i < bytes.length; i++) {
            if (peek(i) != (bytes[i] & 0xFF)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int read() throws IOException {
        int read = peek(0);
        position += read < 0 ? 0 : 1;
        return read;
    }

    /** At most what can be had without reading on, if there is any. */
    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (available() == 0 && !fill()) {
            return -1;
        }
        int count = Math.min(length, available());
        System.arraycopy(buffer, position, bytes, offset, count);
        position += count;
        return count;
    }

    /** The array that holds the next {@link #available} bytes, from {@link #index} on; good until the next is read. */
    byte[] array() {
        return buffer;
    }

    int index() {
        return position;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
