package io.onrecord.server.view;

import io.onrecord.server.desk.Jobs;
import io.onrecord.server.http.Request;
import java.util.Optional;

/**
 * Where articles are given to be read.
 *
 * @param address that another page sent along
 * @param jobs the newest
 */
public record ReadView(Optional<String> address, JobsView jobs) {

    private static final int RECENT = 10;

    /** As it is now. */
    public static ReadView of(Jobs jobs, Request request) {
        return new ReadView(request.parameter("address"), JobsView.of(jobs, RECENT));
    }
}
