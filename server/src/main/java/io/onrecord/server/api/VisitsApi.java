package io.onrecord.server.api;

import io.onrecord.server.desk.Desk;
import io.onrecord.server.http.Access;
import io.onrecord.server.http.Method;
import io.onrecord.server.http.Request;
import io.onrecord.server.http.Response;
import io.onrecord.server.http.Route;
import io.onrecord.server.view.VisitView;
import io.onrecord.store.Store;
import java.util.List;
import java.util.Optional;

/** What is new to whoever asks. */
public final class VisitsApi {

    private static final String PATH = "/api/v1/visits";

    private final Desk desk;

    public VisitsApi(Desk desk) {
        this.desk = desk;
    }

    public List<Route> routes() {
        return List.of(
                Route.get(
                        PATH,
                        request -> Response.json(VisitView.of(
                                desk.shelf().store(), request.visitor().name()))),
                new Route(Method.POST, PATH, Access.READ, this::seen));
    }

    private Response seen(Request request) {
        Store store = desk.shelf().store();
        String visitor = request.visitor().name();
        return Response.json(
                VisitView.of(store, visitor, Optional.of(store.visits().seen(visitor))));
    }
}
