package io.onrecord.reading.xml;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Bounds what an XML parser holds at once: a tag, a comment, a CDATA section, a document type.
 */
final class BoundedMarkup extends FilterReader {

    private static final int LONGEST_TAG = 1 << 20;

    /** Comments and CDATA sections hold whole articles in some exports. */
    private static final int LONGEST_SECTION = 1 << 24;

    private enum State {
        TEXT,
        TAG,
        COMMENT,
        CDATA,
        TYPE
    }

    private final long limit;
    private long read;
    private State state = State.TEXT;
    private long length;
    private int brackets;

    /** The last eight characters, the newest lowest; those beyond ASCII are nothing here. */
    private long last;

    BoundedMarkup(Reader in, long limit) {
        super(in);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] chars, int offset, int length) throws IOException {
        int count = in.read(chars, offset, length);
        for (int i = 0; i < count; i++) {
            look(chars[offset + i]);
        }
        read += Math.max(0, count);
        if (read > limit) {
            throw new IOException("more than " + limit + " characters of XML, the limit for one document");
        }
        return count;
    }

    @Override
    public void close() {
        // The parser closes at the end of a document; who opened the stream closes it.
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void look(char c) throws IOException {
        last = last << 8 | (c < 0x80 ? c : 0);
        length++;
        switch (state) {
            case TEXT -> {
                if (c == '<') {
                    to(State.TAG);
                }
            }
            case TAG -> {
                if (c == '>') {
                    to(State.TEXT);
                } else if (length == 3 && ends("!--")) {
                    to(State.COMMENT);
                } else if (length == 8 && ends("![CDATA[")) {
                    to(State.CDATA);
                } else if (length == 8 && ends("!DOCTYPE")) {
                    to(State.TYPE);
                }
                bounded(LONGEST_TAG, "a tag");
            }
            case COMMENT -> {
                if (ends("-->") && length >= 3) {
                    to(State.TEXT);
                }
                bounded(LONGEST_SECTION, "a comment");
            }
            case CDATA -> {
                if (ends("]]>")) {
                    to(State.TEXT);
                }
                bounded(LONGEST_SECTION, "a CDATA section");
            }
            case TYPE -> type(c);
        }
    }

    /** Declarations within brackets may hold the mark that ends the whole. */
    private void type(char c) throws IOException {
        if (c == '[') {
            brackets++;
        } else if (c == ']') {
            brackets--;
        } else if (c == '>' && brackets <= 0) {
            to(State.TEXT);
        }
        bounded(LONGEST_TAG, "a document type");
    }

    private void to(State next) {
        state = next;
        length = 0;
        brackets = 0;
    }

    private boolean ends(String sign) {
        long wanted = 0;
        for (int i = 0; i < sign.length(); i++) {
            wanted = wanted << 8 | sign.charAt(i);
        }
        long mask = sign.length() == 8 ? -1 : (1L << 8 * sign.length()) - 1;
        return (last & mask) == wanted;
    }

    private void bounded(int most, String what) throws IOException {
        if (length > most) {
            throw new IOException("not well-formed XML: " + what + " of more than " + (most >> 20) + " MiB");
        }
    }
}
