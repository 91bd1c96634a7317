package io.onrecord.server.page;

import io.onrecord.server.http.Handler;
import io.onrecord.server.http.Request;
import io.onrecord.server.http.Response;
import io.onrecord.server.problem.Problem;
import io.onrecord.server.view.GoneView;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What addresses of speakers and claims lead to that are no more: ids go over articles, so they change when an earlier article is read, and where people say that
 * two are one. Such an address leads to what has taken its place; where nothing has, it says so.
 *
 * @param what a speaker or a claim
 * @param exists whether there is one of an id
 * @param now id of what has taken the place of another
 */
record Gone(String what, Pages pages, Predicate<String> exists, Function<String, Optional<String>> now) {

    /** A page, unless it is another one's. */
    Handler page(Handler page) {
        return request -> {
            String id = request.part("id");
            if (exists.test(id)) {
                return page.handle(request);
            }
            Optional<String> other = now.apply(id);
            return other.isPresent()
                    ? Response.moved(address(request, other.get()))
                    : pages.page(request, "gone.jte", new GoneView(what, id)).status(404);
        };
    }

    /** Likewise for programs. */
    Handler twin(Handler twin) {
        return request -> {
            String id = request.part("id");
            if (exists.test(id)) {
                return twin.handle(request);
            }
            return now.apply(id)
                    .map(other -> Response.moved(address(request, other)))
                    .orElseThrow(() -> Problem.notFound("there is no such " + what + " as " + Problem.quoted(id)
                            + ": it may have been made of an article that was forgotten or read anew"));
        };
    }

    /** The same of another one. */
    private String address(Request request, String other) {
        // Behind the part of the path that says what it is; ids are digits.
        String path = request.path().replaceFirst("(/" + what + "s/)[^/]+", "$1" + other);
        return request.query().isEmpty() ? path : path + "?" + request.query();
    }
}
