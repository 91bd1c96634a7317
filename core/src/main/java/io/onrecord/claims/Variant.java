package io.onrecord.claims;

import io.onrecord.model.Span;
import java.util.List;

/**
 * A wording of a quotation of which others are on record.
 *
 * @param statementId the statement
 * @param of the statement with the fullest wording, which it is compared with; itself for that one
 * @param shared the share of its words that stand in the fullest wording in the same order, from 0 to 1
 * @param own its words that the fullest wording has not, as spans of its own article
 * @param lost the fullest wording's words that it has not, as spans of that one's article
 */
public record Variant(String statementId, String of, double shared, List<Span> own, List<Span> lost) {

    public Variant {
        own = List.copyOf(own);
        lost = List.copyOf(lost);
        if (!(shared >= 0 && shared <= 1)) {
            throw new IllegalArgumentException("a share lies between 0 and 1, not " + shared);
        }
    }

    /** Whether both have the same words. */
    public boolean isVerbatim() {
        return own.isEmpty() && lost.isEmpty();
    }
}
