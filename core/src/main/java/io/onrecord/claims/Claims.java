package io.onrecord.claims;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Claims of propositions that are all in memory: keys, match and merge in one. What a store does step by step gives the same.
 *
 * @param claims in the order in which they came on record
 * @param links between their members that are kept ({@link Strongest})
 */
public record Claims(List<Claim> claims, List<Link> links) {

    private static final int BATCH = 512;

    public Claims {
        claims = List.copyOf(claims);
        links = List.copyOf(links);
    }

    /**
     * The claims of some propositions.
     *
     * @param propositions with different ids
     * @param constraints what a user decided
     */
    public static Claims of(Collection<Proposition> propositions, Matcher matcher, List<Constraint> constraints) {
        List<Link> links = new ArrayList<>();
        List<Pair> batch = new ArrayList<>();
        for (Pair pair : candidates(propositions)) {
            batch.add(pair);
            if (batch.size() == BATCH) {
                links.addAll(matcher.match(batch));
                batch.clear();
            }
        }
        links.addAll(matcher.match(batch));
        List<Link> kept = Strongest.of(links);
        return new Claims(
                Merge.claims(propositions.stream().map(Claim.Member::of).toList(), kept, constraints), kept);
    }

    /** The pairs that share a key, each once, in the order of their ids. */
    public static List<Pair> candidates(Collection<Proposition> propositions) {
        Map<String, Proposition> byId = new TreeMap<>();
        propositions.forEach(proposition -> byId.put(proposition.id(), proposition));
        Map<Long, List<Proposition>> byKey = new HashMap<>();
        List<Pair> pairs = new ArrayList<>();
        for (Proposition proposition : byId.values()) {
            TreeSet<String> met = new TreeSet<>();
            for (long key : Keys.of(proposition)) {
                List<Proposition> holders = byKey.computeIfAbsent(key, some -> new ArrayList<>());
                for (Proposition other : holders) {
                    boolean own = other.statementId().equals(proposition.statementId());
                    if (!own && met.add(other.id())) {
                        pairs.add(Pair.of(other, proposition));
                    }
                }
                holders.add(proposition);
            }
        }
        return pairs;
    }
}
