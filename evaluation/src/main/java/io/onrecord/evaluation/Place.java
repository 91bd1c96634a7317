package io.onrecord.evaluation;

/**
 * How a statement stands to the others of its article.
 *
 * @param within index, in the list of its article's statements, of the one that reports it; -1 where none does
 * @param kind what sets it apart
 */
record Place(int within, Kind kind) {

    /** Stands by itself. */
    static final int NOWHERE = -1;

    Place {
        if ((within != NOWHERE) != (kind == Kind.NESTED)) {
            throw new IllegalArgumentException(
                    "a statement is nested exactly where another reports it, not " + kind + " within " + within);
        }
    }

    /** The kinds of statements. */
    enum Kind {
        /** By itself, with a cue of its own. */
        PLAIN("plain"),
        /** Reported by another statement. */
        NESTED("nested"),
        /** A quotation that goes on from a statement before, without a cue. */
        CONTINUED("continued"),
        /** Shares its cue with a statement before. */
        SECOND_OBJECT("second-object");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** Its name in gold files. */
        String code() {
            return code;
        }
    }
}
