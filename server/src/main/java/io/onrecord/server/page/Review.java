package io.onrecord.server.page;

import io.onrecord.model.Stance;
import io.onrecord.model.StanceReading;
import io.onrecord.server.desk.Desk;
import io.onrecord.server.desk.Reviewing;
import io.onrecord.server.desk.Reviewing.Right;
import io.onrecord.server.desk.Reviewing.Said;
import io.onrecord.server.http.Request;
import io.onrecord.server.http.Response;
import io.onrecord.server.http.Route;
import io.onrecord.server.view.Asked;
import io.onrecord.server.view.ReviewView;
import io.onrecord.server.view.StatementLists;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Statements looked at one after the other, the least certain first. */
public final class Review {

    private static final int MOST = 100;

    private final Desk desk;
    private final Pages pages;
    private final Reviewing reviewing;

    public Review(Desk desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
        this.reviewing = new Reviewing(desk);
    }

    public List<Route> routes() {
        List<Route> routes =
                new ArrayList<>(pages.twins("/review", "review.jte", this::view, StatementLists.review(desk)));
        String statement = "/review/{statement}/";
        routes.add(Route.post(statement + "accept", request -> next(request, accepted(request))));
        routes.add(Route.post(statement + "reject", request -> next(request, rejected(request))));
        routes.add(Route.post(statement + "correct", request -> next(request, corrected(request))));
        routes.add(Route.post(statement + "undo", this::undone));
        return routes;
    }

    private ReviewView view(Request request) {
        return ReviewView.of(desk.shelf(), Asked.of(request), request.number("limit", 1, 1, MOST));
    }

    private Said accepted(Request request) {
        return reviewing.accept(statement(request), author(request), request.parameter("note"));
    }

    private Said rejected(Request request) {
        return reviewing.reject(statement(request), author(request), request.parameter("note"));
    }

    private Said corrected(Request request) {
        Optional<StanceReading> stance = request.parameter("says_stance")
                .map(Asked::stance)
                .map((Stance what) -> new StanceReading(
                        what,
                        request.parameter("negated").isPresent(),
                        request.parameter("hypothetical").isPresent()));
        Right right = new Right(
                request.parameter("says_speaker"), request.parameter("nobody").isPresent(), stance);
        return reviewing.correct(statement(request), right, author(request), request.parameter("note"));
    }

    private static String statement(Request request) {
        return request.part("statement");
    }

    private static String author(Request request) {
        return request.visitor().name();
    }

    /** The next one, with the last at hand so that a wrong key can be taken back. */
    private static Response next(Request request, Said said) {
        return Response.seeOther(
                "/review" + Asked.of(request).done(said.statementId()).parameters());
    }

    private Response undone(Request request) {
        reviewing.undo(statement(request), author(request));
        return Response.seeOther("/review" + Asked.of(request).parameters());
    }
}
