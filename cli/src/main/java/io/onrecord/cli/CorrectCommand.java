package io.onrecord.cli;

import io.onrecord.corrections.Change;
import io.onrecord.corrections.Corrected;
import io.onrecord.corrections.Corrected.Touched;
import io.onrecord.corrections.Correction;
import io.onrecord.corrections.Differences;
import io.onrecord.model.Speaker;
import io.onrecord.model.SpeakerKind;
import io.onrecord.model.Stance;
import io.onrecord.model.StanceReading;
import io.onrecord.model.Statement;
import io.onrecord.speakers.NamedSpeakers;
import io.onrecord.store.StatementPlace;
import io.onrecord.store.Store;
import io.onrecord.store.StoreException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts a statement right. */
@Command(
        name = "correct",
        header = "Put a statement right: who says it, what the cue does, or that it is none.",
        description = {
            "",
            "What you say is kept beside what the engine said, with your name and the time. It stays when the article is"
                    + " read again, also by another model, and holds for the same text at other addresses. Nothing is"
                    + " overwritten: 'onrecord history' shows it all, and --undo takes the last of it back.",
            "Somebody who is new to the article is somebody of that article alone: 'onrecord who --about NAME' finds what"
                    + " you gave them, 'onrecord who NAME' and the pages of speakers do not.",
            ""
        },
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        footer = {
            "",
            "Examples:",
            "  onrecord correct harbour-talks.txt:3 --speaker \"Mara Oldin\"",
            "  onrecord correct 3f9a2c1b --stance denies --note \"she said it was untrue\"",
            "  onrecord correct 3f9a2c1b --undo"
        })
final class CorrectCommand implements Callable<Integer> {

    /** So many of an article's speakers are named. */
    private static final int SHOWN = 12;

