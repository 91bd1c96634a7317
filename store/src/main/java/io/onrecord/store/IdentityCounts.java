package io.onrecord.store;

import io.onrecord.speakers.NameWords;
import java.util.Collection;
import java.util.List;

/** What lists of identities go by: how many statements each has, as people put them right, when, and under which letters it stands. */
final class IdentityCounts {

    /** Characters of a name by which it is sorted; a database indexes nothing long. */
    private static final int LONGEST = 100;

    private static final String STATEMENTS = "(SELECT count(*) FROM statement" + PutRight.BESIDE
            + " WHERE statement.article = identity_member.article AND statement.speaker = identity_member.speaker"
            + " AND (corrected.article IS NULL OR corrected.id IS NOT NULL AND corrected.speaker = statement.speaker))"
            + " + (SELECT count(*) FROM corrected_statement corrected LEFT JOIN statement"
            + " ON statement.article = corrected.article AND statement.number = corrected.statement"
            + " WHERE corrected.article = identity_member.article AND corrected.speaker = identity_member.speaker"
            + " AND corrected.id IS NOT NULL"
            + " AND (statement.speaker IS NULL OR statement.speaker <> corrected.speaker))";

    private IdentityCounts() {}

    /** The letters under which a name stands. */
    static String sorting(String name) {
        List<String> words = NameWords.of(name);
        String sorting = words.isEmpty() ? name.replaceAll("\\s+", " ") : String.join(" ", words);
        return sorting.codePointCount(0, sorting.length()) <= LONGEST
                ? sorting
                : sorting.substring(0, sorting.offsetByCodePoints(0, LONGEST));
    }

    /** Of identities that were just written. */
    static void count(Session session, Collection<Integer> identities) {
        List<Object[]> keys = identities.stream().map(key -> new Object[] {key}).toList();
        session.batch(
                "UPDATE identity_member SET statements = " + STATEMENTS
                        + ", day = (SELECT COALESCE(published_last_day, '') FROM article"
                        + " WHERE article.key = identity_member.article) WHERE identity = ?",
                keys);
        sum(session, keys);
    }

    /** After the statements of an article were put right. */
    static void ofArticle(Session session, int article) {
        session.update("UPDATE identity_member SET statements = " + STATEMENTS + " WHERE article = ?", article);
        List<Object[]> keys = session.list(
                "SELECT DISTINCT identity FROM identity_member WHERE article = ? ORDER BY identity",
                row -> new Object[] {row.integer("identity")},
                article);
        sum(session, keys);
    }

    private static void sum(Session session, List<Object[]> keys) {
        session.batch(
                "UPDATE identity SET statements = (SELECT COALESCE(sum(identity_member.statements), 0)"
                        + " FROM identity_member WHERE identity_member.identity = identity.key) WHERE key = ?",
                keys);
    }
}
