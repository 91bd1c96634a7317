package io.onrecord.reading.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * Reads JSON as pages have it: with comments around it, line breaks inside strings, commas too many. Where it breaks off, what
 * came before is kept.
 */
final class LenientJson {

    private static final int DEEPEST = 60;
    private static final int MOST_VALUES = 20_000;

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(
                    JsonReadFeature.ALLOW_JAVA_COMMENTS,
                    JsonReadFeature.ALLOW_TRAILING_COMMA,
                    JsonReadFeature.ALLOW_MISSING_VALUES,
                    JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
                    JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER,
                    JsonReadFeature.ALLOW_SINGLE_QUOTES,
                    JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES,
                    JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS,
                    JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final JsonParser parser;
    private int values;

    private LenientJson(JsonParser parser) {
        this.parser = parser;
    }

    /** A list of the top-level values: maps, lists and strings; numbers are strings, what is null or a truth value is left out. */
    static List<Object> read(String text) {
        List<Object> found = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), unwrapped(text))) {
            LenientJson json = new LenientJson(parser);
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                json.value(token, found::add);
            }
        } catch (JacksonException e) {
            // What came before the fault stays.
            return found;
        }
        return found;
    }

    private static String unwrapped(String text) {
        String inner = text.strip();
        for (String opening : List.of("<!--", "//<![CDATA[", "<![CDATA[", "/*<![CDATA[*/")) {
            if (inner.startsWith(opening)) {
                inner = inner.substring(opening.length()).strip();
            }
        }
        return inner;
    }

    /** Hands a container on before it is filled, so that it stays when the text breaks off. */
    private void value(JsonToken token, Consumer<Object> to) {
        if (++values > MOST_VALUES) {
            parser.skipChildren();
            return;
        }
        switch (token) {
            case START_OBJECT -> {
                Map<String, Object> map = new LinkedHashMap<>();
                to.accept(map);
                fill(map);
            }
            case START_ARRAY -> {
                List<Object> list = new ArrayList<>();
                to.accept(list);
                for (JsonToken next = parser.nextToken();
                        next != null && next != JsonToken.END_ARRAY;
                        next = parser.nextToken()) {
                    value(next, list::add);
                }
            }
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> to.accept(parser.getString());
            default -> {
                // Nothing that says anything of an article.
            }
        }
    }

    private void fill(Map<String, Object> map) {
        for (JsonToken token = parser.nextToken(); token == JsonToken.PROPERTY_NAME; token = parser.nextToken()) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (value == null) {
                return;
            }
            value(value, one -> map.putIfAbsent(name, one));
        }
    }
}
