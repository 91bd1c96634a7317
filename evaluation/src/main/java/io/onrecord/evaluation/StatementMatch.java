package io.onrecord.evaluation;

import io.onrecord.evaluation.ClaimsGold.Labelled;
import io.onrecord.evaluation.ClaimsGold.Stated;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Attribution;
import io.onrecord.model.CodePoints;
import io.onrecord.model.Location;
import io.onrecord.model.Span;
import io.onrecord.model.Statement;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which found statement is which gold one: their cues overlap (or both have none), and their contents have a Jaccard index of at
 * least 0.5 in code points. One to one; the likest are paired first.
 */
final class StatementMatch {

    private static final double LEAST = 0.5;

    private StatementMatch() {}

    private record Pair(double likeness, String gold, Statement found) {}

    /** Of each found statement that has a partner, by its id, the id of the gold one. */
    static Map<String, String> of(Labelled gold, ArticleRecord record) {
        CodePoints points = CodePoints.of(gold.article().text().value());
        List<Pair> pairs = new ArrayList<>();
        for (Statement found : record.statements()) {
            if (!isText(found)) {
                continue;
            }
            for (Map.Entry<String, Stated> one : gold.statements().entrySet()) {
                double likeness = likeness(one.getValue().words(), found.attribution(), points);
                if (likeness >= LEAST) {
                    pairs.add(new Pair(likeness, one.getKey(), found));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::likeness)
                .reversed()
                .thenComparingInt(pair -> pair.found().attribution().start())
                .thenComparing(pair -> pair.found().id())
                .thenComparing(Pair::gold));
        Map<String, String> partners = new HashMap<>();
        Set<String> taken = new HashSet<>();
        for (Pair pair : pairs) {
            if (!partners.containsKey(pair.found().id()) && taken.add(pair.gold())) {
                partners.put(pair.found().id(), pair.gold());
            }
        }
        return partners;
    }

    /** Whether a statement stands where gold statements do: in the article's own text. */
    static boolean isText(Statement statement) {
        return statement.attribution().in() == Location.TEXT && !statement.furniture();
    }

    private static double likeness(Attribution gold, Attribution found, CodePoints points) {
        boolean cues = gold.cue().isEmpty() && found.cue().isEmpty()
                || covered(gold.cue(), points).intersects(covered(found.cue(), points));
        return cues ? jaccard(gold.content(), found.content(), points) : 0;
    }

    /** The index of the characters of some spans and others, counted in code points. */
    static double jaccard(List<Span> some, List<Span> others, CodePoints points) {
        BitSet one = covered(some, points);
        BitSet other = covered(others, points);
        BitSet both = (BitSet) one.clone();
        both.and(other);
        one.or(other);
        return one.isEmpty() ? 0 : (double) both.cardinality() / one.cardinality();
    }

    private static BitSet covered(List<Span> spans, CodePoints points) {
        BitSet covered = new BitSet();
        for (Span span : spans) {
            covered.set(points.fromUtf16(span.start()), points.fromUtf16(span.end()));
        }
        return covered;
    }
}
