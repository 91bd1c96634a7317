package io.onrecord.exchange.export;

/** What an export is of. */
public enum Subject {
    /** A row a statement. */
    STATEMENTS,
    /** A row an article. */
    ARTICLES,
    /** A row for each speaker of each article. */
    SPEAKERS,
    /** A row for each dispute between statements of one article. */
    DISPUTES,
    /** A row for each of those who are the same over articles. */
    IDENTITIES,
    /** A row for each statement that has part in a claim, and for each that disputes one. */
    CLAIMS,
    /** The records themselves, whole. */
    RECORDS
}
