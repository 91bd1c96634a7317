package io.onrecord.exchange.export;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.onrecord.testkit.RandomRecords;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** CSV that comes back as it was. */
class CsvRowsTest {

    private static final String[] HOSTILE = {
        "=HYPERLINK(\"https://press.example\",\"x\")", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "'=1", "''=1",
                "'We will appeal,'",
        "a,b", "a\"b", "a\r\nb", "", " ", "\u0000", "\ud83e\udd56", "\u202eabc", "-", "'"
    };

    private static List<List<String>> read(byte[] csv) throws IOException {
        List<List<String>> lines = new ArrayList<>();
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder().maxBufferSize(1 << 24).ofCsvRecord(new String(csv, StandardCharsets.UTF_8))) {
            reader.forEach(line -> lines.add(line.getFields()));
        }
        return lines;
    }

    @ParameterizedTest
    @EnumSource(names = {"STATEMENTS", "ARTICLES", "SPEAKERS", "DISPUTES"})
    void everyCellIsReadBack(Subject subject) throws IOException {
        RecordTable table = RecordTable.of(subject, ExportOptions.DEFAULT);
        List<Row> rows = new ArrayList<>();
        for (int seed = 0; seed < 200; seed++) {
            rows.addAll(table.rows(ExportItem.of(RandomRecords.any(seed))));
        }
        List<List<String>> lines = read(Tables.written(new CsvRows(), table.table(), rows, ExportOptions.DEFAULT));
        assertThat(lines.get(0))
                .isEqualTo(table.table().columns().stream().map(Column::name).toList());
        assertThat(lines).hasSize(1 + rows.size());
        for (int i = 0; i < rows.size(); i++) {
            for (int j = 0; j < rows.get(i).cells().size(); j++) {
                Cell cell = rows.get(i).cells().get(j);
                String found = lines.get(i + 1).get(j);
                if (cell instanceof Cell.Real real) {
                    assertThat(Double.parseDouble(found)).isEqualTo(real.value());
                } else {
                    assertThat(found).isEqualTo(Tables.value(cell));
                }
            }
        }
    }

    @Test
    void wordsAreWrittenAsTheyAre() throws IOException {
        List<List<String>> lines =
                read(Tables.written(new CsvRows(), Tables.WORDS, Tables.words(HOSTILE), ExportOptions.DEFAULT));
        assertThat(lines.subList(1, lines.size()))
                .isEqualTo(List.of(HOSTILE).stream().map(List::of).toList());
    }

    @Test
    void aSpreadsheetTakesNothingForAFormulaAndTheApostropheCanBeTakenAwayAgain() throws IOException {
        List<List<String>> lines =
                read(Tables.written(new CsvRows(), Tables.WORDS, Tables.words(HOSTILE), Tables.spreadsheetSafe()));
        for (int i = 0; i < HOSTILE.length; i++) {
            String found = lines.get(i + 1).get(0);
            assertThat(found).doesNotMatch("(?s)[=+\\-@\\t\\r\\n].*");
            assertThat(CsvRows.isRisky(found) ? found.substring(1) : found).isEqualTo(HOSTILE[i]);
        }
        assertThat(lines.get(10)).containsExactly("'We will appeal,'");
    }

    @Test
    void whoeverWritesFormulasUnsafelyIsTold() throws IOException {
        for (ExportOptions options : List.of(ExportOptions.DEFAULT, Tables.spreadsheetSafe())) {
            try (TableFormat.Rows rows = new CsvRows().open(Tables.WORDS, new ByteArrayOutputStream(), options)) {
                rows.add(new Row(List.of(Cell.of("=1+1"))));
                rows.finish();
                assertThat(rows.note().contains("--spreadsheet-safe")).isEqualTo(!options.spreadsheetSafe());
            }
        }
    }

    @Test
    void whatIsAbsentIsNothingAndEmptyWordsAreQuoted() throws IOException {
        Table two = new Table(
                "two", List.of(new Column("a", Column.Type.TEXT, "a"), new Column("b", Column.Type.TEXT, "b")));
        byte[] csv = Tables.written(
                new CsvRows(), two, List.of(new Row(List.of(Cell.of(""), Cell.Absent.ABSENT))), ExportOptions.DEFAULT);
        assertThat(new String(csv, StandardCharsets.UTF_8)).isEqualTo("a,b\n\"\",\n");
    }

    @Test
    void aByteOrderMarkComesFirst() throws IOException {
        ExportOptions marked =
                new ExportOptions(ExportOptions.DEFAULT.offsets(), false, false, true, ExportOptions.DEFAULT.origin());
        byte[] csv = Tables.written(new CsvRows(), Tables.WORDS, List.of(), marked);
        assertThat(new String(csv, StandardCharsets.UTF_8)).isEqualTo("\ufeffwords\n");
    }
}
