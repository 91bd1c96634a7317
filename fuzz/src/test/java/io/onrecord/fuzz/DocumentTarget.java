package io.onrecord.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.onrecord.model.Metadata;
import io.onrecord.reading.document.DocumentKind;
import io.onrecord.reading.document.DocumentLimits;
import io.onrecord.reading.document.DocumentReader;
import io.onrecord.reading.document.NewsExport;
import io.onrecord.reading.item.Known;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Documents of every kind. */
final class DocumentTarget {

    private static final DocumentLimits LIMITS = DocumentLimits.DEFAULT
            .withArticleBytes(1 << 16)
            .withDocumentBytes(1 << 20)
            .withPages(20)
            .withTime(Duration.ofSeconds(10));

    private static final DocumentReader READER = new DocumentReader(LIMITS);

    private DocumentTarget() {}

    static void pdf(byte[] bytes) throws IOException {
        read(DocumentKind.PDF, bytes);
    }

    /** A parcel is packed and read as whatever it is, else as all three. */
    static void office(byte[] bytes) throws IOException {
        if (!Parcel.is(bytes)) {
            read(
                    DocumentKind.of(bytes, Known.NOTHING)
                            .filter(kind -> kind != DocumentKind.PDF)
                            .orElse(DocumentKind.DOCX),
                    bytes);
            return;
        }
        byte[] zip = Parcel.zip(bytes);
        Optional<DocumentKind> kind = DocumentKind.of(zip, Known.NOTHING);
        for (DocumentKind each :
                kind.map(List::of).orElse(List.of(DocumentKind.DOCX, DocumentKind.ODT, DocumentKind.EPUB))) {
            read(each, zip);
        }
    }

    /** Mails, mailboxes, RTF, and the exports of news databases: what is text. */
    static void mail(byte[] bytes) throws IOException {
        Optional<DocumentKind> kind = DocumentKind.of(bytes, Known.NOTHING);
        if (kind.isPresent()) {
            read(kind.get(), bytes);
            return;
        }
        String text = new String(bytes, UTF_8);
        Optional<NewsExport> plain = NewsExport.of(text);
        if (plain.isPresent()) {
            Kept.all(plain.get().articles("export", Metadata.NONE, LIMITS));
        }
        Optional<NewsExport> marked = NewsExport.ofMarkUp(text);
        if (marked.isPresent()) {
            Kept.all(marked.get().articles("export", Metadata.NONE, LIMITS));
        }
        if (plain.isEmpty() && marked.isEmpty()) {
            read(bytes.length % 2 == 0 ? DocumentKind.MAIL : DocumentKind.RTF, bytes);
        }
    }

    private static void read(DocumentKind kind, byte[] bytes) throws IOException {
        Kept.all(READER.open(kind, Kept.item("document", bytes)));
    }
}
