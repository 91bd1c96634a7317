package io.onrecord.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.onrecord.reading.web.Feed;
import io.onrecord.reading.web.FeedException;
import io.onrecord.reading.web.Feeds;

/** RSS, Atom, JSON Feed, and the feeds that a page names. */
final class FeedTarget {

    private static final String ADDRESS = "https://courier.example/feed.xml";

    private FeedTarget() {}

    static void read(byte[] bytes) {
        feed(bytes, "");
        feed(bytes, "application/rss+xml; charset=iso-8859-1");
        for (String address : Feeds.discover(new String(bytes, ISO_8859_1), ADDRESS)) {
            if (!address.startsWith("http://") && !address.startsWith("https://")) {
                throw new IllegalStateException("no address of the web: " + address);
            }
        }
    }

    private static void feed(byte[] bytes, String type) {
        try {
            Feed feed = Feeds.parse(bytes, type, ADDRESS);
            if (feed.entries().size() > Feeds.MOST_ENTRIES) {
                throw new IllegalStateException("more entries than are taken");
            }
        } catch (FeedException e) {
            Kept.told(e.getMessage());
        }
    }
}
