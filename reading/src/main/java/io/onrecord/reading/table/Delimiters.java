package io.onrecord.reading.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What parts the cells of a CSV file, told from its first lines. */
final class Delimiters {

    private static final char[] CANDIDATES = {',', ';', '\t', '|'};

    /** Rows that are compared. */
    private static final int ROWS = 50;

    /** Fewer rows, or fewer cells, may be a text of one column that has a comma in each line. */
    private static final int FEWEST_TITLED = 5;

    private static final int TITLED_CELLS = 3;

    private Delimiters() {}

    /** What a first line such as {@code sep=;} says, which spreadsheet programs write for one another. */
    static Optional<Character> said(String line) {
        String said = line.strip();
        boolean tab = line.startsWith("sep=\t");
        if (tab) {
            return Optional.of('\t');
        }
        return said.length() == 5 && said.startsWith("sep=") ? Optional.of(said.charAt(4)) : Optional.empty();
    }

    /**
     * The candidate that gives most rows as many cells as the first; of several, the one that gives more cells. A comma
     * if there is none: then each line is one cell.
     */
    static char guess(String head, int longest) {
        char best = ',';
        double most = 0;
        for (boolean titled : new boolean[] {false, true}) {
            for (char candidate : CANDIDATES) {
                List<Integer> widths = widths(head, candidate, longest);
                double score = titled && titled(widths) ? 1 : score(widths);
                if (score > most) {
                    most = score;
                    best = candidate;
                }
            }
        }
        return best;
    }

    /**
     * Cells of a row, told from the first rows; -1 if those of the first are. Some exports begin with a line that says what
     * they are, above the headers.
     */
    static int width(String head, char delimiter, int longest) {
        List<Integer> widths = widths(head, delimiter, longest);
        return titled(widths) ? widths.get(widths.size() - 1) : -1;
    }

    /** Whether a line or a few of one cell stand above rows that all have as many others. */
    private static boolean titled(List<Integer> widths) {
        if (widths.size() < FEWEST_TITLED) {
            return false;
        }
        int last = widths.get(widths.size() - 1);
        long same = widths.stream().filter(width -> width == last).count();
        return widths.get(0) == 1 && last >= TITLED_CELLS && 10 * same >= 8L * widths.size();
    }

    private static double score(List<Integer> widths) {
        if (widths.isEmpty() || widths.get(0) < 2) {
            return 0;
        }
        long same = widths.stream().filter(widths.get(0)::equals).count();
        double share = (double) same / widths.size();
        // A comma in every sentence gives cells, too, but not the same number of them.
        return share < 0.5 ? 0 : share * share * (1 + Math.log(widths.get(0)));
    }

    private static List<Integer> widths(String head, char candidate, int longest) {
        List<Integer> widths = new ArrayList<>();
        CsvReader.CsvReaderBuilder parser =
                CsvRows.parser(candidate, longest).skipEmptyLines(true).allowUnclosedQuote(true);
        try (CsvReader<CsvRecord> reader = parser.ofCsvRecord(head)) {
            for (CsvRecord record : reader) {
                widths.add(record.getFieldCount());
                if (widths.size() == ROWS) {
                    return widths;
                }
            }
        } catch (CsvParseException | IOException | UncheckedIOException e) {
            return widths;
        }
        // The last row of a piece may be cut.
        return widths.size() > 2 ? widths.subList(0, widths.size() - 1) : widths;
    }
}
