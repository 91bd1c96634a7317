package io.onrecord.export;

import io.onrecord.exchange.export.Cell;
import io.onrecord.exchange.export.Column;
import io.onrecord.exchange.export.ComponentTable;
import io.onrecord.exchange.export.ExportItem;
import io.onrecord.exchange.export.ExportOptions;
import io.onrecord.exchange.export.RecordTable;
import io.onrecord.exchange.export.Row;
import io.onrecord.exchange.export.Subject;
import io.onrecord.exchange.export.Table;
import io.onrecord.memory.Answer;
import java.util.ArrayList;
import java.util.List;

/**
 * Statements of a list as rows: their place in the list, what the list itself says of each, and the columns that statements have anywhere. Immutable.
 *
 * @param <E> what the list says of a statement
 */
public final class ListedRows<E extends Record> {

    private static final Column RANK = new Column("rank", Column.Type.WHOLE, "Its place in the list, from 1");

    private final RecordTable statements;
    private final ComponentTable<E> own;
    private final Table table;

    /** @param own columns of the list itself, with other names than those of statements */
    public ListedRows(ExportOptions options, ComponentTable<E> own) {
        this.statements = RecordTable.of(Subject.STATEMENTS, options);
        this.own = own;
        List<Column> columns = new ArrayList<>(List.of(RANK));
        columns.addAll(own.table().columns());
        columns.addAll(statements.table().columns());
        this.table = new Table(own.table().name(), columns);
    }

    /** Its columns. */
    public Table table() {
        return table;
    }

    /**
     * The rows of a statement.
     *
     * @param rank its place in the list, from 1
     * @throws io.onrecord.exchange.export.UnfitRecordException if a text of the record is not valid Unicode
     */
    public List<Row> rows(long rank, E said, Answer answer) {
        List<Cell> before = new ArrayList<>(List.of(Cell.of(rank)));
        before.addAll(own.row(said).cells());
        ExportItem item = new ExportItem(
                answer.record(), List.of(answer.statement()), false, StoredItems.context(answer.article()));
        List<Row> rows = new ArrayList<>();
        for (Row row : statements.rows(item)) {
            List<Cell> cells = new ArrayList<>(before);
            cells.addAll(row.cells());
            rows.add(new Row(cells));
        }
        return rows;
    }
}
