package io.onrecord.store;

import io.onrecord.claims.Claim;
import io.onrecord.claims.ClaimDispute;
import io.onrecord.claims.ClaimSummary;
import io.onrecord.claims.ClaimView;
import io.onrecord.claims.Proposition;
import io.onrecord.claims.Standing;
import io.onrecord.model.Dispute;
import io.onrecord.store.Session.Row;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Claims, read from their rows. */
final class ClaimSelect {

    static final String SUMMARY = "SELECT claim.id AS id, CASE WHEN wording.part = 0 THEN wording_statement.content"
            + " ELSE COALESCE(wording.text, wording_statement.content) END AS wording,"
            + " claim.statements AS statements, claim.outlets AS outlets, claim.origins AS origins,"
            + " claim.disputes AS disputes FROM claim"
            + " JOIN proposition wording ON wording.claim = claim.key AND wording.number = claim.wording"
            + " JOIN statement wording_statement ON wording_statement.article = wording.article"
            + " AND wording_statement.number = wording.statement";

    static final String BY_WEIGHT =
            "claim.disputes DESC, claim.origins DESC, claim.outlets DESC," + " claim.statements DESC, claim.id";

    /** With the speaker and the stance that people gave it; its words are the engine's, since claims are made of those. */
    static final String STATEMENT = "statement.id AS statement_id, article.id AS article_id,"
            + " article.address AS address, article.outlet AS outlet, article.title AS title,"
            + " article.published AS published, first_article.id AS origin, first_article.outlet AS origin_outlet,"
            + " " + PutRight.column("speaker_name") + " AS speaker, statement.source AS source, statement.cue AS cue,"
            + " statement.content AS content, statement.form AS form, " + PutRight.column("stance") + " AS stance, "
            + PutRight.column("negated") + " AS negated, " + PutRight.column("hypothetical")
            + " AS hypothetical, statement.date AS date, " + PutRight.REPORTED_BY;

    /** What {@link #STATEMENT} is read from, beside {@code statement}. */
    static final String ARTICLE = PutRight.BESIDE + " JOIN article ON article.key = statement.article"
            + " LEFT JOIN origin ON origin.article = article.key"
            + " LEFT JOIN article first_article ON first_article.key = origin.origin";

    private static final int SHORTEST_ID = 6;

    private final Database database;

    ClaimSelect(Database database) {
        this.database = database;
    }

    /** Words of SQL with the values that belong to them. */
    private record Condition(StringBuilder sql, List<Object> values) {
        Condition() {
            this(new StringBuilder(), new ArrayList<>());
        }

        void add(String words, Object... bound) {
            sql.append(words);
            values.addAll(List.of(bound));
        }
    }

    List<ClaimSummary> find(ClaimQuery query) {
        return database.read(session -> {
            // The claims that somebody else carries or disputes have an index; most others are single statements.
            // Of those, what stands in one article that names no outlet comes behind some of the others.
            List<ClaimSummary> found = byWeight(
                    session,
                    query,
                    "(claim.disputes > 0 OR claim.statements > 1)"
                            + " AND (claim.disputes > 0 OR claim.origins > 1 OR claim.outlets > 0)");
            return found.size() == query.limit() ? found : byWeight(session, query, "claim.statements > 0");
        });
    }

    private List<ClaimSummary> byWeight(Session session, ClaimQuery query, String which) {
        Condition where = new Condition();
        where.add(" WHERE " + which);
        restrict(where, query);
        return session.list(
                first(where.sql.toString(), BY_WEIGHT, query.limit()), ClaimSelect::summary, where.values.toArray());
    }

    private void restrict(Condition where, ClaimQuery query) {
        if (query.disputed()) {
            where.add(" AND claim.disputes > 0");
        }
        boolean dated = !query.since().equals(LocalDate.MIN) || !query.until().equals(LocalDate.MAX);
        if (!dated && query.outlet().isEmpty() && query.speaker().isEmpty()) {
            return;
        }
        where.add(" AND EXISTS (SELECT 1 FROM proposition member JOIN article ON article.key = member.article"
                + " JOIN statement ON statement.article = member.article AND statement.number = member.statement"
                + PutRight.BESIDE + " WHERE member.claim = claim.key");
        String binary = database.dialect().byCharacters();
        if (!query.since().equals(LocalDate.MIN)) {
            where.add(
                    " AND article.published_last_day" + binary + " >= ?",
                    query.since().toString());
        }
        if (!query.until().equals(LocalDate.MAX)) {
            where.add(
                    " AND article.published_first_day" + binary + " <= ?",
                    query.until().toString());
        }
        query.outlet().ifPresent(outlet -> where.add(" AND " + Dialect.same("article.outlet"), outlet));
        query.speaker()
                .ifPresent(speaker ->
                        where.add(" AND " + Dialect.has(PutRight.column("speaker_name")), Dialect.containing(speaker)));
        where.add(")");
    }

