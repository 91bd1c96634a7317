package io.onrecord.exchange.annotation;

import io.onrecord.corrections.Corrected;
import io.onrecord.exchange.export.ExportItem;
import io.onrecord.exchange.export.ExportOptions;
import io.onrecord.exchange.export.Exporter;
import io.onrecord.exchange.export.FolderFormat;
import io.onrecord.exchange.export.Subject;
import io.onrecord.model.ArticleRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Records exported into a folder, which a person then works on. */
final class Exported {

    static final Instant TIME = Instant.parse("2026-11-26T02:00:00Z");

    private final Path folder;
    private final AnnotationFiles.Format format;

    private Exported(Path folder, AnnotationFiles.Format format) {
        this.folder = folder;
        this.format = format;
    }

    static Exported to(Path folder, AnnotationFiles.Format format, ArticleRecord... records) throws IOException {
        FolderFormat writer = format == AnnotationFiles.Format.BRAT ? new BratFormat() : new XmiFormat();
        FolderFormat.Folder files = name -> Files.newOutputStream(folder.resolve(name), StandardOpenOption.CREATE_NEW);
        try (Exporter exporter = writer.open(Subject.STATEMENTS, files, ExportOptions.DEFAULT)) {
            for (ArticleRecord record : records) {
                exporter.add(ExportItem.of(record));
            }
            exporter.finish();
        }
        return new Exported(folder, format);
    }

    /** The one file of an ending that is of the text, not of the title. */
    Path file(String ending) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path ->
                            path.toString().endsWith(ending) && !path.toString().endsWith("-title" + ending))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** The one file of an ending that is of the title. */
    Path titleFile(String ending) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path -> path.toString().endsWith("-title" + ending))
                    .findFirst()
                    .orElseThrow();
        }
    }

    Exported replace(String ending, String before, String after) throws IOException {
        return replace(file(ending), before, after);
    }

    Exported replace(Path file, String before, String after) throws IOException {
        String content = Files.readString(file);
        if (!content.contains(before)) {
            throw new AssertionError("no '" + before + "' in\n" + content);
        }
        Files.writeString(file, content.replace(before, after));
        return this;
    }

    /** What the files say, as far as they are whole. */
    Read read() throws IOException {
        return read(folder, format);
    }

    static Read read(Path path, AnnotationFiles.Format format) throws IOException {
        Read read = new Read(new ArrayList<>(), new ArrayList<>());
        AnnotationFiles.read(path, format, new AnnotationFiles.Taker() {
            @Override
            public void article(AnnotatedArticle article) {
                read.articles.add(article);
            }

            @Override
            public void broken(AnnotationFormatException problem) {
                read.broken.add(String.valueOf(problem.getMessage()));
            }
        });
        return read;
    }

    /** What changed against a record; no file may be broken. */
    Edits edits(ArticleRecord record) throws IOException {
        return edits(Corrected.untouched(record));
    }

    Edits edits(Corrected now) throws IOException {
        Read read = read();
        if (!read.broken.isEmpty()) {
            throw new AssertionError(read.broken.toString());
        }
        List<io.onrecord.corrections.Correction> corrections = new ArrayList<>();
        List<String> notTaken = new ArrayList<>();
        for (AnnotatedArticle article : read.articles) {
            if (article.articleId().equals(now.record().article().id())) {
                Edits edits = article.edits(now, "Pia Lund", TIME);
                corrections.addAll(edits.corrections());
                notTaken.addAll(edits.notTaken());
            }
        }
        return new Edits(corrections, notTaken);
    }

    /** What was read. */
    record Read(List<AnnotatedArticle> articles, List<String> broken) {}
}
