package io.onrecord.disputes;

import io.onrecord.model.Dispute;
import io.onrecord.model.Span;
import java.util.List;

/**
 * What a statement does with another, by its words.
 *
 * @param kind what it does
 * @param how which words show it
 * @param own whether the source's own statement is meant
 * @param evidence the words that show it
 * @param reference the words that name what is meant
 */
record Act(Dispute.Kind kind, How how, boolean own, List<Span> evidence, Reference reference) {

    enum How {
        /** The cue alone: {@code denied}. */
        CUE,
        /** What it is called: {@code called the report "absurd"}. */
        LABEL,
        /** The content judges: {@code "That is a lie"}. */
        JUDGEMENT,
        /** A word for once more: {@code insisted again}. */
        AGAIN
    }

    Act {
        evidence = List.copyOf(evidence);
    }
}
