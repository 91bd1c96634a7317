package io.onrecord.exchange.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.CsvWriter.CsvWriterRecord;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.NumberOutput;

/**
 * CSV: RFC 4180 but for the line breaks, which are those of Unix; UTF-8, the columns named in the first line. A cell that is absent
 * is empty, empty words are {@code ""}.
 *
 * <p>Spreadsheets take words that begin with {@code = + - @}, a tab or a line break for a formula. The option {@code
 * spreadsheetSafe} puts an apostrophe before such words, and before such words that begin with apostrophes already, so that taking
 * one away from each brings back what was written.
 */
public final class CsvRows implements TableFormat {

    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\\t\\r\\n].*", Pattern.DOTALL);

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public String about() {
        return "a table for programs; for a spreadsheet take xlsx, or what keeps it from formulas";
    }

    @Override
    public List<String> endings() {
        return List.of(".csv");
    }

    @Override
    public Rows open(Table table, OutputStream out, ExportOptions options) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        if (options.byteOrderMark()) {
            writer.write('\ufeff');
        }
        CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .quoteStrategy(QuoteStrategies.EMPTY)
                .build(writer);
        csv.writeRecord(table.columns().stream().map(Column::name).toList());
        return new Lines(table, csv, writer, options.spreadsheetSafe());
    }

    /** Whether a spreadsheet would take words for a formula, or words that were kept from that. */
    static boolean isRisky(String words) {
        return FORMULA.matcher(words).matches();
    }

    /** The lines. */
    private static final class Lines implements Rows {

        private final Table table;
        private final CsvWriter csv;
        private final Writer out;
        private final boolean safe;
        private long risky;

        Lines(Table table, CsvWriter csv, Writer out, boolean safe) {
            this.table = table;
            this.csv = csv;
            this.out = out;
            this.safe = safe;
        }

        @Override
        public void add(Row row) throws IOException {
            try {
                CsvWriterRecord line = csv.writeRecord();
                for (int i = 0; i < table.columns().size(); i++) {
                    line.writeField(field(row.cells().get(i)));
                }
                line.endRecord();
            } catch (UncheckedIOException e) {
                // FastCSV's own; who exports is told of what became of the file.
                throw e.getCause();
            }
        }

        private @Nullable String field(Cell cell) {
            if (cell instanceof Cell.Text text) {
                return words(text.value());
            }
            if (cell instanceof Cell.Whole whole) {
                return Long.toString(whole.value());
            }
            if (cell instanceof Cell.Real real) {
                return number(real.value());
            }
            return cell instanceof Cell.Flag flag ? Boolean.toString(flag.value()) : null;
        }

        private String words(String value) {
            if (!isRisky(value)) {
                return value;
            }
            risky++;
            return safe ? "'" + value : value;
        }

        @Override
        public void finish() throws IOException {
            csv.flush();
            out.flush();
        }

        @Override
        public String note() {
            return risky == 0 || safe
                    ? ""
                    : risky + (risky == 1 ? " cell begins" : " cells begin")
                            + " like a formula: open the file in a spreadsheet only if it was written with"
                            + " --spreadsheet-safe, or take --format xlsx";
        }

        @Override
        public void close() {
            // Nothing is held that would have to go; the stream is the caller's.
        }
    }

    /** In digits alone, the same on every JDK. */
    private static String number(double value) {
        return new BigDecimal(NumberOutput.toString(value, true)).toPlainString();
    }
}
