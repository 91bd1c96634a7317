package io.onrecord.corrections;

import io.onrecord.model.Location;
import io.onrecord.model.Span;
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

    /** A copy of spans, which must stand in order and not overlap. */
    static List<Span> ordered(List<Span> spans, String what) {
        for (int i = 1; i < spans.size(); i++) {
            if (spans.get(i).start() < spans.get(i - 1).end()) {
                throw new IllegalArgumentException(
                        what + " spans overlap or are out of order: " + spans.get(i - 1) + ", " + spans.get(i));
            }
        }
        return List.copyOf(spans);
    }

    /**
     * How well two fit: 0 where they are different statements, else what their contents share, from 0.5; 1 only for the same places.
     */
    double fit(Places other) {
        if (equals(other)) {
            return 1;
        }
        if (in != other.in || cue.isEmpty() != other.cue.isEmpty() || !cue.isEmpty() && common(cue, other.cue) == 0) {
            return 0;
        }
        long common = common(content, other.content);
        double jaccard = (double) common / (length(content) + length(other.content) - common);
        // The same content with a cue that was cut otherwise is not quite the same.
        return jaccard < LEAST_JACCARD ? 0 : Math.min(jaccard, Math.nextDown(1.0));
    }

    private static long length(List<Span> spans) {
        return spans.stream().mapToLong(Span::length).sum();
    }

    /** Characters that both have; spans stand in order. */
    private static long common(List<Span> first, List<Span> second) {
        long common = 0;
        int i = 0;
        int j = 0;
        while (i < first.size() && j < second.size()) {
            Span a = first.get(i);
            Span b = second.get(j);
            common += Math.max(0, Math.min(a.end(), b.end()) - Math.max(a.start(), b.start()));
            if (a.end() < b.end()) {
                i++;
            } else {
                j++;
            }
        }
        return common;
    }
}
