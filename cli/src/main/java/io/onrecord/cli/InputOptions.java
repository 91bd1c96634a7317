package io.onrecord.cli;

import io.onrecord.model.Outcome;
import io.onrecord.reading.ArticleReader;
import io.onrecord.reading.Articles;
import io.onrecord.reading.Input;
import io.onrecord.reading.Notice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Which articles to take: the arguments and options of every command that reads some. */
final class InputOptions {

    private static final String STANDARD_INPUT = "-";

    @Spec(Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Files, folders or addresses (https://…); - is standard input.")
    @SuppressWarnings("NullAway.Init")
    private List<String> files;

    @Mixin
    private final ReadingFlags flags = new ReadingFlags();

    /** The inputs as they were named. */
    List<String> names() {
        return List.copyOf(files);
    }

    boolean quiet() {
        return flags.quiet();
    }

    /** Opens the articles; what is to be said of them goes to the console. */
    Articles open(Console console) {
        return open(console, notice -> {});
    }

    /** The same, and every notice goes to somebody else, too. */
    Articles open(Console console, Consumer<Notice> also) {
        Consumer<Notice> notices = notice -> {
            flags.show(console, notice);
            also.accept(notice);
        };
        ArticleReader reader = new ArticleReader(flags.options());
        if (files.contains(STANDARD_INPUT)) {
            if (files.size() > 1) {
                throw new ParameterException(spec.commandLine(), "- (standard input) must be the only input");
            }
            return reader.open(console.in(), "stdin", notices);
        }
        return reader.open(inputs(), notices);
    }

    /**
     * Refuses to write over an input, or into a folder that is read, where a second run would read the results.
     *
     * @param output where results are to go
     * @param partial where they are until the run has finished
     */
    void checkOutput(Path output, Path partial) {
        if (files.contains(STANDARD_INPUT)) {
            return;
        }
        Path target = real(output);
        for (Input named : inputs()) {
            if (!(named instanceof Input.File file)) {
                continue;
            }
            Path input = file.path();
            Path read = real(input);
            if (target.equals(read) || real(partial).equals(read)) {
                throw new ParameterException(spec.commandLine(), output + " is an input, too: name another output");
            }
            if (Files.isDirectory(read) && target.startsWith(read)) {
                throw new ParameterException(
                        spec.commandLine(),
                        output + " lies in the folder " + input + " that is read: name a file elsewhere");
            }
        }
    }

    /** The path without links, as far as it exists. */
    private static Path real(Path path) {
        Path whole = path.toAbsolutePath().normalize();
        try {
            return whole.toRealPath();
        } catch (IOException e) {
            Path parent = whole.getParent();
            return parent == null ? whole : real(parent).resolve(whole.getFileName());
        }
    }

    void skipped(Console console, Outcome.Skipped<?> skipped, long before) {
        flags.skipped(console, skipped, before);
    }

    void note(Console console, String message) {
        flags.note(console, message);
    }

    private List<Input> inputs() {
        List<Input> inputs = new ArrayList<>();
        for (String file : files) {
            if (file.isBlank()) {
                throw new ParameterException(spec.commandLine(), "The name of an input is empty");
            }
            try {
                inputs.add(Input.of(file));
            } catch (InvalidPathException e) {
                throw new ParameterException(
                        spec.commandLine(),
                        "Not the name of a file: '" + Sanitized.line(file) + "' (" + e.getReason() + ")");
            }
        }
        return inputs;
    }
}
