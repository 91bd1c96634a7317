package io.onrecord.reading.web;

import io.onrecord.reading.item.Wording;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;

/** Unpacks what servers compressed. */
final class Packing {

    /** What is asked for. */
    static final String TAKEN = "gzip, deflate, br";

    /** Nobody packs twice on purpose; more than that is an attack. */
    private static final int MOST = 3;

    private Packing() {}

    /** Something else than what was asked for. */
    static final class UnknownPackingException extends IOException {

        private static final long serialVersionUID = 1L;

        UnknownPackingException(String name) {
            super("packed as '" + Wording.shown(name) + "', which was not asked for");
        }
    }

    /**
     * What is in there.
     *
     * @param header of Content-Encoding, the last packing last
     */
    static InputStream unpacked(InputStream in, String header) throws IOException {
        String[] names = header.toLowerCase(Locale.ROOT).split(",", MOST + 2);
        if (names.length > MOST) {
            throw new UnknownPackingException(header);
        }
        InputStream unpacked = in;
        for (int i = names.length - 1; i >= 0; i--) {
            unpacked = one(unpacked, names[i].strip());
        }
        return unpacked;
    }

    private static InputStream one(InputStream packed, String name) throws IOException {
        return switch (name) {
            case "", "identity" -> packed;
            case "br" -> new BrotliInputStream(packed);
            case "gzip", "x-gzip", "deflate" -> inflated(packed, name.equals("deflate"));
            default -> throw new UnknownPackingException(name);
        };
    }

    private static InputStream inflated(InputStream packed, boolean deflate) throws IOException {
        BufferedInputStream in = new BufferedInputStream(packed);
        in.mark(2);
        int first = in.read();
        int second = in.read();
        in.reset();
        if (first < 0) {
            return in;
        }
        if (deflate) {
            boolean wrapped = (first & 0x0F) == 8 && second >= 0 && (first << 8 | second) % 31 == 0;
            return new Inflating(in, new Inflater(!wrapped));
        }
        // Some servers announce what they forget to do.
        return first == 0x1F && second == 0x8B ? new Gunzip(in) : in;
    }

    /** Frees its inflater. */
    private static final class Inflating extends InflaterInputStream {

        Inflating(InputStream in, Inflater inflater) {
            super(in, inflater);
        }

        @Override
        public void close() throws IOException {
            super.close();
            inf.end();
        }
    }
}
