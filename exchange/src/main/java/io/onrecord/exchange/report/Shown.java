package io.onrecord.exchange.report;

/** Foreign words made fit for a page: HTML has no form for some characters, and some turn the reading direction of what follows. */
final class Shown {

    private Shown() {}

    /** The words with U+FFFD for each such character. */
    static String of(String words) {
        StringBuilder out = new StringBuilder(words.length());
        words.codePoints().forEach(point -> out.appendCodePoint(isFit(point) ? point : 0xFFFD));
        return out.toString();
    }

    private static boolean isFit(int point) {
        if (point == '\n' || point == '\t' || point == '\r') {
            return true;
        }
        boolean surrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        boolean noCharacter = (point & 0xFFFE) == 0xFFFE || point >= 0xFDD0 && point <= 0xFDEF;
        boolean turns = point >= 0x202A && point <= 0x202E || point >= 0x2066 && point <= 0x2069;
        return !Character.isISOControl(point) && !surrogate && !noCharacter && !turns;
    }
}
