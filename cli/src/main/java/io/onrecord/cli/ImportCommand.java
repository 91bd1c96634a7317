package io.onrecord.cli;

import io.onrecord.exchange.annotation.AnnotationFiles;
import io.onrecord.store.Store;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes files of other machines and programs into a store. */
@Command(
        name = "import",
        header = "Take records of another machine, or work done in another program, into a store.",
        description = {
            "",
            "Each piece is checked against the text it is about; one that does not fit is skipped with the reason.",
            ""
        },
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class)
final class ImportCommand implements Callable<Integer> {

    /** Every format that there is, in the order in which help names them. */
    static final List<ImportFormat> FORMATS = List.of(
            new RecordImport(),
            new AnnotationImport(AnnotationFiles.Format.BRAT),
            new AnnotationImport(AnnotationFiles.Format.XMI));

    private static final int LONGEST_AUTHOR = 200;

    private final Console console;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files or folders; - is standard input.")
    @SuppressWarnings("NullAway.Init")
    private List<String> files;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            description = "One of those below; without it, by the ending of FILE.")
    private Optional<String> formatName = Optional.empty();

    @Mixin
    private final StoreOption stored = new StoreOption();

    @Option(
            names = "--author",
            paramLabel = "NAME",
            order = 3,
            description = "brat, xmi: who made the corrections, for the history (the user of this machine).")
    private Optional<String> author = Optional.empty();

    @Option(names = "--dry-run", order = 4, description = "brat, xmi: list what would be taken, and take nothing.")
    private boolean dryRun;

    @Option(
            names = {"-q", "--quiet"},
            description = "No progress or summary; what is skipped is named all the same.")
    private boolean quiet;

    ImportCommand(Console console) {
        this.console = console;
    }

    /** The command with help that names every format. */
    static CommandLine line(Console console) {
        CommandLine line = new CommandLine(new ImportCommand(console));
        List<String> footer = new ArrayList<>(List.of("", "Formats:"));
        FORMATS.forEach(format -> footer.add(String.format(Locale.ROOT, "  %-15s %s", format.name(), format.about())));
        footer.addAll(List.of(
                "",
                "Examples:",
                "  onrecord import records.jsonl",
                "  onrecord import annotated --format brat --author Pia --dry-run"));
        line.getCommandSpec().usageMessage().footer(footer.toArray(String[]::new));
        return line;
    }

    @Override
    public Integer call() {
        List<ImportFormat> formats = files.stream().map(this::format).toList();
        boolean corrections = formats.stream().allMatch(ImportFormat::isOfCorrections);
        if (!corrections && (dryRun || author.isPresent())) {
            throw misused("--author and --dry-run are for corrections, which come in as brat or xmi");
        }
        ImportFormat.Corrector corrector = new ImportFormat.Corrector(author(), dryRun);
        // Before a store is made for what is not there.
        files.forEach(ImportCommand::checkThere);
        Imported imported = new Imported(console, quiet);
        // Corrections are about what is kept already: a new store for them would be a slip.
        try (Store store = corrections ? stored.open() : stored.make()) {
            for (int i = 0; i < files.size(); i++) {
                formats.get(i).run(files.get(i), console.in(), store, corrector, imported);
            }
            return imported.end(store.name());
        }
    }

    private static void checkThere(String file) {
        try {
            if (!file.equals("-") && Files.notExists(Path.of(file))) {
                throw new CommandException(Sanitized.line(file) + " cannot be read: no such file or folder");
            }
        } catch (InvalidPathException e) {
            throw new CommandException(Sanitized.line(file) + " is no name of a file", e);
        }
    }

    private String author() {
        String name = author.orElse(System.getProperty("user.name", "unknown")).strip();
        if (name.isEmpty() || name.length() > LONGEST_AUTHOR) {
            throw misused("--author is a name of at most " + LONGEST_AUTHOR + " characters");
        }
        return name;
    }

    private ImportFormat format(String file) {
        if (formatName.isPresent()) {
            String name = formatName.get().toLowerCase(Locale.ROOT);
            return FORMATS.stream()
                    .filter(format -> format.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> misused("There is no format '" + Sanitized.line(name) + "' to import; there are "
                            + FORMATS.stream().map(ImportFormat::name).collect(Collectors.joining(", "))));
        }
        String name = file.toLowerCase(Locale.ROOT);
        return FORMATS.stream()
                .filter(format -> format.endings().stream().anyMatch(name::endsWith))
                .findFirst()
                .orElseThrow(() ->
                        misused("The ending of " + Sanitized.line(file) + " tells no format: name one with --format"));
    }

    private ParameterException misused(String problem) {
        return new ParameterException(spec.commandLine(), problem);
    }
}
