package io.onrecord.claims;

import io.onrecord.model.Dispute;
import io.onrecord.model.Span;
import java.util.List;

/**
 * An edge from a statement to a claim.
 *
 * @param from id of the statement that disputes or supports
 * @param claim id of the claim
 * @param to id of the statement of the claim that is meant: of the same article if it has one, else the first on record
 * @param kind what the edge says
 * @param evidence the words of the article of {@code from} that show it
 * @param confidence between 0 and 1
 * @param via what found it: {@code WORDS} of the article, {@code STANCE} of a statement that spells the claim out, or {@code MEANING}
 */
public record ClaimDispute(
        String from, String claim, String to, Dispute.Kind kind, List<Span> evidence, double confidence, Via via) {

    /** What finds edges. */
    public enum Via {
        WORDS,
        STANCE,
        MEANING
    }

    public ClaimDispute {
        evidence = List.copyOf(evidence);
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("the dispute from " + from + " to claim " + claim + " shows no words");
        }
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence must lie between 0 and 1, not " + confidence);
        }
    }
}
