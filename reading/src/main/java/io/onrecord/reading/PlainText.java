package io.onrecord.reading;

import io.onrecord.model.Article;
import io.onrecord.model.Metadata;
import io.onrecord.model.Outcome;
import io.onrecord.model.Text;
import io.onrecord.text.Layout;
import java.io.IOException;
import java.io.InputStream;

/** A file that is one article. Its first line is part of the text: nothing says that it is a title. */
final class PlainText {

    private PlainText() {}

    static Outcome<Article> read(String address, InputStream in, Run run) throws IOException {
        long limit = run.options().maxArticleBytes();
        byte[] bytes = in.readNBytes(Math.toIntExact(limit + 1));
        if (bytes.length > limit) {
            return Messages.skipped(
                    address,
                    "larger than " + Messages.bytes(limit)
                            + ", the limit for one article: split it, or write one article a line as JSON Lines");
        }
        if (bytes.length == 0) {
            return Messages.skipped(address, "empty: there is no text in it");
        }
        Decoded decoded = Decoding.ofText(bytes, run.options().encoding());
        if (decoded instanceof Decoded.Failed failed) {
            return Messages.skipped(address, failed.why());
        }
        Decoded.Good good = (Decoded.Good) decoded;
        Outcome<Article> outcome = article(address, good.text(), Metadata.NONE, run);
        if (outcome instanceof Outcome.Kept) {
            good.notice().ifPresent(notice -> run.tell(Notice.Kind.ENCODING, address, notice));
        }
        return outcome;
    }

    /** An article with its paragraphs, or skipped if the text shows nothing. */
    static Outcome<Article> article(String address, String value, Metadata metadata, Run run) {
        Layout layout = Layout.of(value);
        Text text = layout.text(value);
        if (text.paragraphs().isEmpty()) {
            return Messages.skipped(address, "empty: the text is nothing but white space");
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
