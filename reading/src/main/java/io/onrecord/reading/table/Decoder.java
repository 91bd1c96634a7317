package io.onrecord.reading.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to characters as they come. A byte-order mark decides, then what was declared, then UTF-8; if the first bytes
 * that are not ASCII are no UTF-8, it is windows-1252, which is said. A byte that is nothing in the encoding is not
 * replaced but becomes a character of its own ({@link #isBroken}), so that its row alone can be left out.
 */
final class Decoder extends Reader {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final int BUFFER = 1 << 13;

    /** Half of a surrogate pair, which no decoder yields by itself, and the byte. */
    private static final char BROKEN = '\uDC00';

    private final InputStream in;
    private final Consumer<String> notices;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
    private final boolean declared;
    private CharsetDecoder decoder;
    private boolean seenMore;
    private boolean ended;

    Decoder(InputStream in, Optional<Charset> known, Consumer<String> notices) throws IOException {
        this.in = in;
        this.notices = notices;
        fill();
        Optional<Charset> mark = mark();
        Charset zeros = zeros();
        this.declared = mark.isPresent() || known.isPresent() || zeros != null;
        Charset charset =
                mark.or(() -> known).map(Decoder::resolved).orElse(zeros == null ? StandardCharsets.UTF_8 : zeros);
        if (mark.isEmpty() && known.isEmpty() && zeros != null) {
            notices.accept(guessed(zeros));
        }
        this.decoder = decoder(charset);
    }

    /** Whether a character stands for a byte that could not be decoded. */
    static boolean isBroken(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= BROKEN && c <= BROKEN + 0xFF && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public int read(char[] chars, int offset, int length) throws IOException {
        CharBuffer out = CharBuffer.wrap(chars, offset, length);
        while (out.position() == 0 && (bytes.hasRemaining() || !ended)) {
            CoderResult result = decoder.decode(bytes, out, ended);
            noteMore(chars, offset, out.position());
            if (result.isError()) {
                broken(result.length(), out);
            } else if (result.isUnderflow()) {
                if (ended) {
                    break;
                }
                fill();
            }
        }
        return out.position() == 0 ? -1 : out.position();
    }

    @Override
    public void close() {
        // Who opened the stream closes it.
    }

    private void broken(int length, CharBuffer out) {
        if (!declared && !seenMore && decoder.charset().equals(StandardCharsets.UTF_8)) {
            decoder = decoder(WINDOWS_1252);
            notices.accept(guessed(WINDOWS_1252));
            return;
        }
        for (int i = 0; i < length && out.hasRemaining(); i++) {
            out.put((char) (BROKEN + (bytes.get() & 0xFF)));
        }
    }

    private void noteMore(char[] chars, int from, int count) {
        for (int i = from; !seenMore && i < from + count; i++) {
            seenMore = chars[i] > 0x7F;
        }
    }

    private void fill() throws IOException {
        bytes.compact();
        int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
        bytes.position(bytes.position() + Math.max(0, count)).flip();
        ended = count < 0;
    }

    private Optional<Charset> mark() throws IOException {
        while (bytes.remaining() < 3 && !ended) {
            fill();
        }
        if (starts(0xEF, 0xBB, 0xBF)) {
            bytes.position(3);
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (starts(0xFF, 0xFE) || starts(0xFE, 0xFF)) {
            Charset charset = starts(0xFF, 0xFE) ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
            bytes.position(2);
            return Optional.of(charset);
        }
        return Optional.empty();
    }

    /** UTF-16 without a mark: zeros on one side of Latin letters. */
    private @Nullable Charset zeros() {
        int even = 0;
        int odd = 0;
        for (int i = bytes.position(); i < bytes.limit(); i++) {
            if (bytes.get(i) == 0) {
                even += i % 2 == 0 ? 1 : 0;
                odd += i % 2 == 0 ? 0 : 1;
            }
        }
        if (Math.max(even, odd) * 4 < bytes.remaining() || Math.min(even, odd) * 20 > Math.max(even, odd)) {
            return null;
        }
        return even + odd == 0 ? null : odd > even ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    }

    private boolean starts(int... sign) {
        if (bytes.remaining() < sign.length) {
            return false;
        }
        for (int i = 0; i < sign.length; i++) {
            if ((bytes.get(bytes.position() + i) & 0xFF) != sign[i]) {
                return false;
            }
        }
        return true;
    }

    /** Without a mark the name alone means the order of Windows, which writes such tables. */
    private static Charset resolved(Charset charset) {
        return charset.equals(StandardCharsets.UTF_16) ? StandardCharsets.UTF_16LE : charset;
    }

    private static String guessed(Charset charset) {
        return "read as " + charset + " (guessed): if that is wrong, give the encoding with --encoding NAME";
    }

    private static CharsetDecoder decoder(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }
}
