package io.onrecord.exchange.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** A format of several files: a folder, or a ZIP file that has them. */
public non-sealed interface FolderFormat extends ExportFormat {

    /** Where the files go. For one thread. */
    interface Folder {

        /**
         * A new file. It is written until it is closed; one at a time.
         *
         * @param name with {@code /} between the names of folders, which are made; letters, digits, {@code . _ -} alone
         * @throws IOException if it is there already or cannot be made
         */
        OutputStream file(String name) throws IOException;
    }

    @Override
    default List<String> endings() {
        return List.of();
    }

    /**
     * Begins.
     *
     * @param subject one of {@link #subjects}
     */
    Exporter open(Subject subject, Folder folder, ExportOptions options) throws IOException;
}
