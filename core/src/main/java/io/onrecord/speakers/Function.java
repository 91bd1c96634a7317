package io.onrecord.speakers;

/** What a name or pronoun does in its sentence, as far as the words around it tell. */
enum Function {
    SUBJECT,
    OBJECT,
    /** Behind a preposition. */
    OBLIQUE,
    /** Somebody's: {@code Serrat's}, {@code his}. */
    OWNER,
    OTHER
}
