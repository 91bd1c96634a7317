package io.onrecord.store;

import io.onrecord.corrections.Corrected;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All records of a store with what people put right, one in memory at a time. For one thread; needs no closing. */
public final class CorrectedRecords implements Iterator<Corrected> {

    private final Database database;
    private int last;
    private @Nullable Integer next;

    CorrectedRecords(Database database) {
        this.database = database;
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
    public Corrected next() {
        while (hasNext() && next != null) {
            int key = next;
            last = key;
            next = null;
            Optional<Corrected> record = database.read(
                    session -> session.first("SELECT key FROM article WHERE key = ?", row -> row.integer("key"), key)
                            .map(there -> CorrectionTables.corrected(session, there)));
            if (record.isPresent()) {
                return record.get();
            }
            // Forgotten between the two.
        }
        throw new NoSuchElementException("no more records in " + database.name());
    }
}
