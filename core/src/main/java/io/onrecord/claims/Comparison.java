package io.onrecord.claims;

import io.onrecord.encoder.PairScores;
import io.onrecord.model.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What tells whether two propositions are the same, or contrary: how much of each is in the other, and what differs. The same
 * whichever comes first.
 */
public final class Comparison {

    /** What tells, in the order of the weights of a {@link Judge}. */
    public enum Feature {
        /** Cosine of the vectors. */
        LIKENESS,
        /** Of the one that is less in the other, the share of its words that are. */
        LEAST_SHARED,
        /** The same of the one that is more in the other. */
        MOST_SHARED,
        /**
         * What the two share of all their words, names and numbers, rare ones for more; of a synonym the half.
         */
        ALIGNED,
        /** Names in common, up to three. */
        NAMES,
        /** The same number of the same things. */
        NUMBERS_AGREE,
        /** Numbers of the same things, none the same. */
        NUMBERS_DIFFER,
        /** One has numbers, the other none. */
        NUMBERS_LACK,
        /** One is negated, or one more often. */
        NEGATION,
        /** What the one negates the other holds. */
        NEGATED,
        /** Both have names, but none in common; one that has none goes under its speaker's. */
        NAMES_APART,
        /** The same where numbers differ. */
        NUMBERS_APART,
        /** The same where what the one negates the other holds. */
        NEGATED_APART,
        /** One holds the contrary of a word of the other. */
        CONTRARY,
        /** Of what the one that negates holds, the share that the other has. */
        NEGATED_COVERED,
        /** What the two share beside numbers, what they count, and what one negates: where numbers differ. */
        NUMBERS_REST,
        /** The same where what the one negates the other holds. */
        NEGATED_REST,
        /** Names before or behind the same word differ. */
        NAMES_DIFFER,
        DATES_AGREE,
        DATES_DIFFER,
        /** One has {@code about}, {@code at least}, the other not. */
        HEDGES,
        /** What is against what should or will be. */
        MOOD,
        /** How many of the names that their articles speak of most are the same. */
        STORY,
        SAME_SPEAKER,
        SAME_ARTICLE,
        /** The cosine where a number is the same. */
        NUMBERS_AGREE_LIKENESS,
        /** The cosine where one is negated. */
        NEGATION_LIKENESS,
        NEGATION_NAMES,
        /** The cosine where numbers differ. */
        NUMBERS_LIKENESS,
        /** The share where numbers differ. */
        NUMBERS_SHARED,
        CONTRARY_LIKENESS,
        NAMES_DIFFER_SHARED,
        /** What a network that reads both at once says. */
        PAIR_SAME,
        PAIR_CONTRADICTS,
        PAIR_SIMILARITY
    }

    private static final int MOST_NAMES = 3;
    private static final int MOST_STORY = 6;

    /** What a synonym counts for, beside the word itself. */
    private static final double SYNONYM = 0.5;

    /** Of the commonest word, beside 1 and this of a rare one. */
    private static final double LEAST_WEIGHT = 0.2;

    private final Proposition one;
    private final Proposition other;
    private final double[] values = new double[Feature.values().length];
    private final boolean scored;
    private final List<Span> oneWords = new ArrayList<>();
    private final List<Span> otherWords = new ArrayList<>();

    private Comparison(Proposition one, Proposition other, Optional<PairScores> scores) {
        this.one = one;
        this.other = other;
        this.scored = scores.isPresent();
        words();
        numbers();
        polarity();
        slots();
        around();
        double rest = rest();
        set(Feature.NUMBERS_REST, get(Feature.NUMBERS_DIFFER) * rest);
        set(Feature.NEGATED_REST, get(Feature.NEGATED) * rest);
        set(Feature.NEGATION_LIKENESS, get(Feature.NEGATION) * get(Feature.LIKENESS));
        set(Feature.NEGATION_NAMES, get(Feature.NEGATION) * get(Feature.NAMES));
        set(Feature.NUMBERS_APART, get(Feature.NUMBERS_DIFFER) * get(Feature.NAMES_APART));
        set(Feature.NEGATED_APART, get(Feature.NEGATED) * get(Feature.NAMES_APART));
        set(Feature.NUMBERS_AGREE_LIKENESS, get(Feature.NUMBERS_AGREE) * get(Feature.LIKENESS));
        set(Feature.NUMBERS_LIKENESS, get(Feature.NUMBERS_DIFFER) * get(Feature.LIKENESS));
        set(Feature.NUMBERS_SHARED, get(Feature.NUMBERS_DIFFER) * get(Feature.MOST_SHARED));
        set(Feature.CONTRARY_LIKENESS, get(Feature.CONTRARY) * get(Feature.LIKENESS));
        set(Feature.NAMES_DIFFER_SHARED, get(Feature.NAMES_DIFFER) * get(Feature.MOST_SHARED));
        scores.ifPresent(found -> {
            set(Feature.PAIR_SAME, found.relation().same());
            set(Feature.PAIR_CONTRADICTS, found.relation().contradicts());
            set(Feature.PAIR_SIMILARITY, found.similarity());
        });
    }

