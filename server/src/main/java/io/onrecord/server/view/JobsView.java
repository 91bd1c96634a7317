package io.onrecord.server.view;

import io.onrecord.server.desk.Job;
import io.onrecord.server.desk.Jobs;
import java.util.List;

/**
 * Jobs, the newest first.
 *
 * @param jobs without what they kept and skipped one by one
 */
public record JobsView(List<Line> jobs) {

    /**
     * A job in a list.
     *
     * @param id of it
     * @param phase waiting, reading, done, stopped or failed
     * @param by who asked for it
     * @param what the first of its inputs
     * @param inputs how many it has
     * @param asked when, ISO 8601
     * @param keeps how many articles were kept
     * @param skips how many were not
     */
    public record Line(
            String id, String phase, String by, String what, int inputs, String asked, long keeps, long skips) {}

    public JobsView {
        jobs = List.copyOf(jobs);
    }

    /** The newest. */
    public static JobsView of(Jobs jobs, int most) {
        return new JobsView(jobs.newest(most).stream()
                .map(Job::state)
                .map(JobView::of)
                .map(job -> new Line(
                        job.id(),
                        job.phase(),
                        job.by(),
                        job.inputs().get(0),
                        job.inputs().size(),
                        job.asked(),
                        job.keeps(),
                        job.skips()))
                .toList());
    }
}
