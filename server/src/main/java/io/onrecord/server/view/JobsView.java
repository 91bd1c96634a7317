package io.onrecord.server.view;

import io.onrecord.server.desk.Job;
import io.onrecord.server.desk.Jobs;
import io.onrecord.server.http.Request;
import java.util.List;
import java.util.Optional;

/**
 * Jobs, the newest first.
 *
 * @param jobs without what they kept and skipped one by one
 * @param next where the list goes on; empty at its end
 */
public record JobsView(List<Line> jobs, Optional<String> next) {

    private static final String LIST = "jobs";
    private static final int PAGE = 100;
    private static final int MOST = 200;

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
        return new JobsView(lines(jobs.newest(most)), Optional.empty());
    }

    /**
     * Those that are asked for.
     *
     * @throws io.onrecord.server.problem.Problem with status 400 if a parameter is none of its kind
     */
    public static JobsView of(Jobs jobs, Request request) {
        int limit = request.number("limit", PAGE, 1, MOST);
        List<Job> all = jobs.newest(Integer.MAX_VALUE);
        int from = Cursor.of(request, LIST)
                .map(cursor -> behind(all, cursor.keys(1).get(0)))
                .orElse(0);
        List<Job> shown = all.subList(from, (int) Math.min(all.size(), (long) from + limit));
        return new JobsView(
                lines(shown),
                from + shown.size() < all.size()
                        ? Optional.of(
                                Cursor.behind(LIST, shown.get(shown.size() - 1).id())
                                        .text())
                        : Optional.empty());
    }

    /** How many come before what follows a job; what is forgotten is at the end. */
    private static int behind(List<Job> all, String id) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).id().equals(id)) {
                return i + 1;
            }
        }
        return all.size();
    }

    private static List<Line> lines(List<Job> jobs) {
        return jobs.stream()
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
                .toList();
    }
}
