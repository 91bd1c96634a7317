package io.onrecord.encoder;

/**
 * The part of a network's scores that depends on two tags in a row: what is added where a tag follows another from word to
 * word, and at the first piece of a paragraph. Immutable.
 */
public final class Transitions {

    private static final int TAGS = Tag.all().size();

    /** Beyond this a score would drown all others. */
    private static final double MOST = 50;

    /** Of a network that scores each piece by itself. */
    public static final Transitions NONE = new Transitions(new double[TAGS], new double[TAGS * TAGS]);

    private final double[] first;
    private final double[] next;

    /**
     * @param first by tag
     * @param next by the tag before, then by tag
     * @throws IllegalArgumentException if the sizes are not those of {@link Tag}, or a score is no number or beyond 50
     */
    public Transitions(double[] first, double[] next) {
        if (first.length != TAGS || next.length != TAGS * TAGS) {
            throw new IllegalArgumentException(
                    first.length + " and " + next.length + " transitions do not fit " + TAGS + " tags");
        }
        this.first = finite(first);
        this.next = finite(next);
    }

    private static double[] finite(double[] values) {
        for (double value : values) {
            if (!(Math.abs(value) <= MOST)) {
                throw new IllegalArgumentException(
                        "a transition has the score " + value + ", not one from -" + MOST + " to " + MOST);
            }
        }
        return values.clone();
    }

    /** Score of a tag at the first piece of a paragraph. */
    public double first(Tag tag) {
        return first[tag.ordinal()];
    }

    /** Score of a tag at a word that follows another. */
    public double next(Tag before, Tag tag) {
        return next[before.ordinal() * TAGS + tag.ordinal()];
    }
}
