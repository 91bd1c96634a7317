package io.onrecord.export;

import io.onrecord.exchange.export.ExportItem;
import io.onrecord.model.Outcome;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an export takes, one article at a time: those that pass, and those that could not be had. For one thread.
 */
// Null is the end, empty an article that does not pass.
@SuppressWarnings("NullableOptional")
public abstract class ExportSource implements Iterator<Outcome<ExportItem>> {

    private @Nullable Outcome<ExportItem> next;
    private boolean ended;
    private long looked;

    /** How many articles were looked at. */
    public final long looked() {
        return looked;
    }

    /** How much there is in all, in a unit of the source's own; 0 where that is not known. */
    public abstract long total();

    /** How much of it was looked at. */
    public abstract long done();

    /** The next article that may pass, in either way, or null at the end. */
    protected abstract @Nullable Optional<Outcome<ExportItem>> look();

    @Override
    public final boolean hasNext() {
        while (next == null && !ended) {
            @Nullable Optional<Outcome<ExportItem>> found = look();
            ended = found == null;
            if (found != null) {
                looked++;
                next = found.orElse(null);
            }
        }
        return next != null;
    }

    @Override
    public final Outcome<ExportItem> next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException("nothing more to export");
        }
        Outcome<ExportItem> result = next;
        next = null;
        return result;
    }
}
