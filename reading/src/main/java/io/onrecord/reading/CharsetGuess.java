package io.onrecord.reading;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;

/**
 * The encoding that bytes other than UTF-8 look like, if they leave little doubt.
 *
 * <p>The thresholds were measured with ICU4J 79.1 on the samples of the tests, news in 14 languages and 20
 * encodings, each cut at every length (no two of the cuts are independent, so the figures are a guide):
 *
 * <pre>
 * bytes        cuts  first guess right  right but under a threshold  wrong over both
 * under 20      244                118                           53                9
 * 20 to 39      389                355                           52                0
 * 40 to 79      964                964                           36                0
 * 80 to 159     885                885                           25                0
 * 160 to 319    663                663                            0                0
 * 320 and on    670                670                            0                0
 * </pre>
 *
 * @param charset the encoding
 * @param text all the bytes in it
 */
record CharsetGuess(Charset charset, String text) {

    /** Of 100. Right guesses from 160 bytes on have 35 at least, shorter ones 30; wrong ones of 20 to 39 bytes up to 36. */
    private static final int LEAST_CONFIDENCE = 35;

    /** Over the next encoding in which the text reads otherwise; right guesses from 160 bytes on lead by 15 at least. */
    private static final int LEAST_LEAD = 10;

    /** In bytes. What is shorter is as often wrong as right, and the detector sure of it. */
    private static final int SHORTEST = 40;

    /** The detector looks at no more than that, so it had better be what tells encodings apart. */
    private static final int SAMPLE = 8000;

    private static final int LONGEST_PIECE = 400;

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    static Optional<CharsetGuess> of(byte[] bytes) {
        if (isTypographyOnly(bytes)) {
            return decoded(bytes, WINDOWS_1252);
        }
        if (bytes.length < SHORTEST) {
            return Optional.empty();
        }
        byte[] sample = sample(bytes);
        CharsetGuess best = null;
        int confidence = 0;
        for (CharsetMatch match : new CharsetDetector().setText(sample).detectAll()) {
            Optional<CharsetGuess> guess = charset(match.getName()).flatMap(charset -> decoded(bytes, charset));
            if (guess.isEmpty()) {
                continue;
            }
            if (best == null) {
                best = guess.get();
                confidence = match.getConfidence();
            } else if (!guess.get().text().equals(best.text())) {
                return accepted(best, confidence, confidence - match.getConfidence());
            }
        }
        return best == null ? Optional.empty() : accepted(best, confidence, confidence);
    }

    private static Optional<CharsetGuess> accepted(CharsetGuess guess, int confidence, int lead) {
        return confidence >= LEAST_CONFIDENCE && lead >= LEAST_LEAD && guess.isPlausible()
                ? Optional.of(guess)
                : Optional.empty();
    }

    /**
     * English with curly quotation marks, dashes and the like has these bytes alone, which mean the same in every
     * Windows code page; too few for the detector where the text is short.
     */
    private static boolean isTypographyOnly(byte[] bytes) {
        int high = 0;
        int letters = 0;
        for (byte b : bytes) {
            int c = b & 0xFF;
            if (c >= 0x80) {
                if (c != 0x85 && !(c >= 0x91 && c <= 0x97) && c != 0xA0 && c != 0xAB && c != 0xBB) {
                    return false;
                }
                high++;
            } else if (Character.isLetter(c)) {
                letters++;
            }
        }
        return high > 0 && letters >= 8 * high;
    }

    /** Detectors name encodings of the web; Latin 1 is windows-1252 there. */
    private static Optional<Charset> charset(String name) {
        if (name.startsWith("UTF-") || name.startsWith("IBM")) {
            return Optional.empty();
        }
        if (name.equals("ISO-8859-1")) {
            return Optional.of(WINDOWS_1252);
        }
        try {
            return Optional.of(Charset.forName(name.replace("-I", "")));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    private static Optional<CharsetGuess> decoded(byte[] bytes, Charset charset) {
        try {
            String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            boolean controls = text.chars().anyMatch(c -> c >= 0x80 && c < 0xA0);
            return controls ? Optional.empty() : Optional.of(new CharsetGuess(charset, text));
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Misread text has capitals inside words, such as "WeÕre" for a quotation mark of the Macintosh. */
    private boolean isPlausible() {
        int odd = 0;
        int beyondAscii = 0;
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 0x7F && Character.isLetter(c)) {
                beyondAscii++;
                odd += Character.isUpperCase(c) && Character.isLowerCase(text.charAt(i - 1)) ? 1 : 0;
            }
        }
        return 4 * odd <= beyondAscii;
    }

    /** The pieces of lines that are not plain ASCII, up to what the detector looks at. */
    private static byte[] sample(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(SAMPLE);
        int start = 0;
        while (start < bytes.length && out.size() < SAMPLE) {
            int end = pieceEnd(bytes, start);
            if (tells(bytes, start, end)) {
                out.write(bytes, start, end - start);
            }
            start = end;
        }
        return out.toByteArray();
    }

    /** After a line end, or a space once the piece is long: no character of several bytes has one of these inside. */
    private static int pieceEnd(byte[] bytes, int start) {
        for (int i = start; i < bytes.length; i++) {
            if (bytes[i] == '\n' || (bytes[i] == ' ' && i - start > LONGEST_PIECE)) {
                return i + 1;
            }
        }
        return bytes.length;
    }

    private static boolean tells(byte[] bytes, int start, int end) {
        for (int i = start; i < end; i++) {
            if (bytes[i] < 0 || bytes[i] == 0x1B) {
                return true;
            }
        }
        return false;
    }
}
