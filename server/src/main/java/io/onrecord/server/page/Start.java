package io.onrecord.server.page;

import io.onrecord.server.desk.Desk;
import io.onrecord.server.http.Access;
import io.onrecord.server.http.Method;
import io.onrecord.server.http.Request;
import io.onrecord.server.http.Response;
import io.onrecord.server.http.Route;
import io.onrecord.server.view.HomeView;
import io.onrecord.store.StoreException;
import io.onrecord.store.Visit;
import io.onrecord.store.Visits;
import java.util.List;
import java.util.Optional;

/** The first page, and what is new to whoever looks at it. */
public final class Start {

    private final Desk desk;
    private final Pages pages;

    public Start(Desk desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/", this::page),
                // What a program reads is no visit.
                pages.twin("/", request -> HomeView.of(desk, request.visitor().name())),
                new Route(Method.POST, "/visits", Access.READ, this::seen));
    }

    private Response page(Request request) {
        String visitor = request.visitor().name();
        return pages.page(request, "home.jte", HomeView.of(desk, visitor, visit(visitor)));
    }

    private Optional<Visit> visit(String visitor) {
        Visits visits = desk.shelf().store().visits();
        try {
            return Optional.of(visits.look(visitor));
        } catch (StoreException e) {
            // A page must not wait for whoever writes, nor need to write.
            return visits.of(visitor);
        }
    }

    private Response seen(Request request) {
        desk.shelf().store().visits().seen(request.visitor().name());
        return Response.seeOther("/");
    }
}
