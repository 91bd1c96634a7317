package io.onrecord.store;

import io.onrecord.claims.ClaimSummary;
import io.onrecord.copies.Link;
import io.onrecord.model.Dispute;
import io.onrecord.store.Arrived.Mark;
import io.onrecord.store.Session.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Articles as lists show them, and what stands around one. Safe to share between threads; throws as {@link Store} does. */
public final class ArticleList {

    /**
     * Which articles.
     *
     * @param outlet name of an outlet, as it is kept; empty for any
     * @param words all of which are in the title or the address, whatever their case; empty for any
     * @param before only articles that were kept before the one with this number
     * @param since only articles that came after this; {@link Mark#START} for any
     * @param most how many
     */
    public record Query(Optional<String> outlet, List<String> words, OptionalInt before, Mark since, int most) {
        public Query {
            words = List.copyOf(words);
            if (most < 1) {
                throw new IllegalArgumentException("at least one article must be asked for, not " + most);
            }
        }
    }

    /**
     * An article in a list.
     *
     * @param number in this store
     * @param id of the article
     * @param address of the article
     * @param title its headline
     * @param outlet who published it
     * @param published as it was given
     * @param agency that it is credited to
     * @param keptAt when this version was first kept
     * @param statements how many its record has
     * @param disputes how many its record has
     * @param isNewer whether an older version of it is kept
     * @param origin id of the article that it was copied from
     */
    public record Listed(
            int number,
            String id,
            String address,
            Optional<String> title,
            Optional<String> outlet,
            Optional<String> published,
            Optional<String> agency,
            Instant keptAt,
            int statements,
            int disputes,
            boolean isNewer,
            Optional<String> origin) {}

    /**
     * An article of a group of copies.
     *
     * @param id of the article
     * @param address of the article
     * @param title its headline
     * @param outlet who published it
     * @param published as it was given
     * @param kind how it goes back to the first of them; empty for the first
     * @param score how much of it is the same, from 0 to 1; 1 for the first
     */
    public record Copy(
            String id,
            String address,
            Optional<String> title,
            Optional<String> outlet,
            Optional<String> published,
            Optional<Link.Kind> kind,
            double score) {}

    /**
     * A statement that a statement of another article disputes, or backs, or the other way round.
     *
     * @param statement id of the one in the article that was asked for
     * @param isFrom whether that one does it; else the other does it
     * @param kind what is done
     * @param confidence between 0 and 1
     * @param other id of the other statement
     * @param article id of its article
     * @param speaker who says it there
     * @param outlet of its article
     * @param words its content
     */
    public record Across(
            String statement,
            boolean isFrom,
            Dispute.Kind kind,
            double confidence,
            String other,
            String article,
            Optional<String> speaker,
            Optional<String> outlet,
            String words) {}

    private static final String LIST =
            "SELECT article.key AS key, article.id AS id, article.address AS address, article.title AS title,"
                    + " article.outlet AS outlet, article.published AS published, article.agency AS agency,"
                    + " article.kept_at AS kept_at, article.statements AS statements, article.disputes AS disputes,"
                    + " CASE WHEN article.newer_than IS NULL THEN 0 ELSE 1 END AS newer, first_article.id AS origin"
                    + " FROM article LEFT JOIN origin ON origin.article = article.key"
                    + " LEFT JOIN article first_article ON first_article.key = origin.origin"
                    + " WHERE NOT EXISTS (SELECT 1 FROM article later WHERE later.newer_than = article.key)";

    private final Database database;

    ArticleList(Database database) {
        this.database = database;
    }

    /** The newest versions of articles, those first that were kept last. */
    public List<Listed> newest(Query query) {
        StringBuilder sql = new StringBuilder(LIST);
        List<Object> values = new ArrayList<>();
        if (query.before().isPresent()) {
            sql.append(" AND article.key < ?");
            values.add(query.before().getAsInt());
        }
        if (!query.since().equals(Mark.START)) {
            sql.append(" AND (article.kept_at, article.key) > (?, ?)");
            values.add(query.since().keptAt().toString());
            values.add(query.since().article());
        }
        query.outlet().ifPresent(outlet -> {
            sql.append(" AND article.outlet = ?");
            values.add(outlet);
        });
        for (String word : query.words()) {
            sql.append(" AND (" + Dialect.has("article.title") + " OR " + Dialect.has("article.address") + ")");
            values.add(Dialect.containing(word));
            values.add(Dialect.containing(word));
        }
        sql.append(" ORDER BY article.key DESC LIMIT ?");
        values.add(query.most());
        return database.read(session -> session.list(sql.toString(), ArticleList::listed, values.toArray()));
    }

