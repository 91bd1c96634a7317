package io.onrecord.reading.agency;

import io.onrecord.model.Article;
import io.onrecord.model.Outcome;
import io.onrecord.reading.item.Item;
import io.onrecord.reading.item.ItemArticles;
import io.onrecord.reading.item.Wording;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * Reads what agencies deliver. The address of an article is its own id ({@code guid}, {@code doc-id}, {@code uri}), else the
 * item's. Its text is the body, with the dateline before it; headline, by-line, date, language and provider are metadata, each
 * with the format as its origin. Pictures, what was cancelled, and what stands in another file are skipped with that reason.
 */
public final class AgencyFormats {

    /** Most characters of one document: streams of many items are longer than any item. */
    static final long LARGEST = 1L << 32;

    private AgencyFormats() {}

    /**
     * The articles of a document, one in memory at a time.
     *
     * @param longest most bytes, or characters, of one article
     * @param notices what was left out of the metadata of an article
     * @throws IOException if the item cannot be read, or does not begin as its kind does
     */
    public static ItemArticles open(Item item, AgencyKind kind, int longest, Consumer<String> notices)
            throws IOException {
        if (longest < 1 || longest > 1 << 28) {
            throw new IllegalArgumentException("the limit for one article lies between 1 and 256 MiB, not " + longest);
        }
        return switch (kind) {
            case NEWSML_G2 -> new NewsMlArticles(item, longest, notices);
            case NITF -> new NitfArticles(item, longest, notices);
            case NINJS -> new NinjsArticles(item, longest, notices);
        };
    }

    /** What became of a story, and a word on what was left out of it. */
    static Outcome<Article> told(Story story, Item item, Consumer<String> notices) {
        Outcome<Article> outcome = story.outcome(item.address(), item.known().metadata());
        if (outcome instanceof Outcome.Kept<Article> kept) {
            story.unusedDate()
                    .ifPresent(date -> notices.accept("publication date '" + Wording.shown(date) + "' of "
                            + Wording.shown(kept.value().address())
                            + " left out: it is not ISO 8601, such as 2024-05-16T18:02:00Z"));
        }
        return outcome;
    }
}
