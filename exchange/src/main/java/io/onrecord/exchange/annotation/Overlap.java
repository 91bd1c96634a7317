package io.onrecord.exchange.annotation;

import io.onrecord.model.Spans;

/** How far two statements stand in the same place. */
final class Overlap {

    private Overlap() {}

    /** The share of both contents that they have in common, 0 to 1; 0 where their cues have nothing in common, 1 only for the same places. */
    static double fit(Marked one, Marked other) {
        if (one.cue().equals(other.cue()) && one.content().equals(other.content())) {
            return 1;
        }
        boolean cues = one.cue().isEmpty() && other.cue().isEmpty() || Spans.common(one.cue(), other.cue()) > 0;
        return cues ? Math.min(Spans.jaccard(one.content(), other.content()), Math.nextDown(1.0)) : 0;
    }
}
