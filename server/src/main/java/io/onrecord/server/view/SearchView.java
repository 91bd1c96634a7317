package io.onrecord.server.view;

import io.onrecord.memory.Finding;
import io.onrecord.memory.People;
import io.onrecord.memory.Search;
import io.onrecord.search.Matches;
import io.onrecord.search.Order;
import io.onrecord.server.desk.Desk;
import io.onrecord.server.desk.Shelf;
import io.onrecord.server.http.Request;
import io.onrecord.store.Somebody;
import io.onrecord.store.Store;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a search finds.
 *
 * @param asked what is looked for
 * @param who whom the names that were asked for may mean
 * @param total how many statements there are
 * @param first number of the first that is shown, from 1; 0 where none is
 * @param hits some of them
 * @param next what comes behind them, as a path of the desk
 * @param previous what comes before them, likewise
 * @param facets what can be chosen, with counts
 * @param loosen where nothing is found: what would be without one of the choices
 * @param notes what whoever reads this should know of it
 */
public record SearchView(
        Asked asked,
        List<Called> who,
        long total,
        long first,
        List<HitView> hits,
        Optional<String> next,
        Optional<String> previous,
        List<FacetView> facets,
        List<Looser> loosen,
        List<String> notes) {

    /** Rows of a page. */
    public static final int ROWS = 20;

    /** So far a list can be paged through; all of it can be exported. */
    public static final int DEEPEST = 10_000;

    private static final String LIST = "search";

    /**
     * What is looked for, in the words of the address.
     *
     * @param query the part of the address behind the question mark
     */
    public record Asked(
            String q,
            List<String> who,
            boolean wordsOnly,
            Optional<String> since,
            Optional<String> until,
            Optional<String> origin,
            double minConfidence,
            String sort,
            String query) {

        static Asked of(SearchQuery query) {
            return new Asked(
                    query.q(),
                    query.who(),
                    query.wordsOnly(),
                    query.since(),
                    query.until(),
                    query.origin(),
                    query.minConfidence(),
                    SearchQuery.word(query.order()),
                    query.address());
        }
    }

    /**
     * A name that was asked for.
     *
     * @param name as it was typed
     * @param people whom it may mean
     * @param suggestions where it means nobody: whose names are like it
     */
    public record Called(String name, List<Person> people, List<Person> suggestions) {}

    /**
     * Somebody.
     *
     * @param id of the identity
     * @param name the fullest
     * @param kind {@code person}, {@code organisation} and so on
     * @param aliases other names
     * @param articles how many tell of them
     * @param link the search with this one in the place of the name
     */
    public record Person(String id, String name, String kind, List<String> aliases, int articles, String link) {}

    /**
     * A search that asks for less.
     *
     * @param without what it does not ask for
     * @param total how many statements it finds
     * @param link it, as a path of the desk
     */
    public record Looser(String without, long total, String link) {}

    /** What a request asks for. */
    public static SearchView of(Desk desk, Request request) {
        SearchQuery query = SearchQuery.of(request::parameters);
        int from = Cursor.of(request, LIST).map(cursor -> cursor.rows(DEEPEST)).orElse(0);
        return of(desk, query, from);
    }

    private static SearchView of(Desk desk, SearchQuery query, int from) {
        Shelf shelf = desk.shelf();
        Search search = shelf.search();
        People people = search.people();
        Map<String, List<Somebody>> called = query.called(people);
        Finding found = search.explore(
                query.choice(called.values().stream().flatMap(List::stream).toList()), from, ROWS);
        List<HitView> hits = hits(shelf.store(), found, Matches.of(query.words()));
        long total = found.total();
        int behind = from + ROWS;
        return new SearchView(
                Asked.of(query),
                called(query, people, called),
                total,
                hits.isEmpty() ? 0 : from + 1L,
                hits,
                behind < total && behind <= DEEPEST ? Optional.of(page(query, behind)) : Optional.empty(),
                from > 0 ? Optional.of(page(query, Math.max(0, from - ROWS))) : Optional.empty(),
                new FacetViews(
                                query,
                                found.facets(),
                                id -> shelf.store().identity(id).map(Somebody::name))
                        .all(),
                total == 0 ? looser(search, query) : List.of(),
                notes(desk, query, total, behind));
    }

    private static List<HitView> hits(Store store, Finding found, Matches matches) {
        return found.list().stream()
                .map(answer -> HitView.of(
                        answer,
                        matches,
                        store.claimsOf(List.of(answer.statement().id()))))
                .toList();
    }

    private static String page(SearchQuery query, int from) {
        Map<String, List<String>> parameters = new LinkedHashMap<>(query.parameters());
        if (from > 0) {
            parameters.put(Cursor.PARAMETER, List.of(Cursor.at(LIST, from).text()));
        }
        return path(parameters);
    }

    /** A search with some parameters changed, from its first page on. */
    static String link(SearchQuery query, Map<String, List<String>> changed) {
        Map<String, List<String>> parameters = new LinkedHashMap<>(query.parameters());
        parameters.putAll(changed);
        parameters.values().removeIf(List::isEmpty);
        return path(parameters);
    }

    private static String path(Map<String, List<String>> parameters) {
        String address = SearchQuery.address(parameters);
        return address.isEmpty() ? "/search" : "/search?" + address;
    }

    private static List<Called> called(SearchQuery query, People people, Map<String, List<Somebody>> called) {
        List<Called> all = new ArrayList<>();
        called.forEach((name, whom) -> all.add(new Called(
                name,
                whom.stream().map(one -> person(query, name, one)).toList(),
                whom.isEmpty()
                        ? people.like(name).stream()
                                .map(one -> person(query, name, one))
                                .toList()
                        : List.of())));
        return all;
    }

    private static Person person(SearchQuery query, String name, Somebody one) {
        List<String> others = new ArrayList<>(query.who());
        others.replaceAll(typed -> typed.equals(name) ? one.id() : typed);
        return new Person(
                one.id(),
                one.name(),
                SearchQuery.word(one.kind()),
                one.aliases(),
                one.members(),
                link(query, Map.of(SearchQuery.WHO, others)));
    }

    private static List<Looser> looser(Search search, SearchQuery query) {
        Map<String, List<String>> parameters = query.parameters();
        Map<String, List<String>> choices = new LinkedHashMap<>();
        choices.put("the words", List.of(SearchQuery.Q));
        choices.put("the name", List.of(SearchQuery.WHO));
        choices.put("the words alone", List.of(SearchQuery.WORDS));
        choices.put("the stance", List.of(SearchQuery.STANCE));
        choices.put("the form", List.of(SearchQuery.FORM));
        choices.put("the outlet", List.of(SearchQuery.OUTLET));
        choices.put("the speaker", List.of(SearchQuery.SPEAKER));
        choices.put("the dates", List.of(SearchQuery.SINCE, SearchQuery.UNTIL));
        choices.put("the origin", List.of(SearchQuery.ORIGIN));
        choices.put("the confidence", List.of(SearchQuery.SURE));
        List<Looser> all = new ArrayList<>();
        choices.forEach((without, names) -> {
            if (names.stream().anyMatch(parameters::containsKey)) {
                Map<String, List<String>> fewer = new LinkedHashMap<>(parameters);
                names.forEach(fewer::remove);
                SearchQuery loose = SearchQuery.of(SearchQuery.address(fewer));
                long total = search.explore(loose.choice(search.people()), 0, 0).total();
                if (total > 0) {
                    all.add(new Looser(without, total, path(fewer)));
                }
            }
        });
        return all;
    }

    private static List<String> notes(Desk desk, SearchQuery query, long total, int behind) {
        List<String> notes = new ArrayList<>();
        if (query.words().cut()) {
            notes.add("What is looked for is longer than 2,000 characters; what comes behind them does not count.");
        }
        if (!query.q().isBlank()
                && query.words().isEmpty()
                && query.words().without().isEmpty()) {
            notes.add("What was typed has no words, so everything passes.");
        }
        if (behind > DEEPEST && behind < total) {
            notes.add(String.format(Locale.ROOT, "A list ends at row %,d. Choose less, or export all of it.", DEEPEST));
        }
        if (query.order() == Order.BEST && total > 0 && query.words().isEmpty()) {
            // Nothing can be better without words.
            notes.add("The latest come first.");
        }
        behind(desk).ifPresent(notes::add);
        return notes;
    }

    /** What the index leaves out as yet. */
    private static Optional<String> behind(Desk desk) {
        Shelf shelf = desk.shelf();
        long articles = shelf.search().lag().articles();
        if (articles == 0) {
            return Optional.empty();
        }
        String count = String.format(Locale.ROOT, "%,d", articles);
        return Optional.of(
                articles == 1
                        ? "One article has come or changed and cannot be found yet."
                        : count + " articles have come or changed and cannot be found yet.");
    }
}
