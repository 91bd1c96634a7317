package io.onrecord.exchange.export;

import java.io.IOException;
import java.io.OutputStream;

/** A format that is one file, made of records. */
public non-sealed interface RecordFormat extends ExportFormat {

    /**
     * Begins.
     *
     * @param subject one of {@link #subjects}
     * @param out is not closed, neither by this nor by what is returned
     */
    Exporter open(Subject subject, OutputStream out, ExportOptions options) throws IOException;
}
