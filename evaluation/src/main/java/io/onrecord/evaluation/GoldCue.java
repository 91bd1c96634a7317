package io.onrecord.evaluation;

import io.onrecord.model.Attribution;
import io.onrecord.model.Span;
import io.onrecord.model.Stance;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A cue whose stance people have told.
 *
 * @param text that the spans refer to
 * @param words the attribution
 * @param stance what the cue does
 * @param alike other stances that are as right
 * @param negated whether it is negated; empty where the file does not tell
 * @param hypothetical whether it is hypothetical; empty where the file does not tell
 * @param addressee whom it was told; empty where the file does not tell
 * @param labels what two people said before they agreed; empty where the file does not tell
 */
record GoldCue(
        String text,
        Attribution words,
        Stance stance,
        Set<Stance> alike,
        Optional<Boolean> negated,
        Optional<Boolean> hypothetical,
        Optional<List<Span>> addressee,
        Optional<Labels> labels) {

    GoldCue {
        alike = Set.copyOf(alike);
        addressee = addressee.map(List::copyOf);
    }

    /** A stance as it counts: one as right as the gold one is the gold one. */
    Stance counted(Stance read) {
        return alike.contains(read) ? stance : read;
    }

    /** The stances that two people gave. */
    record Labels(Stance first, Stance second) {}
}
