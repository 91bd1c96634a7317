package io.onrecord.store;

import io.onrecord.claims.Claim;
import io.onrecord.claims.Constraint;
import io.onrecord.claims.Link;
import io.onrecord.claims.Merge;
import io.onrecord.store.KeyTable.Two;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Links to claims, for propositions that were touched: each set that hangs together by links that can join, or by what users
 * decided, is merged anew. What is read of it is little, and only claims that come out other than they were, or have members that were
 * touched, are written and have their edges made anew. Within one transaction.
 */
final class ClaimMerge {

    /** Propositions that are merged in one transaction; a set that hangs together is taken as a whole. */
    private static final int PROPOSITIONS = 500;

    // CROSS JOIN makes SQLite go from the few that were found to their links, not the other way round.
    private static final String COMPONENT = "WITH RECURSIVE component (key) AS (SELECT CAST(? AS INTEGER) UNION"
            + " SELECT CASE WHEN claim_link.first = component.key THEN claim_link.second ELSE claim_link.first END"
            + " FROM component CROSS JOIN claim_link"
            + " WHERE (claim_link.first = component.key OR claim_link.second = component.key)"
            + " AND claim_link.score >= " + Link.parts(Merge.BOUND) + ") ";

    private final Session session;

    /** What users decided, in that order. */
    private final List<Constraint> constraints;

    /** Where in that order something is about a proposition, by its id. */
    private final Map<String, List<Integer>> decided = new HashMap<>();

    private ClaimMerge(Session session) {
        this.session = session;
        this.constraints = ClaimTables.constraints(session);
        for (int i = 0; i < constraints.size(); i++) {
            for (String id :
                    List.of(constraints.get(i).first(), constraints.get(i).second())) {
                decided.computeIfAbsent(id, missing -> new ArrayList<>()).add(i);
            }
        }
    }

    /** The rows of those that users said are the same as one. */
    private List<Integer> joined(String propositionId) {
        return decided.getOrDefault(propositionId, List.of()).stream()
                .map(constraints::get)
                .filter(constraint -> constraint.kind() == Constraint.Kind.MERGE)
                .map(constraint -> constraint.first().equals(propositionId) ? constraint.second() : constraint.first())
                .flatMap(other -> ClaimTables.keyOf(session, other).stream())
                .toList();
    }

    /** What users decided about some, in that order. */
    private List<Constraint> decisions(List<Claim.Member> members) {
        Set<Integer> places = new TreeSet<>();
        members.forEach(member -> places.addAll(decided.getOrDefault(member.propositionId(), List.of())));
        return places.stream().map(constraints::get).toList();
    }

    /**
     * Merges some of what was touched.
     *
     * @return whether anything was
     */
    static boolean step(Session session) {
        ClaimMerge merge = new ClaimMerge(session);
        int merged = 0;
        while (merged < PROPOSITIONS) {
            Optional<Integer> touched = session.first(
                    "SELECT proposition FROM claim_touched ORDER BY proposition LIMIT 1",
                    row -> row.integer("proposition"));
            if (touched.isEmpty()) {
                break;
            }
            merged += merge.merge(merge.component(touched.get()));
        }
        return merged > 0;
    }

    /** What hangs together: its propositions by their rows, and all of their links, also those that lead out. */
    private record Component(Map<Integer, Propositions.Member> members, Map<Two, ClaimLinks.Scored> links) {}

    private Component component(int one) {
        Component component = new Component(new TreeMap<>(), new LinkedHashMap<>());
        Deque<Integer> open = new ArrayDeque<>(List.of(one));
        while (!open.isEmpty()) {
            int start = open.remove();
            if (component.members.containsKey(start)) {
                continue;
            }
            for (Propositions.Member member : Propositions.members(session, COMPONENT, "component", start)) {
                component.members.put(member.key(), member);
                open.addAll(joined(member.is().propositionId()));
            }
            for (String end : List.of("first", "second")) {
                session.list(
                                COMPONENT + "SELECT claim_link.first AS first, claim_link.second AS second,"
                                        + " claim_link.score AS score FROM component CROSS JOIN claim_link"
                                        + " WHERE claim_link." + end + " = component.key",
                                ClaimLinks.Scored::read,
                                start)
                        .forEach(link -> component.links.put(link.two(), link));
            }
        }
        return component;
    }

