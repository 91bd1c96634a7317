package io.onrecord.server.api;

import io.onrecord.server.desk.Desk;
import io.onrecord.server.desk.Feeding;
import io.onrecord.server.http.Access;
import io.onrecord.server.http.Json;
import io.onrecord.server.http.Method;
import io.onrecord.server.http.Request;
import io.onrecord.server.http.Response;
import io.onrecord.server.http.Route;
import io.onrecord.server.problem.Problem;
import io.onrecord.server.view.FeedLine;
import io.onrecord.server.view.FeedView;
import io.onrecord.store.Watched;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What programs do with watched feeds. */
public final class FeedsApi {

    private static final String LIST = "/api/v1/feeds";
    private static final String ONE = LIST + "/{id}";
    private static final int USUAL = 15;

    private final Desk desk;
    private final Feeding feeding;

    public FeedsApi(Desk desk) {
        this.desk = desk;
        this.feeding = new Feeding(desk);
    }

    /** A feed to be watched. */
    private record Added(Optional<String> address, Optional<Integer> minutes) {}

    /** How a feed is to be watched; what is left out stays as it is. */
    private record Changed(Optional<Integer> minutes, Optional<Boolean> paused) {}

    public List<Route> routes() {
        return List.of(
                Route.post(LIST, this::add),
                new Route(Method.PUT, ONE, Access.EDIT, this::change),
                new Route(Method.DELETE, ONE, Access.EDIT, this::remove),
                Route.post(ONE + "/look", this::look));
    }

    private Response add(Request request) throws IOException {
        Added added = Json.read(request.body(), Added.class);
        Watched feed = feeding.add(
                added.address().orElse(""),
                interval(added.minutes().orElse(USUAL)),
                request.visitor().name());
        return Response.json(FeedLine.of(feed)).status(201).with("Location", LIST + "/" + feed.id());
    }

    private static Duration interval(int minutes) {
        long most = io.onrecord.store.Feeds.LONGEST.toMinutes();
        if (minutes < 1 || minutes > most) {
            throw Problem.bad("minutes is a whole number from 1 to " + most + ", not " + minutes);
        }
        return Duration.ofMinutes(minutes);
    }

    private Response change(Request request) throws IOException {
        FeedLine feed = FeedView.of(desk, request.part("id"), Optional.empty()).feed();
        Changed changed = Json.read(request.body(), Changed.class);
        return Response.json(FeedLine.of(feeding.change(
                feed.id(),
                changed.minutes().map(FeedsApi::interval).orElse(Duration.ofMinutes(feed.minutes())),
                changed.paused().orElse(feed.paused()))));
    }

    private Response remove(Request request) {
        feeding.remove(request.part("id"));
        return Response.empty();
    }

    private Response look(Request request) {
        feeding.look(request.part("id"));
        return Response.json(
                        FeedView.of(desk, request.part("id"), Optional.empty()).feed())
                .status(202);
    }
}
