package io.onrecord.copies;

import java.lang.Character.UnicodeScript;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * The words of a text without its typography: runs of letters and digits in small letters, without accents and what is
 * invisible; currency signs and {@code %} are words, all else parts them. Where a script writes no spaces, each character is a
 * word.
 */
final class FoldedWords {

    private static final Set<UnicodeScript> UNSPACED = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    /** The diacritics that decomposition leaves behind Latin, Greek and Cyrillic letters. */
    private static final int FIRST_DIACRITIC = 0x300;

    private static final int LAST_DIACRITIC = 0x36F;

    private static final long SEED = 0xCBF29CE484222325L;
    private static final long PRIME = 0x100000001B3L;
    private static final int BUFFER = 1 << 13;

    private final MessageDigest digest = sha256();
    private final StringBuilder pending = new StringBuilder(BUFFER);
    private long[] hashes = new long[64];
    private int count;
    private long word = SEED;
    private boolean inWord;

    private FoldedWords() {}

    static FoldedWords of(String text) {
        FoldedWords words = new FoldedWords();
        words.read(isPlain(text) ? text : folded(text));
        words.endWord();
        words.flush();
        return words;
    }

    /** How many. */
    int count() {
        return count;
    }

    /** A number for the word of a place. */
    long hash(int index) {
        return hashes[index];
    }

    /** SHA-256 of the words, each behind a space. To be asked once. */
    byte[] digest() {
        return digest.digest();
    }

    /** By way of capitals, so that "ß" and "SS" are the same. */
    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }

    private void read(String text) {
        int at = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            at += Character.charCount(c);
            if (c < 128) {
                ascii((char) c);
            } else {
                other(c);
            }
        }
    }

    private void ascii(char c) {
        if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
            add(c);
        } else if (c >= 'A' && c <= 'Z') {
            add(c + ('a' - 'A'));
        } else {
            endWord();
            if (c == '%' || c == '$') {
                add(c);
                endWord();
            }
        }
    }

    private void other(int c) {
        int type = Character.getType(c);
        boolean invisible = type == Character.FORMAT || c >= FIRST_DIACRITIC && c <= LAST_DIACRITIC;
        if (invisible) {
            return;
        }
        boolean mark = type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
        boolean letter = Character.isLetterOrDigit(c);
        boolean alone = type == Character.CURRENCY_SYMBOL || letter && UNSPACED.contains(UnicodeScript.of(c));
        if (alone) {
            endWord();
            add(c);
            endWord();
        } else if (letter || mark) {
            add(c);
        } else {
            endWord();
        }
    }

    private void add(int c) {
        if (!inWord) {
            inWord = true;
            pending.append(' ');
        }
        pending.appendCodePoint(c);
        word = (word ^ c) * PRIME;
    }

    private void endWord() {
        if (!inWord) {
            return;
        }
        if (count == hashes.length) {
            hashes = Arrays.copyOf(hashes, 2 * count);
        }
        hashes[count++] = Mix.of(word);
        word = SEED;
        inWord = false;
        if (pending.length() >= BUFFER) {
            flush();
        }
    }

    private void flush() {
        digest.update(pending.toString().getBytes(StandardCharsets.UTF_8));
        pending.setLength(0);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
