package io.onrecord.cli;

import io.onrecord.corrections.Change;
import io.onrecord.corrections.Corrected;
import io.onrecord.corrections.Correction;
import io.onrecord.exchange.annotation.AnnotatedArticle;
import io.onrecord.exchange.annotation.AnnotationFiles;
import io.onrecord.exchange.annotation.AnnotationFormatException;
import io.onrecord.exchange.annotation.Edits;
import io.onrecord.model.Outcome;
import io.onrecord.model.StanceReading;
import io.onrecord.store.Store;
import io.onrecord.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What people corrected in an annotation tool: all of a file is taken, or nothing. */
final class AnnotationImport implements ImportFormat {

    private static final int SHOWN = 60;

    private final AnnotationFiles.Format format;

    AnnotationImport(AnnotationFiles.Format format) {
        this.format = format;
    }

    @Override
    public String name() {
        return format.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String about() {
        return switch (format) {
            case BRAT -> "corrections made in brat: the exported folder, or one of its .ann files";
            case XMI -> "corrections made in INCEpTION or UIMA: .xmi files, folders or ZIP files of them";
        };
    }

    @Override
    public List<String> endings() {
        return switch (format) {
            case BRAT -> List.of(".ann");
            case XMI -> List.of(".xmi");
        };
    }

    @Override
    public boolean isOfCorrections() {
        return true;
    }

    @Override
    public void run(String name, InputStream standardInput, Store store, Corrector corrector, Imported imported) {
        if (name.equals("-")) {
            throw new CommandException("annotations come in files and folders, not from standard input");
        }
        Instant now = Instant.now();
        try {
            AnnotationFiles.read(Path.of(name), format, new AnnotationFiles.Taker() {
                @Override
                public void article(AnnotatedArticle article) {
                    take(article, store, corrector, now, imported);
                }

                @Override
                public void broken(AnnotationFormatException problem) {
                    skip(name, String.valueOf(problem.getMessage()), imported);
                }
            });
        } catch (AnnotationFormatException e) {
            throw new CommandException(String.valueOf(e.getMessage()), e);
        } catch (InvalidPathException e) {
            throw new CommandException(Sanitized.line(name) + " is no name of a file", e);
        } catch (IOException e) {
            throw new CommandException(name + " cannot be read: " + Reasons.of(e), e);
        }
    }

    private static void skip(String name, String why, Imported imported) {
        imported.skipped(new Outcome.Skipped<>(name, Outcome.Stage.READING, why));
    }

    private static void take(
            AnnotatedArticle article, Store store, Corrector corrector, Instant now, Imported imported) {
        try {
            Optional<Corrected> kept = store.corrected(article.articleId());
            if (kept.isEmpty()) {
                skip(
                        article.file(),
                        "the store has no article " + Sanitized.line(article.articleId())
                                + ": import into the store that it was exported from",
                        imported);
                return;
            }
            Edits edits = article.edits(kept.get(), corrector.author(), now);
            edits.notTaken().forEach(line -> imported.remarks("not taken: " + line));
            edits.corrections().forEach(one -> imported.lists(article.file() + ": " + line(one)));
            if (!corrector.dryRun() && !edits.corrections().isEmpty()) {
                store.addCorrections(article.articleId(), edits.corrections());
            }
            tell(edits, corrector, imported);
        } catch (AnnotationFormatException e) {
            skip(article.file(), String.valueOf(e.getMessage()), imported);
        } catch (StoreException e) {
            if (e.reason() != StoreException.Reason.UNFIT) {
                throw new CommandException(String.valueOf(e.getMessage()), e);
            }
            skip(article.file(), String.valueOf(e.getMessage()), imported);
        }
    }

    private static void tell(Edits edits, Corrector corrector, Imported imported) {
        String what = corrector.dryRun() ? "corrections that would be taken (--dry-run)" : "corrections";
        edits.corrections().forEach(one -> imported.taken(what));
        if (edits.corrections().isEmpty()) {
            imported.taken("files without changes");
        }
    }

    /** What a correction says, in one line. */
    private static String line(Correction correction) {
        String words = correction.anchor().words();
        String cut = words.codePointCount(0, words.length()) <= SHOWN
                ? words
                : words.substring(0, words.offsetByCodePoints(0, SHOWN)) + "…";
        return "“" + cut + "”: " + said(correction);
    }

    private static String said(Correction correction) {
        String before = correction.seen().speaker().orElse("nobody");
        Change change = correction.change();
        if (change instanceof Change.SpeakerIs speaker) {
            return "speaker " + before + " → " + speaker.name();
        }
        if (change instanceof Change.NobodyNamed) {
            return "speaker " + before + " → nobody";
        }
        if (change instanceof Change.StanceIs stance) {
            return "stance "
                    + correction.seen().stance().map(AnnotationImport::reading).orElse("none") + " → "
                    + reading(stance.reading());
        }
        if (change instanceof Change.SpansAre) {
            return "other words marked";
        }
        return change instanceof Change.Rejected ? "rejected" : "added";
    }

    private static String reading(StanceReading reading) {
        return reading.stance()
                + (reading.negated() ? ", negated" : "")
                + (reading.hypothetical() ? ", hypothetical" : "");
    }
}
