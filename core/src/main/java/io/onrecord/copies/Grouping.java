package io.onrecord.copies;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Links to groups. The strongest links come first, ties by rank. A link joins the groups of its two texts if each of the first
 * {@value #CHECKED} of one is like each of the first {@value #CHECKED} of the other.
 */
final class Grouping {

    /** Texts of a group that a newcomer is held against; a wire story of a thousand copies must not cost a million comparisons. */
    private static final int CHECKED = 64;

    private static final int RANK_BITS = 24;
    private static final long RANK = (1L << RANK_BITS) - 1;

    /** Scores are told apart by this many steps. */
    private static final int STEPS = (1 << (Long.SIZE - 2 * RANK_BITS - 1)) - 1;

    private final Signatures all;
    private final OriginOrder order;
    private final Longs near = new Longs();
    private final int[] parents;
    /** Of each group of several texts, the first ranks in order. */
    private final Map<Integer, int[]> firsts = new HashMap<>();

    Grouping(Signatures all, OriginOrder order) {
        this.all = all;
        this.order = order;
        this.parents = new int[all.size()];
        Arrays.setAll(parents, rank -> rank);
    }

    void add(int first, int second, Link link) {
        int a = order.rank(first);
        int b = order.rank(second);
        if (link.kind() == Link.Kind.EXACT) {
            // Its words are those of the first, which stands for it.
            parents[b] = a;
        } else {
            long weakness = STEPS - Math.round(link.score() * STEPS);
            near.add((weakness << RANK_BITS | a) << RANK_BITS | b);
        }
    }

    void forEach(Consumer<Group> action) {
        near.sort();
        for (int i = 0; i < near.size(); i++) {
            join(root((int) (near.get(i) >>> RANK_BITS & RANK)), root((int) (near.get(i) & RANK)));
        }
        Longs members = new Longs();
        int[] sizes = new int[parents.length];
        for (int rank = 0; rank < parents.length; rank++) {
            sizes[root(rank)]++;
        }
        for (int rank = 0; rank < parents.length; rank++) {
            if (sizes[root(rank)] > 1) {
                members.add((long) root(rank) << RANK_BITS | rank);
            }
        }
        members.sort();
        report(members, action);
    }

    private void report(Longs members, Consumer<Group> action) {
        int at = 0;
        while (at < members.size()) {
            int origin = (int) (members.get(at) >>> RANK_BITS);
            Signature signature = signature(origin);
            List<Group.Copy> copies = new ArrayList<>();
            for (at++; at < members.size() && members.get(at) >>> RANK_BITS == origin; at++) {
                int rank = (int) (members.get(at) & RANK);
                copies.add(new Group.Copy(order.index(rank), Copies.link(signature, signature(rank))));
            }
            action.accept(new Group(order.index(origin), copies));
        }
    }

    /** The least rank of a group stands for it: it is the origin. */
    private int root(int rank) {
        int at = rank;
        while (parents[at] != at) {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        return at;
    }

    private void join(int a, int b) {
        if (a == b) {
            return;
        }
        int[] some = firsts.getOrDefault(a, new int[] {a});
        int[] others = firsts.getOrDefault(b, new int[] {b});
        if (areAlike(some, others)) {
            int root = Math.min(a, b);
            parents[Math.max(a, b)] = root;
            firsts.remove(Math.max(a, b));
            firsts.put(root, merged(some, others));
        }
    }

    private boolean areAlike(int[] some, int[] others) {
        Signature[] signatures = new Signature[others.length];
        for (int i = 0; i < others.length; i++) {
            signatures[i] = signature(others[i]);
        }
        for (int rank : some) {
            Signature one = signature(rank);
            for (Signature other : signatures) {
                if (!Copies.isAlike(one, other)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static int[] merged(int[] some, int[] others) {
        int[] both = Arrays.copyOf(some, some.length + others.length);
        System.arraycopy(others, 0, both, some.length, others.length);
        Arrays.sort(both);
        return both.length > CHECKED ? Arrays.copyOf(both, CHECKED) : both;
    }

    private Signature signature(int rank) {
        return all.signature(order.index(rank));
    }
}
