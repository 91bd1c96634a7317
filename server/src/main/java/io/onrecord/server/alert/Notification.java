package io.onrecord.server.alert;

import io.onrecord.server.view.HitView;
import java.util.List;

/**
 * What is sent to whom a saved search tells.
 *
 * @param search which one
 * @param statements what it found, the earliest first
 */
record Notification(OfSearch search, List<HitView> statements) {

    /**
     * The search.
     *
     * @param id of it
     * @param name what people call it
     */
    record OfSearch(String id, String name) {}
}
