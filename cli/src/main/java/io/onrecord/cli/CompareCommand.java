package io.onrecord.cli;

import io.onrecord.claims.ClaimView;
import io.onrecord.exchange.ClaimLines;
import io.onrecord.memory.EventComparison;
import io.onrecord.store.Event;
import io.onrecord.store.Store;
import io.onrecord.store.StoreException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What each of some outlets carries of an event, and the others do not. */
@Command(
        name = "compare",
        header = "Compare what outlets carry of an event: claims of one alone, of several, and what they dispute.",
        description = {
            "",
            "The event is told by words that its articles have, all of them, in title or text. An outlet carries a claim"
                    + " if a statement in one of its articles has part in it, whoever makes it.",
            ""
        },
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        footer = {
            "",
            "Examples:",
            "  onrecord compare --event 'bridge Osterby' --outlets Northwire,'The Lantern'",
            "  onrecord compare --event ferry --outlets northwire,lantern,ledger --since 2026-03 --format csv"
        })
final class CompareCommand implements Callable<Integer> {

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern COMMA = Pattern.compile(",");
    private static final int FEWEST = 2;

    private final Console console;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final StoreOption store = new StoreOption();

    @Option(
            names = "--event",
            paramLabel = "WORDS",
            required = true,
            description = "Words that an article about the event has, all of them.")
    @SuppressWarnings("NullAway.Init")
    private String event;

    @Option(
            names = "--outlets",
            paramLabel = "A,B",
            required = true,
            description = "Names of two outlets or more, or a part of each that no other has.")
    @SuppressWarnings("NullAway.Init")
    private String outlets;

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

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table for people, jsonl (a claim a line) or csv (a statement a line) for programs"
                    + " (${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private ClaimsCommand.Format format;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            defaultValue = "auto",
            description = "Colour: auto, always or never (${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private Style.When color;

    CompareCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<String> words = split(event);
        if (words.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--event needs words that articles about it have");
        }
        LocalDate from = since.orElse(LocalDate.MIN);
        LocalDate to = until.orElse(LocalDate.MAX);
        if (from.isAfter(to)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--since " + from + " is later than --until " + to + ": no day is between them");
        }
        try (Store open = store.open()) {
            UpToDate.bring(open, console);
            List<String> named = named(open);
            EventComparison found = EventComparison.of(open, words, named, from, to);
            if (found.articles().isEmpty()) {
                console.say("onrecord: none of these outlets has an article with all of the words '"
                        + Wrapped.cut(event, 80) + "'"
                        + (since.isPresent() || until.isPresent() ? " in that time" : "")
                        + ": try fewer words, such as a place");
                return ExitCode.OK;
            }
            write(found);
            return ExitCode.OK;
        } catch (StoreException | EventComparison.TooMuchException e) {
            throw new CommandException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Words one by one. */
    private static List<String> split(String words) {
        return SPACES.splitAsStream(words)
                .filter(word -> !word.isBlank())
                .distinct()
                .toList();
    }

    private List<String> named(Store open) {
        Set<String> named = new LinkedHashSet<>();
        for (String name : COMMA.splitAsStream(outlets).toList()) {
            if (!name.isBlank()) {
                named.add(Outlets.named(open, name.strip()));
            }
        }
        if (named.size() < FEWEST) {
            throw new ParameterException(
                    spec.commandLine(), "--outlets needs two different outlets or more, with commas between them");
        }
        return List.copyOf(named);
    }

    private void write(EventComparison found) {
        switch (format) {
            case csv -> {
                console.write(ClaimLines.csvHeader());
                found.claims().forEach(claim -> console.write(ClaimLines.csv(claim)));
            }
            case jsonl -> found.claims().forEach(claim -> console.write(ClaimLines.json(claim) + "\n"));
            case table -> console.write(new Sheet(found).text());
        }
    }

    /** The comparison for a person to read. */
    private final class Sheet {

        private final EventComparison found;
        private final Style style = Style.of(color, console);
        private final Wrapped wrapped = new Wrapped(Math.min(console.width(), 100));
        private final StringBuilder out = new StringBuilder();

        Sheet(EventComparison found) {
            this.found = found;
        }

        String text() {
            articles();
            groups();
            disputes();
            return out.toString();
        }

        private void articles() {
            for (String outlet : found.outlets()) {
                List<Event.Story> own = found.articlesOf(outlet);
                out.append(style.bold(Sanitized.line(outlet)))
                        .append(": ")
                        .append(own.isEmpty() ? "no article" : own.size() == 1 ? "1 article" : own.size() + " articles")
                        .append("\n");
                for (Event.Story story : own) {
                    String copy = story.origin().isEmpty()
                            ? ""
                            : " (copy"
                                    + story.originOutlet()
                                            .map(of -> " of " + of)
                                            .orElse("") + ")";
                    String day = story.published()
                            .map(value -> value.substring(0, Math.min(10, value.length())) + "  ")
                            .orElse("");
                    out.append(wrapped.lines("  ", "    ", day + story.title().orElse("(no title)") + copy));
                }
            }
        }

        private void groups() {
            for (EventComparison.Group group : found.groups()) {
                out.append("\n")
                        .append(style.bold(
                                heading(group.outlets()) + " (" + group.claims().size() + ")"))
                        .append("\n");
                group.claims().forEach(claim -> claim(claim, group.outlets()));
            }
        }

        private String heading(List<String> carriers) {
            String names = Sanitized.line(String.join(", ", carriers));
            if (carriers.size() == 1) {
                return "only " + names;
            }
            int all = found.outlets().size();
            return carriers.size() == all ? (all == FEWEST ? "both" : "all") : names;
        }

        private void claim(ClaimView claim, List<String> carriers) {
            out.append(wrapped.lines("  - ", "    ", claim.summary().wording()));
            for (String outlet : carriers) {
                List<ClaimView.Told> own = claim.told().stream()
                        .filter(told ->
                                told.statement().outlet().filter(outlet::equals).isPresent())
                        .toList();
                ClaimView.Statement first = own.get(0).statement();
                String copy = first.origin().isPresent() ? " (copy)" : "";
                String more = own.size() > 1 ? " and " + (own.size() - 1) + " more" : "";
                out.append(style.dim(
                        wrapped.lines("      ", "        ", outlet + copy + ": " + ClaimSheet.who(first) + more)));
            }
        }

        private void disputes() {
            if (found.disputes().isEmpty()) {
                return;
            }
            out.append("\n")
                    .append(style.bold(
                            "disputed between them (" + found.disputes().size() + ")"))
                    .append("\n");
            for (EventComparison.Across across : found.disputes()) {
                ClaimView.Disputed disputed = across.disputed();
                out.append(wrapped.lines(
                        "  - ",
                        "    ",
                        across.outlet() + ": " + ClaimSheet.who(disputed.statement()) + ": “"
                                + disputed.statement().content() + "” "
                                + disputed.kind().name().toLowerCase(Locale.ROOT)));
                out.append(wrapped.lines(
                        "      ", "      ", across.claim().summary().wording()));
            }
        }
    }
}
