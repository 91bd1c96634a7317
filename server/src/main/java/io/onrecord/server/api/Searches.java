package io.onrecord.server.api;

import io.onrecord.reading.web.Poster;
import io.onrecord.server.alert.Alerts;
import io.onrecord.server.desk.Desk;
import io.onrecord.server.http.Access;
import io.onrecord.server.http.Json;
import io.onrecord.server.http.Method;
import io.onrecord.server.http.Request;
import io.onrecord.server.http.Response;
import io.onrecord.server.http.Route;
import io.onrecord.server.page.AtomFeed;
import io.onrecord.server.page.Pages;
import io.onrecord.server.problem.Problem;
import io.onrecord.server.view.RowLists;
import io.onrecord.server.view.SavedListView;
import io.onrecord.server.view.SavedView;
import io.onrecord.server.view.SearchQuery;
import io.onrecord.server.view.SearchView;
import io.onrecord.server.view.StatementLists;
import io.onrecord.store.SavedSearch;
import io.onrecord.store.SavedSearches;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Searching, and searches that are saved: their pages, what forms send, and the same for programs. */
public final class Searches {

    private static final String API = Pages.API;
    private static final String ONE = "/searches/{id}";

    private final Desk desk;
    private final Pages pages;
    private final Alerts alerts;

    public Searches(Desk desk, Pages pages, Alerts alerts) {
        this.desk = desk;
        this.pages = pages;
        this.alerts = alerts;
    }

