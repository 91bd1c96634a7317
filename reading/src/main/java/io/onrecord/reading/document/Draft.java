package io.onrecord.reading.document;

import io.onrecord.model.Article;
import io.onrecord.model.Metadata;
import io.onrecord.model.Outcome;
import io.onrecord.model.Text;
import io.onrecord.reading.item.Wording;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A document's text before it is an article, or several.
 *
 * @param paragraphs in reading order
 * @param found metadata that stand in the document
 */
record Draft(List<String> paragraphs, Metadata found) {

    Draft {
        paragraphs = List.copyOf(paragraphs);
    }

    /** The whole as one article. */
    Outcome<Article> article(String address, Metadata known, DocumentLimits limits) {
        return article(address, Paragraphs.text(paragraphs), known.orElse(found), limits);
    }

    static Outcome<Article> article(String address, Text text, Metadata metadata, DocumentLimits limits) {
        if (text.paragraphs().isEmpty()) {
            return Wording.skipped(address, "empty: there is no text in it");
        }
        if (isLonger(text.value(), limits.articleBytes())) {
            return Wording.skipped(
                    address,
                    "more than " + Wording.bytes(limits.articleBytes())
                            + " of text, the limit for one article: split it, or raise the limit");
        }
        return new Outcome.Kept<>(Article.of(address, text, metadata));
    }

    private static boolean isLonger(String text, long bytes) {
        return text.length() > bytes
                || (3L * text.length() > bytes && text.getBytes(StandardCharsets.UTF_8).length > bytes);
    }
}
