package io.onrecord.evaluation;

import io.onrecord.claims.Claims;
import io.onrecord.claims.Comparison;
import io.onrecord.claims.Comparison.Feature;
import io.onrecord.claims.Judge;
import io.onrecord.claims.Judges;
import io.onrecord.claims.Matcher;
import io.onrecord.claims.Pair;
import io.onrecord.claims.Proposition;
import io.onrecord.encoder.PairScorer;
import io.onrecord.evaluation.ClaimsGold.Labelled;
import io.onrecord.evaluation.ClaimsGold.Place;
import io.onrecord.evaluation.ClaimsGold.Stated;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Fits {@link Judges} on the pairs of gold statements that share a key. Two are the same where their claims are, contrary where these
 * contradict one another; where one puts the other's claim only beside its own, neither is learned from. Always the same for the same
 * statements.
 */
final class ClaimFit {

    /** In examples, of a standardised weight: there are few pairs of one claim, and they repeat one another. */
    private static final double RIDGE = 3;

    /** What says nothing of the same that others do not say, or forbids it by itself ({@link Comparison#mayBeSame}). */
    private static final Set<Feature> NOT_OF_SAME = EnumSet.of(
            Feature.NAMES,
            Feature.NEGATED,
            Feature.NAMES_APART,
            Feature.MOST_SHARED,
            Feature.NEGATED_COVERED,
            Feature.NEGATED_REST,
            Feature.NUMBERS_REST,
            Feature.NUMBERS_APART,
            Feature.NEGATED_APART,
            Feature.CONTRARY,
            Feature.NAMES_DIFFER,
            Feature.NEGATION_LIKENESS,
            Feature.NEGATION_NAMES,
            Feature.NUMBERS_LIKENESS,
            Feature.NUMBERS_SHARED,
            Feature.CONTRARY_LIKENESS,
            Feature.NAMES_DIFFER_SHARED);

    private static final Set<Feature> NOT_OF_CONTRARY = EnumSet.of(
            Feature.NUMBERS_LACK, Feature.NAMES_DIFFER_SHARED, Feature.CONTRARY_LIKENESS, Feature.NUMBERS_LIKENESS);

    private final Map<String, Stated> stated = new HashMap<>();
    private final Map<String, String> events = new HashMap<>();
    private final ClaimsGold gold;
    private final List<Pair> pairs;

    /**
     * @param aligned of each statement its place in the gold; others are not learned from
     * @param propositions with vectors
     */
    ClaimFit(ClaimsGold gold, Map<String, Place> aligned, List<Proposition> propositions) {
        this.gold = gold;
        Map<String, Labelled> articles = new HashMap<>();
        gold.articles().forEach(article -> articles.put(article.article().address(), article));
        aligned.forEach((id, place) -> {
            Labelled article = Objects.requireNonNull(articles.get(place.article()));
            Stated one = Objects.requireNonNull(article.statements().get(place.statement()));
            if (one.claim().isPresent()) {
                stated.put(id, one);
                events.put(id, article.event());
            }
        });
        this.pairs = Claims.candidates(propositions.stream()
                .filter(proposition -> stated.containsKey(proposition.id()))
                .toList());
    }

    /** How many pairs there are to learn from. */
    int pairs() {
        return pairs.size();
    }

    /**
     * Fitted on all pairs of some events.
     *
     * @param without no statement of this event is learned from; empty to learn from all
     * @param scorer the network that is to be asked beside
     */
    Judges fit(Optional<String> without, PairScorer scorer) {
        List<Pair> known = pairs.stream()
                .filter(pair -> without.isEmpty()
                        || !event(pair.first()).equals(without.get())
                                && !event(pair.second()).equals(without.get()))
                .toList();
        List<Comparison> plain = Matcher.plain().compare(known);
        Judge same = same(known, plain, false);
        Judge contradicts = contradicts(known, plain, false);
        // Which pairs the network sees depends on the plain judge alone.
        Judges first = new Judges(same, contradicts, same, contradicts);
        List<Comparison> scored = Matcher.with(scorer).judging(first).compare(known);
        return new Judges(same, contradicts, same(known, scored, true), contradicts(known, scored, true));
    }

    private String event(Proposition proposition) {
        return Objects.requireNonNull(events.get(proposition.statementId()));
    }

    private Judge same(List<Pair> some, List<Comparison> comparisons, boolean scored) {
        Examples examples = new Examples(NOT_OF_SAME);
        for (int i = 0; i < some.size(); i++) {
            Stated one = stated(some.get(i).first());
            Stated other = stated(some.get(i).second());
            boolean same = one.claim().equals(other.claim());
            boolean open = !same && !Collections.disjoint(one.claims(), other.claims());
            if (!open && comparisons.get(i).isScored() == scored) {
                examples.add(comparisons.get(i), same);
            }
        }
        return examples.fit();
    }

    private Judge contradicts(List<Pair> some, List<Comparison> comparisons, boolean scored) {
        Examples examples = new Examples(NOT_OF_CONTRARY);
        for (int i = 0; i < some.size(); i++) {
            Stated one = stated(some.get(i).first());
            Stated other = stated(some.get(i).second());
            boolean contrary = isContrary(
                    Set.of(one.claim().orElseThrow()), Set.of(other.claim().orElseThrow()));
            boolean open = !contrary && isContrary(new HashSet<>(one.claims()), new HashSet<>(other.claims()));
            Comparison comparison = comparisons.get(i);
            if (!open && comparison.mayContradict() && comparison.isScored() == scored) {
                examples.add(comparison, contrary);
            }
        }
        return examples.fit();
    }

    private Stated stated(Proposition proposition) {
        return Objects.requireNonNull(stated.get(proposition.statementId()));
    }

    private boolean isContrary(Set<String> some, Set<String> others) {
        return some.stream()
                .anyMatch(claim -> !Collections.disjoint(gold.contradicts().getOrDefault(claim, Set.of()), others));
    }

    /** What one judge learns from. */
    private static final class Examples {
        private final List<Feature> features;
        private final List<double[]> rows = new ArrayList<>();
        private final List<Boolean> right = new ArrayList<>();

        Examples(Set<Feature> without) {
            this.features =
                    EnumSet.complementOf(EnumSet.copyOf(without)).stream().toList();
        }

        void add(Comparison comparison, boolean is) {
            rows.add(features.stream().mapToDouble(comparison::get).toArray());
            right.add(is);
        }

        Judge fit() {
            LogisticFit.Fitted fitted = LogisticFit.fit(rows, right, new boolean[features.size()], RIDGE);
            Map<Feature, Double> weights = new EnumMap<>(Feature.class);
            for (int k = 0; k < features.size(); k++) {
                weights.put(features.get(k), fitted.weights()[k]);
            }
            return Judge.of(fitted.bias(), weights);
        }
    }
}
