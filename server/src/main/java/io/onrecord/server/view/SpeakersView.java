package io.onrecord.server.view;

import io.onrecord.memory.People;
import io.onrecord.model.SpeakerKind;
import io.onrecord.server.desk.Shelf;
import io.onrecord.server.http.Request;
import io.onrecord.store.Somebody;
import io.onrecord.store.SpeakerPage;
import io.onrecord.store.SpeakerProfile;
import io.onrecord.store.SpeakerQuery;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Who is on record.
 *
 * @param q the name that was asked for
 * @param kind the kind that was asked for
 * @param sort {@code statements} or {@code name}
 * @param speakers some of them, in their order
 * @param suggestions whom a name that nobody has may mean
 * @param next where the list goes on
 */
public record SpeakersView(
        Optional<String> q,
        Optional<SpeakerKind> kind,
        String sort,
        List<SpeakerProfile> speakers,
        List<Somebody> suggestions,
        Optional<String> next) {

    private static final String LIST = "speakers";
    private static final int PAGE = 50;

    public SpeakersView {
        speakers = List.copyOf(speakers);
        suggestions = List.copyOf(suggestions);
    }

    /**
     * Reads what is asked for.
     *
     * @throws io.onrecord.server.problem.Problem with status 400 if a parameter is none of its kind
     */
    public static SpeakersView of(Shelf shelf, Request request) {
        Optional<String> q = Filters.text(request, "q");
        Optional<SpeakerKind> kind = Filters.constant(request, "kind", SpeakerKind.class);
        SpeakerQuery.Order order =
                Filters.constant(request, "sort", SpeakerQuery.Order.class).orElse(SpeakerQuery.Order.STATEMENTS);
        String sort = order.name().toLowerCase(Locale.ROOT);
        if (q.isPresent()) {
            return called(shelf, q.get(), kind, sort);
        }
        // By another order a place would be another.
        String list = LIST + "-" + sort + kind.map(one -> "-" + one).orElse("");
        Optional<SpeakerQuery.After> after = Cursor.of(request, list).map(cursor -> after(cursor, order));
        SpeakerPage page = shelf.store()
                .people()
                .list(new SpeakerQuery(kind, order, after, request.number("limit", PAGE, 1, 500)));
        return new SpeakersView(
                q,
                kind,
                sort,
                page.list(),
                List.of(),
                page.next()
                        .map(next -> Cursor.behind(list, next.key(), next.id()).text()));
    }

    private static SpeakerQuery.After after(Cursor cursor, SpeakerQuery.Order order) {
        List<String> keys = cursor.keys(2);
        if (order == SpeakerQuery.Order.STATEMENTS) {
            cursor.number(0);
        }
        return new SpeakerQuery.After(keys.get(0), keys.get(1));
    }

    private static SpeakersView called(Shelf shelf, String name, Optional<SpeakerKind> kind, String sort) {
        People people = shelf.search().people();
        List<SpeakerProfile> found = people.called(name).stream()
                .filter(one -> kind.isEmpty() || kind.get() == one.kind())
                .map(one -> shelf.store().people().get(one.id()))
                .flatMap(Optional::stream)
                .toList();
        return new SpeakersView(
                Optional.of(name),
                kind,
                sort,
                found,
                found.isEmpty() ? people.like(name) : List.of(),
                Optional.empty());
    }
}
