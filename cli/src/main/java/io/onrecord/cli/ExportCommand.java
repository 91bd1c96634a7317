package io.onrecord.cli;

import io.onrecord.Version;
import io.onrecord.exchange.export.ClaimTable;
import io.onrecord.exchange.export.ExportFilter;
import io.onrecord.exchange.export.ExportFormat;
import io.onrecord.exchange.export.ExportOptions;
import io.onrecord.exchange.export.FolderFormat;
import io.onrecord.exchange.export.IdentityTable;
import io.onrecord.exchange.export.Subject;
import io.onrecord.export.StoredItems;
import io.onrecord.store.Store;
import io.onrecord.store.StoreException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes what is kept in the formats of other programs. */
@Command(
        name = "export",
        header = "Write what is kept as a file for other programs, or for people.",
        description = {
            "",
            "WHAT is statements (a row each), articles, speakers, disputes, identities (who is the same over articles),"
                    + " claims (a row for each statement of one), or records (whole, for import into another store). Everything is written, however much it is,"
                    + " unless a filter asks for less; a format of whole articles has those with a statement that"
                    + " passes.",
            ""
        },
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class)
final class ExportCommand implements Callable<Integer> {

    /** The subjects by the names that users write. */
    enum What {
        statements(Subject.STATEMENTS),
        articles(Subject.ARTICLES),
        speakers(Subject.SPEAKERS),
        disputes(Subject.DISPUTES),
        identities(Subject.IDENTITIES),
        claims(Subject.CLAIMS),
        records(Subject.RECORDS);

        private final Subject subject;

        What(Subject subject) {
            this.subject = subject;
        }

        static String of(Subject subject) {
            return subject.name().toLowerCase(Locale.ROOT);
        }
    }

