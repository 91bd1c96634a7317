package io.onrecord.cli;

import io.onrecord.claims.ClaimSummary;
import io.onrecord.claims.ClaimView;
import io.onrecord.exchange.ClaimLines;
import io.onrecord.memory.ClaimSearch;
import io.onrecord.search.IndexException;
import io.onrecord.search.Words;
import io.onrecord.store.ClaimQuery;
import io.onrecord.store.Store;
import io.onrecord.store.StoreException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
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

/** Claims over all articles of a store. */
@Command(
        name = "claims",
        header = "Show claims: who states them, who disputes them, and how many independent origins they have.",
        description = {
            "",
            "A claim is what one or more statements put, in whatever words. With WORDS, claims that have them or mean"
                    + " nearly the same, the nearest first, shown in full; words are written as for 'onrecord who"
                    + " --about'. Without, a list: the most disputed first, then those with most"
                    + " independent origins, outlets and statements. Copies of one story count as one origin.",
            "Dates, outlet and speaker are those of one statement of the claim.",
            "Whoever turns down what they only name (\"his claim\") is among those who dispute it if the same article"
                    + " states it, not if only others do. Statements that people added are in no claim, and words that"
                    + " they put right are there as they were read.",
            ""
        },
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        footer = {
            "",
            "Examples:",
            "  onrecord claims",
            "  onrecord claims bridge inspection --since 2026-03",
            "  onrecord claims --disputed --outlet Northwire --format csv",
            "  onrecord claims --id 3fa2b1c04d"
        })
final class ClaimsCommand implements Callable<Integer> {

    /** How results are written. */
    enum Format {
        table,
        jsonl,
        csv
    }

    private static final int LIST = 20;
    private static final int SHEETS = 5;
    private static final int MOST = 1_000_000;

