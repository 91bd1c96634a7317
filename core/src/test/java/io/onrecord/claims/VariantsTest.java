package io.onrecord.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Location;
import io.onrecord.model.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the wordings of one quotation differ, word by word. */
class VariantsTest {

    private static final String FULL =
            said("The harbour is closed until the divers have searched every ship in the basin.");

    private final List<ArticleRecord> records = new ArrayList<>();

    private static String said(String words) {
        return "[Mara Oldin] <said>: {“" + words + "”}";
    }

    /** The variants of a claim that all of some articles put, the first on record first. */
    private List<Variant> of(String... articles) {
        records.clear();
        List<Claim.Member> members = new ArrayList<>();
        for (int i = 0; i < articles.length; i++) {
            ArticleRecord record = Told.on("2026-03-0" + (i + 1), articles[i]);
            records.add(record);
            members.add(Claim.Member.of(Propositions.of(record).get(0)));
        }
        return Variants.of(new Claim("c", members.get(0), members), this::record);
    }

    private Optional<ArticleRecord> record(String articleId) {
        return records.stream()
                .filter(record -> record.article().id().equals(articleId))
                .findFirst();
    }

    private String id(int article) {
        return records.get(article).statements().get(0).id();
    }

    private String words(int article, List<Span> spans) {
        String text = records.get(article).textOf(Location.TEXT);
        return String.join(" … ", spans.stream().map(span -> span.of(text)).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            emptyValue = "",
            value = {
                // Cut behind, before, and on both sides.
                "The harbour is closed until the divers have searched every ship.|1|''|in the basin",
                "Until the divers have searched every ship in the basin.|1|''|The harbour is closed",
                "Closed until the divers have searched|1|''|The harbour is … every ship in the basin",
                // Cut in the middle.
                "The harbour is closed until every ship in the basin|1|''|the divers have searched",
                // Of very unequal length.
                "Closed|1|''|The harbour is … until the divers have searched every ship in the basin",
                // Translated there and back.
                "The port stays shut until divers have searched all vessels in the basin."
                        + "|0.615|port stays shut … all vessels|harbour is closed … the … every ship",
                // Turned round: what stands in another order counts as other words.
                "Until the divers have searched every ship in the basin, the harbour is closed."
                        + "|0.714|the harbour is closed|The harbour is closed"
            })
    void aWordingIsComparedWithTheFullest(String wording, double shared, String own, String lost) {
        List<Variant> variants = of(FULL, said(wording));

        assertThat(variants).extracting(Variant::statementId).containsExactly(id(0), id(1));
        assertThat(variants).extracting(Variant::of).containsOnly(id(0));
        Variant compared = variants.get(1);
        assertThat(words(1, compared.own())).isEqualTo(own);
        assertThat(words(0, compared.lost())).isEqualTo(lost);
        assertThat(compared.shared()).isCloseTo(shared, within(0.001));
        assertThat(compared.isVerbatim()).isFalse();
    }

    @Test
    void theFullestIsComparedWithItself() {
        Variant fullest = of(FULL, said("The harbour is closed.")).get(0);

        assertThat(fullest.of()).isEqualTo(fullest.statementId()).isEqualTo(id(0));
        assertThat(fullest.shared()).isEqualTo(1);
        assertThat(fullest.isVerbatim()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[Mara Oldin] <said>: {\"the harbour is closed until the divers have searched every ship in the basin\"}",
                "{“The harbour is closed,”} [Mara Oldin] <said>, {“until the divers have searched every ship in the basin.”}",
                "{“The harbour is closed – until the divers have searched every ship in the basin!”} [Oldin] <said>, as Mara Oldin left."
            })
    void marksCaseAndWhereTheCueStandsMakeNoOtherWording(String other) {
        assertThat(of(FULL, other))
                .hasSize(2)
                .allMatch(Variant::isVerbatim)
                .allSatisfy(variant -> assertThat(variant.shared()).isEqualTo(1));
    }

    @Test
    void ofTwoOfOneLengthTheFirstOnRecordIsTheFullest() {
        List<Variant> variants = of(said("The harbour is closed for days."), said("The harbour is closed for weeks."));

        assertThat(variants).extracting(Variant::of).containsOnly(id(0));
        assertThat(words(1, variants.get(1).own())).isEqualTo("weeks");
        assertThat(words(0, variants.get(1).lost())).isEqualTo("days");
    }

    @Test
    void whatAnotherSpeakerSaysIsComparedWithHisOwnWordings() {
        String serrat = "[Ilan Serrat] <said>: {“%s”}";

        List<Variant> alone = of(FULL, said("The harbour is closed."), serrat.formatted("The harbour is closed."));
        assertThat(alone).extracting(Variant::statementId).containsExactly(id(0), id(1));

        List<Variant> both = of(
                FULL,
                serrat.formatted("The harbour is closed."),
                said("The harbour is closed until May."),
                serrat.formatted("The harbour is closed for good."));
        assertThat(both).extracting(Variant::statementId).containsExactly(id(0), id(1), id(2), id(3));
        assertThat(both).extracting(Variant::of).containsExactly(id(0), id(3), id(0), id(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A dock worker", "He", "One person at the scene"})
    void sourcesThatNobodyNamedMayBeTwoPeople(String source) {
        String unnamed = "[" + source + "] <said>: {“The harbour is closed%s.”}";

        assertThat(of(unnamed.formatted(" for days"), unnamed.formatted(""))).isEmpty();
        assertThat(of(FULL, unnamed.formatted(""), said("The harbour is closed."), unnamed.formatted(" for days")))
                .extracting(Variant::statementId)
                .containsExactly(id(0), id(2));
    }

    @Test
    void whatIsToldInOtherWordsThanTheSpeakersHasNoWording() {
        assertThat(of(FULL, "[Mara Oldin] <said> {the harbour was closed until the divers had searched every ship}."))
                .isEmpty();
    }

    @Test
    void anArticleThatIsGoneIsLeftOut() {
        of(FULL, said("The harbour is closed."), said("The harbour is closed until May."));
        List<Claim.Member> members = records.stream()
                .map(record -> Claim.Member.of(Propositions.of(record).get(0)))
                .toList();
        ArticleRecord gone = records.remove(0);

        assertThat(Variants.of(new Claim("c", members.get(0), members), this::record))
                .hasSize(2)
                .noneMatch(variant ->
                        variant.statementId().equals(gone.statements().get(0).id()))
                .extracting(Variant::of)
                .containsOnly(members.get(2).statementId());
    }

    @Test
    void ofAQuotationWithoutEndTheFirstFourHundredWordsAreCompared() {
        String long400 = "the harbour is closed and ".repeat(80);

        assertThat(of(said(long400 + "the divers ".repeat(5_000)), said(long400 + "the ships ".repeat(5_000))))
                .hasSize(2)
                .allMatch(Variant::isVerbatim);
    }
}
