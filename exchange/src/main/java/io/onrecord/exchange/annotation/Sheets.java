package io.onrecord.exchange.annotation;

import io.onrecord.exchange.export.ExportItem;
import io.onrecord.exchange.export.Exporter;
import io.onrecord.exchange.export.FolderFormat.Folder;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/** Writes the files of articles into a folder. An article that comes again is passed over. For one thread. */
final class Sheets implements Exporter {

    /** Writes the files of one sheet. */
    interface Files {
        void write(Folder folder, Sheet sheet) throws IOException;
    }

    /** Writes one file. */
    interface Content {
        void write(Writer out) throws IOException;
    }

    private final Folder folder;
    private final Pieces pieces;
    private final Files files;
    private final Set<String> names = new HashSet<>();

    Sheets(Folder folder, Pieces pieces, Files files) {
        this.folder = folder;
        this.pieces = pieces;
        this.files = files;
    }

    /** A file in UTF-8. */
    static void write(Folder folder, String name, Content content) throws IOException {
        try (Writer out = new BufferedWriter(new OutputStreamWriter(folder.file(name), StandardCharsets.UTF_8))) {
            content.write(out);
        }
    }

    @Override
    public void add(ExportItem item) throws IOException {
        for (Sheet sheet : Sheet.of(item, pieces)) {
            if (names.add(sheet.name())) {
                files.write(folder, sheet);
            }
        }
    }

    @Override
    public void finish() {
        // Every file is whole when the article is.
    }

    @Override
    public void close() {
        // The folder is the caller's.
    }
}
