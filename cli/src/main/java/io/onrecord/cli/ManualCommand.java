package io.onrecord.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the manual. */
@Command(
        name = "manual",
        header = "Print a page of the manual, for man.",
        description = {
            "",
            "The pages say what 'onrecord help COMMAND' says, in the form that man shows and packages of systems carry.",
            ""
        },
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        footer = {"", "Examples:", "  onrecord manual read | man -l -", "  onrecord manual --folder man/man1"})
final class ManualCommand implements Callable<Integer> {

    private final Console console;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            paramLabel = "COMMAND",
            arity = "0..*",
            description = "Whose page: read, or users add (the page of onrecord itself).")
    private List<String> words = List.of();

    @Option(
            names = "--folder",
            paramLabel = "FOLDER",
            description = "Write all pages to a folder, which is made where there is none.")
    private Optional<Path> folder = Optional.empty();

    ManualCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        CommandLine root = spec.root().commandLine();
        if (folder.isEmpty()) {
            console.write(ManualPage.of(named(root)));
            return ExitCode.OK;
        }
        if (!words.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--folder takes all pages: leave COMMAND out");
        }
        try {
            Files.createDirectories(folder.get());
            writeAll(root, folder.get());
        } catch (IOException e) {
            throw new CommandException("the manual cannot be written to " + folder.get() + ": " + Reasons.of(e), e);
        }
        return ExitCode.OK;
    }

    private CommandLine named(CommandLine root) {
        CommandLine found = root;
        for (String word : words) {
            @Nullable CommandLine next = found.getSubcommands().get(word);
            if (next == null) {
                throw new ParameterException(
                        spec.commandLine(),
                        "there is no command '" + Chosen.shown(String.join(" ", words))
                                + "': 'onrecord help' lists them");
            }
            found = next;
        }
        return found;
    }

    private static void writeAll(CommandLine command, Path folder) throws IOException {
        Files.writeString(
                folder.resolve(ManualPage.name(command) + ".1"), ManualPage.of(command), StandardCharsets.UTF_8);
        for (CommandLine one : command.getSubcommands().values()) {
            writeAll(one, folder);
        }
    }
}
