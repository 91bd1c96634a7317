package io.onrecord.store;

/** What differs between the two databases in the words of SQL and in the characters they keep. */
enum Dialect {
    SQLITE("INTEGER PRIMARY KEY", "INTEGER", "REAL", "INTEGER", "BLOB", "1", " STRICT", " STRICT, WITHOUT ROWID"),
    POSTGRESQL(
            "INTEGER GENERATED ALWAYS AS IDENTITY PRIMARY KEY",
            "BOOLEAN",
            "DOUBLE PRECISION",
            "BIGINT",
            "BYTEA",
            "TRUE",
            "",
            "");

    /** PostgreSQL keeps no U+0000. There, U+001A (SUBSTITUTE) and a digit stand for it and for U+001A itself. */
    private static final char ESCAPE = '\u001A';

    /** A number for each row of a table, given by the database. */
    private final String key;

    private final String flag;
    private final String real;
    /** A number of 64 bits. */
    private final String big;

    private final String bytes;
    private final String yes;
    /** Behind a table whose columns hold the types they say. */
    private final String strict;
    /** Behind a table whose rows lie in the order of their primary key. */
    private final String flat;

    Dialect(String key, String flag, String real, String big, String bytes, String yes, String strict, String flat) {
        this.key = key;
        this.flag = flag;
        this.real = real;
        this.big = big;
        this.bytes = bytes;
        this.yes = yes;
        this.strict = strict;
        this.flat = flat;
    }

    /** A piece of SQL with the words of this database in the places of those in braces. */
    String sql(String template) {
        return template.replace("{key}", key)
                .replace("{flag}", flag)
                .replace("{real}", real)
                .replace("{big}", big)
                .replace("{bytes}", bytes)
                .replace(
                        "{random}",
                        this == SQLITE
                                ? "lower(hex(randomblob(16)))"
                                : "md5(random()::text || clock_timestamp()::text)")
                .replace("{true}", yes)
                .replace("{false}", this == SQLITE ? "0" : "FALSE")
                .replace("{binary}", byCharacters())
                .replace("{strict}", strict)
                .replace("{flat}", flat);
    }

    /** What makes a comparison one of characters, whatever the language of the database. */
    String byCharacters() {
        return this == SQLITE ? " COLLATE BINARY" : " COLLATE \"C\"";
    }

    /** Whether a text is one that is bound, whatever their case: the database makes small letters of both, so that it does to both the same. */
    static String same(String text) {
        return "lower(" + text + ") = lower(?)";
    }

    /** Whether a text has somewhere what {@link #containing} makes of a word, whatever their case. */
    static String has(String text) {
        return "lower(" + text + ") LIKE lower(?) ESCAPE '\\'";
    }

    /** What {@link #has} finds in the middle of a text. */
    static String containing(String word) {
        return "%" + escaped(word) + "%";
    }

    /** What {@link #has} finds at the end of a text. */
    static String ending(String word) {
        return "%" + escaped(word);
    }

    private static String escaped(String word) {
        return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    /**
     * A text as this database keeps it.
     *
     * @throws StoreException if it is not valid Unicode
     */
    String stored(String text) {
        checkUnicode(text);
        if (this == SQLITE || (text.indexOf('\u0000') < 0 && text.indexOf(ESCAPE) < 0)) {
            return text;
        }
        return text.replace("\u001A", "\u001A1").replace("\u0000", "\u001A0");
    }

    /** The text that {@link #stored} was given. */
    String loaded(String text) {
        if (this == SQLITE || text.indexOf(ESCAPE) < 0) {
            return text;
        }
        return text.replace("\u001A0", "\u0000").replace("\u001A1", "\u001A");
    }

    private static void checkUnicode(String text) {
        int at = 0;
        while (at < text.length()) {
            int point = text.codePointAt(at);
            if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                throw new StoreException(
                        StoreException.Reason.UNFIT,
                        "'" + StoreException.shown(text) + "' has a lone surrogate at UTF-16 offset " + at
                                + " and is not valid Unicode; it cannot be kept: mend the input and read it again");
            }
            at += Character.charCount(point);
        }
    }
}
