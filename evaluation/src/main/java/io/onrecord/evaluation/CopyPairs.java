package io.onrecord.evaluation;

import io.onrecord.evaluation.copies.CopyText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Pairs that were found, against the pairs of one group. Not thread-safe. */
final class CopyPairs {

    private final List<CopyText> texts;
    private long found;
    private long right;

    CopyPairs(List<CopyText> texts) {
        this.texts = texts;
    }

    /** All pairs of some texts. */
    void all(List<Integer> members) {
        for (int i = 0; i < members.size(); i++) {
            for (int j = 0; j < i; j++) {
                one(members.get(i), members.get(j));
            }
        }
    }

    void one(int first, int second) {
        found++;
        right += texts.get(first).group().equals(texts.get(second).group()) ? 1 : 0;
    }

    /** {@code NAME.precision}, {@code NAME.recall}, and the counts behind them. */
    void put(String name, Map<String, Double> figures, Map<String, Long> counts) {
        long gold = gold();
        if (found > 0) {
            figures.put(name + ".precision", AttributionScore.rounded(100.0 * right / found, 2));
        }
        if (gold > 0) {
            figures.put(name + ".recall", AttributionScore.rounded(100.0 * right / gold, 2));
        }
        counts.put(name + ".correct", right);
        counts.put(name + ".predicted", found);
        counts.put(name + ".gold", gold);
    }

    private long gold() {
        long pairs = 0;
        Map<String, Long> sizes = new HashMap<>();
        for (CopyText text : texts) {
            pairs += sizes.merge(text.group(), 1L, Long::sum) - 1;
        }
        return pairs;
    }
}
