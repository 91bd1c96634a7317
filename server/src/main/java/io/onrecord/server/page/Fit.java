package io.onrecord.server.page;

import io.onrecord.text.Foreign;

/**
 * Words of strangers made fit for a page: HTML has no form for some characters, and some turn the direction of what follows. That none of the
 * others is taken for mark-up is the templates' work.
 */
public final class Fit {

    private Fit() {}

    /** The words with U+FFFD for each such character, so that places stay. */
    public static String words(String words) {
        return Foreign.fit(words);
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
