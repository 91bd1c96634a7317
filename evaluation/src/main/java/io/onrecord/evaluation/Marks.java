package io.onrecord.evaluation;

/**
 * How a gold text is given to the engine: with its quotation marks as they are, or turned into others, to see what that
 * costs. Each mark is one character before and after, so every offset stays; guillemets, single marks and doubled ones
 * ({@code ''}, {@code ``}) are left alone.
 */
public enum Marks {
    /** As the file has them. */
    AS_THEY_ARE {
        @Override
        char turned(char mark, boolean opens) {
            return mark;
        }
    },
    /** Straight double marks become curly ones: opening after white space, a bracket or a dash, else closing. */
    CURLY {
        @Override
        char turned(char mark, boolean opens) {
            if (mark != STRAIGHT_MARK) {
                return mark;
            }
            return opens ? '“' : '”';
        }
    },
    /** Curly double marks become straight ones. */
    STRAIGHT {
        @Override
        char turned(char mark, boolean opens) {
            return STRAIGHT_MARK;
        }
    },
    /** Double marks become single ones, curly or straight as they were. */
    SINGLE {
        @Override
        char turned(char mark, boolean opens) {
            return switch (mark) {
                case '“', '„', '‟' -> '‘';
                case '”' -> '’';
                default -> '\'';
            };
        }
    };

    private static final char STRAIGHT_MARK = '"';
    private static final String DOUBLE = "\"“”„‟";
    private static final String BEFORE_OPENING = "([{—–-‘'“";

    /** What a double mark becomes. */
    abstract char turned(char mark, boolean opens);

    /** The text with its marks turned, of the same length. */
    String turn(String text) {
        StringBuilder turned = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (DOUBLE.indexOf(c) >= 0) {
                turned.setCharAt(i, turned(c, opens(text, i)));
            }
        }
        return turned.toString();
    }

    private static boolean opens(String text, int mark) {
        if (mark == 0) {
            return true;
        }
        char before = text.charAt(mark - 1);
        return Character.isWhitespace(before) || Character.isSpaceChar(before) || BEFORE_OPENING.indexOf(before) >= 0;
    }
}
