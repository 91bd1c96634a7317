package io.onrecord.server.view;

import io.onrecord.server.desk.Desk;
import java.util.List;
import java.util.Optional;

/**
 * The feeds that the desk watches.
 *
 * @param feeds by their addresses
 * @param problem why none can be looked at just now; empty where that is not so
 */
public record FeedsView(List<FeedLine> feeds, Optional<String> problem) {
    public FeedsView {
        feeds = List.copyOf(feeds);
    }

    /** As it is now. */
    public static FeedsView of(Desk desk) {
        return new FeedsView(
                desk.own().store().feeds().all().stream().map(FeedLine::of).toList(),
                desk.watching().problem());
    }
}
