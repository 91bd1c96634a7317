package io.onrecord.reading.table;

import java.util.List;
import java.util.Optional;

/**
 * One row as it was read.
 *
 * @param number from 1, as a spreadsheet shows it
 * @param cells from the first column on; what is beyond the last is empty
 * @param fault why the row cannot be used
 */
record Row(long number, List<String> cells, Optional<String> fault) {

    Row {
        cells = List.copyOf(cells);
    }

    Row(long number, List<String> cells) {
        this(number, cells, Optional.empty());
    }

    static Row faulty(long number, String why) {
        return new Row(number, List.of(), Optional.of(why));
    }

    String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }

    boolean isBlank() {
        return fault.isEmpty() && cells.stream().allMatch(String::isBlank);
    }

    /** Characters in all cells, and one for each. */
    long size() {
        return cells.size() + cells.stream().mapToLong(String::length).sum();
    }
}
