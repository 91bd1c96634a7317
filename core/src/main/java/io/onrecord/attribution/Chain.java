package io.onrecord.attribution;

import io.onrecord.encoder.Tag;
import io.onrecord.encoder.TokenScores;

/**
 * The tags of one paragraph as a linear chain (Lafferty, McCallum and Pereira 2001) under three rules: a span begins before
 * it goes on, a word is not cut, and no span crosses a paragraph. Sums over all rows of tags that the rules allow give each
 * span the probability that exactly its pieces carry exactly its role. Pieces are counted from the paragraph's first.
 *
 * <p>The sums are scaled piece by piece (Rabiner 1989), so that no logarithm is needed inside them.
 */
final class Chain {

    private static final int TAGS = Tag.all().size();

    /**
     * No tag is less likely than this: a network may hold impossible what the rules leave as the one way. Inside a word,
     * of at most 100 pieces, half of them may be so unlikely against the others: their product stays a number.
     */
    private static final double LEAST = 1e-6;

    /** Its logarithm, and a little: most tags of most pieces lie below, and need no exponential. */
    private static final double LEAST_LOG = -13.9;

    private final TokenScores scores;
    private final int from;
    private final int size;
    private final Moves moves;
    /** [piece][tag]: what the network holds of it, divided by the scale of the piece. */
    private final double[] tags;
    /** [piece][tag]: share of all rows of tags up to the piece; and what is left for those after it. */
    private final double[] ahead;

    private final double[] back;

    /** The chain over the pieces [from, to) of a text, at least one. */
    Chain(TokenScores scores, Moves moves, int from, int to) {
        this.scores = scores;
        this.moves = moves;
        this.from = from;
        this.size = to - from;
        this.tags = new double[size * TAGS];
        this.ahead = new double[size * TAGS];
        this.back = new double[size * TAGS];
        fillTags();
        fillAhead();
        fillBack();
    }

    int size() {
        return size;
    }

    private void fillTags() {
        for (int i = 0; i < size; i++) {
            for (Tag tag : Tag.all()) {
                double score = scores.tag(from + i, tag);
                tags[i * TAGS + tag.ordinal()] = score < LEAST_LOG ? LEAST : Math.max(LEAST, StrictMath.exp(score));
            }
        }
    }

    private double move(int piece, int before, int tag) {
        return moves.next(scores.pieces().startsWord(from + piece), before, tag);
    }

    private void fillAhead() {
        for (int tag = 0; tag < TAGS; tag++) {
            ahead[tag] = moves.first(tag) * tags[tag];
        }
        scale(0);
        for (int i = 1; i < size; i++) {
            for (int tag = 0; tag < TAGS; tag++) {
                double sum = 0;
                for (int before = 0; before < TAGS; before++) {
                    sum += ahead[(i - 1) * TAGS + before] * move(i, before, tag);
                }
                ahead[i * TAGS + tag] = sum * tags[i * TAGS + tag];
            }
            scale(i);
        }
    }

    /** Divides a piece's shares, and what the network holds of it, so that the shares have the sum 1. */
    private void scale(int piece) {
        double sum = 0;
        for (int tag = 0; tag < TAGS; tag++) {
            sum += ahead[piece * TAGS + tag];
        }
        for (int tag = 0; tag < TAGS; tag++) {
            ahead[piece * TAGS + tag] /= sum;
            tags[piece * TAGS + tag] /= sum;
        }
    }

    private void fillBack() {
        for (int tag = 0; tag < TAGS; tag++) {
            back[(size - 1) * TAGS + tag] = 1;
        }
        for (int i = size - 2; i >= 0; i--) {
            for (int tag = 0; tag < TAGS; tag++) {
                double sum = 0;
                for (int after = 0; after < TAGS; after++) {
                    int next = (i + 1) * TAGS + after;
                    sum += move(i + 1, tag, after) * tags[next] * back[next];
                }
                back[i * TAGS + tag] = sum;
            }
        }
    }

    /** Probability that a piece has a tag. */
    double probability(int piece, Tag tag) {
        int at = piece * TAGS + tag.ordinal();
        return ahead[at] * back[at];
    }

    /** A span on its way from its first piece on. */
    final class Walk {

        private final int inside;
        private int last;
        private int tag;
        /** Share of all rows up to the last piece that begin the span at its first and have not ended it. */
        private double share;

        /** Of a span that begins at a piece. */
        Walk(Role role, int first) {
            this.inside = role.inside().ordinal();
            this.last = first;
            this.tag = role.begin().ordinal();
            this.share = ahead[first * TAGS + tag];
        }

        /** Probability that the span has these pieces, and perhaps more. */
        double probability() {
            return share * back[last * TAGS + tag];
        }

        /** Takes the next piece in; false at the end of the paragraph. */
        boolean step() {
            if (last + 1 == size) {
                return false;
            }
            last++;
            share *= move(last, tag, inside) * tags[last * TAGS + inside];
            tag = inside;
            return true;
        }
    }
}