    /**
     * The first claims in an order. They are found before their words are, or a database may take all words before it puts them in order.
     *
     * @param where what holds of {@code claim}, with its {@code WHERE}
     * @param order of {@code claim}
     */
    static String first(String where, String order, int limit) {
        return SUMMARY.replace(
                        " FROM claim",
                        " FROM (SELECT * FROM claim" + where + " ORDER BY " + order + " LIMIT " + limit + ") claim")
                + " ORDER BY " + order;
    }

    /** Claims with the id of each statement that has part in them; what is to be asked of {@code member} is added. */
    static String withStatements() {
        return SUMMARY.replace("SELECT ", "SELECT member_statement.id AS statement_id, ")
                + " JOIN proposition member ON member.claim = claim.key"
                + " JOIN statement member_statement ON member_statement.article = member.article"
                + " AND member_statement.number = member.statement";
    }

    static ClaimSummary summary(Row row) throws SQLException {
        return new ClaimSummary(
                row.string("id"),
                row.string("wording"),
                row.integer("statements"),
                row.integer("outlets"),
                row.integer("origins"),
                row.integer("disputes"));
    }

    /** Claims by the ids of statements, in their order, each once; statements without a claim are passed over. */
    List<ClaimSummary> ofStatements(List<String> statementIds, ClaimQuery query) {
        return database.read(session -> {
            Set<ClaimSummary> found = new LinkedHashSet<>();
            for (String id : statementIds) {
                Condition where = new Condition();
                where.add(
                        " WHERE claim.key IN (SELECT proposition.claim FROM statement JOIN proposition"
                                + " ON proposition.article = statement.article"
                                + " AND proposition.statement = statement.number WHERE statement.id = ?)",
                        id);
                restrict(where, query);
                found.addAll(session.list(
                        SUMMARY + where.sql + " ORDER BY claim.id", ClaimSelect::summary, where.values.toArray()));
            }
            return found.stream().limit(query.limit()).toList();
        });
    }

    /** Ids of claims that an id, its beginning, or the id of a statement names. */
    List<String> named(String name) {
        if (name.length() < SHORTEST_ID || !name.matches("[0-9a-f.]+")) {
            return List.of();
        }
        return database.read(session -> {
            // An index has the first eight digits.
            List<String> found = name.length() < 8
                    ? session.texts(
                            "SELECT id FROM claim WHERE substr(id, 1, ?) = ? ORDER BY id LIMIT 10", name.length(), name)
                    : session.texts(
                            "SELECT id FROM claim WHERE substr(id, 1, 8) = substr(?, 1, 8) AND substr(id, 1, ?) = ?"
                                    + " ORDER BY id LIMIT 10",
                            name,
                            name.length(),
                            name);
            return found.isEmpty()
                    ? session.texts(
                            "SELECT DISTINCT claim.id FROM statement JOIN proposition"
                                    + " ON proposition.article = statement.article"
                                    + " AND proposition.statement = statement.number"
                                    + " JOIN claim ON claim.key = proposition.claim WHERE statement.id = ? ORDER BY claim.id",
                            name)
                    : found;
        });
    }

    Optional<ClaimView> view(String claimId) {
        return database.read(session -> session.first(
                        SUMMARY + " WHERE substr(claim.id, 1, 8) = substr(?, 1, 8) AND claim.id = ?",
                        ClaimSelect::summary,
                        claimId,
                        claimId)
                .map(summary -> new ClaimView(summary, told(session, claimId), disputes(session, claimId))));
    }

