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
import picocli.CommandLine.Option;

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
        attribution(TrainingJson.Task.ATTRIBUTION),
        speakers(TrainingJson.Task.SPEAKERS),
        stance(TrainingJson.Task.STANCE);

        private final TrainingJson.Task task;

        What(TrainingJson.Task task) {
            this.task = task;
        }
    }

    private final Console console;

    @picocli.CommandLine.Parameters(paramLabel = "TASK", description = "${COMPLETION-CANDIDATES}.")
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
        try (Store store = stored.open()) {
            if (output.isEmpty()) {
                say(write(store, console::write));
            } else {
                try (OutputFile file = OutputFile.create(output.get())) {
                    Written written = write(store, file::write);
                    file.finish();
                    say(written);
                }
            }
            return ExitCode.OK;
        } catch (StoreException e) {
            throw new CommandException(String.valueOf(e.getMessage()), e);
        }
    }

    /** What was written. */
    private record Written(long lines, long articles, long leftOut) {}

    private Written write(Store store, Consumer<String> sink) {
        long lines = 0;
        long articles = 0;
        long leftOut = 0;
        for (String id : store.correctedArticles()) {
            Optional<Corrected> corrected = store.corrected(id);
            if (corrected.isEmpty()) {
                continue;
            }
            List<String> made = TrainingJson.lines(corrected.get(), what.task);
            made.forEach(line -> sink.accept(line + "\n"));
            lines += made.size();
            articles += made.isEmpty() ? 0 : 1;
            leftOut += made.isEmpty() && what == What.attribution ? 1 : 0;
        }
        return new Written(lines, articles, leftOut);
    }

    private void say(Written written) {
        console.say(written.lines
                + (written.lines == 1 ? " line of " : " lines of ")
                + written.articles
                + (written.articles == 1 ? " article" : " articles")
                + (written.leftOut > 0
                        ? "; " + written.leftOut + " left out, since not all of their statements were looked at"
                                + " ('onrecord correct STATEMENT --accept' says that one is right)"
                        : ""));
    }
}
