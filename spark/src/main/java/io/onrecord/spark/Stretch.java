package io.onrecord.spark;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The next so many bytes of a stream. Remembers if storage fails: to whoever reads articles that is one more file that is damaged,
 * but on a cluster it passes.
 */
final class Stretch extends FilterInputStream {

    private long left;
    private @Nullable IOException failed;

    Stretch(InputStream in, long length) {
        super(in);
        this.left = length;
    }

    /** @throws IOException what storage has thrown before */
    void check() throws IOException {
        if (failed != null) {
            throw failed;
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (left <= 0 && length > 0) {
            return -1;
        }
        try {
            int read = super.read(bytes, offset, (int) Math.min(length, left));
            left -= Math.max(0, read);
            return read;
        } catch (IOException e) {
            failed = e;
            throw e;
        }
    }

    @Override
    public long skip(long bytes) throws IOException {
        try {
            long skipped = super.skip(Math.min(bytes, left));
            left -= skipped;
            return skipped;
        } catch (IOException e) {
            failed = e;
            throw e;
        }
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
