package io.onrecord.disputes;

/**
 * The statement that an act is taken to mean.
 *
 * @param target the statement
 * @param rule that found it
 * @param sentences between the two, none where they share one
 */
record Choice(Said target, Rule rule, int sentences) {

    /** The rules, in the order in which they are asked. */
    enum Rule {
        /** A statement that the disputing one itself reports: {@code dismissed reports that p}. */
        INNER,
        /** Words of the proposition that is spelled out. */
        WORDS,
        /** The statement set against a denial in its own sentence: {@code denied p, but two workers said q}. */
        CONTRAST,
        /** The owner's statement of the kind that the noun names. */
        OWNER,
        /** The cue has the word of the noun: {@code accused} and {@code the accusation}. */
        NOUN_WORD,
        /** The statement's stance is what the noun names. */
        NOUN_STANCE,
        /** Any statement near enough for a noun. */
        NOUN_NEAR,
        /** The lead, where the outlet's own story is meant. */
        LEAD,
        /** The last statement of a person. */
        PERSON,
        /** The last statement before a pronoun. */
        PRONOUN,
        /** The last statement before an answer. */
        ANSWER,
        /** The next statement behind words that name what is meant. */
        AHEAD,
        /** What follows a dispute puts the contrary. */
        FOLLOWS
    }
}
