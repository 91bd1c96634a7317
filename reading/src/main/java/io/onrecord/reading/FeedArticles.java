package io.onrecord.reading;

import io.onrecord.model.Article;
import io.onrecord.model.Metadata;
import io.onrecord.model.Outcome;
import io.onrecord.model.Text;
import io.onrecord.reading.item.Item;
import io.onrecord.reading.item.ItemArticles;
import io.onrecord.reading.item.Wording;
import io.onrecord.reading.page.Page;
import io.onrecord.reading.web.Feed;
import io.onrecord.reading.web.FeedEntry;
import io.onrecord.reading.web.FeedException;
import io.onrecord.reading.web.Feeds;
import io.onrecord.text.Layout;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The articles that a feed carries in itself; nothing is fetched. */
final class FeedArticles implements ItemArticles {

    private final Item feed;
    private final Iterator<FeedEntry> entries;
    private final Run run;
    private boolean cut;
    private int summaries;
    private int bare;

    private FeedArticles(Item feed, boolean cut, Iterator<FeedEntry> entries, Run run) {
        this.feed = feed;
        this.cut = cut;
        this.entries = entries;
        this.run = run;
    }

    static ItemArticles open(Item item, Run run) throws IOException {
        try {
            Feed feed = Feeds.parse(item);
            if (feed.entries().isEmpty()) {
                return Items.one(Wording.skipped(item.address(), "a feed without entries"));
            }
            return new FeedArticles(item, feed.cut(), feed.entries().iterator(), run);
        } catch (FeedException e) {
            return Items.one(Wording.skipped(item.address(), "a feed that cannot be read: " + e.getMessage()));
        }
    }

    @Override
    public @Nullable Outcome<Article> next() {
        while (entries.hasNext()) {
            FeedEntry entry = entries.next();
            Optional<FeedEntry.Body> body = entry.content().or(entry::summary);
            if (body.isPresent()) {
                summaries += entry.content().isPresent() ? 0 : 1;
                return article(entry, body.get());
            }
            bare++;
        }
        if (cut) {
            cut = false;
            return Wording.skipped(
                    feed.address(),
                    "a feed too large to be read whole (more than " + Feeds.MOST_ENTRIES
                            + " entries, or not well-formed and long): its first entries were read, split it to read the rest");
        }
        finish();
        return null;
    }

    private Outcome<Article> article(FeedEntry entry, FeedEntry.Body body) {
        String address = entry.link().orElse(feed.address() + "#" + entry.id());
        Metadata known = entry.metadata().orElse(feed.known().metadata());
        if (!body.html()) {
            return article(address, Layout.of(body.value()).text(body.value()), known);
        }
        Outcome<Page> read = run.pages().page("<!DOCTYPE html><article>" + body.value() + "</article>", address);
        if (read instanceof Outcome.Kept<Page> kept) {
            return article(
                    address, kept.value().text(), known.orElse(kept.value().metadata()));
        }
        return ((Outcome.Skipped<Page>) read).as();
    }

    private static Outcome<Article> article(String address, Text text, Metadata metadata) {
        return text.paragraphs().isEmpty()
                ? Wording.skipped(address, "empty: the feed has nothing but white space for it")
                : new Outcome.Kept<>(Article.of(address, text, metadata));
    }

    private void finish() {
        if (summaries > 0) {
            run.tell(
                    Notice.Kind.DOCUMENT,
                    feed.address(),
                    summaries + (summaries == 1 ? " entry has" : " entries have")
                            + " no more than a summary in the feed, which was read: watch fetches their pages");
        }
        if (bare > 0) {
            run.tell(
                    Notice.Kind.DOCUMENT,
                    feed.address(),
                    bare + (bare == 1 ? " entry has" : " entries have")
                            + " no text in the feed: watch fetches their pages");
        }
    }

    @Override
    public void close() {
        // Nothing is held but the item's own stream.
    }
}
