package io.onrecord.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.lucene.search.ScoreDoc;

/**
 * One order from two, that of the words and that of the meanings: the mean of how well the words fit, where the best of all has 1, and of
 * how near the meaning is. What is not in one of the two orders has 0 there.
 */
final class Ranking {

    /** So many of each order are ranked together. */
    static final int DEPTH = 1000;

    private Ranking() {}

    /**
     * A document with its places in the two orders.
     *
     * @param doc its number in the searcher
     */
    record Ranked(int doc, double score, OptionalDouble words, OptionalDouble cosine) {}

    /** Both orders joined, the best first. */
    static List<Ranked> join(ScoreDoc[] words, List<Nearest.Near> near) {
        Map<Integer, Ranked> joined = new HashMap<>();
        for (ScoreDoc one : words) {
            joined.put(
                    one.doc,
                    new Ranked(
                            one.doc,
                            one.score / words[0].score / 2,
                            OptionalDouble.of(one.score),
                            OptionalDouble.empty()));
        }
        for (Nearest.Near one : near) {
            double score = one.cosine() / 2;
            Ranked other = joined.get(one.doc());
            joined.put(
                    one.doc(),
                    new Ranked(
                            one.doc(),
                            other == null ? score : score + other.score,
                            other == null ? OptionalDouble.empty() : other.words,
                            OptionalDouble.of(one.cosine())));
        }
        List<Ranked> all = new ArrayList<>(joined.values());
        all.sort(Comparator.comparingDouble(Ranked::score)
                .reversed()
                .thenComparing(Comparator.comparingDouble((Ranked one) -> one.cosine.orElse(-1))
                        .reversed())
                .thenComparingInt(Ranked::doc));
        return all;
    }
}
