package io.onrecord.corrections;

import io.onrecord.model.Location;
import io.onrecord.model.Span;
import io.onrecord.model.Spans;
import java.util.List;

/**
 * Where the cue and the content of a statement stand: what tells it from others of its text.
 *
 * @param in which text of the article
 * @param cue empty for a quotation carried on from before
 * @param content never empty
 */
record Places(Location in, List<Span> cue, List<Span> content) {

    /** So much of two contents taken together both must have, for the statements to be one. */
    static final double LEAST_JACCARD = 0.5;

    /**
     * How well two fit: 0 where they are different statements, else what their contents share, from 0.5; 1 only for the same places.
     */
    double fit(Places other) {
        if (equals(other)) {
            return 1;
        }
        if (in != other.in
                || cue.isEmpty() != other.cue.isEmpty()
                || !cue.isEmpty() && Spans.common(cue, other.cue) == 0) {
            return 0;
        }
        double jaccard = Spans.jaccard(content, other.content);
        // The same content with a cue that was cut otherwise is not quite the same.
        return jaccard < LEAST_JACCARD ? 0 : Math.min(jaccard, Math.nextDown(1.0));
    }
}
