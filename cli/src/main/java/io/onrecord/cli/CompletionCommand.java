package io.onrecord.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints a completion script. */
@Command(
        name = "completion",
        header = "Print a completion script for bash and zsh.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        footer = {"", "Example: source <(./onrecord completion)"})
final class CompletionCommand implements Callable<Integer> {

    private final Console console;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    CompletionCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        String script = AutoComplete.bash("onrecord", spec.root().commandLine());
        // The launcher is most often called by its path in the checkout.
        console.write(script + "complete -F _complete_onrecord -o default ./onrecord\n");
        return ExitCode.OK;
    }
}
