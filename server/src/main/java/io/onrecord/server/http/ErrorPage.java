package io.onrecord.server.http;

import io.onrecord.server.problem.Problem;
import java.util.Map;

/** A problem as a page. */
@FunctionalInterface
public interface ErrorPage {

    /**
     * What could not be answered.
     *
     * @param address that was asked for, path and query, where asking again may do better; else empty
     * @param cookies that came with it, as they were sent
     */
    record Asked(String address, Map<String, String> cookies) {
        public Asked {
            cookies = Map.copyOf(cookies);
        }
    }

    /** The HTML of it; never fails, whatever state the store is in. */
    String html(Problem problem, Asked asked);
}
