package io.onrecord.evaluation;

import io.onrecord.evaluation.ClaimChain.Edge;
import io.onrecord.evaluation.ClaimChain.Linked;
import io.onrecord.evaluation.ClaimsGold.Place;
import io.onrecord.evaluation.ClaimsGold.Stated;
import io.onrecord.model.CodePoints;
import io.onrecord.model.Dispute.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * Disputes that were found against gold ones, which go from a statement to a claim.
 *
 * <p>A found edge <i>reaches</i> a gold claim: if it goes to a statement, each claim that the gold statement aligned with that one
 * puts; if it goes to a claim, each that at least half of the aligned statements of the found claim put. It is right where its own
 * statement is aligned with that of a gold edge whose claim it reaches, and the kinds agree. A gold edge is found where a found edge
 * is right for it. Found edges of the same statement, kind and claim count once; those of statements that gold does not have are
 * wrong; gold edges of statements that were not found are missed.
 */
final class DisputeScore {

    private static final Set<Kind> WEAKENING = Set.of(Kind.DENIES, Kind.REJECTS, Kind.CONTRADICTS, Kind.CONCEDES);
    private static final Set<Kind> TURNING_DOWN = Set.of(Kind.DENIES, Kind.REJECTS);

    private final ClaimsGold gold;
    private final Map<Place, Stated> statements = new HashMap<>();
    private final Map<String, Place> aligned;
    private final Linked linked;
    private final Map<String, List<String>> members;
    private final Map<Place, List<ClaimsGold.Edge>> goldEdges = new HashMap<>();
    private final List<Edge> found;

    /**
     * @param aligned of each found statement with a partner, by its id, its place in the gold
     * @param found the edges of statements in the articles' own text
     */
    DisputeScore(ClaimsGold gold, Map<String, Place> aligned, Linked linked, List<Edge> found) {
        this.gold = gold;
        this.aligned = Map.copyOf(aligned);
        this.linked = linked;
        this.members = linked.members(aligned.keySet());
        for (ClaimsGold.Labelled article : gold.articles()) {
            article.statements()
                    .forEach((id, stated) ->
                            statements.put(new Place(article.article().address(), id), stated));
        }
        gold.edges()
                .forEach(edge -> goldEdges
                        .computeIfAbsent(edge.from(), key -> new ArrayList<>())
                        .add(edge));
        Map<List<String>, Edge> once = new LinkedHashMap<>();
        for (Edge edge : found) {
            once.putIfAbsent(List.of(edge.from(), edge.claim(), edge.kind().name()), edge);
        }
        this.found = List.copyOf(once.values());
    }

    /** Every figure under a name, the main one first. */
    void report(String name, Map<String, Double> figures, Map<String, Long> counts) {
        measure(name, found, gold.edges(), (a, b) -> a == b, figures, counts);
        measure(name + ".lenient", found, gold.edges(), DisputeScore::isAlike, figures, counts);
        measure(
                name + ".weakening",
                those(found, edge -> WEAKENING.contains(edge.kind())),
                goldThose(edge -> WEAKENING.contains(edge.kind())),
                (a, b) -> true,
                figures,
                counts);
        measure(
                name + ".in-article",
                those(found, edge -> edge.statement().isPresent()),
                goldThose(edge -> edge.statement().isPresent()),
                (a, b) -> a == b,
                figures,
                counts);
        measure(
                name + ".in-article.worded",
                those(found, edge -> edge.statement().isPresent() && edge.kind() != Kind.CONTRADICTS),
                goldThose(edge -> edge.statement().isPresent() && edge.kind() != Kind.CONTRADICTS),
                (a, b) -> a == b,
                figures,
                counts);
        measure(
                name + ".worded",
                those(found, edge -> edge.kind() != Kind.CONTRADICTS),
                goldThose(edge -> edge.kind() != Kind.CONTRADICTS),
                (a, b) -> a == b,
                figures,
                counts);
        for (Kind kind : Kind.values()) {
            measure(
                    name + "." + kind.name().toLowerCase(Locale.ROOT),
                    those(found, edge -> edge.kind() == kind),
                    goldThose(edge -> edge.kind() == kind),
                    (a, b) -> a == b,
                    figures,
                    counts);
        }
        pairs(name + ".pairs", figures, counts);
        ends(name, figures, counts);
        evidence(name, figures, counts);
    }

    /** The main figure alone. */
    void reportShort(String name, Map<String, Double> figures, Map<String, Long> counts) {
        measure(name, found, gold.edges(), (a, b) -> a == b, figures, counts);
    }