    private static List<ClaimView.Told> told(Session session, String claimId) {
        return session.list(
                "SELECT " + STATEMENT + ", proposition.standing AS standing, proposition.form AS form_bytes,"
                        + " COALESCE(proposition.text, statement.content) AS text FROM claim"
                        + " JOIN proposition ON proposition.claim = claim.key"
                        + " JOIN statement ON statement.article = proposition.article"
                        + " AND statement.number = proposition.statement" + ARTICLE
                        + " WHERE substr(claim.id, 1, 8) = substr(?, 1, 8) AND claim.id = ? ORDER BY proposition.number",
                row -> new ClaimView.Told(
                        statement(row),
                        Standing.valueOf(row.string("standing")),
                        row.string("text"),
                        PropositionForm.isRecalled(row.bytes("form_bytes"))),
                claimId,
                claimId);
    }

    static ClaimView.Statement statement(Row row) throws SQLException {
        Optional<String> speaker = row.text("speaker");
        Optional<String> teller = row.text("reported_by");
        return new ClaimView.Statement(
                row.string("statement_id"),
                row.string("article_id"),
                row.string("address"),
                row.text("outlet"),
                row.text("title"),
                row.text("published"),
                row.text("origin"),
                row.text("origin_outlet"),
                speaker,
                teller.equals(speaker) ? Optional.empty() : teller,
                row.text("source"),
                row.text("cue"),
                row.string("content"),
                row.string("form"),
                row.text("stance"),
                row.flag("negated"),
                row.flag("hypothetical"),
                row.text("date"));
    }

    private static List<ClaimView.Disputed> disputes(Session session, String claimId) {
        record Edge(int key, ClaimView.Disputed disputed) {}
        Texts texts = new Texts(session);
        List<ClaimView.Disputed> all = new ArrayList<>();
        for (Edge edge : session.list(
                "SELECT " + STATEMENT + ", claim_dispute.key AS key, claim_dispute.kind AS kind,"
                        + " claim_dispute.confidence AS confidence, claim_dispute.via AS via, to_statement.id AS to_id"
                        + " FROM claim JOIN claim_dispute ON claim_dispute.claim = claim.key"
                        + " JOIN statement ON statement.article = claim_dispute.article"
                        + " AND statement.number = claim_dispute.statement" + ARTICLE
                        + " JOIN statement to_statement ON to_statement.article = claim_dispute.to_article"
                        + " AND to_statement.number = claim_dispute.to_statement"
                        + " WHERE substr(claim.id, 1, 8) = substr(?, 1, 8) AND claim.id = ?"
                        + " ORDER BY CASE WHEN article.published_last_day IS NULL THEN 1 ELSE 0 END,"
                        + " article.published_last_day, article.published, article.id, statement.number,"
                        + " claim_dispute.kind, to_statement.id",
                row -> new Edge(
                        row.integer("key"),
                        new ClaimView.Disputed(
                                statement(row),
                                Dispute.Kind.valueOf(row.string("kind")),
                                List.of(),
                                row.string("to_id"),
                                row.real("confidence"),
                                ClaimDispute.Via.valueOf(row.string("via")))),
                claimId,
                claimId)) {
            ClaimView.Disputed bare = edge.disputed;
            all.add(new ClaimView.Disputed(
                    bare.statement(),
                    bare.kind(),
                    texts.evidence(
                            "claim_dispute_evidence", edge.key, bare.statement().articleId()),
                    bare.toStatementId(),
                    bare.confidence(),
                    bare.via()));
        }
        return all;
    }

    /** The claim as it was merged. */
    Optional<Claim> claim(String claimId) {
        return database.read(session -> session.first(
                        "SELECT key FROM claim WHERE substr(id, 1, 8) = substr(?, 1, 8) AND id = ?",
                        row -> row.integer("key"),
                        claimId,
                        claimId)
                .map(key -> ClaimMerge.claim(session, key, new Propositions(session).ofClaim(key))));
    }

    /** The propositions of a claim, in the order of its members. */
    List<Proposition> propositions(String claimId) {
        return database.read(session -> session.first(
                        "SELECT key FROM claim WHERE substr(id, 1, 8) = substr(?, 1, 8) AND id = ?",
                        row -> row.integer("key"),
                        claimId,
                        claimId)
                .map(key -> Propositions.plain(new Propositions(session).ofClaim(key)))
                .orElse(List.of()));
    }

    /** Names of the outlets that are kept, in the order of how much of them is. */
    List<String> outlets() {
        return database.read(
                session -> session.texts("SELECT outlet FROM article WHERE outlet IS NOT NULL GROUP BY outlet"
                        + " ORDER BY count(*) DESC, outlet" + database.dialect().byCharacters()));
    }
}
