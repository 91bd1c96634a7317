package io.onrecord.server.http;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A request that was answered, as far as others may know of it: nothing of its body, its headers or what follows the question mark.
 *
 * @param at when it was answered
 * @param method such as {@code GET}; {@code other} for what the desk does not know, since somebody may have made it up
 * @param path as it was sent, at most 200 UTF-16 units; what may hold a token is left out
 * @param route its path with the names of its variable parts in braces; empty where it has none, or was refused before
 * @param status of the answer
 * @param millis from its first byte to the last one of the answer
 */
public record Served(Instant at, String method, String path, Optional<String> route, int status, long millis) {

    private static final int LONGEST = 200;

    /** As tokens begin, also where somebody spells the characters by their numbers. */
    private static final Pattern TOKEN =
            Pattern.compile("onrecord(_|%5f)(user|link|session)", Pattern.CASE_INSENSITIVE);

    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    /**
     * Letters that are written by their numbers, and the sign before such numbers: no address of the desk does that, and somebody may to
     * hide a token.
     */
    private static final Pattern SPELLED = Pattern.compile("%(25|[4-7][0-9a-f])", Pattern.CASE_INSENSITIVE);

    /** What stands in the place of a path that is nobody's business. */
    private static final String WITHHELD = "(withheld: it may hold a token)";

    public Served {
        method = METHODS.contains(method) ? method : "other";
        path = TOKEN.matcher(path).find() || SPELLED.matcher(path).find() ? WITHHELD : cut(path);
    }

    private static String cut(String words) {
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST) + "…";
    }
}
