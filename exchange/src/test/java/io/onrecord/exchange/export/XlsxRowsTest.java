package io.onrecord.exchange.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.exchange.RecordJson.Offsets;
import io.onrecord.testkit.RandomRecords;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Workbooks as another program finds them: parts of a ZIP file, parsed as XML. */
class XlsxRowsTest {

    @Test
    void everyCellIsReadBack() throws Exception {
        RecordTable table = RecordTable.of(Subject.STATEMENTS, ExportOptions.DEFAULT);
        List<Row> rows = new ArrayList<>();
        for (int seed = 0; seed < 200; seed++) {
            rows.addAll(table.rows(ExportItem.of(RandomRecords.any(seed))));
        }
        Book book = new Book(Tables.written(new XlsxRows(), table.table(), rows, ExportOptions.DEFAULT));
        assertThat(book.names()).containsExactly("statements", "about");
        List<Map<Integer, String>> lines = book.sheet(1);
        assertThat(lines).hasSize(1 + rows.size());
        assertThat(List.copyOf(lines.get(0).values()))
                .isEqualTo(table.table().columns().stream().map(Column::name).toList());
        for (int i = 0; i < rows.size(); i++) {
            for (int j = 0; j < rows.get(i).cells().size(); j++) {
                check(rows.get(i).cells().get(j), lines.get(i + 1).get(j));
            }
        }
    }

    private static void check(Cell cell, @Nullable String found) {
        if (cell instanceof Cell.Real real) {
            assertThat(Double.parseDouble(String.valueOf(found))).isEqualTo(real.value());
        } else if (cell instanceof Cell.Flag flag) {
            assertThat(found).isEqualTo(flag.value() ? "1" : "0");
        } else if (cell instanceof Cell.Text text) {
            assertThat(found).isEqualTo(fit(text.value()));
        } else if (cell instanceof Cell.Whole) {
            assertThat(found).isEqualTo(Tables.value(cell));
        } else {
            assertThat(found).isNull();
        }
    }

