package io.onrecord.store;

import io.onrecord.claims.ClaimView;
import io.onrecord.store.Session.Row;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The statements of one identity, the latest first, as people put them right. Within one transaction. */
final class SpokenSelect {

    /** What people said belongs to a speaker whom the engine did not mean comes behind the engine's own of an article. */
    private static final int MOVED = 1_000_000;

    private static final String COLUMNS =
            "SELECT COALESCE(corrected.id, statement.id) AS statement_id, article.id AS article_id,"
                    + " article.address AS address, article.outlet AS outlet, article.title AS title,"
                    + " article.published AS published, first_article.id AS origin, first_article.outlet AS origin_outlet,"
                    + " " + PutRight.column("speaker_name") + " AS speaker, " + PutRight.column("source")
                    + " AS source, " + PutRight.column("cue") + " AS cue, " + PutRight.column("content")
                    + " AS content, " + PutRight.column("form") + " AS form, " + PutRight.column("stance")
                    + " AS stance, " + PutRight.column("negated") + " AS negated, "
                    + PutRight.column("hypothetical") + " AS hypothetical, " + PutRight.column("date") + " AS date, "
                    + PutRight.column("confidence") + " AS confidence, statement.why AS why, " + PutRight.REPORTED_BY
                    + ","
                    + " member.day AS day, member.article AS article, member.speaker AS number,"
                    + " COALESCE(statement.number, corrected.number + " + MOVED
                    + ") AS statement FROM identity_member member";

    private static final String ARTICLE = " JOIN article ON article.key = member.article"
            + " LEFT JOIN origin ON origin.article = article.key"
            + " LEFT JOIN article first_article ON first_article.key = origin.origin WHERE member.identity = ?";

    private final Session session;
    private final StringBuilder where = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    private SpokenSelect(Session session, int identity) {
        this.session = session;
        this.values.add(identity);
    }

    static List<Spoken> find(Session session, String binary, int identity, SpokenQuery query) {
        SpokenSelect select = new SpokenSelect(session, identity);
        select.restrict(query, binary);
        List<Spoken> all = new ArrayList<>(select.list(PutRight.ENGINE, PutRight.ENGINE_ONLY, query.limit()));
        all.addAll(select.list(PutRight.PEOPLE, PutRight.PEOPLE_ONLY, query.limit()));
        all.sort(Comparator.comparing(Spoken::place));
        return all.subList(0, Math.min(all.size(), query.limit()));
    }

    private List<Spoken> list(String joins, String only, int limit) {
        return session.list(
                COLUMNS + joins + ARTICLE + only + where
                        + " ORDER BY member.day DESC, member.article DESC, member.speaker, statement LIMIT " + limit,
                SpokenSelect::read,
                values.toArray());
    }

    private void add(String words, Object... bound) {
        where.append(words);
        values.addAll(List.of(bound));
    }

    private void restrict(SpokenQuery query, String binary) {
        query.after().ifPresent(after -> {
            // The first condition is what an index can begin at.
            add(" AND member.day <= ?", after.day());
            add(
                    " AND (member.day < ? OR member.article < ? OR member.article = ? AND"
                            + " (member.speaker > ? OR member.speaker = ? AND"
                            + " COALESCE(statement.number, corrected.number + " + MOVED + ") > ?))",
                    after.day(),
                    after.article(),
                    after.article(),
                    after.speaker(),
                    after.speaker(),
                    after.statement());
        });
        if (!query.since().equals(LocalDate.MIN)) {
            add(" AND member.day >= ?", query.since().toString());
        }
        if (!query.until().equals(LocalDate.MAX)) {
            add(" AND member.day <> ''");
            add(
                    " AND article.published_first_day" + binary + " <= ?",
                    query.until().toString());
        }
        query.outlet().ifPresent(outlet -> add(" AND " + Dialect.same("article.outlet"), outlet));
        query.stance().ifPresent(stance -> add(" AND " + PutRight.column("stance") + " = ?", stance.name()));
        for (String word : query.words()) {
            add(
                    " AND " + Dialect.has(PutRight.column("content") + " || ' ' || COALESCE(article.title, '')"),
                    Dialect.containing(word));
        }
        query.about()
                .ifPresent(id -> add(
                        " AND EXISTS (SELECT 1 FROM statement_about JOIN identity_member named"
                                + " ON named.article = statement_about.article AND named.speaker = statement_about.speaker"
                                + " JOIN identity ON identity.key = named.identity"
                                + " WHERE statement_about.article = statement.article"
                                + " AND statement_about.statement = statement.number AND identity.id = ?)",
                        id));
        query.claim()
                .ifPresent(id -> add(
                        " AND EXISTS (SELECT 1 FROM proposition JOIN claim ON claim.key = proposition.claim"
                                + " WHERE proposition.article = statement.article"
                                + " AND proposition.statement = statement.number AND claim.id = ?)",
                        id));
    }

    private static Spoken read(Row row) throws SQLException {
        ClaimView.Statement statement = ClaimSelect.statement(row);
        return new Spoken(
                statement,
                row.real("confidence"),
                row.text("why"),
                new Spoken.Place(
                        row.string("day"), row.integer("article"), row.integer("number"), row.integer("statement")));
    }
}
