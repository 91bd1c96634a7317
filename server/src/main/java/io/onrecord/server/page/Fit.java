package io.onrecord.server.page;

/**
 * Words of strangers made fit for a page: HTML has no form for some characters, and some turn the direction of what follows. That none of the
 * others is taken for mark-up is the templates' work.
 */
public final class Fit {

    private static final int REPLACEMENT = 0xFFFD;

    private Fit() {}

    /** The words with U+FFFD for each such character, so that places stay. */
    public static String words(String words) {
        StringBuilder out = new StringBuilder(words.length());
        words.codePoints().forEach(point -> out.appendCodePoint(isFit(point) ? point : REPLACEMENT));
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

    /** A share in per cent. */
    public static String percent(double share) {
        return Math.round(100 * share) + " %";
    }

    /** A moment, ISO 8601 in UTC, to the minute, for people. */
    public static String time(String moment) {
        return moment.length() < 16 || moment.charAt(10) != 'T' || !moment.endsWith("Z")
                ? words(moment)
                : moment.substring(0, 10) + " " + moment.substring(11, 16) + " UTC";
    }

    /** A word of an enum in small letters, for people: {@code newer_version} as {@code newer version}. */
    public static String word(String code) {
        return code.replace('_', ' ');
    }
}
