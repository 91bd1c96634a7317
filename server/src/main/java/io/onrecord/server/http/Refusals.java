package io.onrecord.server.http;

import io.onrecord.server.problem.Problem;
import java.util.Optional;
import org.eclipse.jetty.http.HttpException;
import org.jspecify.annotations.Nullable;

/** What the web server itself refuses, in words; of its own words nothing is shown, since they repeat what was sent. */
final class Refusals {

    private static final int DEEPEST = 10;

    private Refusals() {}

    /** The problem that a failure stands for, if it is one of the web server. */
    static Optional<Problem> of(Throwable failure) {
        @Nullable Throwable one = failure;
        for (int deep = 0; one != null && deep < DEEPEST; deep++) {
            if (one instanceof HttpException refused) {
                return Optional.of(of(refused.getCode()));
            }
            one = one.getCause();
        }
        return Optional.empty();
    }

    static Problem of(int status) {
        return switch (status) {
            case 400 -> Problem.bad("the request is not one of HTTP, or its address is spelled ambiguously");
            case 404 -> Problem.notFound("there is nothing at this address");
            case 405 -> new Problem(405, "Method not allowed", "this cannot be done with what the address names");
            case 408 -> new Problem(408, "Too slow", "the request did not arrive in time: send it again");
            case 413 ->
                new Problem(413, "Too large", "more was sent than the server takes at once: send less, or in parts");
            case 414 -> new Problem(414, "Too long", "the address is longer than the server takes");
            case 431 -> new Problem(431, "Headers too large", "the headers are longer than the server takes");
            case 503 -> new Problem(503, "Closing", "the desk is being closed: try again later");
            default -> new Problem(Math.max(400, Math.min(599, status)), "Refused", "the request cannot be answered");
        };
    }
}
