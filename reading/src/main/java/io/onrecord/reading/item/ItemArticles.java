package io.onrecord.reading.item;

import io.onrecord.model.Article;
import io.onrecord.model.Outcome;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The articles of one item, pulled one by one on one thread; no more than one is held in memory. */
public interface ItemArticles extends Closeable {

    /**
     * The next article, or one that was skipped with its place and reason; null at the end.
     *
     * @throws IOException if the item cannot be read on; what was given out before stands
     */
    @Nullable
    Outcome<Article> next() throws IOException;

    /** Where in the item the last article was looked for, if it can be told more closely than by the item's address. */
    default Optional<String> place() {
        return Optional.empty();
    }

    /** Frees what reading took, such as temporary files; the item's own stream stays open. */
    @Override
    void close() throws IOException;
}
