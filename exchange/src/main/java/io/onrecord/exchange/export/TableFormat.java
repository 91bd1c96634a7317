package io.onrecord.exchange.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumSet;
import java.util.Set;

/** A format that takes any table, row by row. */
public non-sealed interface TableFormat extends ExportFormat {

    /** Takes the rows. For one thread; the stream stays open. */
    interface Rows extends AutoCloseable {

        /**
         * Writes a row.
         *
         * @param row has a cell for each column of the table
         */
        void add(Row row) throws IOException;

        /** Writes the end; without it the file is not whole. */
        void finish() throws IOException;

        /** Something to tell the user about what was written; empty where there is nothing. */
        default String note() {
            return "";
        }

        /** Lets go of what was held. */
        @Override
        void close() throws IOException;
    }

    /** Everything but whole records. */
    @Override
    default Set<Subject> subjects() {
        return EnumSet.complementOf(EnumSet.of(Subject.RECORDS));
    }

    /**
     * Begins.
     *
     * @param out is not closed, neither by this nor by what is returned
     */
    Rows open(Table table, OutputStream out, ExportOptions options) throws IOException;
}
