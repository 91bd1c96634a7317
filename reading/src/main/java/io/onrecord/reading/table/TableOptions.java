package io.onrecord.reading.table;

import java.util.Optional;

/**
 * Where in a table what is. A column is given by its header, in any case, or by its number from 1; what is not given is
 * guessed from headers and cells, and the guess is said.
 *
 * @param textColumn the article's text
 * @param titleColumn its headline
 * @param dateColumn when it was published
 * @param outletColumn who published it
 * @param authorColumn its by-line; several with a semicolon or bar between them
 * @param addressColumn its URL
 * @param idColumn its id, which is its address where there is no URL
 * @param sheet name of a workbook's sheet, or its number from 1; without it all visible sheets are read
 * @param delimiter what parts the cells of CSV
 */
public record TableOptions(
        Optional<String> textColumn,
        Optional<String> titleColumn,
        Optional<String> dateColumn,
        Optional<String> outletColumn,
        Optional<String> authorColumn,
        Optional<String> addressColumn,
        Optional<String> idColumn,
        Optional<String> sheet,
        Optional<Character> delimiter) {

    /** Everything is guessed. */
    public static final TableOptions GUESSED = new TableOptions(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    public TableOptions {
        delimiter.ifPresent(c -> {
            if (c == '"' || c == '\n' || c == '\r' || Character.isLetterOrDigit(c)) {
                throw new IllegalArgumentException(
                        "'" + c + "' cannot part cells: take a comma, a semicolon, a tab or a bar");
            }
        });
    }

    Optional<String> column(Role role) {
        return switch (role) {
            case TEXT -> textColumn;
            case TITLE -> titleColumn;
            case DATE -> dateColumn;
            case OUTLET -> outletColumn;
            case AUTHOR -> authorColumn;
            case ADDRESS -> addressColumn;
            case ID -> idColumn;
        };
    }
}
