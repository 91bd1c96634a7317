package io.onrecord.exchange.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Rows as JSON objects, one a line; a cell that is absent has no field. Lists and objects are JSON, not text of it. */
public final class JsonLinesRows implements TableFormat {

    @Override
    public String name() {
        return "jsonl";
    }

    @Override
    public String about() {
        return "JSON Lines for programs: a row a line, lists as lists";
    }

    @Override
    public List<String> endings() {
        return List.of(".jsonl", ".ndjson");
    }

    @Override
    public Rows open(Table table, OutputStream out, ExportOptions options) {
        return new Lines(table, new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)));
    }

    /** The lines. */
    private static final class Lines implements Rows {

        private final Table table;
        private final Writer out;

        Lines(Table table, Writer out) {
            this.table = table;
            this.out = out;
        }

        @Override
        public void add(Row row) throws IOException {
            out.write(Json.write(json -> {
                json.writeStartObject();
                for (int i = 0; i < table.columns().size(); i++) {
                    field(json, table.columns().get(i), row.cells().get(i));
                }
                json.writeEndObject();
            }));
            out.write('\n');
        }

        private static void field(JsonGenerator json, Column column, Cell cell) {
            if (cell instanceof Cell.Absent) {
                return;
            }
            json.writeName(column.name());
            if (cell instanceof Cell.Text text && column.type() == Column.Type.JSON) {
                json.writeRawValue(text.value());
            } else if (cell instanceof Cell.Text text) {
                json.writeString(text.value());
            } else if (cell instanceof Cell.Whole whole) {
                json.writeNumber(whole.value());
            } else if (cell instanceof Cell.Real real) {
                json.writeNumber(real.value());
            } else if (cell instanceof Cell.Flag flag) {
                json.writeBoolean(flag.value());
            }
        }

        @Override
        public void finish() throws IOException {
            out.flush();
        }

        @Override
        public void close() {
            // Nothing is held that would have to go; the stream is the caller's.
        }
    }
}
