package io.onrecord.encoder;

/**
 * The word pieces of a text, each with its vector as it stands in this text, without the special pieces at both ends. Immutable.
 * Where the text is longer than the encoder reads, the pieces end where it stopped.
 */
public final class TokenVectors {

    private final Pieces pieces;
    private final int dimension;
    /** By piece, then by dimension; more pieces may stand in {@link #pieces} than have vectors. */
    private final float[] values;

    /**
     * @param pieces of the text, at least as many as there are vectors
     * @param dimension numbers of a vector
     * @param values one vector behind the other
     */
    public TokenVectors(Pieces pieces, int dimension, float[] values) {
        if (dimension < 1 || values.length % dimension != 0 || values.length / dimension > pieces.size()) {
            throw new IllegalArgumentException(
                    values.length + " values of vectors of " + dimension + " do not fit " + pieces.size() + " pieces");
        }
        this.pieces = pieces;
        this.dimension = dimension;
        this.values = values.clone();
    }

    /** How many pieces have vectors. */
    public int size() {
        return values.length / dimension;
    }

    /** The pieces with their places in the text; only the first {@link #size()} have vectors. */
    public Pieces pieces() {
        return pieces;
    }

    public int dimension() {
        return dimension;
    }

    /** One number of the vector of a piece; vectors of pieces are of any length. */
    public float at(int piece, int index) {
        if (index < 0 || index >= dimension) {
            throw new IndexOutOfBoundsException("number " + index + " of a vector of " + dimension);
        }
        return values[piece * dimension + index];
    }

    /**
     * What some pieces mean together, in this text: the mean of their vectors, brought to length 1.
     *
     * @param from the first
     * @param to the one after the last
     */
    public SentenceVector mean(int from, int to) {
        if (from < 0 || from >= to || to > size()) {
            throw new IndexOutOfBoundsException("pieces [" + from + ", " + to + ") of " + size());
        }
        float[] sum = new float[dimension];
        for (int i = from * dimension; i < to * dimension; i++) {
            sum[i % dimension] += values[i];
        }
        return SentenceVector.of(sum);
    }
}
