package io.onrecord.speakers;

import io.onrecord.model.SpeakerKind;
import java.util.List;
import java.util.OptionalInt;

/**
 * Whom a rule takes a source to stand for.
 *
 * @param who somebody named, somebody unnamed, or several together
 * @param via name of the rule, upper case with underscores
 * @param confidence between 0 and 1
 * @param why for people to read
 */
record Answer(Who who, String via, double confidence, String why) {

    /** Whom. */
    sealed interface Who {}

    /** Somebody the article names. */
    record Named(Party party) implements Who {}

    /** Several whom the article names, who speak together. */
    record Together(List<Party> parties) implements Who {
        Together {
            parties = List.copyOf(parties);
        }
    }

    /**
     * Somebody the article does not name.
     *
     * @param key the same for mentions of the same unnamed speaker
     * @param description as the article has it
     * @param kind what it is
     * @param count how many, where a number says so
     */
    record Unnamed(String key, String description, SpeakerKind kind, OptionalInt count) implements Who {}
}
