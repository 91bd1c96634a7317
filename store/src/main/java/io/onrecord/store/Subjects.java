package io.onrecord.store;

import io.onrecord.claims.ClaimSummary;
import java.util.List;

/**
 * What the latest statements of an identity are about.
 *
 * @param statements how many were looked at
 * @param claims that they put and that others put or dispute as well, those first that most of them put
 * @param about other identities that their contents name, the most frequent first
 * @param outlets that carry them, the most frequent first
 */
public record Subjects(int statements, List<Put> claims, List<Counted> about, List<Counted> outlets) {

    /**
     * A claim.
     *
     * @param claim in its own words
     * @param own how many of the statements put it
     */
    public record Put(ClaimSummary claim, int own) {}

    public Subjects {
        claims = List.copyOf(claims);
        about = List.copyOf(about);
        outlets = List.copyOf(outlets);
    }
}
