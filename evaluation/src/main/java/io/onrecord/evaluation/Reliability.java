package io.onrecord.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Confidence beside what came true. The order in which things are added changes nothing: where several have the same
 * confidence, each counts as right to their common share. Not safe for use by several threads.
 */
final class Reliability {

    /** How many bins the calibration error is counted over (the measure: Naeini, Cooper and Hauskrecht 2015). */
    static final int BINS = 15;

    private final List<Item> items = new ArrayList<>();

    private record Item(double confidence, double right) {}

    /**
     * Some things of nearly the same confidence.
     *
     * @param confidence their mean, from 0 to 1
     * @param right share of those that are right, from 0 to 1
     * @param items how many; as bins have equal mass, not a whole number
     */
    record Bin(double confidence, double right, double items) {}

    /**
     * What is kept at a threshold.
     *
     * @param kept how many have at least that confidence
     * @param right how many of these are right
     */
    record Kept(long kept, long right) {}

    void add(double confidence, boolean right) {
        items.add(new Item(confidence, right ? 1 : 0));
    }

    void addAll(Reliability other) {
        items.addAll(other.items);
    }

    int items() {
        return items.size();
    }

    long right() {
        return items.stream().filter(item -> item.right() == 1).count();
    }

    Kept at(double threshold) {
        List<Item> kept =
                items.stream().filter(item -> item.confidence() >= threshold).toList();
        return new Kept(
                kept.size(), kept.stream().filter(item -> item.right() == 1).count());
    }

    /** Bins of equal mass in the order of confidence; fewer where there are fewer things. */
    List<Bin> bins() {
        List<Item> sorted = shared();
        int n = sorted.size();
        int count = Math.min(BINS, n);
        List<Bin> bins = new ArrayList<>();
        for (int b = 0; b < count; b++) {
            bins.add(bin(sorted, (double) b * n / count, (double) (b + 1) * n / count));
        }
        return bins;
    }

    /** A bin that holds its share of the items at its edges, too. */
    private static Bin bin(List<Item> sorted, double from, double to) {
        double confidence = 0;
        double right = 0;
        for (int i = (int) from; i < Math.min(sorted.size(), Math.ceil(to)); i++) {
            double share = Math.min(to, i + 1) - Math.max(from, i);
            confidence += share * sorted.get(i).confidence();
            right += share * sorted.get(i).right();
        }
        return new Bin(confidence / (to - from), right / (to - from), to - from);
    }

    /** Expected calibration error, from 0 to 1: mean distance of confidence and share of right ones over the bins. */
    OptionalDouble calibrationError() {
        return bins().stream()
                .mapToDouble(bin -> Math.abs(bin.confidence() - bin.right()))
                .average();
    }

    /**
     * Area under the ROC curve: how often a right thing has more confidence than a wrong one, a tie counting half. Empty
     * where all are right or all are wrong.
     */
    OptionalDouble area() {
        long right = right();
        long wrong = items.size() - right;
        if (right == 0 || wrong == 0) {
            return OptionalDouble.empty();
        }
        // Mann and Whitney: with its ties sharing, each item stands for its rank.
        double ranks = 0;
        List<Item> sorted = shared();
        for (int from = 0; from < sorted.size(); ) {
            int to = endOfTies(sorted, from);
            ranks += (from + 1 + to) / 2.0 * sorted.get(from).right() * (to - from);
            from = to;
        }
        return OptionalDouble.of((ranks - right * (right + 1) / 2.0) / ((double) right * wrong));
    }

    /** In the order of confidence, each item right to the share of all that have its confidence. */
    private List<Item> shared() {
        List<Item> sorted = new ArrayList<>(items);
        sorted.sort(Comparator.comparingDouble(Item::confidence));
        for (int from = 0; from < sorted.size(); ) {
            int to = endOfTies(sorted, from);
            double share = sorted.subList(from, to).stream()
                    .mapToDouble(Item::right)
                    .average()
                    .orElse(0);
            Collections.fill(sorted.subList(from, to), new Item(sorted.get(from).confidence(), share));
            from = to;
        }
        return sorted;
    }

    private static int endOfTies(List<Item> sorted, int from) {
        int to = from + 1;
        while (to < sorted.size()
                && sorted.get(to).confidence() == sorted.get(from).confidence()) {
            to++;
        }
        return to;
    }
}
