package io.onrecord.evaluation;

import io.onrecord.evaluation.ClaimChain.Edge;
import io.onrecord.evaluation.ClaimChain.Linked;
import io.onrecord.evaluation.ClaimsGold.Labelled;
import io.onrecord.evaluation.ClaimsGold.Place;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Records with what goes over them.
 *
 * @param aligned of each statement that gold has, by its id, its place there
 * @param edges of statements in the articles' own text, by the id of the article
 * @param statements how many there are in the articles' own text
 */
record ClaimRun(Map<String, Place> aligned, Linked linked, Map<String, List<Edge>> edges, int statements) {

    static ClaimRun of(ClaimsGold gold, List<ArticleRecord> records, ClaimChain chain) {
        Map<String, Labelled> articles = new HashMap<>();
        gold.articles().forEach(it -> articles.put(it.article().address(), it));
        Linked linked = chain.link(records);
        Map<String, Place> aligned = new HashMap<>();
        Map<String, String> addresses = new HashMap<>();
        Map<String, List<Edge>> edges = new LinkedHashMap<>();
        for (ArticleRecord record : records) {
            String address = record.article().address();
            Labelled article = Objects.requireNonNull(articles.get(address), address);
            StatementMatch.of(article, record).forEach((found, id) -> aligned.put(found, new Place(address, id)));
            Set<String> known = new HashSet<>();
            record.statements().stream()
                    .filter(StatementMatch::isText)
                    .map(Statement::id)
                    .forEach(known::add);
            known.forEach(id -> addresses.put(id, address));
            record.disputes().stream()
                    .filter(dispute -> known.contains(dispute.from()))
                    .map(dispute -> new Edge(
                            dispute.from(),
                            linked.claimOf(dispute.to()),
                            Optional.of(dispute.to()),
                            dispute.kind(),
                            dispute.evidence(),
                            dispute.confidence()))
                    .forEach(edge -> edges.computeIfAbsent(address, key -> new ArrayList<>())
                            .add(edge));
        }
        for (Edge edge : linked.edges()) {
            String address = addresses.get(edge.from());
            if (address != null) {
                edges.computeIfAbsent(address, key -> new ArrayList<>()).add(edge);
            }
        }
        return new ClaimRun(aligned, linked, edges, addresses.size());
    }

    BCubed claims(ClaimsGold gold) {
        Map<Place, String> names = new HashMap<>();
        aligned.forEach((id, place) -> names.put(place, linked.claimOf(id)));
        BCubed score = new BCubed();
        WordGroups.forEachClaimed(
                gold,
                (place, stated) -> score.add(
                        stated.claim().orElseThrow(),
                        names.getOrDefault(place, "none of " + place.article() + " " + place.statement())));
        return score;
    }

    DisputeScore disputes(ClaimsGold gold) {
        List<Edge> some = new ArrayList<>();
        Set<String> addresses = new HashSet<>();
        for (Labelled article : gold.articles()) {
            addresses.add(article.article().address());
            some.addAll(edges.getOrDefault(article.article().address(), List.of()));
        }
        Map<String, Place> ofThese = new HashMap<>(aligned);
        ofThese.values().removeIf(place -> !addresses.contains(place.article()));
        return new DisputeScore(gold, ofThese, linked, some);
    }

    /** Of each event what a run of its own found, the others left out. */
    static ClaimRun joined(ClaimsGold gold, Map<String, ClaimRun> byEvent) {
        Map<String, Place> aligned = new HashMap<>();
        Map<String, String> claims = new HashMap<>();
        List<Edge> over = new ArrayList<>();
        Map<String, List<Edge>> edges = new LinkedHashMap<>();
        int statements = 0;
        for (Labelled article : gold.articles()) {
            String address = article.article().address();
            ClaimRun run = Objects.requireNonNull(byEvent.get(article.event()));
            run.aligned.forEach((id, place) -> {
                if (place.article().equals(address)) {
                    aligned.put(id, place);
                    claims.put(id, run.linked.claimOf(id));
                }
            });
            List<Edge> own = run.edges.getOrDefault(address, List.of());
            edges.put(address, own);
            over.addAll(own);
            statements = run.statements;
        }
        return new ClaimRun(aligned, new Linked(claims, over), edges, statements);
    }
}
