package io.onrecord.cli;

import io.onrecord.Onrecord;
import io.onrecord.Records;
import io.onrecord.exchange.RecordFormatException;
import io.onrecord.exchange.RecordJson;
import io.onrecord.model.Article;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Outcome;
import io.onrecord.reading.Articles;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
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
            "Takes plain text and JSON Lines (id or url, text; title, published, outlet, authors). A folder is read"
                    + " with its folders, in the order of names.",
            ""
        },
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        footer = {
            "",
            "Examples:",
            "  onrecord read examples",
            "  onrecord read --format jsonl -o records.jsonl articles.jsonl",
            "  cat article.txt | onrecord read -"
        })
final class ReadCommand implements Callable<Integer> {

    /** How results are written. */
    enum Format {
        text,
        jsonl
    }

    private final Console console;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final InputOptions input = new InputOptions();

    @Mixin
    private final ModelOptions model = new ModelOptions();

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            defaultValue = "text",
            description =
                    "text for people, jsonl for programs: one record a line, format onrecord/1 (${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private Format format;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write to a file, which appears when the run has finished.")
    private Optional<Path> output = Optional.empty();

    @Option(
            names = "--resume",
            description = "Go on with an interrupted run: skip what the output file already has (with -o and jsonl).")
    private boolean resume;

    @Option(names = "--with-text", description = "Put the article's text into each record (jsonl).")
    private boolean withText;

    @Option(
            names = "--offsets",
            paramLabel = "UNIT",
            defaultValue = "codepoint",
            description = "What start and end count: codepoint or utf16 (${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private OffsetUnit offsets;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            defaultValue = "auto",
            description = "Colour in text: auto, always or never (${DEFAULT-VALUE}: on a terminal).")
    @SuppressWarnings("NullAway.Init")
    private Style.When colour;

    /** The units by the names that files use. */
    enum OffsetUnit {
        codepoint(RecordJson.Offsets.CODE_POINT),
        utf16(RecordJson.Offsets.UTF16);

        private final RecordJson.Offsets offsets;

        OffsetUnit(RecordJson.Offsets offsets) {
            this.offsets = offsets;
        }
    }

    ReadCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        checkOptions();
        try (Articles articles = input.open(console);
                Onrecord onrecord = model.open()) {
            Tally tally = output.isPresent()
                    ? toFile(output.get(), articles, onrecord)
                    : write(articles, articles, onrecord, console::write);
            summarise(tally);
            return tally.exitCode();
        }
    }

    private void checkOptions() {
        if (resume && (output.isEmpty() || format != Format.jsonl)) {
            throw new ParameterException(
                    spec.commandLine(), "--resume needs an output file of records: -o FILE --format jsonl");
        }
        output.ifPresent(file -> input.checkOutput(file, OutputFile.partial(file)));
        if (withText && format != Format.jsonl) {
            throw new ParameterException(spec.commandLine(), "--with-text needs --format jsonl");
        }
    }

    private Tally toFile(Path file, Articles articles, Onrecord onrecord) {
        try (OutputFile out = resume ? OutputFile.resume(file) : OutputFile.create(file)) {
            Map<String, Integer> done =
                    resume ? WrittenRecords.ids(out.partial(), jsonOptions(), onrecord.producer()) : Map.of();
            if (!done.isEmpty()) {
                input.note(console, "going on after what an earlier run has written");
            }
            SkipDone fresh = new SkipDone(articles, done);
            Thread farewell = new Thread(() -> console.say("\nstopped; what was read is in " + out.partial()
                    + (format == Format.jsonl ? ": the same command with --resume goes on from there" : "")));
            Runtime.getRuntime().addShutdownHook(farewell);
            Tally tally;
            try {
                tally = write(articles, fresh, onrecord, out::write);
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

    private Tally write(Articles progressOf, Iterator<Outcome<Article>> articles, Onrecord onrecord, Sink sink) {
        Tally tally = new Tally();
        Progress progress = new Progress(console, !input.quiet(), progressOf.bytesTotal());
        Writer writer = writer();
        try (Records records = onrecord.readAll(articles)) {
            while (records.hasNext()) {
                Outcome<ArticleRecord> outcome = records.next();
                if (outcome instanceof Outcome.Kept<ArticleRecord> kept) {
                    outcome = written(kept.value(), writer, sink);
                }
                if (outcome instanceof Outcome.Kept<ArticleRecord> kept) {
                    tally.read(kept.value().statements().size());
                } else if (outcome instanceof Outcome.Skipped<ArticleRecord> skipped) {
                    progress.clear();
                    input.skipped(console, skipped, tally.skippedCount());
                    tally.skipped();
                }
                long out = tally.inputs();
                // What has been pulled but is still worked on is not done yet.
                long done = progressOf.bytesRead() * out / (out + records.underWay());
                progress.update(tally.read(), tally.skippedCount(), done);
            }
        }
        progress.clear();
        return tally;
    }

    /** A record that cannot be put into words of the format is skipped like any other bad input. */
    private static Outcome<ArticleRecord> written(ArticleRecord record, Writer writer, Sink sink) {
        String text;
        try {
            text = writer.of(record);
        } catch (RecordFormatException e) {
            return new Outcome.Skipped<>(
                    record.article().address(), Outcome.Stage.WRITING, String.valueOf(e.getMessage()));
        }
        sink.write(text);
        return new Outcome.Kept<>(record);
    }

    private Writer writer() {
        if (format == Format.text) {
            boolean toFile = output.isPresent();
            Listing listing = new Listing(toFile ? Style.PLAIN : Style.of(colour, console), console.width());
            return listing::of;
        }
        RecordJson json = new RecordJson(jsonOptions());
        return record -> json.write(record) + "\n";
    }

    private RecordJson.Options jsonOptions() {
        return new RecordJson.Options(withText, offsets.offsets);
    }

    private void summarise(Tally tally) {
        if (!input.quiet() && (tally.inputs() != 1 || tally.skippedCount() > 0)) {
            console.say(tally.summary());
        }
    }

    private interface Sink {
        void write(String text);
    }

    private interface Writer {
        String of(ArticleRecord record);
    }
}
