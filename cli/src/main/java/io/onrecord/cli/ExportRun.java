package io.onrecord.cli;

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
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** One export: from a source to a file, which is there when all of it is written. For one thread. */
final class ExportRun {

    /** A file of the wrong kind may hold a million lines that are no records. */
    private static final long SKIPS_SHOWN = 100;

    private final Console console;
    private final boolean quiet;
    private final ExportFormat format;
    private final Subject subject;
    private final Optional<Path> output;
    private final ExportOptions options;
    private long articles;
    private long statements;
    private long skipped;

    ExportRun(
            Console console,
            boolean quiet,
            ExportFormat format,
            Subject subject,
            Optional<Path> output,
            ExportOptions options) {
        this.console = console;
        this.quiet = quiet;
        this.format = format;
        this.subject = subject;
        this.output = output;
        this.options = options;
    }

    /**
     * Exports articles.
     *
     * @return the exit code
     */
    int items(ExportSource source) {
        try (ExportTarget target = target();
                Exporter exporter = exporter(target)) {
            feed(source, exporter);
            if (articles == 0 && skipped > 0) {
                console.say("nothing could be exported: " + skips());
                return ExitCode.FAILED;
            }
            exporter.finish();
            target.finish();
            tell(exporter.note(), summary(source.looked()));
            return skipped > 0 ? ExitCode.SKIPPED : ExitCode.OK;
        } catch (IOException e) {
            throw unwritten(e);
        }
    }

    /**
     * Exports what goes over articles.
     *
     * @param all one by one
     * @param rows of one of them
     * @return the exit code
     */
    <T> int rows(Table table, Iterator<T> all, Function<T, List<Row>> rows) {
        try (ExportTarget target = target();
                TableFormat.Rows writer = ((TableFormat) format).open(table, target.out(), options)) {
            long written = 0;
            while (all.hasNext()) {
                try {
                    for (Row row : rows.apply(all.next())) {
                        writer.add(row);
                        written++;
                    }
                } catch (UnfitRecordException e) {
                    skip(new Outcome.Skipped<>(table.name(), Outcome.Stage.WRITING, String.valueOf(e.getMessage())));
                }
            }
            writer.finish();
            target.finish();
            tell(writer.note(), written + (written == 1 ? " row of " : " rows of ") + table.name());
            return skipped > 0 ? ExitCode.SKIPPED : ExitCode.OK;
        } catch (IOException e) {
            throw unwritten(e);
        }
    }

    private void feed(ExportSource source, Exporter exporter) throws IOException {
        Progress progress = new Progress(
                console, !quiet, source.total() > 0 ? OptionalLong.of(source.total()) : OptionalLong.empty());
        while (source.hasNext()) {
            Outcome<ExportItem> outcome = source.next();
            if (outcome instanceof Outcome.Kept<ExportItem> kept) {
                outcome = added(kept, exporter);
            }
            if (outcome instanceof Outcome.Skipped<ExportItem> skip) {
                progress.clear();
                skip(skip);
            }
            progress.update(articles, skips(), source.done());
        }
        progress.clear();
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
        if (skipped < SKIPS_SHOWN) {
            console.skipped(skip);
        } else if (skipped == SKIPS_SHOWN) {
            console.say("more is skipped, which is counted but not named");
        }
        skipped++;
    }

    private String skips() {
        return skipped == 0 ? "" : skipped + " skipped";
    }

    private String summary(long looked) {
        if (articles == 0) {
            return looked == 0
                    ? "there is nothing to export yet"
                    : "nothing passes the filters; " + looked + (looked == 1 ? " article was" : " articles were")
                            + " looked at";
        }
        return statements + (statements == 1 ? " statement" : " statements") + " of " + articles
                + (articles == 1 ? " article" : " articles") + (skipped == 0 ? "" : ", " + skips());
    }

    private void tell(String note, String summary) {
        if (!quiet) {
            if (!note.isEmpty()) {
                console.say(note);
            }
            console.say(
                    "exported " + summary + output.map(file -> " to " + file).orElse(""));
        }
    }

    private CommandException unwritten(IOException problem) {
        return new CommandException(
                output.map(file -> file + " cannot be written: " + Reasons.of(problem)
                                + "; nothing is left of it: make room or name another file, and export again")
                        .orElse("standard output cannot be written: " + Reasons.of(problem)),
                problem);
    }

    private Exporter exporter(ExportTarget target) throws IOException {
        if (format instanceof FolderFormat folders) {
            return folders.open(subject, target.folder(), options);
        }
        if (format instanceof RecordFormat records) {
            return records.open(subject, target.out(), options);
        }
        RecordTable table = RecordTable.of(subject, options);
        return new RowsOfRecords(table, ((TableFormat) format).open(table.table(), target.out(), options));
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

    private ExportTarget target() {
        if (output.isEmpty()) {
            return new ExportPipe(console.out());
        }
        return format instanceof FolderFormat ? ExportFolder.create(output.get()) : ExportFile.create(output.get());
    }
}