    /** {@link Kind#CONTRADICTS} alone. */
    void reportContrary(String name, Map<String, Double> figures, Map<String, Long> counts) {
        measure(
                name,
                those(found, edge -> edge.kind() == Kind.CONTRADICTS),
                goldThose(edge -> edge.kind() == Kind.CONTRADICTS),
                (a, b) -> a == b,
                figures,
                counts);
    }

    /** Confidence of each found edge beside whether it is right. */
    Reliability reliability(Predicate<Edge> which) {
        Reliability reliability = new Reliability();
        for (Edge edge : those(found, which)) {
            reliability.add(edge.confidence(), right(edge, (a, b) -> a == b).isPresent());
        }
        return reliability;
    }

    /** Each edge on a line, for people: found ones, right or wrong, then those that were missed. */
    String listing() {
        StringBuilder out = new StringBuilder();
        Set<ClaimsGold.Edge> reached = new HashSet<>();
        for (Edge edge : found) {
            List<ClaimsGold.Edge> rights = rights(edge, (a, b) -> a == b);
            reached.addAll(rights);
            String to = edge.statement().map(this::shown).orElse("claim " + reached(edge));
            out.append(rights.isEmpty() ? "wrong " : "right ")
                    .append(String.format(Locale.ROOT, "%.2f ", edge.confidence()))
                    .append(shown(edge.from()))
                    .append(' ')
                    .append(edge.kind())
                    .append(' ')
                    .append(to)
                    .append('\n');
        }
        for (ClaimsGold.Edge edge : gold.edges()) {
            if (!reached.contains(edge)) {
                boolean there = aligned.containsValue(edge.from());
                out.append("missed ")
                        .append(shown(edge.from()))
                        .append(there ? " " : " (not found) ")
                        .append(edge.kind())
                        .append(" claim ")
                        .append(edge.claim())
                        .append(edge.statement().map(id -> " statement " + id).orElse(""))
                        .append('\n');
            }
        }
        return out.toString();
    }

    private String shown(String found) {
        Place place = aligned.get(found);
        return place == null ? "(not in gold)" : shown(place);
    }

    private static String shown(Place place) {
        return place.article() + " " + place.statement();
    }

    private static boolean isAlike(Kind one, Kind other) {
        return one == other || TURNING_DOWN.contains(one) && TURNING_DOWN.contains(other);
    }

    private static List<Edge> those(List<Edge> edges, Predicate<Edge> which) {
        return edges.stream().filter(which).toList();
    }

    private List<ClaimsGold.Edge> goldThose(Predicate<ClaimsGold.Edge> which) {
        return gold.edges().stream().filter(which).toList();
    }

    /** What is right may be right for any gold edge; what is to be found is some of them. */
    private void measure(
            String name,
            List<Edge> some,
            List<ClaimsGold.Edge> wanted,
            BiPredicate<Kind, Kind> kinds,
            Map<String, Double> figures,
            Map<String, Long> counts) {
        long right = 0;
        for (Edge edge : some) {
            right += right(edge, kinds).isPresent() ? 1 : 0;
        }
        Set<ClaimsGold.Edge> reached = new HashSet<>();
        for (Edge edge : found) {
            reached.addAll(rights(edge, kinds));
        }
        long hit = wanted.stream().filter(reached::contains).count();
        put(name, share(right, some.size()), share(hit, wanted.size()), figures);
        counts.put(name + ".correct", right);
        counts.put(name + ".predicted", (long) some.size());
        counts.put(name + ".gold", (long) wanted.size());
    }

    private Optional<ClaimsGold.Edge> right(Edge edge, BiPredicate<Kind, Kind> kinds) {
        return rights(edge, kinds).stream().findFirst();
    }

    /** The gold edges that a found one is right for. */
    private List<ClaimsGold.Edge> rights(Edge edge, BiPredicate<Kind, Kind> kinds) {
        Place from = aligned.get(edge.from());
        if (from == null) {
            return List.of();
        }
        Set<String> reached = reached(edge);
        return goldEdges.getOrDefault(from, List.of()).stream()
                .filter(one -> reached.contains(one.claim()) && kinds.test(one.kind(), edge.kind()))
                .toList();
    }

    private Set<String> reached(Edge edge) {
        if (edge.statement().isPresent()) {
            Place place = aligned.get(edge.statement().get());
            return place == null ? Set.of() : Set.copyOf(stated(place).claims());
        }
        List<String> ofClaim = members.getOrDefault(edge.claim(), List.of());
        Map<String, Integer> votes = new HashMap<>();
        for (String member : ofClaim) {
            Place place = aligned.get(member);
            if (place != null) {
                Set.copyOf(stated(place).claims()).forEach(claim -> votes.merge(claim, 1, Integer::sum));
            }
        }
        Set<String> reached = new HashSet<>();
        votes.forEach((claim, count) -> {
            if (2 * count >= ofClaim.size()) {
                reached.add(claim);
            }
        });
        return reached;
    }

