package io.onrecord.server.http;

import io.onrecord.server.problem.Problem;

/** What went wrong, as a problem to show; for errors that are no {@link Problem} of their own. */
@FunctionalInterface
public interface Problems {

    /** Never fails, and tells a stranger nothing of this machine. */
    Problem of(Throwable failure);
}
