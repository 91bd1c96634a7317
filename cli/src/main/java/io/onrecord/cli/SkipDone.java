package io.onrecord.cli;

import io.onrecord.model.Article;
import io.onrecord.model.Outcome;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Leaves out the articles that an earlier run has written. For one thread. */
final class SkipDone implements Iterator<Outcome<Article>> {

    private final Iterator<Outcome<Article>> articles;
    private final Map<String, Integer> left;
    private @Nullable Outcome<Article> next;
    private long skipped;

    /**
     * @param done how many records of each article there are
     */
    SkipDone(Iterator<Outcome<Article>> articles, Map<String, Integer> done) {
        this.articles = articles;
        this.left = new HashMap<>(done);
    }

    /** How many were left out so far. */
    long skipped() {
        return skipped;
    }

    @Override
    public boolean hasNext() {
        while (next == null && articles.hasNext()) {
            Outcome<Article> outcome = articles.next();
            if (outcome instanceof Outcome.Kept<Article> kept
                    && isDone(kept.value().id())) {
                skipped++;
            } else {
                next = outcome;
            }
        }
        return next != null;
    }

    private boolean isDone(String id) {
        Integer records = left.get(id);
        if (records == null || records == 0) {
            return false;
        }
        left.put(id, records - 1);
        return true;
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
