package io.onrecord.reading.table;

import static io.onrecord.reading.table.Workbooks.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.model.Article;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XlsxTest {

    private static final String HEADER = row(1, "title", "date", "text");

    private long temporaryFiles;

    @BeforeEach
    void countTemporaryFiles() throws IOException {
        temporaryFiles = temporary();
    }

    @AfterEach
    void noTemporaryFileIsLeft() throws IOException {
        assertThat(temporary()).isLessThanOrEqualTo(temporaryFiles);
    }

    @Test
    void stringsSharedOrInlinePlainOrRichAreRead() {
        String rows = """
                <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>
                <row r="2"><c r="A2" t="inlineStr"><is><r><t>Talks </t></r><r><rPr><b/></rPr><t>fail</t></r></is></c>
                <c r="B2" t="s"><v>2</v></c></row>
                <row r="4"><c r="B4" t="str"><f>A1&amp;"x"</f><v>Two.</v></c></row>""";
        String strings = "<si><t>Headline</t></si><si><t>Body</t></si>"
                + "<si><r><t>One_x000D_\n</t></r><r><t xml:space=\"preserve\"> more</t></r><rPh sb=\"0\" eb=\"1\"><t>wan</t></rPh></si>";
        TableReadings readings =
                TableReadings.ofXlsx(Workbooks.of(rows).strings(strings).bytes());

        assertThat(readings.texts()).containsExactly("One\r\n more", "Two.");
        assertThat(readings.articles().get(0).metadata().title()).contains("Talks fail");
        assertThat(readings.addresses()).containsExactly("news.xlsx:2", "news.xlsx:4");
    }

    @ParameterizedTest
    @CsvSource({
        "14, '', 45428, 2024-05-16",
        "22, '', 45428.75, 2024-05-16T18:00:00",
        "164, yyyy\\-mm\\-dd;@, 45428, 2024-05-16",
        "164, [$-409]d-mmm-yy, 45428, 2024-05-16",
        "164, dd/mm/yyyy hh:mm, 45428.5, 2024-05-16T12:00:00",
        "14, '', 1, 1900-01-01",
        "14, '', 59, 1900-02-28",
        "14, '', 60, ''",
        "14, '', 61, 1900-03-01",
        "14, '', 0.25, ''",
        "14, '', -1, ''",
        "14, '', 2958465.99999999, ''",
        "14, '', 1e400, ''",
        "14, '', x, ''",
    })
    void aNumberThatIsShownAsADateIsOne(int format, String code, String serial, String iso) {
        Map<Integer, String> formats = new LinkedHashMap<>(Map.of(format, code));
        TableReadings readings = TableReadings.ofXlsx(
                Workbooks.of(HEADER + dated(serial, 1)).styles(formats).bytes());

        assertThat(readings.dates()).containsExactly(iso);
    }

    @Test
    void daysMayBeCountedFrom1904() {
        byte[] bytes = Workbooks.of(HEADER + dated("43966", 1))
                .styles(Map.of(14, ""))
                .from1904()
                .bytes();

        assertThat(TableReadings.ofXlsx(bytes).dates()).containsExactly("2024-05-16");
    }

    @Test
    void aNumberThatIsNotShownAsADateIsNone() {
        for (String code :
                new String[] {"0.00", "#,##0\\ &quot;days&quot;", "[Red]0", "[h]:mm", "hh:mm:ss", "General"}) {
            byte[] bytes = Workbooks.of(HEADER + dated("45428", 1))
                    .styles(Map.of(164, code))
                    .bytes();

            assertThat(TableReadings.ofXlsx(bytes).dates()).as(code).containsExactly("");
        }
    }

    @Test
    void numbersBooleansFormulasAndErrorsAreReadAsTheyAreShown() {
        String rows = row(1, "id", "title", "text")
                + "<row r='2'><c r='A2'><v>12345</v></c><c r='B2' t='b'><v>1</v></c><c r='C2' t='str'><f>1+1</f><v>One.</v></c></row>"
                + "<row r='3'><c r='A3'><v>1.2E3</v></c><c r='B3' t='e'><v>#REF!</v></c><c r='C3' t='inlineStr'><is><t>Two.</t></is></c></row>"
                + "<row r='4'><c r='A4'><f>NOW()</f></c><c r='B4' t='d'><v>2024-05-16</v></c><c r='C4' t='inlineStr'><is><t>Three.</t></is></c></row>";
        TableReadings readings = TableReadings.ofXlsx(Workbooks.of(rows).bytes());

        assertThat(readings.addresses()).containsExactly("12345", "1200", "news.xlsx:4");
        assertThat(readings.articles())
                .extracting(article -> article.metadata().title())
                .containsExactly(Optional.of("TRUE"), Optional.empty(), Optional.of("2024-05-16"));
    }

    @Test
    void allVisibleSheetsAreReadUnlessOneIsAskedFor() {
        Workbooks workbook = new Workbooks()
                .sheet("May", row(1, "text") + row(2, "One."))
                .sheet("Empty", "")
                .sheet("Notes", "state=\"hidden\"", row(1, "text") + row(2, "Hidden."))
                .sheet("June", row(1, "Titel", "Inhalt") + row(2, "a", "Two."));
        TableReadings all = TableReadings.ofXlsx(workbook.bytes());

        assertThat(all.texts()).containsExactly("One.", "Two.");
        assertThat(all.whys()).isEmpty();
        assertThat(all.addresses()).containsExactly("news.xlsx!May:2", "news.xlsx!June:2");
        assertThat(all.notices().get(1)).startsWith("sheet 'June': text from column 'Inhalt'");
        assertThat(TableReadings.ofXlsx(workbook.bytes(), sheet("june")).addresses())
                .containsExactly("news.xlsx:2");
        assertThat(TableReadings.ofXlsx(workbook.bytes(), sheet("3")).texts()).containsExactly("Hidden.");
        assertThat(TableReadings.ofXlsx(workbook.bytes(), sheet("July")).why())
                .isEqualTo(
                        "cannot be read: no sheet 'July', which --sheet asks for: there are 'May', 'Empty', 'Notes', 'June'");
    }

    @Test
    void rowsAboveTheHeadersAreLeftOutAndThatIsSaid() {
        byte[] bytes = Workbooks.of(row(1, "Search of 16 May")
                        + row(2, "Query", "bridge")
                        + row(4, "Headline", "Body")
                        + row(5, "a", "One."))
                .bytes();
        TableReadings readings = TableReadings.ofXlsx(bytes);

        assertThat(readings.addresses()).containsExactly("news.xlsx:5");
        assertThat(readings.notices()).last().isEqualTo("rows above the headers in row 4 left out");
    }

    @Test
    void aWorkbookWithoutRowsIsSkippedWithThatReason() {
        assertThat(TableReadings.ofXlsx(Workbooks.of("").bytes()).why()).isEqualTo("empty: there is no row in it");
        assertThat(TableReadings.ofXlsx(
                                new Workbooks().sheet("a", "").sheet("b", "").bytes())
                        .why())
                .isEqualTo("empty: no visible sheet has a row");
        assertThat(TableReadings.ofXlsx(new Workbooks().bytes()).why()).contains("a workbook without a visible sheet");
    }

    @Test
    void cellsWithoutAPlaceFollowOneAnotherAndEmptyOnesMayBeMissing() {
        String rows = "<row><c t='inlineStr'><is><t>title</t></is></c><c t='inlineStr'><is><t>text</t></is></c></row>"
                + "<row><c r='B2' t='inlineStr'><is><t>One.</t></is></c></row><row/>"
                + "<row><c t='inlineStr'><is><t>b</t></is></c><c t='inlineStr'><is><t>Two.</t></is></c></row>";
        TableReadings readings = TableReadings.ofXlsx(Workbooks.of(rows).bytes());

        assertThat(readings.texts()).containsExactly("One.", "Two.");
        assertThat(readings.addresses()).containsExactly("news.xlsx:2", "news.xlsx:4");
    }

    @Test
    void manyStringsAreKeptOutsideOfMemory() {
        Random random = new Random(7);
        StringBuilder strings = new StringBuilder("<si><t>text</t></si>");
        StringBuilder rows = new StringBuilder("<row r='1'><c r='A1' t='s'><v>0</v></c></row>");
        int count = 2000;
        for (int i = 1; i <= count; i++) {
            strings.append("<si><t>")
                    .append(i)
                    .append(" ")
                    .append("é wörd ".repeat(500))
                    .append("</t></si>");
            rows.append("<row r='%d'><c r='A%d' t='s'><v>%d</v></c></row>"
                    .formatted(i + 1, i + 1, 1 + random.nextInt(count)));
        }
        TableReadings readings = TableReadings.ofXlsx(
                Workbooks.of(rows.toString()).strings(strings.toString()).bytes());
        Random again = new Random(7);

        assertThat(readings.articles()).hasSize(count);
        for (Article article : readings.articles()) {
            assertThat(article.text().value())
                    .startsWith((1 + again.nextInt(count)) + " é wörd")
                    .hasSizeGreaterThan(3500);
        }
    }

    @Test
    void aStringThatIsNotThereIsEmpty() {
        String rows = HEADER
                + "<row r='2'><c r='C2' t='s'><v>2147483647</v></c></row><row r='3'><c r='C3' t='s'><v>x</v></c></row>"
                + "<row r='4'><c r='A4' t='s'><v>0</v></c></row>";
        TableReadings readings = TableReadings.ofXlsx(
                Workbooks.of(rows).strings("<si><t>a</t></si>").bytes());

        assertThat(readings.whys()).containsExactly("no text: the cell of column 'text' is empty");
    }

    @Test
    void anEncryptedOrOlderWorkbookSaysWhatToDo() {
        byte[] ole = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
        byte[] encrypted = Arrays.copyOf(ole, 4096);
        byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, encrypted, 1024, name.length);

        assertThat(TableReadings.ofXlsx(encrypted).why())
                .isEqualTo("cannot be read: an encrypted workbook: open it with its password and save it without one");
        assertThat(TableReadings.ofXlsx(Arrays.copyOf(ole, 4096)).why())
                .isEqualTo("cannot be read: a workbook of an older kind (.xls): save it as .xlsx or CSV");
    }

    @Test
    void aBrokenWorkbookSaysSo() {
        byte[] bytes = Workbooks.of(HEADER).bytes();

        assertThat(TableReadings.ofXlsx(Arrays.copyOf(bytes, bytes.length / 2)).why())
                .contains("its ZIP is cut off");
        assertThat(TableReadings.ofXlsx("text".getBytes(StandardCharsets.UTF_8)).why())
                .contains("not a workbook");
        assertThat(TableReadings.ofXlsx(new byte[0]).why()).contains("not a workbook");
        assertThat(TableReadings.ofXlsx(new Workbooks()
                                .sheet("a", HEADER)
                                .part("xl/workbook.xml", "<a")
                                .bytes())
                        .why())
                .contains("not well-formed XML");
        assertThat(TableReadings.ofXlsx(Workbooks.of(HEADER)
                                .part("xl/worksheets/sheet1.xml", "")
                                .bytes())
                        .why())
                .contains("not well-formed XML");
        assertThat(TableReadings.ofXlsx(Workbooks.of(HEADER)
                                .part("xl/_rels/workbook.xml.rels", "<R/>")
                                .bytes())
                        .why())
                .contains("without a visible sheet");
        assertThat(TableReadings.ofXlsx(Workbooks.of(HEADER + row(2, "a", "b", "One.") + "<row r='3'>")
                                .bytes())
                        .glance())
                .containsExactly("One.", "<news.xlsx>");
    }

    @Test
    void everyCutAndEveryFlippedByteEndsInAReason() {
        byte[] bytes = Workbooks.of(HEADER + row(2, "a", "b", "One."))
                .strings("<si><t>x</t></si>")
                .styles(Map.of(14, ""))
                .bytes();
        Random random = new Random(3);
        for (int i = 0; i < 400; i++) {
            byte[] broken = bytes.clone();
            for (int flips = 0; flips < 3; flips++) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            }
            assertThat(TableReadings.ofXlsx(broken).outcomes()).isNotEmpty();
        }
    }

    @Test
    void placesBeyondASheetAreRefused() {
        assertThat(TableReadings.ofXlsx(Workbooks.of(HEADER + "<row r='2'><c r='ZZZZ2'><v>1</v></c></row>")
                                .bytes())
                        .why())
                .contains("beyond column XFD");
        assertThat(TableReadings.ofXlsx(
                                Workbooks.of(HEADER + "<row r='9999999'/>").bytes())
                        .why())
                .contains("a row beyond");
    }

    @Test
    void entitiesAreNeverReplaced() {
        String bomb = "<!DOCTYPE a [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>]>";
        byte[] bytes = Workbooks.of("")
                .part(
                        "xl/worksheets/sheet1.xml",
                        bomb + "<worksheet><sheetData>" + HEADER + row(2, "a", "b", "&b;") + "</sheetData></worksheet>")
                .bytes();

        assertThat(TableReadings.ofXlsx(bytes).texts()).containsExactly("&b;");
    }

    @Test
    void aBombIsReadAsAStreamAndItsGiantCellLeftOut() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] block = "x".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.write("<workbook xmlns:r='r'><sheets><sheet name='a' r:id='1'/></sheets></workbook>"
                    .getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("xl/_rels/workbook.xml.rels"));
            zip.write(
                    "<R><Relationship Id='1' Type='/worksheet' Target='a.xml'/><Relationship Id='2' Type='/sharedStrings' Target='s.xml'/></R>"
                            .getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("xl/a.xml"));
            zip.write(("<worksheet><sheetData>" + HEADER + "<row r='2'><c r='C2' t='inlineStr'><is><t>")
                    .getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 64; i++) {
                zip.write(block);
            }
            zip.write(("</t></is></c></row><row r='3'><c r='C3' t='s'><v>0</v></c></row>" + row(4, "a", "b", "One.")
                            + "</sheetData></worksheet>")
                    .getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("xl/s.xml"));
            zip.write("<sst><si><t>".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 64; i++) {
                zip.write(block);
            }
            zip.write("</t></si></sst>".getBytes(StandardCharsets.UTF_8));
        }
        TableReadings readings = TableReadings.ofXlsx(out.toByteArray());

        assertThat(readings.glance()).containsExactly("<news.xlsx:2>", "<news.xlsx:3>", "One.");
        assertThat(readings.whys()).allMatch(why -> why.startsWith("a text of more than 1 MiB"));
    }

    @Test
    void oneTextInEveryRowIsABomb() {
        StringBuilder rows = new StringBuilder(HEADER);
        for (int i = 2; i < 500; i++) {
            rows.append("<row r='%d'><c r='C%d' t='s'><v>0</v></c></row>".formatted(i, i));
        }
        TableReadings readings = TableReadings.ofXlsx(Workbooks.of(rows.toString())
                .strings("<si><t>" + "x".repeat(1_100_000) + "</t></si>")
                .bytes());

        assertThat(readings.whys()).hasSizeBetween(50, 100).last().asString().contains("repeat its texts");
    }

    @Test
    void aRowOfManyLongCellsIsLeftOutAlone() {
        String cell = "<c t='inlineStr'><is><t>" + "x".repeat(1_000_000) + "</t></is></c>";
        TableReadings readings = TableReadings.ofXlsx(
                Workbooks.of(HEADER + "<row r='2'>" + cell.repeat(10) + "</row>" + row(3, "a", "b", "One."))
                        .bytes());

        assertThat(readings.glance()).containsExactly("<news.xlsx:2>", "One.");
        assertThat(readings.why()).contains("together");
    }

    private static String dated(String serial, int style) {
        return "<row r='2'><c r='A2' t='inlineStr'><is><t>a</t></is></c><c r='B2' s='%d'><v>%s</v></c><c r='C2' t='inlineStr'><is><t>One.</t></is></c></row>"
                .formatted(style, serial);
    }

    private static TableOptions sheet(String name) {
        return new TableOptions(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(name),
                Optional.empty());
    }

    private static long temporary() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("onrecord-")
                            && file.toString().matches(".*\\.(xlsx|strings|starts)"))
                    .count();
        }
    }
}
