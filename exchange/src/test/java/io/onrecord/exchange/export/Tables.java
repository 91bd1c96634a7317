package io.onrecord.exchange.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows for tests: written, and as maps. */
final class Tables {

    static final Table WORDS = new Table("words", List.of(new Column("words", Column.Type.TEXT, "Some words")));

    private Tables() {}

    static byte[] written(TableFormat format, Table table, List<Row> rows, ExportOptions options) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TableFormat.Rows writer = format.open(table, out, options)) {
            for (Row row : rows) {
                writer.add(row);
            }
            writer.finish();
        }
        return out.toByteArray();
    }

    static List<Row> words(String... words) {
        List<Row> rows = new ArrayList<>();
        for (String each : words) {
            rows.add(new Row(List.of(Cell.of(each))));
        }
        return rows;
    }

    /** The cells of a row that are there, as they would be printed. */
    static Map<String, String> values(Table table, Row row) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < row.cells().size(); i++) {
            Cell cell = row.cells().get(i);
            if (!(cell instanceof Cell.Absent)) {
                values.put(table.columns().get(i).name(), value(cell));
            }
        }
        return values;
    }

    static String value(Cell cell) {
        if (cell instanceof Cell.Text text) {
            return text.value();
        }
        if (cell instanceof Cell.Whole whole) {
            return String.valueOf(whole.value());
        }
        if (cell instanceof Cell.Real real) {
            return String.valueOf(real.value());
        }
        return cell instanceof Cell.Flag flag ? String.valueOf(flag.value()) : "";
    }

    static ExportOptions spreadsheetSafe() {
        return new ExportOptions(ExportOptions.DEFAULT.offsets(), false, true, false, ExportOptions.DEFAULT.origin());
    }
}
