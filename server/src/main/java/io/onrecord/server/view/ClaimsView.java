package io.onrecord.server.view;

import io.onrecord.claims.ClaimSummary;
import io.onrecord.memory.OutletNames;
import io.onrecord.search.Words;
import io.onrecord.server.desk.Shelf;
import io.onrecord.server.http.Request;
import io.onrecord.server.list.Walk;
import io.onrecord.store.ClaimPage;
import io.onrecord.store.ClaimQuery;
import io.onrecord.store.Somebody;
import io.onrecord.store.StoredClaimList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Claims: the most disputed and most carried first, or those first that have most of some words.
 *
 * @param q words that were asked for
 * @param speaker who has part in them
 * @param outlet that carries them
 * @param since the first day of publication, as it was given
 * @param until the last
 * @param disputed whether only what somebody denies, rejects or contradicts was asked for
 * @param claims some of them
 * @param namesakes of whom one is to be chosen, where several have the name that was asked for
 * @param outlets that may be meant, where none has the name that was asked for
 * @param next where the list goes on
 */
public record ClaimsView(
        Optional<String> q,
        Optional<Who> speaker,
        Optional<String> outlet,
        Optional<String> since,
        Optional<String> until,
        boolean disputed,
        List<ClaimSummary> claims,
        List<Somebody> namesakes,
        List<String> outlets,
        Optional<String> next) {

    private static final String LIST = "claims";
    private static final String BY_WORDS = "claims-by-words";
    private static final int PAGE = 25;
    private static final int DEEPEST = 1_000;
    private static final int NEAR = 5;
    private static final int MOST = 200;

    /** Nobody finds more; what is over is no list any more. */
    private static final int MOST_FOUND = 1_000_000;

    /** Some claims and where they go on. */
    private record Part(List<ClaimSummary> claims, Optional<String> next) {
        static final Part NONE = new Part(List.of(), Optional.empty());
    }

    public ClaimsView {
        claims = List.copyOf(claims);
        namesakes = List.copyOf(namesakes);
        outlets = List.copyOf(outlets);
    }

    /**
     * Reads what is asked for.
     *
     * @throws io.onrecord.server.problem.Problem with status 400 if a parameter is none of its kind
     */
    public static ClaimsView of(Shelf shelf, Request request) {
        return of(shelf, request, false);
    }

    /** All that is asked for, wherever the request begins; of what words find, the summaries are in memory. */
    static Iterator<ClaimSummary> all(Shelf shelf, Request request) {
        return Filters.text(request, "q").filter(q -> !Words.of(q).isEmpty()).isPresent()
                ? of(shelf, request, true).claims().iterator()
                : Walk.of(request, MOST, part -> of(shelf, part), ClaimsView::claims, ClaimsView::next);
    }

    /** @param whole whether all that words find is asked for, not a part of it */
    private static ClaimsView of(Shelf shelf, Request request, boolean whole) {
        Optional<String> name = Filters.text(request, "speaker");
        List<Somebody> called =
                name.map(asked -> shelf.search().people().called(asked)).orElse(List.of());
        Optional<Who> speaker = name.map(asked -> called.size() == 1
                ? new Who(Optional.of(called.get(0).id()), called.get(0).name())
                : new Who(Optional.empty(), asked));
        Optional<String> asked = Filters.text(request, "outlet");
        OutletNames known = OutletNames.of(shelf.store());
        Optional<String> outlet = asked.flatMap(known::named);
        boolean disputed = Filters.text(request, "disputed")
                .filter(value -> !value.equals("false"))
                .isPresent();
        boolean unknown = name.isPresent() && called.size() != 1 || asked.isPresent() && outlet.isEmpty();
        StoredClaimList.Filter filter = new StoredClaimList.Filter(
                speaker.flatMap(Who::id), outlet, Filters.since(request), Filters.until(request), disputed);
        Words words = Words.of(Filters.text(request, "q").orElse(""));
        Part part = unknown
                ? Part.NONE
                : words.isEmpty() ? listed(shelf, request, filter) : found(shelf, request, words, filter, whole);
        return new ClaimsView(
                Filters.text(request, "q"),
                speaker,
                outlet.or(() -> asked),
                Filters.text(request, "since"),
                Filters.text(request, "until"),
                disputed,
                part.claims,
                name.isEmpty() || called.size() == 1
                        ? List.of()
                        : called.isEmpty() ? shelf.search().people().like(name.get()) : called,
                asked.isPresent() && outlet.isEmpty() ? known.near(asked.get(), NEAR) : List.of(),
                part.next);
    }

    private static Part listed(Shelf shelf, Request request, StoredClaimList.Filter filter) {
        ClaimPage page = shelf.store()
                .claimList()
                .page(filter, Cursor.of(request, LIST).map(ClaimsView::after), request.number("limit", PAGE, 1, MOST));
        return new Part(page.list(), page.next().map(ClaimsView::cursor));
    }

    private static Part found(Shelf shelf, Request request, Words words, StoredClaimList.Filter filter, boolean whole) {
        int limit = whole ? MOST_FOUND : request.number("limit", PAGE, 1, MOST);
        int from = whole
                ? 0
                : Cursor.of(request, BY_WORDS)
                        .map(cursor -> cursor.rows(DEEPEST))
                        .orElse(0);
        List<ClaimSummary> all = shelf.claims()
                .find(
                        words,
                        true,
                        new ClaimQuery(
                                filter.since(),
                                filter.until(),
                                filter.outlet(),
                                filter.speaker()
                                        .flatMap(id -> shelf.store().people().get(id))
                                        .map(one -> one.name()),
                                filter.disputed(),
                                from + limit + 1));
        List<ClaimSummary> page = all.subList(Math.min(from, all.size()), Math.min(from + limit, all.size()));
        return new Part(
                page,
                all.size() > from + limit && from + limit <= DEEPEST
                        ? Optional.of(Cursor.at(BY_WORDS, from + limit).text())
                        : Optional.empty());
    }

    private static ClaimPage.After after(Cursor cursor) {
        List<String> keys = cursor.keys(5);
        return new ClaimPage.After(
                (int) cursor.number(0),
                (int) cursor.number(1),
                (int) cursor.number(2),
                (int) cursor.number(3),
                keys.get(4));
    }

    private static String cursor(ClaimPage.After after) {
        return Cursor.behind(
                        LIST,
                        Integer.toString(after.disputes()),
                        Integer.toString(after.origins()),
                        Integer.toString(after.outlets()),
                        Integer.toString(after.statements()),
                        after.id())
                .text();
    }
}