    private final Console console;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            paramLabel = "STATEMENT",
            description = "Its id, or the first digits of it; or ADDRESS:NUMBER, as 'onrecord read' lists it.")
    @SuppressWarnings("NullAway.Init")
    private String statement;

    @Option(
            names = "--speaker",
            paramLabel = "NAME",
            description = "Who says it: a name of one of the article's speakers, or of somebody else.")
    private Optional<String> speaker = Optional.empty();

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "With --speaker: person, state, organisation, group, office, document or unnamed (as the"
                    + " article's speaker of that name; else state for a country, person for all others).")
    private Optional<String> kind = Optional.empty();

    @Option(names = "--nobody", description = "Nobody can be named who says it.")
    private boolean nobody;

    @Option(
            names = "--stance",
            paramLabel = "STANCE",
            description =
                    "What the cue does: says, claims, denies, rejects, accuses, confirms, supports, warns, promises,"
                            + " demands, asks, believes, predicts or labels.")
    private Optional<String> stance = Optional.empty();

    @Option(names = "--negated", description = "With --stance: \"did not say\".")
    private boolean negated;

    @Option(names = "--hypothetical", description = "With --stance: \"would say\".")
    private boolean hypothetical;

    @Option(names = "--reject", description = "It is no statement, or wrong beyond repair.")
    private boolean reject;

    @Option(names = "--accept", description = "You looked at it, and it is right.")
    private boolean accept;

    @Option(names = "--undo", description = "Take back what was last said of it.")
    private boolean undo;

    @Mixin
    private final Authors authors = new Authors();

    @Mixin
    private final StoreOption stored = new StoreOption();

    CorrectCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        // What is wrong with the options is said before anything is opened.
        changes(speaker);
        try (Store store = stored.open()) {
            StatementPlace place = new Chosen(store).statement(statement);
            Corrected before = store.corrected(place.articleId())
                    .orElseThrow(() -> new CommandException(
                            "the article " + Chosen.shown(place.address()) + " was forgotten just now"));
            List<Change> changes = changes(speaker.map(name -> speakerOf(before, name)));
            Optional<Correction> undone = Optional.empty();
            if (undo) {
                undone = store.undo(place.articleId(), place.statementId(), authors.author(), authors.note());
                if (undone.isEmpty()) {
                    throw new CommandException("nothing was said of " + Chosen.line(place)
                            + " that could be taken back; 'onrecord history' shows what was");
                }
            } else {
                store.correct(place.articleId(), place.statementId(), changes, authors.author(), authors.note());
            }
            Corrected after = store.corrected(place.articleId()).orElse(before);
            console.write(new Report(place, before, after, undone).toString());
            return ExitCode.OK;
        } catch (StoreException | IllegalArgumentException e) {
            throw new CommandException(String.valueOf(e.getMessage()), e);
        }
    }

    private List<Change> changes(Optional<String> named) {
        List<Change> changes = new ArrayList<>();
        Optional<SpeakerKind> speakerKind = kind.map(word -> constant(SpeakerKind.class, "--kind", word));
        named.ifPresent(name -> changes.add(new Change.SpeakerIs(checked(name), speakerKind)));
        if (nobody) {
            changes.add(new Change.NobodyNamed());
        }
        stance.ifPresent(word -> changes.add(new Change.StanceIs(
                new StanceReading(constant(Stance.class, "--stance", word), negated, hypothetical))));
        if (reject) {
            changes.add(new Change.Rejected());
        }
        if (accept) {
            changes.add(new Change.Accepted());
        }
        checkTogether(changes);
        return changes;
    }

    private void checkTogether(List<Change> changes) {
        if (kind.isPresent() && speaker.isEmpty()) {
            throw misused("--kind says what a speaker is: give --speaker, too");
        }
        if ((negated || hypothetical) && stance.isEmpty()) {
            throw misused("--negated and --hypothetical belong to a stance: give --stance, too");
        }
        if (undo ? !changes.isEmpty() : changes.isEmpty()) {
            throw misused(
                    undo
                            ? "--undo takes back the last correction: give it alone"
                            : "say what is right: --speaker NAME, --nobody, --stance STANCE, --reject, --accept or --undo");
        }
        if (changes.stream().map(Change::aspect).distinct().count() < changes.size() || reject && changes.size() > 1) {
            throw misused(
                    "these corrections contradict one another: give one of them, or --speaker and --stance together");
        }
    }

    private String checked(String name) {
        if (name.isBlank()) {
            throw misused("the name of the speaker is empty; --nobody says that nobody can be named");
        }
        return name.strip();
    }

    private <E extends Enum<E>> E constant(Class<E> type, String option, String word) {
        String name = word.strip().toUpperCase(Locale.ROOT);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        throw misused("Invalid value for option '" + option + "': '" + Chosen.shown(word) + "' is none of "
                + Arrays.stream(type.getEnumConstants())
                        .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", ")));
    }

    private ParameterException misused(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    /** The full name of the article's speaker who is meant; somebody new is said to be new. */
    private String speakerOf(Corrected before, String name) {
        List<Speaker> all = before.record().speakers();
        List<Speaker> named = NamedSpeakers.of(all, name);
        List<Speaker> ofKind = named.stream()
                .filter(one -> kind.isEmpty()
                        || one.kind().name().equalsIgnoreCase(kind.get().strip()))
                .toList();
        if (ofKind.size() > 1) {
            throw new CommandException("the article has several speakers of that name: "
                    + ofKind.stream()
                            .map(one -> Sanitized.line(one.name()) + " ("
                                    + one.kind().name().toLowerCase(Locale.ROOT) + ")")
                            .collect(Collectors.joining(", "))
                    + "; give the full name of one, or its --kind");
        }
        if (ofKind.isEmpty()) {
            console.say(Chosen.shown(name) + " is new to this article, whose speakers are "
                    + (all.isEmpty()
                            ? "none"
                            : all.stream()
                                    .limit(SHOWN)
                                    .map(one -> Sanitized.line(one.name()))
                                    .collect(Collectors.joining(", "))));
            return name;
        }
        return ofKind.get(0).name();
    }

    /** What a correction changed, for the person who made it. */
    private record Report(StatementPlace place, Corrected before, Corrected after, Optional<Correction> undone) {

        @Override
        public String toString() {
            StringBuilder out = new StringBuilder(Chosen.line(place)).append("\n");
            undone.ifPresent(correction -> out.append("  taken back: ")
                    .append(HistoryText.said(correction))
                    .append("\n"));
            Optional<Statement> was = statement(before);
            Optional<Statement> is = statement(after);
            if (is.isEmpty()) {
                out.append("  rejected\n");
            } else {
                String speaker = Differences.speaker(is.get());
                line(out, "speaker", was.map(Differences::speaker), speaker);
                line(out, "stance", was.map(HistoryText::stance), HistoryText.stance(is.get()));
                verdict().ifPresent(word -> out.append("  ").append(word).append("\n"));
            }
            int others = others();
            if (others > 0) {
                out.append("  with it, ")
                        .append(others == 1 ? "1 quotation goes" : others + " quotations go")
                        .append(" on from it\n");
            }
            return out.toString();
        }

        private static void line(StringBuilder out, String what, Optional<String> was, String is) {
            out.append("  ").append(what).append("  ");
            was.filter(before -> !before.equals(is))
                    .ifPresent(before -> out.append(Sanitized.line(before)).append(" → "));
            out.append(Sanitized.line(is)).append("\n");
        }

        private Optional<String> verdict() {
            return after.of(place.statementId())
                    .flatMap(one -> one.of(Change.Aspect.VERDICT))
                    .map(correction -> "accepted by " + Sanitized.line(correction.author()));
        }

        private Optional<Statement> statement(Corrected corrected) {
            Optional<Touched> known = corrected.of(place.statementId());
            Optional<String> id = known.isPresent() ? known.get().id() : Optional.of(place.statementId());
            return corrected.record().statements().stream()
                    .filter(one -> id.equals(Optional.of(one.id())))
                    .findFirst();
        }

        /** Statements beside this one that are other than before. */
        private int others() {
            Differences differences = Differences.between(before.record(), after.record(), List.of());
            int all = differences.changed().size()
                    + differences.added().size()
                    + differences.gone().size();
            return all == 0 ? 0 : all - (statement(before).equals(statement(after)) ? 0 : 1);
        }
    }
}
