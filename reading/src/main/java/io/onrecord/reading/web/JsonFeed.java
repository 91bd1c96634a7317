package io.onrecord.reading.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.ErrorReportConfiguration;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** JSON Feed, versions 1 and 1.1 (jsonfeed.org). */
final class JsonFeed {

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .errorReportConfiguration(
                    ErrorReportConfiguration.builder().maxErrorTokenLength(80).build())
            .build();

    private final JsonParser parser;
    private final Optional<Address> address;
    private final int mostEntries;
    private final List<FeedEntry> entries = new ArrayList<>();
    private final Map<String, String> feed = new HashMap<>();
    private boolean cut;

    private JsonFeed(JsonParser parser, Optional<Address> address, int mostEntries) {
        this.parser = parser;
        this.address = address;
        this.mostEntries = mostEntries;
    }

    static Feed parse(String text, Optional<Address> address, int mostEntries) throws FeedException {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            return new JsonFeed(parser, address, mostEntries).feed();
        } catch (JacksonException e) {
            String where = e.getLocation() == null
                    ? ""
                    : " at line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr();
            throw new FeedException("not a whole JSON feed" + where + ": ask its publisher to mend it", e);
        }
    }

    private Feed feed() throws FeedException {
        parser.nextToken();
        boolean items = false;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("items") && value == JsonToken.START_ARRAY) {
                items = true;
                items();
            } else {
                keep(name, feed);
            }
        }
        if (!items) {
            throw new FeedException("JSON without 'items', so no JSON feed: check the address");
        }
        return new Feed(Entries.plain(feed.get("title"), false), Optional.empty(), entries, cut);
    }

    private void items() {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (entries.size() == mostEntries) {
                cut = true;
                parser.skipChildren();
            } else if (parser.currentToken() == JsonToken.START_OBJECT) {
                item();
            } else {
                parser.skipChildren();
            }
        }
    }

    private void item() {
        Map<String, String> values = new HashMap<>();
        List<String> authors = new ArrayList<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("authors") || name.equals("author")) {
                authors(value, authors);
            } else {
                keep(name, values);
            }
        }
        Optional<String> link = Optional.ofNullable(values.get("url"))
                .or(() -> Optional.ofNullable(values.get("external_url")))
                .flatMap(url -> FeedFilter.resolved(address, url))
                .map(Address::toString);
        String date = values.getOrDefault("date_published", values.getOrDefault("date_modified", ""));
        Optional<FeedEntry.Body> content = Entries.body(values.get("content_html"), true)
                .or(() -> Entries.body(values.get("content_text"), false));
        Entries.entry(
                        values.get("id"),
                        link,
                        Entries.plain(values.get("title"), false),
                        authors,
                        FeedDates.published(date),
                        Entries.body(values.get("summary"), false),
                        content)
                .ifPresent(entries::add);
    }

    /** One, or a list of them; each an object with a name. */
    private void authors(JsonToken start, List<String> authors) {
        if (start == JsonToken.START_ARRAY) {
            for (JsonToken token = parser.nextToken();
                    token != JsonToken.END_ARRAY && token != null;
                    token = parser.nextToken()) {
                authors(token, authors);
            }
        } else if (start == JsonToken.START_OBJECT) {
            Map<String, String> author = new HashMap<>();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                keep(name, author);
            }
            Entries.plain(author.get("name"), false).ifPresent(authors::add);
        }
    }

    /** Numbers, too: some feeds have them for ids. */
    private void keep(String name, Map<String, String> values) {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_STRING || token == JsonToken.VALUE_NUMBER_INT) {
            values.putIfAbsent(name, parser.getString());
        } else {
            parser.skipChildren();
        }
    }
}