    static Comparison of(Pair pair, Optional<PairScores> scores) {
        return new Comparison(pair.first(), pair.second(), scores);
    }

    /** Whether a network has been asked. */
    public boolean isScored() {
        return scored;
    }

    /**
     * Another number of the same thing, another name beside the same word, other days, the word that the other negates, its
     * contrary: however alike the rest, not the same.
     */
    public boolean mayBeSame() {
        boolean contrary = get(Feature.CONTRARY) > 0 && get(Feature.NEGATION) == 0;
        return get(Feature.NEGATED) == 0
                && get(Feature.NUMBERS_DIFFER) == 0
                && get(Feature.NAMES_DIFFER) == 0
                && !areOfOtherDays()
                && !contrary;
    }

    /** Whether both name days, and no date is in both: a month says nothing against one of its days. */
    private boolean areOfOtherDays() {
        return get(Feature.DATES_DIFFER) > 0 && namesOnlyDays(one) && namesOnlyDays(other);
    }

    private static boolean namesOnlyDays(Proposition proposition) {
        return values(proposition, Term.Kind.DATE).stream().allMatch(value -> value.contains("-"));
    }

    /** Whether anything differs that may make the two contrary, and they are told of one story; else they are not. */
    public boolean mayContradict() {
        boolean differs = get(Feature.NEGATED)
                        + get(Feature.NUMBERS_DIFFER)
                        + get(Feature.CONTRARY)
                        + get(Feature.NAMES_DIFFER)
                        + get(Feature.DATES_DIFFER)
                > 0;
        return differs && get(Feature.STORY) > 0;
    }

    /** How much of it there is: most lie between 0 and 1, a cosine may lie below. */
    public double get(Feature feature) {
        return values[feature.ordinal()];
    }

    private void set(Feature feature, double value) {
        values[feature.ordinal()] = value;
    }

    /** Words of the first that show a difference, in order: what is known to differ, else what the other has not, else all. */
    List<Span> firstWords() {
        return oneWords.isEmpty() ? own(one, other) : ordered(oneWords);
    }

    List<Span> secondWords() {
        return otherWords.isEmpty() ? own(other, one) : ordered(otherWords);
    }

    /** The words of one that show what differs from another, in its own article; empty where none can be shown. */
    static List<Span> words(Proposition one, Proposition other) {
        Pair pair = Pair.of(one, other);
        Comparison comparison = of(pair, Optional.empty());
        return pair.first().id().equals(one.id()) ? comparison.firstWords() : comparison.secondWords();
    }

    private static List<Span> own(Proposition whose, Proposition against) {
        List<Span> all = new ArrayList<>();
        List<Span> own = new ArrayList<>();
        Set<String> others = telling(against);
        for (Term term : whose.terms()) {
            term.span().ifPresent(all::add);
            if (!others.contains(term.value())) {
                term.span().ifPresent(own::add);
            }
        }
        return ordered(own.isEmpty() ? all : own);
    }

    private static List<Span> ordered(List<Span> spans) {
        List<Span> sorted = new ArrayList<>(new HashSet<>(spans));
        Collections.sort(sorted);
        List<Span> apart = new ArrayList<>();
        for (Span span : sorted) {
            if (apart.isEmpty() || apart.get(apart.size() - 1).end() <= span.start()) {
                apart.add(span);
            }
        }
        return apart;
    }

