package io.onrecord.evaluation;

import io.onrecord.claims.Claim;
import io.onrecord.claims.ClaimDisputes;
import io.onrecord.claims.Claims;
import io.onrecord.claims.Matcher;
import io.onrecord.claims.Proposition;
import io.onrecord.claims.Propositions;
import io.onrecord.disputes.Disputes;
import io.onrecord.encoder.SentenceEncoder;
import io.onrecord.encoder.SentenceVector;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Dispute;
import io.onrecord.model.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Claims and their disputes as the store makes them, all at once. */
final class MeaningChain implements ClaimChain {

    /** What the store puts between the pieces of a content. */
    private static final String GAP = " … ";

    private final SentenceNetworks networks;

    private MeaningChain(SentenceNetworks networks) {
        this.networks = networks;
    }

    /** The chain; {@link ClaimChain#NONE} where there is nothing to compare sentences with. */
    static ClaimChain of(Optional<SentenceNetworks> networks) {
        return networks.<ClaimChain>map(MeaningChain::new).orElse(NONE);
    }

    @Override
    public Linked link(List<ArticleRecord> records) {
        try (SentenceEncoder sentences = networks.openSentences()) {
            return Prepared.of(records, sentences).link(Matcher.plain());
        }
    }

    /**
     * All that claims are made of but what compares it.
     *
     * @param propositions the first of a statement with the vector of its content, as the store has it
     * @param words edges of the articles themselves
     */
    record Prepared(List<Proposition> propositions, List<Dispute> words, List<ClaimDisputes.Reference> references) {

        static Prepared of(List<ArticleRecord> records, SentenceEncoder sentences) {
            List<Proposition> propositions = new ArrayList<>();
            List<Dispute> words = new ArrayList<>();
            List<ClaimDisputes.Reference> references = new ArrayList<>();
            for (ArticleRecord record : records) {
                propositions.addAll(withVectors(record, sentences));
                words.addAll(record.disputes());
                references.addAll(
                        ClaimDisputes.references(Disputes.find(record.article(), record.speakers(), record.statements())
                                .pending()));
            }
            return new Prepared(propositions, words, references);
        }

        Linked link(Matcher matcher) {
            Claims claims = Claims.of(propositions, matcher, List.of());
            Map<String, String> names = new HashMap<>();
            for (Claim claim : claims.claims()) {
                for (Claim.Member member : claim.members()) {
                    if (member.propositionId().equals(member.statementId())) {
                        names.put(member.statementId(), claim.id());
                    }
                }
            }
            List<Edge> edges =
                    ClaimDisputes.of(claims.claims(), propositions, claims.links(), words, references).stream()
                            .map(edge -> new Edge(
                                    edge.from(),
                                    edge.claim(),
                                    Optional.empty(),
                                    edge.kind(),
                                    edge.evidence(),
                                    edge.confidence()))
                            .toList();
            return new Linked(names, edges);
        }
    }

    private static List<Proposition> withVectors(ArticleRecord record, SentenceEncoder encoder) {
        List<String> contents = new ArrayList<>();
        for (Statement statement : record.statements()) {
            String text = record.textOf(statement.attribution().in());
            contents.add(statement.attribution().content().stream()
                    .map(span -> span.of(text))
                    .collect(Collectors.joining(GAP)));
        }
        List<SentenceVector> vectors = encoder.encode(contents);
        Map<String, SentenceVector> byStatement = new HashMap<>();
        for (int i = 0; i < contents.size(); i++) {
            byStatement.put(record.statements().get(i).id(), vectors.get(i));
        }
        List<Proposition> meant = new ArrayList<>();
        for (Proposition proposition : Propositions.of(record)) {
            SentenceVector vector = byStatement.get(proposition.statementId());
            meant.add(proposition.part() > 0 || vector == null ? proposition : proposition.with(vector.bytes()));
        }
        return meant;
    }
}
