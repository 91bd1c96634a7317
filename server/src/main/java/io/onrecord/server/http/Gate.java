package io.onrecord.server.http;

import io.onrecord.server.problem.Problem;

/** Says who asks, and refuses whom a route is not for. Safe to share between threads. */
@FunctionalInterface
public interface Gate {

    /**
     * Lets a request in.
     *
     * @throws Problem with status 401 if it has to say who asks, 403 if that one may not
     */
    Visitor admit(Request request, Access access);
}
