package io.onrecord.encoder;

import java.util.Arrays;

/**
 * What a network says of one window, special pieces left out. Immutable.
 *
 * <p>Link vectors are kept only for pieces at which a span may begin, a tenth of them as a rule: a long article would
 * otherwise need a kilobyte for each of its pieces.
 */
public final class WindowScores {

    private static final int TAGS = Tag.all().size();

    /** Least probability of beginning a span for which a piece keeps its link vectors. */
    private static final double MAY_BEGIN = 1e-3;

    private final int size;
    private final int width;
    /** Log probabilities, piece by piece. */
    private final float[] tags;
    /** Row of each piece in the link vectors, or -1. */
    private final int[] rows;

    private final float[] queries;
    private final float[] keys;
    /** By row, logarithm of the sum of its links' exponentials. */
    private final double[] totals;

    /**
     * @param size word pieces of the window
     * @param tags pieces × {@link Tag}, raw scores, row by row
     * @param queries pieces × width, row by row: the span's side of a link
     * @param keys pieces × width, row by row: the cue's side of a link
     * @throws IllegalArgumentException if the sizes do not fit each other or a tag score is no number
     */
    public WindowScores(int size, float[] tags, float[] queries, float[] keys) {
        if (size < 1 || tags.length != size * TAGS) {
            throw new IllegalArgumentException(tags.length + " tag scores do not fit " + size + " pieces");
        }
        if (queries.length % size != 0 || queries.length != keys.length) {
            throw new IllegalArgumentException(
                    queries.length + " query and " + keys.length + " key values do not fit " + size + " pieces");
        }
        this.size = size;
        this.width = queries.length / size;
        this.tags = logProbabilities(tags);
        this.rows = rows();
        this.queries = kept(queries);
        this.keys = kept(keys);
        this.totals = totals((int) Arrays.stream(rows).filter(row -> row >= 0).count());
    }

    private float[] logProbabilities(float[] raw) {
        float[] logs = new float[raw.length];
        for (int from = 0; from < raw.length; from += TAGS) {
            double most = Double.NEGATIVE_INFINITY;
            for (int t = 0; t < TAGS; t++) {
                most = Math.max(most, raw[from + t]);
            }
            double sum = 0;
            for (int t = 0; t < TAGS; t++) {
                sum += StrictMath.exp(raw[from + t] - most);
            }
            double log = most + StrictMath.log(sum);
            if (!Double.isFinite(log)) {
                throw new IllegalArgumentException("tag scores of piece " + from / TAGS + " are no scores: "
                        + Arrays.toString(Arrays.copyOfRange(raw, from, from + TAGS)));
            }
            for (int t = 0; t < TAGS; t++) {
                logs[from + t] = (float) (raw[from + t] - log);
            }
        }
        return logs;
    }

    private int[] rows() {
        int[] found = new int[size];
        int count = 0;
        double least = StrictMath.log(MAY_BEGIN);
        for (int i = 0; i < size; i++) {
            boolean mayBegin = tag(i, Tag.BEGIN_SOURCE) >= least
                    || tag(i, Tag.BEGIN_CUE) >= least
                    || tag(i, Tag.BEGIN_CONTENT) >= least;
            found[i] = mayBegin ? count++ : -1;
        }
        return found;
    }

    private float[] kept(float[] vectors) {
        float[] kept = new float[vectors.length];
        int end = 0;
        for (int i = 0; i < size; i++) {
            if (rows[i] >= 0) {
                System.arraycopy(vectors, i * width, kept, end, width);
                end += width;
            }
        }
        return Arrays.copyOf(kept, end);
    }

    /** Word pieces of the window. */
    public int size() {
        return size;
    }

    /** Log probability of a tag at a piece. */
    double tag(int piece, Tag tag) {
        return tags[piece * TAGS + tag.ordinal()];
    }

    /** Log probability that a span belongs to a cue, among all pieces of the window that keep their vectors. */
    double link(int span, int cue) {
        return rows[span] < 0 || rows[cue] < 0
                ? Double.NEGATIVE_INFINITY
                : product(rows[span], rows[cue]) - totals[rows[span]];
    }

    /** What makes the links of each row probabilities: the links of two windows can be compared only as such. */
    private double[] totals(int count) {
        double[] totals = new double[count];
        double[] products = new double[count];
        for (int query = 0; query < count; query++) {
            double most = Double.NEGATIVE_INFINITY;
            for (int key = 0; key < count; key++) {
                products[key] = product(query, key);
                most = Math.max(most, products[key]);
            }
            double sum = 0;
            for (double product : products) {
                sum += StrictMath.exp(product - most);
            }
            totals[query] = most + StrictMath.log(sum);
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
}
