package io.onrecord.store;

import io.onrecord.claims.Constraint;
import io.onrecord.claims.PropositionId;
import io.onrecord.store.KeyTable.Two;
import io.onrecord.store.StoreException.Reason;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** What marks the tables of claims for being made anew, and what users decided about claims. */
final class ClaimTables {

    static final LinkTable LINKS = new LinkTable("claim_link");

    private final Database database;
    private final Clock clock;

    ClaimTables(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** An article that came or changed: its propositions are to be made anew. */
    static void pending(Session session, int article) {
        session.update(
                "INSERT INTO claim_pending (article, asked, stage) VALUES (?, ?, 0) ON CONFLICT (article)"
                        + " DO UPDATE SET asked = excluded.asked, stage = 0",
                article,
                asked());
    }

    /**
     * Tells one time that an article is asked for from every other. Rows go when they are done, so that what counts would begin anew, and
     * who is slow would take what was asked for later for what it has done.
     */
    private static int asked() {
        return ThreadLocalRandom.current().nextInt();
    }

    /** Propositions whose claims are to be made anew. */
    static void touch(Session session, Collection<Integer> propositions) {
        session.batch(
                "INSERT INTO claim_touched (proposition) VALUES (?) ON CONFLICT DO NOTHING",
                propositions.stream().map(key -> new Object[] {key}).toList());
    }

    /**
     * Before the propositions of an article go: the claims that they have part in go as a whole, and what they were linked to is
     * to be made anew; those that they stood between come nearer and are to be matched.
     */
    static void removing(Session session, int article) {
        for (Two two : Nearness.STORIES.across(session, article)) {
            session.update(
                    "INSERT INTO story_pair (first, second) VALUES (?, ?) ON CONFLICT DO NOTHING",
                    two.first(),
                    two.second());
        }
        session.update("DELETE FROM story_key WHERE article = ?", article);
        session.update("DELETE FROM story WHERE article = ?", article);
        for (int key : keysOf(session, article)) {
            new ClaimLinks(session).removing(key);
            for (Two two : Nearness.WORDS.across(session, key)) {
                if (!LINKS.has(session, two)) {
                    session.update(
                            "INSERT INTO claim_pair (first, second) VALUES (?, ?) ON CONFLICT DO NOTHING",
                            two.first(),
                            two.second());
                }
            }
            // One by one: what the next stands between is looked for among those that stay.
            session.update("DELETE FROM proposition_key WHERE proposition = ?", key);
            session.first("SELECT claim FROM proposition WHERE key = ?", row -> row.number("claim"), key)
                    .flatMap(claim -> claim)
                    .ifPresent(claim -> dissolve(session, claim));
        }
    }

    static List<Integer> keysOf(Session session, int article) {
        return session.list(
                "SELECT key FROM proposition WHERE article = ? ORDER BY statement, part",
                row -> row.integer("key"),
                article);
    }

    /** A claim goes; its members, and those whose edges lead to it, are to be looked at anew. */
    private static void dissolve(Session session, int claim) {
        session.update(
                "INSERT INTO claim_touched (proposition) SELECT key FROM proposition WHERE claim = ? ON CONFLICT DO NOTHING",
                claim);
        session.update("DELETE FROM claim WHERE key = ?", claim);
    }

    /** The number of origins of claims may have changed. */
    static void touchArticle(Session session, int article) {
        touch(session, keysOf(session, article));
    }

    /** What is left to do: articles, pairs and propositions. */
    long pending() {
        return database.read(session -> session.count("SELECT count(*) FROM claim_pending")
                + session.count("SELECT count(*) FROM claim_pair")
                + session.count("SELECT count(*) FROM story_pair")
                + session.count("SELECT count(*) FROM claim_short")
                + session.count("SELECT count(*) FROM claim_touched"));
    }

    /** Whether nothing is left to do, for claims or origins; costs next to nothing. */
    boolean isDone(String maker) {
        return database.read(session -> {
            if (!session.texts("SELECT name FROM claim_maker").equals(List.of(maker))
                    && session.count("SELECT count(*) FROM (SELECT 1 FROM article LIMIT 1) x") > 0) {
                return false;
            }
            for (String table : List.of(
                    "origin_pending",
                    "origin_touched",
                    "claim_pending",
                    "claim_pair",
                    "story_pair",
                    "claim_short",
                    "claim_touched")) {
                if (session.count("SELECT count(*) FROM (SELECT 1 FROM " + table + " LIMIT 1) x") > 0) {
                    return false;
                }
            }
            return true;
        });
    }

    /** Where something else compared propositions before, all is to be made anew. */
    void madeBy(String maker) {
        List<String> before = database.read(session -> session.texts("SELECT name FROM claim_maker"));
        if (before.equals(List.of(maker))) {
            return;
        }
        database.writeAlone(session -> {
            // Once more: another process may have done it meanwhile.
            if (session.texts("SELECT name FROM claim_maker").equals(List.of(maker))) {
                return 0;
            }
            session.execute("DELETE FROM claim_maker");
            session.update("INSERT INTO claim_maker (name) VALUES (?)", maker);
            session.execute("DELETE FROM claim");
            session.execute("DELETE FROM proposition");
            session.execute("DELETE FROM story_key");
            session.execute("DELETE FROM story");
            session.execute("DELETE FROM story_pair");
            return session.update(
                    "INSERT INTO claim_pending (article, asked, stage) SELECT key, " + asked() + ", 0 FROM article"
                            + " WHERE true ON CONFLICT (article) DO UPDATE SET asked = excluded.asked, stage = 0");
        });
    }

    /** All of it at one time. Gives the first key of the rows that are one decision. */
    int decide(List<Constraint> decisions, String author) {
        String now = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
        return database.writeAlone(session -> {
            decisions.forEach(decision -> decide(session, decision, author, now));
            return (int) session.count(
                    "SELECT min(key) FROM claim_decision WHERE kind = ? AND first_proposition = ? AND author = ? AND decided_at = ?"
                            + " AND taken_back_at IS NULL",
                    decisions.get(0).kind().name(),
                    decisions.get(0).first(),
                    author,
                    now);
        });
    }

    private void decide(Session session, Constraint decision, String author, String now) {
        session.update(
                "INSERT INTO claim_decision (kind, first_article, first_proposition, second_article,"
                        + " second_proposition, author, decided_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
                decision.kind().name(),
                article(session, decision.first()),
                decision.first(),
                article(session, decision.second()),
                decision.second(),
                author,
                now);
        for (String one : List.of(decision.first(), decision.second())) {
            touch(session, keyOf(session, one).stream().toList());
        }
    }

    /** Whether somebody decided about a statement of an article. */
    static boolean isDecidedOn(Session session, int article) {
        return session.count(
                        "SELECT count(*) FROM claim_decision WHERE first_article = ? OR second_article = ?",
                        article,
                        article)
                > 0;
    }

    /**
     * Decisions go with statements that another reading cut otherwise; one about a statement that it does not find stays as it is, and
     * holds again when it is found again.
     *
     * @param successors the ids of the article's statements of now by those of before
     */
    static void follow(Session session, int article, Map<String, String> successors) {
        for (String end : List.of("first", "second")) {
            Map<Integer, String> decided = new LinkedHashMap<>();
            session.list(
                            "SELECT key, " + end + "_proposition AS proposition FROM claim_decision WHERE " + end
                                    + "_article = ?",
                            row -> Map.entry(row.integer("key"), row.string("proposition")),
                            article)
                    .forEach(row -> decided.put(row.getKey(), row.getValue()));
            decided.forEach((key, proposition) -> {
                PropositionId id = PropositionId.of(proposition);
                String now = new PropositionId(successors.getOrDefault(id.statement(), id.statement()), id.part())
                        .toString();
                session.update("UPDATE claim_decision SET " + end + "_proposition = ? WHERE key = ?", now, key);
            });
        }
    }

    private int article(Session session, String proposition) {
        return session.first(
                        "SELECT article FROM statement WHERE id = ?",
                        row -> row.integer("article"),
                        PropositionId.of(proposition).statement())
                .orElseThrow(() -> new StoreException(
                        Reason.UNFIT,
                        "the statement " + StoreException.shown(proposition) + " is not kept in " + database.name()
                                + ": put its record first"));
    }

    /** The row of a proposition by its id, if it is there. */
    static Optional<Integer> keyOf(Session session, String proposition) {
        PropositionId id = PropositionId.of(proposition);
        return session.first(
                "SELECT proposition.key AS key FROM statement JOIN proposition"
                        + " ON proposition.article = statement.article AND proposition.statement = statement.number"
                        + " WHERE statement.id = ? AND proposition.part = ?",
                row -> row.integer("key"),
                id.statement(),
                id.part());
    }

    List<ClaimDecision> decisions() {
        return database.read(session -> session.list(
                "SELECT kind, first_proposition, second_proposition, author, decided_at FROM claim_decision"
                        + " WHERE taken_back_at IS NULL ORDER BY key",
                row -> new ClaimDecision(
                        new Constraint(
                                Constraint.Kind.valueOf(row.string("kind")),
                                row.string("first_proposition"),
                                row.string("second_proposition")),
                        row.string("author"),
                        Instant.parse(row.string("decided_at")))));
    }

    static List<Constraint> constraints(Session session) {
        return session.list(
                "SELECT kind, first_proposition, second_proposition FROM claim_decision WHERE taken_back_at IS NULL ORDER BY key",
                row -> new Constraint(
                        Constraint.Kind.valueOf(row.string("kind")),
                        row.string("first_proposition"),
                        row.string("second_proposition")));
    }
}
