package io.onrecord.evaluation;

import io.onrecord.evaluation.Parts.Role;
import io.onrecord.model.Attribution;
import io.onrecord.model.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What was found in one article beside what its gold has. Safe to share between threads once it is made. */
final class Comparison {

    private final GoldArticle gold;
    private final boolean missing;
    private final List<Attribution> attributions;
    private final Tokens tokens;
    private final List<Covered> wanted;
    private final List<Covered> found;
    private final Map<Role, Set<BitSet>> wantedSpans;
    /** By index of a wanted statement that of its loose partner. */
    private final Map<Integer, Integer> partners;

    private final BitSet right = new BitSet();

    private Comparison(GoldArticle gold, boolean missing, List<Attribution> attributions) {
        this.gold = gold;
        this.missing = missing;
        this.attributions = List.copyOf(attributions);
        this.tokens = Tokens.of(gold.text().value());
        this.wanted =
                gold.parts().stream().map(parts -> new Covered(parts, tokens)).toList();
        this.found = attributions.stream()
                .map(attribution -> new Covered(Parts.of(attribution), tokens))
                .toList();
        this.wantedSpans = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            wantedSpans.put(role, spans(wanted, role));
        }
        this.partners = gold.linked() ? pairs(wanted, found) : Map.of();
        partners.values().forEach(right::set);
    }

    /** Of an article and what was found in its text, but for statements inside others. */
    static Comparison of(GoldArticle gold, List<Attribution> found) {
        return new Comparison(gold, false, found);
    }

    /** Of an article that the engine gave no record of: nothing was found in it. */
    static Comparison missing(GoldArticle gold) {
        return new Comparison(gold, true, List.of());
    }

    /** One to one, largest overlap of content first. */
    private static Map<Integer, Integer> pairs(List<Covered> wanted, List<Covered> found) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            for (int j = 0; j < found.size(); j++) {
                if (wanted.get(i).isLoosely(found.get(j))) {
                    pairs.add(new Pair(wanted.get(i).sharedContent(found.get(j)), i, j));
                }
            }
        }
        pairs.sort(Comparator.comparingInt(Pair::overlap)
                .reversed()
                .thenComparingInt(Pair::wanted)
                .thenComparingInt(Pair::found));
        Map<Integer, Integer> partners = new TreeMap<>();
        Set<Integer> taken = new HashSet<>();
        for (Pair pair : pairs) {
            if (!partners.containsKey(pair.wanted()) && taken.add(pair.found())) {
                partners.put(pair.wanted(), pair.found());
            }
        }
        return partners;
    }

    /** Two statements that agree loosely. */
    private record Pair(int overlap, int wanted, int found) {}

    GoldArticle gold() {
        return gold;
    }

    /** Whether the engine gave no record. */
    boolean isMissing() {
        return missing;
    }

    /** What was found, in the order of the record. */
    List<Attribution> attributions() {
        return attributions;
    }

    /** What people marked. */
    List<Covered> wanted() {
        return wanted;
    }

    /** The tokens of {@link #attributions}. */
    List<Covered> found() {
        return found;
    }

    /** By index of a wanted statement that of the found one which agrees with it loosely. */
    Map<Integer, Integer> partners() {
        return partners;
    }

    /** Whether a found statement has a partner. */
    boolean isRight(int found) {
        return right.get(found);
    }

    /** Whether each span that a found statement has of a role is exactly one of the gold. */
    boolean isExact(int found, Role role) {
        return this.found.get(found).parts().spans(role).stream()
                .map(tokens::covered)
                .allMatch(wantedSpans(role)::contains);
    }

    /** The spans of a role as their tokens; a span that touches none, such as white space, is none. */
    Set<BitSet> wantedSpans(Role role) {
        return wantedSpans.getOrDefault(role, Set.of());
    }

    /** The same of what was found. */
    Set<BitSet> foundSpans(Role role) {
        return spans(found, role);
    }

    private Set<BitSet> spans(List<Covered> statements, Role role) {
        Set<BitSet> spans = new HashSet<>();
        for (Covered statement : statements) {
            for (Span span : statement.parts().spans(role)) {
                spans.add(tokens.covered(span));
            }
        }
        spans.remove(new BitSet());
        return spans;
    }
}
