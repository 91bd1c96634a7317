package io.onrecord.server.view;

import io.onrecord.store.Watched;
import java.time.Instant;
import java.util.Optional;

/**
 * A watched feed, and how it is.
 *
 * @param id of the feed
 * @param address of the feed
 * @param minutes between two looks, where the feed does not say how long it keeps
 * @param paused whether it is left alone for now
 * @param state {@code NEW}: not looked at yet; {@code WELL}; {@code FAILING}: the last look failed; {@code PAUSED}
 * @param articles how many came of it and are on record
 * @param failures how many of the last looks failed, one after the other
 * @param problem why the last look failed, or why a page has to be asked for again; empty where all went well
 * @param looked when it was last looked at
 * @param news when the last article came of it
 * @param next when it is due next; empty while it is paused
 * @param addedBy who added it
 * @param added when
 */
public record FeedLine(
        String id,
        String address,
        long minutes,
        boolean paused,
        String state,
        long articles,
        int failures,
        Optional<String> problem,
        Optional<String> looked,
        Optional<String> news,
        Optional<String> next,
        String addedBy,
        String added) {

    public static FeedLine of(Watched feed) {
        Watched.Health health = feed.health();
        return new FeedLine(
                feed.id(),
                feed.address(),
                feed.interval().toMinutes(),
                feed.paused(),
                state(feed),
                feed.articles(),
                health.failures(),
                health.problem(),
                health.lookedAt().map(Instant::toString),
                health.newAt().map(Instant::toString),
                feed.paused() ? Optional.empty() : Optional.of(health.nextAt().toString()),
                feed.addedBy(),
                feed.addedAt().toString());
    }

    private static String state(Watched feed) {
        if (feed.paused()) {
            return "PAUSED";
        }
        if (feed.health().lookedAt().isEmpty()) {
            return "NEW";
        }
        return feed.health().failures() > 0 ? "FAILING" : "WELL";
    }

    /** The state in words. */
    public String stateInWords() {
        return switch (state) {
            case "PAUSED" -> "paused";
            case "NEW" -> "not looked at yet";
            case "FAILING" -> failures == 1 ? "the last look failed" : "the last " + failures + " looks failed";
            default -> "well";
        };
    }
}