    private static Listed listed(Row row) throws SQLException {
        return new Listed(
                row.integer("key"),
                row.string("id"),
                row.string("address"),
                row.text("title"),
                row.text("outlet"),
                row.text("published"),
                row.text("agency"),
                Instant.parse(row.string("kept_at")),
                row.integer("statements"),
                row.integer("disputes"),
                row.integer("newer") == 1,
                row.text("origin"));
    }

    /**
     * All that are copies of one article, or of which it is one, itself included: the first of them, then the others by their days.
     *
     * @param most how many
     * @return empty if there are none
     */
    public List<Copy> copies(String articleId, int most) {
        return database.read(session -> session.first(
                        "SELECT COALESCE(origin.origin, article.key) AS first FROM article"
                                + " LEFT JOIN origin ON origin.article = article.key WHERE article.id = ?",
                        row -> row.integer("first"),
                        articleId)
                .map(first -> copies(session, first, most))
                .filter(all -> all.size() > 1)
                .orElse(List.of()));
    }

    private static List<Copy> copies(Session session, int first, int most) {
        return session.list(
                "SELECT article.id AS id, article.address AS address, article.title AS title, article.outlet AS outlet,"
                        + " article.published AS published, origin.kind AS kind, COALESCE(origin.score, 1) AS score"
                        + " FROM article LEFT JOIN origin ON origin.article = article.key"
                        + " WHERE article.key = ? OR article.key IN (SELECT article FROM origin WHERE origin = ?)"
                        + " ORDER BY CASE WHEN article.key = ? THEN 0 ELSE 1 END,"
                        + " CASE WHEN article.published IS NULL THEN 1 ELSE 0 END, article.published, article.key LIMIT ?",
                row -> new Copy(
                        row.string("id"),
                        row.string("address"),
                        row.text("title"),
                        row.text("outlet"),
                        row.text("published"),
                        row.text("kind").map(Link.Kind::valueOf),
                        row.real("score")),
                first,
                first,
                first,
                most);
    }

    /** The claims that the statements of an article have part in, by the ids that the engine gave the statements. */
    public Map<String, List<ClaimSummary>> claims(String articleId) {
        record Part(String statement, ClaimSummary claim) {}
        List<Part> parts = database.read(session -> session.list(
                ClaimSelect.withStatements()
                        + " WHERE member.article = (SELECT key FROM article WHERE id = ?)"
                        + " ORDER BY member.statement, member.part",
                row -> new Part(row.string("statement_id"), ClaimSelect.summary(row)),
                articleId));
        Map<String, List<ClaimSummary>> claims = new LinkedHashMap<>();
        for (Part part : parts) {
            List<ClaimSummary> all = claims.computeIfAbsent(part.statement(), id -> new ArrayList<>());
            if (!all.contains(part.claim())) {
                all.add(part.claim());
            }
        }
        return claims;
    }

    /**
     * What statements of other articles have to do with those of one.
     *
     * @param most how many
     */
    public List<Across> across(String articleId, int most) {
        return database.read(session -> {
            Optional<Integer> key =
                    session.first("SELECT key FROM article WHERE id = ?", row -> row.integer("key"), articleId);
            List<Across> all = new ArrayList<>();
            key.ifPresent(article -> {
                all.addAll(across(session, article, true, most));
                all.addAll(across(session, article, false, most));
            });
            return all.stream().distinct().limit(most).toList();
        });
    }

    private static List<Across> across(Session session, int article, boolean from, int most) {
        String here = from ? "" : "to_";
        String there = from ? "to_" : "";
        return session.list(
                "SELECT own.id AS own, other.id AS other, other_article.id AS article, "
                        + PutRight.column("speaker_name", "other", "righted") + " AS speaker,"
                        + " other_article.outlet AS outlet, other.content AS words, claim_dispute.kind AS kind,"
                        + " claim_dispute.confidence AS confidence FROM claim_dispute"
                        + " JOIN statement own ON own.article = claim_dispute." + here
                        + "article AND own.number = claim_dispute."
                        + here + "statement JOIN statement other ON other.article = claim_dispute." + there
                        + "article AND other.number = claim_dispute." + there + "statement"
                        + PutRight.beside("other", "righted")
                        + " JOIN article other_article ON other_article.key = other.article"
                        + " WHERE claim_dispute." + here + "article = ? AND claim_dispute." + there + "article <> ?"
                        + " ORDER BY own.number, claim_dispute.confidence DESC, other.id LIMIT ?",
                row -> new Across(
                        row.string("own"),
                        from,
                        Dispute.Kind.valueOf(row.string("kind")),
                        row.real("confidence"),
                        row.string("other"),
                        row.string("article"),
                        row.text("speaker"),
                        row.text("outlet"),
                        row.string("words")),
                article,
                article,
                most);
    }
}
