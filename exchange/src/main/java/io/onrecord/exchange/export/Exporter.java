package io.onrecord.exchange.export;

import java.io.IOException;

/** Takes what is exported, article by article. For one thread. */
public interface Exporter extends AutoCloseable {

    /**
     * Writes what the format has of one article.
     *
     * @throws UnfitRecordException if the format cannot hold it; nothing of it has been written, and others
     *     can follow
     * @throws IOException if the file cannot be written
     */
    void add(ExportItem item) throws IOException;

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
