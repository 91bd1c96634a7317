package io.onrecord.reading.web;

import io.onrecord.model.Published;
import io.onrecord.reading.item.Wording;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** The state of a watch as JSON, one object; a change of its shape is a new number. */
final class WatchJson {

    static final String FORMAT = "onrecord-watch/1";

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private static final Pattern KEY = Pattern.compile("[0-9a-f]{24}");

    private final JsonParser parser;

    private WatchJson(JsonParser parser) {
        this.parser = parser;
    }

    static void write(Collection<WatchedFeed> feeds, OutputStream out) {
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), new StaysOpen(out))) {
            json.writeStartObject();
            json.writeStringProperty("format", FORMAT);
            json.writeArrayPropertyStart("feeds");
            feeds.forEach(feed -> write(feed, json));
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void write(WatchedFeed feed, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("address", feed.address());
        optional("etag", feed.validators().tag(), json);
        optional("modified", feed.validators().modified(), json);
        optional("ttl", feed.ttl().map(Duration::toString), json);
        json.writeStringProperty("next", feed.next().toString());
        json.writeStringProperty("held", feed.heldUntil().toString());
        json.writeNumberProperty("failures", feed.failures());
        strings("seen", feed.seen(), json);
        json.writeArrayPropertyStart("pending");
        feed.pending().forEach(one -> write(one, json));
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(WatchedFeed.Pending one, JsonGenerator json) {
        FeedEntry entry = one.entry();
        json.writeStartObject();
        json.writeStringProperty("id", entry.id());
        optional("link", entry.link(), json);
        optional("title", entry.title(), json);
        strings("authors", entry.authors(), json);
        optional("published", entry.published().map(Published::value), json);
        optional("content", entry.content().map(FeedEntry.Body::value), json);
        if (entry.content().isPresent()) {
            json.writeStringProperty("type", entry.content().get().html() ? "html" : "text");
        }
        json.writeNumberProperty("tries", one.tries());
        json.writeStringProperty("after", one.after().toString());
        json.writeEndObject();
    }

    private static void optional(String name, Optional<String> value, JsonGenerator json) {
        value.ifPresent(text -> json.writeStringProperty(name, text));
    }

    private static void strings(String name, Collection<String> values, JsonGenerator json) {
        json.writeArrayPropertyStart(name);
        values.forEach(json::writeString);
        json.writeEndArray();
    }

    /** One feed, as a state with it alone. */
    static String written(WatchedFeed feed) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(List.of(feed), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    /** @throws WatchStateException if it is something else, or another feed */
    static WatchedFeed read(String address, String state) throws WatchStateException {
        String name = "what is remembered of " + Wording.shown(address);
        List<WatchedFeed> feeds = read(new ByteArrayInputStream(state.getBytes(StandardCharsets.UTF_8)), name);
        if (feeds.size() != 1 || !feeds.get(0).address().equals(address)) {
            throw new WatchStateException(name + " is about another feed");
        }
        return feeds.get(0);
    }

    /** @throws WatchStateException if it is something else */
    static List<WatchedFeed> read(InputStream in, Path file) throws WatchStateException {
        return read(in, file.toString());
    }

    private static List<WatchedFeed> read(InputStream in, String file) throws WatchStateException {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), in)) {
            return new WatchJson(parser).feeds(file);
        } catch (JacksonException | DamagedException | DateTimeException | IllegalArgumentException e) {
            String where = e instanceof JacksonException json && json.getLocation() != null
                    ? " at line " + json.getLocation().getLineNr() + ", column "
                            + json.getLocation().getColumnNr()
                    : "";
            throw new WatchStateException(
                    file + " is damaged" + where + ": restore it from a copy, or remove it to start afresh, which reads"
                            + " every entry again that the feeds list",
                    e);
        }
    }

    /** It is JSON, but not what is written here. */
    private static final class DamagedException extends Exception {

        private static final long serialVersionUID = 1L;

        DamagedException(String what) {
            super(what);
        }
    }

    private List<WatchedFeed> feeds(String file) throws DamagedException, WatchStateException {
        List<WatchedFeed> feeds = new ArrayList<>();
        String format = "";
        boolean listed = false;
        expect(parser.nextToken(), JsonToken.START_OBJECT);
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "format" -> {
                    format = string();
                    if (!format.equals(FORMAT)) {
                        throw new WatchStateException(file + " is of the format '" + Wording.shown(format)
                                + "', but this version reads " + FORMAT
                                + ": watch with the version that wrote it, or name another file");
                    }
                }
                case "feeds" -> {
                    listed = true;
                    expect(parser.currentToken(), JsonToken.START_ARRAY);
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        feeds.add(feed());
                    }
                }
                default -> throw new DamagedException(name);
            }
        }
        expect(parser.currentToken(), JsonToken.END_OBJECT);
        if (format.isEmpty() || !listed || parser.nextToken() != null) {
            throw new DamagedException("incomplete");
        }
        return feeds;
    }

    private WatchedFeed feed() throws DamagedException {
        Optional<String> address = Optional.empty();
        Optional<String> tag = Optional.empty();
        Optional<String> modified = Optional.empty();
        Optional<Duration> ttl = Optional.empty();
        Instant next = Instant.EPOCH;
        Instant held = Instant.EPOCH;
        int failures = 0;
        List<String> seen = List.of();
        List<WatchedFeed.Pending> pending = new ArrayList<>();
        expect(parser.currentToken(), JsonToken.START_OBJECT);
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "address" -> address = Optional.of(string());
                case "etag" -> tag = Optional.of(string());
                case "modified" -> modified = Optional.of(string());
                case "ttl" -> ttl = Optional.of(Duration.parse(string()));
                case "next" -> next = Instant.parse(string());
                case "held" -> held = Instant.parse(string());
                case "failures" -> failures = count();
                case "seen" -> seen = strings();
                case "pending" -> {
                    expect(parser.currentToken(), JsonToken.START_ARRAY);
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        pending.add(pending());
                    }
                }
                default -> throw new DamagedException(name);
            }
        }
        for (String key : seen) {
            if (!KEY.matcher(key).matches()) {
                throw new DamagedException("seen");
            }
        }
        WatchedFeed feed = new WatchedFeed(address.orElseThrow(() -> new DamagedException("no address")));
        feed.restore(new Reply.Validators(sendable(tag), sendable(modified)), ttl, next, held, failures, seen, pending);
        return feed;
    }

    private static Optional<String> sendable(Optional<String> header) throws DamagedException {
        if (header.isPresent() && !Reply.Validators.isSendable(header.get())) {
            throw new DamagedException("validators");
        }
        return header;
    }

    private WatchedFeed.Pending pending() throws DamagedException {
        Optional<String> id = Optional.empty();
        Optional<String> link = Optional.empty();
        Optional<String> title = Optional.empty();
        List<String> authors = List.of();
        Optional<Published> published = Optional.empty();
        Optional<String> content = Optional.empty();
        String type = "text";
        int tries = 0;
        Instant after = Instant.EPOCH;
        expect(parser.currentToken(), JsonToken.START_OBJECT);
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "id" -> id = Optional.of(string());
                case "link" -> link = Optional.of(string());
                case "title" -> title = Optional.of(string());
                case "authors" -> authors = strings();
                case "published" -> published = Optional.of(new Published(string(), FeedEntry.ORIGIN));
                case "content" -> content = Optional.of(string());
                case "type" -> type = string();
                case "tries" -> tries = count();
                case "after" -> after = Instant.parse(string());
                default -> throw new DamagedException(name);
            }
        }
        boolean html = type.equals("html");
        FeedEntry entry = new FeedEntry(
                id.orElseThrow(() -> new DamagedException("no id")),
                link,
                title,
                authors,
                published,
                Optional.empty(),
                content.map(text -> new FeedEntry.Body(text, html)));
        return new WatchedFeed.Pending(entry, tries, after);
    }

    private List<String> strings() throws DamagedException {
        List<String> strings = new ArrayList<>();
        expect(parser.currentToken(), JsonToken.START_ARRAY);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            strings.add(string());
        }
        return strings;
    }

    private String string() throws DamagedException {
        expect(parser.currentToken(), JsonToken.VALUE_STRING);
        return parser.getString();
    }

    private int count() throws DamagedException {
        expect(parser.currentToken(), JsonToken.VALUE_NUMBER_INT);
        int count = parser.getIntValue();
        if (count < 0) {
            throw new DamagedException("a negative count");
        }
        return count;
    }

    private static void expect(@Nullable JsonToken token, JsonToken expected) throws DamagedException {
        if (token != expected) {
            throw new DamagedException("not " + expected);
        }
    }

    /** Whoever opened it forces it to the disk before it is closed. */
    private static final class StaysOpen extends FilterOutputStream {

        StaysOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
