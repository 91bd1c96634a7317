package io.onrecord.attribution;

import io.onrecord.model.Attribution;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * A logistic map from features to a probability. Immutable.
 *
 * @param bias log-odds where every feature is 0
 * @param weights of the features; of a {@linkplain Feature#monotone monotone} one not negative, of one left out 0
 */
public record Logistic(double bias, Map<Feature, Double> weights) {

    public Logistic {
        EnumMap<Feature, Double> copy = new EnumMap<>(Feature.class);
        copy.putAll(weights);
        weights = Collections.unmodifiableMap(copy);
        checkFinite(bias, "bias");
        weights.forEach((feature, weight) -> {
            checkFinite(weight, "weight of " + feature.code());
            if (feature.monotone() && weight < 0) {
                throw new IllegalArgumentException(
                        "the weight of " + feature.code() + " must not be negative, as " + weight + " is");
            }
        });
    }

    private static void checkFinite(double value, String what) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("the " + what + " is " + value + ", not a number");
        }
    }

    /**
     * The probability, between 0 and 1.
     *
     * @param raw with uncalibrated confidence
     */
    public double of(Attribution raw) {
        double logOdds = bias;
        for (Map.Entry<Feature, Double> weight : weights.entrySet()) {
            logOdds += weight.getValue() * weight.getKey().of(raw);
        }
        return 1 / (1 + StrictMath.exp(-logOdds));
    }
}
