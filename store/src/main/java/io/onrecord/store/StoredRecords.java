package io.onrecord.store;

import io.onrecord.model.ArticleRecord;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All records of a store, one in memory at a time. For one thread; needs no closing, since between two records it holds nothing.
 */
public final class StoredRecords implements Iterator<ArticleRecord> {

    private final Database database;
    private int last;
    private @Nullable Integer next;

    StoredRecords(Database database) {
        this.database = database;
        // Keys begin at 1.
        this.last = 0;
    }

    @Override
    public boolean hasNext() {
        if (next == null) {
            next = database.read(session -> session.first(
                            "SELECT key FROM article WHERE key > ? ORDER BY key LIMIT 1",
                            row -> row.integer("key"),
                            last))
                    .orElse(null);
        }
        return next != null;
    }

    /**
     * The next record.
     *
     * @throws StoreException if its rows are damaged; the ones after it can still be read
     */
    @Override
    public ArticleRecord next() {
        while (hasNext()) {
            int key = nextKey();
            last = key;
            next = null;
            Optional<ArticleRecord> record = database.read(
                    session -> session.first("SELECT key FROM article WHERE key = ?", row -> row.integer("key"), key)
                            .map(there -> RecordSelect.read(session, there)));
            if (record.isPresent()) {
                return record.get();
            }
            // Forgotten between the two.
        }
        throw new NoSuchElementException("no more records in " + database.name());
    }

    private int nextKey() {
        if (next == null) {
            throw new NoSuchElementException("no more records in " + database.name());
        }
        return next;
    }
}
