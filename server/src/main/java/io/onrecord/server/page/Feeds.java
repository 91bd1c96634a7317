package io.onrecord.server.page;

import io.onrecord.server.desk.Desk;
import io.onrecord.server.desk.Feeding;
import io.onrecord.server.http.Request;
import io.onrecord.server.http.Response;
import io.onrecord.server.http.Route;
import io.onrecord.server.view.Cursor;
import io.onrecord.server.view.FeedView;
import io.onrecord.server.view.FeedsView;
import io.onrecord.server.view.RowLists;
import io.onrecord.store.Watched;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The feeds that the desk watches. */
public final class Feeds {

    private static final String LIST = "/feeds";
    private static final String ONE = "/feeds/{id}";
    private static final int WEEK_MINUTES = 7 * 24 * 60;

    private final Desk desk;
    private final Pages pages;
    private final Feeding feeding;

    public Feeds(Desk desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
        this.feeding = new Feeding(desk);
    }

    public List<Route> routes() {
        List<Route> routes =
                new ArrayList<>(pages.twins(LIST, "feeds.jte", request -> FeedsView.of(desk), RowLists.feeds(desk)));
        routes.addAll(pages.twins(
                ONE,
                "feed.jte",
                request -> FeedView.of(desk, request.part("id"), request.parameter(Cursor.PARAMETER)),
                RowLists.entries(desk)));
        routes.add(Route.post(LIST, this::add));
        routes.add(Route.post(ONE, this::change));
        routes.add(Route.post(ONE + "/look", this::look));
        routes.add(Route.post(ONE + "/remove", this::remove));
        return routes;
    }

    private Response add(Request request) {
        Watched feed = feeding.add(
                request.parameter("address").orElse(""),
                minutes(request),
                request.visitor().name());
        return Response.seeOther(LIST + "/" + feed.id());
    }

    private static Duration minutes(Request request) {
        return Duration.ofMinutes(request.number("minutes", 15, 1, WEEK_MINUTES));
    }

    private Response change(Request request) {
        Watched feed = feeding.change(
                request.part("id"),
                minutes(request),
                request.parameter("paused").isPresent());
        return Response.seeOther(LIST + "/" + feed.id());
    }

    private Response look(Request request) {
        feeding.look(request.part("id"));
        return Response.seeOther(LIST + "/" + request.part("id"));
    }

    private Response remove(Request request) {
        feeding.remove(request.part("id"));
        return Response.seeOther(LIST);
    }
}
