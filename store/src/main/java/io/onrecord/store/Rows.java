package io.onrecord.store;

import java.util.ArrayList;
import java.util.List;

/** Rows of one table that are written together. */
final class Rows {

    private final String table;
    private final List<String> columns;
    private final List<Object[]> rows = new ArrayList<>();

    /**
     * No rows yet.
     *
     * @param columns names between commas
     */
    Rows(String table, String columns) {
        this.table = table;
        this.columns = List.of(columns.split(", *", -1));
    }

    /** A row, its values in the order of the columns. */
    void add(Object... values) {
        rows.add(values);
    }

    /** Writes the rows, if any. */
    void write(Session session) {
        session.batch(
                "INSERT INTO " + table + " (" + String.join(", ", columns) + ") VALUES ("
                        + "?, ".repeat(columns.size() - 1) + "?)",
                rows);
    }

    /** The rows as others see them. */
    RecordRows rows() {
        return new RecordRows(table, columns, rows.stream().map(List::of).toList());
    }
}
