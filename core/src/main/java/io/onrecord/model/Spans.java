package io.onrecord.model;

import java.util.List;

/** Lists of spans of one text that stand in order and do not overlap. Pure functions; lengths are in UTF-16 units. */
public final class Spans {

    private Spans() {}

    /** How long they are together. */
    public static long length(List<Span> spans) {
        return spans.stream().mapToLong(Span::length).sum();
    }

    /** How much both have. */
    public static long common(List<Span> first, List<Span> second) {
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

    /** The share of both together that both have, 0 to 1; 0 where both are empty. */
    public static double jaccard(List<Span> first, List<Span> second) {
        long common = common(first, second);
        return common == 0 ? 0 : (double) common / (length(first) + length(second) - common);
    }

    /**
     * A copy of spans, which must stand in order and not overlap.
     *
     * @param what they are, for the message
     * @throws IllegalArgumentException if they do not
     */
    public static List<Span> ordered(List<Span> spans, String what) {
        for (int i = 1; i < spans.size(); i++) {
            if (spans.get(i).start() < spans.get(i - 1).end()) {
                throw new IllegalArgumentException(
                        what + " spans overlap or are out of order: " + spans.get(i - 1) + ", " + spans.get(i));
            }
        }
        return List.copyOf(spans);
    }
}
