package io.onrecord.encoder;

import java.util.List;

/**
 * The word pieces of a text with the score of each tag and of each link. Immutable.
 *
 * <p>Tag scores are natural logarithms of probabilities. A link score says how well a span that begins at one piece
 * belongs to a cue that begins at another; only differences between the cues of one span mean something.
 */
public final class TokenScores {

    private static final int TAGS = Tag.all().size();

    private final Pieces pieces;
    private final int[] paragraphs;
    private final int[] owners;
    private final List<Scope> scopes;

    /**
     * Pieces that the network saw together.
     *
     * @param from the first of them
     * @param scores theirs
     */
    record Scope(int from, WindowScores scores) {
        boolean has(int piece) {
            return piece >= from && piece < from + scores.size();
        }
    }

    /**
     * @param pieces the pieces of the text
     * @param paragraphs paragraph of each piece, ascending
     * @param owners index of the scope that says what each piece is
     * @param scopes in the order of the text; they may overlap
     */
    TokenScores(Pieces pieces, int[] paragraphs, int[] owners, List<Scope> scopes) {
        int n = pieces.size();
        if (paragraphs.length != n || owners.length != n) {
            throw new IllegalArgumentException("scores do not fit " + n + " pieces");
        }
        for (int i = 0; i < n; i++) {
            if (!scopes.get(owners[i]).has(i)) {
                throw new IllegalArgumentException("piece " + i + " of " + n + " has no scores");
            }
        }
        this.pieces = pieces;
        this.paragraphs = paragraphs;
        this.owners = owners;
        this.scopes = List.copyOf(scopes);
    }

    public Pieces pieces() {
        return pieces;
    }

    public int size() {
        return pieces.size();
    }

    /** Index of the paragraph that a piece stands in. */
    public int paragraph(int piece) {
        return paragraphs[piece];
    }

    /** Log probabilities of all tags at a piece, in the order of {@link Tag}, written into {@code out}. */
    public void tags(int piece, double[] out) {
        Scope scope = scopes.get(owners[piece]);
        double most = Double.NEGATIVE_INFINITY;
        for (int t = 0; t < TAGS; t++) {
            out[t] = scope.scores().tag(piece - scope.from(), t);
            most = Math.max(most, out[t]);
        }
        double sum = 0;
        for (int t = 0; t < TAGS; t++) {
            sum += StrictMath.exp(out[t] - most);
        }
        double log = most + StrictMath.log(sum);
        for (int t = 0; t < TAGS; t++) {
            out[t] -= log;
        }
    }

    /**
     * How well a span belongs to a cue; negative infinity where the network never saw the two together.
     *
     * @param span piece at which a source or content begins
     * @param cue piece at which a cue begins
     */
    public double link(int span, int cue) {
        Scope scope = scopes.get(owners[span]);
        if (!scope.has(cue)) {
            scope = scopes.get(owners[cue]);
        }
        return scope.has(span)
                ? scope.scores().link(span - scope.from(), cue - scope.from())
                : Double.NEGATIVE_INFINITY;
    }
}
