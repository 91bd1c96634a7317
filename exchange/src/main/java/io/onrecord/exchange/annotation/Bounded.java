package io.onrecord.exchange.annotation;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** At most so many bytes of a stream; the next one is an error, so that nothing cut short is taken for the whole. */
final class Bounded extends FilterInputStream {

    /** An XMI file has every word of the text; one of a long article has about 1 MiB. */
    static final int MOST_XMI = 64 << 20;

    /** A text, or its annotations. */
    static final int MOST_BRAT = 24 << 20;

    private final String file;
    private final int most;
    private long left;

    Bounded(InputStream in, String file, int most) {
        super(in);
        this.file = file;
        this.most = most;
        this.left = most;
    }

    @Override
    public int read() throws IOException {
        int c = super.read();
        count(c < 0 ? 0 : 1);
        return c;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int n = super.read(bytes, from, length);
        count(n);
        return n;
    }

    @Override
    public long skip(long n) {
        return 0;
    }

    private void count(int n) throws AnnotationFormatException {
        left -= Math.max(0, n);
        if (left < 0) {
            throw new AnnotationFormatException(
                    file, 0, "more than " + (most >> 20) + " MiB, the limit for the annotations of one article");
        }
    }
}
