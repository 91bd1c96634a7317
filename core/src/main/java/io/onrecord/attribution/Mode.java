package io.onrecord.attribution;

/**
 * What to prefer where the engine is not sure. The thresholds stand here, but for the least confidence that a network has of its own
 * ({@link Calibration#leastConfidence}); how they were chosen is in {@code docs/design/confidence.md}.
 */
public enum Mode {
    /** Rather leave a statement out than report a wrong one. */
    PRECISION(0.5, 0.5, 0.5, 0.7),
    /** Report what makes F1 greatest, and leave out what is right less than one time in five. */
    BALANCED(0.25, 0.25, 0.2, 0.2),
    /** Rather report a wrong statement than leave one out. */
    RECALL(0.15, 0.15, 0.1, 0);

    private final double source;
    private final double cue;
    private final double content;
    private final double leastConfidence;

    Mode(double source, double cue, double content, double leastConfidence) {
        this.source = source;
        this.cue = cue;
        this.content = content;
        this.leastConfidence = leastConfidence;
    }

    /** How likely a span of a role must be, as the network sees it, to be taken rather than left out. */
    double threshold(Role role) {
        return switch (role) {
            case SOURCE -> source;
            case CUE -> cue;
            case CONTENT -> content;
        };
    }

    /** Least confidence of a statement after {@linkplain Calibration calibration}, from 0 to 1, for a network that has none of its own. */
    public double leastConfidence() {
        return leastConfidence;
    }
}