    private final Console console;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "WORDS", arity = "0..*", description = "Words of the claim, or of who states it.")
    private List<String> words = List.of();

    @Option(names = "--words-only", description = "The words themselves, not what is near in meaning.")
    private boolean wordsOnly;

    @Mixin
    private final StoreOption store = new StoreOption();

    @Option(
            names = "--index",
            paramLabel = "FOLDER",
            description = "Where the search index lies, if not beside the store.")
    private Optional<Path> folder = Optional.empty();

    @Option(names = "--id", paramLabel = "CLAIM", description = "One claim, by its id or the beginning of that.")
    private Optional<String> id = Optional.empty();

    @Option(
            names = "--since",
            paramLabel = "DAY",
            converter = DayConverter.First.class,
            description = "Published on that day (2026-03-02), or in that month (2026-03) or year, or later.")
    private Optional<LocalDate> since = Optional.empty();

    @Option(
            names = "--until",
            paramLabel = "DAY",
            converter = DayConverter.Last.class,
            description = "Published on that day, or in that month or year, or earlier.")
    private Optional<LocalDate> until = Optional.empty();

    @Option(names = "--outlet", paramLabel = "NAME", description = "Carried by that outlet.")
    private Optional<String> outlet = Optional.empty();

    @Option(names = "--speaker", paramLabel = "NAME", description = "Stated, or spoken of, by that speaker.")
    private Optional<String> speaker = Optional.empty();

    @Option(names = "--disputed", description = "Only what somebody denies, rejects or contradicts.")
    private boolean disputed;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table for people, jsonl (a claim a line) or csv (a statement a line) for programs"
                    + " (${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private Format format;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "How many claims at most (" + SHEETS + " in full, " + LIST + " of a list, all for programs).")
    private Optional<Integer> limit = Optional.empty();

    @Option(names = "--offset", paramLabel = "N", description = "Leave out the first so many.")
    private int offset;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            defaultValue = "auto",
            description = "Colour: auto, always or never (${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private Style.When color;

    ClaimsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        ClaimQuery query = query();
        try {
            if (words.isEmpty()) {
                try (Store open = store.open()) {
                    bring(open);
                    if (id.isPresent()) {
                        write(open, List.of(named(open, id.get())));
                    } else {
                        writePage(open, listed(open, query));
                    }
                }
            } else {
                try (OpenSearch open = OpenSearch.open(console, false, store, folder)) {
                    bring(open.store());
                    open.updateToAnswer(!wordsOnly);
                    writePage(open.store(), found(open, query));
                }
            }
            return ExitCode.OK;
        } catch (IndexException | StoreException e) {
            throw new CommandException(String.valueOf(e.getMessage()), e);
        }
    }

    private void bring(Store open) {
        UpToDate.bring(open, console);
        if (open.counts().statements() == 0) {
            throw new CommandException("the store " + Sanitized.line(open.name())
                    + " has no statements yet: 'onrecord read FILE --store …' puts some there, and 'onrecord demo'"
                    + " makes a store to try");
        }
    }

    private ClaimQuery query() {
        if (id.isPresent() && !words.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--id names one claim: leave the words out");
        }
        if (id.isPresent() && (isRestricted() || offset > 0)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--id names one claim: leave out --since, --until, --outlet, --speaker, --disputed and --offset");
        }
        if (most() < 1 || offset < 0) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--limit is at least 1 and --offset at least 0, not " + most() + " and " + offset);
        }
        LocalDate from = since.orElse(LocalDate.MIN);
        LocalDate to = until.orElse(LocalDate.MAX);
        if (from.isAfter(to)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--since " + from + " is later than --until " + to + ": no day is between them");
        }
        // One more than is shown tells whether there are more.
        int asked = (int) Math.min((long) offset + most() + 1, Integer.MAX_VALUE);
        return new ClaimQuery(from, to, outlet, speaker, disputed, asked);
    }

    private int most() {
        return limit.orElse(format == Format.table ? (words.isEmpty() ? LIST : SHEETS) : MOST);
    }

    private List<String> listed(Store open, ClaimQuery query) {
        return ids(open, open.claims(named(open, query)));
    }

    private List<String> found(OpenSearch open, ClaimQuery query) {
        Words about = Words.of(String.join(" ", words));
        if (about.isEmpty()) {
            return ids(open.store(), List.of());
        }
        ClaimQuery named = named(open.store(), query);
        return ids(
                open.store(),
                open.answered(search -> new ClaimSearch(open.store(), search).find(about, !wordsOnly, named)));
    }

    private ClaimQuery named(Store open, ClaimQuery query) {
        return query.of(outlet.map(name -> Outlets.named(open, name)));
    }

    private List<String> ids(Store open, List<ClaimSummary> found) {
        if (found.isEmpty()) {
            console.say("onrecord: no claim in " + Sanitized.line(open.name()) + asked() + ": "
                    + (words.size() > 1 ? "try fewer words" : "try another word")
                    + (isRestricted() ? ", or leave one of the options out" : "")
                    + "; 'onrecord claims' lists what is most disputed");
        }
        return found.stream().map(ClaimSummary::id).toList();
    }

    private boolean isRestricted() {
        return since.isPresent() || until.isPresent() || outlet.isPresent() || speaker.isPresent() || disputed;
    }

    private String asked() {
        List<String> asked = new ArrayList<>();
        if (!words.isEmpty()) {
            asked.add("is about '" + Wrapped.cut(String.join(" ", words), 80) + "'");
        }
        since.ifPresent(day -> asked.add("is of " + day + " or later"));
        until.ifPresent(day -> asked.add("is of " + day + " or earlier"));
        outlet.ifPresent(name -> asked.add("is carried by '" + Wrapped.cut(name, 80) + "'"));
        speaker.ifPresent(name -> asked.add("has the speaker '" + Wrapped.cut(name, 80) + "'"));
        if (disputed) {
            asked.add("is disputed");
        }
        return asked.isEmpty() ? "" : " " + String.join(" and ", asked);
    }

    /** The claim that a name stands for. */
    static String named(Store open, String name) {
        List<String> found = open.claimsNamed(name);
        if (found.isEmpty()) {
            throw new CommandException("no claim of " + Sanitized.line(open.name()) + " has an id that begins with '"
                    + Wrapped.cut(name, 80) + "': 'onrecord claims' shows ids, of which six digits are enough");
        }
        if (found.size() > 1) {
            throw new CommandException("several claims have ids that begin with '" + Wrapped.cut(name, 80) + "': "
                    + String.join(", ", found.stream().map(ClaimSheet::shortId).toList()) + "; give more digits");
        }
        return found.get(0);
    }

    private void writePage(Store open, List<String> ids) {
        List<String> page = ids.stream().skip(offset).limit(most()).toList();
        write(open, page);
        int shown = offset + page.size();
        if (page.isEmpty() && !ids.isEmpty()) {
            console.say("onrecord: the list ends with claim " + ids.size() + ", before --offset " + offset);
        } else if (shown < ids.size()) {
            console.say("claims " + (offset + 1) + " to " + shown + "; go on with --offset " + shown);
        }
    }

    private void write(Store open, List<String> ids) {
        ClaimSheet sheet = new ClaimSheet(Style.of(color, console), Math.min(console.width(), 100));
        boolean brief = words.isEmpty() && id.isEmpty();
        if (format == Format.csv) {
            console.write(ClaimLines.csvHeader());
        }
        int number = offset;
        for (String claim : ids) {
            Optional<ClaimView> view = open.claim(claim);
            if (view.isEmpty()) {
                // Another process has made claims anew meanwhile.
                continue;
            }
            number++;
            console.write(
                    switch (format) {
                        case table ->
                            brief
                                    ? sheet.brief(number, view.get().summary())
                                    : sheet.full(view.get(), Wordings.of(open, view.get()));
                        case jsonl -> ClaimLines.json(view.get()) + "\n";
                        case csv -> ClaimLines.csv(view.get());
                    });
        }
    }
}
