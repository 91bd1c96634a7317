package io.onrecord.exchange;

/** What UTF-16 allows and Unicode does not. */
final class Unicode {

    private Unicode() {}

    /** Offset of the first surrogate that has no partner, or -1. */
    static int loneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isSurrogate(c)) {
                continue;
            }
            if (Character.isHighSurrogate(c) && insidePair(text, i + 1)) {
                i++;
                continue;
            }
            return i;
        }
        return -1;
    }

    /** The text with a replacement character for each half of a surrogate pair that has no partner. */
    static String repaired(String text) {
        if (loneSurrogate(text) < 0) {
            return text;
        }
        return text.codePoints()
                .map(c -> Character.getType(c) == Character.SURROGATE ? '\uFFFD' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Whether an offset lies between the two halves of a surrogate pair. */
    static boolean insidePair(String text, int offset) {
        return offset > 0
                && offset < text.length()
                && Character.isHighSurrogate(text.charAt(offset - 1))
                && Character.isLowSurrogate(text.charAt(offset));
    }
}
