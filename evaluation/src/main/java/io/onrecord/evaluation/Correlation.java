package io.onrecord.evaluation;

import java.util.List;
import java.util.Optional;

/** Pearson's correlation. */
final class Correlation {

    private Correlation() {}

    /** From -1 to 1; empty where one of the two does not vary. */
    static Optional<Double> of(List<Double> x, List<Double> y) {
        double meanX = mean(x);
        double meanY = mean(y);
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < x.size(); i++) {
            double dx = x.get(i) - meanX;
            double dy = y.get(i) - meanY;
            xx += dx * dx;
            yy += dy * dy;
            xy += dx * dy;
        }
        return xx > 0 && yy > 0 ? Optional.of(AttributionScore.rounded(xy / Math.sqrt(xx * yy), 4)) : Optional.empty();
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }
}
