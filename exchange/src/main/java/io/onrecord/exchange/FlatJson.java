package io.onrecord.exchange;

import java.util.Map;
import java.util.Optional;

/** One JSON object on one line, without anything in it that has parts: for lines of logs and reports. */
public final class FlatJson {

    private FlatJson() {}

    /**
     * Writes the fields in the order of the map, and nothing for an {@link Optional} that is empty.
     *
     * @param fields strings, whole numbers, truth values, or an {@link Optional} of one; half of a surrogate pair becomes U+FFFD
     * @return without a line break at its end
     * @throws IllegalArgumentException if a value is anything else
     */
    public static String line(Map<String, ?> fields) {
        return JsonLine.of(line -> fields.forEach((name, value) -> add(line, name, value)));
    }

    private static void add(JsonLine line, String name, Object value) {
        if (value instanceof Optional<?> maybe) {
            maybe.ifPresent(there -> add(line, name, there));
        } else if (value instanceof String text) {
            line.string(name, text);
        } else if (value instanceof Integer || value instanceof Long) {
            line.number(name, ((Number) value).longValue());
        } else if (value instanceof Boolean flag) {
            line.flag(name, flag);
        } else {
            throw new IllegalArgumentException(
                    "a field of a line is a word, a number or yes and no, not " + value.getClass());
        }
    }
}
