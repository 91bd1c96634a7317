package io.onrecord.store;

import io.onrecord.claims.Claim;
import io.onrecord.claims.Place;
import io.onrecord.claims.Proposition;
import io.onrecord.claims.PropositionId;
import io.onrecord.claims.Standing;
import io.onrecord.encoder.ByteVector;
import io.onrecord.model.Published;
import io.onrecord.store.KeyTable.Two;
import io.onrecord.store.Session.Row;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The propositions of statements, with their keys, as rows. Within one transaction; what it reads it reads once. */
final class Propositions {

    private static final String SELECT = "SELECT proposition.key AS key, statement.id AS statement_id,"
            + " proposition.part AS part, article.id AS article_id, article.published AS published,"
            + " article.outlet AS outlet, proposition.standing AS standing,"
            + " proposition.text AS text, statement.content AS content, proposition.form AS form,"
            + " story.names AS names, vector.bytes AS vector FROM proposition JOIN statement ON statement.article = proposition.article"
            + " AND statement.number = proposition.statement JOIN article ON article.key = proposition.article"
            + " LEFT JOIN story ON story.article = proposition.article"
            + " LEFT JOIN vector ON vector.article = proposition.article"
            + " AND vector.statement = proposition.statement AND proposition.part = 0";

    private static final String THAT = "that ";
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** What stands between the names of a story; they are single words. */
    private static final String BETWEEN = " ";

    private final Session session;
    private final Map<Integer, Proposition> known = new HashMap<>();

    private static final String MEMBER = "SELECT proposition.key AS key, statement.id AS statement_id,"
            + " proposition.part AS part, article.id AS article_id, article.published AS published,"
            + " article.outlet AS outlet, proposition.standing AS standing, proposition.form AS form,"
            + " proposition.claim AS claim, proposition.number AS number,"
            + " CASE WHEN claim_touched.proposition IS NULL THEN 0 ELSE 1 END AS touched FROM ";

    private static final String OF_MEMBER = " CROSS JOIN proposition"
            + " JOIN statement ON statement.article = proposition.article"
            + " AND statement.number = proposition.statement JOIN article ON article.key = proposition.article"
            + " LEFT JOIN claim_touched ON claim_touched.proposition = proposition.key WHERE proposition.key = ";

    Propositions(Session session) {
        this.session = session;
    }

    /** A proposition with the number of its row. */
    record Kept(int key, Proposition proposition) {}

    /**
     * A proposition without its words.
     *
     * @param claim it has part in
     * @param number in that
     * @param touched whether its claim is to be made anew
     */
    record Member(int key, Claim.Member is, Optional<Integer> claim, Optional<Integer> number, boolean touched) {}

    /** Number and words of a statement. */
    private record There(int number, String content) {}

    /**
     * Puts the propositions of an article; those of statements that it has not are passed over.
     *
     * @return links of others that are moved apart
     */
    Set<Two> put(int article, List<Proposition> propositions) {
        Map<String, There> statements = new HashMap<>();
        session.list(
                        "SELECT id, number, content FROM statement WHERE article = ?",
                        row -> Map.entry(row.string("id"), new There(row.integer("number"), row.string("content"))),
                        article)
                .forEach(entry -> statements.put(entry.getKey(), entry.getValue()));
        putStory(article, propositions);
        Set<Two> apart = new LinkedHashSet<>(Nearness.addStory(session, article, propositions));
        for (Proposition proposition : propositions) {
            There there = statements.get(proposition.statementId());
            if (there != null) {
                apart.addAll(put(article, there, proposition));
            }
        }
        return apart;
    }

    /** What an article is about, once for all of its propositions. */
    private void putStory(int article, List<Proposition> propositions) {
        List<List<String>> stories =
                propositions.stream().map(Proposition::story).distinct().toList();
        if (stories.size() > 1) {
            throw new IllegalArgumentException("the propositions of one article tell " + stories.size() + " stories");
        }
        if (!stories.isEmpty() && !stories.get(0).isEmpty()) {
            session.update(
                    "INSERT INTO story (article, names) VALUES (?, ?)", article, String.join(BETWEEN, stories.get(0)));
        }
    }

