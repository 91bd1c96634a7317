package io.onrecord.server.desk;

/** Words of strangers in messages. */
final class Words {

    private static final int SHOWN = 80;

    private Words() {}

    /** One line of at most 80 code points, without what controls or turns the direction of writing. */
    static String shown(String words) {
        String plain = plain(words);
        return plain.codePointCount(0, plain.length()) <= SHOWN
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, SHOWN)) + "…";
    }

    /** One line, without what controls or turns the direction of writing. */
    static String plain(String words) {
        return words.codePoints()
                .map(point -> isPlain(point) ? point : ' ')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isPlain(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> false;
            default -> true;
        };
    }
}
