package io.onrecord.spark;

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

    static String why(Exception problem) {
        return shown(String.valueOf(problem.getMessage()));
    }
}
