package io.onrecord.speakers;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Profiles to groups, the strongest likeness first. What is linked at one level is joined as a whole where nothing in it is at
 * odds. Where something is, those at odds stay apart, and the others go with the one of them that they are linked to, or with
 * none if there are several: no chain of links joins what does not fit, and the order of the input decides nothing.
 */
final class Grouping {

    /** So many times the links of all others make one of several rivals the right one. */
    private static final int CLEARLY = 4;

    private static final int BITS = 24;

    private final List<Profile> profiles;
    private final Splits splits;
    private final Map<Likeness, long[]> links;
    private final Sets sets;

    /** What users keep apart: pairs of numbers of profiles, the one that others stay with first. */
    record Splits(Set<Long> pairs) {
        static long pair(int first, int second) {
            return ((long) first << BITS) | second;
        }

        boolean has(int a, int b) {
            return !pairs.isEmpty() && (pairs.contains(pair(a, b)) || pairs.contains(pair(b, a)));
        }

        /** Whether the first stays in a split from the second. */
        boolean keeps(int a, int b) {
            return pairs.contains(pair(a, b));
        }
    }

    private Grouping(List<Profile> profiles, Splits splits) {
        if (profiles.size() >= 1 << BITS) {
            throw new IllegalArgumentException(
                    profiles.size() + " speakers are too many to be held against one another at once");
        }
        this.profiles = profiles;
        this.splits = splits;
        this.sets = new Sets(profiles.size());
        this.links = links();
    }

    /** Groups of numbers of profiles, each in order. */
    static List<List<Integer>> of(List<Profile> profiles, Set<Long> splits) {
        Grouping grouping = new Grouping(profiles, new Splits(splits));
        for (Likeness level : Likeness.values()) {
            grouping.join(level);
        }
        return List.copyOf(grouping.sets.all().values());
    }

    private Map<Likeness, long[]> links() {
        Map<Likeness, Longs> found = new TreeMap<>();
        new Candidates(profiles).forEach((first, second) -> {
            Profile a = profiles.get(first);
            Profile b = profiles.get(second);
            if (splits.has(first, second) || Likeness.isApart(a, b)) {
                return;
            }
            Optional<Likeness> likeness = Likeness.of(a, b);
            if (likeness.isPresent()) {
                found.computeIfAbsent(likeness.get(), level -> new Longs()).add(Splits.pair(first, second));
            }
        });
        Map<Likeness, long[]> distinct = new TreeMap<>();
        found.forEach((level, pairs) -> distinct.put(level, pairs.distinct()));
        return distinct;
    }

    private void join(Likeness level) {
        long[] pairs = links.getOrDefault(level, new long[0]);
        Sets linked = new Sets(profiles.size());
        for (long pair : pairs) {
            linked.unite(sets.root(first(pair)), sets.root(second(pair)));
        }
        Map<Integer, Longs> byComponent = new TreeMap<>();
        for (long pair : pairs) {
            int a = sets.root(first(pair));
            int b = sets.root(second(pair));
            if (a != b) {
                byComponent.computeIfAbsent(linked.root(a), root -> new Longs()).add(Splits.pair(a, b));
            }
        }
        Map<Integer, List<Integer>> groups = byComponent.isEmpty() ? Map.of() : sets.all();
        byComponent.values().forEach(component -> new Component(component.all(), groups, level).join());
    }

    private static int first(long pair) {
        return (int) (pair >> BITS);
    }

    private static int second(long pair) {
        return (int) (pair & ((1 << BITS) - 1));
    }

    /** Groups that are linked at one level, numbered in their order. */
    private final class Component {

        private final List<List<Integer>> groups = new ArrayList<>();
        private final List<List<Post>> posts = new ArrayList<>();
        private final List<Set<String>> events = new ArrayList<>();
        private final List<int[]> edges = new ArrayList<>();
        private final Likeness level;

        Component(long[] pairs, Map<Integer, List<Integer>> all, Likeness level) {
            this.level = level;
            Map<Integer, Integer> numbers = new TreeMap<>();
            for (long pair : pairs) {
                numbers.putIfAbsent(first(pair), 0);
                numbers.putIfAbsent(second(pair), 0);
            }
            for (Map.Entry<Integer, Integer> entry : numbers.entrySet()) {
                entry.setValue(groups.size());
                List<Integer> group = all.getOrDefault(entry.getKey(), List.of());
                groups.add(group);
                Set<Post> held = new LinkedHashSet<>();
                Set<String> told = new HashSet<>();
                for (int one : group) {
                    held.addAll(profiles.get(one).posts);
                    told.addAll(profiles.get(one).events);
                }
                posts.add(List.copyOf(held));
                events.add(told);
            }
            for (long pair : pairs) {
                edges.add(new int[] {numbers.getOrDefault(first(pair), 0), numbers.getOrDefault(second(pair), 0)});
            }
        }

