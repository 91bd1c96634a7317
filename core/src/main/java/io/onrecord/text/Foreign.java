package io.onrecord.text;

/** Characters of strangers' words that do harm where they are shown. Pure functions. */
public final class Foreign {

    private static final int REPLACEMENT = 0xFFFD;

    private Foreign() {}

    /**
     * Whether a character turns the direction of what follows: the explicit embeddings, overrides and isolates. Plain marks of right-to-left text
     * do not.
     */
    public static boolean turnsDirection(int codePoint) {
        return codePoint >= 0x202A && codePoint <= 0x202E || codePoint >= 0x2066 && codePoint <= 0x2069;
    }

    /** Whether HTML has a form for a character, and it does not turn the direction of what follows. */
    public static boolean isFit(int codePoint) {
        if (codePoint == '\n' || codePoint == '\t' || codePoint == '\r') {
            return true;
        }
        boolean surrogate = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
        boolean noCharacter = (codePoint & 0xFFFE) == 0xFFFE || codePoint >= 0xFDD0 && codePoint <= 0xFDEF;
        return !Character.isISOControl(codePoint) && !surrogate && !noCharacter && !turnsDirection(codePoint);
    }

    /** Words with U+FFFD for each character that is not {@link #isFit fit}, so that places stay. */
    public static String fit(String words) {
        StringBuilder out = new StringBuilder(words.length());
        words.codePoints().forEach(point -> out.appendCodePoint(isFit(point) ? point : REPLACEMENT));
        return out.toString();
    }
}
