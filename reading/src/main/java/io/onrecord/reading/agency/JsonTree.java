package io.onrecord.reading.agency;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** One JSON object as maps, lists and strings; numbers and the like are left out. What is beyond a limit is passed over. */
final class JsonTree {

    /** An object may be this many times larger than an article: it says it several times over. */
    private static final int TIMES = 8;

    /** What a value costs beside its characters. */
    private static final int COST = 32;

    private final JsonParser parser;
    private final Set<String> halves = new TreeSet<>();
    private long room;

    JsonTree(JsonParser parser, long most) {
        this.parser = parser;
        this.room = most;
    }

    /** Most characters of an object, for articles of some length. */
    static int most(int longest) {
        return (int) Math.min(Integer.MAX_VALUE, (long) TIMES * longest);
    }

    /** Names of the fields that were left out because half a character stands in them, which can be written to no file. */
    Set<String> halves() {
        return halves;
    }

    boolean tooLarge() {
        return room < 0;
    }

    /** After its beginning; recursion is bounded by the parser's own limit on nesting. */
    Map<String, Object> object() {
        Map<String, Object> fields = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            Object value = value(token);
            room -= name.length() + COST;
            if (value != null && room >= 0) {
                fields.putIfAbsent(name, value);
            }
        }
        return fields;
    }

    private @Nullable Object value(JsonToken token) {
        if (room < 0) {
            parser.skipChildren();
            return null;
        }
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> list();
            case VALUE_STRING -> {
                String value = parser.getString();
                room -= value.length() + COST;
                boolean half = value.codePoints().anyMatch(c -> c >= 0xD800 && c <= 0xDFFF);
                if (half && parser.currentName() != null) {
                    halves.add(parser.currentName());
                }
                yield half ? null : value;
            }
            default -> null;
        };
    }

    private List<Object> list() {
        List<Object> values = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            Object value = value(token);
            room -= COST;
            if (value != null && room >= 0) {
                values.add(value);
            }
        }
        return values;
    }

    /** The objects of a list, or none. */
    static List<Map<String, Object>> objects(@Nullable Object list) {
        List<Map<String, Object>> objects = new ArrayList<>();
        if (list instanceof List<?> values) {
            for (Object value : values) {
                if (value instanceof Map<?, ?> map) {
                    objects.add(fields(map));
                }
            }
        }
        return objects;
    }

    /** The fields of an object within another. */
    static Map<String, Object> fields(Map<?, ?> map) {
        Map<String, Object> fields = new LinkedHashMap<>();
        map.forEach((name, value) -> fields.put(String.valueOf(name), value));
        return fields;
    }
}
