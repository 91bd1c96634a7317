package io.onrecord.reading.table;

import java.util.Locale;

/** What a column may hold. */
enum Role {
    TEXT,
    TITLE,
    DATE,
    OUTLET,
    AUTHOR,
    ADDRESS,
    ID;

    /** As messages and options call it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String option() {
        return "--" + word() + "-column";
    }
}
