package io.onrecord.disputes;

import io.onrecord.model.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The words with which a statement names what it disputes or backs.
 *
 * @param form what kind of words
 * @param noun that names it; only of {@code NAMED}
 * @param owner whose statement is meant
 * @param owners what the owner is known by; empty but for {@link Owner#KNOWN}
 * @param stems of the proposition, as far as the words spell it out
 * @param negations how many words of the proposition negate
 * @param words where they stand, in order
 * @param end index in the line behind the last of them
 * @param pointing whether a noun is pointed at: {@code those claims}
 */
record Reference(
        Form form,
        Optional<Noun> noun,
        Owner owner,
        List<String> owners,
        Set<String> stems,
        int negations,
        List<Span> words,
        int end,
        boolean pointing) {

    enum Form {
        /** A pronoun: {@code it}, {@code this}. */
        THING,
        /** Who stated it: {@code him}, {@code both governments}. */
        PERSON,
        /** A noun: {@code the accusation}, {@code reports of a leak}. */
        NAMED,
        /** The proposition itself. */
        SPELLED,
        /** Nothing: {@code agreed: "…"}, {@code "Nonsense"}. */
        IMPLICIT
    }

    enum Owner {
        NONE,
        /** The source itself. */
        OWN,
        /** Somebody else, whom a pronoun names. */
        OTHER,
        /** The outlet: {@code our story}. */
        OUTLET,
        /** Somebody whom the article names. */
        KNOWN,
        /** Somebody named, but no speaker of the article. */
        STRANGER
    }

    Reference {
        owners = List.copyOf(owners);
        words = List.copyOf(words);
    }

    static Reference implicit() {
        return new Reference(Form.IMPLICIT, Optional.empty(), Owner.NONE, List.of(), Set.of(), 0, List.of(), 0, false);
    }

    /** The same, where its noun is pointed at. */
    Reference pointed() {
        return new Reference(form, noun, owner, owners, stems, negations, words, end, true);
    }

    /** Whether the words themselves put a proposition. */
    boolean isSpelled() {
        return !stems.isEmpty();
    }
}
