package io.onrecord.model;

import java.util.Optional;

/**
 * What a speaker is, as the article says.
 *
 * @param title such as {@code finance minister}
 * @param of the state, organisation or place it belongs to
 */
public record Role(String title, Optional<String> of) {
    public Role {
        Check.notBlank(title, "title of a role");
    }
}
