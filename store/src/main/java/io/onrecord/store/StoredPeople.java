package io.onrecord.store;

import io.onrecord.model.Ids;
import io.onrecord.model.Speaker;
import io.onrecord.model.SpeakerKind;
import io.onrecord.speakers.Appearance;
import io.onrecord.store.Session.Row;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Who is on record, and what of them. What it gives of one identity costs the same however large the store is, but for an identity with very many
 * statements, of which only the latest are looked at where they would have to be counted. Safe to share between threads.
 */
public final class StoredPeople {

    /** Statements that are looked at for what somebody speaks about. */
    public static final int LATEST = 500;

    private static final int SUBJECTS = 10;

    /** Articles that are looked through at a time for an id that was. */
    private static final int ARTICLES = 500;

    private static final String PROFILE = "SELECT identity.key AS key, identity.id AS id, identity.name AS name,"
            + " identity.kind AS kind, identity.sorting AS sorting, identity.statements AS statements,"
            + " (SELECT count(*) FROM identity_member WHERE identity_member.identity = identity.key) AS articles,"
            + " (SELECT min(day) FROM identity_member WHERE identity_member.identity = identity.key AND day <> '') AS first,"
            + " (SELECT max(day) FROM identity_member WHERE identity_member.identity = identity.key AND day <> '') AS last"
            + " FROM identity";

    private final Database database;

    StoredPeople(Database database) {
        this.database = database;
    }

    /** A profile with what its row has beside it. */
    private record Found(int key, String sorting, SpeakerProfile profile) {}

    /** Identities, some at a time. */
    public SpeakerPage list(SpeakerQuery query) {
        boolean byName = query.order() == SpeakerQuery.Order.NAME;
        StringBuilder where = new StringBuilder(query.kind().isPresent() ? " WHERE kind = ?" : " WHERE kind <> ?");
        List<Object> values =
                new ArrayList<>(List.of(query.kind().orElse(SpeakerKind.UNNAMED).name()));
        query.after().ifPresent(after -> {
            where.append(byName ? " AND (sorting, id) > (?, ?)" : " AND (statements, id) < (?, ?)");
            values.add(byName ? after.key() : (Object) number(after.key()));
            values.add(after.id());
        });
        String order = byName ? " ORDER BY sorting, id" : " ORDER BY statements DESC, id DESC";
        return database.read(session -> {
            List<Found> found =
                    profiles(session, PROFILE + where + order + " LIMIT " + (query.limit() + 1), values.toArray());
            boolean more = found.size() > query.limit();
            List<Found> page = more ? found.subList(0, query.limit()) : found;
            Optional<SpeakerQuery.After> next =
                    more ? Optional.of(after(page.get(page.size() - 1), byName)) : Optional.empty();
            return new SpeakerPage(page.stream().map(Found::profile).toList(), next);
        });
    }

