package io.onrecord.encoder;

/**
 * Vectors by which one piece points at another, as a network gives them: {@code query(i) · key(j)} is the score that i
 * points at j. Raw and handed on once: it keeps the arrays that it is given, and several may look at parts of the same ones, so
 * that what a network gives of a batch need not be taken apart.
 */
public final class PointerVectors {

    /** Of a network that points at nothing. */
    public static final PointerVectors NONE = new PointerVectors(new float[0], new float[0]);

    private final float[] queries;
    private final float[] keys;
    /** Where the first row begins in both. */
    private final int from;
    /** Values of all rows, in each. */
    private final int length;

    /**
     * @param queries row by row
     * @param keys row by row, as wide
     */
    public PointerVectors(float[] queries, float[] keys) {
        this(queries, keys, 0, queries.length);
        if (queries.length != keys.length) {
            throw new IllegalArgumentException(
                    queries.length + " query and " + keys.length + " key values do not fit each other");
        }
    }

    /**
     * Rows that stand among others.
     *
     * @param queries row by row
     * @param keys row by row, as wide, and in the same places
     * @param from where the first row begins
     * @param length values of all rows together
     * @throws IllegalArgumentException if either has no such values
     */
    public PointerVectors(float[] queries, float[] keys, int from, int length) {
        if (from < 0 || length < 0 || length > queries.length - from || length > keys.length - from) {
            throw new IllegalArgumentException("values " + from + " to " + ((long) from + length)
                    + " are not all among " + queries.length + " query and " + keys.length + " key values");
        }
        this.queries = queries;
        this.keys = keys;
        this.from = from;
        this.length = length;
    }

    /** Copies some rows of the queries, those that have a row of their own, side by side. */
    float[] queries(int[] rows, int count, int width) {
        return kept(queries, rows, count, width);
    }

    /** The same of the keys. */
    float[] keys(int[] rows, int count, int width) {
        return kept(keys, rows, count, width);
    }

    private float[] kept(float[] vectors, int[] rows, int count, int width) {
        float[] kept = new float[count * width];
        for (int i = 0; i < rows.length; i++) {
            if (rows[i] >= 0) {
                System.arraycopy(vectors, from + i * width, kept, rows[i] * width, width);
            }
        }
        return kept;
    }

    /** Refuses a vector that could only be compared with nothing. */
    static void expectNumbers(float[] values) {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw new IllegalArgumentException("vectors of pointers hold what is no number");
            }
        }
    }

    /**
     * How wide a vector is, where there are so many rows.
     *
     * @throws IllegalArgumentException if the sizes do not fit
     */
    int width(int rows) {
        if (length % rows != 0) {
            throw new IllegalArgumentException(length + " query and key values do not fit " + rows + " rows");
        }
        return length / rows;
    }
}
