package io.onrecord.model;

/**
 * A cue's stance as it was read.
 *
 * @param stance what the cue does
 * @param negated "did not say": kept, never dropped
 * @param hypothetical "would say", "could argue": kept, never dropped
 */
public record StanceReading(Stance stance, boolean negated, boolean hypothetical) {}
