package io.onrecord.exchange.annotation;

import java.util.Optional;

/** Text that has to fit a format. */
final class Lines {

    /** Longest piece of foreign text that a message shows. */
    private static final int SHOWN = 80;

    private Lines() {}

    /** A text as one line without white space around it; empty if nothing is left. */
    static Optional<String> folded(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().map(Lines::flat).forEach(line::appendCodePoint);
        return Optional.of(line.toString().strip()).filter(left -> !left.isEmpty());
    }

    /** Line ends, tabs, and what XML has no place for, become a space. */
    private static int flat(int c) {
        boolean lineEnd = c <= 0xffff && Pieces.isLineEnd((char) c);
        return lineEnd || c == '\t' || isForbidden(c) ? ' ' : c;
    }

    /** Whether XML has no place for a character: 1.0, or 1.1 as tools write it. Halves of a pair, too. */
    static boolean isForbidden(int c) {
        return c < ' ' && c != '\t' && c != '\n' && c != '\r'
                || c >= 0x7f && c <= 0x9f
                || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE
                || c == 0xfffe
                || c == 0xffff;
    }

    /**
     * The text with a replacement character for each that XML, or UTF-8, has no place for: one for one, so that every offset
     * stays.
     */
    static String legal(String text, boolean xml) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> (xml ? isForbidden(c) : Character.getType(c) == Character.SURROGATE) ? '\uFFFD' : c)
                .forEach(out::appendCodePoint);
        return out.toString();
    }

    /** At most 80 characters of a foreign text, in one line. */
    static String shown(String text) {
        int points = text.codePointCount(0, Math.min(text.length(), 4 * SHOWN));
        String cut = points <= SHOWN && text.length() <= 4 * SHOWN
                ? text
                : text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…";
        return folded(cut).orElse("");
    }
}
