package io.onrecord.cli;

import io.onrecord.Version;
import io.onrecord.exchange.RecordJson;
import io.onrecord.exchange.export.CsvRows;
import io.onrecord.exchange.export.ExportFilter;
import io.onrecord.exchange.export.ExportOptions;
import io.onrecord.exchange.export.JsonLinesRows;
import io.onrecord.exchange.export.Row;
import io.onrecord.exchange.export.TableFormat;
import io.onrecord.exchange.export.UnfitRecordException;
import io.onrecord.export.FoundRows;
import io.onrecord.memory.Answer;
import io.onrecord.memory.Answers;
import io.onrecord.memory.Question;
import io.onrecord.model.Resolution;
import io.onrecord.search.IndexException;
import io.onrecord.search.Matches;
import io.onrecord.search.Words;
import io.onrecord.speakers.NameWords;
import io.onrecord.store.Somebody;
import io.onrecord.store.StoreException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Finds statements: who said what about something. */
@Command(
        name = "who",
        header = "Find statements: who said what about something.",
        description = {
            "",
            "Looks for words, in any of their endings, and for what means nearly the same. Words between quotation marks"
                    + " must stand one behind the other, a word behind a minus must not be there; every other character"
                    + " is nothing but what stands between words. Without --about it lists what passes, the latest"
                    + " first. The search index is brought up to date first.",
            ""
        },
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        footer = {
            "",
            "Examples:",
            "  onrecord who --about \"dam safety\"",
            "  onrecord who serrat --about 'bridge -bolts' --since 2026-03",
            "  onrecord who --about '\"eastern pier\"' --stance denies,rejects --format csv > denials.csv"
        })
final class WhoCommand implements Callable<Integer> {

    /** How results are written. */
    enum Format {
        table,
        jsonl,
        csv
    }

    /** So many are asked for at a time, so that a long list needs no memory. */
    private static final int PAGE = 500;

    private static final int OUTLETS_SHOWN = 10;

    /** Statements with the words of a name, the best first, whose speakers are looked at. */
    private static final int LOOKED_AT = 20;

