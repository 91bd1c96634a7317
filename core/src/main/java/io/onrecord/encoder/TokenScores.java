package io.onrecord.encoder;

import java.util.List;
import java.util.Map;

/**
 * The word pieces of a text with the score of each tag and of each link. Immutable.
 *
 * <p>Scores are natural logarithms of probabilities: of a tag at a piece by itself; of a link, that a span which begins at one
 * piece belongs to a cue which begins at another; of an owner, that a cue has a source. Both of the latter are among all
 * pieces of the window that may begin a cue, or a source, and of owners also nobody.
 */
public final class TokenScores {

    private final Pieces pieces;
    private final int[] paragraphs;
    private final int[] owners;
    private final List<Scope> scopes;
    private final Transitions transitions;
    private final Map<String, Double> pronounWeights;

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
     * @param transitions what is added for two tags in a row
     */
    public TokenScores(Pieces pieces, int[] paragraphs, int[] owners, List<Scope> scopes, Transitions transitions) {
        this(pieces, paragraphs, owners, scopes, transitions, Map.of());
    }

    /**
     * The same of a network that also looks from pronouns at names.
     *
     * @param pieces the pieces of the text
     * @param paragraphs paragraph of each piece, ascending
     * @param owners index of the scope that says what each piece is
     * @param scopes in the order of the text; they may overlap
     * @param transitions what is added for two tags in a row
     * @param pronounWeights what the clues to whom a pronoun stands for weigh with it; empty if it does not say
     */
    public TokenScores(
            Pieces pieces,
            int[] paragraphs,
            int[] owners,
            List<Scope> scopes,
            Transitions transitions,
            Map<String, Double> pronounWeights) {
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
        this.transitions = transitions;
        this.pronounWeights = Map.copyOf(pronounWeights);
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

    /** What is added to the scores of two tags in a row. */
    public Transitions transitions() {
        return transitions;
    }

    /** What the clues to whom a pronoun stands for weigh together with {@link #heads}, by the code of the clue; empty if the network does not say. */
    public Map<String, Double> pronounWeights() {
        return pronounWeights;
    }

    /**
     * By head of attention, how the network looks from a pronoun at a name: scores that can be compared with those of other
     * names for the same pronoun. Empty where it never saw the two together, tells no such thing, or holds the one for no
     * pronoun or the other for no name.
     *
     * @param pronoun piece that is one
     * @param name piece of one
     */
    public double[] heads(int pronoun, int name) {
        Scope scope = common(pronoun, name);
        return scope.has(pronoun) && scope.has(name)
                ? scope.scores().heads(pronoun - scope.from(), name - scope.from())
                : new double[0];
    }

    /** Log probability of a tag at a piece, before {@link #transitions}. */
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
     * Log probability that a cue has a source, by the cue; negative infinity where the network never saw the two together
     * or holds that no span begins at one of them.
     *
     * @param cue piece at which a cue begins
     * @param source piece at which a source begins
     */
    public double owner(int cue, int source) {
        Scope scope = common(cue, source);
        return scope.has(source) && scope.has(cue)
                ? scope.scores().owner(cue - scope.from(), source - scope.from())
                : Double.NEGATIVE_INFINITY;
    }

    /** Log probability that a cue has no source that is named; the cue begins at a piece. */
    public double nobody(int cue) {
        Scope scope = scopes.get(owners[cue]);
        return scope.scores().nobody(cue - scope.from());
    }

    /**
     * Whether the network saw a span and a cue together. The cues that it saw with one span stand side by side: beyond
     * one that it did not see there is none that it did.
     */
    public boolean inReach(int span, int cue) {
        Scope scope = common(span, cue);
        return scope.has(span) && scope.has(cue);
    }

    /** The scope of the piece that points if it has the other, else that of the other. */
    private Scope common(int pointing, int other) {
        Scope scope = scopes.get(owners[pointing]);
        return scope.has(other) ? scope : scopes.get(owners[other]);
    }
}
