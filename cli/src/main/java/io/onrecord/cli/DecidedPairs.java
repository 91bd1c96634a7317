package io.onrecord.cli;

import io.onrecord.claims.Constraint;
import io.onrecord.claims.Proposition;
import io.onrecord.claims.PropositionId;
import io.onrecord.store.ClaimDecision;
import io.onrecord.store.Store;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Pairs of sentences of which people decided whether they put the same claim, as {@code evaluate same-claim} reads them. */
final class DecidedPairs {

    private final Store store;
    private final Map<String, Optional<String>> sentences = new HashMap<>();

    DecidedPairs(Store store) {
        this.store = store;
    }

    /**
     * A pair.
     *
     * @param one a sentence
     * @param other another
     * @param same whether they put the same claim
     */
    record Pair(String one, String other, boolean same) {}

    /**
     * What was decided, in the order of the decisions; of two about one pair the later one holds.
     *
     * @param pairs those of which both sentences are on record
     * @param leftOut how many are not, since their decision is loose
     */
    record Pairs(List<Pair> pairs, long leftOut) {}

    Pairs all() {
        Map<Set<String>, ClaimDecision> last = new LinkedHashMap<>();
        for (ClaimDecision made : store.claimDecisions()) {
            last.put(
                    new TreeSet<>(
                            List.of(made.decision().first(), made.decision().second())),
                    made);
        }
        List<Pair> pairs =
                last.values().stream().map(this::pair).flatMap(Optional::stream).toList();
        return new Pairs(pairs, last.size() - pairs.size());
    }

    private Optional<Pair> pair(ClaimDecision made) {
        Constraint decision = made.decision();
        return sentence(decision.first())
                .flatMap(one -> sentence(decision.second())
                        .map(other -> new Pair(one, other, decision.kind() == Constraint.Kind.MERGE)));
    }

    private Optional<String> sentence(String proposition) {
        return sentences.computeIfAbsent(proposition, id -> {
            return store.claimsOf(List.of(PropositionId.of(id).statement())).stream()
                    .flatMap(claim -> store.propositions(claim.id()).stream())
                    .filter(found -> found.id().equals(id))
                    .map(Proposition::text)
                    .findFirst();
        });
    }
}
