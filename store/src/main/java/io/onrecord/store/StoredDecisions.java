package io.onrecord.store;

import io.onrecord.store.MadeDecision.End;
import io.onrecord.store.MadeDecision.Of;
import io.onrecord.store.Session.Row;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What people decided about who is the same and what puts the same claim: all of it, with what was taken back. What was decided in one go, such as two claims that
 * are one with all of their statements, is one decision. Safe to share between threads.
 */
public final class StoredDecisions {

    private static final String BETWEEN = "-";

    private final Database database;
    private final Clock clock;

    StoredDecisions(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A row of either table. */
    private record Entry(
            int key,
            boolean merge,
            End first,
            End second,
            String author,
            Instant time,
            Optional<MadeDecision.TakenBack> takenBack) {}

    /** The latest, the last one first. */
    public List<MadeDecision> latest(int most) {
        return database.read(session -> {
            List<MadeDecision> all = new ArrayList<>(decisions(session, Of.SPEAKERS));
            all.addAll(decisions(session, Of.CLAIMS));
            // What was decided within a second comes in the order of the tables.
            Collections.reverse(all);
            all.sort(Comparator.comparing(MadeDecision::time).reversed());
            return List.copyOf(all.subList(0, Math.min(most, all.size())));
        });
    }

    private static List<MadeDecision> decisions(Session session, Of of) {
        String name = of == Of.SPEAKERS ? "name" : "proposition";
        String table = table(of);
        List<Entry> entries = session.list(
                "SELECT decided.key AS key, decided.kind AS kind, first.id AS first_id, decided.first_" + name
                        + " AS first_name, second.id AS second_id, decided.second_" + name
                        + " AS second_name, " + loose(of, "first") + " AS first_loose, " + loose(of, "second")
                        + " AS second_loose, decided.author AS author, decided.decided_at AS decided_at,"
                        + " decided.taken_back_by AS taken_back_by, decided.taken_back_at AS taken_back_at FROM "
                        + table
                        + " decided JOIN article first ON first.key = decided.first_article"
                        + " JOIN article second ON second.key = decided.second_article ORDER BY decided.key",
                StoredDecisions::read);
        Map<List<Object>, List<Entry>> together = new LinkedHashMap<>();
        for (Entry entry : entries) {
            List<Object> one = of == Of.SPEAKERS
                    ? List.of(entry.key)
                    : List.of(entry.merge, entry.first, entry.author, entry.time, entry.takenBack);
            together.computeIfAbsent(one, key -> new ArrayList<>()).add(entry);
        }
        return together.values().stream().map(rows -> decision(of, rows)).toList();
    }

    private static String table(Of of) {
        return of == Of.SPEAKERS ? "identity_decision" : "claim_decision";
    }

    /** Whether what a decision names is not in the record. */
    private static String loose(Of of, String end) {
        String named = "decided." + end + (of == Of.SPEAKERS ? "_name" : "_proposition");
        return "CASE WHEN EXISTS (SELECT 1 FROM "
                + (of == Of.SPEAKERS
                        ? "speaker WHERE article = decided." + end + "_article AND name = " + named
                        // The id ends where the number of a sentence begins.
                        : "statement WHERE article = decided." + end + "_article AND (id = " + named + " OR " + named
                                + " LIKE id || '.%')")
                + ") THEN 0 ELSE 1 END";
    }

    private static Entry read(Row row) throws SQLException {
        Optional<String> undone = row.text("taken_back_at");
        return new Entry(
                row.integer("key"),
                row.string("kind").equals("MERGE"),
                new End(row.string("first_id"), row.string("first_name"), row.integer("first_loose") > 0),
                new End(row.string("second_id"), row.string("second_name"), row.integer("second_loose") > 0),
                row.string("author"),
                Instant.parse(row.string("decided_at")),
                undone.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new MadeDecision.TakenBack(
                                row.text("taken_back_by").orElse(""), Instant.parse(undone.get()))));
    }

    /** The id of a decision whose first row has this key. */
    static String id(Of of, int key) {
        return of.name().toLowerCase(Locale.ROOT) + BETWEEN + key;
    }

    private static MadeDecision decision(Of of, List<Entry> rows) {
        Entry first = rows.get(0);
        return new MadeDecision(
                id(of, first.key),
                of,
                first.merge,
                first.first,
                rows.stream().map(Entry::second).toList(),
                first.author,
                first.time,
                first.takenBack);
    }

    /**
     * Takes a decision back; who is the same, and what puts the same claim, are to be looked at again.
     *
     * @param id of the decision
     * @param author who takes it back
     * @return the decision, with that; empty where there is none of this id, or it was taken back before
     */
    public Optional<MadeDecision> takeBack(String id, String author) {
        return database.writeAlone(session -> {
            Optional<MadeDecision> found = find(session, id);
            if (found.isEmpty() || found.get().takenBack().isPresent()) {
                return Optional.empty();
            }
            MadeDecision decision = found.get();
            Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            takeBack(session, decision, author, now.toString());
            touch(session, decision);
            return Optional.of(new MadeDecision(
                    decision.id(),
                    decision.of(),
                    decision.merge(),
                    decision.first(),
                    decision.others(),
                    decision.author(),
                    decision.time(),
                    Optional.of(new MadeDecision.TakenBack(author, now))));
        });
    }

    private static void takeBack(Session session, MadeDecision decision, String author, String now) {
        String taken = " SET taken_back_by = ?, taken_back_at = ? WHERE taken_back_at IS NULL AND ";
        if (decision.of() == Of.SPEAKERS) {
            session.update("UPDATE identity_decision" + taken + "key = ?", author, now, key(decision.id()));
            return;
        }
        for (End other : decision.others()) {
            session.update(
                    "UPDATE claim_decision" + taken + "key >= ? AND first_proposition = ? AND second_proposition = ?"
                            + " AND author = ? AND decided_at = ?",
                    author,
                    now,
                    key(decision.id()),
                    decision.first().name(),
                    other.name(),
                    decision.author(),
                    decision.time().toString());
        }
    }

    private static Optional<MadeDecision> find(Session session, String id) {
        for (Of of : Of.values()) {
            if (id.startsWith(of.name().toLowerCase(Locale.ROOT) + BETWEEN)) {
                return decisions(session, of).stream()
                        .filter(decision -> decision.id().equals(id))
                        .findFirst();
            }
        }
        return Optional.empty();
    }

    private static int key(String id) {
        return Integer.parseInt(id.substring(id.indexOf(BETWEEN) + 1));
    }

    private static void touch(Session session, MadeDecision decision) {
        List<End> ends = new ArrayList<>(decision.others());
        ends.add(decision.first());
        for (End end : ends) {
            if (decision.of() == Of.CLAIMS) {
                ClaimTables.touch(
                        session, ClaimTables.keyOf(session, end.name()).stream().toList());
            } else {
                session.list("SELECT key FROM article WHERE id = ?", row -> row.integer("key"), end.articleId())
                        .forEach(article -> IdentityUpdating.pending(session, article));
            }
        }
    }
}
