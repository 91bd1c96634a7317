package io.onrecord.speakers;

/** What pronouns may stand for a person, as far as the article and first names tell. */
enum Gender {
    FEMALE,
    MALE,
    UNKNOWN;

    /** Whether both may be of the same person. */
    boolean fits(Gender other) {
        return this == UNKNOWN || other == UNKNOWN || this == other;
    }
}
