package io.onrecord.store;

import io.onrecord.model.Speaker;
import io.onrecord.model.SpeakerKind;
import io.onrecord.speakers.Appearance;
import io.onrecord.speakers.Decision;
import io.onrecord.speakers.Identity;
import io.onrecord.store.StoreException.Reason;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** Who is the same over articles, and what users decided about it. */
final class IdentityTables {

    private final Database database;
    private final Clock clock;

    IdentityTables(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What is known of an article whose speakers are looked at. */
    private record Origin(String id, Optional<LocalDate> published, Optional<String> outlet) {}

    List<Appearance> appearances() {
        return database.read(session -> new ArrayList<>(
                appearances(session, SpeakerSelect.all(session), "").values()));
    }

    /**
     * Speakers with what is known of their articles, in the order of the speakers.
     *
     * @param where which articles, in the words of SQL; all where it is empty
     */
    static Map<SpeakerSelect.Place, Appearance> appearances(
            Session session, Map<SpeakerSelect.Place, Speaker> speakers, String where) {
        Map<Integer, Origin> articles = new HashMap<>();
        session.list(
                        "SELECT key, id, outlet, published_first_day, published_last_day FROM article" + where,
                        row -> Map.entry(
                                row.integer("key"),
                                new Origin(
                                        row.string("id"),
                                        // Where the two differ only the month or year is known.
                                        row.text("published_first_day")
                                                .filter(row.text("published_last_day")
                                                        .orElse("")::equals)
                                                .map(LocalDate::parse),
                                        row.text("outlet"))))
                .forEach(entry -> articles.put(entry.getKey(), entry.getValue()));
        Map<SpeakerSelect.Place, Appearance> appearances = new LinkedHashMap<>();
        speakers.forEach((place, speaker) -> {
            Origin article = Objects.requireNonNull(articles.get(place.article()), "article of a speaker");
            appearances.put(
                    place, new Appearance(article.id, article.published, article.outlet, Optional.empty(), speaker));
        });
        return appearances;
    }

    void replace(List<Identity> all) {
        database.writeAlone(session -> {
            session.execute("DELETE FROM identity");
            insert(session, all, places(session));
            return all.size();
        });
    }

    /** Adds identities; what refers to speakers that are gone is left out. */
    static void insert(Session session, List<Identity> all, Map<Identity.Member, SpeakerSelect.Place> places) {
        Rows aliases = new Rows("identity_alias", "identity, number, name");
        Rows external = new Rows("identity_external", "identity, base, id");
        Rows members = new Rows("identity_member", "article, speaker, identity, number");
        Rows words = IdentityWords.rows();
        List<Integer> keys = new ArrayList<>();
        for (Identity identity : all) {
            if (identity.members().stream().noneMatch(places::containsKey)) {
                continue;
            }
            int key = insert(session, identity);
            keys.add(key);
            int number = 0;
            for (String alias : identity.aliases()) {
                aliases.add(key, number++, alias);
            }
            IdentityWords.add(words, key, identity);
            identity.external().forEach((base, id) -> external.add(key, base, id));
            number = 0;
            for (Identity.Member member : identity.members()) {
                SpeakerSelect.Place place = places.get(member);
                if (place != null) {
                    members.add(place.article(), place.number(), key, number++);
                }
            }
        }
        List.of(aliases, external, members, words).forEach(rows -> rows.write(session));
        IdentityCounts.count(session, keys);
    }

    private static int insert(Session session, Identity identity) {
        return session.first(
                        "INSERT INTO identity (id, name, kind, sorting) VALUES (?, ?, ?, ?) RETURNING key",
                        row -> row.integer("key"),
                        identity.id(),
                        identity.name(),
                        identity.kind().name(),
                        IdentityCounts.sorting(identity.name()))
                .orElseThrow();
    }

    private static Map<Identity.Member, SpeakerSelect.Place> places(Session session) {
        Map<Identity.Member, SpeakerSelect.Place> places = new HashMap<>();
        session.list(
                        "SELECT article.id AS article_id, speaker.id AS speaker_id, article.key AS article,"
                                + " speaker.number AS speaker FROM speaker JOIN article ON article.key = speaker.article",
                        row -> Map.entry(
                                new Identity.Member(row.string("article_id"), row.string("speaker_id")),
                                new SpeakerSelect.Place(row.integer("article"), row.integer("speaker"))))
                .forEach(entry -> places.put(entry.getKey(), entry.getValue()));
        return places;
    }

    List<Identity> all() {
        return database.read(session -> List.copyOf(all(session, "").values()));
    }

    /**
     * Identities by their keys.
     *
     * @param which their keys, in the words of SQL, in brackets; all where it is empty
     */
    static Map<Integer, Identity> all(Session session, String which) {
        String of = which.isEmpty() ? "" : " WHERE identity IN " + which;
        Map<Integer, List<String>> aliases = new HashMap<>();
        session.list(
                        "SELECT identity, name FROM identity_alias" + of + " ORDER BY identity, number",
                        row -> Map.entry(row.integer("identity"), row.string("name")))
                .forEach(entry -> add(aliases, entry.getKey(), entry.getValue()));
        Map<Integer, Map<String, String>> external = external(session, of);
        Map<Integer, List<Identity.Member>> members = members(session, of);
        Map<Integer, Identity> all = new LinkedHashMap<>();
        session.list(
                        "SELECT key, id, name, kind FROM identity" + (which.isEmpty() ? "" : " WHERE key IN " + which)
                                + " ORDER BY key",
                        row -> Map.entry(
                                row.integer("key"),
                                new Identity(
                                        row.string("id"),
                                        row.string("name"),
                                        SpeakerKind.valueOf(row.string("kind")),
                                        aliases.getOrDefault(row.integer("key"), List.of()),
                                        external.getOrDefault(row.integer("key"), Map.of()),
                                        members.getOrDefault(row.integer("key"), List.of()))))
                .forEach(entry -> all.put(entry.getKey(), entry.getValue()));
        return all;
    }

    private static Map<Integer, Map<String, String>> external(Session session, String of) {
        Map<Integer, Map<String, String>> external = new HashMap<>();
        session.list(
                        "SELECT identity, base, id FROM identity_external" + of,
                        row -> Map.entry(row.integer("identity"), Map.entry(row.string("base"), row.string("id"))))
                .forEach(entry -> external.computeIfAbsent(entry.getKey(), key -> new TreeMap<>())
                        .put(entry.getValue().getKey(), entry.getValue().getValue()));
        return external;
    }

    private static Map<Integer, List<Identity.Member>> members(Session session, String of) {
        Map<Integer, List<Identity.Member>> members = new HashMap<>();
        session.list(
                        "SELECT identity_member.identity AS identity, article.id AS article_id,"
                                + " speaker.id AS speaker_id FROM identity_member"
                                + " JOIN article ON article.key = identity_member.article"
                                + " JOIN speaker ON speaker.article = identity_member.article"
                                + " AND speaker.number = identity_member.speaker" + of
                                + " ORDER BY identity_member.identity, identity_member.number",
                        row -> Map.entry(
                                row.integer("identity"),
                                new Identity.Member(row.string("article_id"), row.string("speaker_id"))))
                .forEach(entry -> add(members, entry.getKey(), entry.getValue()));
        return members;
    }

    private static <T> void add(Map<Integer, List<T>> lists, int key, T value) {
        lists.computeIfAbsent(key, none -> new ArrayList<>()).add(value);
    }

    /** Gives the key of its row. */
    int decide(Decision decision, String author) {
        return database.writeAlone(session -> {
            int first = article(session, decision.first());
            int second = article(session, decision.second());
            IdentityUpdating.pending(session, first);
            IdentityUpdating.pending(session, second);
            session.update(
                    "INSERT INTO identity_decision (kind, first_article, first_name, second_article, second_name, author,"
                            + " decided_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
                    decision.kind().name(),
                    first,
                    decision.first().name(),
                    second,
                    decision.second().name(),
                    author,
                    clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
            // Nobody else writes meanwhile, so it is the one that was written last.
            return (int) session.count("SELECT max(key) FROM identity_decision");
        });
    }

    private int article(Session session, Decision.Anchor anchor) {
        Optional<Integer> key =
                session.first("SELECT key FROM article WHERE id = ?", row -> row.integer("key"), anchor.articleId());
        return key.orElseThrow(() -> new StoreException(
                Reason.UNFIT,
                "the article " + StoreException.shown(anchor.articleId()) + " of the speaker '"
                        + StoreException.shown(anchor.name()) + "' is not kept in " + database.name()
                        + ": put its record first"));
    }

    List<Decision> decisions() {
        return database.read(IdentityTables::decisions);
    }

    static List<Decision> decisions(Session session) {
        return session.list(
                "SELECT identity_decision.kind AS kind,"
                        + " first.id AS first_id, identity_decision.first_name AS first_name,"
                        + " second.id AS second_id, identity_decision.second_name AS second_name"
                        + " FROM identity_decision"
                        + " JOIN article first ON first.key = identity_decision.first_article"
                        + " JOIN article second ON second.key = identity_decision.second_article"
                        + " WHERE identity_decision.taken_back_at IS NULL ORDER BY identity_decision.key",
                row -> new Decision(
                        Decision.Kind.valueOf(row.string("kind")),
                        new Decision.Anchor(row.string("first_id"), row.string("first_name")),
                        new Decision.Anchor(row.string("second_id"), row.string("second_name"))));
    }
}