    private Stated stated(Place place) {
        return Objects.requireNonNull(statements.get(place));
    }

    /**
     * The same counted once for two claims and a kind, however many statements state the one; what puts no proposition stands for
     * itself. A found pair is right where at least half of its edges are.
     */
    private void pairs(String name, Map<String, Double> figures, Map<String, Long> counts) {
        Set<ClaimsGold.Edge> reached = new HashSet<>();
        Map<List<String>, long[]> groups = new LinkedHashMap<>();
        for (Edge edge : found) {
            List<ClaimsGold.Edge> rights = rights(edge, (a, b) -> a == b);
            reached.addAll(rights);
            long[] tally = groups.computeIfAbsent(
                    List.of(
                            linked.claimOf(edge.from()),
                            edge.claim(),
                            edge.kind().name()),
                    key -> new long[2]);
            tally[0] += rights.isEmpty() ? 0 : 1;
            tally[1]++;
        }
        long right = groups.values().stream()
                .filter(tally -> 2 * tally[0] >= tally[1])
                .count();
        Set<List<String>> wanted = new LinkedHashSet<>();
        Set<List<String>> hit = new HashSet<>();
        for (ClaimsGold.Edge edge : gold.edges()) {
            String from = stated(edge.from())
                    .claim()
                    .orElse(edge.from().article() + " " + edge.from().statement());
            List<String> pair = List.of(from, edge.claim(), edge.kind().name());
            wanted.add(pair);
            if (reached.contains(edge)) {
                hit.add(pair);
            }
        }
        put(name, share(right, groups.size()), share(hit.size(), wanted.size()), figures);
        counts.put(name + ".correct", right);
        counts.put(name + ".predicted", (long) groups.size());
        counts.put(name + ".gold", (long) wanted.size());
    }

    /** Of how many gold edges both ends were found at all: no linking can do better than that. */
    private void ends(String name, Map<String, Double> figures, Map<String, Long> counts) {
        Set<Place> there = Set.copyOf(aligned.values());
        Set<String> claims = new HashSet<>();
        there.forEach(place -> claims.addAll(stated(place).claims()));
        long both = 0;
        for (ClaimsGold.Edge edge : gold.edges()) {
            boolean target = edge.statement()
                    .map(id -> there.contains(new Place(edge.from().article(), id)))
                    .orElseGet(() -> claims.contains(edge.claim()));
            both += there.contains(edge.from()) && target ? 1 : 0;
        }
        figures.put(
                name + ".ends-found",
                AttributionScore.rounded(share(both, gold.edges().size()), 2));
        counts.put(name + ".ends-found.correct", both);
        counts.put(name + ".ends-found.gold", (long) gold.edges().size());
    }

    /** Of the right edges, how many have words in common with the gold's evidence, and the mean Jaccard index of the two. */
    private void evidence(String name, Map<String, Double> figures, Map<String, Long> counts) {
        Map<String, CodePoints> points = new HashMap<>();
        gold.articles()
                .forEach(article -> points.put(
                        article.article().address(),
                        CodePoints.of(article.article().text().value())));
        double sum = 0;
        long overlaps = 0;
        long all = 0;
        for (Edge edge : found) {
            Optional<ClaimsGold.Edge> right = right(edge, (a, b) -> a == b);
            if (right.isPresent()) {
                double likeness = StatementMatch.jaccard(
                        edge.evidence(),
                        right.get().evidence(),
                        Objects.requireNonNull(points.get(right.get().from().article())));
                sum += likeness;
                overlaps += likeness > 0 ? 1 : 0;
                all++;
            }
        }
        if (all > 0) {
            figures.put(name + ".evidence", AttributionScore.rounded(share(overlaps, all), 2));
            counts.put(name + ".evidence.correct", overlaps);
            counts.put(name + ".evidence.gold", all);
            figures.put(name + ".evidence.jaccard", AttributionScore.rounded(sum / all, 4));
        }
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : 100.0 * part / whole;
    }

    private static void put(String name, double precision, double recall, Map<String, Double> figures) {
        double sum = precision + recall;
        figures.put(name + ".precision", AttributionScore.rounded(precision, 2));
        figures.put(name + ".recall", AttributionScore.rounded(recall, 2));
        figures.put(name + ".f1", AttributionScore.rounded(sum == 0 ? 0 : 2 * precision * recall / sum, 2));
    }
}
