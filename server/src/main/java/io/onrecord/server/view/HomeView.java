package io.onrecord.server.view;

import io.onrecord.claims.ClaimSummary;
import io.onrecord.server.desk.Desk;
import io.onrecord.store.Arrived.Mark;
import io.onrecord.store.ClaimQuery;
import io.onrecord.store.Counts;
import io.onrecord.store.Store;
import io.onrecord.store.Visit;
import io.onrecord.store.Watched;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The first page.
 *
 * @param articles on record, every version counted
 * @param statements on record
 * @param speakers on record; who is the same over articles counts once
 * @param demo whether these are made up
 * @param problem why made-up articles cannot be shown; empty where they can, or are not needed
 * @param news what is new to the visitor
 * @param latest the articles that came last
 * @param disputed the claims that most is said against
 * @param waiting how many statements nobody looked at yet
 * @param feeds those that are watched
 * @param jobs what waits to be read, or is read just now
 * @param searches the saved searches that found something since somebody looked
 */
public record HomeView(
        long articles,
        long statements,
        long speakers,
        boolean demo,
        Optional<String> problem,
        VisitView news,
        List<ArticleLine> latest,
        List<ClaimLine> disputed,
        long waiting,
        FeedCounts feeds,
        List<JobsView.Line> jobs,
        List<SavedListView.Saved> searches) {

    private static final int LATEST = 10;
    private static final int DISPUTED = 5;
    private static final int JOBS = 50;
    private static final Set<String> UNDER_WAY = Set.of("waiting", "reading");

    /**
     * A claim in a list.
     *
     * @param id of the claim
     * @param wording the words that stand for all of its wordings
     * @param statements how many put it
     * @param outlets how many carry it
     * @param origins how many of the articles that carry it are independent: copies count once
     * @param disputes how many statements deny, reject or contradict it
     */
    public record ClaimLine(String id, String wording, int statements, int outlets, int origins, int disputes) {

        static ClaimLine of(ClaimSummary claim) {
            return new ClaimLine(
                    claim.id(),
                    claim.wording(),
                    claim.statements(),
                    claim.outlets(),
                    claim.origins(),
                    claim.disputes());
        }
    }

    /**
     * The feeds that are watched.
     *
     * @param watched how many, without those that are paused
     * @param failing how many of them could not be had at the last look
     */
    public record FeedCounts(long watched, long failing) {

        static FeedCounts of(List<Watched> feeds) {
            return new FeedCounts(
                    feeds.stream().filter(feed -> !feed.paused()).count(),
                    feeds.stream()
                            .filter(feed -> !feed.paused() && feed.health().failures() > 0)
                            .count());
        }
    }

    public HomeView {
        latest = List.copyOf(latest);
        disputed = List.copyOf(disputed);
        jobs = List.copyOf(jobs);
        searches = List.copyOf(searches);
    }

    /** As it is now, to a visitor; not a visit. */
    public static HomeView of(Desk desk, String visitor) {
        return of(desk, visitor, desk.shelf().store().visits().of(visitor));
    }

    /** As it is now, on a visit. */
    public static HomeView of(Desk desk, String visitor, Optional<Visit> visit) {
        Store store = desk.shelf().store();
        Counts counts = store.counts();
        ClaimQuery disputed =
                new ClaimQuery(LocalDate.MIN, LocalDate.MAX, Optional.empty(), Optional.empty(), true, DISPUTED);
        return new HomeView(
                counts.articles(),
                counts.statements(),
                counts.identities(),
                desk.isDemo(),
                desk.demoProblem(),
                VisitView.of(store, visitor, visit),
                store.arrivals().latest(Mark.START, Optional.empty(), LATEST).stream()
                        .map(ArticleLine::of)
                        .toList(),
                store.claims(disputed).stream().map(ClaimLine::of).toList(),
                store.reviews().progress().waiting(),
                FeedCounts.of(desk.own().store().feeds().all()),
                JobsView.of(desk.jobs(), JOBS).jobs().stream()
                        .filter(job -> UNDER_WAY.contains(job.phase()))
                        .toList(),
                store.saved().all().stream()
                        .map(SavedListView.Saved::of)
                        .filter(search -> search.fresh() > 0)
                        .toList());
    }
}
