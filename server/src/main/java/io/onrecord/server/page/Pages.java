package io.onrecord.server.page;

import io.onrecord.server.desk.Desk;
import io.onrecord.server.desk.Upkeep;
import io.onrecord.server.http.Assets;
import io.onrecord.server.http.ErrorPage;
import io.onrecord.server.http.Handler;
import io.onrecord.server.http.Request;
import io.onrecord.server.http.Response;
import io.onrecord.server.http.Route;
import io.onrecord.server.http.Visitor;
import io.onrecord.server.list.ListFiles;
import io.onrecord.server.list.Listing;
import io.onrecord.server.problem.Problem;
import io.onrecord.server.view.ExportsView;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes routes of views: each is a page, and the same as JSON under {@link #API}, with the same path and parameters. Safe to share between
 * threads.
 */
public final class Pages implements ErrorPage {

    /** Before the paths of all that is for programs; the version is that of what they are promised. */
    public static final String API = "/api/v1";

    private static final Visitor NOBODY = new Visitor("nobody", false);

    private final Desk desk;
    private final Assets assets;
    private final ListFiles files;
    private final Templates templates = new Templates();

    /** @param files writes the lists of pages */
    public Pages(Desk desk, Assets assets, ListFiles files) {
        this.desk = desk;
        this.assets = assets;
        this.files = files;
    }

    /** Gives what a page shows. */
    @FunctionalInterface
    public interface View {

        /** What is asked for, as a record whose components are the fields of its JSON. */
        Record of(Request request) throws IOException;
    }

    /**
     * A page with its JSON twin, and its lists as files.
     *
     * @param path of the page, below which its twin has the same: {@code /claims/{id}}
     * @param template with the parameters {@code frame} and {@code view}
     * @param lists of the page; of both addresses, {@code format} makes them files
     */
    public List<Route> twins(String path, String template, View view, Listing... lists) {
        return List.of(
                list(path, request -> page(request, template, view.of(request), lists), lists),
                twin(path, view, lists));
    }

    /** The JSON twin alone. */
    public Route twin(String path, View view, Listing... lists) {
        return Route.get(
                API + (path.equals("/") ? "/home" : path),
                listed(path, request -> Response.json(view.of(request)), lists));
    }

    /** A page that is made in some other way. */
    public Route list(String path, Handler page, Listing... lists) {
        return Route.get(path, listed(path, page, lists));
    }

    /** With {@code format}, a list of what is shown else. */
    public Handler listed(String path, Handler shown, Listing... lists) {
        List<Listing> all = List.of(lists);
        return request ->
                !all.isEmpty() && ListFiles.isAsked(request) ? files.file(path, all, request) : shown.handle(request);
    }

    /** A page without a twin: a form. */
    public Route form(String path, String template, View view) {
        Handler handler = request -> show(request, template, view.of(request));
        return Route.get(path, handler);
    }

    /** A page without a twin. */
    public Response show(Request request, String template, Record view) {
        return html(template, Map.of("frame", frame(request, "", ExportsView.NONE), "view", view));
    }

    /** The same for whoever has not been let in. */
    public String show(String template, Record view, Asked asked) {
        return templates.render(template, Map.of("frame", frame(asked), "view", view));
    }

    /** A page of a view. */
    public Response page(Request request, String template, Record view, Listing... lists) {
        String twin = API + (request.path().equals("/") ? "/home" : request.path());
        String address = request.query().isEmpty() ? twin : twin + "?" + request.query();
        ExportsView exports =
                lists.length == 0 ? ExportsView.NONE : ExportsView.of(address.substring(API.length()), List.of(lists));
        return html(template, Map.of("frame", frame(request, address, exports), "view", view));
    }

    /** A part of a page, which a script puts into it. */
    public Response part(String template, Map<String, Object> parameters) {
        return html(template, parameters);
    }

    private Response html(String template, Map<String, Object> parameters) {
        return Response.html(templates.render(template, parameters));
    }

    private Frame frame(Request request, String twin, ExportsView exports) {
        // A page without a twin may have been asked for with a secret in its parameters, which must not come back in
        // it.
        boolean bare = request.query().isEmpty() || twin.isEmpty();
        String address = bare ? request.path() : request.path() + "?" + request.query();
        return new Frame(
                assets,
                request.visitor(),
                request.path(),
                address,
                twin,
                desk.isDemo(),
                Theme.of(request.cookie(Theme.COOKIE)),
                desk.shelf().upkeep().state(),
                exports);
    }

    /** For whom nobody knows yet: nothing of the record shows. */
    private Frame frame(Asked asked) {
        int end = asked.address().indexOf('?');
        String path = end < 0 ? asked.address() : asked.address().substring(0, end);
        return new Frame(
                assets,
                NOBODY,
                path,
                path,
                "",
                false,
                Theme.of(Optional.ofNullable(asked.cookies().get(Theme.COOKIE))),
                Upkeep.State.IDLE,
                ExportsView.NONE);
    }

    @Override
    public String html(Problem problem, Asked asked) {
        return templates.render("problem.jte", Map.of("frame", frame(asked), "problem", problem));
    }
}
