package io.onrecord.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.Networks;
import io.onrecord.Onrecord;
import io.onrecord.claims.ClaimView;
import io.onrecord.demo.Demo;
import io.onrecord.disputes.Disputes;
import io.onrecord.encoder.PairScorer;
import io.onrecord.encoder.SentenceEncoder;
import io.onrecord.memory.Claiming;
import io.onrecord.memory.ProgressListener;
import io.onrecord.memory.VectorStep;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Dispute;
import io.onrecord.model.Span;
import io.onrecord.store.Store;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code evaluate claims} measures is what users get: the edges that a store has of the same articles. */
@Tag("long")
class EdgesOfAStoreTest {

    private static final SentenceNetworks SHIPPED = new SentenceNetworks() {
        @Override
        public PairScorer openPairs() {
            return Networks.pairs(Optional.empty());
        }

        @Override
        public SentenceEncoder openSentences() {
            return Networks.sentences();
        }
    };

    private record Shown(String from, String claim, Dispute.Kind kind, List<Span> evidence, double confidence) {}

    @TempDir
    Path folder;

    @Test
    void theEdgesThatAreMeasuredAreThoseOfAStore() {
        List<ArticleRecord> records = new ArrayList<>();
        List<Shown> kept = new ArrayList<>();
        try (Store store = Store.open(folder.resolve("demo.db").toString())) {
            fill(store);
            store.records().forEachRemaining(records::add);
            store.allClaims().forEachRemaining(claim -> kept.addAll(shown(claim)));
        }

        List<Shown> measured = MeaningChain.of(Optional.of(SHIPPED)).link(records).edges().stream()
                .map(edge -> new Shown(edge.from(), edge.claim(), edge.kind(), edge.evidence(), edge.confidence()))
                .toList();

        assertThat(measured).hasSizeGreaterThan(50).containsExactlyInAnyOrderElementsOf(kept);
        assertThat(records)
                .as("articles name what others of other articles stated, which makes no edge")
                .anyMatch(record ->
                        Disputes.find(record.article(), record.speakers(), record.statements()).pending().stream()
                                .anyMatch(pending -> !pending.spelled()));
    }

    private static void fill(Store store) {
        try (Onrecord onrecord = Onrecord.open()) {
            Demo.put(store, Demo.articles(), onrecord, ProgressListener.NONE);
        }
        try (SentenceEncoder sentences = Networks.sentences()) {
            new VectorStep(sentences, 2).run(store, ProgressListener.NONE);
        }
        Claiming.byWords().run(store, ProgressListener.NONE);
    }

    private static List<Shown> shown(ClaimView claim) {
        return claim.disputes().stream()
                .map(edge -> new Shown(
                        edge.statement().statementId(),
                        claim.summary().id(),
                        edge.kind(),
                        edge.shownBy().stream().map(ClaimView.Evidence::span).toList(),
                        edge.confidence()))
                .toList();
    }
}
