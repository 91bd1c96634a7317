package io.onrecord.attribution;

import io.onrecord.model.Attribution;
import java.util.OptionalInt;

/**
 * An attribution and where it stands among those of its text.
 *
 * @param words source, cue and content
 * @param within index of the finding that reports it, which stands before it; empty where none does
 */
public record Finding(Attribution words, OptionalInt within) {}
