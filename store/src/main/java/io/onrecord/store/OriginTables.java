package io.onrecord.store;

import io.onrecord.copies.Copies;
import io.onrecord.copies.Group;
import io.onrecord.copies.Link;
import io.onrecord.copies.Signature;
import io.onrecord.copies.Signatures;
import io.onrecord.copies.Signed;
import io.onrecord.model.Published;
import io.onrecord.store.KeyTable.Two;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which article goes back to which. What is kept is a function of the articles: those that share keys and are copies are linked,
 * and each set of articles that hang together by links is grouped by {@link Copies#groups}.
 */
final class OriginTables {

    /** Articles that are worked on in one transaction. */
    private static final int BATCH = 32;

    private static final KeyTable KEYS = new KeyTable("signature_key", "article", Near.COPIES);
    private static final LinkTable LINKS = new LinkTable("copy_link");

    private final Database database;

    OriginTables(Database database) {
        this.database = database;
    }

    /** An article that came or changed: all is to be done. */
    static void pending(Session session, int article) {
        session.update("INSERT INTO origin_pending (article) VALUES (?) ON CONFLICT DO NOTHING", article);
    }

    /** Before an article goes: those that it stood between come nearer, and those that it was linked to are grouped anew. */
    static void removing(Session session, int article) {
        touch(session, LINKS.partners(session, article));
        Signing signing = new Signing(session);
        for (Two two : KEYS.across(session, article)) {
            if (!LINKS.has(session, two)) {
                signing.match(two);
            }
        }
        // A copy whose origin goes is none until it is grouped anew, and it may stay one that is none: its claims count
        // others.
        List<Integer> copies =
                session.list("SELECT article FROM origin WHERE origin = ?", row -> row.integer("article"), article);
        touch(session, copies);
        copies.forEach(copy -> ClaimTables.touchArticle(session, copy));
    }

    private static void touch(Session session, List<Integer> articles) {
        session.batch(
                "INSERT INTO origin_touched (article) VALUES (?) ON CONFLICT DO NOTHING",
                articles.stream().map(article -> new Object[] {article}).toList());
    }

    /** Articles that are still to be looked at. */
    long pending() {
        return database.read(session -> session.count("SELECT count(*) FROM origin_pending")
                + session.count("SELECT count(*) FROM origin_touched"));
    }

    /**
     * Takes the next few articles.
     *
     * @return how many; 0 if all is done
     */
    int step() {
        int signed = database.writeAlone(OriginTables::sign);
        return signed > 0 ? signed : database.writeAlone(OriginTables::group);
    }

    private static int sign(Session session) {
        List<Integer> articles = session.list(
                "SELECT article FROM origin_pending ORDER BY article LIMIT " + BATCH, row -> row.integer("article"));
        Signing signing = new Signing(session);
        articles.forEach(signing::sign);
        session.batch(
                "DELETE FROM origin_pending WHERE article = ?",
                articles.stream().map(article -> new Object[] {article}).toList());
        return articles.size();
    }

    /** Signs articles within one transaction; what it reads on the way it reads once. */
    private static final class Signing {

        private final Session session;
        private final Map<Integer, Signature> known = new HashMap<>();

        Signing(Session session) {
            this.session = session;
        }

        /** What a signature is made of, and what stands in the way of the one that is kept. */
        private record Source(String id, String text, Optional<String> day, Optional<Long> place) {}

        void sign(int article) {
            Source source = session.first(
                            "SELECT article.id AS id, article.text AS text, article.published_last_day AS day,"
                                    + " signature.place AS place FROM article LEFT JOIN signature"
                                    + " ON signature.article = article.key WHERE article.key = ?",
                            row -> new Source(
                                    row.string("id"),
                                    row.string("text"),
                                    row.text("day"),
                                    row.text("place").map(Long::valueOf)),
                            article)
                    .orElseThrow();
            Optional<LocalDate> day = source.day.map(LocalDate::parse);
            long place = Near.ofCopies(source.id, day);
            touch(session, List.of(article));
            if (source.place.isPresent() && source.place.get() == place) {
                // Its text is as it was; the time of day may be another, and with it the origin.
                return;
            }
            if (source.place.isPresent()) {
                removing(session, article);
                session.update("DELETE FROM signature WHERE article = ?", article);
            }
            Signature signature = Signature.of(source.text);
            known.put(article, signature);
            session.update(
                    "INSERT INTO signature (article, place, bytes) VALUES (?, ?, ?)",
                    article,
                    place,
                    signature.toBytes());
            for (Two two : KEYS.add(
                    session,
                    article,
                    place,
                    Near.copies(source.id, day, signature).hashes())) {
                if (LINKS.has(session, two) && !KEYS.areNear(session, two)) {
                    LINKS.remove(session, two);
                    touch(session, List.of(two.first(), two.second()));
                }
            }
            KEYS.near(session, article).forEach(other -> match(Two.of(article, other)));
        }

        void match(Two two) {
            if (Copies.match(signature(two.first()), signature(two.second())).isPresent()) {
                session.update(
                        "INSERT INTO copy_link (first, second) VALUES (?, ?) ON CONFLICT DO NOTHING",
                        two.first(),
                        two.second());
                touch(session, List.of(two.first(), two.second()));
            }
        }

        private Signature signature(int article) {
            return known.computeIfAbsent(article, key -> signed(session, key).signature());
        }
    }

    private static Signed signed(Session session, int article) {
        return session.first(
                        "SELECT article.id AS id, article.published AS published, signature.bytes AS bytes"
                                + " FROM signature JOIN article ON article.key = signature.article"
                                + " WHERE signature.article = ?",
                        row -> new Signed(
                                row.string("id"),
                                row.text("published").map(value -> new Published(value, "store")),
                                Signature.fromBytes(row.bytes("bytes"))),
                        article)
                .orElseThrow();
    }

    /** What an article goes back to. */
    private record Origin(int article, Link link) {}

    private static int group(Session session) {
        List<Integer> touched = session.list(
                "SELECT article FROM origin_touched ORDER BY article LIMIT " + BATCH, row -> row.integer("article"));
        Set<Integer> done = new HashSet<>();
        for (int article : touched) {
            if (done.contains(article)) {
                continue;
            }
            List<Integer> component = List.copyOf(LINKS.component(session, article));
            done.addAll(component);
            Map<Integer, Origin> origins = origins(session, component);
            for (int member : component) {
                keep(session, member, Optional.ofNullable(origins.get(member)));
            }
        }
        session.batch(
                "DELETE FROM origin_touched WHERE article = ?",
                done.stream().map(article -> new Object[] {article}).toList());
        return touched.size();
    }

    private static Map<Integer, Origin> origins(Session session, List<Integer> component) {
        Map<Integer, Origin> origins = new TreeMap<>();
        if (component.size() > 1) {
            List<Signed> signed = new ArrayList<>();
            component.forEach(article -> signed.add(signed(session, article)));
            Copies.groups(Signatures.of(signed), group -> {
                int first = component.get(group.origin());
                for (Group.Copy copy : group.copies()) {
                    origins.put(component.get(copy.index()), new Origin(first, copy.link()));
                }
            });
        }
        return origins;
    }

    private static void keep(Session session, int article, Optional<Origin> origin) {
        Optional<Integer> before =
                session.first("SELECT origin FROM origin WHERE article = ?", row -> row.integer("origin"), article);
        if (before.isPresent() && origin.isEmpty()) {
            session.update("DELETE FROM origin WHERE article = ?", article);
        }
        if (!before.equals(origin.map(Origin::article))) {
            ClaimTables.touchArticle(session, article);
        }
        origin.ifPresent(to -> session.update(
                "INSERT INTO origin (article, origin, kind, score) VALUES (?, ?, ?, ?) ON CONFLICT (article)"
                        + " DO UPDATE SET origin = excluded.origin, kind = excluded.kind, score = excluded.score",
                article,
                to.article,
                to.link.kind().name(),
                to.link.score()));
    }

    /** The id of the article that one goes back to; empty for one that is no copy. */
    Optional<String> of(String articleId) {
        return database.read(session -> session.first(
                "SELECT first.id AS id FROM article JOIN origin ON origin.article = article.key"
                        + " JOIN article first ON first.key = origin.origin WHERE article.id = ?",
                row -> row.string("id"),
                articleId));
    }
}
