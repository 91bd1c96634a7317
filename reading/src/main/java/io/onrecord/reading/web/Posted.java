package io.onrecord.reading.web;

import java.util.Optional;

/**
 * What became of something that was sent.
 *
 * @param status that the other side answered with, of HTTP; empty where it did not
 * @param problem why it was not taken, and what to do; empty where it was
 * @param forNow whether it may go better later
 */
public record Posted(Optional<Integer> status, Optional<String> problem, boolean forNow) {}
