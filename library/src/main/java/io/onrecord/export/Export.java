package io.onrecord.export;

import io.onrecord.exchange.export.ExportFormat;
import io.onrecord.exchange.export.ExportItem;
import io.onrecord.exchange.export.ExportOptions;
import io.onrecord.exchange.export.Exporter;
import io.onrecord.exchange.export.FolderFormat;
import io.onrecord.exchange.export.RecordFormat;
import io.onrecord.exchange.export.RecordTable;
import io.onrecord.exchange.export.Row;
import io.onrecord.exchange.export.Subject;
import io.onrecord.exchange.export.Table;
import io.onrecord.exchange.export.TableFormat;
import io.onrecord.exchange.export.UnfitRecordException;
import io.onrecord.model.Outcome;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/**
 * One export: from a source to a destination, one article in memory at a time. For one thread, and for one run.
 */
public final class Export {

    private final ExportFormat format;
    private final Subject subject;
    private final ExportOptions options;
    private final ExportListener listener;
    private long articles;
    private long statements;
    private long rows;
    private long skipped;

    /** @param subject that the format can hold */
    public Export(ExportFormat format, Subject subject, ExportOptions options, ExportListener listener) {
        if (!format.subjects().contains(subject)) {
            throw new IllegalArgumentException(format.name() + " cannot hold " + subject);
        }
        this.format = format;
        this.subject = subject;
        this.options = options;
        this.listener = listener;
    }

    /**
     * Exports articles.
     *
     * @throws IOException if the destination cannot be written
     */
    public Written items(Iterator<Outcome<ExportItem>> source, Destination destination) throws IOException {
        try (Exporter exporter = exporter(destination)) {
            while (source.hasNext()) {
                Outcome<ExportItem> outcome = source.next();
                if (outcome instanceof Outcome.Kept<ExportItem> kept) {
                    outcome = added(kept, exporter);
                }
                if (outcome instanceof Outcome.Skipped<ExportItem> skip) {
                    skip(skip);
                }
                listener.progress(articles, skipped);
            }
            return ended(exporter::finish, exporter::note);
        }
    }

    /**
     * Exports rows of a table, whatever they are made of.
     *
     * @param all one by one
     * @param made gives the rows of one of them
     * @throws IOException if the destination cannot be written
     */
    public <T> Written rows(Table table, Iterator<T> all, Function<T, List<Row>> made, Destination destination)
            throws IOException {
        if (!(format instanceof TableFormat tables)) {
            throw new IllegalStateException(format.name() + " takes no rows");
        }
        try (TableFormat.Rows writer = tables.open(table, destination.out(), options)) {
            while (all.hasNext()) {
                try {
                    for (Row row : made.apply(all.next())) {
                        writer.add(row);
                        rows++;
                    }
                } catch (UnfitRecordException e) {
                    skip(new Outcome.Skipped<>(table.name(), Outcome.Stage.WRITING, String.valueOf(e.getMessage())));
                }
            }
            writer.finish();
            return new Written(articles, statements, rows, skipped, writer.note());
        }
    }

    /** Writes an end. */
    private interface Ending {
        void write() throws IOException;
    }

    private Written ended(Ending ending, java.util.function.Supplier<String> note) throws IOException {
        Written written = new Written(articles, statements, rows, skipped, "");
        if (written.isNothing()) {
            return written;
        }
        ending.write();
        return new Written(articles, statements, rows, skipped, note.get());
    }

    private Outcome<ExportItem> added(Outcome.Kept<ExportItem> kept, Exporter exporter) throws IOException {
        try {
            exporter.add(kept.value());
            articles++;
            statements += kept.value().statements().size();
            return kept;
        } catch (UnfitRecordException e) {
            return new Outcome.Skipped<>(
                    kept.value().record().article().address(), Outcome.Stage.WRITING, String.valueOf(e.getMessage()));
        }
    }

    private void skip(Outcome.Skipped<?> skip) {
        listener.skipped(skip);
        skipped++;
    }

    private Exporter exporter(Destination destination) throws IOException {
        if (format instanceof FolderFormat folders) {
            return folders.open(subject, destination.folder(), options);
        }
        if (format instanceof RecordFormat records) {
            return records.open(subject, destination.out(), options);
        }
        RecordTable table = RecordTable.of(subject, options);
        return new RowsOfRecords(table, ((TableFormat) format).open(table.table(), destination.out(), options));
    }

    /** Makes rows of records. */
    private static final class RowsOfRecords implements Exporter {

        private final RecordTable table;
        private final TableFormat.Rows rows;

        RowsOfRecords(RecordTable table, TableFormat.Rows rows) {
            this.table = table;
            this.rows = rows;
        }

        @Override
        public void add(ExportItem item) throws IOException {
            // All rows of an article are made before the first is written.
            for (Row row : table.rows(item)) {
                rows.add(row);
            }
        }

        @Override
        public void finish() throws IOException {
            rows.finish();
        }

        @Override
        public String note() {
            return rows.note();
        }

        @Override
        public void close() throws IOException {
            rows.close();
        }
    }
}
