package io.onrecord.store;

import io.onrecord.corrections.Anchor;
import io.onrecord.corrections.Differences;
import io.onrecord.model.Article;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Capture;
import io.onrecord.model.Days;
import io.onrecord.model.Metadata;
import io.onrecord.model.Producer;
import io.onrecord.model.Published;
import io.onrecord.store.Session.Row;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The table of articles, and what hangs on it. */
final class Articles {

    private static final String PRODUCER =
            "producer.version AS version, producer.model AS model, producer.options AS options";

    private static final int LAST_YEAR = 9999;

    private final Database database;
    private final Clock clock;

    Articles(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * An article that is kept.
     *
     * @param known what is known of it, of what a user can give: outlet, title and day
     */
    private record Found(int key, Producer producer, Set<String> known) {

        /** Whether a record has nothing that is not kept. What is known of an article grows, and is never taken away by one that knows less. */
        boolean has(ArticleRecord record) {
            Set<String> now = known(record.article().metadata());
            return producer.equals(record.producer()) && (known.containsAll(now) || !now.containsAll(known));
        }

        private static Set<String> known(Metadata metadata) {
            Set<String> known = new HashSet<>();
            metadata.outlet().ifPresent(value -> known.add("outlet"));
            metadata.title().ifPresent(value -> known.add("title"));
            metadata.published().ifPresent(value -> known.add("published"));
            return known;
        }

        static Found of(Row row) throws SQLException {
            Set<String> known = new HashSet<>();
            for (String what : List.of("outlet", "title", "published")) {
                row.text(what).ifPresent(value -> known.add(what));
            }
            return new Found(row.integer("key"), Articles.producer(row), known);
        }
    }

    Put put(ArticleRecord record) {
        Optional<Found> kept =
                database.read(session -> find(session, record.article().id()));
        if (kept.filter(found -> found.has(record)).isPresent()) {
            return Put.UNCHANGED;
        }
        return database.write(session -> put(session, record));
    }

    boolean holds(String articleId, Producer producer) {
        return database.read(session -> find(session, articleId)).stream()
                .anyMatch(found -> found.producer.equals(producer));
    }

    private Put put(Session session, ArticleRecord record) {
        Article article = record.article();
        String digest = Anchor.digest(article.text().value());
        database.alone(session, article.address());
        // Who corrects the text does so for all articles that have it.
        database.alone(session, digest);
        // An article that nothing is known of yet is in nobody's way.
        if (find(session, article.id()).isPresent()
                || latest(session, article.address()).isPresent()
                || CorrectionTables.hasSome(session, digest)) {
            database.alone(session);
        }
        Optional<Found> found = find(session, article.id());
        // Once more: another process may have put it meanwhile.
        if (found.filter(kept -> kept.has(record)).isPresent()) {
            return Put.UNCHANGED;
        }
        Map<String, Object> values = values(record);
        String now = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
        values.put("read_at", now);
        values.put("producer", producer(session, record.producer()));
        if (found.isPresent()) {
            int key = found.get().key;
            Optional<ArticleRecord> before = ClaimTables.isDecidedOn(session, key)
                    ? Optional.of(RecordSelect.read(session, key))
                    : Optional.empty();
            clear(session, key);
            update(session, key, values);
            write(session, key, record, values);
            before.ifPresent(earlier -> ClaimTables.follow(session, key, Differences.successors(earlier, record)));
            return Put.REPLACED;
        }
        Optional<Integer> older = latest(session, article.address());
        values.put("newer_than", older);
        values.put("kept_at", now);
        older.ifPresent(key -> ChangeLog.mark(session, database.dialect(), List.of(key)));
        write(session, insert(session, values), record, values);
        return older.isPresent() ? Put.NEWER_VERSION : Put.NEW;
    }

    private void write(Session session, int key, ArticleRecord record, Map<String, Object> values) {
        RecordInsert.write(session, key, record);
        CorrectionTables.refresh(session, database.dialect(), key, String.valueOf(values.get("text_digest")));
        VectorTables.pending(session, key, record.statements().size());
        IdentityUpdating.pending(session, key);
        OriginTables.pending(session, key);
        ClaimTables.pending(session, key);
        ChangeLog.mark(session, database.dialect(), List.of(key));
    }

    private Optional<Found> find(Session session, String articleId) {
        return session.first(
                "SELECT article.key AS key, article.outlet AS outlet, article.title AS title,"
                        + " article.published AS published, " + PRODUCER
                        + " FROM article JOIN producer ON producer.key = article.producer WHERE article.id = ?",
                Found::of,
                articleId);
    }

    private static Producer producer(Row row) throws SQLException {
        return new Producer(row.string("version"), row.string("model"), row.string("options"));
    }

    private static Optional<Integer> latest(Session session, String address) {
        return session.first(
                "SELECT key FROM article WHERE " + AT + " ORDER BY key DESC LIMIT 1",
                row -> row.integer("key"),
                address,
                address);
    }

    /** An address, twice, by its index, which has only the beginning. */
    static final String AT = "substr(article.address, 1, 200) = substr(?, 1, 200) AND article.address = ?";

    private static int producer(Session session, Producer producer) {
        String find = "SELECT key FROM producer WHERE version = ? AND model = ? AND options = ?";
        Object[] values = {producer.version(), producer.model(), producer.options()};
        Optional<Integer> found = session.first(find, row -> row.integer("key"), values);
        if (found.isPresent()) {
            return found.get();
        }
        session.update(
                "INSERT INTO producer (version, model, options) VALUES (?, ?, ?) ON CONFLICT DO NOTHING", values);
        return session.first(find, row -> row.integer("key"), values).orElseThrow();
    }

    /** What the row of an article holds, by column; empty values are NULL. */
    static Map<String, Object> values(ArticleRecord record) {
        Article article = record.article();
        Metadata metadata = article.metadata();
        String text = article.text().value();
        // Days are compared as strings, which later years are too long for.
        Optional<Days> days = metadata.published()
                .map(published -> Days.of(published.value()))
                .filter(day -> day.last().getYear() <= LAST_YEAR);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("id", article.id());
        values.put("address", article.address());
        values.put("outlet", metadata.outlet());
        values.put("title", metadata.title());
        values.put("published", metadata.published().map(Published::value));
        values.put("published_from", metadata.published().map(Published::from));
        values.put("published_first_day", days.map(day -> day.first().toString()));
        values.put("published_last_day", days.map(day -> day.last().toString()));
        values.put("language", metadata.language());
        values.put("agency", metadata.agency());
        for (String value : Metadata.SOURCED) {
            values.put(value + "_from", Optional.ofNullable(metadata.from().get(value)));
        }
        Optional<Capture> capture = metadata.capture();
        values.put("capture_time", capture.flatMap(Capture::time));
        values.put("capture_address", capture.flatMap(Capture::address));
        values.put("capture_warc_record", capture.flatMap(Capture::warcRecord));
        values.put("capture_digest", capture.flatMap(Capture::digest));
        values.put("capture_truncated", capture.flatMap(Capture::truncated));
        values.put("speakers", record.speakers().size());
        values.put("statements", record.statements().size());
        values.put("disputes", record.disputes().size());
        values.put("length", text.codePointCount(0, text.length()));
        values.put("text_digest", Anchor.digest(text));
        values.put("text", text);
        return values;
    }

    private int insert(Session session, Map<String, Object> values) {
        // SQLite would give the number of the newest article, once that is forgotten, to the next one; whatever is made
        // of the store takes that for the old one, and does not forget it.
        boolean counts = database.dialect() == Dialect.SQLITE;
        String key = counts ? "key, " : "";
        String next = counts ? "(SELECT 1 + COALESCE(max(article), 0) FROM change), " : "";
        return session.first(
                        "INSERT INTO article (" + key + String.join(", ", values.keySet()) + ") VALUES (" + next
                                + "?, ".repeat(values.size() - 1) + "?) RETURNING key",
                        row -> row.integer("key"),
                        values.values().toArray())
                .orElseThrow();
    }

    private static void update(Session session, int key, Map<String, Object> values) {
        List<Object> bound = new ArrayList<>(values.values());
        bound.add(key);
        session.update(
                "UPDATE article SET " + String.join(" = ?, ", values.keySet()) + " = ? WHERE key = ?", bound.toArray());
    }

    /** Takes away what an engine made of an article, and the identities that were made of its speakers. */
    private static void clear(Session session, int key) {
        IdentityUpdating.removing(session, key);
        ClaimTables.removing(session, key);
        for (String sql : List.of(
                "DELETE FROM identity WHERE key IN (SELECT identity FROM identity_member WHERE article = ?)",
                "DELETE FROM dispute WHERE article = ?",
                "DELETE FROM statement WHERE article = ?",
                "DELETE FROM speaker WHERE article = ?",
                "DELETE FROM paragraph WHERE article = ?",
                "DELETE FROM author WHERE article = ?")) {
            session.update(sql, key);
        }
    }

    Optional<ArticleRecord> get(String articleId) {
        return database.read(session -> find(session, articleId).map(found -> RecordSelect.read(session, found.key)));
    }

    Optional<ArticleRecord> get(int key) {
        return database.read(
                session -> session.first("SELECT key FROM article WHERE key = ?", row -> row.integer("key"), key)
                        .map(there -> RecordSelect.read(session, there)));
    }

    List<Integer> numbers(String addressOrId) {
        return database.read(session -> session.list(
                "SELECT article.key AS key FROM article WHERE " + AT + " OR article.id = ? ORDER BY key",
                row -> row.integer("key"),
                addressOrId,
                addressOrId,
                addressOrId));
    }

    List<Kept> versions(String address) {
        String sql = "SELECT article.id, article.address, article.kept_at, article.read_at, article.statements,"
                + " older.id AS newer_than, " + PRODUCER
                + " FROM article JOIN producer ON producer.key = article.producer"
                + " LEFT JOIN article older ON older.key = article.newer_than"
                + " WHERE " + AT + " ORDER BY article.key DESC";
        return database.read(session -> session.list(
                sql,
                row -> new Kept(
                        row.string("id"),
                        row.string("address"),
                        producer(row),
                        Instant.parse(row.string("kept_at")),
                        Instant.parse(row.string("read_at")),
                        row.text("newer_than"),
                        row.integer("statements")),
                address,
                address));
    }

    Optional<Surroundings> surroundings(String articleId) {
        return database.read(session -> key(session, articleId).flatMap(key -> surroundings(session, key)));
    }

    Optional<KeptArticle> kept(String articleId) {
        return database.read(session -> key(session, articleId).flatMap(key -> kept(session, key)));
    }

    Optional<KeptArticle> kept(int key) {
        return database.read(session -> kept(session, key));
    }

    private static Optional<KeptArticle> kept(Session session, int key) {
        return surroundings(session, key)
                .map(around -> new KeptArticle(CorrectionTables.corrected(session, key), around));
    }

    private static Optional<Integer> key(Session session, String articleId) {
        return session.first("SELECT key FROM article WHERE id = ?", row -> row.integer("key"), articleId);
    }

    private static Optional<Surroundings> surroundings(Session session, int key) {
        return session.first(
                "SELECT article.kept_at, older.id AS newer_than,"
                        + " (SELECT min(id) FROM article later WHERE later.newer_than = article.key) AS newer"
                        + " FROM article LEFT JOIN article older ON older.key = article.newer_than WHERE article.key = ?",
                row -> new Surroundings(
                        Instant.parse(row.string("kept_at")),
                        row.text("newer_than"),
                        row.text("newer"),
                        identities(session, key)),
                key);
    }

    private static Map<String, Surroundings.Known> identities(Session session, int key) {
        Map<String, Surroundings.Known> identities = new HashMap<>();
        session.list(
                        "SELECT speaker.id AS speaker, identity.id AS id, identity.name AS name FROM identity_member"
                                + " JOIN identity ON identity.key = identity_member.identity"
                                + " JOIN speaker ON speaker.article = identity_member.article"
                                + " AND speaker.number = identity_member.speaker WHERE identity_member.article = ?",
                        row -> Map.entry(
                                row.string("speaker"), new Surroundings.Known(row.string("id"), row.string("name"))),
                        key)
                .forEach(entry -> identities.put(entry.getKey(), entry.getValue()));
        return identities;
    }

    List<String> addresses(String part, int most) {
        String sql = "SELECT address FROM (SELECT DISTINCT address FROM article WHERE " + Dialect.has("address")
                + ") found ORDER BY address" + database.dialect().byCharacters() + " LIMIT ?";
        return database.read(session -> {
            List<String> ending = session.texts(sql, Dialect.ending(part), most);
            return ending.isEmpty() ? session.texts(sql, Dialect.containing(part), most) : ending;
        });
    }

    Counts counts() {
        // Of rows that have an index: those of articles are long, and reading them through takes a tenth of a second
        // soon.
        return database.read(session -> {
            long versions = session.count("SELECT count(*) FROM article");
            return new Counts(
                    versions,
                    versions - session.count("SELECT count(*) FROM article WHERE newer_than IS NOT NULL"),
                    session.count("SELECT count(*) FROM speaker"),
                    session.count("SELECT count(*) FROM statement"),
                    session.count("SELECT count(*) FROM dispute"),
                    session.count("SELECT count(*) FROM identity"));
        });
    }
}
