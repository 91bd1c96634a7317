package io.onrecord.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The runs of four words of a text, with how often each occurs, as the authors of the article-extraction-benchmark
 * (scrapinghub, 2019) count them: words are runs of letters, numbers and underscores, case counts, a text of fewer words is one
 * run.
 */
final class Shingles {

    private static final int WORDS = 4;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");

    private final Map<List<String>, Integer> counts = new HashMap<>();
    private int total;

    private Shingles() {}

    static Shingles of(String text) {
        List<String> words = new ArrayList<>();
        for (Matcher matcher = WORD.matcher(text); matcher.find(); ) {
            words.add(matcher.group());
        }
        Shingles shingles = new Shingles();
        if (!words.isEmpty()) {
            for (int i = 0; i < Math.max(1, words.size() - WORDS + 1); i++) {
                shingles.counts.merge(
                        List.copyOf(words.subList(i, Math.min(words.size(), i + WORDS))), 1, Integer::sum);
                shingles.total++;
            }
        }
        return shingles;
    }

    int total() {
        return total;
    }

    /** How many of these are in another text as well, each as often as there. */
    int in(Shingles other) {
        int shared = 0;
        for (Map.Entry<List<String>, Integer> one : counts.entrySet()) {
            shared += Math.min(one.getValue(), other.counts.getOrDefault(one.getKey(), 0));
        }
        return shared;
    }
}
