package io.onrecord.server;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A request that was answered, for a log. Nothing of its body or headers is in it, nothing of what follows the question mark, and no token.
 *
 * @param at when it was answered
 * @param method such as {@code GET}
 * @param path as it was sent, at most 200 UTF-16 units
 * @param route its path with the names of its variable parts in braces; empty where it has none
 * @param status of the answer
 * @param millis that it took
 */
public record RequestLine(Instant at, String method, String path, Optional<String> route, int status, long millis) {

    /** On one line, for people. */
    public String text() {
        return at.truncatedTo(ChronoUnit.SECONDS) + " " + method + " " + path + " " + status + " " + millis + " ms";
    }
}
