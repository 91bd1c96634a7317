package io.onrecord.claims;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.claims.ClaimDisputes.Reference;
import io.onrecord.disputes.Pending;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Dispute;
import io.onrecord.model.Dispute.Kind;
import io.onrecord.model.Span;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which claim of other articles is meant by what a statement disputes or backs. */
class ReferencesTest {

    private static final String STORY =
            "The ferry Alba ran aground off Reval, and Mara Oldin met Ilan Serrat in Lisden. ";
    private static final List<Span> SHOWN = List.of(new Span(0, 3));

    private final List<ArticleRecord> records = new ArrayList<>();
    private final List<Proposition> propositions = new ArrayList<>();

    /** Adds the article of the next day; its statement has the next number from 0. */
    private void told(String marked) {
        ArticleRecord record = Told.on("2026-03-0" + (records.size() + 1), STORY + marked);
        records.add(record);
        propositions.addAll(Propositions.of(record));
    }

    private String id(int article) {
        return records.get(article).statements().get(0).id();
    }

    private List<ClaimDispute> edges(List<Dispute> words, Reference... references) {
        Claims claims = Claims.of(propositions, Matcher.plain(), List.of());
        return ClaimDisputes.of(claims.claims(), propositions, claims.links(), words, List.of(references));
    }

    private Reference spelled(int from, Kind kind) {
        return new Reference(id(from), kind, SHOWN);
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"CONCEDES", "SUPPORTS", "REPEATS"})
    void whatIsSpelledOutIsWhatAnotherStatedBefore(Kind kind) {
        told("[Mara Oldin] <said> {four crates were missing from the ferry}.");
        told("[Ilan Serrat] <said> {four crates were missing from the ferry}.");

        assertThat(edges(List.of(), spelled(1, kind))).singleElement().satisfies(edge -> {
            assertThat(edge.to()).isEqualTo(id(0));
            assertThat(edge.kind()).isEqualTo(kind);
        });
    }

    @ParameterizedTest
    @CsvSource({"CONCEDES,0", "SUPPORTS,0", "REPEATS,1"})
    void whoGrantsWhatNobodyStatedOnlyStatesItAndWhoRepeatsItTakesItAsStated(Kind kind, int edges) {
        told("[Ilan Serrat] <said> {four crates were missing from the ferry}.");

        assertThat(edges(List.of(), spelled(0, kind))).hasSize(edges);
    }

    @Test
    void whatIsRepeatedIsSurerThanWhatIsGranted() {
        told("[Mara Oldin] <said> {four crates were missing from the ferry}.");
        told("[Ilan Serrat] <said> {four crates were missing from the ferry}.");

        assertThat(edges(List.of(), spelled(1, Kind.REPEATS)).get(0).confidence())
                .isGreaterThan(
                        edges(List.of(), spelled(1, Kind.SUPPORTS)).get(0).confidence());
    }

    @Test
    void anEdgeOfAnArticleGoesToTheClaimOfTheStatementThatItMeans() {
        told("[Mara Oldin] <said> {four crates were missing from the ferry}.");
        told("[Ilan Serrat] <said> {the harbour would not be dredged this year}.");
        Dispute dispute = new Dispute(id(1), id(0), Kind.REJECTS, SHOWN, 0.7);

        assertThat(edges(List.of(dispute))).singleElement().satisfies(edge -> {
            assertThat(edge.from()).isEqualTo(id(1));
            assertThat(edge.to()).isEqualTo(id(0));
            assertThat(edge.confidence()).isEqualTo(0.7);
            assertThat(edge.via()).isEqualTo(ClaimDispute.Via.WORDS);
        });
        assertThat(edges(List.of(new Dispute(id(1), "another", Kind.REJECTS, SHOWN, 0.7))))
                .isEmpty();
    }

    @Test
    void ofTwoEdgesOfOneKindTheSurerStays() {
        told("[Mara Oldin] <said> {four crates were missing from the ferry}.");
        told("[Ilan Serrat] <said> {four crates were missing from the ferry}.");
        Dispute dispute = new Dispute(id(1), id(0), Kind.SUPPORTS, SHOWN, 0.7);

        assertThat(edges(List.of(dispute), spelled(1, Kind.SUPPORTS)))
                .extracting(ClaimDispute::confidence)
                .containsExactly(0.7);
        assertThat(edges(List.of(dispute), spelled(1, Kind.REPEATS))).hasSize(2);
    }

    @Test
    void whoRejectsWhatNobodyStatedHasNoEdgeAndWhoDeniesItHas() {
        told("[Ilan Serrat] <rejected> {the claim that four crates were missing from the ferry}.");
        assertThat(edges(List.of())).isEmpty();

        records.clear();
        propositions.clear();
        told("[Ilan Serrat] <denied> {that four crates were missing from the ferry}.");
        assertThat(edges(List.of())).extracting(ClaimDispute::kind).containsExactly(Kind.DENIES);
    }

    @Test
    void whatIsOnlyNamedInAnotherArticleIsNoReference() {
        told("[Mara Oldin] <said> {four crates were missing from the ferry}.");
        told("[Ilan Serrat] <rejected> {Mara Oldin's claim}.");
        Pending named = new Pending(id(1), Kind.REJECTS, SHOWN, SHOWN, false);
        Pending put = new Pending(id(0), Kind.REPEATS, SHOWN, SHOWN, true);

        assertThat(ClaimDisputes.references(List.of(named, put))).containsExactly(spelled(0, Kind.REPEATS));
    }
}
