package io.onrecord.exchange.export;

import java.util.List;

/**
 * A table that is made of records: statements, articles, speakers or disputes. Its columns are described in {@code
 * docs/design/exports.md}. Immutable; any number of threads may use one.
 */
public sealed interface RecordTable permits ItemTable {

    /**
     * The table of a subject.
     *
     * @throws IllegalArgumentException if its rows are not made of records
     */
    static RecordTable of(Subject subject, ExportOptions options) {
        return switch (subject) {
            case STATEMENTS -> StatementTable.of(options);
            case ARTICLES -> ArticleTable.of(options);
            case SPEAKERS -> SpeakerTable.of();
            case DISPUTES -> DisputeTable.of(options);
            case IDENTITIES, CLAIMS, RECORDS ->
                throw new IllegalArgumentException("rows of " + subject + " are not made of records");
        };
    }

    /** Its columns. */
    Table table();

    /**
     * The rows of an article, perhaps none.
     *
     * @throws UnfitRecordException if a text of the record is not valid Unicode
     */
    List<Row> rows(ExportItem item);
}