    private final Console console;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            paramLabel = "NAME",
            arity = "0..1",
            description = "Who made them: any name, or words of one; or the id of somebody of whom there are several.")
    private Optional<String> name = Optional.empty();

    @Option(names = "--about", paramLabel = "WORDS", order = 1, description = "What they are about.")
    private Optional<String> about = Optional.empty();

    @Option(names = "--words-only", order = 2, description = "The words themselves, not what is near in meaning.")
    private boolean wordsOnly;

    @Mixin
    private final StoreOption stored = new StoreOption();

    @Mixin
    private final FilterOptions filters = new FilterOptions();

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            order = 30,
            description = "So many at most (${DEFAULT-VALUE}).")
    private int limit;

    @Option(names = "--offset", paramLabel = "N", order = 31, description = "Leave out the first so many.")
    private int offset;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            defaultValue = "table",
            order = 32,
            description = "table for people, jsonl or csv for programs (${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private Format format;

    @Option(
            names = "--spreadsheet-safe",
            order = 33,
            description = "CSV: an apostrophe before words that a spreadsheet would take for a formula.")
    private boolean spreadsheetSafe;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            defaultValue = "auto",
            order = 34,
            description = "Colour in the table: auto, always or never (${DEFAULT-VALUE}: on a terminal).")
    @SuppressWarnings("NullAway.Init")
    private Style.When colour;

    @Option(
            names = "--no-index",
            order = 35,
            description = "Answer at once from the search index as it is; what it leaves out is said.")
    private boolean noIndex;

    @Option(
            names = "--index",
            paramLabel = "FOLDER",
            order = 36,
            description = "Where the index lies, if not beside the store.")
    private Optional<Path> folder = Optional.empty();

    @Option(
            names = {"-q", "--quiet"},
            order = 40,
            description = "No progress or summary.")
    private boolean quiet;

    /** How many results were asked for: some of them may be gone from the store since. */
    private int asked;

    WhoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        ExportFilter filter = filters.filter();
        if (limit < 1 || offset < 0) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--limit is at least 1 and --offset at least 0, not " + limit + " and " + offset);
        }
        try (OpenSearch open = OpenSearch.open(console, quiet, stored, folder)) {
            if (!noIndex) {
                open.updateToAnswer(
                        !wordsOnly && about.filter(words -> !words.isBlank()).isPresent());
            } else {
                note(
                        open.search().isUsable()
                                ? "answered from the search index as it is: " + open.leftOut()
                                : "there is no search index yet: 'onrecord index' makes it");
            }
            return answer(open, filter);
        } catch (IndexException | StoreException e) {
            throw new CommandException(String.valueOf(e.getMessage()), e);
        }
    }

    private int answer(OpenSearch open, ExportFilter filter) {
        Set<String> names = new LinkedHashSet<>(filter.speakers());
        name.ifPresent(names::add);
        Optional<List<Somebody>> who = Optional.empty();
        if (!names.isEmpty()) {
            List<Somebody> all = new ArrayList<>();
            for (String one : names) {
                List<Somebody> called = open.search().people().called(one);
                if (called.isEmpty()) {
                    nobody(one, open, filter);
                    return ExitCode.FAILED;
                }
                all.addAll(called);
            }
            who = Optional.of(all);
        }
        Words words = Words.of(about.orElse(""));
        if (words.cut()) {
            note("--about is longer than 2000 characters; what comes behind them does not count");
        }
        if (about.isPresent() && words.isEmpty() && words.without().isEmpty()) {
            note("--about has no words, so that everything passes");
        }
        write(open, new Question(who, words, !wordsOnly, filter));
        return ExitCode.OK;
    }

    private void nobody(String asked, OpenSearch open, ExportFilter filter) {
        String shown = asked.length() > 80 ? asked.substring(0, 80) + "…" : asked;
        if (isNamedByPeople(asked, open, filter)) {
            console.say("nobody is called '" + shown + "' in what was read, but a correction names somebody so:"
                    + " 'onrecord who --about \"" + shown + "\"' finds it");
            return;
        }
        List<Somebody> like = open.search().people().like(asked);
        console.say("nobody is called '" + shown + "'"
                + (like.isEmpty()
                        ? ""
                        : "; did you mean " + like.stream().map(Somebody::name).collect(Collectors.joining(", "))
                                + "?"));
    }

    /** Whom only people named is nobody over articles; the index has the name among the words of the statement. */
    private static boolean isNamedByPeople(String asked, OpenSearch open, ExportFilter filter) {
        List<String> words = NameWords.of(asked);
        Question question = new Question(Optional.empty(), Words.of(asked), false, filter);
        return !words.isEmpty()
                && open.answered(search -> search.find(question, 0, LOOKED_AT)).list().stream()
                        .anyMatch(answer -> isNamedByPeople(words, answer));
    }

    private static boolean isNamedByPeople(List<String> words, Answer answer) {
        return answer.statement().speaker() instanceof Resolution.Resolved resolved
                && NameWords.of(resolved.name()).containsAll(words)
                && answer.article().corrected().engine().speakers().stream()
                        .noneMatch(speaker -> speaker.id().equals(resolved.speakerId()));
    }

    private void write(OpenSearch open, Question question) {
        Out out = format == Format.table ? new Listed(question) : new Rows();
        Answers last = find(open, question, offset, Math.min(limit, PAGE));
        out.begin(last);
        int done = 0;
        while (true) {
            for (Answer answer : last.list()) {
                out.add(offset + ++done, answer);
            }
            int next = nextPage(last);
            if (next == 0) {
                break;
            }
            last = find(open, question, offset + asked, next);
        }
        out.end();
        summary(open, question, done, last);
    }

    private Answers find(OpenSearch open, Question question, int from, int most) {
        asked = from - offset + most;
        return open.answered(search -> search.find(question, from, most));
    }

    private int nextPage(Answers last) {
        return offset + (long) asked >= last.total() ? 0 : Math.min(PAGE, limit - asked);
    }

    private void summary(OpenSearch open, Question question, int shown, Answers answers) {
        if (shown == 0) {
            note("nothing found" + knownOutlets(open, question));
        } else {
            long left = answers.total() - offset - shown;
            note(shown + " of " + answers.total() + (answers.more() ? " and more" : "")
                    + (left > 0 && limit <= shown ? "; go on with --offset " + (offset + shown) : ""));
        }
    }

    /** An outlet that nobody knows is often a slip. */
    private String knownOutlets(OpenSearch open, Question question) {
        if (question.filter().outlets().isEmpty()) {
            return "";
        }
        List<String> known = open.search().outlets(10_000);
        List<String> strange = question.filter().outlets().stream()
                .filter(outlet -> !known.contains(outlet))
                .toList();
        return strange.isEmpty()
                ? ""
                : "; there is no outlet " + String.join(", ", strange) + ", there are "
                        + known.stream().limit(OUTLETS_SHOWN).collect(Collectors.joining(", "))
                        + (known.size() > OUTLETS_SHOWN ? ", …" : "");
    }

    private void note(String message) {
        if (!quiet) {
            console.say(message);
        }
    }

    /** Where answers go. */
    private interface Out {
        void begin(Answers first);

        void add(int number, Answer answer);

        void end();
    }

    /** For people. */
    private final class Listed implements Out {

        private final Style style = Style.of(colour, console);
        private final FoundText text;
        private final Question question;

        Listed(Question question) {
            this.question = question;
            this.text = new FoundText(style, console.width(), Matches.of(question.about()));
        }

        /** Several of one name are told apart before anything of them is shown. */
        @Override
        public void begin(Answers first) {
            List<Somebody> who = question.who().orElse(List.of());
            if (who.size() > 1) {
                StringBuilder out = new StringBuilder();
                out.append(who.size()).append(" are called so; name one by the id to have them alone:\n");
                for (Somebody one : who) {
                    out.append("  ").append(described(one)).append('\n');
                }
                console.write(out.append('\n').toString());
            } else if (who.size() == 1) {
                console.write(described(who.get(0)) + "\n\n");
            }
        }

        private String described(Somebody one) {
            StringBuilder out = new StringBuilder(style.source(Sanitized.line(one.name())));
            String also = one.aliases().stream().limit(5).collect(Collectors.joining(", "));
            out.append(style.dim(Sanitized.line(String.format(
                    Locale.ROOT,
                    " · %s · in %d %s · %s%s",
                    one.kind().name().toLowerCase(Locale.ROOT),
                    one.members(),
                    one.members() == 1 ? "article" : "articles",
                    one.id(),
                    also.isEmpty() ? "" : " · also " + also))));
            return out.toString();
        }

        @Override
        public void add(int number, Answer answer) {
            console.write(text.of(number, answer));
        }

        @Override
        public void end() {
            // Nothing stands below the last one.
        }
    }

    /** For programs. */
    private final class Rows implements Out {

        private final ExportOptions options = new ExportOptions(
                RecordJson.Offsets.CODE_POINT,
                false,
                spreadsheetSafe,
                false,
                new ExportOptions.Origin(Version.current(), List.of(stored.address()), filters.asked()));
        private final ExportPipe pipe = new ExportPipe(console.out());
        private final FoundRows table = new FoundRows(options);
        private final TableFormat.Rows rows;

        Rows() {
            try {
                TableFormat written = format == Format.csv ? new CsvRows() : new JsonLinesRows();
                this.rows = written.open(table.table(), pipe.out(), options);
            } catch (IOException e) {
                throw unwritten(e);
            }
        }

        @Override
        public void begin(Answers first) {
            // The header is written.
        }

        @Override
        public void add(int number, Answer answer) {
            try {
                for (Row row : table.rows(number, answer)) {
                    rows.add(row);
                }
            } catch (UnfitRecordException e) {
                console.say("skipped " + answer.record().article().address() + ": " + e.getMessage());
            } catch (IOException e) {
                throw unwritten(e);
            }
        }

        @Override
        public void end() {
            try {
                rows.finish();
                pipe.finish();
                if (!rows.note().isEmpty()) {
                    note(rows.note());
                }
            } catch (IOException e) {
                throw unwritten(e);
            }
        }

        private CommandException unwritten(IOException problem) {
            return new CommandException("standard output cannot be written: " + Reasons.of(problem), problem);
        }
    }
}
