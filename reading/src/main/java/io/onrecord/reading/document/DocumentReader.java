package io.onrecord.reading.document;

import io.onrecord.model.Article;
import io.onrecord.model.Metadata;
import io.onrecord.model.Outcome;
import io.onrecord.reading.item.Item;
import io.onrecord.reading.item.ItemArticles;
import io.onrecord.reading.item.Limited;
import io.onrecord.reading.item.Spooled;
import io.onrecord.reading.item.Wording;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads documents. Immutable and free to share; the articles of one document belong to one thread.
 *
 * <p>A document is one article, but for books, an article a chapter, for mailboxes, an article a mail, and for the exports
 * of news databases. What is known of a single document from outside goes before its own properties, which are often
 * left over from a template; where there are several articles, what each says of itself goes before.
 */
public final class DocumentReader {

    private final DocumentLimits limits;
    private final DocumentNotes notes;

    /** Tells nobody anything. */
    public DocumentReader(DocumentLimits limits) {
        this(limits, DocumentNotes.NONE);
    }

    public DocumentReader(DocumentLimits limits, DocumentNotes notes) {
        this.limits = limits;
        this.notes = notes;
    }

    /**
     * The articles of a document. Nothing is read before the first is asked for. A document that cannot be read, damaged,
     * protected or out of all measure, is one that was skipped, with the reason.
     */
    public ItemArticles open(DocumentKind kind, Item item) {
        return new Reading(kind, item);
    }

    /** The articles of one document as they are pulled. */
    private final class Reading implements ItemArticles {

        private final DocumentKind kind;
        private final Item item;
        private @Nullable Spooled spool;
        private @Nullable Parts parts;
        private boolean done;

        Reading(DocumentKind kind, Item item) {
            this.kind = kind;
            this.item = item;
        }

        @Override
        public @Nullable Outcome<Article> next() throws IOException {
            if (done) {
                return null;
            }
            try {
                Parts opened = parts;
                if (opened == null) {
                    opened = parts();
                    parts = opened;
                }
                Outcome<Article> outcome = opened.next();
                done = outcome == null;
                return outcome;
            } catch (DocumentException e) {
                done = true;
                return Wording.skipped(item.address(), e.why());
            } catch (StackOverflowError e) {
                // Ours never recurse over input; the libraries may. The stack is whole again here.
                done = true;
                return Wording.skipped(item.address(), "damaged or hostile: something in it is nested without end");
            }
        }

        private Parts parts() throws IOException, DocumentException {
            return switch (kind) {
                case PDF -> whole(Pdf.read(spooled(), item.address(), limits, notes));
                case DOCX -> whole(zipped(Docx::read));
                case ODT -> whole(zipped(Odt::read));
                case RTF -> whole(rtf());
                case EPUB -> book();
                case MAIL -> Mails.one(item, limits, notes);
                case MAILBOX -> Mails.box(item, limits, notes);
            };
        }

        private Draft rtf() throws IOException, DocumentException {
            try {
                return Rtf.read(new Limited(item.bytes(), limits.documentBytes()), item.address(), notes);
            } catch (Limited.TooLongException e) {
                throw tooLarge(e);
            }
        }

        private Draft zipped(ZipReading reading) throws IOException, DocumentException {
            try (ZipParts zip = ZipParts.open(spooled().file())) {
                return reading.read(zip);
            }
        }

        private Parts book() throws IOException, DocumentException {
            ZipParts zip = ZipParts.open(spooled().file());
            try {
                return Epub.open(item, zip, limits);
            } catch (DocumentException | IOException | RuntimeException e) {
                zip.close();
                throw e;
            }
        }

        private DocumentException tooLarge(Exception e) {
            return new DocumentException(
                    "larger than " + Wording.bytes(limits.documentBytes())
                            + ", the limit for one document: split it, or save its text",
                    e);
        }

        private Spooled spooled() throws IOException, DocumentException {
            try {
                spool = Spooled.of(item.bytes(), limits.documentBytes());
            } catch (Limited.TooLongException e) {
                throw tooLarge(e);
            }
            return spool;
        }

        /** The one article of a document, or those of the export that it is. */
        private Parts whole(Draft draft) {
            Metadata known = item.known().metadata();
            Optional<NewsExport> export = NewsExport.of(String.join("\n\n", draft.paragraphs()));
            return export.isPresent()
                    ? new Given(export.get().articles(item.address(), known, limits))
                    : new Given(draft.article(item.address(), known, limits));
        }

        @Override
        public void close() throws IOException {
            done = true;
            try {
                if (parts != null) {
                    parts.close();
                }
            } finally {
                if (spool != null) {
                    spool.close();
                }
            }
        }
    }

    @FunctionalInterface
    private interface ZipReading {
        Draft read(ZipParts zip) throws IOException, DocumentException;
    }

    /** Articles that need their document no more. */
    private static final class Given implements Parts {

        private final @Nullable ItemArticles several;
        private @Nullable Outcome<Article> one;

        Given(ItemArticles several) {
            this.several = several;
        }

        Given(Outcome<Article> one) {
            this.several = null;
            this.one = one;
        }

        @Override
        public @Nullable Outcome<Article> next() throws IOException {
            if (several != null) {
                return several.next();
            }
            Outcome<Article> outcome = one;
            one = null;
            return outcome;
        }

        @Override
        public void close() throws IOException {
            if (several != null) {
                several.close();
            }
        }
    }
}
