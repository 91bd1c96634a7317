package io.onrecord.encoder;

import java.util.Arrays;

/**
 * Which piece of a window points at which, as log probabilities. Vectors are kept only for pieces that may point or be
 * pointed at, few of them as a rule: a long article would otherwise need two kilobytes for each of its pieces. Immutable.
 */
final class Pointers {

    private final int width;
    /** Row of each place in the vectors, or -1. */
    private final int[] queryRows;

    private final int[] keyRows;
    private final float[] queries;
    private final float[] keys;
    /** By row, logarithm of the sum of the exponentials of what it points at. */
    private final double[] totals;

    /**
     * @param width of a vector
     * @param vectors a row for each place
     * @param pointing whether a place may point at another
     * @param pointedAt whether a place may be pointed at
     * @throws IllegalArgumentException if a vector that is kept holds what is no number
     */
    Pointers(int width, PointerVectors vectors, boolean[] pointing, boolean[] pointedAt) {
        this.width = width;
        this.queryRows = rows(pointing);
        this.keyRows = rows(pointedAt);
        this.queries = kept(vectors.queries(), queryRows);
        this.keys = kept(vectors.keys(), keyRows);
        this.totals = totals();
    }

    private static int[] rows(boolean[] kept) {
        int[] rows = new int[kept.length];
        int count = 0;
        for (int i = 0; i < kept.length; i++) {
            rows[i] = kept[i] ? count++ : -1;
        }
        return rows;
    }

    private float[] kept(float[] vectors, int[] rows) {
        float[] kept = new float[vectors.length];
        int end = 0;
        for (int i = 0; i < rows.length; i++) {
            if (rows[i] >= 0) {
                System.arraycopy(vectors, i * width, kept, end, width);
                end += width;
            }
        }
        return Arrays.copyOf(kept, end);
    }

    private static int count(int[] rows) {
        return (int) Arrays.stream(rows).filter(row -> row >= 0).count();
    }

    /** What makes the pointers of each row probabilities: those of two windows can be compared only as such. */
    private double[] totals() {
        double[] totals = new double[count(queryRows)];
        double[] products = new double[count(keyRows)];
        if (products.length == 0) {
            return totals;
        }
        for (int query = 0; query < totals.length; query++) {
            double most = Double.NEGATIVE_INFINITY;
            for (int key = 0; key < products.length; key++) {
                products[key] = product(query, key);
                most = Math.max(most, products[key]);
            }
            double sum = 0;
            for (double product : products) {
                sum += StrictMath.exp(product - most);
            }
            totals[query] = most + StrictMath.log(sum);
            if (!Double.isFinite(totals[query])) {
                throw new IllegalArgumentException("vectors of pointers hold what is no number");
            }
        }
        return totals;
    }

    private double product(int query, int key) {
        double sum = 0;
        for (int k = 0; k < width; k++) {
            sum += (double) queries[query * width + k] * keys[key * width + k];
        }
        return sum;
    }

    /** Log probability that a place points at another, among all places that may be pointed at. */
    double get(int from, int to) {
        return queryRows[from] < 0 || keyRows[to] < 0
                ? Double.NEGATIVE_INFINITY
                : product(queryRows[from], keyRows[to]) - totals[queryRows[from]];
    }
}
