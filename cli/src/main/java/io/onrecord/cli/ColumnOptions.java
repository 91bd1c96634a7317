package io.onrecord.cli;

import io.onrecord.reading.table.TableOptions;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where in a table what is; what is not said is guessed from headers and cells, and the guess is said. */
final class ColumnOptions {

    @Option(names = "--text-column", paramLabel = "COLUMN", description = "The article's text.")
    private Optional<String> text = Optional.empty();

    @Option(names = "--title-column", paramLabel = "COLUMN", description = "Its headline.")
    private Optional<String> title = Optional.empty();

    @Option(names = "--date-column", paramLabel = "COLUMN", description = "When it was published.")
    private Optional<String> date = Optional.empty();

    @Option(names = "--outlet-column", paramLabel = "COLUMN", description = "Who published it.")
    private Optional<String> outlet = Optional.empty();

    @Option(names = "--author-column", paramLabel = "COLUMN", description = "Its by-line.")
    private Optional<String> author = Optional.empty();

    @Option(names = "--address-column", paramLabel = "COLUMN", description = "Its URL.")
    private Optional<String> address = Optional.empty();

    @Option(names = "--id-column", paramLabel = "COLUMN", description = "Its id, where there is no URL.")
    private Optional<String> id = Optional.empty();

    @Option(
            names = "--sheet",
            paramLabel = "NAME",
            description = "The sheet of a workbook, by name or number from 1; without it all are read.")
    private Optional<String> sheet = Optional.empty();

    @Option(names = "--delimiter", paramLabel = "CHAR", description = "What parts the cells of CSV; tab for a tab.")
    private Optional<String> delimiter = Optional.empty();

    /** @throws IllegalArgumentException if the delimiter is none */
    TableOptions options() {
        return new TableOptions(
                text, title, date, outlet, author, address, id, sheet, delimiter.map(ColumnOptions::one));
    }

    private static char one(String delimiter) {
        if (delimiter.equals("tab") || delimiter.equals("\\t")) {
            return '\t';
        }
        if (delimiter.length() != 1) {
            throw new IllegalArgumentException("one character parts cells, or the word tab, not '" + delimiter + "'");
        }
        return delimiter.charAt(0);
    }
}