    private static int number(String digits) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "a list by statements goes on behind a number, not '" + StoreException.shown(digits) + "'", e);
        }
    }

    private static SpeakerQuery.After after(Found last, boolean byName) {
        return new SpeakerQuery.After(
                byName ? last.sorting : String.valueOf(last.profile.statements()), last.profile.id());
    }

    /** An identity by its id. */
    public Optional<SpeakerProfile> get(String id) {
        return database.read(session -> profiles(session, PROFILE + " WHERE identity.id = ?", id).stream()
                .findFirst()
                .map(Found::profile));
    }

    private static List<Found> profiles(Session session, String sql, Object... values) {
        List<Found> bare = session.list(sql, StoredPeople::read, values);
        List<Found> found = new ArrayList<>();
        for (Found one : bare) {
            SpeakerProfile profile = one.profile;
            Map<String, String> external = new TreeMap<>();
            session.list(
                            "SELECT base, id FROM identity_external WHERE identity = ?",
                            row -> Map.entry(row.string("base"), row.string("id")),
                            one.key)
                    .forEach(entry -> external.put(entry.getKey(), entry.getValue()));
            found.add(new Found(
                    one.key,
                    one.sorting,
                    new SpeakerProfile(
                            profile.id(),
                            profile.name(),
                            profile.kind(),
                            session.texts(
                                    "SELECT name FROM identity_alias WHERE identity = ? ORDER BY number", one.key),
                            external,
                            profile.statements(),
                            profile.articles(),
                            profile.first(),
                            profile.last())));
        }
        return found;
    }

    private static Found read(Row row) throws SQLException {
        return new Found(
                row.integer("key"),
                row.string("sorting"),
                new SpeakerProfile(
                        row.string("id"),
                        row.string("name"),
                        SpeakerKind.valueOf(row.string("kind")),
                        List.of(),
                        Map.of(),
                        row.integer("statements"),
                        row.integer("articles"),
                        row.text("first"),
                        row.text("last")));
    }

    private static Optional<Integer> key(Session session, String id) {
        return session.first("SELECT key FROM identity WHERE id = ?", row -> row.integer("key"), id);
    }

    /** Statements of an identity, the latest first; none where there is no such identity. */
    public List<Spoken> said(String id, SpokenQuery query) {
        return database.read(session -> key(session, id)
                .map(key -> SpokenSelect.find(session, database.dialect().byCharacters(), key, query))
                .orElse(List.of()));
    }

    /** How many statements of an identity were published in each month, the earliest first; those without a day are left out. */
    public List<Counted> months(String id) {
        return database.read(session -> session.list(
                "SELECT substr(day, 1, 7) AS month, sum(statements) AS count FROM identity_member"
                        + " WHERE identity = (SELECT key FROM identity WHERE id = ?) AND day <> '' AND statements > 0"
                        + " GROUP BY substr(day, 1, 7) ORDER BY month",
                row -> new Counted(row.string("month"), row.string("month"), row.integer("count")),
                id));
    }

    /** What the latest statements of an identity are about. */
    public Subjects subjects(String id) {
        return database.read(session -> key(session, id)
                .map(key -> subjects(session, key))
                .orElse(new Subjects(0, List.of(), List.of(), List.of())));
    }

    /** The claims that an identity put more than once, those first that it put most often. */
    public List<Subjects.Put> repeated(String id) {
        return database
                .read(session -> key(session, id)
                        .map(key -> claims(session, key, Integer.MAX_VALUE, Integer.MAX_VALUE))
                        .orElse(List.of()))
                .stream()
                .filter(put -> put.own() > 1)
                .toList();
    }

    /** The latest of the engine's statements that an identity has, whose key is bound twice. */
    private static String latest(int most) {
        String order = " ORDER BY day DESC, article DESC, number LIMIT " + most + ")";
        return "(SELECT article, number FROM (SELECT * FROM "
                + latest(PutRight.ENGINE, PutRight.ENGINE_ONLY + order)
                + " engine UNION ALL SELECT * FROM "
                + latest(PutRight.PEOPLE, PutRight.PEOPLE_ONLY + " AND statement.number IS NOT NULL" + order)
                + " people) said" + order;
    }

    private static String latest(String joins, String end) {
        return "(SELECT member.day AS day, member.article AS article, statement.number AS number"
                + " FROM identity_member member" + joins + " WHERE member.identity = ?" + end;
    }

    private static List<Subjects.Put> claims(Session session, int key, int latest, int most) {
        return session.list(
                ClaimSelect.SUMMARY.replace(" FROM claim", ", counted.own AS own FROM claim")
                        + " JOIN (SELECT proposition.claim AS claim, count(DISTINCT proposition.article || ' ' ||"
                        + " proposition.statement) AS own FROM " + latest(latest) + " latest JOIN proposition"
                        + " ON proposition.article = latest.article AND proposition.statement = latest.number"
                        + " WHERE proposition.claim IS NOT NULL GROUP BY proposition.claim) counted"
                        + " ON counted.claim = claim.key WHERE claim.disputes > 0 OR claim.statements > 1"
                        + " ORDER BY counted.own DESC, " + ClaimSelect.BY_WEIGHT + " LIMIT " + most,
                row -> new Subjects.Put(ClaimSelect.summary(row), row.integer("own")),
                key,
                key);
    }

    private static Subjects subjects(Session session, int key) {
        String latest = latest(LATEST);
        List<Subjects.Put> claims = claims(session, key, LATEST, SUBJECTS);
        List<Counted> about = session.list(
                "SELECT identity.id AS id, identity.name AS name, count(*) AS count FROM " + latest + " latest"
                        + " JOIN statement_about ON statement_about.article = latest.article"
                        + " AND statement_about.statement = latest.number"
                        + " JOIN identity_member named ON named.article = statement_about.article"
                        + " AND named.speaker = statement_about.speaker"
                        + " JOIN identity ON identity.key = named.identity WHERE identity.key <> ?"
                        + " GROUP BY identity.id, identity.name ORDER BY count DESC, identity.id LIMIT " + SUBJECTS,
                row -> new Counted(row.string("id"), row.string("name"), row.integer("count")),
                key,
                key,
                key);
        List<Counted> outlets = session.list(
                "SELECT article.outlet AS outlet, count(*) AS count FROM " + latest + " latest"
                        + " JOIN article ON article.key = latest.article WHERE article.outlet IS NOT NULL"
                        + " GROUP BY article.outlet ORDER BY count DESC, article.outlet LIMIT " + SUBJECTS,
                row -> new Counted(row.string("outlet"), row.string("outlet"), row.integer("count")),
                key,
                key);
        int looked = (int) session.count("SELECT count(*) FROM " + latest + " latest", key, key);
        return new Subjects(looked, claims, about, outlets);
    }

    /** The speakers that an identity is, those of the latest articles first. */
    public List<Member> members(String id, int most) {
        return database.read(session ->
                key(session, id).map(key -> members(session, key, most)).orElse(List.of()));
    }

    private static List<Member> members(Session session, int key, int most) {
        record Beside(String title, int statements) {}
        Map<SpeakerSelect.Place, Beside> besides = new LinkedHashMap<>();
        String latest = "SELECT article, speaker FROM identity_member WHERE identity = " + key
                + " ORDER BY day DESC, article DESC, speaker LIMIT " + most;
        session.list(
                        "SELECT member.article AS article, member.speaker AS speaker, article.title AS title,"
                                + " member.statements AS statements FROM identity_member member"
                                + " JOIN article ON article.key = member.article WHERE member.identity = ?"
                                + " ORDER BY member.day DESC, member.article DESC, member.speaker LIMIT " + most,
                        row -> Map.entry(
                                new SpeakerSelect.Place(row.integer("article"), row.integer("speaker")),
                                new Beside(row.text("title").orElse(""), row.integer("statements"))),
                        key)
                .forEach(entry -> besides.put(entry.getKey(), entry.getValue()));
        Map<SpeakerSelect.Place, Speaker> speakers = SpeakerSelect.among(session, latest);
        Map<SpeakerSelect.Place, Appearance> appearances = IdentityTables.appearances(
                session, speakers, " WHERE key IN (SELECT article FROM (" + latest + ") latest)");
        List<Member> members = new ArrayList<>();
        besides.forEach((place, beside) -> Optional.ofNullable(appearances.get(place))
                .ifPresent(appearance -> members.add(new Member(
                        appearance, Optional.of(beside.title).filter(title -> !title.isEmpty()), beside.statements))));
        return members;
    }

    /** Who the speakers of some statements are over articles, by the ids of the statements; without those of whom it is not known. */
    public Map<String, Surroundings.Known> of(Collection<String> statementIds) {
        return database.read(session -> {
            Map<String, Surroundings.Known> known = new HashMap<>();
            for (String id : statementIds) {
                known(session, id).ifPresent(one -> known.put(id, one));
            }
            return known;
        });
    }

    static Optional<Surroundings.Known> known(Session session, String statementId) {
        return session.first(
                "SELECT identity.id AS id, identity.name AS name FROM statement" + PutRight.BESIDE
                        + " JOIN identity_member ON identity_member.article = statement.article"
                        + " AND identity_member.speaker = " + PutRight.column("speaker")
                        + " JOIN identity ON identity.key = identity_member.identity WHERE statement.id = ?",
                row -> new Surroundings.Known(row.string("id"), row.string("name")),
                statementId);
    }

    /** Who a speaker of an article is, by the name there. */
    public Optional<Surroundings.Known> named(String articleId, String name) {
        return database.read(session -> session.first(
                "SELECT identity.id AS id, identity.name AS name FROM article"
                        + " JOIN speaker ON speaker.article = article.key JOIN identity_member"
                        + " ON identity_member.article = speaker.article AND identity_member.speaker = speaker.number"
                        + " JOIN identity ON identity.key = identity_member.identity"
                        + " WHERE article.id = ? AND speaker.name = ? ORDER BY speaker.number LIMIT 1",
                row -> new Surroundings.Known(row.string("id"), row.string("name")),
                articleId,
                name));
    }

    /**
     * Who has now the speaker that an id was made of: an id is that of the earliest article, so it is another when an earlier one is read, or people
     * say that two are one. Looks through all speakers, so it is for ids that {@link #get} does not know.
     */
    public Optional<Surroundings.Known> former(String id) {
        int from = 0;
        while (true) {
            int after = from;
            List<Named> speakers = database.read(session -> session.list(
                    "SELECT article.key AS key, article.id AS article, speaker.name AS name FROM article"
                            + " JOIN speaker ON speaker.article = article.key WHERE article.key > ? AND article.key <= "
                            + "(SELECT max(key) FROM (SELECT key FROM article WHERE key > ? ORDER BY key LIMIT "
                            + ARTICLES
                            + ") these) ORDER BY article.key, speaker.number",
                    row -> new Named(row.integer("key"), row.string("article"), row.string("name")),
                    after,
                    after));
            Map<List<String>, Integer> count = new HashMap<>();
            for (Named speaker : speakers) {
                int nth = count.merge(List.of(speaker.article, speaker.name), 1, Integer::sum) - 1;
                if (Ids.identity(speaker.article, speaker.name, nth).equals(id)) {
                    return named(speaker.article, speaker.name);
                }
            }
            Optional<Integer> last = database.read(session -> session.first(
                    "SELECT key FROM (SELECT key FROM article WHERE key > ? ORDER BY key LIMIT " + ARTICLES
                            + ") these ORDER BY key DESC LIMIT 1",
                    row -> row.integer("key"),
                    after));
            if (last.isEmpty()) {
                return Optional.empty();
            }
            from = last.get();
        }
    }

    /** A speaker of an article. */
    private record Named(int key, String article, String name) {}
}
