package io.onrecord.reading;

import io.onrecord.model.Article;
import io.onrecord.model.Metadata;
import io.onrecord.model.Outcome;
import io.onrecord.model.Text;
import io.onrecord.reading.document.NewsExport;
import io.onrecord.reading.item.Item;
import io.onrecord.reading.item.ItemArticles;
import io.onrecord.reading.item.Wording;
import io.onrecord.text.Layout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** A file that is one article, or the export of a news database. Its first line is part of the text: nothing says that it is a title. */
final class PlainText {

    /** In bytes; some ten thousand articles. */
    private static final long LONGEST_EXPORT = 32 << 20;

    private PlainText() {}

    static ItemArticles open(Item item, Run run) throws IOException {
        String address = item.address();
        long limit = run.options().maxArticleBytes();
        byte[] bytes = bytes(item, limit);
        boolean beyond = bytes.length > limit;
        if (beyond && !mayBeExport(bytes)) {
            return bytes.length > LONGEST_EXPORT && limit < LONGEST_EXPORT
                    ? skipped(
                            address,
                            "larger than " + Wording.bytes(LONGEST_EXPORT)
                                    + ", the limit for the export of a news database: export it in several files")
                    : tooLong(address, limit);
        }
        if (bytes.length == 0) {
            return skipped(address, "empty: there is no text in it");
        }
        Decoded decoded = Decoding.ofText(bytes, item.known().charset().or(run.options()::encoding));
        if (decoded instanceof Decoded.Failed failed) {
            return skipped(address, failed.why());
        }
        Decoded.Good good = (Decoded.Good) decoded;
        Optional<NewsExport> export = NewsExport.of(good.text());
        if (export.isPresent()) {
            good.notice().ifPresent(notice -> run.tell(Notice.Kind.ENCODING, address, notice));
            return export.get()
                    .articles(address, item.known().metadata(), run.options().documents());
        }
        if (beyond) {
            return tooLong(address, limit);
        }
        Outcome<Article> outcome = article(address, good.text(), item.known().metadata(), run);
        if (outcome instanceof Outcome.Kept) {
            good.notice().ifPresent(notice -> run.tell(Notice.Kind.ENCODING, address, notice));
        }
        return Items.one(outcome);
    }

    /** All of it, or one byte more than is read of such a text. */
    private static byte[] bytes(Item item, long limit) throws IOException {
        byte[] bytes = item.bytes().readNBytes(Math.toIntExact(limit + 1));
        if (bytes.length <= limit || limit >= LONGEST_EXPORT || !mayBeExport(bytes)) {
            return bytes;
        }
        byte[] rest = item.bytes().readNBytes(Math.toIntExact(LONGEST_EXPORT - limit));
        byte[] whole = Arrays.copyOf(bytes, bytes.length + rest.length);
        System.arraycopy(rest, 0, whole, bytes.length, rest.length);
        return whole;
    }

    /** Hundreds of articles are longer than one may be. */
    private static boolean mayBeExport(byte[] bytes) {
        return bytes.length <= LONGEST_EXPORT && NewsExport.hasMark(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    private static ItemArticles tooLong(String address, long limit) {
        return skipped(
                address,
                "larger than " + Wording.bytes(limit)
                        + ", the limit for one article: split it, or write one article a line as JSON Lines");
    }

    private static ItemArticles skipped(String address, String why) {
        return Items.one(Wording.skipped(address, why));
    }

    /** An article with its paragraphs, or skipped if the text shows nothing. */
    static Outcome<Article> article(String address, String value, Metadata metadata, Run run) {
        Layout layout = Layout.of(value);
        Text text = layout.text(value);
        if (text.paragraphs().isEmpty()) {
            return Wording.skipped(address, "empty: the text is nothing but white space");
        }
        run.tell(
                Notice.Kind.LAYOUT,
                address,
                switch (layout) {
                    case LINES -> "each line is a paragraph";
                    case BLANK_LINES -> "hard-wrapped: a blank line ends a paragraph";
                });
        return new Outcome.Kept<>(Article.of(address, text, metadata));
    }
}
