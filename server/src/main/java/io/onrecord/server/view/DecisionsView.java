package io.onrecord.server.view;

import io.onrecord.server.desk.Shelf;
import io.onrecord.server.http.Request;
import java.util.List;

/**
 * What people decided about speakers and claims.
 *
 * @param decisions the latest first
 */
public record DecisionsView(List<DecisionLine> decisions) {

    private static final int MOST = 100;

    public DecisionsView {
        decisions = List.copyOf(decisions);
    }

    /**
     * Reads what is asked for.
     *
     * @throws io.onrecord.server.problem.Problem with status 400 if a parameter is none of its kind
     */
    public static DecisionsView of(Shelf shelf, Request request) {
        return new DecisionsView(shelf.store().decisionLog().latest(request.number("limit", MOST, 1, 1000)).stream()
                .map(made -> DecisionLine.of(shelf, made))
                .toList());
    }
}
