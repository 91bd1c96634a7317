package io.onrecord.reading;

import io.onrecord.reading.item.Wording;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Bytes to characters, all or nothing. A byte-order mark goes before a declared encoding, as the Encoding Standard
 * (encoding.spec.whatwg.org, "decode") has it: the mark belongs to this file, the declaration often to a whole run.
 */
final class Decoding {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private static final String DECLARE = "give the encoding with --encoding NAME";

    /** Characters before a fault that a message shows. */
    private static final int CONTEXT = 20;

    private static final int ESCAPE = 0x1B;

    /** More control characters than one in this many are no text. */
    private static final int CHARACTERS_FOR_A_CONTROL = 50;

    private static final int CONTROLS_IN_A_TEXT = 2;

    private Decoding() {}

    /** A whole plain text, of at least one byte. */
    static Decoded ofText(byte[] bytes, Optional<Charset> declared) {
        Optional<ByteOrderMark> mark = ByteOrderMark.of(bytes);
        if (mark.isPresent()) {
            return marked(bytes, mark.get(), declared);
        }
        if (declared.isPresent()) {
            return declared(bytes, declared.get());
        }
        int zero = indexOfZero(bytes);
        if (zero >= 0) {
            return withZeros(bytes, zero);
        }
        Decoded utf8 = strict(bytes, 0, StandardCharsets.UTF_8);
        if (utf8 instanceof Decoded.Good good) {
            return shiftsCharacters(bytes) ? guessed(bytes) : good;
        }
        int binary = binary(new String(bytes, StandardCharsets.ISO_8859_1));
        if (binary >= 0) {
            return notText(binary);
        }
        if (mostlyUtf8(bytes)) {
            return utf8;
        }
        return guessed(bytes);
    }

    /** The bytes from a place on, in one encoding. */
    private static Decoded strict(byte[] bytes, int from, Charset charset) {
        ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
        try {
            String text = decoder(charset).decode(in).toString();
            int binary = binary(text);
            if (binary < 0) {
                return new Decoded.Good(text, Optional.empty());
            }
            return notText(from + text.substring(0, binary).getBytes(charset).length);
        } catch (CharacterCodingException e) {
            return broken(bytes, from, in.position(), charset);
        }
    }

    /** Whether bytes are no binary data in any encoding that has ASCII inside. */
    static boolean isWithoutControls(byte[] bytes) {
        return binary(new String(bytes, StandardCharsets.ISO_8859_1)) < 0;
    }

    /** One line of JSON Lines, without the byte-order mark of the file. */
    static Decoded ofLine(byte[] bytes, Charset charset) {
        Decoded decoded = declared(bytes, charset);
        return decoded instanceof Decoded.Failed failed ? new Decoded.Failed("in this line: " + failed.why()) : decoded;
    }

    /** What to say where a mark goes before another encoding that was declared. */
    static Optional<String> overruled(ByteOrderMark mark, Optional<Charset> declared) {
        return declared.filter(other -> !mark.charset().name().startsWith(other.name()))
                .map(other -> "read as " + mark.charset() + ", as its byte-order mark says, not as " + other
                        + " as declared");
    }

    /** A declared name that leaves the order of bytes open is completed by what the bytes look like. */
    static Charset resolved(Charset declared, byte[] head) {
        String name = declared.name().toUpperCase(Locale.ROOT);
        if (!name.equals("UTF-16") && !name.equals("UTF-32")) {
            return declared;
        }
        return Charset.forName(name + (zerosAt(head, 1) > zerosAt(head, 0) ? "LE" : "BE"));
    }

    private static Decoded marked(byte[] bytes, ByteOrderMark mark, Optional<Charset> declared) {
        Decoded decoded = strict(bytes, mark.length(), mark.charset());
        return decoded instanceof Decoded.Good good
                ? new Decoded.Good(good.text(), overruled(mark, declared))
                : decoded;
    }

    private static Decoded declared(byte[] bytes, Charset declared) {
        Decoded decoded = strict(bytes, 0, resolved(declared, bytes));
        boolean controls = decoded instanceof Decoded.Good good && hasC1(good.text());
        if (!controls || !declared.equals(StandardCharsets.ISO_8859_1)) {
            return decoded;
        }
        // What calls itself ISO-8859-1 and has bytes 80 to 9F is windows-1252: the Encoding Standard knows no other.
        return strict(bytes, 0, WINDOWS_1252) instanceof Decoded.Good windows
                ? new Decoded.Good(
                        windows.text(),
                        Optional.of("read as windows-1252, not as ISO-8859-1 as declared, in which some of its bytes"
                                + " are no characters"))
                : decoded;
    }

