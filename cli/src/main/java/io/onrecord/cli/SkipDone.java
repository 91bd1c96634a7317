package io.onrecord.cli;

import io.onrecord.model.Article;
import io.onrecord.model.Outcome;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Leaves out the articles that an earlier run has done. For one thread. */
final class SkipDone implements Iterator<Outcome<Article>> {

    private final Iterator<Outcome<Article>> articles;
    private final Predicate<Article> done;
    private @Nullable Outcome<Article> next;
    private long skipped;

    /** @param done asked once for each article, in their order */
    SkipDone(Iterator<Outcome<Article>> articles, Predicate<Article> done) {
        this.articles = articles;
        this.done = done;
    }

    /** How many were left out so far. */
    long skipped() {
        return skipped;
    }

    @Override
    public boolean hasNext() {
        while (next == null && articles.hasNext()) {
            Outcome<Article> outcome = articles.next();
            if (outcome instanceof Outcome.Kept<Article> kept && done.test(kept.value())) {
                skipped++;
            } else {
                next = outcome;
            }
        }
        return next != null;
    }

    @Override
    public Outcome<Article> next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException("all articles have been read");
        }
        Outcome<Article> outcome = next;
        next = null;
        return outcome;
    }
}
