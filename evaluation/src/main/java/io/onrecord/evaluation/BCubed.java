package io.onrecord.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The measure of Bagga and Baldwin (1998): for each item, the share of its group that belongs with it (precision), and the share of
 * what belongs with it that is in its group (recall); then the means, and of these F1. Not safe for use by several threads.
 */
final class BCubed {

    private final List<Item> items = new ArrayList<>();

    private record Item(String gold, String found) {}

    /**
     * One more.
     *
     * @param gold name of its gold group
     * @param found name of the group that it was put in
     */
    void add(String gold, String found) {
        items.add(new Item(gold, found));
    }

    void report(String name, Map<String, Double> figures) {
        if (items.isEmpty()) {
            return;
        }
        Map<String, Integer> gold = new HashMap<>();
        Map<String, Integer> found = new HashMap<>();
        Map<Item, Integer> both = new HashMap<>();
        for (Item item : items) {
            gold.merge(item.gold(), 1, Integer::sum);
            found.merge(item.found(), 1, Integer::sum);
            both.merge(item, 1, Integer::sum);
        }
        double precision = 0;
        double recall = 0;
        for (Item item : items) {
            double shared = both.getOrDefault(item, 0);
            precision += shared / found.getOrDefault(item.found(), 1);
            recall += shared / gold.getOrDefault(item.gold(), 1);
        }
        precision = 100 * precision / items.size();
        recall = 100 * recall / items.size();
        figures.put(name + ".precision", AttributionScore.rounded(precision, 2));
        figures.put(name + ".recall", AttributionScore.rounded(recall, 2));
        figures.put(name + ".f1", AttributionScore.rounded(2 * precision * recall / (precision + recall), 2));
    }
}