    public List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        routes.addAll(pages.twins(
                "/search", "search.jte", request -> SearchView.of(desk, request), StatementLists.search(desk)));
        routes.addAll(
                pages.twins("/searches", "searches.jte", request -> SavedListView.of(desk), RowLists.searches(desk)));
        routes.addAll(pages.twins(
                ONE,
                "saved.jte",
                request -> SavedView.of(desk, request),
                StatementLists.saved(desk),
                RowLists.deliveries(desk)));
        routes.add(Route.get(ONE + "/feed", this::feed));
        routes.addAll(forms());
        routes.addAll(programs());
        return routes;
    }

    private List<Route> forms() {
        return List.of(
                Route.post("/searches", request -> {
                    SavedSearch search = save(
                            request,
                            request.parameter("name").orElse(""),
                            request.parameter("query").orElse(""));
                    return Response.seeOther("/searches/" + search.id());
                }),
                Route.post(
                        ONE + "/name",
                        request -> back(
                                request,
                                saved -> saved.rename(
                                        id(request),
                                        name(request.parameter("name").orElse(""))))),
                Route.post(ONE + "/seen", request -> back(request, saved -> saved.look(id(request)))),
                Route.post(ONE + "/delete", request -> {
                    saved().delete(id(request));
                    return Response.seeOther("/searches");
                }),
                Route.post(ONE + "/hook", request -> {
                    String secret =
                            hook(id(request), request.parameter("address").orElse(""));
                    SavedView view = SavedView.of(desk, id(request), Optional.of(secret));
                    return pages.page(request, "saved.jte", view);
                }),
                Route.post(ONE + "/hook/enable", request -> back(request, saved -> enable(id(request)))),
                Route.post(ONE + "/hook/delete", request -> back(request, saved -> saved.unhook(id(request)))));
    }

    private List<Route> programs() {
        return List.of(
                Route.post(API + "/searches", request -> {
                    NewSearch sent = Json.read(request.body(), NewSearch.class);
                    SavedSearch search = save(request, given(sent.name), given(sent.query));
                    return Response.json(SavedView.of(desk, search.id(), Optional.empty()))
                            .status(201)
                            .with("Location", API + "/searches/" + search.id());
                }),
                edit(
                        Method.PUT,
                        ONE,
                        request -> done(saved -> {
                            NewName sent = Json.read(request.body(), NewName.class);
                            saved.rename(id(request), name(given(sent.name)));
                        })),
                edit(Method.DELETE, ONE, request -> done(saved -> saved.delete(id(request)))),
                edit(Method.POST, ONE + "/seen", request -> done(saved -> saved.look(id(request)))),
                edit(Method.PUT, ONE + "/hook", request -> {
                    NewHook sent = Json.read(request.body(), NewHook.class);
                    String address = given(sent.address).strip();
                    return Response.json(new Hooked(address, hook(id(request), address)));
                }),
                edit(Method.POST, ONE + "/hook/enable", request -> done(saved -> enable(id(request)))),
                edit(Method.DELETE, ONE + "/hook", request -> done(saved -> saved.unhook(id(request)))));
    }

    private static Route edit(Method method, String path, io.onrecord.server.http.Handler handler) {
        return new Route(method, API + path, Access.EDIT, handler);
    }

    /**
     * A search to be saved.
     *
     * @param name what people call it
     * @param query what is looked for, as an address of a search has it behind its question mark
     */
    record NewSearch(@Nullable String name, @Nullable String query) {}

    /**
     * Another name.
     *
     * @param name it
     */
    record NewName(@Nullable String name) {}

    /**
     * Whom a search is to tell.
     *
     * @param address that it is sent to
     */
    record NewHook(@Nullable String address) {}

    /**
     * Whom a search tells from now on.
     *
     * @param address that it is sent to
     * @param secret that it is signed with; never shown again
     */
    record Hooked(String address, String secret) {}

    private static String given(@Nullable String value) {
        return value == null ? "" : value;
    }

    private SavedSearches saved() {
        return desk.shelf().store().saved();
    }

    /** The one that is named. */
    private String id(Request request) {
        return SavedView.search(desk, request.part("id")).id();
    }

    private static String name(String given) {
        String name = given.strip();
        if (name.isEmpty() || name.length() > SavedSearch.LONGEST_NAME) {
            throw Problem.bad("a search is saved by a name of 1 to " + SavedSearch.LONGEST_NAME + " characters");
        }
        return name;
    }

    private SavedSearch save(Request request, String name, String query) {
        String address = SearchQuery.of(query.startsWith("?") ? query.substring(1) : query)
                .address();
        if (address.length() > SavedSearch.LONGEST_QUERY) {
            throw Problem.bad("what the search looks for is longer than " + SavedSearch.LONGEST_QUERY
                    + " characters: make it shorter");
        }
        return saved().save(name(name), address, request.visitor().name());
    }

    /** From now on it tells an address; the secret that it signs with. */
    private String hook(String id, String address) {
        Poster.whyNot(address).ifPresent(why -> {
            throw Problem.bad("nothing can be sent to " + Problem.quoted(address) + ": " + why);
        });
        String secret = Alerts.newSecret();
        saved().hook(id, address.strip(), secret);
        return secret;
    }

    private void enable(String id) {
        saved().enable(id);
        alerts.soon();
    }

    /** Something that is done with saved searches. */
    private interface Doing {
        void with(SavedSearches saved) throws IOException;
    }

    private Response done(Doing doing) throws IOException {
        doing.with(saved());
        return Response.empty();
    }

    private Response back(Request request, Doing doing) throws IOException {
        doing.with(saved());
        return Response.seeOther("/searches/" + request.part("id"));
    }

    private Response feed(Request request) {
        byte[] feed = AtomFeed.of(SavedView.of(desk, request.part("id"), Optional.empty()));
        String tag = "\"" + digest(feed) + "\"";
        Response response = has(request.header("If-None-Match"), tag)
                ? Response.empty().status(304)
                : Response.of(200, AtomFeed.TYPE, out -> out.write(feed));
        return response.with("ETag", tag).with("Cache-Control", "no-cache");
    }

    private static boolean has(Optional<String> asked, String tag) {
        return asked.stream()
                .flatMap(all -> List.of(all.split(",", -1)).stream())
                .map(String::strip)
                // Compressed on its way it is the same, if weakly so.
                .map(one -> one.startsWith("W/") ? one.substring(2) : one)
                .anyMatch(one -> one.equals(tag) || one.equals("*"));
    }

    private static String digest(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
