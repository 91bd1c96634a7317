package io.onrecord.cli;

import io.onrecord.Onrecord;
import io.onrecord.Records;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Outcome;
import io.onrecord.reading.ArticleReader;
import io.onrecord.reading.Articles;
import io.onrecord.reading.item.Item;
import io.onrecord.reading.web.Arrival;
import io.onrecord.reading.web.Fetcher;
import io.onrecord.reading.web.Refused.Reason;
import io.onrecord.reading.web.WatchOptions;
import io.onrecord.reading.web.Watcher;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Watches feeds and writes the record of each new article. */
@Command(
        name = "watch",
        header = "Watch feeds and print who said what in each new article.",
        description = {
            "",
            "Looks at RSS, Atom and JSON feeds from time to time, fetches the page of every new entry, and writes its"
                    + " record. robots.txt is obeyed, and a host is left alone between two requests. What was read is"
                    + " remembered in a file, so that the same command goes on after it was stopped or killed: no entry"
                    + " is missing. One that was under way when it was killed comes again: printed twice, kept once"
                    + " in the store and with -o.",
            ""
        },
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        footer = {
            "",
            "Examples:",
            "  onrecord watch https://press.example/feed.xml",
            "  onrecord watch --once --format jsonl -o news.jsonl https://press.example/feed.xml"
        })
final class WatchCommand implements Callable<Integer> {

    private final Console console;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "FEED", arity = "1..*", description = "Addresses of feeds (https://…).")
    @SuppressWarnings("NullAway.Init")
    private List<String> feeds;

    @Mixin
    private final ReadingFlags flags = new ReadingFlags();

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
            description = "Append to a file of records, which may be there already (with jsonl).")
    private Optional<Path> output = Optional.empty();

    @Option(
            names = "--state",
            paramLabel = "FILE",
            defaultValue = "onrecord-watch.json",
            description = "What was read already (${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private Path state;

    @Option(names = "--once", description = "Look at each feed once, read what is new, and end.")
    private boolean once;

    @Option(
            names = "--interval",
            paramLabel = "MINUTES",
            description = "Between two looks at a feed that does not say itself how long it keeps (15).")
    private Optional<Integer> minutes = Optional.empty();

    WatchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        checkOptions();
        Tally tally = new Tally();
        Optional<String> kept;
        try (Fetcher fetcher = new Fetcher(flags.options().fetching())) {
            feeds.forEach(feed -> checkAddress(fetcher, feed));
            kept = watch(fetcher, tally);
        } catch (IOException e) {
            throw new CommandException("watching ended: " + Reasons.of(e), e);
        }
        if (!flags.quiet()) {
            console.say(tally.summary());
            kept.ifPresent(console::say);
        }
        return tally.inputs() == 0 ? ExitCode.OK : tally.exitCode();
    }

    /** What can never be fetched is no feed to wait for. */
    private void checkAddress(Fetcher fetcher, String feed) {
        fetcher.objection(feed)
                .filter(refused -> refused.reason() == Reason.ADDRESS || refused.reason() == Reason.PRIVATE)
                .ifPresent(refused -> {
                    throw new ParameterException(
                            spec.commandLine(), Chosen.shown(feed) + " cannot be watched: " + refused.why());
                });
    }

    private Optional<String> watch(Fetcher fetcher, Tally tally) throws IOException {
        try (Watcher watcher = Watcher.open(feeds, state, options(), fetcher);
                Onrecord onrecord = model.open(names.gazetteer());
                Keeping.Kept store = keeping.open(message -> flags.note(console, message))) {
            if (!once) {
                flags.note(
                        console,
                        "watching " + (feeds.size() == 1 ? "1 feed" : feeds.size() + " feeds")
                                + "; Ctrl-C ends it, and the same command goes on");
            }
            Watch watch = new Watch(watcher, onrecord, store, records.writer(console, false), tally);
            if (output.isPresent()) {
                try (GrowingFile file = GrowingFile.open(output.get())) {
                    watch.run((record, text) -> append(file, record, text));
                }
            } else {
                watch.run((record, text) -> console.write(text));
            }
            return store.summary();
        }
    }

    /** A record may have been written just before the process ended, and the entry be given out once more. */
    private static void append(GrowingFile file, ArticleRecord record, String text) {
        if (!file.hadLast(record.article().id())) {
            file.write(text);
        }
    }

    private void checkOptions() {
        records.check();
        keeping.check();
        if (output.isPresent() && !records.areJson()) {
            throw new ParameterException(spec.commandLine(), "-o appends records: give --format jsonl, too");
        }
        if (output.filter(out -> OutputFile.isSame(out, state)).isPresent()) {
            throw new ParameterException(spec.commandLine(), "-o and --state name the same file: give each its own");
        }
        if (keeping.file().filter(file -> OutputFile.isSame(state, file)).isPresent()) {
            throw new ParameterException(
                    spec.commandLine(), "--store and --state name the same file: give each its own");
        }
    }

    private WatchOptions options() {
        WatchOptions options = WatchOptions.DEFAULT.withOnce(once);
        if (minutes.isEmpty()) {
            return options;
        }
        if (minutes.get() < 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Invalid value for option '--interval': at least a minute, not " + minutes.get());
        }
        return options.withInterval(Duration.ofMinutes(minutes.get()));
    }

    /** Where records go. */
    @FunctionalInterface
    private interface Sink {
        void write(ArticleRecord record, String text);
    }

    /** All that one watch works with. */
    private final class Watch {

        private final Watcher watcher;
        private final Onrecord onrecord;
        private final Keeping.Kept store;
        private final RecordOptions.Writer writer;
        private final Tally tally;

        Watch(Watcher watcher, Onrecord onrecord, Keeping.Kept store, RecordOptions.Writer writer, Tally tally) {
            this.watcher = watcher;
            this.onrecord = onrecord;
            this.store = store;
            this.writer = writer;
            this.tally = tally;
        }

        void run(Sink sink) throws IOException {
            for (Arrival arrival = watcher.next(); arrival != null; arrival = watcher.next()) {
                if (arrival.outcome() instanceof Outcome.Kept<Item> kept) {
                    read(kept.value(), sink);
                } else if (arrival.outcome() instanceof Outcome.Skipped<Item> skipped) {
                    skip(skipped);
                }
                // Only now: whatever ends the process before gives the entry out again.
                watcher.acknowledge(arrival);
            }
        }

        private void read(Item item, Sink sink) {
            ArticleReader reader = new ArticleReader(flags.options());
            try (Articles articles = reader.open(item, notice -> flags.show(console, notice));
                    Records all = onrecord.readAll(articles)) {
                while (all.hasNext()) {
                    Outcome<ArticleRecord> outcome = all.next();
                    if (outcome instanceof Outcome.Kept<ArticleRecord> kept) {
                        outcome = written(kept.value(), sink);
                    }
                    if (outcome instanceof Outcome.Kept<ArticleRecord> kept) {
                        tally.read(kept.value().statements().size());
                    } else if (outcome instanceof Outcome.Skipped<ArticleRecord> skipped) {
                        skip(skipped);
                    }
                }
            }
        }

        private Outcome<ArticleRecord> written(ArticleRecord record, Sink sink) {
            return store.writeAfter(record, writer, text -> sink.write(record, text));
        }

        private void skip(Outcome.Skipped<?> skipped) {
            flags.skipped(console, skipped, tally.skippedCount());
            tally.skipped(skipped.stage());
        }
    }
}
