package io.onrecord.copies;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * Finds texts that are copies of one another, by their signatures. All of it is a function of the set of texts: their order
 * decides nothing.
 */
public final class Copies {

    /**
     * What the share of the shorter text that stands in the longer must come to, with {@link #OTHER_WAY} of the share of the longer
     * that stands in the shorter: 0.78 of a text in one that is much longer, 0.56 of two of one length. A later story that takes
     * over its background has less of either.
     */
    private static final double LINKED = 0.78;

    private static final double OTHER_WAY = 0.4;

    /** The share that any two texts of a group have in common. */
    static final double FLOOR = 0.2;

    /** A text that is shorter than this share of another is at best an item in it. */
    private static final double LENGTHS = 0.1;

    /** Fewer common shingles may be chance: a date, a name and a phrase. */
    private static final int COMMON = 10;

    /** From this share of the longer text on, the shorter is no part of it but a version. */
    private static final double VERSION = 0.5;

    private Copies() {}

    /** Receives the links of a search. */
    @FunctionalInterface
    public interface Links {
        /**
         * Two texts are copies.
         *
         * @param first the one that would be the origin
         * @param second the other
         */
        void link(int first, int second, Link link);
    }

    /**
     * What a search did.
     *
     * @param texts how many there were
     * @param candidates pairs of signatures that were compared
     * @param links pairs that are copies
     */
    public record Search(int texts, long candidates, long links) {}

    /** Whether two texts are copies, and why; the order of the two does not matter. */
    public static Optional<Link> match(Signature a, Signature b) {
        if (a.hasWordsOf(b)) {
            return Optional.of(new Link(Link.Kind.EXACT, 1));
        }
        Likeness likeness = Likeness.of(a, b);
        boolean linked = likeness.contained() + OTHER_WAY * likeness.covered() >= LINKED
                && likeness.common() >= COMMON
                && likeness.lengths() >= LENGTHS;
        return linked ? Optional.of(link(likeness)) : Optional.empty();
    }

    /** What two texts have in common, be it much or little. */
    static Link link(Signature a, Signature b) {
        return a.hasWordsOf(b) ? new Link(Link.Kind.EXACT, 1) : link(Likeness.of(a, b));
    }

    private static Link link(Likeness likeness) {
        Link.Kind kind = likeness.covered() >= VERSION ? Link.Kind.NEAR : Link.Kind.CONTAINED;
        return new Link(kind, likeness.contained());
    }

    /** Whether two texts may be in one group. */
    static boolean isAlike(Signature a, Signature b) {
        return a.hasWordsOf(b) || Likeness.of(a, b).contained() >= FLOOR;
    }

    /**
     * Finds the pairs that {@link #match}, each once, by the keys that they share. Of texts with the same words the first in
     * origin order stands for all: the others are linked to it and take no further part. Where more than
     * {@value PairSearch#MOST} texts share a key, each is held against the first {@value PairSearch#MOST} of them in origin
     * order, which are where an origin would be, and not against all others.
     *
     * <p>Needs some 50 bytes of memory a text and 100 MB beside; reads each signature about ten times. On one thread.
     *
     * @throws IllegalArgumentException if two texts have one id and date, or if there are more than 16 million texts
     */
    public static Search pairs(Signatures all, Links links) {
        return new PairSearch(all, OriginOrder.of(all)).run(links);
    }

    /**
     * Finds the groups, in origin order. Links join from the strongest on, and only where any two texts that would meet in a
     * group have a good share in common: no chain of links brings unlike texts together.
     *
     * <p>Needs the memory of {@link #pairs}, and some 30 bytes a link.
     */
    public static Search groups(Signatures all, Consumer<Group> groups) {
        OriginOrder order = OriginOrder.of(all);
        Grouping grouping = new Grouping(all, order);
        Search search = new PairSearch(all, order).run(grouping::add);
        grouping.forEach(groups);
        return search;
    }
}
