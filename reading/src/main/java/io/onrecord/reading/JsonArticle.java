package io.onrecord.reading;

import io.onrecord.model.Metadata;
import io.onrecord.model.Published;
import io.onrecord.reading.item.Wording;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.ErrorReportConfiguration;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * An article as one JSON object.
 *
 * @param address its {@code url}, else its {@code id}
 * @param text kept to the character
 * @param metadata the other fields that are known
 * @param unusedDate a publication date that is not ISO 8601
 */
record JsonArticle(String address, String text, Metadata metadata, Optional<String> unusedDate) {

    /** Nesting, numbers and names keep the parser's limits; the line's length has been checked already. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .errorReportConfiguration(
                    ErrorReportConfiguration.builder().maxErrorTokenLength(80).build())
            .build();

    /** Why a line is no article; for the person who wrote it. */
    static final class NoArticleException extends Exception {

        private static final long serialVersionUID = 1L;

        private final String why;

        NoArticleException(String why) {
            super(why);
            this.why = why;
        }

        @Override
        public String getMessage() {
            return why;
        }
    }

    /** @throws NoArticleException with what is wrong and what to do */
    static JsonArticle parse(String line) throws NoArticleException {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new NoArticleException("not a JSON object: a line holds one, such as {\"id\": …, \"text\": …}");
            }
            Fields fields = new Fields(parser);
            JsonArticle article = fields.article();
            if (parser.nextToken() != null) {
                throw new NoArticleException("more than one JSON value on the line: write one object a line");
            }
            return article;
        } catch (JacksonException e) {
            String where = e.getLocation() == null
                    ? ""
                    : " at column " + e.getLocation().getColumnNr();
            String detail = e.getOriginalMessage() == null ? "" : ": " + Wording.shown(e.getOriginalMessage());
            throw new NoArticleException("not valid JSON" + where + detail);
        }
    }

    /** The fields of one object while they are read. */
    private static final class Fields {

        private final JsonParser parser;
        private final Set<String> seen = new HashSet<>();

        private @Nullable String id;
        private @Nullable String url;
        private @Nullable String text;
        private @Nullable String title;
        private @Nullable String outlet;
        private @Nullable String published;
        private @Nullable String language;
        private List<String> authors = List.of();

        Fields(JsonParser parser) {
            this.parser = parser;
        }

        JsonArticle article() throws NoArticleException {
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                read(name);
            }
            if (text == null) {
                throw new NoArticleException("no 'text': put the article's text there");
            }
            String address = url != null ? url : id;
            if (address == null) {
                throw new NoArticleException("neither 'url' nor 'id': give the article one, records refer to it");
            }
            Optional<Published> date = Optional.ofNullable(published)
                    .filter(Published::isIso)
                    .map(value -> new Published(value, "json-lines"));
            Metadata metadata = new Metadata(
                    Optional.ofNullable(outlet),
                    Optional.ofNullable(title),
                    authors,
                    date,
                    Optional.ofNullable(language),
                    Optional.empty(),
                    Optional.empty());
            return new JsonArticle(
                    address, text, metadata, date.isPresent() ? Optional.empty() : Optional.ofNullable(published));
        }

        private void read(String name) throws NoArticleException {
            switch (name) {
                case "id" -> id = notBlank(once(name, idOrString(name)));
                case "url" -> url = notBlank(once(name, string(name)));
                case "text" -> text = once(name, string(name));
                case "title" -> title = notBlank(once(name, string(name)));
                case "outlet" -> outlet = notBlank(once(name, string(name)));
                case "language" -> language = notBlank(once(name, string(name)));
                case "published" -> {
                    String value = notBlank(once(name, string(name)));
                    published = value == null ? null : value.strip();
                }
                case "authors" -> {
                    once(name, null);
                    authors = strings(name);
                }
                default -> parser.skipChildren();
            }
        }

        private @Nullable String once(String name, @Nullable String value) throws NoArticleException {
            if (!seen.add(name)) {
                throw new NoArticleException("'" + name + "' stands twice: leave one");
            }
            return value;
        }

        private static @Nullable String notBlank(@Nullable String value) {
            return value == null || value.isBlank() ? null : value;
        }

        /** Databases export numbers for ids; they are taken as they are written. */
        private @Nullable String idOrString(String name) throws NoArticleException {
            return parser.currentToken() == JsonToken.VALUE_NUMBER_INT ? parser.getString() : string(name);
        }

        private List<String> strings(String name) throws NoArticleException {
            if (parser.currentToken() != JsonToken.START_ARRAY) {
                String one = notBlank(string(name));
                return one == null ? List.of() : List.of(one);
            }
            List<String> all = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                String one = notBlank(string(name));
                if (one != null) {
                    all.add(one);
                }
            }
            return all;
        }

        /** The current value; null for JSON's null. */
        private @Nullable String string(String name) throws NoArticleException {
            JsonToken token = parser.currentToken();
            if (token == JsonToken.VALUE_NULL) {
                return null;
            }
            if (token != JsonToken.VALUE_STRING) {
                throw new NoArticleException("'" + name + "' holds " + described(token) + ", not a string");
            }
            String value = parser.getString();
            int half = loneSurrogate(value);
            if (half >= 0) {
                throw new NoArticleException("'" + name + "' has half a character at position " + half + " ("
                        + "\\u" + Integer.toHexString(value.charAt(half))
                        + "), which no file can hold: write both halves of the surrogate pair, or neither");
            }
            return value;
        }

        private static String described(@Nullable JsonToken token) {
            if (token == null) {
                return "nothing";
            }
            return switch (token) {
                case START_OBJECT -> "an object";
                case START_ARRAY -> "a list";
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
                case VALUE_TRUE, VALUE_FALSE -> "true or false";
                default -> "something else";
            };
        }

        /** Place of a surrogate without its other half, in UTF-16 units, or -1. */
        private static int loneSurrogate(String value) {
            for (int i = 0; i < value.length(); i += Character.charCount(value.codePointAt(i))) {
                if (Character.getType(value.codePointAt(i)) == Character.SURROGATE) {
                    return i;
                }
            }
            return -1;
        }
    }
}
