package io.onrecord.server.page;

import io.onrecord.claims.PropositionId;
import io.onrecord.server.desk.Decisions;
import io.onrecord.server.desk.Desk;
import io.onrecord.server.desk.Shelf;
import io.onrecord.server.http.Request;
import io.onrecord.server.http.Response;
import io.onrecord.server.http.Route;
import io.onrecord.server.list.Listing;
import io.onrecord.server.problem.Problem;
import io.onrecord.server.view.ClaimDetailView;
import io.onrecord.server.view.ClaimsView;
import io.onrecord.server.view.CompareView;
import io.onrecord.server.view.DecisionsView;
import io.onrecord.server.view.Links;
import io.onrecord.server.view.RowLists;
import io.onrecord.server.view.StatementLists;
import io.onrecord.store.MadeDecision;
import java.util.ArrayList;
import java.util.List;

/** Claims, who states and who disputes them; merging and splitting them; what outlets carry of an event; what was decided. */
public final class ClaimPages {

    private final Desk desk;
    private final Pages pages;
    private final Decisions decisions;

    public ClaimPages(Desk desk, Pages pages, Decisions decisions) {
        this.desk = desk;
        this.pages = pages;
        this.decisions = decisions;
    }

    public List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        routes.addAll(pages.twins(
                "/claims", "claims.jte", request -> ClaimsView.of(desk.shelf(), request), RowLists.claims(desk)));
        routes.addAll(claim());
        routes.addAll(pages.twins(
                "/compare",
                "compare.jte",
                request -> CompareView.of(desk.shelf(), request),
                RowLists.groups(desk),
                RowLists.stories(desk),
                RowLists.across(desk)));
        routes.addAll(pages.twins(
                "/decisions",
                "decisions.jte",
                request -> DecisionsView.of(desk.shelf(), request),
                RowLists.decisions(desk)));
        routes.add(Route.post("/claims/{id}/merge", this::merge));
        routes.add(Route.post("/claims/{id}/split", this::split));
        routes.add(Route.post("/decisions/{id}/undo", this::undo));
        return routes;
    }

    private List<Route> claim() {
        String path = "/claims/{id}";
        Listing[] lists = {StatementLists.told(desk), StatementLists.disputes(desk), RowLists.origins(desk)};
        Gone gone = new Gone(
                "claim",
                pages,
                id -> desk.shelf().store().claimList().get(id).isPresent(),
                id -> desk.shelf().store().claimList().former(id));
        return List.of(
                Route.get(
                        path,
                        gone.page(pages.listed(
                                path, request -> pages.page(request, "claim.jte", view(request), lists), lists))),
                Route.get(
                        Pages.API + path,
                        gone.twin(pages.listed(path, request -> Response.json(view(request)), lists))));
    }

    private ClaimDetailView view(Request request) {
        return ClaimDetailView.of(desk.shelf(), request.part("id"), request)
                .orElseThrow(() -> Problem.notFound("the claim went just now: ask again"));
    }

    /** With the claim of an id, its beginning, or its address. */
    private Response merge(Request request) {
        String id = request.part("id");
        String other = request.parameter("other")
                .map(String::strip)
                .map(name -> name.substring(name.lastIndexOf('/') + 1))
                .orElseThrow(() -> Problem.bad("say with which claim: by its id, or its address"));
        List<String> named = desk.shelf().store().claimsNamed(other);
        if (named.size() != 1) {
            throw new Problem(
                    409,
                    "Which claim?",
                    named.isEmpty()
                            ? "there is no claim " + Problem.quoted(other)
                                    + ": give its id or address, as its page has it"
                            : "several claims begin with " + Problem.quoted(other) + ": give more digits");
        }
        return after(decisions.mergeClaims(id, named.get(0), request.visitor().name()), id);
    }

    private Response split(Request request) {
        String id = request.part("id");
        String proposition = request.parameter("proposition").orElse("");
        return after(decisions.splitClaim(id, proposition, request.visitor().name()), id);
    }

    private static Response after(Decisions.Result result, String before) {
        return Response.seeOther(Links.claim(result.id().orElse(before)) + "?done=" + result.decision());
    }

    /** Then back to what the decision was about, as it is now. */
    private Response undo(Request request) {
        MadeDecision taken =
                decisions.takeBack(request.part("id"), request.visitor().name());
        Shelf shelf = desk.shelf();
        if (taken.of() == MadeDecision.Of.SPEAKERS) {
            return Response.seeOther(shelf.store()
                    .people()
                    .named(taken.first().articleId(), taken.first().name())
                    .map(now -> Links.speaker(now.id()) + "/names?done=" + taken.id())
                    .orElse("/decisions"));
        }
        String statement = PropositionId.of(taken.first().name()).statement();
        return Response.seeOther(shelf.store().claimsOf(List.of(statement)).stream()
                .findFirst()
                .map(claim -> Links.claim(claim.id()) + "?done=" + taken.id())
                .orElse("/decisions"));
    }
}
