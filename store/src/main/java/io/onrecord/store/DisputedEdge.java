package io.onrecord.store;

import io.onrecord.claims.ClaimDispute;
import io.onrecord.claims.ClaimView;
import io.onrecord.model.Dispute;
import java.util.List;
import java.util.Optional;

/**
 * What one statement does to a claim, and to the statement of it that is meant.
 *
 * @param claimId id of the claim
 * @param claim its wording
 * @param kind what the edge says
 * @param confidence from 0 to 1
 * @param via what found it
 * @param evidence the words that show it
 * @param from the statement that disputes, or backs
 * @param fromSpeaker who makes it, over articles
 * @param to the statement that is meant
 * @param toSpeaker who makes that one, over articles
 * @param place in the list of edges
 */
public record DisputedEdge(
        String claimId,
        String claim,
        Dispute.Kind kind,
        double confidence,
        ClaimDispute.Via via,
        List<String> evidence,
        ClaimView.Statement from,
        Optional<Surroundings.Known> fromSpeaker,
        ClaimView.Statement to,
        Optional<Surroundings.Known> toSpeaker,
        Place place) {

    /**
     * A place in the list: the latest articles first.
     *
     * @param day of publication of the statement that disputes; empty where it is not known
     * @param article number of its article
     * @param edge number of the edge
     */
    public record Place(String day, int article, int edge) {}

    public DisputedEdge {
        evidence = List.copyOf(evidence);
    }
}
