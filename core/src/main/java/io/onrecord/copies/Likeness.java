package io.onrecord.copies;

/**
 * How much two texts share, by their signatures.
 *
 * @param common shingles that both samples have, within the reach of both
 * @param shorter shingles of the shorter text within that reach
 * @param longer shingles of the longer text within that reach
 * @param lengths shingles of the shorter text, of one of the longer
 */
record Likeness(int common, int shorter, int longer, double lengths) {

    static Likeness of(Signature a, Signature b) {
        boolean turned = a.shingles() > b.shingles();
        Signature shorter = turned ? b : a;
        Signature longer = turned ? a : b;
        long reach = Math.min(reach(a), reach(b));
        int i = 0;
        int j = 0;
        int common = 0;
        while (i < shorter.sampled()
                && j < longer.sampled()
                && shorter.sample(i) <= reach
                && longer.sample(j) <= reach) {
            long x = shorter.sample(i);
            long y = longer.sample(j);
            common += x == y ? 1 : 0;
            i += x <= y ? 1 : 0;
            j += y <= x ? 1 : 0;
        }
        double lengths = longer.shingles() == 0 ? 1 : (double) shorter.shingles() / longer.shingles();
        return new Likeness(common, upTo(shorter, i, reach), upTo(longer, j, reach), lengths);
    }

    /** The largest hash up to which a sample has all shingles of its text. */
    private static long reach(Signature signature) {
        return signature.isWhole() ? Long.MAX_VALUE : signature.sample(signature.sampled() - 1);
    }

    private static int upTo(Signature signature, int from, long reach) {
        int at = from;
        while (at < signature.sampled() && signature.sample(at) <= reach) {
            at++;
        }
        return at;
    }

    /** The share of the shorter text that is in the longer. */
    double contained() {
        return shorter == 0 ? 0 : (double) common / shorter;
    }

    /** The share of the longer text that is in the shorter. */
    double covered() {
        return longer == 0 ? 0 : (double) common / longer;
    }
}