    private int merge(Component component) {
        ClaimLinks names = new ClaimLinks(session);
        Map<String, Propositions.Member> byId = new HashMap<>();
        List<Claim.Member> members = new ArrayList<>();
        for (Propositions.Member member : component.members.values()) {
            names.know(member.key(), member.is().propositionId());
            byId.put(member.is().propositionId(), member);
            members.add(member.is());
        }
        List<Link> links = component.links.values().stream().map(names::link).toList();
        Map<String, Before> before = before(component);
        Map<Integer, Claim> changed = new LinkedHashMap<>();
        for (Claim claim : Merge.claims(members, links, decisions(members))) {
            keep(claim, byId, component.members.keySet(), Optional.ofNullable(before.remove(claim.id())))
                    .ifPresent(key -> changed.put(key, claim));
        }
        for (Before gone : before.values()) {
            leave(gone.key, component.members.keySet());
            session.update("DELETE FROM claim WHERE key = ?", gone.key);
        }
        ClaimEdges.make(session, changed);
        session.batch(
                "DELETE FROM claim_touched WHERE proposition = ?",
                component.members.keySet().stream()
                        .map(key -> new Object[] {key})
                        .toList());
        return component.members.size();
    }

    /** A claim as it was. */
    private record Before(int key, String id, int wording, int members) {}

    /** The claims that the propositions had part in, by their ids. */
    private Map<String, Before> before(Component component) {
        Map<Integer, Integer> counts = new TreeMap<>();
        component
                .members
                .values()
                .forEach(member -> member.claim().ifPresent(claim -> counts.merge(claim, 1, Integer::sum)));
        Map<String, Before> before = new TreeMap<>();
        counts.forEach((key, count) -> session.first(
                        "SELECT id, wording FROM claim WHERE key = ?",
                        row -> new Before(key, row.string("id"), row.integer("wording"), count),
                        key)
                .ifPresent(claim -> before.put(claim.id, claim)));
        return before;
    }

    /**
     * Writes what of a claim is not as it was.
     *
     * @return its row, if its edges are to be made anew
     */
    private Optional<Integer> keep(
            Claim claim, Map<String, Propositions.Member> byId, Set<Integer> members, Optional<Before> before) {
        int wording = claim.members().indexOf(claim.representative());
        int key = before.map(Before::key).orElseGet(() -> insert(claim.id(), wording));
        boolean changed =
                before.isEmpty() || before.get().members != claim.members().size();
        if (before.isPresent() && before.get().wording != wording) {
            session.update("UPDATE claim SET wording = ? WHERE key = ?", wording, key);
        }
        List<Object[]> moved = new ArrayList<>();
        int number = 0;
        for (Claim.Member one : claim.members()) {
            Propositions.Member member = Objects.requireNonNull(byId.get(one.propositionId()), one.propositionId());
            if (!member.claim().equals(Optional.of(key)) || !member.number().equals(Optional.of(number))) {
                moved.add(new Object[] {key, number, member.key()});
            }
            changed = changed || member.touched();
            number++;
        }
        session.batch("UPDATE proposition SET claim = ?, number = ? WHERE key = ?", moved);
        changed = before.isPresent() && leave(key, members) || changed;
        return changed || !moved.isEmpty() ? Optional.of(key) : Optional.empty();
    }

    /**
     * Takes those out of a claim that had part in it and hang together with the others no more; they are merged by themselves.
     *
     * @return whether there are any
     */
    private boolean leave(int claim, Set<Integer> component) {
        List<Integer> outside =
                session.list("SELECT key FROM proposition WHERE claim = ?", row -> row.integer("key"), claim).stream()
                        .filter(key -> !component.contains(key))
                        .toList();
        ClaimTables.touch(session, outside);
        session.batch(
                "UPDATE proposition SET claim = NULL, number = NULL WHERE key = ?",
                outside.stream().map(key -> new Object[] {key}).toList());
        return !outside.isEmpty();
    }

    private int insert(String id, int wording) {
        return session.first(
                        "INSERT INTO claim (id, wording, statements, outlets, origins, disputes)"
                                + " VALUES (?, ?, 0, 0, 0, 0) RETURNING key",
                        row -> row.integer("key"),
                        id,
                        wording)
                .orElseThrow();
    }

    /** A claim from its rows. */
    static Claim claim(Session session, int key, List<Propositions.Kept> kept) {
        record Row(String id, int wording) {}
        Row row = session.first(
                        "SELECT id, wording FROM claim WHERE key = ?",
                        found -> new Row(found.string("id"), found.integer("wording")),
                        key)
                .orElseThrow();
        List<Claim.Member> members =
                kept.stream().map(one -> Claim.Member.of(one.proposition())).toList();
        return new Claim(row.id, members.get(row.wording), members);
    }
}
