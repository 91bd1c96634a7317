package io.onrecord.reading.table;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of one table, from the first on. */
interface Rows extends Closeable {

    /**
     * The next row, or null at the end.
     *
     * @throws IOException if the table cannot be read on
     */
    @Nullable
    Row next() throws IOException;

    /** Whether each row has as many cells as the header: spreadsheets leave out empty ones, CSV does not. */
    boolean wide();
}
