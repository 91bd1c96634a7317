package io.onrecord.exchange.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import blue.strategic.parquet.Hydrator;
import blue.strategic.parquet.ParquetReader;
import io.onrecord.exchange.export.Cell;
import io.onrecord.exchange.export.Column;
import io.onrecord.exchange.export.ExportItem;
import io.onrecord.exchange.export.ExportOptions;
import io.onrecord.exchange.export.RecordTable;
import io.onrecord.exchange.export.Row;
import io.onrecord.exchange.export.Subject;
import io.onrecord.exchange.export.Table;
import io.onrecord.exchange.export.TableFormat;
import io.onrecord.testkit.RandomRecords;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.parquet.schema.MessageType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is written is there when it is read back. */
class ParquetRowsTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(names = {"STATEMENTS", "ARTICLES", "SPEAKERS", "DISPUTES"})
    void everyCellIsReadBack(Subject subject) throws IOException {
        RecordTable table = RecordTable.of(subject, ExportOptions.DEFAULT);
        List<Row> rows = new ArrayList<>();
        for (int seed = 0; seed < 200; seed++) {
            rows.addAll(table.rows(ExportItem.of(RandomRecords.any(seed))));
        }
        assertThat(rows).hasSizeGreaterThan(50);
        Path file = write(table.table(), rows);
        assertThat(read(file))
                .isEqualTo(rows.stream().map(row -> values(table.table(), row)).toList());
    }

    @Test
    void theFileSaysWhatItIs() throws IOException {
        Table table = RecordTable.of(Subject.STATEMENTS, ExportOptions.DEFAULT).table();
        Path file = write(table, List.of());
        var metadata = ParquetReader.readMetadata(file.toFile()).getFileMetaData();
        assertThat(metadata.getKeyValueMetaData())
                .containsEntry("onrecord.table", "statements")
                .containsEntry("onrecord.version", "unknown");
        MessageType schema = metadata.getSchema();
        assertThat(schema.getFields())
                .extracting(type -> type.getName())
                .isEqualTo(table.columns().stream().map(Column::name).toList());
    }

    @Test
    void rowsOfManyGroupsAreReadBack() throws IOException {
        Table table = new Table(
                "t", List.of(new Column("n", Column.Type.WHOLE, "number"), new Column("w", Column.Type.TEXT, "words")));
        List<Row> rows = new ArrayList<>();
        Random random = new Random(1);
        for (int i = 0; i < 6_000; i++) {
            byte[] noise = new byte[8000];
            random.nextBytes(noise);
            rows.add(new Row(List.of(Cell.of(i), Cell.of(new String(noise, StandardCharsets.ISO_8859_1)))));
        }
        Path file = write(table, rows);
        assertThat(ParquetReader.readMetadata(file.toFile()).getBlocks()).hasSizeGreaterThan(1);
        List<Map<String, Object>> back = read(file);
        assertThat(back).hasSize(rows.size());
        assertThat(back.get(5_999)).containsEntry("n", 5_999L);
    }

    private Path write(Table table, List<Row> rows) throws IOException {
        Path file = folder.resolve("rows.parquet");
        try (OutputStream out = Files.newOutputStream(file);
                TableFormat.Rows writer = new ParquetRows().open(table, out, ExportOptions.DEFAULT)) {
            for (Row row : rows) {
                writer.add(row);
            }
            writer.finish();
        }
        return file;
    }

    private static Map<String, Object> values(Table table, Row row) {
        Map<String, Object> values = new TreeMap<>();
        for (int i = 0; i < row.cells().size(); i++) {
            String name = table.columns().get(i).name();
            Cell cell = row.cells().get(i);
            if (cell instanceof Cell.Text text) {
                values.put(name, text.value());
            } else if (cell instanceof Cell.Whole whole) {
                values.put(name, whole.value());
            } else if (cell instanceof Cell.Real real) {
                values.put(name, real.value());
            } else if (cell instanceof Cell.Flag flag) {
                values.put(name, flag.value());
            }
        }
        return values;
    }

    private static List<Map<String, Object>> read(Path file) throws IOException {
        Hydrator<Map<String, Object>, Map<String, Object>, String[]> hydrator = new Hydrator<>() {
            @Override
            public Map<String, Object> start() {
                return new TreeMap<>();
            }

            @Override
            public Map<String, Object> add(Map<String, Object> row, String[] path, Object value) {
                if (value != null) {
                    row.put(path[0], value);
                }
                return row;
            }

            @Override
            public Map<String, Object> finish(Map<String, Object> row) {
                return row;
            }
        };
        try (Stream<Map<String, Object>> rows = ParquetReader.streamContent(file.toFile(), hydrator)) {
            return rows.toList();
        }
    }
}
