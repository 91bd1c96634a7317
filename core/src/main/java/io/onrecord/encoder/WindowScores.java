package io.onrecord.encoder;

import java.util.Arrays;

/** What a network says of one window, special pieces left out. Immutable. */
public final class WindowScores {

    private static final int TAGS = Tag.all().size();

    /**
     * Least probability of beginning a span of a role for which a piece keeps the vectors of that role. Low, for the pieces around it may leave no
     * other way than a beginning that is unlikely by itself.
     */
    private static final double MAY_BEGIN = 1e-4;

    private final int size;
    /** Log probabilities, piece by piece. */
    private final float[] tags;

    private final Pointers links;
    /** Counted from the place before the first piece, which stands for nobody. */
    private final Pointers owners;

    private final Heads heads;

    /**
     * @param size word pieces of the window
     * @param tags pieces × {@link Tag}, raw scores, row by row
     * @param links a row for each piece: from a span to the cue that it belongs to
     * @param owners a row for the first special piece and each piece: from a cue to its source; at the special piece, to
     *     nobody. Without any values every source is as likely as none
     * @throws IllegalArgumentException if the sizes do not fit each other or a tag score is no number
     */
    public WindowScores(int size, float[] tags, PointerVectors links, PointerVectors owners) {
        this(size, tags, links, owners, Heads.NONE);
    }

    /**
     * The same with how its pronouns look at its names.
     *
     * @param size word pieces of the window
     * @param tags pieces × {@link Tag}, raw scores, row by row
     * @param links a row for each piece
     * @param owners a row for the first special piece and each piece
     * @param heads of the same window
     * @throws IllegalArgumentException if the sizes do not fit each other or a tag score is no number
     */
    public WindowScores(int size, float[] tags, PointerVectors links, PointerVectors owners, Heads heads) {
        this.heads = heads;
        if (size < 1 || tags.length != size * TAGS) {
            throw new IllegalArgumentException(tags.length + " tag scores do not fit " + size + " pieces");
        }
        this.size = size;
        this.tags = logProbabilities(tags);
        boolean[] spans = new boolean[size];
        boolean[] cues = new boolean[size];
        boolean[] cuesAfterNobody = new boolean[size + 1];
        boolean[] nobodyAndSources = new boolean[size + 1];
        nobodyAndSources[0] = true;
        for (int i = 0; i < size; i++) {
            cues[i] = mayBegin(i, Tag.BEGIN_CUE);
            cuesAfterNobody[i + 1] = cues[i];
            nobodyAndSources[i + 1] = mayBegin(i, Tag.BEGIN_SOURCE);
            spans[i] = nobodyAndSources[i + 1] || mayBegin(i, Tag.BEGIN_CONTENT);
        }
        this.links = new Pointers(links.width(size), links, spans, cues);
        this.owners = new Pointers(owners.width(size + 1), owners, cuesAfterNobody, nobodyAndSources);
    }

    private float[] logProbabilities(float[] raw) {
        float[] logs = new float[raw.length];
        for (int from = 0; from < raw.length; from += TAGS) {
            double most = Double.NEGATIVE_INFINITY;
            for (int t = 0; t < TAGS; t++) {
                most = Math.max(most, raw[from + t]);
            }
            double sum = 0;
            for (int t = 0; t < TAGS; t++) {
                sum += StrictMath.exp(raw[from + t] - most);
            }
            double log = most + StrictMath.log(sum);
            if (!Double.isFinite(log)) {
                throw new IllegalArgumentException("tag scores of piece " + from / TAGS + " are no scores: "
                        + Arrays.toString(Arrays.copyOfRange(raw, from, from + TAGS)));
            }
            for (int t = 0; t < TAGS; t++) {
                logs[from + t] = (float) (raw[from + t] - log);
            }
        }
        return logs;
    }

    private boolean mayBegin(int piece, Tag begin) {
        return tag(piece, begin) >= StrictMath.log(MAY_BEGIN);
    }

    /** Word pieces of the window. */
    public int size() {
        return size;
    }

    /** Log probability of a tag at a piece, before {@link Transitions}. */
    double tag(int piece, Tag tag) {
        return tags[piece * TAGS + tag.ordinal()];
    }

    /** Log probability that a span belongs to a cue, among all pieces of the window that may begin one. */
    double link(int span, int cue) {
        return links.get(span, cue);
    }

    /** Log probability that a cue has a source, among all pieces of the window that may begin one, and nobody. */
    double owner(int cue, int source) {
        return owners.get(cue + 1, source + 1);
    }

    /** By head, how a pronoun looks at a name; empty where that is not known. */
    double[] heads(int pronoun, int name) {
        return heads.scores(pronoun, name);
    }

    /** Log probability that a cue has no source that is named. */
    double nobody(int cue) {
        return owners.get(cue + 1, 0);
    }
}
