package io.onrecord.cli;

import io.onrecord.model.Outcome;
import io.onrecord.reading.ArticleReader;
import io.onrecord.reading.Articles;
import io.onrecord.reading.Notice;
import io.onrecord.reading.ReadingOptions;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Which articles to take: the arguments and options of every command that reads some. */
final class InputOptions {

    private static final String STANDARD_INPUT = "-";

    /** A file of the wrong kind may hold a million lines that are no articles. */
    private static final long SKIPS_SHOWN = 100;

    @Spec(Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files or folders; - is standard input.")
    @SuppressWarnings("NullAway.Init")
    private List<String> files;

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            description = "Encoding of input that is not UTF-8, such as windows-1252 (guessed, and said).")
    private Optional<String> encoding = Optional.empty();

    @Option(
            names = {"-q", "--quiet"},
            description = "No progress, notices or summary; skipped inputs are named all the same.")
    private boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            description = "Say how each text was taken (paragraphs, encoding), and name every skipped input.")
    private boolean verbose;

    boolean quiet() {
        return quiet;
    }

    /** Opens the articles; what is to be said of them goes to the console. */
    Articles open(Console console) {
        ArticleReader reader = new ArticleReader(options());
        if (files.contains(STANDARD_INPUT)) {
            if (files.size() > 1) {
                throw new ParameterException(spec.commandLine(), "- (standard input) must be the only input");
            }
            return reader.open(console.in(), "stdin", notice -> show(console, notice));
        }
        return reader.open(paths(), notice -> show(console, notice));
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
        for (Path input : paths()) {
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

    /**
     * Names an input that was skipped; after the first hundred only those who want all of it see more.
     *
     * @param before how many were skipped before
     */
    void skipped(Console console, Outcome.Skipped<?> skipped, long before) {
        if (verbose || before < SKIPS_SHOWN) {
            console.skipped(skipped);
        } else if (before == SKIPS_SHOWN) {
            console.say("more inputs are skipped, which are counted but not named; --verbose names them all");
        }
    }

    /** Something for the user who did not ask for quiet. */
    void note(Console console, String message) {
        if (!quiet) {
            console.say(message);
        }
    }

    private void show(Console console, Notice notice) {
        if (verbose || !quiet && notice.kind() != Notice.Kind.LAYOUT) {
            console.say(notice.address() + ": " + notice.message());
        }
    }

    private List<Path> paths() {
        List<Path> paths = new ArrayList<>();
        for (String file : files) {
            if (file.isBlank()) {
                throw new ParameterException(spec.commandLine(), "The name of an input is empty");
            }
            try {
                paths.add(Path.of(file));
            } catch (InvalidPathException e) {
                throw new ParameterException(
                        spec.commandLine(),
                        "Not the name of a file: '" + Sanitized.line(file) + "' (" + e.getReason() + ")");
            }
        }
        return paths;
    }

    private ReadingOptions options() {
        return charset().map(ReadingOptions.DEFAULT::withEncoding).orElse(ReadingOptions.DEFAULT);
    }

    private Optional<Charset> charset() {
        try {
            Optional<Charset> charset = encoding.map(Charset::forName);
            if (charset.isEmpty() || charset.get().canEncode()) {
                return charset;
            }
            throw new UnsupportedCharsetException(encoding.orElseThrow());
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Invalid value for option '--encoding': '" + encoding.orElseThrow()
                            + "' is no encoding that Java knows; try UTF-8, ISO-8859-1, windows-1252, UTF-16LE, Shift_JIS, GB18030");
        }
    }
}
