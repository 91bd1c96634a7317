package io.onrecord.evaluation;

import io.onrecord.evaluation.Place.Kind;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Location;
import io.onrecord.model.Span;
import io.onrecord.model.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Scores statements within statements, and what else hangs on another statement, article by article.
 *
 * <p>A gold and a predicted statement match if their contents have a Jaccard index of at least 0.5, and their cues
 * overlap or both have none, as do their sources; paired one to one, largest overlap of content first. Both are nested or
 * both are not, and where the gold one's outer statement has a match, that is the outer statement of the predicted one.
 *
 * <ul>
 *   <li>{@code nested}: statements that are reported by another, go on without a cue, or share their cue with one
 *       before; {@code nested.within}, {@code nested.continued} and {@code nested.second} are these apart. A match counts
 *       if both are of the kind.
 *   <li>{@code nested.all}: all statements.
 *   <li>{@code baseline.nested} and {@code baseline.all}: the same of the same records without such statements.
 * </ul>
 *
 * Not safe for use by several threads.
 */
final class NestedScore {

    private static final double LOOSE = 0.5;

    private final Map<String, Measure> measures = new LinkedHashMap<>();
    private final Map<String, Measure> baseline = new LinkedHashMap<>();
    private long articles;
    private long missing;

    NestedScore() {
        measures.put("nested", new Measure(kind -> kind != Kind.PLAIN));
        measures.put("nested.within", new Measure(kind -> kind == Kind.NESTED));
        measures.put("nested.continued", new Measure(kind -> kind == Kind.CONTINUED));
        measures.put("nested.second", new Measure(kind -> kind == Kind.SECOND_OBJECT));
        measures.put("nested.all", new Measure(kind -> true));
        baseline.put("baseline.nested", new Measure(kind -> kind != Kind.PLAIN));
        baseline.put("baseline.all", new Measure(kind -> true));
    }

    /** Adds an article with the record of it; what stands in the title or in page furniture is left out. */
    void add(NestedArticle gold, ArticleRecord record) {
        List<Placed> found = placed(record, Tokens.of(gold.article().text().value()));
        List<Placed> flat =
                found.stream().filter(it -> it.place().kind() == Kind.PLAIN).toList();
        count(gold, found, flat);
    }

    /** Adds an article that the engine gave no record of: nothing was found in it. */
    void addMissing(NestedArticle gold) {
        missing++;
        count(gold, List.of(), List.of());
    }

    private void count(NestedArticle gold, List<Placed> found, List<Placed> flat) {
        articles++;
        List<Placed> wanted = placed(gold);
        int[] partners = partners(wanted, found);
        measures.values().forEach(measure -> measure.add(wanted, found, partners));
        int[] flatPartners = partners(wanted, flat);
        baseline.values().forEach(measure -> measure.add(wanted, flat, flatPartners));
    }

    private static List<Placed> placed(NestedArticle gold) {
        Tokens tokens = Tokens.of(gold.article().text().value());
        List<Placed> placed = new ArrayList<>();
        for (int i = 0; i < gold.places().size(); i++) {
            placed.add(Placed.of(gold.article().parts().get(i), gold.places().get(i), tokens));
        }
        return placed;
    }

    private static List<Placed> placed(ArticleRecord record, Tokens tokens) {
        List<Statement> statements = record.statements().stream()
                .filter(statement -> statement.attribution().in() == Location.TEXT && !statement.furniture())
                .toList();
        Map<String, Integer> indices = new HashMap<>();
        statements.forEach(statement -> indices.put(statement.id(), indices.size()));
        Set<Span> cues = new HashSet<>();
        List<Placed> placed = new ArrayList<>();
        for (Statement statement : statements) {
            Parts parts = Parts.of(statement.attribution());
            // A cue may have been heard before: then this is another object of it.
            boolean heard = parts.cue().stream().anyMatch(cues::contains);
            cues.addAll(parts.cue());
            int within = statement.within().map(indices::get).orElse(Place.NOWHERE);
            placed.add(Placed.of(parts, new Place(within, kind(within, parts, heard)), tokens));
        }
        return placed;
    }

    private static Kind kind(int within, Parts parts, boolean heard) {
        if (within != Place.NOWHERE) {
            return Kind.NESTED;
        }
        if (parts.cue().isEmpty()) {
            return Kind.CONTINUED;
        }
        return heard ? Kind.SECOND_OBJECT : Kind.PLAIN;
    }

