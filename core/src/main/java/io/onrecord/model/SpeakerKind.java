package io.onrecord.model;

/** What kind of party a speaker is. */
public enum SpeakerKind {
    PERSON,
    STATE,
    ORGANISATION,
    /** People taken together: residents, critics, the villagers. */
    GROUP,
    /** A post whose holder the article does not name: the finance minister. */
    OFFICE,
    /** A report, a poll, a court filing. */
    DOCUMENT,
    /** Somebody the article keeps unnamed, known by a description. */
    UNNAMED
}
