package io.onrecord.reading.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.onrecord.reading.item.Wording;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rows of CSV. A quoted cell may go over lines; where its mark is not closed in good time, or the row that comes out is
 * none, the first line alone is faulty and reading goes on with the next: a stray mark does not swallow what follows.
 */
final class CsvRows implements Rows {

    /** Quoted cells go over this many characters at most, as a multiple of the longest article. */
    private static final int LOOK_AHEAD = 4;

    /** Nor over more lines. */
    private static final int MOST_LINES = 50_000;

    /** Each look ahead that was in vain costs time, so there are not many. */
    private static final int MOST_IN_VAIN = 100;

    private static final String BROKEN =
            "bytes that are no characters in the encoding of the file: save it as UTF-8 again, or give the encoding with"
                    + " --encoding NAME";

    private static final String BINARY = "binary data, not text: a cell holds zeros";

    private final CsvLines lines;
    private final char delimiter;
    private final int longest;
    private final CsvReader.CsvReaderBuilder parser;
    private int width;
    private long number;
    private int inVain;

    /**
     * @param longest most characters of an article
     * @param width cells of a row; -1 to take that of the first
     * @param before rows that were taken already
     */
    CsvRows(CsvLines lines, char delimiter, int longest, int width, int before) {
        this.width = width;
        this.number = before;
        this.lines = lines;
        this.delimiter = delimiter;
        this.longest = longest;
        this.parser = parser(delimiter, longest);
    }

    static int longestLine(int longest) {
        return LOOK_AHEAD * longest;
    }

    static CsvReader.CsvReaderBuilder parser(char delimiter, int longest) {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .quoteCharacter('"')
                .skipEmptyLines(false)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(Math.max(1 << 16, (LOOK_AHEAD + 1) * longest));
    }

    @Override
    public @Nullable Row next() throws IOException {
        String first = lines.next();
        if (first == null) {
            return null;
        }
        number++;
        if (first.length() > longestLine(longest)) {
            return Row.faulty(number, tooLong());
        }
        Quoting quoting = new Quoting(delimiter);
        quoting.read(first);
        if (!quoting.open()) {
            Row row = row(first);
            return row.fault().isEmpty() ? row : unquoted(first).orElse(row);
        }
        if (inVain >= MOST_IN_VAIN) {
            Optional<Row> row = unquoted(first);
            if (row.isPresent()) {
                return row.get();
            }
            throw new IOException("row " + number + ": quotation marks that open and do not close, more than "
                    + MOST_IN_VAIN + " times: export the table again with its cells quoted, or give what parts them"
                    + " with --delimiter");
        }
        return overLines(first, quoting);
    }

    @Override
    public boolean wide() {
        return true;
    }

    @Override
    public void close() {
        // Nothing was opened.
    }

    private Row overLines(String first, Quoting quoting) throws IOException {
        List<String> more = new ArrayList<>();
        StringBuilder record = new StringBuilder(first);
        while (quoting.open() && record.length() <= longestLine(longest) && more.size() < MOST_LINES) {
            String line = lines.next();
            if (line == null) {
                break;
            }
            more.add(line);
            record.append(line);
            quoting.read(line);
        }
        if (!quoting.open()) {
            Row row = row(record.toString());
            if (row.fault().isEmpty() || isOfACell(row.fault().get())) {
                return row;
            }
        }
        inVain++;
        for (int i = more.size() - 1; i >= 0; i--) {
            lines.putBack(more.get(i));
        }
        return unquoted(first)
                .orElseGet(() -> Row.faulty(
                        number,
                        "a quotation mark opens in it and is not closed where a cell ends: close it, or double the"
                                + " marks within a cell"));
    }

    /**
     * Where tabs part the cells, many programs quote none, and a mark is a character as any other: a line that is no row
     * with marks and is one without.
     */
    private Optional<Row> unquoted(String line) {
        if (delimiter != '\t' || width < 0) {
            return Optional.empty();
        }
        return Optional.of(checked(List.of(withoutEnd(line).split("\t", -1))))
                .filter(row -> row.fault().isEmpty());
    }

    /** Whether the bounds of a row with this fault are right all the same. */
    private boolean isOfACell(String fault) {
        return fault.equals(tooLong()) || fault.equals(BROKEN) || fault.equals(BINARY);
    }

    private String tooLong() {
        return "a cell of more than " + Wording.bytes(longest) + ", the limit for one article: split what is longer";
    }

    private Row row(String record) {
        try {
            String line = withoutEnd(record);
            List<String> cells =
                    line.isEmpty() ? List.of() : parser.ofSingleCsvRecord(line).getFields();
            return checked(cells);
        } catch (CsvParseException e) {
            return Row.faulty(
                    number,
                    "not as CSV is written: " + Wording.shown(String.valueOf(e.getMessage()))
                            + "; double the quotation marks within a quoted cell");
        }
    }

    private Row checked(List<String> cells) {
        if (cells.stream().allMatch(String::isBlank)) {
            return new Row(number, List.of());
        }
        if (width < 0) {
            width = cells.size();
        }
        List<String> used = cells;
        // Programs end lines with the delimiter, too.
        while (used.size() > width && used.get(used.size() - 1).isBlank()) {
            used = used.subList(0, used.size() - 1);
        }
        if (used.size() != width) {
            return Row.faulty(
                    number,
                    used.size() + (used.size() == 1 ? " cell" : " cells") + " where the table has " + width
                            + ": quote cells that hold a line break or '" + shown(delimiter) + "'");
        }
        for (String cell : used) {
            if (cell.length() > longest) {
                return Row.faulty(number, tooLong());
            }
            if (Decoder.isBroken(cell)) {
                return Row.faulty(number, BROKEN);
            }
            if (cell.indexOf('\0') >= 0) {
                return Row.faulty(number, BINARY);
            }
        }
        return new Row(number, used);
    }

    private static String shown(char delimiter) {
        return delimiter == '\t' ? "\\t" : String.valueOf(delimiter);
    }

    private static String withoutEnd(String record) {
        int end = record.length();
        while (end > 0 && (record.charAt(end - 1) == '\n' || record.charAt(end - 1) == '\r')) {
            end--;
        }
        return record.substring(0, end);
    }

    /** Follows quotation marks over lines, to tell where a row ends. */
    private static final class Quoting {

        private final char delimiter;
        private boolean open;
        private boolean justClosed;
        private boolean atStart = true;

        Quoting(char delimiter) {
            this.delimiter = delimiter;
        }

        boolean open() {
            return open;
        }

        void read(String line) {
            for (int i = 0; i < line.length(); i++) {
                char c = line.charAt(i);
                boolean closes = open && c == '"';
                // A doubled mark closes and opens again.
                open = open ? !closes : c == '"' && (atStart || justClosed);
                justClosed = closes;
                atStart = !open && (c == delimiter || c == '\n' || c == '\r');
            }
        }
    }
}
