package io.onrecord.attribution;

/**
 * What to prefer where the engine is not sure. The thresholds stand here and nowhere else; how they were chosen is in
 * {@code docs/design/confidence.md}.
 */
public enum Mode {
    /** Rather leave a statement out than report a wrong one. */
    PRECISION(0.5, 0.7),
    /** Report what makes F1 greatest: a statement that is right at least about one time in three. */
    BALANCED(0, 0.3),
    /** Rather report a wrong statement than leave one out. */
    RECALL(0, 0);

    private final double spanThreshold;
    private final double leastConfidence;

    Mode(double spanThreshold, double leastConfidence) {
        this.spanThreshold = spanThreshold;
        this.leastConfidence = leastConfidence;
    }

    /** Least probability of a span, as the network gives it, from 0 to 1: spans below it are not there. */
    double spanThreshold() {
        return spanThreshold;
    }

    /** Least confidence of a statement after {@linkplain Calibration calibration}, from 0 to 1. */
    public double leastConfidence() {
        return leastConfidence;
    }
}
