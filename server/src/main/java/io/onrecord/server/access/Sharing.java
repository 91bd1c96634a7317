package io.onrecord.server.access;

import io.onrecord.server.http.Access;
import io.onrecord.server.http.Method;
import io.onrecord.server.http.Request;
import io.onrecord.server.http.Response;
import io.onrecord.server.http.Route;
import io.onrecord.server.list.Listing;
import io.onrecord.server.page.Pages;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The page on which editors make links for others, and end them. */
final class Sharing {

    private static final String PATH = "/links";
    private static final int DAYS = 30;
    private static final int MOST_DAYS = 366;

    private final Accounts accounts;
    private final Pages pages;
    private final Clock clock = Clock.systemUTC();

    Sharing(Accounts accounts, Pages pages) {
        this.accounts = accounts;
        this.pages = pages;
    }

    List<Route> routes() {
        Listing list = Listing.whole("links", LinksView.Item.class, request -> view("", "", ""), LinksView::links);
        return List.of(
                new Route(
                        Method.GET,
                        PATH,
                        Access.EDIT,
                        pages.listed(
                                PATH,
                                request -> pages.page(
                                        request,
                                        "links.jte",
                                        view(
                                                request.parameter("opens")
                                                        .filter(Accounts::isPage)
                                                        .orElse(""),
                                                "",
                                                ""),
                                        list),
                                list)),
                new Route(
                        Method.GET,
                        Pages.API + PATH,
                        Access.EDIT,
                        pages.listed(PATH, request -> Response.json(view("", "", "")), list)),
                new Route(Method.POST, PATH, Access.EDIT, this::make),
                new Route(Method.POST, PATH + "/{prefix}/end", Access.EDIT, this::end));
    }

    /** What a form led to, which has no address of its own. */
    private Response page(Request request, String opens, String made, String problem) {
        return pages.show(request, "links.jte", view(opens, made, problem));
    }

    private LinksView view(String opens, String made, String problem) {
        Instant now = clock.instant();
        List<LinksView.Item> links = accounts.links().stream()
                .filter(link -> link.expiresAt().isAfter(now))
                .map(LinksView.Item::of)
                .toList();
        return new LinksView(opens, made, problem, links);
    }

    private Response make(Request request) {
        String opens = request.field("opens").map(String::strip).orElse("");
        int days = request.number("days", DAYS, 1, MOST_DAYS);
        try {
            String token = accounts.link(
                    Optional.of(opens).filter(page -> !page.isEmpty()),
                    request.visitor().name(),
                    clock.instant().plus(Duration.ofDays(days)));
            String desk = (request.isSecure() ? "https://" : "http://")
                    + request.header("Host").orElse("localhost");
            return page(request, "", desk + "/link#" + token, "");
        } catch (IllegalArgumentException e) {
            return page(request, opens, "", String.valueOf(e.getMessage())).status(422);
        }
    }

    private Response end(Request request) {
        accounts.removeLink(request.part("prefix"));
        return Response.seeOther(PATH);
    }
}
