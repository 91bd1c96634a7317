package io.onrecord.spark;

import java.util.Objects;

/** Foreign words in messages. */
final class Said {

    private static final int MOST = 80;

    private Said() {}

    /** Cut at 80 characters, control characters left out. */
    static String shown(String words) {
        String plain = words.replaceAll("\\p{Cntrl}+", " ");
        return plain.codePointCount(0, plain.length()) <= MOST
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, MOST)) + "…";
    }

    /**
     * Why a job or a query has failed: what lies behind all that Spark puts around it, whose own words begin with numbers of tasks and
     * queries. What this module says itself is whole.
     */
    static String behind(Throwable problem) {
        Throwable reason = problem;
        while (!(reason instanceof ClusterException) && reason.getCause() != null) {
            reason = reason.getCause();
        }
        String words = Objects.requireNonNullElse(
                reason.getMessage(), reason.getClass().getName());
        return reason instanceof ClusterException ? words : shown(words);
    }

    static String why(Exception problem) {
        return shown(String.valueOf(problem.getMessage()));
    }
}
