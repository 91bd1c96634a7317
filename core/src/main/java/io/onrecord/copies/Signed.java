package io.onrecord.copies;

import io.onrecord.model.Published;
import java.util.Optional;

/**
 * What is kept of a text while copies are sought.
 *
 * @param id unique among all; decides between texts of one moment
 * @param published when, where known
 * @param signature of the text
 */
public record Signed(String id, Optional<Published> published, Signature signature) {

    public Signed {
        if (id.isBlank()) {
            throw new IllegalArgumentException("the id of a signed text must not be blank");
        }
    }
}
