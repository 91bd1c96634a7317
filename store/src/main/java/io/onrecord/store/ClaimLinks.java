package io.onrecord.store;

import io.onrecord.claims.Link;
import io.onrecord.claims.Strongest;
import io.onrecord.store.KeyTable.Two;
import io.onrecord.store.Session.Row;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The links of propositions as rows: those that are among the strongest of either end ({@link Strongest}). So all of the strongest of
 * each proposition are there, whatever came in which order; only where one of them goes, what comes after is not known, and
 * the proposition is put down for being compared with all that is near ({@code claim_short}). Within one transaction.
 */
final class ClaimLinks {

    private final Session session;
    private final Map<Integer, String> ids = new HashMap<>();
    /** By row, then by the two rows, what is kept, with what is being put. */
    private final Map<Integer, Map<Two, Link>> ofEnds = new HashMap<>();

    private final Map<Integer, Set<Link>> strongest = new HashMap<>();

    ClaimLinks(Session session) {
        this.session = session;
    }

    /** A link with the rows that it is between. */
    record Kept(Two two, Link link) {}

    /** What is to be written, and what goes. */
    private record Change(List<Kept> come, List<Two> go) {}

    /**
     * Puts links that were found; what is not among the strongest is left out, what they displace goes.
     *
     * @param found between rows that are there
     * @return the ends of all that changed
     */
    Set<Integer> put(Collection<Kept> found) {
        Set<Two> far = new LinkedHashSet<>();
        Change change = change(found);
        // Whether two still are near is asked only of what would be kept; one that is not must displace nothing.
        while (far.addAll(change.come.stream()
                .map(Kept::two)
                .filter(two -> !Nearness.areNear(session, two))
                .toList())) {
            change = change(found.stream().filter(one -> !far.contains(one.two)).toList());
        }
        write(change);
        Set<Integer> ends = new TreeSet<>();
        change.come.forEach(one -> addEnds(one.two, ends));
        change.go.forEach(two -> addEnds(two, ends));
        return ends;
    }

    private static void addEnds(Two two, Set<Integer> ends) {
        ends.add(two.first());
        ends.add(two.second());
    }

    private Change change(Collection<Kept> found) {
        ofEnds.clear();
        strongest.clear();
        Set<Integer> ends = new TreeSet<>();
        found.forEach(one -> addEnds(one.two, ends));
        Map<Two, Link> before = new LinkedHashMap<>();
        ends.forEach(end -> before.putAll(of(end)));
        for (Kept one : found) {
            of(one.two.first()).put(one.two, one.link);
            of(one.two.second()).put(one.two, one.link);
        }
        Map<Two, Link> after = new LinkedHashMap<>();
        for (int end : ends) {
            of(end).forEach((two, link) -> {
                if (strongest(two.first()).contains(link)
                        || strongest(two.second()).contains(link)) {
                    after.put(two, link);
                }
            });
        }
        List<Kept> come = new ArrayList<>();
        after.forEach((two, link) -> {
            if (!link.equals(before.get(two))) {
                come.add(new Kept(two, link));
            }
        });
        return new Change(
                come,
                before.keySet().stream().filter(two -> !after.containsKey(two)).toList());
    }

    private void write(Change change) {
        List<Object[]> gone = new ArrayList<>();
        Rows rows = new Rows("claim_link", "first, second, score");
        change.go.forEach(two -> gone.add(new Object[] {two.first(), two.second()}));
        for (Kept one : change.come) {
            gone.add(new Object[] {one.two.first(), one.two.second()});
            rows.add(one.two.first(), one.two.second(), one.link.parts());
        }
        session.batch("DELETE FROM claim_link WHERE first = ? AND second = ?", gone);
        rows.write(session);
    }

    /** The links of a proposition go with it. */
    void removing(int key) {
        of(key).forEach((two, link) -> {
            int other = two.first() == key ? two.second() : two.first();
            ClaimTables.touch(session, List.of(other));
            missing(other, link);
        });
    }

    /** A link goes, since its ends are near no more. */
    void remove(Two two) {
        Link link = of(two.first()).get(two);
        if (link != null) {
            ClaimTables.touch(session, List.of(two.first(), two.second()));
            missing(two.first(), link);
            missing(two.second(), link);
            session.update("DELETE FROM claim_link WHERE first = ? AND second = ?", two.first(), two.second());
            of(two.first()).remove(two);
            of(two.second()).remove(two);
        }
    }

    /** Notes who has one of its strongest links no more, and so many that there may be others. */
    private void missing(int end, Link link) {
        long alike = of(end).values().stream()
                .filter(one -> one.kind() == link.kind())
                .count();
        if (alike >= Strongest.MOST
                && Strongest.ofEnd(id(end), of(end).values()).contains(link)) {
            session.update("INSERT INTO claim_short (proposition) VALUES (?) ON CONFLICT DO NOTHING", end);
        }
    }

    private Set<Link> strongest(int end) {
        Set<Link> known = strongest.get(end);
        if (known == null) {
            known = Strongest.ofEnd(id(end), of(end).values());
            strongest.put(end, known);
        }
        return known;
    }

    private Map<Two, Link> of(int end) {
        Map<Two, Link> known = ofEnds.get(end);
        if (known == null) {
            known = new LinkedHashMap<>();
            for (Scored one : scored(session, end)) {
                known.put(one.two, link(one));
            }
            ofEnds.put(end, known);
        }
        return known;
    }

    /** A link as its row has it. */
    record Scored(Two two, int score) {
        static Scored read(Row row) throws SQLException {
            return new Scored(new Two(row.integer("first"), row.integer("second")), row.integer("score"));
        }
    }

    private static List<Scored> scored(Session session, int end) {
        return session.list(
                "SELECT first, second, score FROM claim_link WHERE first = ? UNION ALL"
                        + " SELECT first, second, score FROM claim_link WHERE second = ?",
                Scored::read,
                end,
                end);
    }

    /** A link of rows as one of propositions. */
    Link link(Scored scored) {
        return Link.ofParts(id(scored.two.first()), id(scored.two.second()), scored.score);
    }

    private String id(int key) {
        return ids.computeIfAbsent(
                key,
                missing -> session.first(
                                "SELECT statement.id AS id, proposition.part AS part FROM proposition JOIN statement"
                                        + " ON statement.article = proposition.article"
                                        + " AND statement.number = proposition.statement WHERE proposition.key = ?",
                                row -> Propositions.id(row.string("id"), row.integer("part")),
                                missing)
                        .orElseThrow());
    }

    /** What a row is called, where it is known already. */
    void know(int key, String id) {
        ids.put(key, id);
    }
}
