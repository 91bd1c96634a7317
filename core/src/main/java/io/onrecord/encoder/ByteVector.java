package io.onrecord.encoder;

import java.util.Arrays;

/**
 * The direction of a {@link SentenceVector} in one byte a number, the largest being 127 or -127. Its length means nothing, so
 * no scale is kept; cosines differ from those of the vectors themselves by a few thousandths. Immutable; equal if all bytes are.
 */
public final class ByteVector {

    private final byte[] values;
    private final double length;

    private ByteVector(byte[] values) {
        long squares = 0;
        for (byte value : values) {
            squares += value * value;
        }
        if (squares == 0) {
            throw new IllegalArgumentException("a vector of " + values.length + " zeros has no direction");
        }
        this.values = values;
        this.length = Math.sqrt((double) squares);
    }

    /**
     * From the bytes that {@link #toArray} gave.
     *
     * @throws IllegalArgumentException if there are none, or all are zero
     */
    public static ByteVector of(byte[] values) {
        return new ByteVector(values.clone());
    }

    public int dimension() {
        return values.length;
    }

    public byte at(int index) {
        return values[index];
    }

    /**
     * How near two meanings are, from -1 to 1.
     *
     * @throws IllegalArgumentException if the other has another dimension
     */
    public double cosine(ByteVector other) {
        if (other.values.length != values.length) {
            throw new IllegalArgumentException("a vector of " + values.length + " bytes cannot be compared with one of "
                    + other.values.length + ": they are of different models");
        }
        int sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[i] * other.values[i];
        }
        return sum / (length * other.length);
    }

    /** A copy of the bytes. */
    public byte[] toArray() {
        return values.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ByteVector vector && Arrays.equals(values, vector.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "vector of " + values.length + " bytes";
    }
}
