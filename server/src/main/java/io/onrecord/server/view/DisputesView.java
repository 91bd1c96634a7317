package io.onrecord.server.view;

import io.onrecord.model.Dispute;
import io.onrecord.server.desk.Shelf;
import io.onrecord.server.http.Request;
import io.onrecord.server.problem.Problem;
import io.onrecord.store.DisputeQuery;
import io.onrecord.store.DisputedEdge;
import io.onrecord.store.Somebody;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Who disputes or backs whom, with the words.
 *
 * @param kinds that were asked for; none for all
 * @param speaker who stands at one of the ends
 * @param outlet that carries the statement that disputes
 * @param since the first day of publication, as it was given
 * @param until the last
 * @param edges the latest first
 * @param namesakes of whom one is to be chosen, where several have the name that was asked for
 * @param next where the list goes on
 */
public record DisputesView(
        Set<Dispute.Kind> kinds,
        Optional<Who> speaker,
        Optional<String> outlet,
        Optional<String> since,
        Optional<String> until,
        List<EdgeLine> edges,
        List<Somebody> namesakes,
        Optional<String> next) {

    private static final String LIST = "disputes";
    private static final int PAGE = 25;

    /** Some edges and where they go on. */
    record Part(List<EdgeLine> edges, Optional<String> next) {}

    public DisputesView {
        edges = List.copyOf(edges);
        namesakes = List.copyOf(namesakes);
    }

    /**
     * Reads what is asked for.
     *
     * @throws Problem with status 400 if a parameter is none of its kind
     */
    public static DisputesView of(Shelf shelf, Request request) {
        Optional<String> name = Filters.text(request, "speaker");
        List<Somebody> called =
                name.map(asked -> shelf.search().people().called(asked)).orElse(List.of());
        Optional<Who> speaker = name.map(asked -> called.size() == 1
                ? new Who(Optional.of(called.get(0).id()), called.get(0).name())
                : new Who(Optional.empty(), asked));
        boolean unknown = speaker.isPresent() && called.size() != 1;
        Part part = unknown
                ? new Part(List.of(), Optional.empty())
                : part(shelf, request, speaker.flatMap(Who::id), DisputeQuery.End.ANY);
        return new DisputesView(
                kinds(request),
                speaker,
                Filters.text(request, "outlet"),
                Filters.text(request, "since"),
                Filters.text(request, "until"),
                part.edges,
                !unknown
                        ? List.of()
                        : called.isEmpty() ? shelf.search().people().like(name.get()) : called,
                part.next);
    }

    static Part part(Shelf shelf, Request request, Optional<String> speaker, DisputeQuery.End end) {
        int limit = request.number("limit", PAGE, 1, 200);
        DisputeQuery query = new DisputeQuery(
                kinds(request),
                speaker,
                end,
                Filters.text(request, "outlet"),
                Filters.since(request),
                Filters.until(request),
                Cursor.of(request, LIST).map(DisputesView::place),
                limit);
        List<DisputedEdge> found = shelf.store().disputes().list(query);
        boolean more = found.size() > limit;
        List<DisputedEdge> page = more ? found.subList(0, limit) : found;
        return new Part(
                page.stream().map(EdgeLine::of).toList(),
                more ? Optional.of(cursor(page.get(page.size() - 1).place())) : Optional.empty());
    }

    private static Set<Dispute.Kind> kinds(Request request) {
        EnumSet<Dispute.Kind> kinds = EnumSet.noneOf(Dispute.Kind.class);
        for (String given : request.parameters("kind")) {
            kinds.add(Arrays.stream(Dispute.Kind.values())
                    .filter(kind -> kind.name().equals(given.strip().toUpperCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() -> Problem.bad("there is no kind " + Problem.quoted(given) + ": it is one of "
                            + String.join(
                                    ", ",
                                    Arrays.stream(Dispute.Kind.values())
                                            .map(Labels::kind)
                                            .toList()))));
        }
        return kinds;
    }

    private static DisputedEdge.Place place(Cursor cursor) {
        String day = cursor.keys(3).get(0);
        return new DisputedEdge.Place(day, (int) cursor.number(1), (int) cursor.number(2));
    }

    private static String cursor(DisputedEdge.Place place) {
        return Cursor.behind(LIST, place.day(), Integer.toString(place.article()), Integer.toString(place.edge()))
                .text();
    }

    /** All kinds there are. */
    public static List<Dispute.Kind> known() {
        return List.of(Dispute.Kind.values());
    }
}