    /** What a workbook can hold of words. */
    private static String fit(String words) {
        return words.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "\ufffd");
    }

    @Test
    void nothingIsAFormula() throws Exception {
        byte[] bytes = Tables.written(
                new XlsxRows(), Tables.WORDS, Tables.words("=1+1", "@x", "+1", "-1"), ExportOptions.DEFAULT);
        Book book = new Book(bytes);
        assertThat(book.part("xl/worksheets/sheet1.xml")).doesNotContain("<f>").doesNotContain("<f ");
        assertThat(book.sheet(1).get(1)).containsEntry(0, "=1+1");
    }

    @Test
    void wordsThatAreTooLongAreCutAndThatIsSaid() throws Exception {
        String longest = "a".repeat(32_767);
        String longer = "🥖".repeat(20_000);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TableFormat.Rows rows = new XlsxRows().open(Tables.WORDS, out, ExportOptions.DEFAULT)) {
            for (Row row : Tables.words(longest, longer, "a\u0000b")) {
                rows.add(row);
            }
            rows.finish();
            assertThat(rows.note()).contains("1 cells were cut").contains("1 have characters replaced");
        }
        Book book = new Book(out.toByteArray());
        assertThat(book.sheet(1).get(1)).containsEntry(0, longest);
        assertThat(book.sheet(1).get(2).get(0))
                .startsWith("🥖🥖")
                .endsWith("🥖 …[cut; whole in csv, jsonl and parquet]");
        assertThat(String.valueOf(book.sheet(1).get(2).get(0)).length()).isLessThanOrEqualTo(32_767);
        assertThat(book.sheet(1).get(3)).containsEntry(0, "a\ufffdb");
        assertThat(book.sheet(2)).contains(Map.of(0, "Cells cut at 32,767 characters", 1, "1"));
    }

    @Test
    void moreRowsThanASheetTakesGoOnInAnother() throws Exception {
        List<Row> rows = Tables.words("one", "two", "three", "four", "five");
        Book book = new Book(Tables.written(new XlsxRows(2), Tables.WORDS, rows, ExportOptions.DEFAULT));
        assertThat(book.names()).containsExactly("words", "words 2", "words 3", "about");
        assertThat(book.sheet(1)).containsExactly(Map.of(0, "words"), Map.of(0, "one"), Map.of(0, "two"));
        assertThat(book.sheet(3)).containsExactly(Map.of(0, "words"), Map.of(0, "five"));
    }

    @Test
    void theLastSheetSaysWhatTheWorkbookIs() throws Exception {
        ExportOptions options = new ExportOptions(
                Offsets.CODE_POINT,
                false,
                false,
                false,
                new ExportOptions.Origin("0.1.0", List.of("onrecord.db"), Map.of("--since", "2024")));
        Book book = new Book(Tables.written(new XlsxRows(), Tables.WORDS, Tables.words("one"), options));
        assertThat(book.sheet(2))
                .contains(
                        Map.of(0, "Version", 1, "0.1.0"),
                        Map.of(0, "From", 1, "onrecord.db"),
                        Map.of(0, "--since", 1, "2024"),
                        Map.of(0, "Rows", 1, "1"),
                        Map.of(0, "words", 1, "Some words"));
    }

    @Test
    void theSameRowsGiveTheSamePartsButForTheTimeOfMaking() throws Exception {
        Book first = new Book(Tables.written(new XlsxRows(), Tables.WORDS, Tables.words("one"), ExportOptions.DEFAULT));
        Book second =
                new Book(Tables.written(new XlsxRows(), Tables.WORDS, Tables.words("one"), ExportOptions.DEFAULT));
        assertThat(second.parts.keySet()).isEqualTo(first.parts.keySet());
        for (String part : first.parts.keySet()) {
            if (!part.equals("docProps/core.xml")) {
                assertThat(second.part(part)).isEqualTo(first.part(part));
            }
        }
    }

    /** A workbook that is read. */
    private static final class Book {
        private final Map<String, byte[]> parts = new LinkedHashMap<>();

        Book(byte[] bytes) throws IOException {
            // By the directory at its end, as programs do.
            Path file = Files.createTempFile("book", ".xlsx");
            Files.write(file, bytes);
            try (ZipFile zip = new ZipFile(file.toFile())) {
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
                }
            } finally {
                Files.delete(file);
            }
        }

        String part(String name) {
            return new String(parts.get(name), StandardCharsets.UTF_8);
        }

        List<String> names() throws Exception {
            List<String> names = new ArrayList<>();
            for (Element sheet : elements(root("xl/workbook.xml"), "sheet")) {
                names.add(sheet.getAttribute("name"));
            }
            return names;
        }

        /** Cells by the number of their column, line by line. */
        List<Map<Integer, String>> sheet(int number) throws Exception {
            List<Map<Integer, String>> lines = new ArrayList<>();
            for (Element row : elements(root("xl/worksheets/sheet" + number + ".xml"), "row")) {
                Map<Integer, String> cells = new TreeMap<>();
                for (Element cell : elements(row, "c")) {
                    assertThat(cell.getAttribute("t")).isNotEqualTo("s");
                    cells.put(column(cell.getAttribute("r")), cell.getTextContent());
                }
                if (!cells.isEmpty()) {
                    lines.add(cells);
                }
            }
            return lines;
        }

        private static int column(String place) {
            int column = 0;
            for (char c : place.replaceAll("\\d", "").toCharArray()) {
                column = 26 * column + c - 'A' + 1;
            }
            return column - 1;
        }

        private Element root(String part) throws Exception {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(parts.get(part)))
                    .getDocumentElement();
        }

        private static List<Element> elements(Element in, String name) {
            NodeList found = in.getElementsByTagName(name);
            List<Element> elements = new ArrayList<>();
            for (int i = 0; i < found.getLength(); i++) {
                elements.add((Element) found.item(i));
            }
            return elements;
        }
    }
}
