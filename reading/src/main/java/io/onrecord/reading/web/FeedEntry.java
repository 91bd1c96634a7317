package io.onrecord.reading.web;

import io.onrecord.model.Metadata;
import io.onrecord.model.Published;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One entry of a feed: that there is an article, and where.
 *
 * @param id by which the feed tells it from its others: the one it gives, else its link, else a digest of it
 * @param link to the article's page; http or https, absolute
 * @param title as plain text
 * @param authors their names
 * @param published when, as exactly as the feed says it, with its offset
 * @param summary what the feed says of the article
 * @param content the article itself, where the feed has it
 */
public record FeedEntry(
        String id,
        Optional<String> link,
        Optional<String> title,
        List<String> authors,
        Optional<Published> published,
        Optional<Body> summary,
        Optional<Body> content) {

    /** Where values of an entry are said to come from. */
    static final String ORIGIN = "feed";

    /**
     * Text in an entry.
     *
     * @param value not blank
     * @param html whether it is HTML, rather than plain text
     */
    public record Body(String value, boolean html) {

        public Body {
            if (value.isBlank()) {
                throw new IllegalArgumentException("the text of a feed's entry must not be blank");
            }
        }
    }

    public FeedEntry {
        if (id.isBlank()) {
            throw new IllegalArgumentException("the id of a feed's entry must not be blank");
        }
        authors = List.copyOf(authors);
    }

    /** What the feed says of the article. */
    public Metadata metadata() {
        SortedMap<String, String> from = new TreeMap<>();
        title.ifPresent(value -> from.put("title", ORIGIN));
        if (!authors.isEmpty()) {
            from.put("authors", ORIGIN);
        }
        return new Metadata(
                Optional.empty(),
                title,
                authors,
                published,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.copyOf(from));
    }
}
