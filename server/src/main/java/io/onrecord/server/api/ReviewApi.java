package io.onrecord.server.api;

import io.onrecord.model.StanceReading;
import io.onrecord.server.desk.Desk;
import io.onrecord.server.desk.Reviewing;
import io.onrecord.server.desk.Reviewing.Right;
import io.onrecord.server.http.Json;
import io.onrecord.server.http.Request;
import io.onrecord.server.http.Response;
import io.onrecord.server.http.Route;
import io.onrecord.server.view.Asked;
import io.onrecord.server.view.ReviewedView;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What programs say of statements that wait for review. */
public final class ReviewApi {

    private static final String STATEMENT = "/api/v1/review/{statement}/";

    private final Reviewing reviewing;

    public ReviewApi(Desk desk) {
        this.reviewing = new Reviewing(desk);
    }

    /** Why. */
    private record Note(Optional<String> note) {}

    /** What is put right; what is left out is right as it is. */
    private record Correction(
            Optional<String> speaker, Optional<Boolean> nobody, Optional<Stance> stance, Optional<String> note) {

        private record Stance(Optional<String> stance, Optional<Boolean> negated, Optional<Boolean> hypothetical) {

            StanceReading reading() {
                return new StanceReading(
                        Asked.stance(stance.orElse("")), negated.orElse(false), hypothetical.orElse(false));
            }
        }

        Right right() {
            return new Right(speaker, nobody.orElse(false), stance.map(Stance::reading));
        }
    }

    public List<Route> routes() {
        return List.of(
                Route.post(STATEMENT + "accept", this::accept),
                Route.post(STATEMENT + "reject", this::reject),
                Route.post(STATEMENT + "correct", this::correct),
                Route.post(STATEMENT + "undo", this::undo));
    }

    private Response accept(Request request) throws IOException {
        return said(reviewing.accept(statement(request), author(request), note(request)));
    }

    private Response reject(Request request) throws IOException {
        return said(reviewing.reject(statement(request), author(request), note(request)));
    }

    private Response correct(Request request) throws IOException {
        Correction correction = Json.read(request.body(), Correction.class);
        return said(reviewing.correct(statement(request), correction.right(), author(request), correction.note()));
    }

    private Response undo(Request request) {
        return said(reviewing.undo(statement(request), author(request)));
    }

    private static Optional<String> note(Request request) throws IOException {
        return Json.readIfAny(request.body(), Note.class).flatMap(Note::note);
    }

    private static Response said(Reviewing.Said said) {
        return Response.json(ReviewedView.of(said));
    }

    private static String statement(Request request) {
        return request.part("statement");
    }

    private static String author(Request request) {
        return request.visitor().name();
    }
}