    /** Whether two texts have the same words, but for {@code that} before them. */
    private static boolean haveSameWords(String one, String other) {
        return words(one).equals(words(other));
    }

    private static String words(String text) {
        return NO_WORD.matcher(withoutThat(text).toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
    }

    private static String withoutThat(String text) {
        return text.startsWith(THAT) && text.length() > THAT.length() ? text.substring(THAT.length()) : text;
    }

    private Set<Two> put(int article, There there, Proposition proposition) {
        boolean told = haveSameWords(proposition.text(), there.content);
        Optional<String> text = told ? Optional.empty() : Optional.of(proposition.text());
        int key = session.first(
                        "INSERT INTO proposition (article, statement, part, standing, text, form)"
                                + " VALUES (?, ?, ?, ?, ?, ?) RETURNING key",
                        row -> row.integer("key"),
                        article,
                        there.number,
                        proposition.part(),
                        proposition.standing().name(),
                        text,
                        PropositionForm.of(proposition))
                .orElseThrow();
        return Nearness.add(session, key, proposition);
    }

    /** @throws java.util.NoSuchElementException if it is gone */
    Proposition get(int key) {
        return find(key).orElseThrow();
    }

    Optional<Proposition> find(int key) {
        Proposition found = known.get(key);
        if (found == null) {
            Optional<Proposition> read = session.first(SELECT + " WHERE proposition.key = ?", Propositions::read, key)
                    .map(Kept::proposition);
            read.ifPresent(proposition -> known.put(key, proposition));
            return read;
        }
        return Optional.of(found);
    }

    /**
     * Those of a table, without what they are compared by.
     *
     * @param with what stands before the query and makes the table
     * @param table has the column {@code key}
     */
    static List<Member> members(Session session, String with, String table, Object... values) {
        return session.list(
                with + MEMBER + table + OF_MEMBER + table + ".key",
                row -> {
                    byte[] form = row.bytes("form");
                    String statementId = row.string("statement_id");
                    return new Member(
                            row.integer("key"),
                            new Claim.Member(
                                    id(statementId, row.integer("part")),
                                    statementId,
                                    PropositionForm.place(form, row.string("article_id"), moment(row)),
                                    row.text("outlet"),
                                    Standing.valueOf(row.string("standing")),
                                    PropositionForm.isRecalled(form)),
                            row.number("claim"),
                            row.number("number"),
                            row.integer("touched") == 1);
                },
                values);
    }

    /** As {@link Proposition#id()} has it. */
    static String id(String statementId, int part) {
        return new PropositionId(statementId, part).toString();
    }

    private static long moment(Row row) throws SQLException {
        return row.text("published")
                .map(value -> new Published(value, "store").latest())
                .orElse(Place.UNKNOWN);
    }

    /** Forgets what was read, so that memory stays bounded. */
    void forget() {
        known.clear();
    }

    int knownCount() {
        return known.size();
    }

    /** Those of claims, in the order of their members. */
    List<Kept> ofClaim(int claim) {
        return session.list(
                SELECT + " WHERE proposition.claim = ? ORDER BY proposition.number", Propositions::read, claim);
    }

    private static List<String> story(Row row) throws SQLException {
        return row.text("names").map(names -> List.of(names.split(BETWEEN, -1))).orElse(List.of());
    }

    private static Kept read(Row row) throws SQLException {
        String content = row.string("content");
        return new Kept(
                row.integer("key"),
                PropositionForm.read(
                        row.bytes("form"),
                        new PropositionForm.Columns(
                                row.string("statement_id"),
                                row.integer("part"),
                                row.string("article_id"),
                                moment(row),
                                row.text("outlet"),
                                Standing.valueOf(row.string("standing")),
                                row.text("text").orElseGet(() -> withoutThat(content)),
                                story(row),
                                Optional.ofNullable(row.bytesOrNull("vector")).map(ByteVector::of))));
    }

    static List<Proposition> plain(List<Kept> kept) {
        List<Proposition> plain = new ArrayList<>();
        kept.forEach(one -> plain.add(one.proposition));
        return plain;
    }
}
