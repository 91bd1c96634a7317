package io.onrecord.server.page;

import io.onrecord.server.desk.Desk;
import io.onrecord.server.http.Access;
import io.onrecord.server.http.Method;
import io.onrecord.server.http.Request;
import io.onrecord.server.http.Response;
import io.onrecord.server.http.Route;
import java.util.List;
import java.util.Map;

/** What every page has in common and that can be asked for by itself: light or dark, and how far the work behind the pages is. */
public final class Looks {

    private static final long YEAR_SECONDS = 31_536_000;

    private final Desk desk;
    private final Pages pages;

    public Looks(Desk desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    public List<Route> routes() {
        return List.of(
                new Route(Method.POST, "/theme", Access.PUBLIC, Looks::theme),
                Route.get("/parts/upkeep", this::upkeep));
    }

    private static Response theme(Request request) {
        Theme chosen = Theme.of(request.parameter("theme"));
        return Response.seeOther(back(request.parameter("back").orElse("/")))
                .with(
                        "Set-Cookie",
                        Theme.COOKIE + "=" + chosen.word() + "; Path=/; Max-Age=" + YEAR_SECONDS + "; SameSite=Lax");
    }

    /** A page of the desk and never one elsewhere, however the address is written: browsers take a second slash for a host's. */
    private static String back(String address) {
        boolean own = address.startsWith("/")
                && !address.startsWith("//")
                && address.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '\\');
        return own ? address : "/";
    }

    private Response upkeep(Request request) {
        return pages.part(
                "upkeep.jte",
                Map.of(
                        "state", desk.shelf().upkeep().state(),
                        "visitor", request.visitor(),
                        "was", request.parameter("was").isPresent()));
    }
}
