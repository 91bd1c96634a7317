package io.onrecord.exchange.export;

/**
 * A column of a table.
 *
 * @param name lower case with underscores
 * @param type what its cells hold
 * @param about what it says, for people
 */
public record Column(String name, Type type, String about) {

    /** What cells hold. */
    public enum Type {
        TEXT,
        WHOLE,
        REAL,
        FLAG,
        /** Text that is a JSON array or object, without line breaks. */
        JSON
    }

    public Column {
        if (!name.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException(
                    "the name of a column is lower case with underscores, not '" + name + "'");
        }
    }
}
