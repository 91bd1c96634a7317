package io.onrecord.store;

import io.onrecord.speakers.Decision;
import java.time.Instant;

/**
 * What a user decided about two speakers.
 *
 * @param decision what
 * @param author who
 * @param time when, to the second
 */
public record SpeakerDecision(Decision decision, String author, Instant time) {}
