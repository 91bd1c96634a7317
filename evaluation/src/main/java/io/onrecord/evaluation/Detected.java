package io.onrecord.evaluation;

import java.util.Map;

/** Precision, recall and F1 of three counts. */
final class Detected {

    private Detected() {}

    /** {@code NAME.p}, {@code .r} and {@code .f1} in per cent, and the counts behind them. */
    static void put(
            String name, long correct, long found, long gold, Map<String, Double> figures, Map<String, Long> counts) {
        figures.put(name + ".p", percent(correct, found));
        figures.put(name + ".r", percent(correct, gold));
        figures.put(name + ".f1", percent(2 * correct, found + gold));
        counts.put(name + ".correct", correct);
        counts.put(name + ".predicted", found);
        counts.put(name + ".gold", gold);
    }

    private static double percent(long part, long whole) {
        return whole == 0 ? 0 : AttributionScore.rounded(100.0 * part / whole, 2);
    }
}
