package io.onrecord.export;

import io.onrecord.exchange.export.Cell;
import io.onrecord.exchange.export.Column;
import io.onrecord.exchange.export.ExportItem;
import io.onrecord.exchange.export.ExportOptions;
import io.onrecord.exchange.export.RecordTable;
import io.onrecord.exchange.export.Row;
import io.onrecord.exchange.export.Subject;
import io.onrecord.exchange.export.Table;
import io.onrecord.memory.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Statements that were found, as rows of statements with what found them. Immutable. */
public final class FoundRows {

    private static final List<Column> WHY = List.of(
            new Column("rank", Column.Type.WHOLE, "Its place among what was found, from 1"),
            new Column("score", Column.Type.REAL, "What it is ranked by; comparable within one answer"),
            new Column("matched_words", Column.Type.TEXT, "Which of the words that were looked for it has"),
            new Column("near", Column.Type.REAL, "How near its meaning is to what was looked for, up to 1"));

    private final RecordTable statements;
    private final Table table;

    public FoundRows(ExportOptions options) {
        this.statements = RecordTable.of(Subject.STATEMENTS, options);
        List<Column> columns = new ArrayList<>(WHY);
        columns.addAll(statements.table().columns());
        this.table = new Table("statements", columns);
    }

    /** Its columns. */
    public Table table() {
        return table;
    }

    /**
     * The rows of a statement.
     *
     * @param number its place among what was found, from 1
     * @throws io.onrecord.exchange.export.UnfitRecordException if a text of the record is not valid Unicode
     */
    public List<Row> rows(long number, Answer answer) {
        List<Cell> why = List.of(
                Cell.of(number),
                answer.score() > 0 ? Cell.of(answer.score()) : Cell.Absent.ABSENT,
                Cell.of(Optional.of(String.join(" ", answer.words())).filter(words -> !words.isEmpty())),
                answer.cosine().isPresent() ? Cell.of(answer.cosine().getAsDouble()) : Cell.Absent.ABSENT);
        ExportItem item = new ExportItem(
                answer.record(), List.of(answer.statement()), false, StoredItems.context(answer.article()));
        List<Row> rows = new ArrayList<>();
        for (Row row : statements.rows(item)) {
            List<Cell> cells = new ArrayList<>(why);
            cells.addAll(row.cells());
            rows.add(new Row(cells));
        }
        return rows;
    }
}
