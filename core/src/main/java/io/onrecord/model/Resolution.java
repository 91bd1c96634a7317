package io.onrecord.model;

/** Whom a source stands for, or honestly nobody and why. */
public sealed interface Resolution {

    /**
     * The rule, or the reason, of a statement without a cue: its speaker is that of the statement it goes on from, the
     * last one before it in the same text that has a cue and stands within no other; nobody is known where there is none, and it goes
     * on from before the text.
     */
    String CONTINUED = "CONTINUED";

    /**
     * The source is somebody.
     *
     * @param speakerId id of one of the record's speakers
     * @param name the speaker's name
     * @param via the rule that found it, such as {@code NAME}; upper case with underscores
     * @param confidence between 0 and 1
     * @param why a sentence a person can read
     */
    record Resolved(String speakerId, String name, String via, double confidence, String why) implements Resolution {
        public Resolved {
            Check.notBlank(speakerId, "speaker id");
            Check.notBlank(name, "speaker name");
            Check.notBlank(why, "reason for the speaker");
            code(via, "via");
            Check.probability(confidence, "confidence of the speaker");
        }
    }

    /**
     * Nobody can be named.
     *
     * @param reason upper case with underscores
     */
    record Unresolved(String reason) implements Resolution {
        /** The statement names no source. */
        public static final String NO_SOURCE = "NO_SOURCE";

        /** There is a source, but speakers were not looked for. */
        public static final String NOT_TRIED = "NOT_TRIED";

        public Unresolved {
            code(reason, "reason");
        }
    }

    private static void code(String value, String what) {
        if (!value.matches("[A-Z][A-Z0-9_]*")) {
            throw new IllegalArgumentException(
                    what + " is upper case with underscores, not '" + Check.shown(value) + "'");
        }
    }
}
