package io.onrecord.exchange.export;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The columns of a table.
 *
 * @param name what a row is, in the plural: {@code statements}
 * @param columns in their order, their names different
 */
public record Table(String name, List<Column> columns) {
    public Table {
        columns = List.copyOf(columns);
        Set<String> names = new HashSet<>();
        for (Column column : columns) {
            if (!names.add(column.name())) {
                throw new IllegalArgumentException("the table " + name + " has the column " + column.name() + " twice");
            }
        }
    }
}
