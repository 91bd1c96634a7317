package io.onrecord.store;

import java.time.Duration;
import java.util.Optional;

/**
 * A feed that one holder works on for now; see {@link Feeds#take}.
 *
 * @param id of the feed
 * @param address of the feed
 * @param interval as of the feed
 * @param state what was remembered of it, as the holder kept it
 * @param holder who works on it
 */
public record FeedTask(String id, String address, Duration interval, Optional<String> state, String holder) {}
