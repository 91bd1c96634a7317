package io.onrecord.encoder;

/**
 * Vectors by which one piece points at another, as a network gives them: {@code query(i) · key(j)} is the score that i
 * points at j. Raw and handed on once: it keeps the arrays that it is given.
 */
public final class PointerVectors {

    /** Of a network that points at nothing. */
    public static final PointerVectors NONE = new PointerVectors(new float[0], new float[0]);

    private final float[] queries;
    private final float[] keys;

    /**
     * @param queries row by row
     * @param keys row by row, as wide
     */
    public PointerVectors(float[] queries, float[] keys) {
        this.queries = queries;
        this.keys = keys;
    }

    float[] queries() {
        return queries;
    }

    float[] keys() {
        return keys;
    }

    /**
     * How wide a vector is, where there are so many rows.
     *
     * @throws IllegalArgumentException if the sizes do not fit
     */
    int width(int rows) {
        if (queries.length % rows != 0 || queries.length != keys.length) {
            throw new IllegalArgumentException(
                    queries.length + " query and " + keys.length + " key values do not fit " + rows + " rows");
        }
        return queries.length / rows;
    }
}
