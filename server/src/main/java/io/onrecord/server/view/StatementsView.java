package io.onrecord.server.view;

import io.onrecord.server.desk.Shelf;
import io.onrecord.server.http.Request;
import java.util.List;
import java.util.Optional;

/**
 * Statements of an article, in their order.
 *
 * @param article id of the article
 * @param total how many there are
 * @param statements of them
 * @param next where the list goes on; empty at its end
 */
public record StatementsView(String article, int total, List<Card> statements, Optional<String> next) {

    private static final String LIST = "statements";
    private static final int MOST = 500;

    public StatementsView {
        statements = List.copyOf(statements);
    }

    /**
     * Those that are asked for.
     *
     * @throws io.onrecord.server.problem.Problem with status 404 if there is no such article
     */
    public static StatementsView of(Shelf shelf, Request request) {
        ArticleFile file = ArticleFile.open(shelf, request.part("id"));
        int from = Cursor.of(request, LIST)
                .map(cursor -> cursor.rows(Integer.MAX_VALUE))
                .orElse(0);
        int limit = request.number("limit", 100, 1, MOST);
        int total = file.record().statements().size();
        List<Card> cards = file.statements(from, limit);
        long next = (long) from + cards.size();
        return new StatementsView(
                file.record().article().id(),
                total,
                cards,
                cards.isEmpty() || next >= total
                        ? Optional.empty()
                        : Optional.of(Cursor.at(LIST, next).text()));
    }
}
