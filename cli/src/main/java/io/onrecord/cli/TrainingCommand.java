package io.onrecord.cli;

import io.onrecord.corrections.Corrected;
import io.onrecord.exchange.TrainingJson;
import io.onrecord.store.Store;
import io.onrecord.store.StoreException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes corrections as data to train on. */
@Command(
        name = "training",
        header = "Write what people put right as data to train and to measure with.",
        description = {
            "",
            "JSON Lines in the forms that 'onrecord evaluate' reads and the trainer takes:",
            "  attribution  where statements stand; only articles of which every statement was looked at",
            "  speakers     who says them, where a person told or accepted the speaker",
            "  stance       what cues do, where a person told or accepted it",
            "  claims       pairs of sentences that put the same claim, or do not, as people decided by merge and split;",
            "               measured with 'onrecord evaluate same-claim'",
            ""
        },
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        footer = {
            "",
            "Examples:",
            "  onrecord training speakers -o speakers.jsonl",
            "  onrecord evaluate speakers speakers.jsonl"
        })
final class TrainingCommand implements Callable<Integer> {

    /** The tasks by the names that {@code evaluate} has for them. */
    enum What {
        attribution,
        speakers,
        stance,
        claims
    }

    private final Console console;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "TASK", description = "${COMPLETION-CANDIDATES}.")
    @SuppressWarnings("NullAway.Init")
    private What what;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write to a file, which appears when the run has finished.")
    private Optional<Path> output = Optional.empty();

    @Mixin
    private final StoreOption stored = new StoreOption();

    TrainingCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (output.isPresent()
                && stored.file()
                        .filter(file -> OutputFile.isOver(output.get(), file))
                        .isPresent()) {
            throw new ParameterException(spec.commandLine(), "--store and -o name the same file: give each its own");
        }
        try (Store store = stored.open()) {
            if (output.isEmpty()) {
                console.say(write(store, console::write));
            } else {
                try (OutputFile file = OutputFile.create(output.get())) {
                    String written = write(store, file::write);
                    file.finish();
                    console.say(written);
                }
            }
            return ExitCode.OK;
        } catch (StoreException e) {
            throw new CommandException(String.valueOf(e.getMessage()), e);
        }
    }

    /** What was written, to be said. */
    private String write(Store store, Consumer<String> sink) {
        return switch (what) {
            case attribution -> corrected(store, TrainingJson.Task.ATTRIBUTION, sink);
            case speakers -> corrected(store, TrainingJson.Task.SPEAKERS, sink);
            case stance -> corrected(store, TrainingJson.Task.STANCE, sink);
            case claims -> decided(store, sink);
        };
    }

    private String decided(Store store, Consumer<String> sink) {
        UpToDate.bring(store, console);
        DecidedPairs.Pairs decided = new DecidedPairs(store).all();
        decided.pairs().forEach(pair -> sink.accept(TrainingJson.pair(pair.one(), pair.other(), pair.same()) + "\n"));
        return decided.pairs().size()
                + (decided.pairs().size() == 1 ? " pair" : " pairs")
                + (decided.leftOut() > 0
                        ? "; " + decided.leftOut() + " left out, since their statements are not in the record any more"
                        : "");
    }

    private static String corrected(Store store, TrainingJson.Task task, Consumer<String> sink) {
        long lines = 0;
        long articles = 0;
        long leftOut = 0;
        for (String id : store.correctedArticles()) {
            Optional<Corrected> corrected = store.corrected(id);
            if (corrected.isEmpty()) {
                continue;
            }
            List<String> made = TrainingJson.lines(corrected.get(), task);
            made.forEach(line -> sink.accept(line + "\n"));
            lines += made.size();
            articles += made.isEmpty() ? 0 : 1;
            leftOut += made.isEmpty() && task == TrainingJson.Task.ATTRIBUTION ? 1 : 0;
        }
        return lines
                + (lines == 1 ? " line of " : " lines of ")
                + articles
                + (articles == 1 ? " article" : " articles")
                + (leftOut > 0
                        ? "; " + leftOut + " left out, since not all of their statements were looked at"
                                + " ('onrecord correct STATEMENT --accept' says that one is right)"
                        : "");
    }
}
