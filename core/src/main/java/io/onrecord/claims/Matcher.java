package io.onrecord.claims;

import io.onrecord.encoder.PairScorer;
import io.onrecord.encoder.PairScores;
import io.onrecord.encoder.SentencePair;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Two propositions to a link or none. Safe to share between threads. What it says of a pair depends on the pair alone, not on the
 * others of a batch, nor on which of the two comes first.
 *
 * <p>Cheap features decide first; a network that reads both at once is asked only for pairs that they leave open.
 */
public final class Matcher {

    /** Links below are not kept: the mean over a claim's pairs counts what is missing as nothing, and its bound is a little lower for it. */
    static final double LEAST_SAME = 0.2;

    /** Likewise; the mean over the pairs of two contrary claims must come to as much. */
    static final double LEAST_CONTRARY = 0.25;

    /** Pairs that the cheap features give less than this are not shown to the network. */
    private static final double OPEN = 0.01;

    private final Optional<PairScorer> scorer;
    private final Judges judges;

    private Matcher(Optional<PairScorer> scorer, Judges judges) {
        this.scorer = scorer;
        this.judges = judges;
    }

    /** Matches by words and vectors. */
    public static Matcher plain() {
        return new Matcher(Optional.empty(), Judges.shipped());
    }

    /**
     * Matches by words, vectors and a network for pairs.
     *
     * @param scorer stays the caller's, who closes it
     */
    public static Matcher with(PairScorer scorer) {
        return new Matcher(Optional.of(scorer), Judges.shipped());
    }

    /** The same with other weights. */
    public Matcher judging(Judges others) {
        return new Matcher(scorer, others);
    }

    /**
     * The links of some pairs, in the order of the pairs; a pair without one gives none.
     *
     * @param pairs in batches of some hundreds, so that a network may score them together
     */
    public List<Link> match(List<Pair> pairs) {
        List<Comparison> comparisons = compare(pairs);
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            boolean scored = comparisons.get(i).isScored();
            link(
                            pairs.get(i),
                            comparisons.get(i),
                            scored ? judges.sameWithPairs() : judges.same(),
                            scored ? judges.contradictsWithPairs() : judges.contradicts())
                    .ifPresent(links::add);
        }
        return links;
    }

    /** What the judges see of some pairs, in the order of the pairs. */
    public List<Comparison> compare(List<Pair> pairs) {
        List<Comparison> comparisons = new ArrayList<>();
        for (Pair pair : pairs) {
            comparisons.add(Comparison.of(pair, Optional.empty()));
        }
        scorer.ifPresent(network -> score(pairs, comparisons, network));
        return comparisons;
    }

    private void score(List<Pair> pairs, List<Comparison> comparisons, PairScorer network) {
        List<Integer> open = new ArrayList<>();
        List<SentencePair> sentences = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            Comparison comparison = comparisons.get(i);
            if (comparison.mayContradict() || judges.same().probability(comparison) >= OPEN) {
                open.add(i);
                sentences.add(new SentencePair(
                        pairs.get(i).first().text(), pairs.get(i).second().text()));
            }
        }
        List<PairScores> scores = sentences.isEmpty() ? List.of() : network.score(sentences);
        for (int k = 0; k < open.size(); k++) {
            comparisons.set(open.get(k), Comparison.of(pairs.get(open.get(k)), Optional.of(scores.get(k))));
        }
    }

    private static Optional<Link> link(Pair pair, Comparison comparison, Judge same, Judge contradicts) {
        double likeness = comparison.mayBeSame() ? same.probability(comparison) : 0;
        double contrariety = comparison.mayContradict() ? contradicts.probability(comparison) : 0;
        boolean isSame = likeness >= contrariety;
        if (isSame ? likeness < LEAST_SAME : contrariety < LEAST_CONTRARY) {
            return Optional.empty();
        }
        return Optional.of(new Link(
                pair.first().id(),
                pair.second().id(),
                isSame ? Link.Kind.SAME : Link.Kind.CONTRADICTS,
                Math.max(likeness, contrariety)));
    }
}
