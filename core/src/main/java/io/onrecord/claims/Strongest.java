package io.onrecord.claims;

import io.onrecord.claims.Link.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which links are kept: those that are among the strongest of either end, of each kind apart. So what is said by thousands costs each of
 * them a bounded number of links. Pure functions of a set of links: whatever comes later, what is kept is what all together would
 * leave; and what is left of some that were kept is all of them.
 *
 * <p>Who has fewer links than are kept has all of them, so that a pair of his without a link is known to have none. Of two that both
 * have that many it is not known.
 */
public final class Strongest {

    /** So many links of each kind one end keeps. */
    public static final int MOST = 16;

    private Strongest() {}

    /** Those of some links that are kept, in their order. */
    public static List<Link> of(Collection<Link> links) {
        Map<String, List<Link>> ofEnds = new HashMap<>();
        for (Link link : links) {
            ofEnds.computeIfAbsent(link.first(), id -> new ArrayList<>()).add(link);
            ofEnds.computeIfAbsent(link.second(), id -> new ArrayList<>()).add(link);
        }
        Set<Link> kept = new LinkedHashSet<>();
        ofEnds.forEach((id, all) -> kept.addAll(ofEnd(id, all)));
        return links.stream().filter(kept::contains).toList();
    }

    /**
     * The strongest links of one end; of equals those to the lesser ids.
     *
     * @param id of the end
     * @param links all of them have it
     */
    public static Set<Link> ofEnd(String id, Collection<Link> links) {
        Set<Link> strongest = new LinkedHashSet<>();
        for (Kind kind : Kind.values()) {
            links.stream()
                    .filter(link -> link.kind() == kind)
                    .sorted(Comparator.comparingDouble((Link link) -> -link.score())
                            .thenComparing(link -> link.other(id)))
                    .limit(MOST)
                    .forEach(strongest::add);
        }
        return strongest;
    }

    /**
     * Those that have so many links of a kind that they may have had more.
     *
     * @param links all that are kept of them
     */
    static Set<String> full(Collection<Link> links, Kind kind) {
        Map<String, Integer> counts = new HashMap<>();
        Set<String> full = new LinkedHashSet<>();
        for (Link link : links) {
            for (String id : List.of(link.first(), link.second())) {
                if (link.kind() == kind && counts.merge(id, 1, Integer::sum) >= MOST) {
                    full.add(id);
                }
            }
        }
        return full;
    }
}
