package io.onrecord.reading.page;

import io.onrecord.text.Foreign;

/** White space and what shows nothing, as a browser has them. */
final class Spaces {

    private static final char SOFT_HYPHEN = '\u00AD';
    private static final char ZERO_WIDTH_SPACE = '\u200B';
    private static final char WORD_JOINER = '\u2060';
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Spaces() {}

    /** Unlike in a browser, a no-break space is one as well: it is there for the look of a line. */
    static boolean isSpace(char c) {
        return c <= ' ' || c == '\u0085' || c == '\u00A0' || (c >= '\u1680' && Character.isSpaceChar(c));
    }

    /** What may be left out without changing a word: hints for line breaks, marks of direction and control characters. */
    static boolean isNothing(char c) {
        return switch (c) {
            case SOFT_HYPHEN, ZERO_WIDTH_SPACE, WORD_JOINER, BYTE_ORDER_MARK -> true;
            case '\t', '\n', '\f', '\r', '\u0085' -> false;
            default -> Character.isISOControl(c) || (c >= '\u200E' && c <= '\u200F') || Foreign.turnsDirection(c);
        };
    }

    /** One line: runs of white space become one space, none at the ends. */
    static String line(String value) {
        StringBuilder out = new StringBuilder(value.length());
        boolean pending = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (isNothing(c)) {
                continue;
            }
            if (isSpace(c)) {
                pending = out.length() > 0;
                continue;
            }
            if (pending) {
                out.append(' ');
                pending = false;
            }
            out.append(whole(value, i) ? c : '\uFFFD');
        }
        return out.toString();
    }

    /** Whether the unit is not half a character: no file can hold one. */
    static boolean whole(CharSequence value, int at) {
        char c = value.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 < value.length() && Character.isLowSurrogate(value.charAt(at + 1));
        }
        return !Character.isLowSurrogate(c) || (at > 0 && Character.isHighSurrogate(value.charAt(at - 1)));
    }
}
