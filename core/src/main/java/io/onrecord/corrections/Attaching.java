package io.onrecord.corrections;

import io.onrecord.corrections.Change.SpansAre;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Attribution;
import io.onrecord.model.Location;
import io.onrecord.model.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which statement which corrections are about. Anchors of one statement may differ: it was corrected as different models cut it. So
 * anchors that fit one another are one group first; what stands in the record exactly so is never grouped with another such. Then
 * groups look for their statements, the best fit first.
 */
final class Attaching {

    private final List<Statement> statements;
    private final Optional<String> title;
    /** Statements of the record by their places. */
    private final Map<Places, Integer> exact = new LinkedHashMap<>();

    private final List<Group> groups = new ArrayList<>();

    /** Corrections of one statement. */
    private static final class Group {
        private final List<Places> places = new ArrayList<>();
        private final TreeMap<Integer, Correction> corrections = new TreeMap<>();
        private @Nullable Integer statement;

        double fit(Places other) {
            return places.stream().mapToDouble(one -> one.fit(other)).max().orElse(0);
        }

        void take(Group other) {
            places.addAll(other.places);
            corrections.putAll(other.corrections);
            statement = statement == null ? other.statement : statement;
        }
    }

    /** A group and a statement that fit. */
    private record Pair(int group, int statement, double fit) {}

    private Attaching(ArticleRecord record) {
        this.statements = record.statements();
        this.title = record.article().metadata().title();
        for (int i = 0; i < statements.size(); i++) {
            exact.putIfAbsent(places(statements.get(i).attribution()), i);
        }
    }

    /** What people said of each statement: those of the record in its order, then those that it has not. */
    static List<Dossier> of(ArticleRecord record, List<Correction> corrections) {
        Attaching attaching = new Attaching(record);
        attaching.group(corrections);
        attaching.join();
        attaching.attach();
        return attaching.dossiers();
    }

    private static Places places(Attribution words) {
        return new Places(words.in(), words.cue(), words.content());
    }

    /** Corrections with the same anchor, and where they put the spans, are one group. */
    private void group(List<Correction> corrections) {
        Map<Places, Group> byPlaces = new LinkedHashMap<>();
        Map<Places, Group> stale = new LinkedHashMap<>();
        for (int i = 0; i < corrections.size(); i++) {
            Anchor anchor = corrections.get(i).anchor();
            Places at = new Places(anchor.in(), anchor.cue(), anchor.content());
            if (isStale(anchor)) {
                stale.computeIfAbsent(at, places -> new Group()).corrections.put(i, corrections.get(i));
            } else {
                byPlaces.computeIfAbsent(at, this::begin).corrections.put(i, corrections.get(i));
            }
        }
        groups.addAll(stale.values());
        groups.addAll(byPlaces.values());
    }

    /** Whether it is about a title that has changed since: the same places now hold other words. */
    private boolean isStale(Anchor anchor) {
        if (anchor.in() == Location.TEXT) {
            return false;
        }
        return title.isEmpty()
                || anchor.content().get(anchor.content().size() - 1).end()
                        > title.get().length()
                || !Anchor.words(title.get(), anchor.content()).equals(anchor.words());
    }

    private Group begin(Places places) {
        Group group = new Group();
        group.places.add(places);
        group.statement = exact.get(places);
        return group;
    }

    /** Joins groups that fit one another, unless the record tells them apart. */
    private void join() {
        for (Group group : groups) {
            for (Correction correction : group.corrections.values()) {
                if (correction.change() instanceof SpansAre spans && !group.places.isEmpty()) {
                    Places moved = new Places(correction.anchor().in(), spans.cue(), spans.content());
                    group.places.add(moved);
                    group.statement = group.statement == null ? exact.get(moved) : group.statement;
                }
            }
        }
        for (int i = 0; i < groups.size(); i++) {
            for (int j = groups.size() - 1; j > i; j--) {
                Group one = groups.get(i);
                Group other = groups.get(j);
                boolean apart =
                        one.statement != null && other.statement != null && !one.statement.equals(other.statement);
                if (!apart && other.places.stream().anyMatch(place -> one.fit(place) > 0)) {
                    one.take(other);
                    groups.remove(j);
                    // The group has grown: what did not fit before may fit now.
                    j = groups.size();
                }
            }
        }
    }

    private void attach() {
        boolean[] taken = new boolean[statements.size()];
        List<Pair> pairs = new ArrayList<>();
        for (Group group : groups) {
            if (group.statement != null) {
                taken[group.statement] = true;
            }
        }
        for (int g = 0; g < groups.size(); g++) {
            for (int s = 0; groups.get(g).statement == null && s < statements.size(); s++) {
                double fit = taken[s]
                        ? 0
                        : groups.get(g).fit(places(statements.get(s).attribution()));
                if (fit > 0) {
                    pairs.add(new Pair(g, s, fit));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::fit)
                .reversed()
                .thenComparingInt(Pair::statement)
                .thenComparingInt(Pair::group));
        for (Pair pair : pairs) {
            Group group = groups.get(pair.group);
            if (group.statement == null && !taken[pair.statement]) {
                group.statement = pair.statement;
                taken[pair.statement] = true;
            }
        }
    }

    private List<Dossier> dossiers() {
        List<Group> sorted = new ArrayList<>(groups);
        sorted.sort(Comparator.comparingInt(group -> group.statement == null ? Integer.MAX_VALUE : group.statement));
        return sorted.stream()
                .map(group -> new Dossier(
                        List.copyOf(group.corrections.values()),
                        Optional.ofNullable(group.statement).map(statements::get)))
                .toList();
    }
}
