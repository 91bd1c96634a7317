package io.onrecord.evaluation;

import io.onrecord.attribution.Feature;
import io.onrecord.attribution.Logistic;
import io.onrecord.model.Attribution;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Fits a logistic map, such as a {@link Logistic}, by Newton's method with halved steps, features standardised, weights held back a little
 * (ridge). A monotone feature whose weight would be negative is left out. Deterministic: the same examples in the same order
 * give the same weights on every machine.
 */
final class LogisticFit {

    private static final List<Feature> FEATURES = List.of(Feature.values());
    /** Of a standardised weight, in examples: enough to tame a rare feature, too little to flatten the map. */
    private static final double RIDGE = 1;
    /** Keeps the bias finite where all examples are right, or all wrong. */
    private static final double RIDGE_OF_BIAS = 1e-3;

    private static final int STEPS = 100;
    private static final double ENOUGH = 1e-9;
    private static final double DIGITS = 1e5;

    /** Row by row: 1, then the standardised features. */
    private final double[][] rows;

    private final boolean[] right;
    private final boolean[] monotone;
    private final double ridge;
    private final double[] mean;
    private final double[] deviation;

    /** Of what is not standardised. */
    static final class Fitted {

        private final double bias;
        private final double[] weights;

        private Fitted(double bias, double[] weights) {
            this.bias = bias;
            this.weights = weights;
        }

        /** Log odds where all features are 0. */
        double bias() {
            return bias;
        }

        /** Of the features, in their order. */
        double[] weights() {
            return weights.clone();
        }

        double probability(double... row) {
            double sum = bias;
            for (int k = 0; k < row.length; k++) {
                sum += weights[k] * row[k];
            }
            return 1 / (1 + StrictMath.exp(-sum));
        }
    }

    /**
     * Something with confidence.
     *
     * @param raw the statement, with uncalibrated confidence
     * @param right whether what the confidence is of came true
     */
    record Example(Attribution raw, boolean right) {}

    private LogisticFit(List<double[]> features, List<Boolean> right, boolean[] monotone, double ridge) {
        int n = features.size();
        this.monotone = monotone.clone();
        this.ridge = ridge;
        this.rows = new double[n][monotone.length + 1];
        this.right = new boolean[n];
        this.mean = new double[monotone.length + 1];
        this.deviation = new double[monotone.length + 1];
        for (int i = 0; i < n; i++) {
            this.right[i] = right.get(i);
            rows[i][0] = 1;
            System.arraycopy(features.get(i), 0, rows[i], 1, monotone.length);
        }
        standardise();
    }

    /** The map that fits the examples; that of a coin where there are none. */
    static Logistic fit(List<Example> examples) {
        List<double[]> features = new ArrayList<>();
        List<Boolean> right = new ArrayList<>();
        for (Example example : examples) {
            features.add(FEATURES.stream()
                    .mapToDouble(feature -> feature.of(example.raw()))
                    .toArray());
            right.add(example.right());
        }
        boolean[] monotone = new boolean[FEATURES.size()];
        for (int k = 0; k < monotone.length; k++) {
            monotone[k] = FEATURES.get(k).monotone();
        }
        Fitted fitted = fit(features, right, monotone, RIDGE);
        Map<Feature, Double> weights = new EnumMap<>(Feature.class);
        FEATURES.forEach(feature -> weights.put(feature, fitted.weights()[feature.ordinal()]));
        return new Logistic(fitted.bias(), weights);
    }

    /**
     * The map that fits rows of features.
     *
     * @param right of each row whether what it stands for came true
     * @param monotone of each feature whether its weight must not be negative
     * @param ridge how much weights are held back, in examples
     */
    static Fitted fit(List<double[]> features, List<Boolean> right, boolean[] monotone, double ridge) {
        return new LogisticFit(features, right, monotone, ridge).fit();
    }

    private void standardise() {
        deviation[0] = 1;
        for (int k = 1; k < mean.length; k++) {
            double sum = 0;
            double squares = 0;
            for (double[] row : rows) {
                sum += row[k];
            }
            mean[k] = rows.length == 0 ? 0 : sum / rows.length;
            for (double[] row : rows) {
                squares += (row[k] - mean[k]) * (row[k] - mean[k]);
            }
            double spread = rows.length == 0 ? 0 : StrictMath.sqrt(squares / rows.length);
            // A feature that never changes says nothing: its column becomes 0, and so does its weight.
            deviation[k] = spread < ENOUGH ? 1 : spread;
            for (double[] row : rows) {
                row[k] = (row[k] - mean[k]) / deviation[k];
            }
        }
    }

