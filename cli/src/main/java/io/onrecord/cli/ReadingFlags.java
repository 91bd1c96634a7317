package io.onrecord.cli;

import io.onrecord.model.Outcome;
import io.onrecord.reading.Notice;
import io.onrecord.reading.ReadingOptions;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** How articles are read and what is said of it, wherever they come from. */
final class ReadingFlags {

    /** A file of the wrong kind may hold a million lines that are no articles. */
    private static final long SKIPS_SHOWN = 100;

    @Spec(Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            description = "Encoding of input that is not UTF-8, such as windows-1252 (guessed, and said).")
    private Optional<String> encoding = Optional.empty();

    @Option(
            names = "--language",
            paramLabel = "CODE",
            defaultValue = "en",
            description = "Language of the articles to read, others are skipped; any reads all (${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private String language;

    @ArgGroup(exclusive = false, heading = "%nAddresses:%n")
    private FetchingOptions fetching = new FetchingOptions();

    @ArgGroup(exclusive = false, heading = "%nTables (CSV, TSV, XLSX); a column by its header or its number from 1:%n")
    private ColumnOptions columns = new ColumnOptions();

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

    void show(Console console, Notice notice) {
        if (verbose || !quiet && notice.kind() != Notice.Kind.LAYOUT) {
            console.say(notice.address() + ": " + notice.message());
        }
    }

    ReadingOptions options() {
        ReadingOptions options = ReadingOptions.DEFAULT
                .withTables(checked("--delimiter", columns::options))
                .withFetching(checked("--user-agent", fetching::options))
                .withLanguage(checked("--language", this::language));
        return charset().map(options::withEncoding).orElse(options);
    }

    private Optional<String> language() {
        String code = language.toLowerCase(Locale.ROOT);
        if (code.equals("any")) {
            return Optional.empty();
        }
        return Optional.of(code.length() > 3 ? language : code);
    }

    private <T> T checked(String option, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    spec.commandLine(), "Invalid value for option '" + option + "': " + e.getMessage());
        }
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
