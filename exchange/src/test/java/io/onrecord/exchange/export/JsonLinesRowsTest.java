package io.onrecord.exchange.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.exchange.RecordJson;
import io.onrecord.exchange.Records;
import io.onrecord.model.ArticleRecord;
import io.onrecord.testkit.RandomRecords;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON Lines that come back as they were. */
class JsonLinesRowsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void everyCellIsAFieldAndListsAreLists() throws IOException {
        RecordTable table = RecordTable.of(Subject.STATEMENTS, ExportOptions.DEFAULT);
        List<Row> rows = new ArrayList<>(table.rows(ExportItem.of(Records.full())));
        for (int seed = 0; seed < 200; seed++) {
            rows.addAll(table.rows(ExportItem.of(RandomRecords.any(seed))));
        }
        List<String> lines = new String(
                        Tables.written(new JsonLinesRows(), table.table(), rows, ExportOptions.DEFAULT),
                        StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(lines).hasSameSizeAs(rows);
        for (int i = 0; i < rows.size(); i++) {
            check(table.table(), rows.get(i), JSON.readTree(lines.get(i)));
        }
        JsonNode insisted = JSON.readTree(lines.get(1));
        assertThat(insisted.get("content_spans").get(0).get(0).asInt()).isEqualTo(2);
        assertThat(insisted.get("speaker_roles").get(1).get("title").asString()).isEqualTo("party leader");
    }

    private static void check(Table table, Row row, JsonNode line) {
        for (int j = 0; j < row.cells().size(); j++) {
            Column column = table.columns().get(j);
            JsonNode found = line.get(column.name());
            if (row.cells().get(j) instanceof Cell.Absent) {
                assertThat(found).isNull();
            } else if (column.type() == Column.Type.JSON) {
                assertThat(found)
                        .isEqualTo(JSON.readTree(Tables.value(row.cells().get(j))));
            } else {
                assertThat(found.asString()).isEqualTo(Tables.value(row.cells().get(j)));
            }
        }
    }

    @Test
    void recordsAreReadBackEqual() throws IOException {
        ExportOptions withText =
                new ExportOptions(RecordJson.Offsets.UTF16, true, false, false, ExportOptions.DEFAULT.origin());
        List<ArticleRecord> records = new ArrayList<>(List.of(Records.full()));
        for (int seed = 0; seed < 100; seed++) {
            records.add(RandomRecords.any(seed));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Exporter exporter = new JsonLinesRecords().open(Subject.RECORDS, out, withText)) {
            for (ArticleRecord record : records) {
                exporter.add(ExportItem.of(record));
            }
            exporter.finish();
        }
        List<ArticleRecord> back = out.toString(StandardCharsets.UTF_8)
                .lines()
                .map(RecordJson::read)
                .toList();
        assertThat(back).isEqualTo(records);
    }
}
