package io.onrecord.server.view;

import io.onrecord.model.Speaker;
import io.onrecord.model.Statement;
import io.onrecord.server.desk.Shelf;
import io.onrecord.server.problem.Problem;
import io.onrecord.store.StatementPlace;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A statement of an article, as it is now.
 *
 * @param article id of its article
 * @param statement the statement itself
 * @param path of the page that shows it, at its card
 * @param speakers names of those who speak in the article
 */
public record StatementView(String article, Card statement, String path, List<String> speakers) {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{6,32}");

    public StatementView {
        speakers = List.copyOf(speakers);
    }

    /**
     * Reads it.
     *
     * @param statementId in the corrected record, or in the engine's
     * @throws Problem with status 404 if there is none
     */
    public static StatementView of(Shelf shelf, String articleId, String statementId) {
        ArticleFile file = ArticleFile.open(shelf, articleId);
        Statement statement = file.statement(statementId)
                .orElseThrow(() -> Problem.notFound("the article has no statement " + Problem.quoted(statementId)
                        + " (any more): it may have been read anew"));
        return new StatementView(
                articleId,
                file.card(statement),
                file.path(statement),
                file.record().speakers().stream().map(Speaker::name).distinct().toList());
    }

    /**
     * The same, of whichever article has it.
     *
     * @throws Problem with status 404 if none has, or several
     */
    public static StatementView of(Shelf shelf, String statementId) {
        List<StatementPlace> places =
                ID.matcher(statementId).matches() ? shelf.store().statements(statementId, 2) : List.of();
        if (places.size() != 1) {
            throw Problem.notFound("there is no one statement " + Problem.quoted(statementId)
                    + " on record: its article may have been read anew, or forgotten");
        }
        return of(shelf, places.get(0).articleId(), places.get(0).statementId());
    }
}