    private Fitted fit() {
        List<Integer> columns = new ArrayList<>();
        for (int k = 0; k <= monotone.length; k++) {
            columns.add(k);
        }
        while (true) {
            double[] weights = newton(columns);
            int worst = -1;
            for (int c = 1; c < weights.length; c++) {
                if (monotone[columns.get(c) - 1] && weights[c] < 0 && (worst < 0 || weights[c] < weights[worst])) {
                    worst = c;
                }
            }
            if (worst < 0) {
                return unscaled(columns, weights);
            }
            columns.subList(worst, worst + 1).clear();
        }
    }

    private Fitted unscaled(List<Integer> columns, double[] weights) {
        double[] unscaled = new double[monotone.length];
        double bias = weights[0];
        for (int c = 1; c < weights.length; c++) {
            int k = columns.get(c);
            double weight = weights[c] / deviation[k];
            bias -= weight * mean[k];
            unscaled[k - 1] = shortened(weight);
        }
        return new Fitted(shortened(bias), unscaled);
    }

    /** Adding 0 makes of -0 a plain one. */
    private static double shortened(double weight) {
        return Math.rint(weight * DIGITS) / DIGITS + 0.0;
    }

    private double[] newton(List<Integer> columns) {
        double[] weights = new double[columns.size()];
        double loss = loss(columns, weights);
        for (int step = 0; step < STEPS; step++) {
            double[] direction = direction(columns, weights);
            double length = 1;
            double[] next = moved(weights, direction, length);
            double nextLoss = loss(columns, next);
            while (nextLoss > loss && length > ENOUGH) {
                length /= 2;
                next = moved(weights, direction, length);
                nextLoss = loss(columns, next);
            }
            boolean settled = loss - nextLoss < ENOUGH;
            weights = next;
            loss = nextLoss;
            if (settled) {
                break;
            }
        }
        return weights;
    }

    private static double[] moved(double[] weights, double[] direction, double length) {
        double[] moved = weights.clone();
        for (int c = 0; c < moved.length; c++) {
            moved[c] -= length * direction[c];
        }
        return moved;
    }

    private double ridge(int column) {
        return column == 0 ? RIDGE_OF_BIAS : ridge;
    }

    private static double logOdds(double[] row, List<Integer> columns, double[] weights) {
        double sum = 0;
        for (int c = 0; c < weights.length; c++) {
            sum += weights[c] * row[columns.get(c)];
        }
        return sum;
    }

    private double loss(List<Integer> columns, double[] weights) {
        double loss = 0;
        for (int i = 0; i < rows.length; i++) {
            double logOdds = logOdds(rows[i], columns, weights);
            double against = right[i] ? -logOdds : logOdds;
            // log(1 + exp(x)) without overflow.
            loss += Math.max(against, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(against)));
        }
        for (int c = 0; c < weights.length; c++) {
            loss += ridge(c) * weights[c] * weights[c] / 2;
        }
        return loss;
    }

    /** The Newton step: the gradient, divided by the matrix of second derivatives. */
    private double[] direction(List<Integer> columns, double[] weights) {
        int n = weights.length;
        double[] gradient = new double[n];
        double[][] second = new double[n][n];
        for (int c = 0; c < n; c++) {
            gradient[c] = ridge(c) * weights[c];
            second[c][c] = ridge(c);
        }
        for (int i = 0; i < rows.length; i++) {
            double p = 1 / (1 + StrictMath.exp(-logOdds(rows[i], columns, weights)));
            double error = p - (right[i] ? 1 : 0);
            for (int c = 0; c < n; c++) {
                double x = rows[i][columns.get(c)];
                gradient[c] += error * x;
                for (int d = 0; d <= c; d++) {
                    second[c][d] += p * (1 - p) * x * rows[i][columns.get(d)];
                }
            }
        }
        return solved(second, gradient);
    }

    /** Solves by Cholesky's method; of the matrix, which the ridge makes positive, the lower half is read. */
    private static double[] solved(double[][] matrix, double[] values) {
        int n = values.length;
        double[] x = values.clone();
        for (int c = 0; c < n; c++) {
            for (int d = 0; d <= c; d++) {
                double sum = matrix[c][d];
                for (int k = 0; k < d; k++) {
                    sum -= matrix[c][k] * matrix[d][k];
                }
                matrix[c][d] = c == d ? StrictMath.sqrt(sum) : sum / matrix[d][d];
            }
            for (int k = 0; k < c; k++) {
                x[c] -= matrix[c][k] * x[k];
            }
            x[c] /= matrix[c][c];
        }
        for (int c = n - 1; c >= 0; c--) {
            for (int k = c + 1; k < n; k++) {
                x[c] -= matrix[k][c] * x[k];
            }
            x[c] /= matrix[c][c];
        }
        return x;
    }
}
