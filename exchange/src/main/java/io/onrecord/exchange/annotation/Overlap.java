package io.onrecord.exchange.annotation;

import io.onrecord.model.Span;
import java.util.List;

/** How far two statements stand in the same place. */
final class Overlap {

    private Overlap() {}

    /** The share of both contents that they have in common, 0 to 1; 0 where their cues have nothing in common. */
    static double fit(Marked one, Marked other) {
        if (one.cue().equals(other.cue()) && one.content().equals(other.content())) {
            return 1;
        }
        boolean cues = one.cue().isEmpty() && other.cue().isEmpty() || common(one.cue(), other.cue()) > 0;
        long common = common(one.content(), other.content());
        return cues ? (double) common / (length(one.content()) + length(other.content()) - common) : 0;
    }

    private static long length(List<Span> spans) {
        return spans.stream().mapToLong(Span::length).sum();
    }

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