    private void words() {
        set(
                Feature.LIKENESS,
                one.vector().isPresent() && other.vector().isPresent()
                        ? one.vector().get().cosine(other.vector().get())
                        : 0);
        Set<String> words = telling(one);
        Set<String> others = telling(other);
        double shared = shared(words, others);
        if (shared > 0) {
            set(Feature.LEAST_SHARED, shared / Math.max(words.size(), others.size()));
            set(Feature.MOST_SHARED, shared / Math.min(words.size(), others.size()));
        }
        set(Feature.ALIGNED, aligned());
        double names = shared(values(one, Term.Kind.NAME), values(other, Term.Kind.NAME));
        Set<String> whose = whose(one);
        Set<String> whoseOther = whose(other);
        boolean named = !whose.isEmpty() && !whoseOther.isEmpty();
        set(Feature.NAMES_APART, named && shared(whose, whoseOther) == 0 ? 1 : 0);
        set(Feature.NAMES, Math.min(MOST_NAMES, names) / MOST_NAMES);
    }

    private double aligned() {
        return aligned(weights(one), weights(other));
    }

    private double rest() {
        Map<String, Double> weights = weights(one);
        Map<String, Double> others = weights(other);
        for (Proposition proposition : List.of(one, other)) {
            for (Term term : proposition.terms()) {
                if (term.kind() == Term.Kind.NUMBER || term.kind() == Term.Kind.NEGATION) {
                    for (String word : List.of(term.value(), term.of())) {
                        weights.remove(word);
                        others.remove(word);
                    }
                }
            }
        }
        return aligned(weights, others);
    }

    private static double aligned(Map<String, Double> weights, Map<String, Double> others) {
        double all = sum(weights) + sum(others);
        return all == 0 ? 0 : (found(weights, others) + found(others, weights)) / all;
    }

    private static double found(Map<String, Double> weights, Map<String, Double> among) {
        double found = 0;
        for (Map.Entry<String, Double> weight : weights.entrySet()) {
            if (among.containsKey(weight.getKey())) {
                found += weight.getValue();
            } else if (among.keySet().stream().anyMatch(word -> Relations.mayStandFor(weight.getKey(), word))) {
                found += SYNONYM * weight.getValue();
            }
        }
        return found;
    }

