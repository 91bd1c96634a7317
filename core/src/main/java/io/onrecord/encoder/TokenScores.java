package io.onrecord.encoder;

import java.util.List;

/**
 * The word pieces of a text with the score of each tag and of each link. Immutable.
 *
 * <p>Scores are natural logarithms of probabilities: of a tag at a piece, and of a link, that a span which begins at one
 * piece belongs to a cue which begins at another, among all pieces of the window that saw both.
 */
public final class TokenScores {

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
    public record Scope(int from, WindowScores scores) {
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
    public TokenScores(Pieces pieces, int[] paragraphs, int[] owners, List<Scope> scopes) {
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
        this.paragraphs = paragraphs.clone();
        this.owners = owners.clone();
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

    /** Log probability of a tag at a piece. */
    public double tag(int piece, Tag tag) {
        Scope scope = scopes.get(owners[piece]);
        return scope.scores().tag(piece - scope.from(), tag);
    }

    /**
     * Log probability that a span belongs to a cue; negative infinity where the network never saw the two together or
     * holds that no span begins at one of them.
     *
     * @param span piece at which a source or content begins
     * @param cue piece at which a cue begins
     */
    public double link(int span, int cue) {
        Scope scope = common(span, cue);
        return scope.has(span) && scope.has(cue)
                ? scope.scores().link(span - scope.from(), cue - scope.from())
                : Double.NEGATIVE_INFINITY;
    }

    /**
     * Whether the network saw a span and a cue together. The cues that it saw with one span stand side by side: beyond
     * one that it did not see there is none that it did.
     */
    public boolean inReach(int span, int cue) {
        Scope scope = common(span, cue);
        return scope.has(span) && scope.has(cue);
    }

    /** The scope of the span if it has the cue, else that of the cue. */
    private Scope common(int span, int cue) {
        Scope scope = scopes.get(owners[span]);
        return scope.has(cue) ? scope : scopes.get(owners[cue]);
    }
}
