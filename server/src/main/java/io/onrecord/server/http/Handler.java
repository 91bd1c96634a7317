package io.onrecord.server.http;

import io.onrecord.server.problem.Problem;
import java.io.IOException;

/** Answers requests, on any thread. */
@FunctionalInterface
public interface Handler {

    /**
     * Answers.
     *
     * @throws Problem if what was asked for cannot be had, with the status that says so
     * @throws IOException if the request cannot be read to its end
     */
    Response handle(Request request) throws IOException;
}
