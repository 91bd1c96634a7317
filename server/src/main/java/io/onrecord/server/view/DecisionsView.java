package io.onrecord.server.view;

import io.onrecord.server.desk.Shelf;
import io.onrecord.server.http.Request;
import io.onrecord.store.MadeDecision;
import java.util.List;
import java.util.Optional;

/**
 * What people decided about speakers and claims.
 *
 * @param decisions the latest first
 * @param next where the list goes on; empty at its end
 */
public record DecisionsView(List<DecisionLine> decisions, Optional<String> next) {

    private static final String LIST = "decisions";
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
        int limit = request.number("limit", MOST, 1, 1000);
        List<MadeDecision> all = shelf.store().decisionLog().latest(Integer.MAX_VALUE);
        int from = Cursor.of(request, LIST).map(cursor -> behind(all, cursor)).orElse(0);
        int end = (int) Math.min(all.size(), (long) from + limit);
        return new DecisionsView(
                all.subList(from, end).stream()
                        .map(made -> DecisionLine.of(shelf, made))
                        .toList(),
                end < all.size() && end > from
                        ? Optional.of(Cursor.behind(
                                        LIST,
                                        all.get(end - 1).time().toString(),
                                        all.get(end - 1).id())
                                .text())
                        : Optional.empty());
    }

    /** How many come before a place; by its time where that decision went with its article. */
    private static int behind(List<MadeDecision> all, Cursor cursor) {
        List<String> keys = cursor.keys(2);
        int earlier = all.size();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).id().equals(keys.get(1))) {
                return i + 1;
            }
            if (earlier == all.size() && all.get(i).time().toString().compareTo(keys.get(0)) < 0) {
                earlier = i;
            }
        }
        return earlier;
    }
}
