package io.onrecord.reading.language;

import java.util.Locale;

/**
 * The words of a text by which its language can be told: running words in small letters. Capitalised words are left
 * out, since names say where people come from, not what the article is written in; so are addresses and numbers.
 */
final class Sample {

    /** Characters kept from the beginning, and again from the middle: the first lines may be a menu or a dateline. */
    private static final int KEPT = 250;

    /** Characters looked at for them. */
    private static final int LOOKED_AT = 4000;

    /** Longer ones are addresses, codes, or a script without spaces. */
    private static final int LONGEST_WORD = 40;

    /** Fewer letters than this in small-letter words, and the text is all headline: capitals are taken then. */
    private static final int FEWEST = 25;

    private Sample() {}

    static String of(String text) {
        String sample = taken(text, false);
        return sample.length() >= FEWEST ? sample : taken(text, true).toLowerCase(Locale.ROOT);
    }

    private static String taken(String text, boolean capitals) {
        StringBuilder kept = new StringBuilder(2 * KEPT);
        int end = take(text, 0, KEPT, capitals, kept);
        take(text, Math.max(end, text.length() / 2), 2 * KEPT, capitals, kept);
        return kept.toString().strip();
    }

    /** Takes words from a place on until so much is kept; where it stopped. */
    private static int take(String text, int from, int upTo, boolean capitals, StringBuilder kept) {
        int limit = Math.min(text.length(), from + LOOKED_AT);
        int at = from;
        while (at < limit && kept.length() < upTo) {
            int start = at;
            while (at < limit && !Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            if (isWord(text, start, at, capitals)) {
                kept.append(text, start, at).append(' ');
            }
            at++;
        }
        return Math.min(at, text.length());
    }

    private static boolean isWord(String text, int start, int end, boolean capitals) {
        if (end == start || end - start > LONGEST_WORD) {
            return false;
        }
        boolean first = true;
        for (int i = start; i < end; i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (Character.isDigit(c) || c == '@' || c == '/' || c == '_') {
                return false;
            }
            if (Character.isLetter(c)) {
                if (first && !capitals && (Character.isUpperCase(c) || Character.isTitleCase(c))) {
                    return false;
                }
                first = false;
            }
        }
        return !first;
    }
}
