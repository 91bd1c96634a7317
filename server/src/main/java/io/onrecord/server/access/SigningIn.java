package io.onrecord.server.access;

import io.onrecord.server.http.Access;
import io.onrecord.server.http.ErrorPage;
import io.onrecord.server.http.Gate;
import io.onrecord.server.http.Method;
import io.onrecord.server.http.Request;
import io.onrecord.server.http.Response;
import io.onrecord.server.http.Route;
import io.onrecord.server.page.Pages;
import io.onrecord.server.problem.Problem;
import io.onrecord.store.DeskUsers.Owner;
import io.onrecord.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The door of a shared desk: who comes in, and the pages on which one signs in and out. A token goes from a form into a session, and a
 * link's from behind the {@code #} of its address, which no browser sends, so that it stands in no log and no other address. Safe to
 * share between threads.
 */
public final class SigningIn implements ErrorPage, AutoCloseable {

    private static final String PATH = "/signin";
    private static final String LINK = "/link";

    private final Accounts accounts;
    private final Pages pages;
    private final Attempts attempts = new Attempts(System::nanoTime);
    private final LastSeen seen;
    private final SharedGate gate;

    public SigningIn(Store store, Pages pages) {
        this.accounts = new Accounts(store);
        this.pages = pages;
        this.seen = new LastSeen(accounts);
        this.gate = new SharedGate(accounts, attempts, seen);
    }

    /** Whether somebody has a token. */
    public boolean anybody() {
        return !accounts.isEmpty();
    }

    public Gate gate() {
        return gate;
    }

    public List<Route> routes() {
        List<Route> routes = new ArrayList<>(new Sharing(accounts, pages).routes());
        routes.addAll(List.of(
                new Route(Method.GET, PATH, Access.PUBLIC, request -> page(request, "", request.parameter("to"))),
                new Route(Method.POST, PATH, Access.PUBLIC, this::signIn),
                new Route(Method.GET, LINK, Access.PUBLIC, request -> link(request, "")),
                new Route(Method.POST, LINK, Access.PUBLIC, this::follow),
                new Route(Method.POST, "/signout", Access.PUBLIC, this::signOut)));
        return routes;
    }

    private Response page(Request request, String problem, Optional<String> to) {
        return pages.show(request, "signin.jte", new SignInView(way(to), problem));
    }

    private Response link(Request request, String problem) {
        return pages.show(request, "link.jte", new SignInView("", problem));
    }

    private Response signIn(Request request) {
        Optional<String> to = request.field("to");
        if (!attempts.mayTry(request.peer())) {
            return refused(page(request, SharedGate.tooMany().detail(), to));
        }
        Optional<Owner> owner = request.field("token").flatMap(accounts::ofUser);
        return owner.isEmpty()
                ? wrong(request, page(request, "This is no token of this desk: take care to paste all of it.", to))
                : welcome(request, owner.get(), way(to));
    }

    private Response follow(Request request) {
        if (!attempts.mayTry(request.peer())) {
            return refused(link(request, SharedGate.tooMany().detail()));
        }
        Optional<Owner> owner = request.field("token").flatMap(accounts::ofLink);
        if (owner.isEmpty()) {
            return wrong(
                    request, link(request, "This link has ended, or is not whole: ask whoever sent it for another."));
        }
        String way = new Guest(owner.get(), true).only().orElse("/");
        // Whoever is signed in sees more than the link shows, and stays so.
        boolean known = Cookies.session(request)
                .flatMap(accounts::ofSession)
                .flatMap(Owner::user)
                .isPresent();
        return known ? Response.seeOther(way) : welcome(request, owner.get(), way);
    }

    private Response wrong(Request request, Response page) {
        attempts.failed(request.peer());
        return page.status(401);
    }

    private static Response refused(Response page) {
        return page.status(429).with("Retry-After", "60");
    }

    private Response welcome(Request request, Owner owner, String way) {
        Accounts.Session session = accounts.begin(owner)
                .orElseThrow(() -> new Problem(401, "Sign in", "you were removed from this desk just now"));
        // Whoever was signed in here before is not any more.
        Cookies.session(request).ifPresent(accounts::end);
        seen.note(owner);
        return Response.seeOther(way).with("Set-Cookie", Cookies.set(request, session.words(), session.lasts()));
    }

    private Response signOut(Request request) {
        Cookies.session(request).ifPresent(accounts::end);
        return Response.seeOther(PATH).with("Set-Cookie", Cookies.clear(request));
    }

    /** A place of this desk, and no other: what browsers might take for another host is none. */
    private static String way(Optional<String> to) {
        return to.filter(path -> path.startsWith("/")
                        && !path.startsWith("//")
                        && path.indexOf('\\') < 0
                        && path.chars().allMatch(letter -> letter > ' ' && letter < 127)
                        && !path.startsWith(PATH))
                .orElse("/");
    }

    @Override
    public String html(Problem problem, Asked asked) {
        return problem.status() == 401
                ? pages.show("signin.jte", new SignInView(way(Optional.of(asked.address())), ""), asked)
                : pages.html(problem, asked);
    }

    @Override
    public void close() {
        seen.close();
    }
}
