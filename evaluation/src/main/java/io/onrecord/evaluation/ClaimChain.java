package io.onrecord.evaluation;

import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Dispute;
import io.onrecord.model.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes claims of the statements of articles that were read, and finds which statement disputes which claim. */
interface ClaimChain {

    /** Each statement is a claim of its own, and only what the records say is disputed. */
    ClaimChain NONE = records -> new Linked(Map.of(), List.of());

    /**
     * Over all articles at once.
     *
     * @param records whose own disputes are heeded, too
     */
    Linked link(List<ArticleRecord> records);

    /**
     * What goes over articles.
     *
     * @param claims by the id of the statement, the name of its claim; a statement that is not there has one of its own
     * @param edges beside those of the records
     */
    record Linked(Map<String, String> claims, List<Edge> edges) {
        public Linked {
            claims = Map.copyOf(claims);
            edges = List.copyOf(edges);
        }

        String claimOf(String statement) {
            return claims.getOrDefault(statement, statement);
        }

        /** Of each claim the statements among some. */
        Map<String, List<String>> members(Iterable<String> statements) {
            Map<String, List<String>> members = new HashMap<>();
            for (String statement : statements) {
                members.computeIfAbsent(claimOf(statement), key -> new ArrayList<>())
                        .add(statement);
            }
            return members;
        }
    }

    /**
     * A dispute as it was found.
     *
     * @param from id of a statement
     * @param claim name of the claim that it goes to
     * @param statement id of the statement of the same article that is meant; empty where it goes to another article
     */
    record Edge(
            String from,
            String claim,
            Optional<String> statement,
            Dispute.Kind kind,
            List<Span> evidence,
            double confidence) {}
}
