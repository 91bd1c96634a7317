package io.onrecord.exchange;

import static io.onrecord.exchange.RecordFormatException.shown;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A value of a JSON text together with where it stands, so that every complaint can say where.
 *
 * @param node the value
 * @param pointer its JSON pointer
 */
record Place(JsonNode node, String pointer) {

    /** This place, once it is known to hold an object. */
    Place object() {
        if (!node.isObject()) {
            throw problem("expected an object, found " + kind());
        }
        return this;
    }

    /** This place, once it is known to hold an object with no other fields than those named. */
    Place only(String... fields) {
        object();
        List<String> known = List.of(fields);
        for (String name : node.propertyNames()) {
            if (!known.contains(name)) {
                throw problem("unknown field '" + shown(name) + "'; the format " + RecordJson.FORMAT + " has here: "
                        + String.join(", ", known));
            }
        }
        return this;
    }

    Optional<Place> find(String field) {
        @Nullable JsonNode child = node.get(field);
        return child == null ? Optional.empty() : Optional.of(new Place(child, pointer + "/" + escaped(field)));
    }

    Place get(String field) {
        return find(field).orElseThrow(() -> problem("the field '" + field + "' is missing"));
    }

    boolean isNull() {
        return node.isNull();
    }

    String string() {
        if (!node.isString()) {
            throw problem("expected a string, found " + kind());
        }
        String value = node.stringValue();
        int lone = Unicode.loneSurrogate(value);
        if (lone >= 0) {
            throw problem("'" + shown(value) + "' has a lone surrogate at UTF-16 offset " + lone
                    + " and is not valid Unicode; write it from the article again");
        }
        return value;
    }

    /** The string of a field; empty where the field is absent. */
    Optional<String> string(String field) {
        return find(field).map(Place::string);
    }

    int integer() {
        if (!node.isNumber() || !node.canConvertToExactIntegral() || !node.canConvertToInt()) {
            throw problem("expected a whole number below 2^31, found " + kind());
        }
        return node.intValue();
    }

    double number() {
        if (!node.isNumber()) {
            throw problem("expected a number, found " + kind());
        }
        return node.doubleValue();
    }

    boolean bool() {
        if (!node.isBoolean()) {
            throw problem("expected true or false, found " + kind());
        }
        return node.booleanValue();
    }

    <E extends Enum<E>> E constant(Class<E> type) {
        String name = string();
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        throw problem("expected one of " + List.of(type.getEnumConstants()) + ", found '" + shown(name) + "'");
    }

    <T> List<T> list(Function<Place, T> reader) {
        if (!node.isArray()) {
            throw problem("expected a list, found " + kind());
        }
        List<T> values = new ArrayList<>();
        for (JsonNode element : node.values()) {
            values.add(reader.apply(new Place(element, pointer + "/" + values.size())));
        }
        return values;
    }

    /** The list of a field; empty where the field is absent. */
    <T> List<T> list(String field, Function<Place, T> reader) {
        return find(field).map(place -> place.list(reader)).orElseGet(List::of);
    }

    Map<String, String> strings() {
        object();
        Map<String, String> values = new TreeMap<>();
        for (String name : node.propertyNames()) {
            values.put(name, get(name).string());
        }
        return values;
    }

    /** What a constructor of the model makes; where it refuses, this is the place to name. */
    <T> T make(Supplier<T> constructor) {
        try {
            return constructor.get();
        } catch (IllegalArgumentException e) {
            throw new RecordFormatException(pointer, String.valueOf(e.getMessage()), e);
        }
    }

    RecordFormatException problem(String what) {
        return new RecordFormatException(pointer, what);
    }

    private String kind() {
        if (node.isString()) {
            return "'" + shown(node.stringValue()) + "'";
        }
        if (node.isContainer()) {
            return node.isArray() ? "a list" : "an object";
        }
        return node.isMissingNode() ? "nothing" : shown(node.toString());
    }

    private static String escaped(String field) {
        return field.replace("~", "~0").replace("/", "~1");
    }
}
