package io.onrecord.reading;

import io.onrecord.model.Article;
import io.onrecord.model.Outcome;
import io.onrecord.reading.item.Item;
import io.onrecord.reading.item.ItemArticles;
import io.onrecord.reading.item.Wording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The articles of one item, whatever befalls it: what cannot be read on ends with the reason. */
final class ItemSource implements Source {

    private final Item item;
    private final Run run;
    private final Unpacked.Opening archives;

    private @Nullable ItemArticles articles;
    private boolean done;

    /** @param archives how the item is opened if it is an archive */
    ItemSource(Item item, Run run, Unpacked.Opening archives) {
        this.item = item;
        this.run = run;
        this.archives = archives;
    }

    @Override
    public @Nullable Outcome<Article> next() {
        if (done) {
            return null;
        }
        try {
            if (articles == null) {
                articles = Items.open(item, run, archives);
            }
            Outcome<Article> next = articles.next();
            done = next == null;
            return next;
        } catch (IOException e) {
            done = true;
            return Wording.skipped(place(), Messages.reason(e));
        } catch (UncheckedIOException e) {
            done = true;
            return Wording.skipped(place(), Messages.reason(Objects.requireNonNull(e.getCause())));
        } catch (RuntimeException | StackOverflowError e) {
            // No input may take its neighbours with it, not even one that shows a fault of ours.
            done = true;
            return Wording.skipped(place(), "a fault of Onrecord, please report it with the input: " + e);
        }
    }

    private String place() {
        return Optional.ofNullable(articles).flatMap(ItemArticles::place).orElse(item.address());
    }

    @Override
    public void close() {
        done = true;
        if (articles != null) {
            try {
                articles.close();
            } catch (IOException e) {
                // All that was wanted has been read.
                articles = null;
            }
        }
    }
}
