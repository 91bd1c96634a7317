package io.onrecord.reading.archive;

import io.onrecord.reading.item.Wording;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Takes off what HTTP put around a body: chunks, then content encodings. */
final class HttpBody {

    private HttpBody() {}

    /**
     * The body without its chunks.
     *
     * <p>Not left to the library, which gives out what follows a wrong chunk as it stands, sizes of chunks in the middle of
     * the text included.
     */
    static InputStream withoutChunks(InputStream body, List<String> transferEncodings) {
        boolean chunked = tokens(transferEncodings).contains("chunked");
        return chunked ? new Chunks(body) : body;
    }

    /** The body without its content encodings, last one first. */
    static InputStream decoded(InputStream body, List<String> contentEncodings) throws IOException {
        List<String> encodings = tokens(contentEncodings);
        if (encodings.size() > 4) {
            throw new ArchiveException("more than four content encodings");
        }
        Collections.reverse(encodings);
        InputStream decoded = body;
        for (String encoding : encodings) {
            decoded = decoded(decoded, encoding);
        }
        return decoded;
    }

    private static InputStream decoded(InputStream body, String encoding) throws IOException {
        BufferedInputStream in = new BufferedInputStream(body, 8192);
        in.mark(8);
        byte[] head = in.readNBytes(4);
        in.reset();
        if (head.length == 0) {
            return in;
        }
        return switch (encoding) {
            case "identity", "none", "utf-8" -> in;
            // Some archives keep the header and store what it led to.
            case "gzip", "x-gzip" -> isGzip(head) ? new GzipMembers(in, false) : in;
            case "deflate" -> Decoders.deflate(in, !isZlib(head));
            case "br" -> Decoders.brotli(in);
            case "zstd" -> Decoders.isZstd(head) ? Decoders.zstd(in) : in;
            default ->
                throw new ArchiveException("the content encoding '" + Wording.shown(encoding) + "', which is not read");
        };
    }

    private static boolean isGzip(byte[] head) {
        return head.length > 2 && head[0] == 0x1F && (head[1] & 0xFF) == 0x8B;
    }

    private static boolean isZlib(byte[] head) {
        return head.length > 1 && (head[0] & 0x0F) == 8 && ((head[0] & 0xFF) << 8 | head[1] & 0xFF) % 31 == 0;
    }

    private static List<String> tokens(List<String> values) {
        List<String> tokens = new ArrayList<>();
        for (String value : values) {
            Arrays.stream(value.split(",", 16))
                    .map(token -> token.strip().toLowerCase(Locale.ROOT))
                    .filter(token -> !token.isEmpty())
                    .forEach(tokens::add);
        }
        return tokens;
    }

    /** Chunks of HTTP/1.1 (RFC 9112, 7.1). A body that does not start with one was stored without them. */
    private static final class Chunks extends InputStream {

        private static final int LONGEST_LINE = 4096;

        private final BufferedInputStream in;
        private boolean started;
        private boolean plain;
        private boolean atEnd;
        private long left;

        Chunks(InputStream in) {
            this.in = new BufferedInputStream(in, 8192);
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
            if (!started) {
                start();
            }
            if (plain) {
                return in.read(bytes, offset, length);
            }
            if (left == 0 && !atEnd) {
                expectLineEnd();
                size(line());
            }
            if (atEnd) {
                return -1;
            }
            int read = in.read(bytes, offset, (int) Math.min(length, left));
            if (read < 0) {
                throw cut();
            }
            left -= read;
            return read;
        }

        private void start() throws IOException {
            started = true;
            in.mark(LONGEST_LINE + 2);
            try {
                size(line());
            } catch (IOException e) {
                in.reset();
                plain = true;
            }
        }

        private void size(String line) throws IOException {
            int end = line.indexOf(';');
            String digits = (end < 0 ? line : line.substring(0, end)).strip();
            if (digits.isEmpty()
                    || digits.length() > 15
                    || !digits.chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
                throw new ArchiveException("chunks whose sizes are wrong: no size but '" + Wording.shown(line) + "'");
            }
            left = Long.parseLong(digits, 16);
            atEnd = left == 0;
        }

        private void expectLineEnd() throws IOException {
            int next = in.read();
            if (next == '\r') {
                next = in.read();
            }
            if (next < 0) {
                throw cut();
            }
            if (next != '\n') {
                throw new ArchiveException("chunks whose sizes are wrong: a chunk does not end where it says");
            }
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int b = in.read(); b != '\n'; b = in.read()) {
                if (b < 0) {
                    throw cut();
                }
                if (line.length() == LONGEST_LINE) {
                    throw new ArchiveException("chunks whose sizes are wrong: a line without end");
                }
                line.append((char) b);
            }
            return line.toString();
        }

        private static EOFException cut() {
            return new EOFException("ends within a chunk");
        }
    }
}
