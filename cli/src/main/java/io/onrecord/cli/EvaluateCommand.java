package io.onrecord.cli;

import io.onrecord.Networks;
import io.onrecord.Onrecord;
import io.onrecord.Records;
import io.onrecord.Version;
import io.onrecord.encoder.PairScorer;
import io.onrecord.encoder.SentenceEncoder;
import io.onrecord.evaluation.Engine;
import io.onrecord.evaluation.Evaluation;
import io.onrecord.evaluation.GoldFormatException;
import io.onrecord.evaluation.Marks;
import io.onrecord.evaluation.PageTexts;
import io.onrecord.evaluation.SentenceNetworks;
import io.onrecord.evaluation.Task;
import io.onrecord.evaluation.TaskOptions;
import io.onrecord.evaluation.Tasks;
import io.onrecord.model.Article;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Outcome;
import io.onrecord.model.Producer;
import io.onrecord.model.Text;
import io.onrecord.reading.page.Page;
import io.onrecord.reading.page.PageReader;
import io.onrecord.speakers.Gaze;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
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
            "  calibration  fit the weights of the confidence on such articles; the figures are those",
            "               of five folds, each by the fit on the others",
            "  nested       statements within statements, quotations that go on, second objects; each",
            "               attribution also has \"id\", \"within\" (null, or the id of the one that reports it)",
            "               and \"kind\" (plain, nested, continued, second-object)",
            "  speakers     who speaks: {\"id\", \"text\", \"quotes\": [{\"start\", \"end\", \"speaker\"}]}, or",
            "               \"statements\" with source, cue, content and \"speaker\" ({\"name\", \"kind\"} or null)",
            "  pronouns     which of two names a pronoun stands for: GAP's columns, with tabs",
            "  stance       what given cues do with their content, one cue a line: {\"text\", \"source\", \"cue\",",
            "               \"content\", \"stance\", \"negated\", \"hypothetical\"}, perhaps \"addressee\"; or",
            "               {\"article\", \"cue\", ...} with --articles; or sentences of PLOVER",
            "  dates        when statements were made: {\"id\", \"published\", \"text\", \"statement\": {\"source\",",
            "               \"cue\", \"content\"}, \"date\": {\"value\", \"precision\", \"basis\"} or null}; or date",
            "               expressions, as TimeBank has them: lines of expression, type, value",
            "  identity     who is the same over articles: {\"id\", \"articles\": [{\"id\", \"published\",",
            "               \"outlet\", \"speakers\": [...]}], \"same\": [[[article, local], ...], ...],",
            "               \"apart\": [...], \"open\": [...]}; the speakers are given, the engine is not run",
            "  article-text the text found in web pages: a folder with gold.jsonl ({\"id\", \"url\", \"text\"}, one",
            "               page a line) and html/ID.html.gz",
            "  copies       which texts are copies of one another: {\"id\", \"text\", \"group\"}, perhaps \"published\"; or,",
            "               without a file, --seed N: 1,000 generated texts with edited copies and look-alikes",
            "  claims       claims and disputes over articles: a folder with articles.jsonl, statements.jsonl,",
            "               claims.jsonl and disputes.jsonl; --write lists each dispute, right, wrong or missed",
            "  claim-weights",
            "               fit the weights that compare statements on such a folder; the figures are those of",
            "               each event by the fit on the others, and of the weights that ship",
            "  same-claim   whether two sentences state the same: {\"a\", \"b\"}, and \"score\" (0 to 5) or \"same\"",
            "  stance-to-claim",
            "               what a headline does with a claim: {\"claim\", \"headline\", \"stance\": for, against or",
            "               observing}",
            "  disputes     whether a sentence weakens or strengthens another: {\"a\", \"b\", \"relation\":",
            "               weakens or strengthens, \"label\": 0 or 1}",
            ""
        },
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        footer = {
            "",
            "Examples:",
            "  onrecord evaluate attribution gold.jsonl",
            "  onrecord evaluate attribution --mode precision --marks straight gold.jsonl",
            "  onrecord evaluate calibration --write weights.properties gold.jsonl",
            "  onrecord evaluate stance cues.jsonl --articles gold.jsonl",
            "  onrecord evaluate copies --seed 1 --write set.jsonl"
        })
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

    @Parameters(index = "1", paramLabel = "FILE", arity = "0..1", description = "Gold file, or folder.")
    private Optional<Path> file = Optional.empty();

    @Option(names = "--json", description = "Print one JSON object: task, file, figures, counts, producer.")
    private boolean json;

    /** Quotation marks by the names that the command line uses. */
    enum MarksName {
        curly(Marks.CURLY),
        straight(Marks.STRAIGHT),
        single(Marks.SINGLE);

        private final Marks marks;

        MarksName(Marks marks) {
            this.marks = marks;
        }
    }

    @Option(
            names = "--marks",
            paramLabel = "MARKS",
            description = "Turn the double quotation marks of the gold text before it is read: curly, straight or"
                    + " single (attribution).")
    private Optional<MarksName> marks = Optional.empty();

    @Option(
            names = "--write",
            paramLabel = "FILE",
            description = "Write the weights, fitted on all articles (calibration, pronouns; claim-weights: tables to a"
                    + " folder), the set (copies), or the list of disputes (claims).")
    private Optional<Path> weights = Optional.empty();

    @Option(
            names = "--articles",
            paramLabel = "FILE",
            description = "Marked articles that the cues of the gold file stand in (stance).")
    private Optional<Path> articles = Optional.empty();

    @Option(
            names = "--together",
            description = "Read the articles of one \"event\" together: who is the same in them has the fullest name of"
                    + " all (speakers).")
    private boolean together;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Generate the set from this number instead of reading a file (copies).")
    private Optional<Long> seed = Optional.empty();

    @Option(
            names = "--pairs",
            paramLabel = "FILE",
            description = "Network for pairs of sentences, such as training/pairs writes, instead of the shipped one"
                    + " (claim-weights, same-claim, stance-to-claim, disputes).")
    private Optional<Path> pairs = Optional.empty();

    EvaluateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        TaskOptions options = new TaskOptions(
                        marks.map(name -> name.marks).orElse(Marks.AS_THEY_ARE), weights, articles, together)
                .withPages(new ReadPages(new PageReader()))
                .withSeed(seed.map(OptionalLong::of).orElse(OptionalLong.empty()))
                .withNetworks(new OpenNetworks(pairs));
        Task chosen = Tasks.named(task, options)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "Unknown task '" + task + "': choose one of " + names()));
        only("--marks", marks.isPresent(), "attribution");
        only("--write", weights.isPresent(), "calibration", "pronouns", "copies", "claims", "claim-weights");
        only("--articles", articles.isPresent(), "stance");
        only("--together", together, "speakers");
        only("--seed", seed.isPresent(), "copies");
        only("--pairs", pairs.isPresent(), "claim-weights", "same-claim", "stance-to-claim", "disputes");
        Path gold = gold(chosen);
        try {
            Evaluation evaluation = evaluation(chosen, gold);
            console.write((json ? evaluation.toJson() : Sanitized.lines(evaluation.toTable())).stripTrailing() + "\n");
            return evaluation.counts().getOrDefault("articles.missing", 0L) > 0 ? ExitCode.SKIPPED : ExitCode.OK;
        } catch (NoSuchFileException e) {
            throw new CommandException(e.getFile() + " does not exist: name a gold file", e);
        } catch (GoldFormatException e) {
            throw new CommandException(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new CommandException(gold + " cannot be read: " + Reasons.of(e), e);
        }
    }

    private Path gold(Task chosen) {
        if (file.isPresent() && !chosen.needsFile()) {
            throw new ParameterException(
                    spec.commandLine(), "--seed generates the texts: name no file, or leave the option out");
        }
        if (file.isEmpty() && chosen.needsFile()) {
            throw new ParameterException(spec.commandLine(), "Missing required parameter: 'FILE'");
        }
        return file.orElse(Path.of("none"));
    }

    private Evaluation evaluation(Task chosen, Path gold) throws IOException {
        if (!chosen.needsEngine()) {
            return chosen.run(gold, new NoEngine());
        }
        try (Onrecord onrecord = chosen.raw() ? model.openRaw() : model.open()) {
            return chosen.run(gold, new OnrecordEngine(onrecord, console));
        }
    }

    private void only(String option, boolean given, String... ofTasks) {
        if (given && !List.of(ofTasks).contains(task)) {
            throw new ParameterException(
                    spec.commandLine(),
                    option + " is for the task " + String.join(" or ", ofTasks) + ", not for " + task);
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

    /** Pages as the evaluation sees them. */
    private record ReadPages(PageReader reader) implements PageTexts {
        @Override
        public String article(byte[] page, String address) {
            return reader.page(page, Optional.empty(), address) instanceof Outcome.Kept<Page> kept
                    ? kept.value().text().value()
                    : "";
        }

        @Override
        public String everything(byte[] page, String address) {
            return reader.everything(page, Optional.empty()).value();
        }
    }

    /** The networks that compare sentences, as the evaluation sees them. */
    private record OpenNetworks(Optional<Path> pairs) implements SentenceNetworks {
        @Override
        public PairScorer openPairs() {
            return Networks.pairs(pairs);
        }

        @Override
        public SentenceEncoder openSentences() {
            return Networks.sentences();
        }
    }

    /** For a task that reads nothing: no network is loaded. */
    private record NoEngine() implements Engine {
        @Override
        public Iterator<Outcome<ArticleRecord>> read(Iterator<Outcome<Article>> articles) {
            throw new IllegalStateException("the task said that it needs no engine");
        }

        @Override
        public Producer producer() {
            return new Producer(Version.current(), "none", "none");
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
        public Gaze gaze(Text text) {
            return Gaze.of(onrecord.scores(text));
        }

        @Override
        public Producer producer() {
            return onrecord.producer();
        }
    }
}
