package io.onrecord.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Brings up to date what goes over articles. */
@Command(
        name = "index",
        header = "Bring what goes over articles up to date: people, meanings, claims, the search index.",
        description = {
            "",
            "Finds who is the same over articles, gives statements a vector of their meaning, joins those that put the"
                    + " same claim, and lets the search index follow the store: what is new comes in, what was forgotten"
                    + " leaves its files. who and claims do what they need of it before they answer; after much was read"
                    + " it takes a while, and better runs here. It can be stopped at any time (Ctrl-C) and goes on where"
                    + " it was.",
            ""
        },
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        footer = {
            "",
            "The index is a folder beside the store, onrecord.db.index (for PostgreSQL in the user's cache). It can be",
            "deleted at any time: the next run makes it anew.",
            "",
            "Example: onrecord index --store onrecord.db"
        })
final class IndexCommand implements Callable<Integer> {

    private final Console console;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final StoreOption stored = new StoreOption();

    @Option(names = "--index", paramLabel = "FOLDER", description = "Where the index lies, if not beside the store.")
    private Optional<Path> folder = Optional.empty();

    @Option(names = "--rebuild", description = "Throw the index away first; vectors stay.")
    private boolean rebuild;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Statements worked on at once (all processors). Never changes a vector.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = {"-q", "--quiet"},
            description = "No progress or summary.")
    private boolean quiet;

    IndexCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (threads < 1) {
            throw new ParameterException(
                    spec.commandLine(), "Invalid value for option '--threads': at least 1, not " + threads);
        }
        try (OpenSearch open = OpenSearch.open(console, quiet, stored, folder)) {
            String done = open.update(rebuild, threads);
            if (!quiet) {
                console.say(done);
            }
        }
        return ExitCode.OK;
    }
}
