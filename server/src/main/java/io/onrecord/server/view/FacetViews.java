package io.onrecord.server.view;

import io.onrecord.memory.Facets;
import io.onrecord.model.Form;
import io.onrecord.model.Stance;
import io.onrecord.search.Counts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What can be chosen of a search, with the links that choose it. */
final class FacetViews {

    private final SearchQuery query;
    private final Facets facets;
    private final Counts counts;
    private final Function<String, Optional<String>> names;

    /** @param names of identities, for those who made nothing of what was found */
    FacetViews(SearchQuery query, Facets facets, Function<String, Optional<String>> names) {
        this.query = query;
        this.facets = facets;
        this.counts = facets.counts();
        this.names = names;
    }

    List<FacetView> all() {
        return List.of(speakers(), stances(), forms(), outlets(), days(), origins());
    }

    private FacetView speakers() {
        Map<String, String> labels = new LinkedHashMap<>();
        Map<String, Long> values = new LinkedHashMap<>();
        facets.speakers().forEach(one -> {
            labels.put(one.id(), one.name());
            values.put(one.id(), one.count());
        });
        query.speakers()
                .forEach(
                        id -> labels.computeIfAbsent(id, one -> names.apply(one).orElse("nobody who is known")));
        return many(SearchQuery.SPEAKER, "Speaker", values, query.speakers(), id -> labels.getOrDefault(id, id));
    }

    private FacetView stances() {
        Map<String, Long> values = new LinkedHashMap<>();
        counts.stances().forEach((stance, count) -> values.put(SearchQuery.word(stance), count));
        return many(
                SearchQuery.STANCE,
                "Stance",
                values,
                query.stances().stream()
                        .sorted()
                        .map((Stance one) -> SearchQuery.word(one))
                        .toList(),
                Function.identity());
    }

    private FacetView forms() {
        Map<String, Long> values = new LinkedHashMap<>();
        counts.forms().forEach((form, count) -> values.put(SearchQuery.word(form), count));
        return many(
                SearchQuery.FORM,
                "Form",
                values,
                query.forms().stream()
                        .sorted()
                        .map((Form one) -> SearchQuery.word(one))
                        .toList(),
                Function.identity());
    }

    private FacetView outlets() {
        Map<String, Long> values = new LinkedHashMap<>(counts.outlets());
        // However it was typed, it is the one of that name.
        List<String> chosen = query.outlets().stream()
                .map(typed -> values.keySet().stream()
                        .filter(name -> folded(name).equals(folded(typed)))
                        .findFirst()
                        .orElse(typed))
                .toList();
        return many(SearchQuery.OUTLET, "Outlet", values, chosen, Function.identity());
    }

    private static String folded(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    private FacetView many(
            String name,
            String label,
            Map<String, Long> counted,
            List<String> chosen,
            Function<String, String> label2) {
        Map<String, Long> all = new LinkedHashMap<>(counted);
        chosen.forEach(value -> all.putIfAbsent(value, 0L));
        List<FacetView.Value> values = new ArrayList<>();
        all.forEach((value, count) -> {
            boolean isChosen = chosen.contains(value);
            List<String> next = new ArrayList<>(chosen);
            if (isChosen) {
                next.remove(value);
            } else {
                next.add(value);
            }
            values.add(new FacetView.Value(value, label2.apply(value), count, isChosen, link(Map.of(name, next))));
        });
        return new FacetView(name, label, values);
    }

    private FacetView days() {
        List<FacetView.Value> values = new ArrayList<>();
        counts.years().forEach((year, count) -> values.add(day(String.format(Locale.ROOT, "%04d", year), count)));
        counts.months().forEach((month, count) -> values.add(day(month.toString(), count)));
        counts.days().forEach((date, count) -> values.add(day(date.toString(), count)));
        return new FacetView("date", "Date", values);
    }

    private FacetView.Value day(String value, long count) {
        Optional<String> whole = Optional.of(value);
        boolean chosen = query.since().equals(whole) && query.until().equals(whole);
        List<String> next = chosen ? List.of() : List.of(value);
        return new FacetView.Value(
                value, value, count, chosen, link(Map.of(SearchQuery.SINCE, next, SearchQuery.UNTIL, next)));
    }

    private FacetView origins() {
        Map<String, Long> values = new LinkedHashMap<>();
        values.put("independent", counts.independent());
        values.put("copy", counts.copies());
        List<FacetView.Value> shown = new ArrayList<>();
        values.forEach((value, count) -> {
            boolean chosen = query.origin().equals(Optional.of(value));
            shown.add(new FacetView.Value(
                    value,
                    value.equals("copy") ? "in copies" : "in independent articles",
                    count,
                    chosen,
                    link(Map.of(SearchQuery.ORIGIN, chosen ? List.of() : List.of(value)))));
        });
        return new FacetView(SearchQuery.ORIGIN, "Origin", shown);
    }

    private String link(Map<String, List<String>> changed) {
        return SearchView.link(query, changed);
    }
}
