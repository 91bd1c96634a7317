package io.onrecord.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How well scores put first what they should. Not thread-safe. */
final class Ranking {

    private record Scored(double score, boolean right) {}

    private final List<Scored> all = new ArrayList<>();
    private long right;

    void add(double score, boolean isRight) {
        all.add(new Scored(score, isRight));
        right += isRight ? 1 : 0;
    }

    long size() {
        return all.size();
    }

    long right() {
        return right;
    }

    /** The share of the right ones, in per cent: what a ranking by chance comes to. */
    Optional<Double> baseRate() {
        return all.isEmpty() ? Optional.empty() : Optional.of(AttributionScore.rounded(100.0 * right / all.size(), 2));
    }

    /**
     * Mean over the right ones of the precision down to their score, in per cent; those of one score count as one step.
     * Empty where none is right.
     */
    Optional<Double> averagePrecision() {
        if (right == 0) {
            return Optional.empty();
        }
        List<Scored> sorted = new ArrayList<>(all);
        sorted.sort(Comparator.comparingDouble(Scored::score).reversed());
        double total = 0;
        long found = 0;
        for (int at = 0; at < sorted.size(); ) {
            int end = at;
            long hits = 0;
            while (end < sorted.size()
                    && sorted.get(end).score() == sorted.get(at).score()) {
                hits += sorted.get(end++).right() ? 1 : 0;
            }
            found += hits;
            total += (double) hits * found / end;
            at = end;
        }
        return Optional.of(AttributionScore.rounded(100 * total / right, 2));
    }
}
