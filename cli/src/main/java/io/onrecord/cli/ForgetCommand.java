package io.onrecord.cli;

import io.onrecord.memory.IndexFolder;
import io.onrecord.memory.ProgressListener;
import io.onrecord.memory.Search;
import io.onrecord.model.Days;
import io.onrecord.search.IndexException;
import io.onrecord.store.Forgotten;
import io.onrecord.store.Selection;
import io.onrecord.store.Store;
import io.onrecord.store.StoreException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Deletes articles for good. */
@Command(
        name = "forget",
        header = "Delete articles for good, with all that was made of them.",
        description = {
            "",
            "Their records go, the corrections of their texts, and what was decided about their speakers. In a file the bytes"
                    + " are overwritten. Nothing brings them back.",
            ""
        },
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        footer = {
            "",
            "Examples:",
            "  onrecord forget https://press.example/harbour-talks",
            "  onrecord forget --outlet \"Avenia Post\" --dry-run",
            "  onrecord forget --before 2020-01-01 --yes"
        })
final class ForgetCommand implements Callable<Integer> {

    private final Console console;
    private final Clock clock;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            paramLabel = "ARTICLE",
            arity = "0..1",
            description = "An article in all its versions: its address, or the end of it that no other has.")
    private Optional<String> article = Optional.empty();

    @Option(names = "--outlet", paramLabel = "NAME", description = "All articles of an outlet, to the character.")
    private Optional<String> outlet = Optional.empty();

    @Option(
            names = "--before",
            paramLabel = "DATE",
            description = "What was published before a day (2024-05-16), month or year; without a date of publication,"
                    + " kept before it.")
    private Optional<String> before = Optional.empty();

    @Option(names = "--dry-run", description = "Say how much it would be, and delete nothing.")
    private boolean dryRun;

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask.")
    private boolean yes;

    @Mixin
    private final StoreOption stored = new StoreOption();

    @Option(
            names = "--index",
            paramLabel = "FOLDER",
            description = "Where the search index lies, if not beside the store: the words leave it, too.")
    private Optional<Path> folder = Optional.empty();

    ForgetCommand(Console console) {
        this(console, Clock.systemUTC());
    }

    ForgetCommand(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        long named = List.of(article, outlet, before).stream()
                .filter(Optional::isPresent)
                .count();
        if (named != 1) {
            throw misused("name what to forget: ARTICLE, --outlet NAME or --before DATE"
                    + (named > 1 ? ", one of them alone" : ""));
        }
        Optional<LocalDate> day = before.map(this::day);
        if (folder.filter(there -> !Files.isDirectory(there)).isPresent()) {
            throw new CommandException("there is no search index in " + folder.get()
                    + ": name the folder it lies in, or leave --index out; nothing was forgotten");
        }
        try (Store store = stored.open()) {
            return forget(store, selection(store, day));
        } catch (StoreException e) {
            throw new CommandException(String.valueOf(e.getMessage()), e);
        }
    }

    private Selection selection(Store store, Optional<LocalDate> day) {
        if (article.isPresent()) {
            return new Selection.Address(new Chosen(store).address(article.get()));
        }
        if (outlet.isPresent()) {
            List<String> outlets = store.outlets();
            if (!outlets.contains(outlet.get())) {
                String wanted = outlet.get().toLowerCase(Locale.ROOT);
                List<String> near = outlets.stream()
                        .filter(one -> one.toLowerCase(Locale.ROOT).contains(wanted)
                                || wanted.contains(one.toLowerCase(Locale.ROOT)))
                        .toList();
                List<String> shown = near.isEmpty() ? outlets : near;
                throw new CommandException("no article of the outlet '" + Chosen.shown(outlet.get()) + "' is kept in "
                        + store.name()
                        + (shown.isEmpty()
                                ? ""
                                : "; outlets are "
                                        + String.join(
                                                ", ",
                                                shown.stream()
                                                        .limit(8)
                                                        .map(Chosen::shown)
                                                        .toList())
                                        + (shown.size() > 8 ? ", …" : "")));
            }
            return new Selection.Outlet(outlet.get());
        }
        return new Selection.Before(day.orElseThrow());
    }

    private LocalDate day(String word) {
        LocalDate day;
        try {
            day = Days.of(word.strip()).first();
        } catch (DateTimeException e) {
            throw misused("Invalid value for option '--before': '" + Chosen.shown(word)
                    + "' is no day, month or year, such as 2024-05-16, 2024-05 or 2024");
        }
        LocalDate tomorrow = LocalDate.now(clock).plusDays(1);
        if (day.isAfter(tomorrow)) {
            throw misused("Invalid value for option '--before': " + day
                    + " lies in the future; all that is kept now was" + " published before " + tomorrow);
        }
        return day;
    }

    private ParameterException misused(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private Integer forget(Store store, Selection selection) {
        Forgotten would = store.wouldForget(selection);
        if (would.articles() == 0) {
            console.say("nothing to forget in " + store.name());
            return ExitCode.OK;
        }
        if (dryRun) {
            console.say("would forget " + amount(would) + " in " + store.name());
            return ExitCode.OK;
        }
        if (!yes && !agreed(amount(would) + " in " + store.name())) {
            console.say("nothing was forgotten; --yes forgets without asking");
            return ExitCode.FAILED;
        }
        Forgotten done = store.forget(selection);
        console.say("forgot " + amount(done));
        if (!done.wiped() && stored.file().isPresent()) {
            console.say(
                    "another process was reading the store, so the bytes are not overwritten yet: the next 'onrecord"
                            + " forget' does that");
        }
        forgetInIndex(store);
        return ExitCode.OK;
    }

    /** The search index has words of articles, too: they leave its files now, not when it is asked the next time. */
    private void forgetInIndex(Store store) {
        Path place = folder.orElseGet(() -> IndexFolder.of(store));
        if (!Files.isDirectory(place)) {
            return;
        }
        try (Search search = Search.open(store, place)) {
            search.follow(false, ProgressListener.NONE);
        } catch (IndexException e) {
            console.say(
                    "the search index in " + place + " still has words of it: " + e.getMessage() + "; 'onrecord index"
                            + folder.map(named -> " --index " + named).orElse("") + "' takes them out");
        }
    }

    private static String amount(Forgotten forgotten) {
        return (forgotten.articles() == 1 ? "1 article" : forgotten.articles() + " articles (all versions counted)")
                + " with " + (forgotten.statements() == 1 ? "1 statement" : forgotten.statements() + " statements");
    }

    private boolean agreed(String what) {
        console.err().print("forget " + Sanitized.line(what) + " for good? [y/N] ");
        console.err().flush();
        try {
            BufferedReader in = new BufferedReader(new InputStreamReader(console.in(), StandardCharsets.UTF_8));
            @Nullable String answer = in.readLine();
            return answer != null && List.of("y", "yes").contains(answer.strip().toLowerCase(Locale.ROOT));
        } catch (IOException e) {
            return false;
        }
    }
}
