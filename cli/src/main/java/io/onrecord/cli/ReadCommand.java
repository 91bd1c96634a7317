package io.onrecord.cli;

import io.onrecord.Onrecord;
import io.onrecord.Records;
import io.onrecord.model.Article;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Outcome;
import io.onrecord.reading.Articles;
import io.onrecord.reading.Notice;
import io.onrecord.speakers.Gazetteer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Reads articles and writes their records, in the order of the input. */
@Command(
        name = "read",
        header = "Read articles and print who said what, in which words.",
        description = {
            "",
            "Takes web pages and addresses, feeds, plain text, JSON Lines (id or url, text; title, published, outlet,"
                    + " authors), archives (WARC, WACZ, ZIP, tar, gzip, zstd), documents (PDF, DOCX, ODT, RTF, EPUB,"
                    + " mail), exports of news databases, tables (CSV, TSV, XLSX) and agency formats (NewsML-G2, NITF,"
                    + " ninjs). A folder is read with its folders, in the order of names.",
            ""
        },
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        footer = {
            "",
            "Examples:",
            "  onrecord read examples",
            "  onrecord read https://press.example/harbour-talks",
            "  onrecord read --outlet 'The Ellery Courier' --published 2026-03-14 article.txt",
            "  onrecord read --format jsonl -o records.jsonl --report report.jsonl crawl.warc.gz articles.xlsx",
            "  cat article.txt | onrecord read -"
        })
final class ReadCommand implements Callable<Integer> {

    private final Console console;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final InputOptions input = new InputOptions();

    @Mixin
    private final GivenMetadata given = new GivenMetadata();

    @Mixin
    private final ModelOptions model = new ModelOptions();

    @Mixin
    private final KnownNames names = new KnownNames();

    @Mixin
    private final RecordOptions records = new RecordOptions();

    @Mixin
    private final Keeping keeping = new Keeping();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write to a file, which appears when the run has finished.")
    private Optional<Path> output = Optional.empty();

    @Option(
            names = "--resume",
            description =
                    "Go on with an interrupted run: skip what the output file already has (with -o and jsonl), or the"
                            + " store (without).")
    private boolean resume;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Write what became of every input: each one that was skipped with stage and reason, and the"
                    + " counts (JSON Lines).")
    private Optional<Path> reportFile = Optional.empty();

    private @Nullable Report report;

    ReadCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        checkOptions();
        Gazetteer known = names.gazetteer();
        try (Articles articles = input.open(console, this::reported);
                Onrecord onrecord = model.open(known);
                Keeping.Kept store = keeping.open(message -> input.note(console, message))) {
            if (reportFile.isPresent()) {
                report = Report.begin(reportFile.get(), onrecord.producer(), input.names(), Clock.systemUTC());
            }
            Tally tally = output.isPresent()
                    ? toFile(output.get(), articles, onrecord, store)
                    : toConsole(articles, onrecord, store);
            if (report != null) {
                report.end(tally);
            }
            summarise(tally, store);
            return tally.exitCode();
        } finally {
            if (report != null) {
                report.close();
            }
        }
    }

    private void reported(Notice notice) {
        if (report != null && notice.kind() != Notice.Kind.LAYOUT) {
            report.notice(notice.address(), notice.message());
        }
    }

    private void checkOptions() {
        if (resume && (output.isEmpty() ? !keeping.wanted() : !records.areJson())) {
            throw new ParameterException(
                    spec.commandLine(), "--resume needs an output file of records, -o FILE --format jsonl, or a store");
        }
        output.ifPresent(file -> input.checkOutput(file, OutputFile.partial(file)));
        reportFile.ifPresent(file -> {
            input.checkOutput(file, OutputFile.partial(file));
            if (output.filter(out -> OutputFile.isOver(out, file) || OutputFile.isOver(file, out))
                    .isPresent()) {
                throw new ParameterException(
                        spec.commandLine(), "--report and -o name the same file: give each its own");
            }
        });
        given.check();
        records.check();
        keeping.check();
        checkStore("-o", output);
        checkStore("--report", reportFile);
    }

    private void checkStore(String option, Optional<Path> written) {
        if (written.isPresent()
                && keeping.file()
                        .filter(file -> OutputFile.isOver(written.get(), file))
                        .isPresent()) {
            throw new ParameterException(
                    spec.commandLine(), "--store and " + option + " name the same file: give each its own");
        }
    }

    private Tally toConsole(Articles articles, Onrecord onrecord, Keeping.Kept store) {
        SkipDone fresh = new SkipDone(articles, article -> resume && store.holds(article, onrecord.producer()));
        Tally tally = write(articles, fresh, onrecord, store, console::write);
        tally.alreadyWritten(fresh.skipped());
        return tally;
    }

    private Tally toFile(Path file, Articles articles, Onrecord onrecord, Keeping.Kept store) {
        try (OutputFile out = opened(file);
                WrittenRecords written = WrittenRecords.of(out.partial(), records.json(), onrecord.producer())) {
            if (written.count() > 0) {
                input.note(console, "going on after what an earlier run has written");
            }
            SkipDone fresh = new SkipDone(articles, new WrittenOrder(written));
            Thread farewell = new Thread(() -> console.say("\nstopped; what was read is in " + out.partial()
                    + (records.areJson() ? ": the same command with --resume goes on from there" : "")));
            Runtime.getRuntime().addShutdownHook(farewell);
            Tally tally;
            try {
                tally = write(articles, fresh, onrecord, store, out::write);
            } finally {
                Runtime.getRuntime().removeShutdownHook(farewell);
            }
            tally.alreadyWritten(fresh.skipped());
            if (tally.exitCode() != ExitCode.FAILED) {
                out.finish();
            }
            return tally;
        }
    }

    private OutputFile opened(Path file) {
        if (resume) {
            return OutputFile.resume(file);
        }
        return records.areJson() ? OutputFile.createResumable(file) : OutputFile.create(file);
    }

    private Tally write(
            Articles progressOf,
            Iterator<Outcome<Article>> articles,
            Onrecord onrecord,
            Keeping.Kept store,
            Consumer<String> sink) {
        Tally tally = new Tally();
        Progress progress = new Progress(console, !input.quiet(), progressOf.bytesTotal());
        RecordOptions.Writer writer = records.writer(console, output.isPresent());
        try (Records all = onrecord.readAll(given.with(articles))) {
            while (all.hasNext()) {
                Outcome<ArticleRecord> outcome = all.next();
                if (outcome instanceof Outcome.Kept<ArticleRecord> kept) {
                    outcome = store.writeAfter(kept.value(), writer, sink);
                }
                if (outcome instanceof Outcome.Kept<ArticleRecord> kept) {
                    tally.read(kept.value().statements().size());
                } else if (outcome instanceof Outcome.Skipped<ArticleRecord> skipped) {
                    progress.clear();
                    input.skipped(console, skipped, tally.skippedCount());
                    if (report != null) {
                        report.skipped(skipped);
                    }
                    tally.skipped(skipped.stage());
                }
                long out = tally.inputs();
                // What has been pulled but is still worked on is not done yet.
                long done = Math.round(progressOf.bytesRead() * ((double) out / (out + all.underWay())));
                progress.update(tally.read(), tally.skips(), done);
            }
        }
        progress.clear();
        return tally;
    }

    private void summarise(Tally tally, Keeping.Kept store) {
        if (input.quiet()) {
            return;
        }
        if (tally.inputs() != 1 || tally.skippedCount() > 0) {
            console.say(tally.summary());
        }
        store.summary().ifPresent(console::say);
    }
}