    private final Console console;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            paramLabel = "WHAT",
            arity = "0..1",
            description = "${COMPLETION-CANDIDATES} (statements, where the format has them).")
    private Optional<What> what = Optional.empty();

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            description = "One of those below; without it, by the ending of FILE.")
    private Optional<String> formatName = Optional.empty();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write to a file, which appears when all is written; a folder, or FILE.zip, for formats of"
                    + " several files.")
    private Optional<Path> output = Optional.empty();

    @Mixin
    private final StoreOption stored = new StoreOption();

    @Option(
            names = "--from",
            paramLabel = "FILE",
            description = "Take records from this file instead of a store, written by read --format jsonl --with-text;"
                    + " - is standard input; the option again for more.")
    private List<String> files = new ArrayList<>();

    @Option(names = "--all-versions", description = "Older versions of articles, too, not the newest alone.")
    private boolean allVersions;

    @Option(
            names = "--offsets",
            paramLabel = "UNIT",
            defaultValue = "codepoint",
            description = "What offsets count: codepoint or utf16 (${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private RecordOptions.OffsetUnit offsets;

    @Option(names = "--with-text", description = "Texts of articles, too, where the format has a place.")
    private boolean withText;

    @Option(
            names = "--spreadsheet-safe",
            description = "CSV: an apostrophe before words that a spreadsheet would take for a formula.")
    private boolean spreadsheetSafe;

    @Option(names = "--bom", description = "CSV: begin with a byte order mark, which Excel needs for UTF-8.")
    private boolean byteOrderMark;

    @Mixin
    private final FilterOptions filters = new FilterOptions();

    @Option(
            names = {"-q", "--quiet"},
            description = "No progress or summary; what is skipped is named all the same.")
    private boolean quiet;

    ExportCommand(Console console) {
        this.console = console;
    }

    /** The command with help that names every format. */
    static CommandLine line(Console console) {
        CommandLine line = new CommandLine(new ExportCommand(console));
        List<String> footer = new ArrayList<>(List.of("", "Formats:"));
        for (ExportFormat format : Formats.ALL.all()) {
            footer.add(String.format(Locale.ROOT, "  %-15s %s", format.name(), format.about()));
        }
        footer.addAll(List.of(
                "",
                "Examples:",
                "  onrecord export -o statements.csv",
                "  onrecord export --format jsonl --speaker serrat --since 2024-05",
                "  onrecord export records -o records.jsonl --with-text",
                "  onrecord read -f jsonl --with-text articles | onrecord export --from - -o statements.csv"));
        // Percent signs and such are words here.
        line.getCommandSpec()
                .usageMessage()
                .footer(footer.stream().map(text -> text.replace("%", "%%")).toArray(String[]::new));
        return line;
    }

    @Override
    public Integer call() {
        ExportFilter filter = filters.filter();
        Choice choice = choice();
        checkOptions(choice);
        if (files.isEmpty()) {
            try (Store store = stored.open()) {
                return fromStore(run(choice, List.of(store.name())), choice, store, filter);
            } catch (StoreException e) {
                throw new CommandException(String.valueOf(e.getMessage()), e);
            }
        }
        try (RecordFiles records = new RecordFiles(files, console.in())) {
            return run(choice, files).items(new FiledItems(records, filter));
        }
    }

    private int fromStore(ExportRun run, Choice choice, Store store, ExportFilter filter) {
        return switch (choice.subject) {
            case IDENTITIES -> {
                UpToDate.bring(store, console);
                yield run.rows(
                        IdentityTable.table(), store.identities().iterator(), row -> List.of(IdentityTable.row(row)));
            }
            case CLAIMS -> {
                UpToDate.bring(store, console);
                ClaimTable table = new ClaimTable(offsets.offsets(), store::get);
                yield run.rows(table.table(), store.allClaims(), table::rows);
            }
            default -> run.items(new StoredItems(store, filter, allVersions, choice.format.hasCorrections()));
        };
    }

    private ExportRun run(Choice choice, List<String> sources) {
        ExportOptions options = new ExportOptions(
                offsets.offsets(),
                withText,
                spreadsheetSafe,
                byteOrderMark,
                new ExportOptions.Origin(Version.current(), sources, filters.asked()));
        return new ExportRun(console, quiet, choice.format, choice.subject, output, options);
    }

    /** What is written, and how. */
    private record Choice(ExportFormat format, Subject subject) {}

    private Choice choice() {
        String name = formatName
                .or(() -> output.flatMap(file -> Formats.ALL.guessed(String.valueOf(file.getFileName()))))
                .orElseThrow(() -> misused(
                        output.isEmpty()
                                ? "Name a format with --format, or a file with -o whose ending tells it"
                                : "The ending of " + output.get() + " tells no format: name one with --format"));
        List<ExportFormat> named = Formats.ALL.named(name);
        if (named.isEmpty()) {
            throw misused("There is no format '" + Sanitized.line(name) + "'; there are "
                    + String.join(", ", Formats.ALL.names()));
        }
        Subject subject = what.map(asked -> asked.subject).orElseGet(() -> usual(named));
        return named.stream()
                .filter(format -> format.subjects().contains(subject))
                .findFirst()
                .map(format -> new Choice(format, subject))
                .orElseThrow(
                        () -> misused(named.get(0).name() + " holds " + held(named) + ", not " + What.of(subject)));
    }

    /** Statements, where the formats have them. */
    private static Subject usual(List<ExportFormat> formats) {
        return subjects(formats).iterator().next();
    }

    private static String held(List<ExportFormat> formats) {
        return subjects(formats).stream().map(What::of).collect(Collectors.joining(" or "));
    }

    private static EnumSet<Subject> subjects(List<ExportFormat> formats) {
        EnumSet<Subject> subjects = EnumSet.noneOf(Subject.class);
        formats.forEach(format -> subjects.addAll(format.subjects()));
        return subjects;
    }

    private static boolean isOverArticles(Subject subject) {
        return subject == Subject.IDENTITIES || subject == Subject.CLAIMS;
    }

    private void checkOptions(Choice choice) {
        if (!files.isEmpty() && spec.commandLine().getParseResult().hasMatchedOption("--store")) {
            throw misused("--from and --store exclude each other: records come from one or the other");
        }
        if (isOverArticles(choice.subject)
                && !(files.isEmpty() && filters.asked().isEmpty())) {
            throw misused(What.of(choice.subject)
                    + " go over articles: they come from a store, all of them; leave out --from and the filters");
        }
        if (files.stream().filter("-"::equals).count() > 1) {
            throw misused("- (standard input) can be read once");
        }
        if (choice.format instanceof FolderFormat && output.isEmpty()) {
            throw misused(choice.format.name() + " is several files: name a folder, or a ZIP file, with -o");
        }
        if (choice.format.isBinary() && output.isEmpty() && console.outIsTerminal()) {
            throw misused(choice.format.name() + " is nothing for a terminal: name a file with -o");
        }
        if (output.isPresent() && inputs().anyMatch(this::isWrittenOver)) {
            throw misused(output.get() + " is an input, too: name another output");
        }
    }

    private boolean isWrittenOver(Path input) {
        return output.filter(
                        file -> OutputFile.isSame(file, input) || OutputFile.isSame(ExportTarget.partial(file), input))
                .isPresent();
    }

    /** The files that are read, the store among them. */
    private Stream<Path> inputs() {
        return files.isEmpty()
                ? Stream.of(stored.address())
                        .filter(address -> !address.startsWith("jdbc:"))
                        .map(Path::of)
                : files.stream().filter(file -> !file.equals("-")).map(Path::of);
    }

    private ParameterException misused(String problem) {
        return new ParameterException(spec.commandLine(), problem);
    }
}
