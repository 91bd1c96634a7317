package io.onrecord.cli;

import io.onrecord.claims.ClaimView;
import io.onrecord.claims.Constraint;
import io.onrecord.store.ClaimDecision;
import io.onrecord.store.Store;
import io.onrecord.store.StoreException;
import java.util.ArrayList;
import java.util.List;

/** What users decide about claims: that several are one, or that two statements do not put the same. */
final class ClaimMerging {

    private ClaimMerging() {}

    /**
     * Decides that claims are one.
     *
     * @param names ids of claims, or their beginnings, or ids of statements; two at least
     * @param author who decides
     * @return what was decided, in words
     * @throws CommandException if a name stands for nothing, or for several
     */
    static String merge(Store store, List<String> names, String author) {
        List<ClaimView> claims = new ArrayList<>();
        for (String name : names) {
            ClaimView claim = store.claim(ClaimsCommand.named(store, name)).orElseThrow();
            if (claims.stream().noneMatch(other -> other.summary().equals(claim.summary()))) {
                claims.add(claim);
            }
        }
        if (claims.size() < 2) {
            throw new CommandException("these name one claim, which is one already: name two claims or more");
        }
        // All statements, so that none of them falls out of a claim that has become another.
        List<String> statements = claims.stream()
                .flatMap(claim -> claim.told().stream())
                .map(told -> told.statement().statementId())
                .distinct()
                .toList();
        for (String other : statements.subList(1, statements.size())) {
            decide(store, new Constraint(Constraint.Kind.MERGE, statements.get(0), other), author);
        }
        return claims.size() + " claims are one from now on: “"
                + Wrapped.cut(claims.get(0).summary().wording(), 80) + "”";
    }

    /**
     * Decides that two statements do not put the same claim.
     *
     * @param names ids of statements, two of them
     * @param author who decides
     * @return what was decided, in words
     * @throws CommandException if a statement is not there
     */
    static String split(Store store, List<String> names, String author) {
        if (names.size() != 2 || names.get(0).equals(names.get(1))) {
            throw new CommandException(
                    "to part a claim takes the ids of two statements that do not put the same; 'onrecord"
                            + " claims --id CLAIM -f csv' shows them");
        }
        decide(store, new Constraint(Constraint.Kind.SPLIT, names.get(0), names.get(1)), author);
        return "the statements " + names.get(0) + " and " + names.get(1) + " put different claims from now on";
    }

    private static void decide(Store store, Constraint decision, String author) {
        try {
            store.decide(decision, author);
        } catch (StoreException e) {
            throw new CommandException(String.valueOf(e.getMessage()), e);
        }
    }

    /** What was decided, a line each, in the order of time. */
    static List<String> history(Store store) {
        List<String> lines = new ArrayList<>();
        for (ClaimDecision one : store.claimDecisions()) {
            lines.add(one.at() + "  " + Sanitized.line(one.author()) + "  "
                    + (one.decision().kind() == Constraint.Kind.MERGE ? "one claim: " : "different claims: ")
                    + one.decision().first() + " and " + one.decision().second());
        }
        return lines;
    }
}
