package io.onrecord.exchange.export;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A table by its fields.
 *
 * @param <T> what a row is made of
 */
final class ItemTable<T> implements RecordTable {

    private final Table table;
    private final List<Field<T>> fields;
    private final Function<ExportItem, List<T>> parts;

    /** @param parts of an article, one a row */
    ItemTable(String name, List<Field<T>> fields, Function<ExportItem, List<T>> parts) {
        this.table = new Table(name, fields.stream().map(Field::column).toList());
        this.fields = List.copyOf(fields);
        this.parts = parts;
    }

    @Override
    public Table table() {
        return table;
    }

    @Override
    public List<Row> rows(ExportItem item) {
        List<Row> rows = new ArrayList<>();
        for (T part : parts.apply(item)) {
            rows.add(Field.row(fields, part));
        }
        return rows;
    }
}
