package io.onrecord.server.view;

import io.onrecord.server.desk.Desk;
import io.onrecord.server.problem.Problem;
import io.onrecord.store.FeedArrival;
import io.onrecord.store.Watched;
import java.util.List;
import java.util.Optional;

/**
 * One feed, and what came of it.
 *
 * @param feed itself
 * @param entries what came of its entries, the last first
 * @param next where those before them begin; empty where there are none
 */
public record FeedView(FeedLine feed, List<Entry> entries, Optional<String> next) {

    private static final String LIST = "feed";
    private static final int PAGE = 50;

    /**
     * What came of an entry.
     *
     * @param address of its page
     * @param came when, to the second
     * @param article what came of it; empty where nothing did
     * @param problem why nothing did
     */
    public record Entry(String address, String came, Optional<ArticleLine> article, Optional<String> problem) {

        static Entry of(FeedArrival entry) {
            return new Entry(
                    entry.address(), entry.cameAt().toString(), entry.article().map(ArticleLine::of), entry.problem());
        }
    }

    public FeedView {
        entries = List.copyOf(entries);
    }

    /**
     * As it is now.
     *
     * @param cursor the place that is asked for, as {@link Cursor#text}; empty for the beginning
     * @throws Problem with status 404 if it is not watched, 400 if the cursor is of another list
     */
    public static FeedView of(Desk desk, String id, Optional<String> cursor) {
        Watched feed = desk.own()
                .store()
                .feeds()
                .get(id)
                .orElseThrow(() -> Problem.notFound("no feed " + Problem.quoted(id) + " is watched"));
        Optional<Long> before = cursor.map(text -> Cursor.of(text, LIST)).map(place -> place.number(0));
        List<FeedArrival> found = desk.own().store().feeds().entries(id, before, PAGE + 1);
        List<FeedArrival> shown = found.subList(0, Math.min(PAGE, found.size()));
        return new FeedView(
                FeedLine.of(feed),
                shown.stream().map(Entry::of).toList(),
                found.size() > PAGE
                        ? Optional.of(Cursor.behind(
                                        LIST, Long.toString(shown.get(PAGE - 1).number()))
                                .text())
                        : Optional.empty());
    }
}
