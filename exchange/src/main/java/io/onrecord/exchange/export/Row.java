package io.onrecord.exchange.export;

import java.util.List;

/**
 * A row of a table.
 *
 * @param cells one for each column, of its type or absent
 */
public record Row(List<Cell> cells) {
    public Row {
        cells = List.copyOf(cells);
    }
}
