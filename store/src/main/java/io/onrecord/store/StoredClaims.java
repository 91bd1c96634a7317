package io.onrecord.store;

import io.onrecord.claims.ClaimView;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All claims of a store that statements have part in, one in memory at a time, in the order of their ids. For one thread; needs no
 * closing, since between two claims it holds nothing but ids.
 */
public final class StoredClaims implements Iterator<ClaimView> {

    private static final int PAGE = 1000;

    private final Database database;
    private final ClaimSelect select;
    private final Deque<String> ids = new ArrayDeque<>();
    private String last = "";
    private boolean ended;
    private @Nullable ClaimView next;

    StoredClaims(Database database, ClaimSelect select) {
        this.database = database;
        this.select = select;
    }

    @Override
    public boolean hasNext() {
        while (next == null && !(ids.isEmpty() && ended)) {
            if (ids.isEmpty()) {
                page();
            } else {
                // Gone between the two, if it is not there.
                Optional<ClaimView> found = select.view(ids.remove());
                next = found.filter(claim -> !claim.told().isEmpty()).orElse(null);
            }
        }
        return next != null;
    }

    private void page() {
        // By the index, which has the beginnings of ids.
        String order = "substr(id, 1, 8)" + database.dialect().byCharacters();
        String whole = "id" + database.dialect().byCharacters();
        List<String> found = database.read(session -> session.texts(
                "SELECT id FROM claim WHERE " + order + " >= substr(?, 1, 8) AND " + whole + " > ? ORDER BY " + order
                        + ", " + whole + " LIMIT " + PAGE,
                last,
                last));
        ids.addAll(found);
        ended = found.size() < PAGE;
        last = found.isEmpty() ? last : found.get(found.size() - 1);
    }

    @Override
    public ClaimView next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException("no more claims in " + database.name());
        }
        ClaimView result = next;
        next = null;
        return result;
    }
}
