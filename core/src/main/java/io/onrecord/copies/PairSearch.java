package io.onrecord.copies;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The search for pairs, in passes over all signatures: each pass takes the keys of one range, sorts them together with the
 * ranks of their texts, and looks at each run of texts that share one. Keys come in ascending order over all passes, so what
 * smaller keys have proposed is known, and each pair is looked at once.
 */
final class PairSearch {

    /** Most texts with one key that are all held against one another. */
    static final int MOST = 32;

    /** Of a number that is sorted: the key above, the rank below. */
    private static final int RANK_BITS = 24;

    private static final long RANK = (1L << RANK_BITS) - 1;

    /** Keys that are sorted at once: 32 MB. */
    private static final int AT_ONCE = 1 << 22;

    private final Signatures all;
    private final OriginOrder order;
    private final BitSet standsBack;
    /** For each key that too many texts share, the last rank that the others are held against. */
    private final Map<Long, Integer> crowded = new HashMap<>();

    private final Longs run = new Longs();
    private long candidates;
    private long found;

    PairSearch(Signatures all, OriginOrder order) {
        if (all.size() > RANK) {
            throw new IllegalArgumentException(
                    all.size() + " texts are too many for one search: at most " + RANK + " can be taken");
        }
        this.all = all;
        this.order = order;
        this.standsBack = new BitSet(all.size());
    }

    Copies.Search run(Copies.Links links) {
        exact(links);
        int passes = passes(1 + Signature.KEYS);
        for (int pass = 0; pass < passes; pass++) {
            run.clear();
            for (int index = 0; index < all.size(); index++) {
                int rank = order.rank(index);
                if (!standsBack.get(rank)) {
                    collect(all.signature(index), rank, pass, passes);
                }
            }
            run.sort();
            forEachRun((from, to) -> near(from, to, links));
        }
        return new Copies.Search(all.size(), candidates, found);
    }

    private int passes(int keys) {
        return (int) (1 + (long) all.size() * keys / AT_ONCE);
    }

    private void collect(Signature signature, int rank, int pass, int passes) {
        for (int i = 0; i < signature.nearKeys(); i++) {
            long key = shortened(signature.nearKey(i));
            if (key * passes >>> (Long.SIZE - RANK_BITS) == pass) {
                run.add(key << RANK_BITS | rank);
            }
        }
    }

    private static long shortened(long key) {
        return key >>> RANK_BITS;
    }

    private interface Run {
        void take(int from, int to);
    }

    /** Stretches of two and more with one key. */
    private void forEachRun(Run action) {
        int from = 0;
        while (from < run.size()) {
            long key = run.get(from) >>> RANK_BITS;
            int to = from + 1;
            while (to < run.size() && run.get(to) >>> RANK_BITS == key) {
                to++;
            }
            if (to - from > 1) {
                action.take(from, to);
            }
            from = to;
        }
    }

    private int rank(int at) {
        return (int) (run.get(at) & RANK);
    }

    private Signature signature(int rank) {
        return all.signature(order.index(rank));
    }

    /** Texts with the same words: all but the first stand back. */
    private void exact(Copies.Links links) {
        int passes = passes(1);
        for (int pass = 0; pass < passes; pass++) {
            run.clear();
            for (int index = 0; index < all.size(); index++) {
                Signature signature = all.signature(index);
                long key = shortened(signature.digestKey());
                if (signature.words() > 0 && key * passes >>> (Long.SIZE - RANK_BITS) == pass) {
                    run.add(key << RANK_BITS | order.rank(index));
                }
            }
            run.sort();
            forEachRun((from, to) -> exact(from, to, links));
        }
    }

    private void exact(int from, int to, Copies.Links links) {
        // Nearly always one; several where parts of digests are the same by chance.
        List<Integer> firsts = new ArrayList<>();
        List<Signature> signatures = new ArrayList<>();
        for (int at = from; at < to; at++) {
            Signature signature = signature(rank(at));
            int same = 0;
            while (same < firsts.size() && !signature.hasWordsOf(signatures.get(same))) {
                same++;
                candidates++;
            }
            if (same == firsts.size()) {
                firsts.add(rank(at));
                signatures.add(signature);
            } else {
                standsBack.set(rank(at));
                link(firsts.get(same), rank(at), new Link(Link.Kind.EXACT, 1), links);
            }
        }
    }

    private void near(int from, int to, Copies.Links links) {
        long key = run.get(from) >>> RANK_BITS;
        int hubs = Math.min(to - from, MOST);
        if (to - from > MOST) {
            crowded.put(key, rank(from + MOST - 1));
        }
        List<Signature> first = new ArrayList<>(hubs);
        for (int at = from; at < to; at++) {
            Signature second = signature(rank(at));
            for (int i = 0; i < Math.min(at - from, hubs); i++) {
                compare(key, rank(from + i), first.get(i), rank(at), second, links);
            }
            if (at - from < hubs) {
                first.add(second);
            }
        }
    }

    private void compare(long key, int rankA, Signature a, int rankB, Signature b, Copies.Links links) {
        if (isProposed(key, rankA, a, b)) {
            return;
        }
        candidates++;
        Optional<Link> link = Copies.match(a, b);
        if (link.isPresent()) {
            link(rankA, rankB, link.get(), links);
        }
    }

    /** Whether a smaller key has brought the two together. */
    private boolean isProposed(long key, int first, Signature a, Signature b) {
        int i = 0;
        int j = 0;
        while (i < a.nearKeys() && j < b.nearKeys()) {
            long x = shortened(a.nearKey(i));
            long y = shortened(b.nearKey(j));
            if (x == y && x < key && first <= crowded.getOrDefault(x, Integer.MAX_VALUE)) {
                return true;
            }
            i += x <= y ? 1 : 0;
            j += y <= x ? 1 : 0;
        }
        return false;
    }

    private void link(int first, int second, Link link, Copies.Links links) {
        found++;
        links.link(order.index(first), order.index(second), link);
    }
}
