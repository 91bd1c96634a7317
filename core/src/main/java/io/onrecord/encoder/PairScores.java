package io.onrecord.encoder;

/**
 * What a {@link PairScorer} finds of two sentences, each value from 0 to 1. The first three do not depend on which of the
 * two sentences comes first; {@code stance} and {@code bearing} say what the second does to the first.
 *
 * @param similarity how near the two are in meaning: 0 nothing in common, 1 the same (a fifth of what people gave on a
 *     scale from 0 to 5)
 * @param paraphrase probability that a reader takes the two for the same news, details left out allowed; it lies
 *     low, see {@link #isParaphrase}
 * @param relation whether both can be true of one event
 * @param stance what the second, as a headline, does with the first, a rumour
 * @param bearing whether the second makes the first more or less believable
 */
public record PairScores(double similarity, double paraphrase, Relation relation, Stance stance, Bearing bearing) {

    private static final double SLACK = 1e-3;

    /** Of the cosine, beside the network's own similarity; the trainer's figures have the same ({@code pairs/figures.py}). */
    private static final double SHARE_OF_COSINE = 0.3;

    /**
     * From here on a reader takes the two for the same: the network gives less than
     * readers do. Fitted to 500 pairs it was not trained on; {@code onrecord evaluate same-claim} has what that comes to where each fifth is
     * decided by the other four.
     */
    private static final double PARAPHRASE_FROM = 0.25;

    /**
     * @throws IllegalArgumentException if a value lies outside 0 to 1
     */
    public PairScores {
        share(similarity, "similarity");
        share(paraphrase, "paraphrase");
    }

    /** Whether a reader takes the two for the same news, details left out allowed. */
    public boolean isParaphrase() {
        return paraphrase >= PARAPHRASE_FROM;
    }

    /**
     * How near in meaning by both means at hand: three parts of ten are the cosine of the two sentences' vectors, which errs
     * elsewhere than the network for pairs does, so that both together are nearer to what people say than either.
     *
     * @param cosine of the vectors that a {@link SentenceEncoder} gives; what is below 0 counts as 0
     * @return 0 to 1, as {@link #similarity()}
     */
    public double similarity(double cosine) {
        return (1 - SHARE_OF_COSINE) * similarity + SHARE_OF_COSINE * Math.min(1, Math.max(0, cosine));
    }

    /**
     * Probabilities that the two state the same, that they cannot both be true of the one event they tell of (a number, a
     * name, a day or a verb that differs, or "not"), or neither; together 1.
     */
    public record Relation(double same, double contradicts, double other) {

        /**
         * @throws IllegalArgumentException if a value lies outside 0 to 1 or the sum is not 1
         */
        public Relation {
            shares("same, contradicts and other", same, contradicts, other);
        }
    }

    /**
     * Probabilities that the second sentence takes the first for true, for false, or only reports it; together 1.
     */
    public record Stance(double agrees, double disagrees, double observes) {

        /**
         * @throws IllegalArgumentException if a value lies outside 0 to 1 or the sum is not 1
         */
        public Stance {
            shares("agrees, disagrees and observes", agrees, disagrees, observes);
        }
    }

    /**
     * Probabilities that the second sentence strengthens and that it weakens the first, each by itself: people find that
     * some do both, and most neither.
     */
    public record Bearing(double strengthens, double weakens) {

        /**
         * @throws IllegalArgumentException if a value lies outside 0 to 1
         */
        public Bearing {
            share(strengthens, "strengthens");
            share(weakens, "weakens");
        }
    }

    private static void shares(String what, double a, double b, double c) {
        share(a, what);
        share(b, what);
        share(c, what);
        if (Math.abs(a + b + c - 1) > SLACK) {
            throw new IllegalArgumentException(what + " must together be 1, not " + (a + b + c));
        }
    }

    private static void share(double value, String what) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(what + " must lie between 0 and 1, not " + value);
        }
    }
}
