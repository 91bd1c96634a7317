package io.onrecord.evaluation;

import io.onrecord.speakers.Clue;
import io.onrecord.speakers.ClueWeights;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Fits weights so that of each list of persons the right ones get the most of the probability (conditional logit with a
 * little ridge), by gradient ascent with a step of its own for each weight. Always the same for the same cases.
 */
final class ClueFit {

    private static final int STEPS = 250;
    private static final double RATE = 0.05;
    private static final double RIDGE = 4;
    private static final double MEMORY = 0.9;
    private static final double LONG_MEMORY = 0.999;

    /** The persons of one pronoun by their clues, and which of them are right; at least one is. */
    record Choice(List<Map<Clue, Double>> persons, List<Boolean> right) {
        Choice {
            persons = List.copyOf(persons);
            right = List.copyOf(right);
            if (!right.contains(true)) {
                throw new IllegalArgumentException("a choice has a right answer");
            }
        }
    }

    private ClueFit() {}

    static ClueWeights fit(List<Choice> choices) {
        List<double[][]> rows = choices.stream().map(ClueFit::rows).toList();
        int size = Clue.values().length;
        double[] weights = new double[size];
        double[] mean = new double[size];
        double[] square = new double[size];
        for (int step = 1; step <= STEPS; step++) {
            double[] gradient = gradient(choices, rows, weights);
            for (int i = 0; i < size; i++) {
                mean[i] = MEMORY * mean[i] + (1 - MEMORY) * gradient[i];
                square[i] = LONG_MEMORY * square[i] + (1 - LONG_MEMORY) * gradient[i] * gradient[i];
                double m = mean[i] / (1 - StrictMath.pow(MEMORY, step));
                double v = square[i] / (1 - StrictMath.pow(LONG_MEMORY, step));
                weights[i] += RATE * (1 - (double) step / (STEPS + 1)) * m / (StrictMath.sqrt(v) + 1e-9);
            }
        }
        Map<Clue, Double> found = new EnumMap<>(Clue.class);
        for (Clue clue : Clue.values()) {
            found.put(clue, weights[clue.ordinal()]);
        }
        return ClueWeights.of(found);
    }

    private static double[][] rows(Choice choice) {
        double[][] rows = new double[choice.persons().size()][Clue.values().length];
        for (int p = 0; p < rows.length; p++) {
            double[] row = rows[p];
            choice.persons().get(p).forEach((clue, value) -> row[clue.ordinal()] = value);
        }
        return rows;
    }

    private static double[] gradient(List<Choice> choices, List<double[][]> all, double[] weights) {
        double[] gradient = new double[weights.length];
        for (int i = 0; i < weights.length; i++) {
            gradient[i] = -RIDGE * weights[i];
        }
        for (int c = 0; c < all.size(); c++) {
            double[][] rows = all.get(c);
            List<Boolean> is = choices.get(c).right();
            double[] shares = new double[rows.length];
            double sum = 0;
            double right = 0;
            for (int p = 0; p < rows.length; p++) {
                double score = 0;
                for (int i = 0; i < weights.length; i++) {
                    score += weights[i] * rows[p][i];
                }
                shares[p] = StrictMath.exp(score);
                sum += shares[p];
                right += is.get(p) ? shares[p] : 0;
            }
            for (int p = 0; p < rows.length; p++) {
                double pull = (is.get(p) ? shares[p] / right : 0) - shares[p] / sum;
                for (int i = 0; i < weights.length; i++) {
                    gradient[i] += pull * rows[p][i];
                }
            }
        }
        return gradient;
    }
}
