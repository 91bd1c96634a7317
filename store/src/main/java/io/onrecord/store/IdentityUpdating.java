package io.onrecord.store;

import io.onrecord.model.Speaker;
import io.onrecord.speakers.Appearance;
import io.onrecord.speakers.Decision;
import io.onrecord.speakers.Gazetteer;
import io.onrecord.speakers.Identities;
import io.onrecord.speakers.Identity;
import io.onrecord.speakers.IdentityKey;
import io.onrecord.speakers.IdentityKey.Kind;
import io.onrecord.speakers.NamedSpeakers;
import io.onrecord.store.SpeakerSelect.Place;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Brings who is the same over articles up to date, step by step. Speakers that hang together by keys and decisions are a group
 * whose identities depend on nothing outside it, so only groups that an article came to, or went from, are made anew, and the order
 * in which articles came decides nothing.
 */
final class IdentityUpdating {

    /**
     * Of {@link Identities} and {@link IdentityKey}. It grows whenever the same speakers would be others; stores of a lower number are
     * then looked at again, and those of a higher one, which a newer program made, left as they are.
     */
    private static final int RULES = 1;

    /** Articles whose speakers get keys in one transaction. */
    private static final int ARTICLES = 256;

    /** Groups are taken together until they have so many speakers. */
    private static final int SPEAKERS = 4_000;

    private static final String PENDING =
            "INSERT INTO identity_pending (article, speaker) VALUES (?, ?) ON CONFLICT DO NOTHING";
    private static final String BATCH_MEMBERS = "(SELECT identity FROM identity_member WHERE (article, speaker) IN"
            + " (SELECT article, speaker FROM identity_batch))";

    private final Session session;
    private final Map<Place, Set<Place>> decided = new HashMap<>();
    private final Set<Place> taken = new LinkedHashSet<>();
    private final Set<IdentityKey> followed = new HashSet<>();

    private IdentityUpdating(Session session) {
        this.session = session;
    }

    /** An article that came or changed. */
    static void pending(Session session, int article) {
        session.update("INSERT INTO identity_unread (article) VALUES (?) ON CONFLICT DO NOTHING", article);
    }

    /** Before the speakers of an article go: those that they hang together with are looked at again. */
    static void removing(Session session, int article) {
        Set<Place> others = new LinkedHashSet<>(places(
                session,
                "SELECT other.article, other.speaker FROM identity_member own JOIN identity_member other"
                        + " ON other.identity = own.identity WHERE own.article = ? AND other.article <> ?",
                article,
                article));
        for (IdentityKey key :
                keys(session, "SELECT DISTINCT hash, kind FROM speaker_key WHERE article = ?", article)) {
            // One is enough where those that stay hang together without it.
            String most = key.kind() == Kind.LACKING ? "" : " LIMIT 1";
            others.addAll(places(
                    session,
                    "SELECT article, speaker FROM speaker_key WHERE hash = ? AND kind" + partners(key.kind())
                            + " AND article <> ?" + most,
                    key.hash(),
                    article));
        }
        session.batch(PENDING, rows(others));
        for (int other : session.list(
                "SELECT second_article AS other FROM identity_decision WHERE first_article = ? UNION"
                        + " SELECT first_article FROM identity_decision WHERE second_article = ?",
                row -> row.integer("other"),
                article,
                article)) {
            if (other != article) {
                pending(session, other);
            }
        }
    }

    /** With which kinds a key of a kind brings together. */
    private static String partners(Kind kind) {
        return switch (kind) {
            case WHOLE -> " = " + Kind.WHOLE.ordinal();
            case PARTIAL -> " = " + Kind.LACKING.ordinal();
            case LACKING -> " IN (" + Kind.PARTIAL.ordinal() + ", " + Kind.LACKING.ordinal() + ")";
        };
    }

    private static List<Place> places(Session session, String sql, Object... values) {
        return session.list(sql, row -> new Place(row.integer("article"), row.integer("speaker")), values);
    }

    private static List<IdentityKey> keys(Session session, String sql, Object... values) {
        return session.list(sql, row -> new IdentityKey(row.big("hash"), Kind.values()[row.integer("kind")]), values);
    }

    private static List<Object[]> rows(Collection<Place> places) {
        return places.stream()
                .map(place -> new Object[] {place.article(), place.number()})
                .toList();
    }

    /** How much is still to be looked at: articles without keys, and speakers. */
    static long left(Session session) {
        String unread = isByTheseRules(session) ? " JOIN identity_unread ON identity_unread.article = article.key" : "";
        return session.count("SELECT COALESCE(sum(article.speakers), 0) FROM article" + unread)
                + session.count("SELECT count(*) FROM identity_pending");
    }

    private static boolean isByTheseRules(Session session) {
        return session.count("SELECT COALESCE(max(number), 0) FROM identity_rules") >= RULES;
    }

    /** Has all articles looked at again. Who is found to be the same as before stays. */
    private static int begin(Session session) {
        // Once more: another process may have done it meanwhile.
        if (isByTheseRules(session)) {
            return 0;
        }
        session.execute("DELETE FROM identity_rules");
        session.update("INSERT INTO identity_rules (number) VALUES (?)", RULES);
        return session.update(
                "INSERT INTO identity_unread (article) SELECT key FROM article WHERE true ON CONFLICT DO NOTHING");
    }

