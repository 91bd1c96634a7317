package io.onrecord.cli;

import io.onrecord.copies.Copies;
import io.onrecord.copies.Group;
import io.onrecord.copies.Signature;
import io.onrecord.copies.Signed;
import io.onrecord.exchange.CopyGroup;
import io.onrecord.exchange.CopyGroups;
import io.onrecord.exchange.SignatureFile;
import io.onrecord.model.Article;
import io.onrecord.model.Outcome;
import io.onrecord.model.Published;
import io.onrecord.reading.Articles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Finds articles that are copies of one another. */
@Command(
        name = "copies",
        header = "Find articles that are copies of one another, and which was first.",
        description = {
            "",
            "Prints groups: the origin, which is the article published first, then its copies. Each has its kind",
            "and a score, the share of the shorter text that stands in the longer one:",
            "  exact      the same words; typography and case may differ",
            "  near       most of the words: another lede, small edits, a later version of the page",
            "  contained  a cut version, less than half as long",
            "",
            "Stories that share background or quotations, but mostly tell something else, are not copies.",
            ""
        },
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        footer = {
            "",
            "Examples:",
            "  onrecord copies articles",
            "  onrecord copies --format csv -o copies.csv articles.jsonl"
        })
final class CopiesCommand implements Callable<Integer> {

    /** How results are written. */
    enum Format {
        text,
        jsonl,
        csv
    }

    /** So many articles are compared while the user waits. */
    private static final int QUICK = 50_000;

    private final Console console;

    @Mixin
    private final InputOptions input = new InputOptions();

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text for people, jsonl (a group a line) or csv (an article a line) for programs"
                    + " (${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private Format format;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write to a file, which appears when the run has finished.")
    private Optional<Path> output = Optional.empty();

    CopiesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        output.ifPresent(file -> input.checkOutput(file, OutputFile.partial(file)));
        try (Articles articles = input.open(console);
                SignatureFile signatures = SignatureFile.create()) {
            return output.isPresent()
                    ? toFile(output.get(), articles, signatures)
                    : find(articles, signatures, console::write);
        } catch (UncheckedIOException e) {
            throw new CommandException(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new CommandException(
                    "no temporary file can be made: " + Reasons.of(e)
                            + "; choose another folder with ONRECORD_JAVA_OPTS=-Djava.io.tmpdir=FOLDER",
                    e);
        }
    }

    /** Keeps the signature of each article, and what is to be shown of it, but no text. */
    private Tally sign(Articles articles, SignatureFile signatures) {
        Tally tally = new Tally();
        Progress progress = new Progress(console, !input.quiet(), articles.bytesTotal());
        while (articles.hasNext()) {
            Outcome<Article> outcome = articles.next();
            if (outcome instanceof Outcome.Kept<Article> kept) {
                add(kept.value(), signatures);
                tally.read(0);
            } else if (outcome instanceof Outcome.Skipped<Article> skipped) {
                progress.clear();
                input.skipped(console, skipped, tally.skippedCount());
                tally.skipped(skipped.stage());
            }
            progress.update(tally.read(), tally.skips(), articles.bytesRead());
        }
        progress.clear();
        return tally;
    }

    private static void add(Article article, SignatureFile signatures) {
        // An article may be in the input twice; its number keeps the two apart until they are shown.
        String id = article.id() + String.format(Locale.ROOT, ".%010d", signatures.size());
        signatures.add(
                new Signed(id, article.metadata().published(), Signature.of(article.text())),
                List.of(
                        article.id(),
                        article.address(),
                        article.metadata().outlet().orElse(""),
                        article.metadata().title().orElse("")));
    }

    /** The file is opened first: what is wrong with it is said before everything is read. */
    private int toFile(Path file, Articles articles, SignatureFile signatures) {
        try (OutputFile out = OutputFile.create(file)) {
            int code = find(articles, signatures, out::write);
            if (code != ExitCode.FAILED) {
                out.finish();
            }
            return code;
        }
    }

    private int find(Articles articles, SignatureFile signatures, Sink sink) {
        Tally tally = sign(articles, signatures);
        if (tally.exitCode() != ExitCode.FAILED) {
            input.note(console, list(signatures, sink).summary(tally));
        }
        return tally.exitCode();
    }

    private Listed list(SignatureFile signatures, Sink sink) {
        if (signatures.size() > QUICK) {
            input.note(console, "all articles are read; looking for copies");
        }
        Listed listed = new Listed(signatures, sink);
        if (format == Format.csv) {
            sink.write(CopyGroups.csvHeader());
        }
        Copies.groups(signatures, listed::add);
        return listed;
    }

    private interface Sink {
        void write(String text);
    }

    /** The groups, written as they come. */
    private final class Listed {
        private final SignatureFile signatures;
        private final Sink sink;
        private long groups;
        private long copies;
        private long twice;

        Listed(SignatureFile signatures, Sink sink) {
            this.signatures = signatures;
            this.sink = sink;
        }

        void add(Group group) {
            Set<String> seen = new HashSet<>();
            CopyGroup.Item origin = item(group.origin());
            seen.add(origin.id());
            List<CopyGroup.Copy> others = new ArrayList<>();
            for (Group.Copy copy : group.copies()) {
                CopyGroup.Item item = item(copy.index());
                if (seen.add(item.id())) {
                    others.add(new CopyGroup.Copy(item, copy.link()));
                } else {
                    twice++;
                }
            }
            if (!others.isEmpty()) {
                groups++;
                copies += others.size();
                sink.write(text(new CopyGroup(origin, others)));
            }
        }

        private CopyGroup.Item item(int index) {
            List<String> notes = signatures.notes(index);
            return new CopyGroup.Item(
                    notes.get(0),
                    notes.get(1),
                    known(notes.get(2)),
                    signatures.get(index).published().map(Published::value),
                    known(notes.get(3)));
        }

        private Optional<String> known(String note) {
            return note.isEmpty() ? Optional.empty() : Optional.of(note);
        }

        private String text(CopyGroup group) {
            return switch (format) {
                case jsonl -> CopyGroups.json(group) + "\n";
                case csv -> CopyGroups.csv(groups, group);
                case text -> listing(group);
            };
        }

        private String listing(CopyGroup group) {
            StringBuilder out = new StringBuilder();
            out.append(shown(group.origin())).append("\n");
            for (CopyGroup.Copy copy : group.copies()) {
                out.append(String.format(
                        Locale.ROOT,
                        "  %-9s %3d %%  %s\n",
                        copy.link().kind().label(),
                        Math.round(100 * copy.link().score()),
                        shown(copy.article())));
            }
            return out.append("\n").toString();
        }

        private String shown(CopyGroup.Item item) {
            StringBuilder out = new StringBuilder(item.address());
            item.published().ifPresent(date -> out.append(" · ").append(date));
            item.outlet().ifPresent(outlet -> out.append(" · ").append(outlet));
            item.title().ifPresent(title -> out.append(" · ").append(title));
            return Sanitized.line(out.toString());
        }

        String summary(Tally tally) {
            String summary = counted(tally.read(), "article", "articles") + " read, "
                    + (groups == 0
                            ? "no copies"
                            : counted(copies, "copy", "copies") + " of " + counted(groups, "origin", "origins"));
            if (twice > 0) {
                summary += ", " + twice + " in the input more than once";
            }
            return summary + (tally.skippedCount() > 0 ? ", " + tally.skippedCount() + " skipped" : "");
        }

        private String counted(long count, String one, String many) {
            return count + " " + (count == 1 ? one : many);
        }
    }
}
