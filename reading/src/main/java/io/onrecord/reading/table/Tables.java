package io.onrecord.reading.table;

import io.onrecord.reading.item.Item;
import io.onrecord.reading.item.ItemArticles;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads tables whose rows are articles. A row's address is its URL, else its id, else {@code file.csv:17} with the number
 * that a spreadsheet shows. What is wrong with one row leaves out that row.
 */
public final class Tables {

    /** What is looked at to tell the delimiter, in characters. */
    private static final int HEAD = 1 << 16;

    private Tables() {}

    /**
     * The articles of a table, a row in memory at a time, but for the first thousand rows (or four million characters),
     * by which its columns are told.
     *
     * @param longest most bytes, or characters, of one article
     * @param notices what was guessed, and what was left out of many rows
     * @throws IOException if the item cannot be read, or is no such table
     */
    public static ItemArticles open(
            Item item, TableKind kind, TableOptions options, int longest, Consumer<String> notices) throws IOException {
        if (longest < 1 || longest > 1 << 28) {
            throw new IllegalArgumentException("the limit for one article lies between 1 and 256 MiB, not " + longest);
        }
        return switch (kind) {
            case CSV, TSV -> csv(item, kind, options, longest, notices);
            case XLSX -> Workbook.open(item, options, longest, notices);
        };
    }

    private static ItemArticles csv(
            Item item, TableKind kind, TableOptions options, int longest, Consumer<String> notices) throws IOException {
        Optional<Charset> charset = item.known().charset();
        CsvLines lines = new CsvLines(new Decoder(item.bytes(), charset, notices), CsvRows.longestLine(longest));
        String first = lines.peek();
        Optional<Character> said = first == null ? Optional.empty() : Delimiters.said(first);
        if (said.isPresent()) {
            lines.next();
        }
        String head = head(lines);
        Optional<Character> sure = options.delimiter()
                .or(() -> said)
                .or(() -> kind == TableKind.TSV ? Optional.of('\t') : Optional.empty());
        char delimiter = sure.isPresent() ? sure.get() : Delimiters.guess(head, longest);
        if (sure.isEmpty() && delimiter != ',') {
            notices.accept("cells parted by " + name(delimiter) + " (guessed); --delimiter says otherwise");
        }
        Rows rows = new CsvRows(
                lines, delimiter, longest, Delimiters.width(head, delimiter, longest), said.isPresent() ? 1 : 0);
        String origin = kind == TableKind.TSV ? "tsv" : "csv";
        return new TableArticles(item.address(), item.known().metadata(), origin, rows, options, longest, notices);
    }

    /** The first lines, which are put back. */
    private static String head(CsvLines lines) throws IOException {
        List<String> taken = new ArrayList<>();
        StringBuilder head = new StringBuilder();
        String line = lines.next();
        while (line != null) {
            taken.add(line);
            head.append(line, 0, Math.min(line.length(), HEAD));
            line = head.length() >= HEAD ? null : lines.next();
        }
        for (int i = taken.size() - 1; i >= 0; i--) {
            lines.putBack(taken.get(i));
        }
        return head.toString();
    }

    private static String name(char delimiter) {
        return switch (delimiter) {
            case ';' -> "semicolons";
            case '\t' -> "tabs";
            case '|' -> "bars";
            default -> "'" + delimiter + "'";
        };
    }
}
