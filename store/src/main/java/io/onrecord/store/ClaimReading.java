package io.onrecord.store;

import io.onrecord.claims.ClaimDisputes.Reference;
import io.onrecord.claims.Proposition;
import java.util.List;

/**
 * What claims are made of, of one record.
 *
 * @param propositions that its statements put, without vectors
 * @param references what its statements do, by their words, to what other articles state
 */
public record ClaimReading(List<Proposition> propositions, List<Reference> references) {
    public ClaimReading {
        propositions = List.copyOf(propositions);
        references = List.copyOf(references);
    }
}
