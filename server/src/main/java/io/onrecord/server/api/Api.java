package io.onrecord.server.api;

import io.onrecord.server.desk.Desk;
import io.onrecord.server.desk.Upkeep;
import io.onrecord.server.http.Access;
import io.onrecord.server.http.Method;
import io.onrecord.server.http.Request;
import io.onrecord.server.http.Response;
import io.onrecord.server.http.Route;
import java.util.List;
import java.util.Map;

/** What programs can ask for that is no page. */
public final class Api {

    private final Desk desk;

    public Api(Desk desk) {
        this.desk = desk;
    }

    public List<Route> routes() {
        return List.of(
                new Route(
                        Method.GET, "/api/v1/health", Access.PUBLIC, request -> Response.json(Map.of("status", "up"))),
                Route.get("/api/v1/upkeep", this::upkeep));
    }

    private Response upkeep(Request request) {
        Upkeep.State state = desk.shelf().upkeep().state();
        return Response.json(state);
    }
}
