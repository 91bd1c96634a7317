package io.onrecord.evaluation;

import java.util.List;
import java.util.Map;

/** Which class was found for things of which class: accuracy, macro F1, and each class by itself. Not thread-safe. */
final class ByClass {

    private final String name;
    private final List<String> classes;
    private final long[][] counts;

    ByClass(String name, List<String> classes) {
        this.name = name;
        this.classes = classes;
        this.counts = new long[classes.size()][classes.size()];
    }

    void add(int gold, int found) {
        counts[gold][found]++;
    }

    /** Figures in per cent; a class that is neither in the gold nor found has none, and does not count in the mean. */
    void put(Map<String, Double> figures, Map<String, Long> tallies) {
        long all = 0;
        long right = 0;
        double sum = 0;
        int used = 0;
        for (int c = 0; c < classes.size(); c++) {
            all += gold(c);
            right += counts[c][c];
            if (gold(c) + found(c) > 0) {
                sum += 200.0 * counts[c][c] / (gold(c) + found(c));
                used++;
            }
        }
        figures.put(name + ".accuracy", AttributionScore.rounded(100.0 * right / all, 2));
        figures.put(name + ".macro_f1", AttributionScore.rounded(sum / used, 2));
        tallies.put(name + ".accuracy.correct", right);
        tallies.put(name + ".accuracy.gold", all);
        for (int c = 0; c < classes.size(); c++) {
            if (gold(c) + found(c) > 0) {
                putClass(c, figures, tallies);
            }
        }
    }

    private void putClass(int c, Map<String, Double> figures, Map<String, Long> tallies) {
        String of = name + "." + classes.get(c);
        Detected.put(of, counts[c][c], found(c), gold(c), figures, tallies);
    }

    private long gold(int c) {
        long sum = 0;
        for (long count : counts[c]) {
            sum += count;
        }
        return sum;
    }

    private long found(int c) {
        long sum = 0;
        for (long[] row : counts) {
            sum += row[c];
        }
        return sum;
    }
}
