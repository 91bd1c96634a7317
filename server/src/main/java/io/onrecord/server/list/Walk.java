package io.onrecord.server.list;

import io.onrecord.server.http.Request;
import io.onrecord.server.list.Listing.Part;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a list part by part. One part is in memory, and the first is read at once, so that what makes no sense is refused at once. For one thread.
 *
 * @param <P> a place in the list
 * @param <V> a part
 * @param <T> a row
 */
public final class Walk<P, V, T> implements Iterator<T> {

    /** The parameter of addresses with which a list goes on. */
    public static final String CURSOR = "cursor";

    private final Function<P, V> part;
    private final Function<V, List<T>> rows;
    private final Function<V, Optional<P>> next;
    private Iterator<T> now = List.<T>of().iterator();
    private @Nullable P on;

    /**
     * Begins.
     *
     * @param next the place behind a part; empty behind the last
     */
    public Walk(P first, Function<P, V> part, Function<V, List<T>> rows, Function<V, Optional<P>> next) {
        this.part = part;
        this.rows = rows;
        this.next = next;
        this.on = first;
        read();
    }

    /**
     * As a reader does who follows the cursors of an address, from the beginning of its list, wherever the request begins.
     *
     * @param most how many rows a part may have
     * @param next the cursor of the part behind one, alone or in an address
     */
    public static <V, T> Iterator<T> of(
            Request request, int most, Part<V> part, Function<V, List<T>> rows, Function<V, Optional<String>> next) {
        Request whole = request.with("limit", Integer.toString(most));
        return new Walk<>(
                whole.with(CURSOR, ""),
                part::of,
                rows,
                got -> next.apply(got).map(Walk::cursor).map(cursor -> whole.with(CURSOR, cursor)));
    }

    private static String cursor(String next) {
        int at = next.indexOf(CURSOR + "=");
        return at < 0 ? next : next.substring(at + CURSOR.length() + 1).replaceAll("&.*", "");
    }

    private void read() {
        while (!now.hasNext() && on != null) {
            V got = part.apply(on);
            now = rows.apply(got).iterator();
            on = next.apply(got).orElse(null);
        }
    }

    @Override
    public boolean hasNext() {
        read();
        return now.hasNext();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the list is at its end");
        }
        return now.next();
    }
}
