package io.onrecord.store;

import io.onrecord.store.KeyTable.Two;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Links between items, in one table with the columns {@code first} and {@code second}: who is linked, and what hangs together. */
final class LinkTable {

    private final String table;

    LinkTable(String table) {
        this.table = table;
    }

    boolean has(Session session, Two two) {
        return session.count(
                        "SELECT count(*) FROM " + table + " WHERE first = ? AND second = ?", two.first(), two.second())
                > 0;
    }

    void remove(Session session, Two two) {
        session.update("DELETE FROM " + table + " WHERE first = ? AND second = ?", two.first(), two.second());
    }

    /** All that one is linked to. */
    List<Integer> partners(Session session, int one) {
        return session.list(
                "SELECT second AS partner FROM " + table + " WHERE first = ? UNION ALL SELECT first FROM " + table
                        + " WHERE second = ?",
                row -> row.integer("partner"),
                one,
                one);
    }

    /** All that hangs together with one, itself included, in the order of keys. */
    Set<Integer> component(Session session, int one) {
        Set<Integer> found = new TreeSet<>(Set.of(one));
        Deque<Integer> open = new ArrayDeque<>(found);
        while (!open.isEmpty()) {
            for (int partner : partners(session, open.remove())) {
                if (found.add(partner)) {
                    open.add(partner);
                }
            }
        }
        return found;
    }
}
