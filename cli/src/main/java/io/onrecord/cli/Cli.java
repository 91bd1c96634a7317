package io.onrecord.cli;

import io.onrecord.encoder.EncodingException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line without its process: arguments and streams in, exit code out. */
@Command(
        name = "onrecord",
        header = "Reads the news and keeps the record of it: who said what, in which words.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all was read",
            "1:it failed, or nothing at all could be read",
            "2:the command line was wrong",
            "3:it finished, with some inputs skipped"
        },
        footer = {"", "Example: onrecord read examples"})
public final class Cli implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private Cli() {}

    /** Runs one command line. */
    static int run(Console console, String... arguments) {
        CommandLine line = commandLine(console);
        return line.execute(arguments);
    }

    static CommandLine commandLine(Console console) {
        CommandLine completion = new CommandLine(new GenerateCompletion());
        completion
                .getCommandSpec()
                .usageMessage()
                .header("Print a completion script for bash and zsh: source <(onrecord completion)");
        CommandLine line = new CommandLine(new Cli())
                .addSubcommand(new ReadCommand(console))
                .addSubcommand(new TextCommand(console))
                .addSubcommand(new EvaluateCommand(console))
                .addSubcommand("completion", completion)
                .addSubcommand(new HelpCommand());
        line.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
        line.setUsageHelpWidth(100);
        line.setUsageHelpAutoWidth(false);
        line.setExecutionExceptionHandler((problem, command, parsed) -> failed(console, problem));
        return line;
    }

    private static int failed(Console console, Exception problem) {
        if (problem instanceof CommandException || problem instanceof EncodingException) {
            console.say("onrecord: " + problem.getMessage());
        } else {
            console.say("onrecord: a fault of Onrecord, please report it: " + problem);
            if (System.getenv("ONRECORD_DEBUG") != null) {
                problem.printStackTrace(console.err());
            } else {
                console.say("onrecord: set ONRECORD_DEBUG=1 to see where");
            }
        }
        return ExitCode.FAILED;
    }

    /** Called when no command was named. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command");
    }
}
