package io.onrecord.cli;

import io.onrecord.corrections.Corrected;
import io.onrecord.corrections.Corrected.Touched;
import io.onrecord.corrections.Correction;
import io.onrecord.exchange.CorrectionJson;
import io.onrecord.store.StatementPlace;
import io.onrecord.store.Store;
import io.onrecord.store.StoreException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what people put right. */
@Command(
        name = "history",
        header = "Show what people put right: what, who, when and why.",
        description = {
            "",
            "Of one statement, of one article, or of all. What holds no longer is shown, too: a later correction supersedes"
                    + " an earlier one, and --undo takes one back. A correction whose statement the engine does not find"
                    + " any more is loose: what was said stands by itself. Of all, merges and splits of speakers and claims are"
                    + " shown, too.",
            ""
        },
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        footer = {
            "",
            "Examples:",
            "  onrecord history",
            "  onrecord history harbour-talks.txt",
            "  onrecord history 3f9a2c1b --format jsonl"
        })
final class HistoryCommand implements Callable<Integer> {

    /** How results are written. */
    enum Format {
        text,
        jsonl
    }

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Console console;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            paramLabel = "STATEMENT|ARTICLE",
            arity = "0..1",
            description = "A statement by its id or ADDRESS:NUMBER, or the address of an article (all).")
    private Optional<String> named = Optional.empty();

    @Option(names = "--all", description = "Of everything, which is the default.")
    private boolean all;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text for people, jsonl (a correction or decision a line) for programs (${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private Format format;

    @Option(names = "--color", paramLabel = "WHEN", defaultValue = "auto", hidden = true)
    @SuppressWarnings("NullAway.Init")
    private Style.When colour;

    @Mixin
    private final StoreOption stored = new StoreOption();

    HistoryCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (all && named.isPresent()) {
            throw new ParameterException(spec.commandLine(), "--all shows everything: name nothing beside it");
        }
        try (Store store = stored.open()) {
            long shown = named.isPresent() ? one(store, named.get()) : everything(store);
            if (shown == 0) {
                console.say("nobody corrected anything "
                        + (named.isPresent() ? "there" : "in " + store.name())
                        + " yet: 'onrecord correct' does");
            }
            return ExitCode.OK;
        } catch (StoreException e) {
            throw new CommandException(String.valueOf(e.getMessage()), e);
        }
    }

    private long everything(Store store) {
        long shown = 0;
        for (String article : store.correctedArticles()) {
            shown += article(store, article, Optional.empty());
        }
        DecisionHistory decisions = new DecisionHistory(store);
        if (format == Format.text) {
            decisions.text(console, style());
        } else {
            decisions.json(console);
        }
        return shown + decisions.size();
    }

    private Style style() {
        return Style.of(colour, console);
    }

    private long one(Store store, String name) {
        Chosen chosen = new Chosen(store);
        if (!store.versions(name).isEmpty() || !looksLikeStatement(name)) {
            long shown = 0;
            String address = chosen.address(name);
            for (var version : store.versions(address)) {
                shown += article(store, version.articleId(), Optional.empty());
            }
            return shown;
        }
        StatementPlace place = chosen.statement(name);
        return article(store, place.articleId(), Optional.of(place.statementId()));
    }

    private static boolean looksLikeStatement(String name) {
        return name.matches("[0-9a-fA-F]{4,32}") || name.matches(".+:[0-9]+");
    }

    /** Of an article, or of one statement in it; how many corrections. */
    private long article(Store store, String articleId, Optional<String> statementId) {
        Optional<Corrected> found = store.corrected(articleId);
        if (found.isEmpty()) {
            return 0;
        }
        Corrected corrected = found.get();
        List<Touched> touched = statementId.isPresent()
                ? corrected.of(statementId.get()).stream().toList()
                : corrected.touched();
        if (touched.isEmpty()) {
            return 0;
        }
        if (format == Format.text) {
            console.write(style().bold(Chosen.shown(corrected.engine().article().address())) + "\n");
        }
        long shown = 0;
        for (Touched one : touched) {
            if (format == Format.text) {
                text(one);
            } else {
                one.history()
                        .forEach(correction -> console.write(CorrectionJson.write(corrected, one, correction) + "\n"));
            }
            shown += one.history().size();
        }
        return shown;
    }

    private void text(Touched one) {
        Correction last = one.history().get(one.history().size() - 1);
        StringBuilder out = new StringBuilder("  ");
        out.append(one.id().or(one::engineId).map(id -> id.substring(0, 12)).orElse("(no statement)"))
                .append(" \"")
                .append(Chosen.excerpt(last.anchor().words()))
                .append("\"");
        one.problem()
                .ifPresent(problem -> out.append("  ").append(problem.name().toLowerCase(Locale.ROOT)));
        out.append("\n");
        for (Correction correction : one.history()) {
            boolean holds = one.inForce().contains(correction)
                    || correction.change().aspect() == io.onrecord.corrections.Change.Aspect.UNDO;
            out.append("    ")
                    .append(time(correction.time()))
                    .append("  ")
                    .append(Sanitized.line(correction.author()))
                    .append("  ")
                    .append(HistoryText.said(correction))
                    .append(correction
                            .note()
                            .map(note -> "  (" + Sanitized.line(note) + ")")
                            .orElse(""))
                    .append(style().dim("  " + correction.id() + (holds ? "" : ", holds no more")))
                    .append("\n");
        }
        console.write(out.toString());
    }

    private static String time(Instant time) {
        return MINUTE.format(time);
    }
}
