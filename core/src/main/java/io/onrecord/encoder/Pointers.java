package io.onrecord.encoder;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Which piece of a window points at which, as log probabilities. Vectors are kept only for pieces that may point or be
 * pointed at, few of them as a rule: a long article would otherwise need two kilobytes for each of its pieces. Says always the
 * same, to any thread.
 */
final class Pointers {

    private final int width;
    /** Row of each place in the vectors, or -1. */
    private final int[] queryRows;

    private final int[] keyRows;
    private final int keyCount;
    private final float[] queries;
    private final float[] keys;
    /**
     * By row, logarithm of the sum of the exponentials of what it points at, as the bits of a double; 0 until it is asked for. Most
     * never are: of the pieces that may begin a span few do, and each total takes the product with every key.
     */
    private final AtomicLongArray totals;

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
        this.keyCount = count(pointedAt);
        int count = count(pointing);
        this.queries = vectors.queries(queryRows, count, width);
        this.keys = vectors.keys(keyRows, keyCount, width);
        this.totals = new AtomicLongArray(count);
        PointerVectors.expectNumbers(queries);
        PointerVectors.expectNumbers(keys);
    }

    private static int[] rows(boolean[] kept) {
        int[] rows = new int[kept.length];
        int count = 0;
        for (int i = 0; i < kept.length; i++) {
            rows[i] = kept[i] ? count++ : -1;
        }
        return rows;
    }

    private static int count(boolean[] kept) {
        int count = 0;
        for (boolean one : kept) {
            count += one ? 1 : 0;
        }
        return count;
    }

    /** What makes the pointers of a row probabilities: those of two windows can be compared only as such. */
    private double total(int query) {
        double total = Double.longBitsToDouble(totals.get(query));
        if (total == 0) {
            total = sum(query);
            totals.set(query, Double.doubleToRawLongBits(total));
        }
        return total;
    }

    private double sum(int query) {
        double[] products = new double[keyCount];
        double most = Double.NEGATIVE_INFINITY;
        for (int key = 0; key < products.length; key++) {
            products[key] = product(query, key);
            most = Math.max(most, products[key]);
        }
        double sum = 0;
        for (double product : products) {
            sum += StrictMath.exp(product - most);
        }
        return most + StrictMath.log(sum);
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
                : product(queryRows[from], keyRows[to]) - total(queryRows[from]);
    }
}
