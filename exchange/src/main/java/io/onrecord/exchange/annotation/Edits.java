package io.onrecord.exchange.annotation;

import io.onrecord.corrections.Correction;
import java.util.List;

/**
 * What a person changed in an annotated file.
 *
 * @param corrections one for each thing changed, in the order of the record, what was added last
 * @param notTaken changes of what is no correction, in words for people
 */
public record Edits(List<Correction> corrections, List<String> notTaken) {

    public Edits {
        corrections = List.copyOf(corrections);
        notTaken = List.copyOf(notTaken);
    }
}
