package io.onrecord.disputes;

import io.onrecord.model.Stance;
import io.onrecord.model.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A statement of the article's text with what is asked of it again and again.
 *
 * @param index among the statements of the text
 * @param paragraph index of the paragraph it begins in
 * @param first index, over the whole text, of the sentence it begins in
 * @param last index of the sentence it ends in
 * @param speaker what the speaker is known by; empty where nobody knows
 * @param person whether the speaker may be one person
 * @param stems of its content
 * @param negations how many words of the content negate
 * @param inner indexes of the statements that it reports
 */
record Said(
        int index,
        Statement statement,
        int paragraph,
        int first,
        int last,
        Optional<String> speaker,
        boolean person,
        Set<String> stems,
        int negations,
        List<Integer> inner) {

    Said {
        inner = List.copyOf(inner);
    }

    int start() {
        return statement.attribution().start();
    }

    Stance stance() {
        return statement.stance().map(read -> read.stance()).orElse(Stance.SAYS);
    }

    boolean isNegated() {
        return statement.stance().map(read -> read.negated()).orElse(false);
    }

    boolean isHypothetical() {
        return statement.stance().map(read -> read.hypothetical()).orElse(false);
    }

    boolean hasNumber() {
        return stems.stream().anyMatch(Stems::isNumber);
    }

    /** Whether both are known to be of one speaker. */
    boolean isOfSameSpeaker(Said other) {
        return speaker.isPresent() && speaker.equals(other.speaker);
    }
}
