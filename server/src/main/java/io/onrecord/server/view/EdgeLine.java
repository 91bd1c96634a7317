package io.onrecord.server.view;

import io.onrecord.model.Dispute;
import io.onrecord.store.DisputedEdge;
import java.util.List;

/**
 * What one statement does to a claim, and to the statement of it that is meant.
 *
 * @param kind what it does
 * @param confidence from 0 to 1
 * @param via what found it: WORDS, STANCE or MEANING
 * @param evidence the words that show it
 * @param claim id of the claim
 * @param wording of the claim
 * @param from the statement that disputes, or backs
 * @param to the statement that is meant
 */
public record EdgeLine(
        Dispute.Kind kind,
        double confidence,
        String via,
        List<String> evidence,
        String claim,
        String wording,
        SpokenLine from,
        SpokenLine to) {
    public EdgeLine {
        evidence = List.copyOf(evidence);
    }

    static EdgeLine of(DisputedEdge edge) {
        return new EdgeLine(
                edge.kind(),
                Math.round(1000 * edge.confidence()) / 1000.0,
                edge.via().name(),
                edge.evidence(),
                edge.claimId(),
                edge.claim(),
                SpokenLine.of(edge.from(), edge.fromSpeaker()),
                SpokenLine.of(edge.to(), edge.toSpeaker()));
    }
}
