package io.onrecord.encoder;

/** What a text means, as a vector of length 1. Immutable. */
public final class SentenceVector {

    private final float[] values;

    private SentenceVector(float[] values) {
        this.values = values;
    }

    /**
     * A direction, brought to length 1.
     *
     * @throws IllegalArgumentException if it has no direction: no values, all zero, or not all finite
     */
    public static SentenceVector of(float[] direction) {
        double squares = 0;
        for (float value : direction) {
            squares += (double) value * value;
        }
        if (!(squares > 0) || Double.isInfinite(squares)) {
            throw new IllegalArgumentException("a vector of " + direction.length + " values whose squares add up to "
                    + squares + " has no direction");
        }
        double scale = 1 / Math.sqrt(squares);
        float[] unit = new float[direction.length];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = (float) (direction[i] * scale);
        }
        return new SentenceVector(unit);
    }

    public int dimension() {
        return values.length;
    }

    public float at(int index) {
        return values[index];
    }

    /**
     * How near two meanings are: 1 for the same, about 0 for texts that have nothing to do with one another.
     *
     * @throws IllegalArgumentException if the other has another dimension
     */
    public double cosine(SentenceVector other) {
        if (other.values.length != values.length) {
            throw new IllegalArgumentException(
                    "a vector of " + values.length + " values cannot be compared with one of " + other.values.length
                            + ": they are of different models");
        }
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += (double) values[i] * other.values[i];
        }
        return sum;
    }

    /** The same in a quarter of the room. */
    public ByteVector bytes() {
        float largest = 0;
        for (float value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Math.round(values[i] / largest * Byte.MAX_VALUE);
        }
        return ByteVector.of(bytes);
    }

    /** A copy of the numbers. */
    public float[] toArray() {
        return values.clone();
    }
}
