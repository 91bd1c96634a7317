package io.onrecord.cli;

import io.onrecord.model.Article;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Tells articles that have records already, asked in the order of the input. Records stand in that order, too, so that
 * nothing but the next id is held; once the order differs, because the inputs have changed or an article was skipped late,
 * the ids that are left are held in memory. For one thread.
 */
final class WrittenOrder implements Predicate<Article> {

    private final Iterator<String> written;
    private @Nullable String expected;
    /** How many records are left of each article; null as long as the order is the same. */
    private @Nullable Map<String, Integer> left;

    /** @param written ids of the articles that have records, as often as each has one */
    WrittenOrder(Iterator<String> written) {
        this.written = written;
    }

    @Override
    public boolean test(Article article) {
        String id = article.id();
        if (left == null) {
            if (expected == null && written.hasNext()) {
                expected = written.next();
            }
            if (id.equals(expected)) {
                expected = null;
                return true;
            }
            left = rest();
        }
        Integer records = left.get(id);
        if (records == null) {
            return false;
        }
        if (records == 1) {
            left.remove(id);
        } else {
            left.put(id, records - 1);
        }
        return true;
    }

    private Map<String, Integer> rest() {
        Map<String, Integer> rest = new HashMap<>();
        if (expected != null) {
            rest.put(expected, 1);
        }
        written.forEachRemaining(id -> rest.merge(id, 1, Integer::sum));
        return rest;
    }
}
