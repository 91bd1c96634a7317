package io.onrecord.reading;

import io.onrecord.model.Article;
import io.onrecord.model.Outcome;
import io.onrecord.reading.agency.AgencyFormats;
import io.onrecord.reading.agency.AgencyKind;
import io.onrecord.reading.archive.ArchiveKind;
import io.onrecord.reading.document.DocumentKind;
import io.onrecord.reading.document.DocumentReader;
import io.onrecord.reading.document.NewsExport;
import io.onrecord.reading.item.Item;
import io.onrecord.reading.item.ItemArticles;
import io.onrecord.reading.item.Known;
import io.onrecord.reading.item.Wording;
import io.onrecord.reading.table.TableKind;
import io.onrecord.reading.table.TableOptions;
import io.onrecord.reading.table.Tables;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives every item to the reader of its kind. The order of the questions is of weight: many kinds are ZIP or XML. */
final class Items {

    /** Enough to tell one kind from another. */
    static final int HEAD = ArchiveKind.HEAD;

    /** Of an article in a table or an agency's file, whatever the limit of articles is; in bytes. */
    private static final long LONGEST = 1 << 28;

    private Items() {}

    /** @param archives how the item is opened if it is an archive */
    static ItemArticles open(Item item, Run run, Unpacked.Opening archives) throws IOException {
        byte[] head = item.bytes().readNBytes(HEAD);
        Known known = item.known();
        InputStream bytes = new SequenceInputStream(new ByteArrayInputStream(head), item.bytes());
        Item whole = new Item(item.address(), known, bytes);
        int longest = Math.toIntExact(Math.min(run.options().maxArticleBytes(), LONGEST));
        Optional<DocumentKind> document = DocumentKind.of(head, known);
        if (document.isPresent()) {
            return new DocumentReader(run.options().documents(), (at, note) -> run.tell(Notice.Kind.DOCUMENT, at, note))
                    .open(document.get(), whole);
        }
        Optional<TableKind> table = TableKind.of(known, head).or(() -> askedFor(head, known, run));
        if (table.isPresent()) {
            return Tables.open(
                    declared(whole, run),
                    table.get(),
                    run.options().tables(),
                    longest,
                    note -> run.tell(Notice.Kind.TABLE, item.address(), note));
        }
        Optional<AgencyKind> agency = AgencyKind.of(head);
        if (agency.isPresent()) {
            return AgencyFormats.open(
                    whole, agency.get(), longest, note -> run.tell(Notice.Kind.METADATA, item.address(), note));
        }
        Optional<ArchiveKind> archive = ArchiveKind.of(head, known.name());
        if (archive.isPresent()) {
            return new Unpacked(item.address(), archives.open(archive.get(), whole), run);
        }
        Kind kind = Kind.of(head, known, run.options().encoding());
        return switch (kind) {
            case TEXT -> PlainText.open(whole, run);
            case JSON_LINES -> new JsonLines(whole, head, run);
            case FEED -> FeedArticles.open(whole, run);
            case WEB_PAGE -> page(whole, run);
            default -> one(Wording.skipped(item.address(), kind.why()));
        };
    }

    /** Text without a name is a table if its columns are given: nothing else tells. */
    private static Optional<TableKind> askedFor(byte[] head, Known known, Run run) {
        boolean nameless = known.name().isEmpty() && known.mediaType().isEmpty();
        return nameless
                        && !run.options().tables().equals(TableOptions.GUESSED)
                        && ArchiveKind.of(head, Optional.empty()).isEmpty()
                        && Kind.of(head, known, run.options().encoding()) == Kind.TEXT
                ? Optional.of(TableKind.CSV)
                : Optional.empty();
    }

    /** A table says nothing of its encoding itself. */
    private static Item declared(Item table, Run run) {
        Known known = table.known();
        Optional<Charset> charset = known.charset().or(run.options()::encoding);
        return new Item(
                table.address(), new Known(known.name(), known.mediaType(), charset, known.metadata()), table.bytes());
    }

    /** A page may be the export of a news database, which was saved as one. */
    private static ItemArticles page(Item item, Run run) throws IOException {
        Outcome<String> html = run.pages().html(item, run.options().encoding());
        if (html instanceof Outcome.Skipped<String> skipped) {
            return one(skipped.as());
        }
        String text = ((Outcome.Kept<String>) html).value();
        Optional<NewsExport> export = NewsExport.ofMarkUp(text);
        return export.isPresent()
                ? export.get()
                        .articles(
                                item.address(),
                                item.known().metadata(),
                                run.options().documents())
                : one(run.pages().article(text, item));
    }

    /** Whether bytes without a telling name are something that is read. */
    static boolean isRead(byte[] head) {
        boolean marked = ByteOrderMark.of(head).isPresent();
        return DocumentKind.of(head, Known.NOTHING).isPresent()
                || ArchiveKind.of(head, Optional.empty()).isPresent()
                || AgencyKind.of(head).isPresent()
                // Empty ones are marks that programs leave behind.
                || (head.length > 0
                        && Kind.of(head, Known.NOTHING, Optional.empty()).isRead()
                        && (marked || Decoding.isWithoutControls(head)));
    }

    /** Whether {@link #open} gives something to the reader of JSON Lines, by the defaults: what is asked before that takes it first. */
    static boolean isJsonLines(Known known, byte[] head) {
        return DocumentKind.of(head, known).isEmpty()
                && TableKind.of(known, head).isEmpty()
                && AgencyKind.of(head).isEmpty()
                && ArchiveKind.of(head, known.name()).isEmpty()
                && Kind.of(head, known, Optional.empty()) == Kind.JSON_LINES;
    }

    /** An item that is one article, or none with a reason. */
    static ItemArticles one(Outcome<Article> outcome) {
        return new ItemArticles() {

            private boolean given;

            @Override
            public @Nullable Outcome<Article> next() {
                boolean first = !given;
                given = true;
                return first ? outcome : null;
            }

            @Override
            public void close() {
                given = true;
            }
        };
    }
}
