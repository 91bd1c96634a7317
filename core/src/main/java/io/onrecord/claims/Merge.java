package io.onrecord.claims;

import io.onrecord.model.Ids;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Propositions and their links to claims. A pure function of what it is given, whatever the order. It never joins what no chain of
 * {@link Link.Kind#SAME} links (or {@link Constraint.Kind#MERGE} decisions) of at least {@link #BOUND} connects, so it can be asked for one such component at a time.
 *
 * <p>A chain alone joins nobody: two groups become one claim only if what speaks for it, over all pairs of a member of the one and a
 * member of the other, outweighs what speaks against it, where a pair that is known to have no link speaks against it.
 */
public final class Merge {

    /**
     * What the mean over the pairs of two groups must come to so that they become one; so at least one of their links comes to it, and
     * weaker ones join nobody.
     */
    public static final double BOUND = 0.3;

    private static final Comparator<Claim.Member> ORDER =
            Comparator.comparing(Claim.Member::place).thenComparing(Claim.Member::propositionId);

    private Merge() {}

    /**
     * The claims, in the order in which they came on record.
     *
     * @param propositions all of the components that the links connect
     * @param links of them that are kept ({@link Strongest}), of any kind; those whose ends are not all given say only how many one has
     * @param constraints what a user decided; a later one wins over an earlier
     * @throws IllegalArgumentException if two propositions have one id
     */
    public static List<Claim> claims(
            Collection<Claim.Member> propositions, Collection<Link> links, List<Constraint> constraints) {
        List<Claim.Member> sorted = propositions.stream().sorted(ORDER).toList();
        Map<String, Integer> index = new HashMap<>();
        for (int i = 0; i < sorted.size(); i++) {
            String id = sorted.get(i).propositionId();
            if (index.put(id, i) != null) {
                throw new IllegalArgumentException("two propositions have the id " + id);
            }
        }
        Clusters clusters = new Clusters(sorted.size());
        for (Link link : links) {
            Integer a = index.get(link.first());
            Integer b = index.get(link.second());
            if (a != null && b != null) {
                double score = link.kind() == Link.Kind.SAME ? link.score() : -link.score();
                clusters.link(Math.min(a, b), Math.max(a, b), score);
            }
        }
        for (String id : Strongest.full(links, Link.Kind.SAME)) {
            Integer at = index.get(id);
            if (at != null) {
                clusters.fill(at);
            }
        }
        for (Constraint constraint : constraints) {
            Integer a = index.get(constraint.first());
            Integer b = index.get(constraint.second());
            if (a != null && b != null) {
                clusters.constrain(Math.min(a, b), Math.max(a, b), constraint.kind());
            }
        }
        List<Claim> claims = new ArrayList<>();
        for (int[] members : clusters.groups()) {
            claims.add(claim(sorted, members, clusters));
        }
        return claims;
    }

    private static Claim claim(List<Claim.Member> sorted, int[] members, Clusters clusters) {
        List<Claim.Member> all = Arrays.stream(members).mapToObj(sorted::get).toList();
        int centre = clusters.centre(members);
        int at = Arrays.binarySearch(members, centre);
        return new Claim(Ids.claim(all.get(0).propositionId()), all.get(at), all);
    }
}
