package io.onrecord.exchange.export;

import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One article of an export.
 *
 * @param record of the article, whole
 * @param statements those of the record that are exported, in its order
 * @param whole whether that is all of them because nothing was asked of statements
 * @param context what is known of it beside the record
 */
public record ExportItem(ArticleRecord record, List<Statement> statements, boolean whole, Context context) {

    public ExportItem {
        statements = List.copyOf(statements);
    }

    /** A record with all its statements, of which nothing else is known. */
    public static ExportItem of(ArticleRecord record) {
        return new ExportItem(record, record.statements(), true, Context.NONE);
    }

    /**
     * Who a speaker of an article is over articles.
     *
     * @param id of the identity
     * @param name of the identity
     */
    public record Known(String id, String name) {}

    /**
     * What a store knows of an article beside its record.
     *
     * @param identities by the id of the article's speaker
     * @param corrected ids of statements that a person has corrected
     * @param keptAt when this version of the article was first kept, ISO 8601
     * @param newerThan id of the version that it came after
     * @param newer id of the version that came after it
     */
    public record Context(
            Map<String, Known> identities,
            Set<String> corrected,
            Optional<String> keptAt,
            Optional<String> newerThan,
            Optional<String> newer) {

        /** Nothing is known. */
        public static final Context NONE =
                new Context(Map.of(), Set.of(), Optional.empty(), Optional.empty(), Optional.empty());

        public Context {
            identities = Map.copyOf(identities);
            corrected = Set.copyOf(corrected);
        }
    }
}
