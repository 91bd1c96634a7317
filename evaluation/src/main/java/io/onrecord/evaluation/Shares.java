package io.onrecord.evaluation;

import java.util.LinkedHashMap;
import java.util.Map;

/** How many of the things of each name are right: figures in per cent, in the order of the names. Not thread-safe. */
final class Shares {

    private final Map<String, long[]> tallies = new LinkedHashMap<>();

    /** Makes room for a name, so that it stands where it is asked for first. */
    void expect(String... names) {
        for (String name : names) {
            tallies.putIfAbsent(name, new long[2]);
        }
    }

    /** One more, right or wrong. */
    void add(String name, boolean right) {
        long[] tally = tallies.computeIfAbsent(name, it -> new long[2]);
        tally[0] += right ? 1 : 0;
        tally[1]++;
    }

    /** A figure for each name that has something to be right in; {@code NAME.correct} and {@code NAME.gold} for each. */
    void put(Map<String, Double> figures, Map<String, Long> counts) {
        tallies.forEach((name, tally) -> {
            if (tally[1] > 0) {
                figures.put(name, AttributionScore.rounded(100.0 * tally[0] / tally[1], 2));
            }
            counts.put(name + ".correct", tally[0]);
            counts.put(name + ".gold", tally[1]);
        });
    }
}
