package io.onrecord.speakers;

/**
 * What kinds of letters a text has.
 *
 * @param large capitals
 * @param small the others of scripts with capitals
 * @param other those of scripts without
 */
record Letters(int large, int small, int other) {

    /** In a shorter text capitals in a row may be an acronym. */
    private static final int ENOUGH = 20;

    private static final double MOST = 0.85;

    static Letters of(String text) {
        int large = 0;
        int small = 0;
        int other = 0;
        for (int i = 0; i < text.length(); i++) {
            switch (Character.getType(text.charAt(i))) {
                case Character.UPPERCASE_LETTER, Character.TITLECASE_LETTER -> large++;
                case Character.LOWERCASE_LETTER -> small++;
                case Character.OTHER_LETTER -> other++;
                default -> {}
            }
        }
        return new Letters(large, small, other);
    }

    /** As in some agencies' copy. */
    boolean areCapitals() {
        return large + small >= ENOUGH && large >= MOST * (large + small);
    }

    boolean areCased() {
        return other < large + small;
    }
}
