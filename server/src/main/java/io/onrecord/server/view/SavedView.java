package io.onrecord.server.view;

import io.onrecord.memory.Answer;
import io.onrecord.search.Matches;
import io.onrecord.search.Words;
import io.onrecord.server.desk.Desk;
import io.onrecord.server.desk.Shelf;
import io.onrecord.server.http.Request;
import io.onrecord.server.problem.Problem;
import io.onrecord.store.Delivery;
import io.onrecord.store.SavedHit;
import io.onrecord.store.SavedHook;
import io.onrecord.store.SavedSearch;
import io.onrecord.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A saved search with what it found since it was saved.
 *
 * @param search which it is
 * @param hits what it found, the latest first; statements that are gone are left out
 * @param next what comes behind them, as a path of the desk
 * @param hook whom it tells
 * @param deliveries how that went, the latest first
 * @param secret of the hook, in the one answer to its making
 */
public record SavedView(
        SavedListView.Saved search,
        List<Found> hits,
        Optional<String> next,
        Optional<Hook> hook,
        List<Sent> deliveries,
        Optional<String> secret) {

    /** Rows of a page. */
    public static final int ROWS = 50;

    private static final String LIST = "saved";

    /**
     * A statement that was found.
     *
     * @param foundAt when, ISO 8601
     * @param fresh whether nobody looked since
     * @param statement it
     */
    public record Found(String foundAt, boolean fresh, HitView statement) {}

    /**
     * Whom a search tells.
     *
     * @param address that it is sent to
     * @param waiting how many statements are still to be sent
     * @param failures how often in a row it could not be sent
     * @param disabled why it is not tried any more
     */
    public record Hook(String address, long waiting, int failures, Optional<String> disabled) {
        static Hook of(SavedHook hook) {
            return new Hook(hook.address(), hook.waiting(), hook.failures(), hook.disabled());
        }
    }

    /**
     * An attempt to tell.
     *
     * @param at when, ISO 8601
     * @param statements how many were sent
     * @param status what the other side answered
     * @param problem why it counts as failed
     */
    public record Sent(String at, int statements, Optional<Integer> status, Optional<String> problem) {
        static Sent of(Delivery delivery) {
            return new Sent(delivery.at().toString(), delivery.statements(), delivery.status(), delivery.problem());
        }
    }

    /**
     * The one that a request names.
     *
     * @throws Problem with status 404 if there is none
     */
    public static SavedView of(Desk desk, Request request) {
        long before = Cursor.of(request, LIST).map(cursor -> cursor.number(0)).orElse(Long.MAX_VALUE);
        return of(desk, request.part("id"), before, Optional.empty());
    }

    /**
     * One of them.
     *
     * @param secret of its hook, if it is to be shown
     * @throws Problem with status 404 if there is none
     */
    public static SavedView of(Desk desk, String id, Optional<String> secret) {
        return of(desk, id, Long.MAX_VALUE, secret);
    }

    private static SavedView of(Desk desk, String id, long before, Optional<String> secret) {
        Store store = desk.shelf().store();
        SavedSearch search = search(desk, id);
        List<SavedHit> hits = store.saved().hits(id, before, ROWS + 1);
        List<SavedHit> shown = hits.subList(0, Math.min(ROWS, hits.size()));
        Optional<String> next = hits.size() > ROWS
                ? Optional.of("/searches/" + id + "?" + Cursor.PARAMETER + "="
                        + Cursor.at(LIST, shown.get(ROWS - 1).number()).text())
                : Optional.empty();
        return new SavedView(
                SavedListView.Saved.of(search),
                found(desk.shelf(), search, shown),
                next,
                store.saved().hook(id).map(Hook::of),
                store.saved().deliveries(id).stream().map(Sent::of).toList(),
                secret);
    }

    /**
     * One of them, by itself.
     *
     * @throws Problem with status 404 if there is none
     */
    public static SavedSearch search(Desk desk, String id) {
        return desk.shelf()
                .store()
                .saved()
                .get(id)
                .orElseThrow(() -> Problem.notFound(
                        "there is no saved search " + Problem.quoted(id) + ": it may have been deleted"));
    }

    /** Hits as they are shown; those of statements that are gone are left out. */
    public static List<Found> found(Shelf shelf, SavedSearch search, List<SavedHit> hits) {
        Matches matches = Matches.of(words(search));
        List<Found> found = new ArrayList<>();
        for (SavedHit hit : hits) {
            answer(shelf.store(), hit)
                    .ifPresent(answer -> found.add(new Found(
                            hit.foundAt().toString(),
                            !hit.seen(),
                            HitView.of(answer, matches, shelf.store().claimsOf(List.of(hit.statementId()))))));
        }
        return found;
    }

    /** Of one that makes no sense to this version, none. */
    private static Words words(SavedSearch search) {
        try {
            return SearchQuery.of(search.query()).words();
        } catch (Problem e) {
            return Words.NONE;
        }
    }

    private static Optional<Answer> answer(Store store, SavedHit hit) {
        return store.kept(hit.article())
                .flatMap(kept -> kept.corrected().record().statements().stream()
                        .filter(statement -> statement.id().equals(hit.statementId()))
                        .findFirst()
                        .map(statement -> new Answer(kept, statement, 0, List.of(), OptionalDouble.empty())));
    }
}
