package io.onrecord.store;

/**
 * The engine's statements as people put them right, in words of SQL. One that they rejected is as the engine has it: what is made of it goes with the
 * next update.
 */
final class PutRight {

    /** Puts {@code corrected} beside {@code statement}. */
    static final String BESIDE = beside("statement", "corrected");

    /** What the engine says was said by {@code member}, a speaker of an article. */
    static final String ENGINE =
            " JOIN statement ON statement.article = member.article AND statement.speaker = member.speaker" + BESIDE;

    /** Of these, what people did not reject or give to another. */
    static final String ENGINE_ONLY =
            " AND (corrected.article IS NULL OR corrected.id IS NOT NULL AND corrected.speaker = member.speaker)";

    /** What people say was said by {@code member}; {@code statement} is the engine's, where there is one. */
    static final String PEOPLE = " JOIN corrected_statement corrected ON corrected.article = member.article"
            + " AND corrected.speaker = member.speaker AND corrected.id IS NOT NULL"
            + " LEFT JOIN statement ON statement.article = corrected.article"
            + " AND statement.number = corrected.statement";

    /** Of these, what the engine does not say. */
    static final String PEOPLE_ONLY = " AND (statement.speaker IS NULL OR statement.speaker <> member.speaker)";

    /** The engine's statements that the identity with an id has, as rows of {@code article} and {@code number}; the id is bound twice. */
    static final String OF_IDENTITY = "(" + ofIdentity(ENGINE, ENGINE_ONLY) + " UNION ALL "
            + ofIdentity(PEOPLE, PEOPLE_ONLY + " AND statement.number IS NOT NULL") + ")";

    /** Who reports what {@code statement} says, as {@code reported_by}; null where its article does so itself, or people rejected that somebody does. */
    static final String REPORTED_BY =
            "(SELECT COALESCE(" + column("speaker_name", "outer_statement", "outer_corrected") + ", "
                    + column("source", "outer_statement", "outer_corrected") + ") FROM statement outer_statement"
                    + beside("outer_statement", "outer_corrected")
                    + " WHERE outer_statement.article = statement.article AND outer_statement.number = statement.within"
                    + " AND (outer_corrected.article IS NULL OR outer_corrected.id IS NOT NULL))"
                    + " AS reported_by";

    private PutRight() {}

    private static String ofIdentity(String joins, String only) {
        return "SELECT statement.article AS article, statement.number AS number FROM identity"
                + " JOIN identity_member member ON member.identity = identity.key" + joins
                + " WHERE identity.id = ?" + only;
    }

    /** Puts what people say of statements beside them. */
    static String beside(String statement, String corrected) {
        return " LEFT JOIN corrected_statement " + corrected + " ON " + corrected + ".article = " + statement
                + ".article AND " + corrected + ".statement = " + statement + ".number";
    }

    /** A column that both tables have. */
    static String column(String name) {
        return column(name, "statement", "corrected");
    }

    /** A column that both tables have, by what they are called. */
    static String column(String name, String statement, String corrected) {
        return "CASE WHEN " + corrected + ".id IS NULL THEN " + statement + "." + name + " ELSE " + corrected + "."
                + name + " END";
    }
}
