package io.onrecord.reading.web;

import io.onrecord.model.Outcome;
import io.onrecord.reading.item.Item;
import java.util.Optional;

/**
 * Something that came of watching feeds.
 *
 * @param feed the address of the feed
 * @param entry the entry that this is the end of, one way or the other: it is to be acknowledged when what was made of it
 *     is safe; absent where a look at a feed failed, or a page that is tried again
 * @param outcome the page of the entry, or why there is none
 */
public record Arrival(String feed, Optional<FeedEntry> entry, Outcome<Item> outcome) {}
