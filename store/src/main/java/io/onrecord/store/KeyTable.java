package io.onrecord.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Items that share keys, in one table: who is near whom. In each key items stand in the order of their places, and two are near
 * if they are at most so many places apart in a key that both have. So a key that fifty thousand share costs no more than a
 * bounded number of comparisons an item, and what is near is a function of the set of items: the order in which they came decides
 * nothing.
 *
 * <p>A place is a day and, below it, a number made of the item's id ({@link #place}): what is said of one thing is mostly said
 * within days.
 */
final class KeyTable {

    private static final int DAY_BITS = 16;
    private static final long UNKNOWN_DAY = (1L << DAY_BITS) - 1;
    private static final int BELOW = Long.SIZE - 1 - DAY_BITS;

    private final String table;
    private final String item;
    private final int reach;

    /**
     * @param table has the columns {@code hash} and {@code place}
     * @param item the column that names the item
     * @param reach how far apart two items of one key may stand
     */
    KeyTable(String table, String item, int reach) {
        this.table = table;
        this.item = item;
        this.reach = reach;
    }

    int reach() {
        return reach;
    }

    /** Two items, the smaller key first. */
    record Two(int first, int second) {
        static Two of(int one, int other) {
            return new Two(Math.min(one, other), Math.max(one, other));
        }
    }

    /** One key of an item, and where the item stands in it. */
    private record Entry(long hash, long place) {}

    /**
     * Where an item stands in all its keys.
     *
     * @param day days since 1970, or the largest number where it is not known: such items stand last
     * @param id of 16 hexadecimal digits or more, all of them random
     */
    static long place(long day, String id) {
        long within = Math.max(0, Math.min(day, UNKNOWN_DAY));
        return within << BELOW | Long.parseUnsignedLong(id.substring(0, 16), 16) >>> DAY_BITS + 1;
    }

    /**
     * Gives an item its keys.
     *
     * @return pairs of others that it has moved apart: they may not be near any more
     */
    Set<Two> add(Session session, int added, long place, Collection<Long> hashes) {
        Set<Long> distinct = new TreeSet<>(hashes);
        List<Object[]> rows = new ArrayList<>();
        distinct.forEach(hash -> rows.add(new Object[] {added, hash, place}));
        session.batch("INSERT INTO " + table + " (" + item + ", hash, place) VALUES (?, ?, ?)", rows);
        return across(session, added);
    }

    /** Pairs of others that are near as soon as an item goes, or were until it came. */
    Set<Two> across(Session session, int between) {
        Set<Two> pairs = new LinkedHashSet<>();
        for (Entry entry : entries(session, between)) {
            List<Integer> before = before(session, entry, between);
            if (before.isEmpty()) {
                continue;
            }
            List<Integer> after = after(session, entry, between);
            for (int i = 0; i < before.size(); i++) {
                int j = reach - 1 - i;
                if (j < after.size()) {
                    pairs.add(Two.of(before.get(i), after.get(j)));
                }
            }
        }
        return pairs;
    }

    /** Whether an item has any key. */
    boolean has(Session session, int one) {
        return session.count("SELECT count(*) FROM " + table + " WHERE " + item + " = ?", one) > 0;
    }

    /** All items that are near one, without itself. */
    Set<Integer> near(Session session, int one) {
        Set<Integer> near = new TreeSet<>();
        for (Entry entry : entries(session, one)) {
            near.addAll(before(session, entry, one));
            near.addAll(after(session, entry, one));
        }
        return near;
    }

    /** Whether two are near. */
    boolean areNear(Session session, Two two) {
        String shared = "SELECT a.hash AS hash, a.place AS a_place, b.place AS b_place FROM " + table + " a JOIN "
                + table + " b ON b.hash = a.hash WHERE a." + item + " = ? AND b." + item + " = ?";
        record Shared(long hash, long a, long b) {}
        for (Shared one : session.list(
                shared,
                row -> new Shared(row.big("hash"), row.big("a_place"), row.big("b_place")),
                two.first(),
                two.second())) {
            // Two of one place stand in the order of their keys.
            boolean turned = one.a > one.b;
            String between = "SELECT count(*) FROM (SELECT 1 FROM " + table + " WHERE hash = ? AND (place, " + item
                    + ") > (?, ?) AND (place, " + item + ") < (?, ?) LIMIT " + reach + ") x";
            long count = session.count(
                    between,
                    one.hash,
                    turned ? one.b : one.a,
                    turned ? two.second() : two.first(),
                    turned ? one.a : one.b,
                    turned ? two.first() : two.second());
            if (count < reach) {
                return true;
            }
        }
        return false;
    }

    private List<Entry> entries(Session session, int one) {
        return session.list(
                "SELECT hash, place FROM " + table + " WHERE " + item + " = ? ORDER BY hash",
                row -> new Entry(row.big("hash"), row.big("place")),
                one);
    }

    /** The nearest before it in a key, the nearest first. */
    private List<Integer> before(Session session, Entry entry, int one) {
        return beside(session, "<", "DESC", entry, one);
    }

    private List<Integer> after(Session session, Entry entry, int one) {
        return beside(session, ">", "ASC", entry, one);
    }

    private List<Integer> beside(Session session, String side, String order, Entry entry, int one) {
        return session.list(
                "SELECT " + item + " FROM " + table + " WHERE hash = ? AND (place, " + item + ") " + side
                        + " (?, ?) ORDER BY place " + order + ", " + item + " " + order + " LIMIT " + reach,
                row -> row.integer(item),
                entry.hash,
                entry.place,
                one);
    }
}
