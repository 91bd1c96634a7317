package io.onrecord.claims;

import io.onrecord.claims.Comparison.Feature;
import io.onrecord.text.WordLists;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A weighted sum of what a {@link Comparison} tells, as a probability. Immutable. */
public final class Judge {

    private static final String BIAS = "BIAS";

    private final double bias;
    private final double[] weights;

    private Judge(double bias, Map<Feature, Double> weights) {
        this.bias = bias;
        this.weights = new double[Feature.values().length];
        weights.forEach((feature, weight) -> this.weights[feature.ordinal()] = weight);
    }

    /**
     * By weights.
     *
     * @param bias the log odds where nothing tells
     * @param weights of the features; one that is not there tells nothing
     */
    public static Judge of(double bias, Map<Feature, Double> weights) {
        return new Judge(bias, weights);
    }

    /** From a table beside this class: a feature and its weight on a line, the bias under {@link #BIAS}. */
    static Judge read(String table) {
        Map<Feature, Double> weights = new EnumMap<>(Feature.class);
        double bias = 0;
        for (List<String> row : WordLists.rows(Judge.class, table)) {
            if (row.get(0).equals(BIAS)) {
                bias = Double.parseDouble(row.get(1));
            } else {
                weights.put(Feature.valueOf(row.get(0)), Double.parseDouble(row.get(1)));
            }
        }
        return new Judge(bias, weights);
    }

    /** How probable it is that what is judged is so, from 0 to 1. */
    public double probability(Comparison comparison) {
        double sum = bias;
        for (Feature feature : Feature.values()) {
            sum += weights[feature.ordinal()] * comparison.get(feature);
        }
        return 1 / (1 + StrictMath.exp(-sum));
    }

    /** The table, one weight on a line, those that are 0 left out; {@code read} gives the same judge back. */
    public String text() {
        StringBuilder out = new StringBuilder(BIAS + "\t" + bias + "\n");
        for (Feature feature : Feature.values()) {
            double weight = weights[feature.ordinal()];
            if (weight != 0) {
                out.append(feature).append('\t').append(weight).append('\n');
            }
        }
        return out.toString();
    }
}
