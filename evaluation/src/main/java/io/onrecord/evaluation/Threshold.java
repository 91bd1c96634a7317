package io.onrecord.evaluation;

import java.util.ArrayList;
import java.util.List;

/** From which value on yes is said, found from decided examples: twentieths, that which is right most often, the nearest to a half of several. */
final class Threshold {

    private static final int STEPS = 20;

    private Threshold() {}

    /**
     * An example.
     *
     * @param value from 0 to 1
     * @param is whether yes is right
     */
    record Decided(double value, boolean is) {
        boolean isRight(double threshold) {
            return value >= threshold == is;
        }
    }

    /** The threshold of some examples. */
    static double of(List<Decided> examples) {
        double best = 0.5;
        long most = right(examples, best);
        for (int step = 1; step < STEPS; step++) {
            double threshold = (double) step / STEPS;
            long right = right(examples, threshold);
            if (right > most || right == most && Math.abs(threshold - 0.5) < Math.abs(best - 0.5)) {
                most = right;
                best = threshold;
            }
        }
        return best;
    }

    private static long right(List<Decided> examples, double threshold) {
        return examples.stream().filter(one -> one.isRight(threshold)).count();
    }

    /** For each example whether it is decided rightly by the threshold of those that are in other parts than it. */
    static List<Boolean> crossed(List<Decided> examples, int parts) {
        List<Double> thresholds = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            List<Decided> others = new ArrayList<>();
            for (int i = 0; i < examples.size(); i++) {
                if (i % parts != part) {
                    others.add(examples.get(i));
                }
            }
            thresholds.add(of(others));
        }
        List<Boolean> right = new ArrayList<>();
        for (int i = 0; i < examples.size(); i++) {
            right.add(examples.get(i).isRight(thresholds.get(i % parts)));
        }
        return right;
    }
}
