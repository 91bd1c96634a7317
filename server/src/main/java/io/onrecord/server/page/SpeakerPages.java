package io.onrecord.server.page;

import io.onrecord.server.desk.Decisions;
import io.onrecord.server.desk.Desk;
import io.onrecord.server.desk.Shelf;
import io.onrecord.server.http.Request;
import io.onrecord.server.http.Response;
import io.onrecord.server.http.Route;
import io.onrecord.server.list.Listing;
import io.onrecord.server.problem.Problem;
import io.onrecord.server.view.DisputesView;
import io.onrecord.server.view.Links;
import io.onrecord.server.view.RowLists;
import io.onrecord.server.view.SpeakerDisputesView;
import io.onrecord.server.view.SpeakerNamesView;
import io.onrecord.server.view.SpeakerView;
import io.onrecord.server.view.SpeakerWordingView;
import io.onrecord.server.view.SpeakersView;
import io.onrecord.server.view.StatementLists;
import io.onrecord.store.Somebody;
import io.onrecord.store.SpeakerProfile;
import io.onrecord.store.Surroundings;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who is on record, what they said, whom they dispute, and under which names; merging and splitting them. */
public final class SpeakerPages {

    private final Desk desk;
    private final Pages pages;
    private final Decisions decisions;

    public SpeakerPages(Desk desk, Pages pages, Decisions decisions) {
        this.desk = desk;
        this.pages = pages;
        this.decisions = decisions;
    }

    /** Makes a view of somebody. */
    private interface OfSpeaker {
        Record view(Shelf shelf, SpeakerProfile profile, Request request);
    }

    public List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        routes.addAll(pages.twins(
                "/speakers",
                "speakers.jte",
                request -> SpeakersView.of(desk.shelf(), request),
                RowLists.speakers(desk)));
        routes.addAll(twins("/speakers/{id}", "speaker.jte", SpeakerView::of, StatementLists.speaker(desk)));
        routes.addAll(twins(
                "/speakers/{id}/disputes",
                "speakerdisputes.jte",
                SpeakerDisputesView::of,
                RowLists.edgesOfSpeaker(desk),
                RowLists.disputed(desk),
                RowLists.disputing(desk)));
        routes.addAll(twins(
                "/speakers/{id}/wording",
                "speakerwording.jte",
                (shelf, profile, request) -> SpeakerWordingView.of(shelf, profile),
                RowLists.wordings(desk)));
        routes.addAll(twins("/speakers/{id}/names", "speakernames.jte", SpeakerNamesView::of, RowLists.names(desk)));
        routes.addAll(pages.twins(
                "/disputes",
                "disputes.jte",
                request -> DisputesView.of(desk.shelf(), request),
                RowLists.disputes(desk)));
        routes.add(Route.post("/speakers/{id}/merge", this::merge));
        routes.add(Route.post("/speakers/{id}/split", this::split));
        return routes;
    }

    private List<Route> twins(String path, String template, OfSpeaker view, Listing... lists) {
        Gone gone = new Gone("speaker", pages, this::exists, this::now);
        return List.of(
                Route.get(
                        path,
                        gone.page(pages.listed(
                                path, request -> pages.page(request, template, view(view, request), lists), lists))),
                Route.get(
                        Pages.API + path,
                        gone.twin(pages.listed(path, request -> Response.json(view(view, request)), lists))));
    }

    private Record view(OfSpeaker view, Request request) {
        Shelf shelf = desk.shelf();
        SpeakerProfile profile = shelf.store()
                .people()
                .get(request.part("id"))
                .orElseThrow(() -> Problem.notFound("the speaker went just now: ask again"));
        return view.view(shelf, profile, request);
    }

    private boolean exists(String id) {
        return desk.shelf().store().people().get(id).isPresent();
    }

    private Optional<String> now(String id) {
        return desk.shelf().store().people().former(id).map(Surroundings.Known::id);
    }

    /** With the speaker of an id, or of a name that one alone has; of a name that is not enough the page asks which. */
    private Response merge(Request request) {
        String id = request.part("id");
        String other = request.parameter("other")
                .map(String::strip)
                .orElseThrow(() -> Problem.bad("say with whom: by a name, or an id"));
        List<Somebody> called = desk.shelf().search().people().called(other);
        if (called.size() != 1 || called.get(0).id().equals(id)) {
            return Response.seeOther(
                    Links.speaker(id) + "/names?merge=" + URLEncoder.encode(other, StandardCharsets.UTF_8) + "#merge");
        }
        return after(
                decisions.mergeSpeakers(
                        id, called.get(0).id(), request.visitor().name()),
                id);
    }

    private Response split(Request request) {
        String id = request.part("id");
        String article = request.parameter("article").orElse("");
        String speaker = request.parameter("speaker").orElse("");
        return after(
                decisions.splitSpeaker(id, article, speaker, request.visitor().name()), id);
    }

    private static Response after(Decisions.Result result, String before) {
        return Response.seeOther(Links.speaker(result.id().orElse(before)) + "/names?done=" + result.decision());
    }
}
