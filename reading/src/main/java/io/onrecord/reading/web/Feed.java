package io.onrecord.reading.web;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a feed lists.
 *
 * @param title of the feed
 * @param ttl how long it wants to be kept before it is asked again
 * @param entries in its order, which is mostly the newest first
 * @param cut whether it lists more, which was left
 */
public record Feed(Optional<String> title, Optional<Duration> ttl, List<FeedEntry> entries, boolean cut) {

    public Feed {
        entries = List.copyOf(entries);
    }
}
