package io.onrecord.speakers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sets of numbers that do not overlap; the least number of a set stands for it. */
final class Sets {

    private final int[] parents;

    Sets(int size) {
        parents = new int[size];
        for (int i = 0; i < size; i++) {
            parents[i] = i;
        }
    }

    int root(int one) {
        int at = one;
        while (parents[at] != at) {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        return at;
    }

    void unite(int a, int b) {
        int first = root(a);
        int second = root(b);
        parents[Math.max(first, second)] = Math.min(first, second);
    }

    /** All sets by their least number, each in order. */
    Map<Integer, List<Integer>> all() {
        Map<Integer, List<Integer>> all = new TreeMap<>();
        for (int i = 0; i < parents.length; i++) {
            all.computeIfAbsent(root(i), root -> new ArrayList<>()).add(i);
        }
        return all;
    }
}
