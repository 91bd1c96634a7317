package io.onrecord.claims;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;

/**
 * Average-link clustering of numbered things, ties by number: two groups become one while the mean score over all pairs across
 * them is above a bound. A pair without a score counts as nothing, but for pairs of which both have so many scores that not all
 * are known: they do not count.
 */
final class Clusters {

    /** Members of a group that its centre is measured by. */
    private static final int CHECKED = 64;

    private final int size;
    private final boolean[] full;
    private final Map<Long, Double> scores = new HashMap<>();
    private final List<long[]> constraints = new ArrayList<>();

    /** @param size how many things, numbered from 0 */
    Clusters(int size) {
        this.size = size;
        this.full = new boolean[size];
    }

    /** Gives a pair a score, the lesser number first; of several, the one farthest from 0 holds. */
    void link(int a, int b, double score) {
        scores.merge(key(a, b), score, (one, other) -> {
            int weight = Double.compare(Math.abs(one), Math.abs(other));
            return weight > 0 || weight == 0 && one < other ? one : other;
        });
    }

    /** Says that one may have scores that are not known. */
    void fill(int one) {
        full[one] = true;
    }

    /** Says that two must be one, or must not; what is said later wins. */
    void constrain(int a, int b, Constraint.Kind kind) {
        constraints.add(new long[] {a, b, kind.ordinal()});
    }

    /** The groups, each in ascending order, in the order of their least members. */
    List<int[]> groups() {
        return new Run().groups();
    }

    /** The member with the greatest sum of scores to the first of the others; of equals the least. */
    int centre(int[] members) {
        int best = members[0];
        double greatest = Double.NEGATIVE_INFINITY;
        int checked = Math.min(members.length, CHECKED);
        for (int member : members) {
            double sum = 0;
            for (int j = 0; j < checked; j++) {
                sum += scores.getOrDefault(key(Math.min(member, members[j]), Math.max(member, members[j])), 0.0);
            }
            if (sum > greatest + 1e-9) {
                greatest = sum;
                best = member;
            }
        }
        return best;
    }

    /** Not the two numbers side by side: the hash of such a Long is small for near numbers, and a map of them a list. */
    private long key(int a, int b) {
        return (long) a * size + b;
    }

    private int first(long key) {
        return (int) (key / size);
    }

    private int second(long key) {
        return (int) (key % size);
    }

    private record Join(int a, int b, int versionA, int versionB, double mean) implements Comparable<Join> {
        /** The strongest first. Spelled out: a queue of millions spends its time here. */
        @Override
        public int compareTo(Join other) {
            int order = Double.compare(other.mean, mean);
            order = order != 0 ? order : Integer.compare(a, other.a);
            return order != 0 ? order : Integer.compare(b, other.b);
        }
    }

    /**
     * What is known across two groups.
     *
     * @param sum of scores
     * @param full how many of the scored pairs are of two that may have scores which are not known
     */
    private record Across(double sum, long full) {
        Across plus(Across other) {
            return new Across(sum + other.sum, full + other.full);
        }
    }

    /** One run: agglomerative, from the strongest pair on. */
    private final class Run {

        private final List<NavigableMap<Integer, Across>> across = new ArrayList<>();
        private final long[] members = new long[size];
        /** Members that may have scores which are not known. */
        private final long[] fulls = new long[size];

        private final int[] versions = new int[size];
        private final int[] parents = new int[size];
        private final List<Set<Integer>> apart = new ArrayList<>();
        private final PriorityQueue<Join> queue = new PriorityQueue<>();

        List<int[]> groups() {
            for (int i = 0; i < size; i++) {
                across.add(new TreeMap<>());
                apart.add(new HashSet<>());
                parents[i] = i;
                members[i] = 1;
                fulls[i] = full[i] ? 1 : 0;
            }
            scores.forEach((key, score) -> {
                int a = first(key);
                int b = second(key);
                Across known = new Across(score, full[a] && full[b] ? 1 : 0);
                across.get(a).put(b, known);
                across.get(b).put(a, known);
            });
            for (int i = constraints.size() - 1; i >= 0; i--) {
                constrain(constraints.get(i));
            }
            for (int i = 0; i < size; i++) {
                if (parents[i] == i) {
                    offer(i, i);
                }
            }
            Join next;
            while ((next = queue.poll()) != null) {
                boolean current = parents[next.a] == next.a
                        && parents[next.b] == next.b
                        && versions[next.a] == next.versionA
                        && versions[next.b] == next.versionB;
                if (current) {
                    join(next.a, next.b);
                    offer(next.a, -1);
                }
            }
            return collect();
        }

        private void constrain(long[] constraint) {
            int a = root((int) constraint[0]);
            int b = root((int) constraint[1]);
            if (a == b) {
                return;
            }
            if (constraint[2] == Constraint.Kind.SPLIT.ordinal()) {
                apart.get(a).add(b);
                apart.get(b).add(a);
            } else if (!apart.get(a).contains(b)) {
                join(Math.min(a, b), Math.max(a, b));
            }
        }

        private int root(int at) {
            int root = at;
            while (parents[root] != root) {
                root = parents[root];
            }
            return root;
        }

        private void join(int a, int b) {
            parents[b] = a;
            members[a] += members[b];
            fulls[a] += fulls[b];
            versions[a]++;
            across.get(a).remove(b);
            across.get(b).remove(a);
            across.get(b).forEach((other, known) -> {
                across.get(a).merge(other, known, Across::plus);
                across.get(other).remove(b);
                across.get(other).merge(a, known, Across::plus);
            });
            across.get(b).clear();
            for (int other : apart.get(b)) {
                apart.get(other).remove(b);
                apart.get(other).add(a);
                apart.get(a).add(other);
            }
        }

        /** Puts the joins of a group with its neighbours behind some number into the queue. */
        private void offer(int a, int behind) {
            across.get(a).tailMap(behind, false).forEach((b, known) -> {
                double mean = known.sum / (members[a] * members[b] - fulls[a] * fulls[b] + known.full);
                if (mean >= Merge.BOUND && !apart.get(a).contains(b)) {
                    int low = Math.min(a, b);
                    int high = Math.max(a, b);
                    queue.add(new Join(low, high, versions[low], versions[high], mean));
                }
            });
        }

        private List<int[]> collect() {
            Map<Integer, List<Integer>> byLeast = new TreeMap<>();
            Map<Integer, Integer> least = new HashMap<>();
            for (int i = 0; i < size; i++) {
                int first = least.merge(root(i), i, Math::min);
                byLeast.computeIfAbsent(first, root -> new ArrayList<>()).add(i);
            }
            List<int[]> groups = new ArrayList<>();
            byLeast.values()
                    .forEach(members -> groups.add(
                            members.stream().mapToInt(Integer::intValue).toArray()));
            groups.forEach(Arrays::sort);
            return groups;
        }
    }
}