    /** UTF-16 without a mark has zeros in Latin letters, spaces and digits, nearly all on one side. */
    private static Decoded withZeros(byte[] bytes, int zero) {
        int even = zerosAt(bytes, 0);
        int odd = zerosAt(bytes, 1);
        boolean oneSided = Math.min(even, odd) * 20 <= Math.max(even, odd);
        if (bytes.length % 2 == 0 && oneSided) {
            Charset charset = odd > even ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
            if (strict(bytes, 0, charset) instanceof Decoded.Good good && isAssigned(good.text())) {
                return new Decoded.Good(good.text(), Optional.of(guessedAs(charset)));
            }
        }
        return notText(zero);
    }

    private static Decoded guessed(byte[] bytes) {
        // Text with shift sequences is one of the ISO-2022 family or nothing that can be told.
        boolean shifts = shiftsCharacters(bytes);
        return CharsetGuess.of(bytes)
                .filter(guess -> !shifts || guess.charset().name().startsWith("ISO-2022"))
                .<Decoded>map(guess -> new Decoded.Good(guess.text(), Optional.of(guessedAs(guess.charset()))))
                .orElseGet(() -> new Decoded.Failed("not UTF-8, and too little to tell its encoding by: " + DECLARE));
    }

    private static String guessedAs(Charset charset) {
        return "read as " + charset + " (guessed): if that is wrong, " + DECLARE;
    }

    private static Decoded notText(long at) {
        return new Decoded.Failed("binary data, not text: see byte " + at + "; if it is text, " + DECLARE);
    }

    private static Decoded broken(byte[] bytes, int from, int at, Charset charset) {
        String before = new String(bytes, from, at - from, charset);
        long line = before.lines().count() + (endsLine(before) || before.isEmpty() ? 1 : 0);
        String context = before.substring(Math.max(0, before.length() - CONTEXT));
        String where = (line > 1 ? ", line " + line : "")
                + (context.isBlank() ? "" : ", after \"" + Wording.shown(context.strip()) + "\"");
        return new Decoded.Failed("broken " + charset + " at byte " + at + where + ": save it as " + charset
                + " again, or " + DECLARE + " if it has another");
    }

    private static boolean endsLine(String text) {
        return text.endsWith("\n") || text.endsWith("\r");
    }

    private static CharsetDecoder decoder(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** First character that shows the data to be binary, or -1. A form feed or two, or a stray control, is text. */
    private static int binary(String text) {
        int controls = 0;
        int first = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return i;
            }
            if (c < ' ' && !(c >= '\t' && c <= '\r') && c != ESCAPE) {
                controls++;
                first = first < 0 ? i : first;
            }
        }
        return controls > CONTROLS_IN_A_TEXT && (long) controls * CHARACTERS_FOR_A_CONTROL > text.length() ? first : -1;
    }

    /**
     * Whether text beyond ASCII is valid UTF-8 more often than not. Bytes of other encodings are so by chance only: of
     * the samples in the tests, none is.
     */
    private static boolean mostlyUtf8(byte[] bytes) {
        CharsetDecoder decoder = decoder(StandardCharsets.UTF_8);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(8192);
        int good = 0;
        int bad = 0;
        while (true) {
            CoderResult result = decoder.decode(in, out.clear(), true);
            out.flip();
            while (out.hasRemaining()) {
                good += out.get() > 0x7F ? 1 : 0;
            }
            if (result.isError()) {
                bad++;
                in.position(in.position() + result.length());
            } else if (result.isUnderflow()) {
                return good > 0 && good >= bad;
            }
        }
    }

    /** Seven-bit encodings of East Asia are valid ASCII that means something else after an escape. */
    private static boolean shiftsCharacters(byte[] bytes) {
        for (int i = 0; i + 1 < bytes.length; i++) {
            if (bytes[i] == ESCAPE && bytes[i + 1] == '$') {
                return true;
            }
        }
        return false;
    }

    private static boolean hasC1(String text) {
        return text.chars().anyMatch(c -> c >= 0x80 && c < 0xA0);
    }

    private static boolean isAssigned(String text) {
        return text.codePoints().allMatch(c -> Character.isDefined(c) && Character.getType(c) != Character.PRIVATE_USE);
    }

    private static int indexOfZero(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                return i;
            }
        }
        return -1;
    }

    /** Zeros at even (0) or odd (1) places. */
    private static int zerosAt(byte[] bytes, int parity) {
        int zeros = 0;
        for (int i = parity; i < bytes.length; i += 2) {
            zeros += bytes[i] == 0 ? 1 : 0;
        }
        return zeros;
    }
}
