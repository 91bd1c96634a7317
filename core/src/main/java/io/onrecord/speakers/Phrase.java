package io.onrecord.speakers;

import io.onrecord.model.Span;

/**
 * A name or pronoun and its place in a sentence.
 *
 * @param span of it, with what addresses a person
 * @param sentence number of its sentence in its text
 * @param from index of its first word in the sentence
 * @param to index after its last
 * @param function what it does there
 * @param clause number of its clause, counted by the marks and words that begin one
 * @param joined whether {@code and} or a list joins it to another name
 * @param bracketed whether it stands in round brackets
 * @param before the word before its noun phrase, empty at the start of the sentence
 */
record Phrase(
        Span span,
        int sentence,
        int from,
        int to,
        Function function,
        int clause,
        boolean joined,
        boolean bracketed,
        String before) {

    boolean is(Function other) {
        return function == other;
    }

    /** Behind a preposition that places stand behind. */
    boolean isBehindPlace() {
        return switch (before) {
            case "in", "at", "from", "near", "on" -> true;
            default -> false;
        };
    }
}
