package io.onrecord.reading.web;

import io.onrecord.reading.item.Item;
import io.onrecord.reading.item.Wording;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jdom2.JDOMException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Reads feeds: RSS 0.9x, 1.0 and 2.0, Atom, JSON Feed. What is not well-formed is mended as far as that goes; document
 * types, and with them entities, are never followed. Time and memory are bounded. Thread-safe.
 */
public final class Feeds {

    /** Longest feed that is read, in bytes. */
    public static final int LONGEST = 16 << 20;

    /** Most entries that are taken of one feed, from its beginning. */
    public static final int MOST_ENTRIES = 5000;

    /** Where the kind of a document shows. */
    private static final int HEAD = 1000;

    private static final int MOST_FEEDS_OF_A_PAGE = 20;
    private static final int MOST_FEEDS_TOLD = 3;
    /** A longer address is not for people, and half of one is of no use. */
    private static final int LONGEST_TOLD = 300;

    private Feeds() {}

    /**
     * The feed in an item's bytes; its stream is read to the end.
     *
     * @throws FeedException if it is none, or longer than {@link #LONGEST}
     * @throws IOException if the bytes cannot be read
     */
    public static Feed parse(Item item) throws FeedException, IOException {
        return parse(item.bytes().readNBytes(LONGEST + 1), item.known().charset(), item.address());
    }

    /**
     * The feed in some bytes.
     *
     * @param contentType as the server said, such as {@code application/rss+xml; charset=utf-8}; may be blank
     * @param address what its links are relative to
     * @throws FeedException if it is none, or longer than {@link #LONGEST}
     */
    public static Feed parse(byte[] bytes, String contentType, String address) throws FeedException {
        return parse(bytes, ContentType.of(contentType).charset(), address);
    }

    static Feed parse(byte[] bytes, Optional<Charset> declared, String address) throws FeedException {
        if (bytes.length > LONGEST) {
            throw new FeedException(
                    "longer than " + Wording.bytes(LONGEST) + ", which no feed needs: check the address");
        }
        String text = FeedText.of(bytes, declared);
        String start = text.stripLeading();
        Optional<Address> base = FeedFilter.resolved(Optional.empty(), address);
        if (start.isEmpty()) {
            throw new FeedException("empty: check the address");
        }
        if (start.startsWith("{")) {
            return JsonFeed.parse(start, base, MOST_ENTRIES);
        }
        if (isPage(start)) {
            throw new FeedException(page(text, address));
        }
        return xml(start, base);
    }

    private static Feed xml(String text, Optional<Address> base) throws FeedException {
        try {
            return XmlFeed.parse(text, base, MOST_ENTRIES);
        } catch (JDOMException | FeedException e) {
            Optional<String> mended = Mended.feed(text);
            if (mended.isEmpty()) {
                throw e instanceof FeedException feed ? feed : new FeedException("not a feed: check the address", e);
            }
            return mended(mended.get(), base, Mended.cuts(text));
        }
    }

    private static Feed mended(String text, Optional<Address> base, boolean cut) throws FeedException {
        try {
            Feed feed = XmlFeed.parse(text, base, MOST_ENTRIES);
            return new Feed(feed.title(), feed.ttl(), feed.entries(), feed.cut() || cut);
        } catch (JDOMException e) {
            throw new FeedException(
                    "not well-formed, and beyond mending: ask its publisher; "
                            + Wording.shown(String.valueOf(e.getMessage())),
                    e);
        }
    }

    private static boolean isPage(String text) {
        String head = text.substring(0, Math.min(HEAD, text.length())).toLowerCase(Locale.ROOT);
        boolean feed = head.contains("<rss") || head.contains("<feed") || head.contains("<rdf:rdf");
        return !feed && (head.contains("<html") || head.contains("<!doctype html") || head.contains("<head"));
    }

    private static String page(String text, String address) {
        List<String> feeds = discover(text, address).stream()
                .filter(feed -> feed.length() <= LONGEST_TOLD)
                .limit(MOST_FEEDS_TOLD)
                .toList();
        return feeds.isEmpty()
                ? "a web page, not a feed: look on it for one"
                : "a web page, not a feed; the feeds it names: " + String.join(" ", feeds);
    }

    /**
     * The feeds that a web page names as its own, in its order, absolute.
     *
     * @param html of the page, or its beginning
     * @param address of the page
     */
    public static List<String> discover(String html, String address) {
        Set<String> feeds = new LinkedHashSet<>();
        Document page = Jsoup.parse(html, "");
        Optional<Address> base = FeedFilter.resolved(Optional.empty(), address);
        Element said = page.selectFirst("base[href]");
        if (said != null) {
            base = FeedFilter.resolved(base, said.attr("href"))
                    .or(() -> FeedFilter.resolved(Optional.empty(), address));
        }
        for (Element link : page.select("link[rel~=(?i)\\balternate\\b][href]")) {
            String type = link.attr("type").strip().toLowerCase(Locale.ROOT);
            boolean feed = type.startsWith("application/rss+xml")
                    || type.startsWith("application/atom+xml")
                    || type.startsWith("application/feed+json");
            if (feed && feeds.size() < MOST_FEEDS_OF_A_PAGE) {
                FeedFilter.resolved(base, link.attr("href"))
                        .map(Address::toString)
                        .ifPresent(feeds::add);
            }
        }
        return new ArrayList<>(feeds);
    }
}
