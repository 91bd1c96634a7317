package io.onrecord.cli;

import io.onrecord.Onrecord;
import io.onrecord.Records;
import io.onrecord.corrections.Differences;
import io.onrecord.exchange.DifferencesJson;
import io.onrecord.model.Article;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Outcome;
import io.onrecord.store.Store;
import io.onrecord.store.StoreException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads kept texts again, and shows what that changes. */
@Command(
        name = "reread",
        header = "Read the kept texts again with this version and model, and show what changes.",
        description = {
            "",
            "Shows for each article which statements are new or gone, or have another speaker, stance or other words, and"
                    + " which corrections would come loose; then the sums. Nothing is changed until --take puts the new"
                    + " records in the place of the old ones. Corrections stay in any case. With --take, what an"
                    + " interrupted run has taken is not read again.",
            ""
        },
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        footer = {
            "",
            "Examples:",
            "  onrecord reread",
            "  onrecord reread --model new.onnx --outlet \"Avenia Post\"",
            "  onrecord reread --take"
        })
final class RereadCommand implements Callable<Integer> {

    /** How results are written. */
    enum Format {
        text,
        jsonl
    }

    private final Console console;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            paramLabel = "ARTICLE",
            arity = "0..1",
            description = "The address of one article, or the end of it that no other has (all).")
    private Optional<String> article = Optional.empty();

    @Option(names = "--outlet", paramLabel = "NAME", description = "Articles of an outlet, to the character.")
    private Optional<String> outlet = Optional.empty();

    @Option(
            names = "--since",
            paramLabel = "DAY",
            converter = DayConverter.First.class,
            description = "Published on this day or later (2024-05-16, 2024-05 or 2024).")
    private Optional<LocalDate> since = Optional.empty();

    @Option(
            names = "--until",
            paramLabel = "DAY",
            converter = DayConverter.Last.class,
            description = "Published on this day or earlier.")
    private Optional<LocalDate> until = Optional.empty();

    @Option(names = "--take", description = "Put the new records in the place of the old ones.")
    private boolean take;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text for people, jsonl (an article a line) for programs (${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private Format format;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write to a file, which appears when the run has finished.")
    private Optional<Path> output = Optional.empty();

    @Option(
            names = {"-q", "--quiet"},
            description = "No progress or sums.")
    private boolean quiet;

    @Mixin
    private final ModelOptions model = new ModelOptions();

    @Mixin
    private final KnownNames names = new KnownNames();

    @Mixin
    private final StoreOption stored = new StoreOption();

    RereadCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (output.isPresent()
                && stored.file()
                        .filter(file -> OutputFile.isSame(output.get(), file))
                        .isPresent()) {
            throw new ParameterException(spec.commandLine(), "--store and -o name the same file: give each its own");
        }
        try (Store store = stored.open();
                Onrecord onrecord = model.open(names.gazetteer())) {
            Optional<String> address = article.map(new Chosen(store)::address);
            Run run = new Run(store, onrecord, record -> isWanted(record, address));
            if (output.isEmpty()) {
                run.all(console::write);
            } else {
                try (OutputFile file = OutputFile.create(output.get())) {
                    run.all(file::write);
                    file.finish();
                }
            }
            return run.end();
        } catch (StoreException e) {
            throw new CommandException(String.valueOf(e.getMessage()), e);
        }
    }

    private boolean isWanted(ArticleRecord record, Optional<String> address) {
        Article one = record.article();
        if (address.isPresent() && !one.address().equals(address.get())
                || outlet.isPresent() && !one.metadata().outlet().equals(outlet)) {
            return false;
        }
        if (since.isEmpty() && until.isEmpty()) {
            return true;
        }
        // Of a month or year the days that it may mean count: what may be meant is taken.
        Optional<String> published = one.metadata().published().map(value -> value.value());
        return published.isPresent()
                && since.filter(day -> isBefore(published.get(), day)).isEmpty()
                && until.filter(day -> isAfter(published.get(), day)).isEmpty();
    }

    private static boolean isBefore(String published, LocalDate day) {
        String prefix = published.substring(0, Math.min(published.length(), 10));
        return prefix.compareTo(day.toString().substring(0, prefix.length())) < 0;
    }

    private static boolean isAfter(String published, LocalDate day) {
        String prefix = published.substring(0, Math.min(published.length(), 10));
        return prefix.compareTo(day.toString().substring(0, prefix.length())) > 0;
    }

    /** Sums of a run. */
    private static final class Sums {
        private long articles;
        private long other;
        private long added;
        private long gone;
        private long speakers;
        private long stances;
        private long spans;
        private long same;
        private long loosened;
        private long skipped;
        private long already;

        void add(Differences differences) {
            articles++;
            other += differences.isEmpty() ? 0 : 1;
            added += differences.added().size();
            gone += differences.gone().size();
            speakers += count(differences, Differences.What.SPEAKER);
            stances += count(differences, Differences.What.STANCE);
            spans += count(differences, Differences.What.SPANS);
            same += differences.same();
            loosened += differences.loosened().size();
        }

        private static long count(Differences differences, Differences.What what) {
            return differences.changed().stream()
                    .filter(one -> one.what().contains(what))
                    .count();
        }

        String words() {
            return articles + (articles == 1 ? " article" : " articles") + " read again, " + other + " with changes: "
                    + added + " statements new, " + gone + " gone, " + speakers + " with another speaker, " + stances
                    + " with another stance, " + spans + " with other words, " + same + " as before; " + loosened
                    + (loosened == 1 ? " corrected statement" : " corrected statements") + " would come loose"
                    + (already > 0 ? "; " + already + " had been read so before" : "")
                    + (skipped > 0 ? "; " + skipped + " skipped" : "");
        }
    }

    /** One run over the store. */
    private final class Run {

        private final Store store;
        private final Onrecord onrecord;
        private final Function<ArticleRecord, Boolean> wanted;
        private final Sums sums = new Sums();
        /** Records whose articles are being read, by the ids of these: as many as are worked on ahead. */
        private final Map<String, ArticleRecord> before = new HashMap<>();

        Run(Store store, Onrecord onrecord, Function<ArticleRecord, Boolean> wanted) {
            this.store = store;
            this.onrecord = onrecord;
            this.wanted = wanted;
        }

        void all(Consumer<String> sink) {
            long total = store.counts().articles();
            Waiting waiting = new Waiting();
            Progress progress = new Progress(console, !quiet, OptionalLong.of(total));
            try (Records records = onrecord.readAll(waiting)) {
                while (records.hasNext()) {
                    Outcome<ArticleRecord> outcome = records.next();
                    if (outcome instanceof Outcome.Kept<ArticleRecord> kept) {
                        one(kept.value(), text -> {
                            progress.clear();
                            sink.accept(text);
                        });
                    } else if (outcome instanceof Outcome.Skipped<ArticleRecord> skipped) {
                        progress.clear();
                        console.skipped(skipped);
                        sums.skipped++;
                    }
                    progress.update(sums.articles, "", waiting.seen - records.underWay());
                }
            }
            progress.clear();
        }

        private void one(ArticleRecord now, Consumer<String> sink) {
            ArticleRecord then =
                    Objects.requireNonNull(before.remove(now.article().id()), "an article that was read");
            Differences differences = Differences.between(
                    then, now, store.corrections(now.article().id()));
            sums.add(differences);
            if (!differences.isEmpty()) {
                sink.accept(
                        format == Format.jsonl
                                ? DifferencesJson.write(now, differences) + "\n"
                                : new DifferencesText(Style.of(Style.When.auto, console)).of(now, differences));
            }
            if (take) {
                store.put(now);
            }
        }

        Integer end() {
            if (!quiet) {
                console.say(sums.words());
                if (!take && sums.articles > 0) {
                    console.say("nothing was changed; --take puts the new records in the place of the old ones");
                }
            }
            return sums.skipped > 0 ? ExitCode.SKIPPED : ExitCode.OK;
        }

        /** The articles to be read, one after the other. */
        private final class Waiting implements Iterator<Outcome<Article>> {

            private final Iterator<ArticleRecord> records = store.records();
            private @Nullable ArticleRecord next;
            private long seen;

            @Override
            public boolean hasNext() {
                while (next == null && records.hasNext()) {
                    ArticleRecord record = records.next();
                    seen++;
                    if (record.producer().equals(onrecord.producer())) {
                        sums.already += wanted.apply(record) ? 1 : 0;
                    } else if (wanted.apply(record)) {
                        next = record;
                    }
                }
                return next != null;
            }

            @Override
            public Outcome<Article> next() {
                if (!hasNext() || next == null) {
                    throw new NoSuchElementException("no more articles");
                }
                ArticleRecord record = next;
                next = null;
                before.put(record.article().id(), record);
                return new Outcome.Kept<>(record.article());
            }
        }
    }
}