        void join() {
            List<BitSet> odds = odds();
            if (odds.stream().allMatch(BitSet::isEmpty)) {
                edges.forEach(edge -> unite(edge[0], edge[1]));
                return;
            }
            Sets parts = partsAtOdds(odds);
            Sets neutral = new Sets(groups.size());
            for (int[] edge : edges) {
                if (odds.get(edge[0]).isEmpty() && odds.get(edge[1]).isEmpty()) {
                    neutral.unite(edge[0], edge[1]);
                }
            }
            for (int i = 0; i < groups.size(); i++) {
                unite(i, odds.get(i).isEmpty() ? neutral.root(i) : parts.root(i));
            }
            sides(odds, parts, neutral)
                    .forEach((free, sides) -> one(sides, parts).ifPresent(part -> unite(free, part)));
        }

        private List<BitSet> odds() {
            List<BitSet> odds = new ArrayList<>();
            for (int i = 0; i < groups.size(); i++) {
                odds.add(new BitSet());
            }
            for (int i = 0; i < groups.size(); i++) {
                for (int j = i + 1; j < groups.size(); j++) {
                    if (isAtOdds(i, j)) {
                        odds.get(i).set(j);
                        odds.get(j).set(i);
                    }
                }
            }
            return odds;
        }

        private boolean isAtOdds(int i, int j) {
            for (int a : groups.get(i)) {
                for (int b : groups.get(j)) {
                    if (splits.has(a, b) || Likeness.isApart(profiles.get(a), profiles.get(b))) {
                        return true;
                    }
                }
            }
            return !level.isOverPosts()
                    && Likeness.posts(posts.get(i), posts.get(j), Profile.meet(events.get(i), events.get(j)))
                            == Post.Fit.APART;
        }

        /** Those at odds with others, joined among themselves as far as all of a part fit one another. */
        private Sets partsAtOdds(List<BitSet> odds) {
            Sets parts = new Sets(groups.size());
            List<BitSet> against = new ArrayList<>();
            List<BitSet> within = new ArrayList<>();
            for (int i = 0; i < groups.size(); i++) {
                against.add((BitSet) odds.get(i).clone());
                within.add(new BitSet());
                within.get(i).set(i);
            }
            for (int[] edge : edges) {
                int a = parts.root(edge[0]);
                int b = parts.root(edge[1]);
                boolean both =
                        !odds.get(edge[0]).isEmpty() && !odds.get(edge[1]).isEmpty();
                if (both && a != b && !against.get(a).intersects(within.get(b))) {
                    parts.unite(a, b);
                    int root = parts.root(a);
                    int other = root == a ? b : a;
                    against.get(root).or(against.get(other));
                    within.get(root).or(within.get(other));
                }
            }
            return parts;
        }

        /** For each part without odds, how often it is linked to each of those with. */
        private Map<Integer, Map<Integer, Integer>> sides(List<BitSet> odds, Sets parts, Sets neutral) {
            Map<Integer, Map<Integer, Integer>> sides = new TreeMap<>();
            for (int[] edge : edges) {
                boolean firstFree = odds.get(edge[0]).isEmpty();
                if (firstFree != odds.get(edge[1]).isEmpty()) {
                    int free = neutral.root(firstFree ? edge[0] : edge[1]);
                    int part = parts.root(firstFree ? edge[1] : edge[0]);
                    sides.computeIfAbsent(free, none -> new TreeMap<>()).merge(part, 1, Integer::sum);
                }
            }
            return sides;
        }

        private Optional<Integer> one(Map<Integer, Integer> sides, Sets parts) {
            int all = sides.values().stream().mapToInt(count -> count).sum();
            for (Map.Entry<Integer, Integer> side : sides.entrySet()) {
                int others = all - side.getValue();
                if (others == 0 || side.getValue() >= CLEARLY * others || keeps(side.getKey(), sides, parts)) {
                    return Optional.of(side.getKey());
                }
            }
            return Optional.empty();
        }

        /** Whether all the other sides were split off from this one by the user. */
        private boolean keeps(int side, Map<Integer, Integer> sides, Sets parts) {
            return !splits.pairs().isEmpty()
                    && sides.keySet().stream().allMatch(other -> other == side || keeps(side, other, parts));
        }

        private boolean keeps(int side, int other, Sets parts) {
            for (int i = 0; i < groups.size(); i++) {
                for (int j = 0; j < groups.size(); j++) {
                    if (parts.root(i) == side && parts.root(j) == other) {
                        for (int a : groups.get(i)) {
                            if (groups.get(j).stream().anyMatch(b -> splits.keeps(a, b))) {
                                return true;
                            }
                        }
                    }
                }
            }
            return false;
        }

        private void unite(int i, int j) {
            sets.unite(groups.get(i).get(0), groups.get(j).get(0));
        }
    }
}
