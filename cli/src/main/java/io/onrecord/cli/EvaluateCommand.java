package io.onrecord.cli;

import io.onrecord.Onrecord;
import io.onrecord.Records;
import io.onrecord.evaluation.Engine;
import io.onrecord.evaluation.Evaluation;
import io.onrecord.evaluation.GoldFormatException;
import io.onrecord.evaluation.Task;
import io.onrecord.evaluation.Tasks;
import io.onrecord.model.Article;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Outcome;
import io.onrecord.model.Producer;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures the engine on a gold file. */
@Command(
        name = "evaluate",
        header = "Measure the engine on a gold file.",
        description = {
            "",
            "Tasks:",
            "  attribution  source, cue and content against marked articles, one a line:",
            "               {\"id\", \"text\", \"attributions\": [{\"source\": [[start, end], ...], \"cue\": [...],",
            "               \"content\": [...]}]}, in code points",
            ""
        },
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        footer = {"", "Example: onrecord evaluate attribution gold.jsonl"})
final class EvaluateCommand implements Callable<Integer> {

    private final Console console;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final ModelOptions model = new ModelOptions();

    @Parameters(
            index = "0",
            paramLabel = "TASK",
            description = "What to measure.",
            completionCandidates = TaskNames.class)
    @SuppressWarnings("NullAway.Init")
    private String task;

    @Parameters(index = "1", paramLabel = "FILE", description = "Gold file.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(names = "--json", description = "Print one JSON object: task, file, figures, counts, producer.")
    private boolean json;

    EvaluateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Task chosen = Tasks.named(task)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "Unknown task '" + task + "': choose one of " + names()));
        try (Onrecord onrecord = model.open()) {
            Evaluation evaluation = chosen.run(file, new OnrecordEngine(onrecord, console));
            console.write((json ? evaluation.toJson() : Sanitized.lines(evaluation.toTable())).stripTrailing() + "\n");
            return evaluation.counts().getOrDefault("articles.missing", 0L) > 0 ? ExitCode.SKIPPED : ExitCode.OK;
        } catch (NoSuchFileException e) {
            throw new CommandException(file + " does not exist: name a gold file", e);
        } catch (GoldFormatException e) {
            throw new CommandException(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new CommandException(file + " cannot be read: " + Reasons.of(e), e);
        }
    }

    private static List<String> names() {
        return Tasks.all().stream().map(Task::name).toList();
    }

    /** The task names, for shell completion. */
    static final class TaskNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return names().iterator();
        }
    }

    /** The engine as the evaluation sees it; what it skips is named, for it counts as not found. */
    private record OnrecordEngine(Onrecord onrecord, Console console) implements Engine {
        @Override
        public Iterator<Outcome<ArticleRecord>> read(Iterator<Outcome<Article>> articles) {
            Records records = onrecord.readAll(articles);
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return records.hasNext();
                }

                @Override
                public Outcome<ArticleRecord> next() {
                    Outcome<ArticleRecord> outcome = records.next();
                    if (outcome instanceof Outcome.Skipped<ArticleRecord> skipped) {
                        console.skipped(skipped);
                    }
                    return outcome;
                }
            };
        }

        @Override
        public Producer producer() {
            return onrecord.producer();
        }
    }
}
