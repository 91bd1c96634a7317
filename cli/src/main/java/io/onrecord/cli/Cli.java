package io.onrecord.cli;

import io.onrecord.encoder.EncodingException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

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
        try {
            return commandLine(console).execute(arguments);
        } catch (OutOfMemoryError e) {
            console.say("onrecord: the memory that Java may use is not enough; give it more with"
                    + " ONRECORD_JAVA_OPTS=-Xmx2g, or work on fewer articles at once with --threads 1");
            return ExitCode.FAILED;
        }
    }

    static CommandLine commandLine(Console console) {
        CommandLine line = new CommandLine(new Cli())
                .addSubcommand(new ReadCommand(console))
                .addSubcommand(new WatchCommand(console))
                .addSubcommand(new TextCommand(console))
                .addSubcommand(new CopiesCommand(console))
                .addSubcommand(new WhoCommand(console))
                .addSubcommand(new ClaimsCommand(console))
                .addSubcommand(new CompareCommand(console))
                .addSubcommand(ExportCommand.line(console))
                .addSubcommand(ImportCommand.line(console))
                .addSubcommand(new CorrectCommand(console))
                .addSubcommand(new HistoryCommand(console))
                .addSubcommand(DecideCommand.line(console, true))
                .addSubcommand(DecideCommand.line(console, false))
                .addSubcommand(new RereadCommand(console))
                .addSubcommand(new ForgetCommand(console))
                .addSubcommand(new BackupCommand(console))
                .addSubcommand(new RestoreCommand(console))
                .addSubcommand(new TrainingCommand(console))
                .addSubcommand(new IndexCommand(console))
                .addSubcommand(new ServeCommand(console))
                .addSubcommand(new UsersCommand(console))
                .addSubcommand(new DemoCommand(console))
                .addSubcommand(new EvaluateCommand(console))
                .addSubcommand(new DoctorCommand(console))
                .addSubcommand(new CompletionCommand(console))
                .addSubcommand(new ManualCommand(console))
                .addSubcommand(new HelpCommand());
        line.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
        line.setUsageHelpWidth(100);
        line.setUsageHelpAutoWidth(false);
        // A file may be called @file; it is no list of options.
        line.setExpandAtFiles(false);
        line.setParameterExceptionHandler((problem, words) -> misused(console, problem));
        line.setExecutionExceptionHandler((problem, command, parsed) -> failed(console, problem));
        return line;
    }

    /** One slip gets a line or two, not the whole help; no command at all gets the overview. */
    private static int misused(Console console, ParameterException problem) {
        CommandLine command = problem.getCommandLine();
        console.say("onrecord: " + problem.getMessage());
        if (command.getParent() == null) {
            if (UnmatchedArgumentException.printSuggestions(problem, command.getErr())) {
                command.getErr().flush();
                console.say("onrecord: 'onrecord help' lists the commands");
            } else {
                command.usage(console.err());
            }
        } else {
            UnmatchedArgumentException.printSuggestions(problem, command.getErr());
            command.getErr().flush();
            boolean nested = command.getParent().getParent() != null;
            console.say(
                    nested
                            ? "onrecord: '" + command.getCommandSpec().qualifiedName() + " --help' lists the options"
                            : "onrecord: 'onrecord help " + command.getCommandName() + "' lists the options");
        }
        return ExitCode.USAGE;
    }

    private static int failed(Console console, Exception problem) {
        if (problem instanceof CommandException || problem instanceof EncodingException) {
            console.say("onrecord: " + problem.getMessage());
            if (problem instanceof CommandException told) {
                told.listed().forEach(line -> console.say("  " + line));
            }
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
