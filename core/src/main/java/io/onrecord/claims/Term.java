package io.onrecord.claims;

import io.onrecord.model.Span;
import java.util.Optional;

/**
 * A word of a proposition that carries meaning.
 *
 * @param kind what it is
 * @param value folded: a stem, a name in small letters, a number in digits
 * @param of for a number, the stem of what it counts; for a negation, that of the word it negates; else empty
 * @param span where it stands in the text (or title) of the article; empty for what was filled in from the record
 */
public record Term(Kind kind, String value, String of, Optional<Span> span) {

    /** What a term is. */
    public enum Kind {
        /** A noun, a verb, an adjective, an adverb of content. */
        WORD,
        /** A name, or part of one. */
        NAME,
        /** A count, an amount, a year. */
        NUMBER,
        /** A day, a month, a weekday. */
        DATE,
        /** {@code not}, {@code never}, {@code nobody}, {@code without}. */
        NEGATION,
        /** {@code at least}, {@code about}, {@code more than}, {@code may}. */
        HEDGE
    }

    public Term {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a term of the kind " + kind + " has a value");
        }
    }
}
