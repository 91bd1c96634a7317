package io.onrecord.cli;

import io.onrecord.exchange.export.ExportFormat;
import io.onrecord.exchange.export.ExportOptions;
import io.onrecord.exchange.export.FolderFormat;
import io.onrecord.exchange.export.Row;
import io.onrecord.exchange.export.Subject;
import io.onrecord.exchange.export.Table;
import io.onrecord.export.Export;
import io.onrecord.export.ExportListener;
import io.onrecord.export.ExportSource;
import io.onrecord.export.Written;
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
        Progress progress = new Progress(
                console, !quiet, source.total() > 0 ? OptionalLong.of(source.total()) : OptionalLong.empty());
        try (ExportTarget target = target()) {
            Written written = export(new ExportListener() {
                        @Override
                        public void skipped(Outcome.Skipped<?> skip) {
                            progress.clear();
                            skip(skip);
                        }

                        @Override
                        public void progress(long articles, long skips) {
                            progress.update(articles, skips(skips), source.done());
                        }
                    })
                    .items(source, target);
            progress.clear();
            if (written.isNothing()) {
                console.say("nothing could be exported: " + skips(written.skipped()));
                return ExitCode.FAILED;
            }
            target.finish();
            tell(written.note(), summary(written, source.looked()));
            return written.skipped() > 0 ? ExitCode.SKIPPED : ExitCode.OK;
        } catch (IOException e) {
            throw unwritten(e);
        }
    }

    /**
     * Exports what goes over articles.
     *
     * @param all one by one
     * @param made gives the rows of one of them
     * @return the exit code
     */
    <T> int rows(Table table, Iterator<T> all, Function<T, List<Row>> made) {
        try (ExportTarget target = target()) {
            Written written = export(new ExportListener() {
                        @Override
                        public void skipped(Outcome.Skipped<?> skip) {
                            skip(skip);
                        }

                        @Override
                        public void progress(long articles, long skips) {
                            // There are no articles.
                        }
                    })
                    .rows(table, all, made, target);
            target.finish();
            tell(written.note(), written.rows() + (written.rows() == 1 ? " row of " : " rows of ") + table.name());
            return written.skipped() > 0 ? ExitCode.SKIPPED : ExitCode.OK;
        } catch (IOException e) {
            throw unwritten(e);
        }
    }

    private Export export(ExportListener listener) {
        return new Export(format, subject, options, listener);
    }

    private void skip(Outcome.Skipped<?> skip) {
        if (skipped < SKIPS_SHOWN) {
            console.skipped(skip);
        } else if (skipped == SKIPS_SHOWN) {
            console.say("more is skipped, which is counted but not named");
        }
        skipped++;
    }

    private static String skips(long skipped) {
        return skipped == 0 ? "" : skipped + " skipped";
    }

    private static String summary(Written written, long looked) {
        long articles = written.articles();
        if (articles == 0) {
            return looked == 0
                    ? "there is nothing to export yet"
                    : "nothing passes the filters; " + looked + (looked == 1 ? " article was" : " articles were")
                            + " looked at";
        }
        return written.statements() + (written.statements() == 1 ? " statement" : " statements") + " of " + articles
                + (articles == 1 ? " article" : " articles")
                + (written.skipped() == 0 ? "" : ", " + skips(written.skipped()));
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

    private ExportTarget target() {
        if (output.isEmpty()) {
            return new ExportPipe(console.out());
        }
        return format instanceof FolderFormat ? ExportFolder.create(output.get()) : ExportFile.create(output.get());
    }
}
