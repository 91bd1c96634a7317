package io.onrecord.store;

import io.onrecord.claims.ClaimSummary;
import java.util.List;
import java.util.Optional;

/**
 * A part of the list of claims.
 *
 * @param list in their order
 * @param next where the list goes on; empty at its end
 */
public record ClaimPage(List<ClaimSummary> list, Optional<After> next) {

    /**
     * A place in the list: behind a claim with these numbers.
     *
     * @param disputes how many dispute it
     * @param origins how many independent articles carry it
     * @param outlets how many carry it
     * @param statements how many have part in it
     * @param id of the claim
     */
    public record After(int disputes, int origins, int outlets, int statements, String id) {

        static After of(ClaimSummary claim) {
            return new After(claim.disputes(), claim.origins(), claim.outlets(), claim.statements(), claim.id());
        }

        boolean isSingle() {
            return disputes == 0 && statements <= 1;
        }
    }

    public ClaimPage {
        list = List.copyOf(list);
    }
}