    private static double sum(Map<String, Double> weights) {
        return weights.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private static Map<String, Double> weights(Proposition proposition) {
        Map<String, Double> weights = new LinkedHashMap<>();
        for (Term term : proposition.terms()) {
            switch (term.kind()) {
                case WORD -> weights.put(term.value(), LEAST_WEIGHT + Relations.rarity(term.value()));
                case NAME, NUMBER, DATE -> weights.put(term.value(), 1.0);
                case NEGATION, HEDGE -> {}
            }
        }
        return weights;
    }

    private void numbers() {
        List<Term> numbers = terms(one, Term.Kind.NUMBER);
        List<Term> others = terms(other, Term.Kind.NUMBER);
        boolean agree = false;
        boolean differ = false;
        List<Span> differing = new ArrayList<>();
        List<Span> othersDiffering = new ArrayList<>();
        for (Term a : numbers) {
            for (Term b : others) {
                boolean vague = a.of().isEmpty() || b.of().isEmpty();
                if (!countTheSame(a.of(), b.of()) || vague && get(Feature.LEAST_SHARED) == 0) {
                    continue;
                }
                agree = agree || a.value().equals(b.value());
                if (!a.value().equals(b.value())) {
                    differ = true;
                    a.span().ifPresent(differing::add);
                    b.span().ifPresent(othersDiffering::add);
                }
            }
        }
        set(Feature.NUMBERS_AGREE, agree ? 1 : 0);
        set(Feature.NUMBERS_DIFFER, differ && !agree ? 1 : 0);
        set(Feature.NUMBERS_LACK, numbers.isEmpty() != others.isEmpty() ? 1 : 0);
        if (differ && !agree) {
            oneWords.addAll(differing);
            otherWords.addAll(othersDiffering);
        }
    }

    private static boolean countTheSame(String one, String other) {
        return one.equals(other) || one.isEmpty() || other.isEmpty() || Relations.mayStandFor(one, other);
    }

    private void polarity() {
        List<Term> negations = terms(one, Term.Kind.NEGATION);
        List<Term> others = terms(other, Term.Kind.NEGATION);
        boolean differs = negations.isEmpty() != others.isEmpty();
        set(Feature.NEGATION, differs ? 1 : 0);
        if (differs) {
            negations.forEach(term -> term.span().ifPresent(oneWords::add));
            others.forEach(term -> term.span().ifPresent(otherWords::add));
        }
        if (differs) {
            boolean negated = isNegated(negations, other) || isNegated(others, one);
            set(Feature.NEGATED, negated ? 1 : 0);
            Map<String, Double> held = weights(negations.isEmpty() ? other : one);
            Map<String, Double> among = weights(negations.isEmpty() ? one : other);
            double all = sum(held);
            set(Feature.NEGATED_COVERED, negated && all > 0 ? found(held, among) / all : 0);
        }
        boolean contrary = false;
        for (Term a : terms(one, Term.Kind.WORD)) {
            for (Term b : terms(other, Term.Kind.WORD)) {
                if (Relations.areContrary(a.value(), b.value())) {
                    contrary = true;
                    a.span().ifPresent(oneWords::add);
                    b.span().ifPresent(otherWords::add);
                }
            }
        }
        set(Feature.CONTRARY, contrary ? 1 : 0);
        boolean hedged = terms(one, Term.Kind.HEDGE).isEmpty();
        set(Feature.HEDGES, hedged != terms(other, Term.Kind.HEDGE).isEmpty() ? 1 : 0);
        set(Feature.MOOD, one.mood() != other.mood() ? 1 : 0);
    }

    private static boolean isNegated(List<Term> negations, Proposition other) {
        for (Term negation : negations) {
            for (Term word : terms(other, Term.Kind.WORD)) {
                if (word.value().equals(negation.of()) || Relations.mayStandFor(word.value(), negation.of())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** {@code Velian waters} and {@code Avenian waters}: another name beside the same word. */
    private void slots() {
        boolean differ = false;
        for (int i = 1; i < one.terms().size(); i++) {
            Term name = one.terms().get(i - 1);
            Term word = one.terms().get(i);
            if (name.kind() != Term.Kind.NAME || word.kind() != Term.Kind.WORD) {
                continue;
            }
            for (int j = 1; j < other.terms().size(); j++) {
                Term otherName = other.terms().get(j - 1);
                boolean slot = otherName.kind() == Term.Kind.NAME
                        && other.terms().get(j).kind() == Term.Kind.WORD
                        && other.terms().get(j).value().equals(word.value());
                if (slot && !otherName.value().equals(name.value())) {
                    differ = true;
                    name.span().ifPresent(oneWords::add);
                    otherName.span().ifPresent(otherWords::add);
                }
            }
        }
        set(Feature.NAMES_DIFFER, differ ? 1 : 0);
        List<Term> dates = terms(one, Term.Kind.DATE);
        List<Term> others = terms(other, Term.Kind.DATE);
        boolean agree = shared(values(one, Term.Kind.DATE), values(other, Term.Kind.DATE)) > 0;
        set(Feature.DATES_AGREE, agree ? 1 : 0);
        boolean datesDiffer = !agree && !dates.isEmpty() && !others.isEmpty();
        set(Feature.DATES_DIFFER, datesDiffer ? 1 : 0);
        if (datesDiffer) {
            dates.forEach(term -> term.span().ifPresent(oneWords::add));
            others.forEach(term -> term.span().ifPresent(otherWords::add));
        }
    }

    private void around() {
        double story = shared(new HashSet<>(one.story()), new HashSet<>(other.story()));
        set(Feature.STORY, Math.min(MOST_STORY, story) / MOST_STORY);
        boolean article = one.place().articleId().equals(other.place().articleId());
        set(Feature.SAME_ARTICLE, article ? 1 : 0);
        set(Feature.SAME_SPEAKER, one.speaker().isPresent() && one.speaker().equals(other.speaker()) ? 1 : 0);
    }

    private static Set<String> whose(Proposition proposition) {
        Set<String> names = values(proposition, Term.Kind.NAME);
        if (names.isEmpty()) {
            proposition.speaker().ifPresent(speaker -> names.add(Setting.last(speaker)));
        }
        return names;
    }

    private static Set<String> telling(Proposition proposition) {
        Set<String> values = values(proposition, Term.Kind.WORD);
        values.addAll(values(proposition, Term.Kind.NAME));
        return values;
    }

    private static List<Term> terms(Proposition proposition, Term.Kind kind) {
        return proposition.terms().stream().filter(term -> term.kind() == kind).toList();
    }

    private static Set<String> values(Proposition proposition, Term.Kind kind) {
        Set<String> values = new HashSet<>();
        for (Term term : proposition.terms()) {
            if (term.kind() == kind) {
                values.add(term.value());
            }
        }
        return values;
    }

    private static double shared(Set<String> some, Set<String> others) {
        double sum = 0;
        for (String value : some) {
            sum += others.contains(value) ? 1 : 0;
        }
        return sum;
    }
}
