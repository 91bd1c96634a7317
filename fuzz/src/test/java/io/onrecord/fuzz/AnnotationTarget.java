package io.onrecord.fuzz;

import io.onrecord.corrections.Corrected;
import io.onrecord.corrections.Corrections;
import io.onrecord.exchange.annotation.AnnotatedArticle;
import io.onrecord.exchange.annotation.AnnotationFiles;
import io.onrecord.exchange.annotation.AnnotationFiles.Format;
import io.onrecord.exchange.annotation.AnnotationFormatException;
import io.onrecord.exchange.annotation.Edits;
import io.onrecord.model.ArticleRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/**
 * Annotations as people send them back: brat's three files as a parcel, UIMA XMI, ZIP files of it. What they changed becomes corrections of a
 * record, which take effect on it.
 */
final class AnnotationTarget {

    private static final Instant TIME = Instant.parse("2026-11-26T02:00:00Z");

    private static final Path FOLDER = folder();

    private AnnotationTarget() {}

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("onrecord-fuzz");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static void read(byte[] bytes) throws IOException {
        Map<String, byte[]> files = Parcel.files(bytes);
        if (files.containsKey("a.ann")) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                if (file.getKey().matches("a\\.[a-z.]{1,20}")) {
                    Files.write(FOLDER.resolve(file.getKey()), file.getValue());
                }
            }
            take(FOLDER.resolve("a.ann"), Format.BRAT);
        } else if (!files.isEmpty()) {
            take(Files.write(FOLDER.resolve("b.zip"), Parcel.zip(bytes)), Format.XMI);
        } else {
            take(Files.write(FOLDER.resolve("b.xmi"), bytes), Format.XMI);
        }
    }

    private static void take(Path file, Format format) throws IOException {
        AnnotationFiles.Taker taker = new AnnotationFiles.Taker() {
            @Override
            public void article(AnnotatedArticle article) {
                for (ArticleRecord record : Annotated.RECORDS) {
                    edits(article, record);
                }
            }

            @Override
            public void broken(AnnotationFormatException problem) {
                Kept.told(problem.getMessage());
            }
        };
        try {
            AnnotationFiles.read(file, format, taker);
        } catch (AnnotationFormatException e) {
            Kept.told(e.getMessage());
        }
    }

    private static void edits(AnnotatedArticle article, ArticleRecord record) {
        try {
            Edits edits = article.edits(Corrected.untouched(record), "Pia Lund", TIME);
            edits.notTaken().forEach(Kept::told);
            Corrected corrected = Corrections.apply(record, edits.corrections());
            if (!corrected.engine().equals(record)) {
                throw new IllegalStateException("what the engine said was changed");
            }
        } catch (AnnotationFormatException e) {
            Kept.told(e.getMessage());
        }
    }
}
