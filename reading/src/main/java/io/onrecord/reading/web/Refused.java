package io.onrecord.reading.web;

import io.onrecord.model.Outcome;
import java.time.Duration;
import java.util.Optional;

/**
 * An address that gave nothing.
 *
 * @param address as it was asked for
 * @param reason what kind of failure it is
 * @param why for people: what was wrong and what to do
 * @param forNow whether it may well go better later
 * @param retryAfter how long the server said to wait, if it did
 */
public record Refused(String address, Reason reason, String why, boolean forNow, Optional<Duration> retryAfter)
        implements Fetch {

    /** What kinds of failure there are. */
    public enum Reason {
        /** It is none, or none that is fetched. */
        ADDRESS,
        /** It lies in a private network. */
        PRIVATE,
        /** The host's robots.txt asks not to, or cannot be had. */
        ROBOTS,
        /** No connection, or it broke. */
        CONNECTION,
        /** The server does not prove that it is the host. */
        CERTIFICATE,
        /** It took too long. */
        TIMEOUT,
        /** The server answers, but with no page. */
        STATUS,
        /** It leads on for ever, or nowhere. */
        REDIRECT,
        /** It is larger than the limit. */
        TOO_LARGE,
        /** What came does not hold together. */
        DAMAGED,
        /** The fetcher was closed or the thread interrupted. */
        INTERRUPTED
    }

    /** The same for a run that keeps account of its inputs. */
    public <T> Outcome.Skipped<T> skipped() {
        return new Outcome.Skipped<>(address.isBlank() ? "(blank)" : address, Outcome.Stage.FETCHING, why);
    }
}