    /** Of each wanted statement the index of the one found that matches it, or -1: outer ones first, then level by level. */
    private static int[] partners(List<Placed> wanted, List<Placed> found) {
        int[] partners = new int[wanted.size()];
        Arrays.fill(partners, -1);
        BitSet used = new BitSet();
        int deepest = 0;
        for (int level = 0; level <= deepest; level++) {
            List<Pair> pairs = new ArrayList<>();
            for (int i = 0; i < wanted.size(); i++) {
                int depth = depth(wanted, i);
                deepest = Math.max(deepest, depth);
                for (int j = 0; depth == level && j < found.size(); j++) {
                    if (!used.get(j) && matches(wanted.get(i), found.get(j), partners)) {
                        pairs.add(new Pair(wanted.get(i).shared(found.get(j)), i, j));
                    }
                }
            }
            pairs.sort(Comparator.comparingInt(Pair::overlap)
                    .reversed()
                    .thenComparingInt(Pair::wanted)
                    .thenComparingInt(Pair::found));
            for (Pair pair : pairs) {
                if (partners[pair.wanted()] < 0 && !used.get(pair.found())) {
                    partners[pair.wanted()] = pair.found();
                    used.set(pair.found());
                }
            }
        }
        return partners;
    }

    private static int depth(List<Placed> statements, int of) {
        int depth = 0;
        for (int at = of; statements.get(at).within() != Place.NOWHERE; depth++) {
            at = statements.get(at).within();
        }
        return depth;
    }

    private static boolean matches(Placed wanted, Placed found, int[] partners) {
        if ((wanted.within() == Place.NOWHERE) != (found.within() == Place.NOWHERE) || !wanted.isLike(found)) {
            return false;
        }
        int outer = wanted.within() == Place.NOWHERE ? -1 : partners[wanted.within()];
        return outer < 0 || outer == found.within();
    }

    /** By name, in per cent. */
    Map<String, Double> figures() {
        Map<String, Double> figures = new LinkedHashMap<>();
        measures.forEach((name, measure) -> measure.figures(name, figures));
        baseline.forEach((name, measure) -> measure.figures(name, figures));
        return figures;
    }

    /** By name: {@code correct}, {@code predicted} and {@code gold} of each measure, and the articles. */
    Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("articles", articles);
        counts.put("articles.missing", missing);
        measures.forEach((name, measure) -> measure.counts(name, counts));
        baseline.forEach((name, measure) -> measure.counts(name, counts));
        return counts;
    }

    /** What is counted of some kinds of statements. */
    private static final class Measure {
        private final Predicate<Kind> kinds;
        private long correct;
        private long predicted;
        private long gold;

        Measure(Predicate<Kind> kinds) {
            this.kinds = kinds;
        }

        void add(List<Placed> wanted, List<Placed> found, int[] partners) {
            for (int i = 0; i < partners.length; i++) {
                if (has(wanted.get(i))) {
                    gold++;
                    correct += partners[i] >= 0 && has(found.get(partners[i])) ? 1 : 0;
                }
            }
            predicted += found.stream().filter(this::has).count();
        }

        private boolean has(Placed statement) {
            return kinds.test(statement.place().kind());
        }

        void figures(String name, Map<String, Double> figures) {
            double precision = predicted == 0 ? 0 : 100.0 * correct / predicted;
            double recall = gold == 0 ? 0 : 100.0 * correct / gold;
            double sum = precision + recall;
            figures.put(name + ".p", AttributionScore.rounded(precision, 2));
            figures.put(name + ".r", AttributionScore.rounded(recall, 2));
            figures.put(name + ".f1", sum == 0 ? 0.0 : AttributionScore.rounded(2 * precision * recall / sum, 2));
        }

        void counts(String name, Map<String, Long> counts) {
            counts.put(name + ".correct", correct);
            counts.put(name + ".predicted", predicted);
            counts.put(name + ".gold", gold);
        }
    }

    private record Pair(int overlap, int wanted, int found) {}

    /** A statement's tokens and its place. */
    private record Placed(BitSet source, BitSet cue, BitSet content, Place place) {

        static Placed of(Parts parts, Place place, Tokens tokens) {
            return new Placed(
                    tokens.covered(parts.source()),
                    tokens.covered(parts.cue()),
                    tokens.covered(parts.content()),
                    place);
        }

        int within() {
            return place.within();
        }

        int shared(Placed other) {
            BitSet both = (BitSet) content.clone();
            both.and(other.content);
            return both.cardinality();
        }

        boolean isLike(Placed other) {
            int shared = shared(other);
            int union = content.cardinality() + other.content.cardinality() - shared;
            return union > 0
                    && (double) shared / union >= LOOSE
                    && agree(cue, other.cue)
                    && agree(source, other.source);
        }

        private static boolean agree(BitSet one, BitSet other) {
            return one.intersects(other) || one.isEmpty() && other.isEmpty();
        }
    }
}
