package io.onrecord.cli;

import java.util.Optional;
import picocli.CommandLine.Option;

/** Who decides, and why: the options of every command that people decide something with. */
final class Authors {

    @Option(names = "--author", paramLabel = "NAME", description = "Who says so (the name you are logged in with).")
    private Optional<String> author = Optional.empty();

    @Option(names = "--note", paramLabel = "WORDS", description = "Why, for whoever reads the history.")
    private Optional<String> note = Optional.empty();

    String author() {
        return author.map(String::strip)
                .filter(name -> !name.isEmpty())
                .or(() -> Optional.ofNullable(System.getProperty("user.name")).filter(name -> !name.isBlank()))
                .orElseThrow(() ->
                        new CommandException("nobody is logged in here under a name: say with --author who says so"));
    }

    Optional<String> note() {
        return note;
    }
}
