package io.onrecord.store;

import io.onrecord.speakers.Appearance;
import java.util.Optional;

/**
 * A speaker of an article that an identity is.
 *
 * @param appearance the speaker, with what is known of the article
 * @param title of the article
 * @param statements of the speaker in it
 */
public record Member(Appearance appearance, Optional<String> title, int statements) {}
