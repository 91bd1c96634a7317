package io.onrecord.exchange.export;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * XLSX: a sheet of rows under a header that stays in sight, more sheets where there are more rows than one takes, and a last sheet
 * that says what the workbook is. Words are words, never formulas. Dates are text, since many are a month or a year.
 *
 * <p>A cell takes 32,767 characters: longer words are cut, end with a mark that says so, and are counted in the last sheet. Characters
 * that XML has no form for become U+FFFD and are counted, too; line breaks become those of Unix.
 */
public final class XlsxRows implements TableFormat {

    /** What a sheet takes, its header left out. */
    private static final int SHEET_ROWS = Worksheet.MAX_ROWS - 1;

    /** UTF-16 units. */
    private static final int CELL = 32_767;

    private static final String CUT = " …[cut; whole in csv, jsonl and parquet]";

    private final int sheetRows;

    public XlsxRows() {
        this(SHEET_ROWS);
    }

    /** For tests, which need not write a million rows. */
    XlsxRows(int sheetRows) {
        this.sheetRows = sheetRows;
    }

    @Override
    public String name() {
        return "xlsx";
    }

    @Override
    public String about() {
        return "a workbook for Excel, LibreOffice, Numbers";
    }

    @Override
    public List<String> endings() {
        return List.of(".xlsx");
    }

    @Override
    public boolean isBinary() {
        return true;
    }

    @Override
    public Rows open(Table table, OutputStream out, ExportOptions options) {
        return new Book(table, out, options, sheetRows);
    }

    /** The workbook. */
    private static final class Book implements Rows {

        /** Rows that the library holds until they are written. */
        private static final int HELD = 200;

        private static final double WIDE = 40;
        private static final double NARROW = 14;
        private static final String VERSION = "01.0000";

        private final Table table;
        private final ExportOptions options;
        private final int sheetRows;
        private final Workbook book;
        private @Nullable Worksheet sheet;
        private int sheets;
        private int row;
        private long rows;
        private long cut;
        private long unfit;

        Book(Table table, OutputStream out, ExportOptions options, int sheetRows) {
            this.table = table;
            this.options = options;
            this.sheetRows = sheetRows;
            this.book = new Workbook(new Open(out), "Onrecord", VERSION);
        }

        @Override
        public void add(Row values) throws IOException {
            Worksheet current = sheet();
            for (int i = 0; i < values.cells().size(); i++) {
                write(current, i, values.cells().get(i));
            }
            rows++;
            if (row % HELD == 0) {
                current.flush();
            }
        }

        /** The sheet with its next row begun. */
        private Worksheet sheet() throws IOException {
            if (sheet == null || row == sheetRows) {
                end();
                sheet = begin();
                row = 0;
            }
            row++;
            return sheet;
        }

        private Worksheet begin() {
            sheets++;
            Worksheet begun = book.newWorksheet(sheets == 1 ? table.name() : table.name() + " " + sheets);
            for (int i = 0; i < table.columns().size(); i++) {
                Column column = table.columns().get(i);
                begun.inlineString(0, i, column.name());
                begun.width(i, column.name().endsWith("content") ? WIDE : NARROW);
            }
            begun.range(0, 0, 0, table.columns().size() - 1).style().bold().set();
            begun.freezePane(0, 1);
            return begun;
        }

        private void end() throws IOException {
            if (sheet != null) {
                sheet.setAutoFilter(0, 0, row, table.columns().size() - 1);
                sheet.finish();
            }
        }

        private void write(Worksheet to, int column, Cell cell) {
            if (cell instanceof Cell.Text text) {
                to.inlineString(row, column, fitted(text.value()));
            } else if (cell instanceof Cell.Whole whole) {
                to.value(row, column, whole.value());
            } else if (cell instanceof Cell.Real real) {
                to.value(row, column, real.value());
            } else if (cell instanceof Cell.Flag flag) {
                to.value(row, column, flag.value());
            }
        }

        private String fitted(String words) {
            String clean = clean(words);
            if (clean.length() <= CELL) {
                return clean;
            }
            cut++;
            int end = CELL - CUT.length();
            return clean.substring(0, Character.isHighSurrogate(clean.charAt(end - 1)) ? end - 1 : end) + CUT;
        }

        private String clean(String words) {
            boolean unix = words.indexOf('\r') < 0;
            if (unix && words.chars().allMatch(Book::isXml)) {
                return words;
            }
            StringBuilder out = new StringBuilder(words.length());
            boolean lost = false;
            for (char c : words.replace("\r\n", "\n").replace('\r', '\n').toCharArray()) {
                boolean fits = isXml(c);
                lost |= !fits;
                out.append(fits ? c : '\ufffd');
            }
            unfit += lost ? 1 : 0;
            return out.toString();
        }

        /** Whether XML 1.0 has a UTF-16 unit; pairs of surrogates it has. */
        private static boolean isXml(int c) {
            return c >= ' ' && c != 0xFFFE && c != 0xFFFF || c == '\t' || c == '\n' || c == '\r';
        }

        @Override
        public void finish() throws IOException {
            if (sheet == null) {
                sheet = begin();
            }
            end();
            about();
            book.finish();
        }

        private void about() throws IOException {
            Worksheet about = book.newWorksheet("about");
            ExportOptions.Origin origin = options.origin();
            int line = 0;
            line = pair(about, line, "What", table.name() + ", a row each, as Onrecord recorded them");
            line = pair(about, line, "Version", origin.version());
            line = pair(about, line, "From", String.join(", ", origin.sources()));
            for (var filter : origin.filters().entrySet()) {
                line = pair(about, line, filter.getKey(), filter.getValue());
            }
            about.value(line, 1, rows);
            line = pair(about, line, "Rows");
            about.value(line, 1, cut);
            line = pair(about, line, "Cells cut at 32,767 characters");
            about.value(line, 1, unfit);
            line = pair(about, line, "Cells with characters a workbook cannot hold, replaced by \ufffd");
            line++;
            about.range(line, 0, line, 1).style().bold().set();
            line = pair(about, line, "Column", "What it says");
            for (Column column : table.columns()) {
                line = pair(about, line, column.name(), column.about());
            }
            about.width(0, WIDE);
            about.width(1, 2 * WIDE);
            about.finish();
        }

        private int pair(Worksheet about, int line, String name, String value) {
            about.inlineString(line, 1, fitted(value));
            return pair(about, line, name);
        }

        private static int pair(Worksheet about, int line, String name) {
            about.inlineString(line, 0, name);
            return line + 1;
        }

        @Override
        public String note() {
            if (cut + unfit == 0) {
                return "";
            }
            return cut + " cells were cut at 32,767 characters and " + unfit
                    + " have characters replaced that a workbook cannot hold; csv, jsonl and parquet have them whole";
        }

        @Override
        public void close() {
            // The library would write the end, and without all rows the file is of no use.
        }
    }

    /** The stream of the caller, which stays open when the library closes it. */
    private static final class Open extends FilterOutputStream {

        Open(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            out.flush();
        }
    }
}