    /**
     * Takes the next few.
     *
     * @return how many articles or speakers; 0 if all is done
     */
    static int step(Database database) {
        if (!database.read(IdentityUpdating::isByTheseRules)) {
            database.writeAlone(IdentityUpdating::begin);
        }
        int read = database.writeAlone(IdentityUpdating::read);
        return read > 0 ? read : database.writeAlone(session -> new IdentityUpdating(session).group());
    }

    private static int read(Session session) {
        List<Integer> articles = session.list(
                "SELECT article FROM identity_unread ORDER BY article LIMIT " + ARTICLES,
                row -> row.integer("article"));
        List<Object[]> keys = new ArrayList<>();
        List<Object[]> pending = new ArrayList<>();
        for (int article : articles) {
            session.update("DELETE FROM speaker_key WHERE article = ?", article);
            int number = 0;
            for (Speaker speaker : SpeakerSelect.of(session, article)) {
                pending.add(new Object[] {article, number});
                for (IdentityKey key : IdentityKey.of(speaker)) {
                    keys.add(new Object[] {
                        article, number, key.hash(), key.kind().ordinal()
                    });
                }
                number++;
            }
        }
        session.batch("INSERT INTO speaker_key (article, speaker, hash, kind) VALUES (?, ?, ?, ?)", keys);
        session.batch(PENDING, pending);
        session.batch(
                "DELETE FROM identity_unread WHERE article = ?",
                articles.stream().map(article -> new Object[] {article}).toList());
        return articles.size();
    }

    /** Makes the identities of the next groups. */
    private int group() {
        List<Place> seeds = places(
                session, "SELECT article, speaker FROM identity_pending ORDER BY article, speaker LIMIT " + SPEAKERS);
        if (seeds.isEmpty()) {
            return 0;
        }
        List<Decision> decisions = IdentityTables.decisions(session);
        decisions.forEach(this::join);
        for (Place seed : seeds) {
            if (taken.size() >= SPEAKERS) {
                break;
            }
            take(seed);
        }
        session.batch("INSERT INTO identity_batch (article, speaker) VALUES (?, ?)", rows(taken));
        renew(decisions);
        session.update("DELETE FROM identity_pending WHERE (article, speaker) IN"
                + " (SELECT article, speaker FROM identity_batch)");
        session.update("DELETE FROM identity_batch");
        return taken.size();
    }

    /** Whom a decision names hang together, whatever their names. */
    private void join(Decision decision) {
        List<Place> first = named(decision.first());
        List<Place> second = named(decision.second());
        for (Place one : first) {
            for (Place other : second) {
                decided.computeIfAbsent(one, place -> new LinkedHashSet<>()).add(other);
                decided.computeIfAbsent(other, place -> new LinkedHashSet<>()).add(one);
            }
        }
    }

    private List<Place> named(Decision.Anchor anchor) {
        List<Place> places = new ArrayList<>();
        for (int article :
                session.list("SELECT key FROM article WHERE id = ?", row -> row.integer("key"), anchor.articleId())) {
            List<Speaker> speakers = SpeakerSelect.of(session, article);
            NamedSpeakers.of(speakers, anchor.name())
                    .forEach(speaker -> places.add(new Place(article, speakers.indexOf(speaker))));
        }
        return places;
    }

    /** Takes a speaker with all that it hangs together with. */
    private void take(Place seed) {
        if (!taken.add(seed)) {
            return;
        }
        Deque<Place> open = new ArrayDeque<>(List.of(seed));
        while (!open.isEmpty()) {
            Place place = open.remove();
            List<Place> others = new ArrayList<>(decided.getOrDefault(place, Set.of()));
            for (IdentityKey key : keys(
                    session,
                    "SELECT hash, kind FROM speaker_key WHERE article = ? AND speaker = ?",
                    place.article(),
                    place.number())) {
                if (followed.add(key)) {
                    others.addAll(places(
                            session,
                            "SELECT article, speaker FROM speaker_key WHERE hash = ? AND kind" + partners(key.kind()),
                            key.hash()));
                }
            }
            for (Place other : others) {
                if (taken.add(other)) {
                    open.add(other);
                }
            }
        }
    }

    /** Makes the identities of the batch, and writes those that are other than they were. */
    private void renew(List<Decision> decisions) {
        Map<Place, Appearance> appearances = IdentityTables.appearances(
                session, SpeakerSelect.batch(session), " WHERE key IN (SELECT article FROM identity_batch)");
        Map<Identity.Member, Place> places = new HashMap<>();
        appearances.forEach((place, one) ->
                places.put(new Identity.Member(one.articleId(), one.speaker().id()), place));
        Set<Identity> now = new LinkedHashSet<>(
                Identities.of(appearances.values(), decisions, Gazetteer.EMPTY).all());
        List<Object[]> gone = new ArrayList<>();
        IdentityTables.all(session, BATCH_MEMBERS).forEach((key, identity) -> {
            if (!now.remove(identity)) {
                gone.add(new Object[] {key});
            }
        });
        session.batch("DELETE FROM identity WHERE key = ?", gone);
        IdentityTables.insert(session, List.copyOf(now), places);
    }
}
