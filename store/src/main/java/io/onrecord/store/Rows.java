package io.onrecord.store;

import java.util.ArrayList;
import java.util.List;

/** Rows of one table that are written together. */
final class Rows {

    private final String sql;
    private final List<Object[]> rows = new ArrayList<>();

    /**
     * No rows yet.
     *
     * @param columns names between commas
     */
    Rows(String table, String columns) {
        int count = columns.split(",", -1).length;
        this.sql = "INSERT INTO " + table + " (" + columns + ") VALUES (" + "?, ".repeat(count - 1) + "?)";
    }

    /** A row, its values in the order of the columns. */
    void add(Object... values) {
        rows.add(values);
    }

    /** Writes the rows, if any. */
    void write(Session session) {
        session.batch(sql, rows);
    }
}
