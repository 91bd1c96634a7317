package io.onrecord.corrections;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.corrections.Change.Accepted;
import io.onrecord.corrections.Correction.Seen;
import io.onrecord.corrections.Differences.What;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Resolution;
import io.onrecord.model.Stance;
import io.onrecord.model.StanceReading;
import io.onrecord.model.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What reading the same text again changes. */
class DifferencesTest {

    private static final String TALKS = "[Mara Oldin] <said> {the harbour would open in spring}. "
            + "[Ilan Serrat] <denied> {that any money was missing}. [Mara Oldin] <added> {that the books were sound}.";
    private static final ArticleRecord RECORD = Marked.record(TALKS);

    private static Differences between(ArticleRecord before, ArticleRecord now) {
        return Differences.between(before, now, List.of());
    }

    private static ArticleRecord with(int place, UnaryOperator<Statement> change) {
        List<Statement> statements = new ArrayList<>(RECORD.statements());
        statements.set(place, change.apply(statements.get(place)));
        return new ArticleRecord(RECORD.article(), RECORD.speakers(), statements, RECORD.disputes(), RECORD.producer());
    }

    private static Statement with(Statement one, Resolution speaker, Optional<StanceReading> stance) {
        return new Statement(
                one.id(),
                one.attribution(),
                speaker,
                stance,
                one.date(),
                one.about(),
                one.addressee(),
                one.within(),
                one.furniture());
    }

    private static Correction accepted(ArticleRecord record, int place) {
        return Correction.of(
                Anchor.of(record, record.statements().get(place)),
                new Accepted(),
                Seen.NOTHING,
                "editor",
                Instant.parse("2026-05-16T12:00:00Z"),
                Optional.empty());
    }

    @Test
    void aRecordThatIsReadAlikeIsTheSame() {
        Differences none = between(RECORD, Marked.record(TALKS));

        assertThat(none.isEmpty()).isTrue();
        assertThat(none.same()).isEqualTo(3);
        assertThat(none).isEqualTo(new Differences(List.of(), List.of(), List.of(), List.of(), 3));
    }

    @Test
    void whatOneRecordAloneHasIsAddedOrGoneInItsOrder() {
        ArticleRecord poor = Marked.record(
                "Mara Oldin said the harbour would open in spring. [Ilan Serrat] <denied> {that any money was missing}. "
                        + "Mara Oldin added that the books were sound.");
        List<Statement> others =
                List.of(RECORD.statements().get(0), RECORD.statements().get(2));

        Differences more = between(poor, RECORD);
        Differences less = between(RECORD, poor);

        assertThat(more.added()).isEqualTo(others);
        assertThat(more.gone()).isEmpty();
        assertThat(more.same()).isEqualTo(1);
        assertThat(more.isEmpty()).isFalse();
        assertThat(less.gone()).isEqualTo(others);
        assertThat(less.added()).isEmpty();
        assertThat(less.changed()).isEmpty();
        assertThat(less.isEmpty()).isFalse();
    }

    @Test
    void anotherSpeakerOrAnotherReasonForNoneIsToldAlone() {
        ArticleRecord other =
                with(1, one -> with(one, RECORD.statements().get(0).speaker(), one.stance()));
        ArticleRecord nobody =
                with(1, one -> with(one, new Resolution.Unresolved(Resolution.Unresolved.NOT_TRIED), one.stance()));

        Differences changed = between(RECORD, other);

        assertThat(changed.changed())
                .containsExactly(new Differences.Changed(
                        RECORD.statements().get(1), other.statements().get(1), Set.of(What.SPEAKER)));
        assertThat(changed.same()).isEqualTo(2);
        assertThat(changed.added()).isEmpty();
        assertThat(changed.gone()).isEmpty();
        assertThat(changed.isEmpty()).isFalse();
        assertThat(between(RECORD, nobody).changed().get(0).what()).containsExactly(What.SPEAKER);
        assertThat(Differences.speaker(other.statements().get(1))).isEqualTo("Mara Oldin");
        assertThat(Differences.speaker(nobody.statements().get(1))).isEqualTo(Resolution.Unresolved.NOT_TRIED);
    }

    @Test
    void anotherWayToTheSameNameIsNoChange() {
        Resolution.Resolved serrat =
                (Resolution.Resolved) RECORD.statements().get(1).speaker();
        ArticleRecord surer = with(
                1,
                one -> with(
                        one,
                        new Resolution.Resolved(serrat.speakerId(), serrat.name(), "OTHER", 0.1, "another rule"),
                        one.stance()));

        assertThat(between(RECORD, surer).isEmpty()).isTrue();
    }

    @Test
    void anotherStanceIsToldAlone() {
        ArticleRecord other =
                with(0, one -> with(one, one.speaker(), Optional.of(new StanceReading(Stance.CLAIMS, false, false))));

        assertThat(between(RECORD, other).changed())
                .singleElement()
                .satisfies(one -> assertThat(one.what()).containsExactly(What.STANCE));
    }

    @Test
    void aSourceACueOrAContentThatStandsElsewhereIsTold() {
        for (String[] cut : new String[][] {
            {"[Ilan Serrat]", "Ilan [Serrat]"},
            {"<denied> {", "<denied >{"},
            {"{that any money was missing}", "that {any money was missing}"}
        }) {
            Differences changed = between(RECORD, Marked.record(TALKS.replace(cut[0], cut[1])));

            assertThat(changed.changed())
                    .as(cut[1])
                    .singleElement()
                    .satisfies(one -> assertThat(one.what()).contains(What.SPANS));
            assertThat(changed.same()).isEqualTo(2);
        }
    }

    private static final ArticleRecord WHOLE = Marked.record("[Oldin] <told> {0123456789abcdefghij}");
    private static final ArticleRecord SOME = Marked.record("[Oldin] <told> {0123456789ab}cdefghij");
    private static final ArticleRecord MOST = Marked.record("[Oldin] <told> 012{3456789abcdefghij}");
    private static final ArticleRecord FIRST_HALF = Marked.record("[Oldin] <told> {0123456789}abcdefghij");
    private static final ArticleRecord LAST_HALF = Marked.record("[Oldin] <told> 0123456789{abcdefghij}");

    private static Statement only(ArticleRecord record) {
        return record.statements().get(0);
    }

    @Test
    void aStatementIsTheOneThatSharesMostOfItsContentWhicheverStandsFirst() {
        for (ArticleRecord both : List.of(Marked.merged(SOME, MOST), Marked.merged(MOST, SOME))) {
            Differences differences = between(WHOLE, both);
            assertThat(differences.changed())
                    .extracting(Differences.Changed::now)
                    .containsExactly(only(MOST));
            assertThat(differences.added()).containsExactly(only(SOME));

            Differences back = between(both, WHOLE);
            assertThat(back.changed()).extracting(Differences.Changed::before).containsExactly(only(MOST));
            assertThat(back.gone()).containsExactly(only(SOME));
        }
    }

    @Test
    void ofTwoThatShareAsMuchItIsTheFirst() {
        Differences differences = between(WHOLE, Marked.merged(FIRST_HALF, LAST_HALF));

        assertThat(differences.changed()).extracting(Differences.Changed::now).containsExactly(only(FIRST_HALF));
        assertThat(differences.added()).containsExactly(only(LAST_HALF));
        assertThat(between(Marked.merged(FIRST_HALF, LAST_HALF), WHOLE).gone()).containsExactly(only(LAST_HALF));
    }

    @Test
    void whatStandsAtTheSamePlaceIsNeverTakenForAnother() {
        for (ArticleRecord both : List.of(Marked.merged(MOST, WHOLE), Marked.merged(WHOLE, MOST))) {
            assertThat(between(WHOLE, both).same()).isEqualTo(1);
            assertThat(between(WHOLE, both).added()).containsExactly(only(MOST));
            assertThat(between(both, WHOLE).same()).isEqualTo(1);
            assertThat(between(both, WHOLE).gone()).containsExactly(only(MOST));
        }
    }

    @Test
    void halfOfTheContentIsEnoughAndLessIsNot() {
        ArticleRecord before = Marked.record("[Oldin] <said> {0123456789}");

        assertThat(between(before, Marked.record("[Oldin] <said> {01234}56789")).changed())
                .hasSize(1);
        assertThat(between(before, Marked.record("[Oldin] <said> {0123}456789")).gone())
                .hasSize(1);
        assertThat(between(before, Marked.record("[Oldin] said< >{0123456789}")).gone())
                .as("another cue")
                .hasSize(1);
        assertThat(between(Marked.record("[]<>{0123456789} said Oldin"), Marked.record("[]{0123456789} <said> Oldin"))
                        .gone())
                .as("no cue")
                .hasSize(1);
    }

    @Test
    void successorsAreThoseThatFitByTheirIds() {
        ArticleRecord again =
                Marked.record(TALKS.replace("{that any money was missing}", "that {any money was missing}")
                        .replace(
                                "[Mara Oldin] <added> {that the books were sound}",
                                "Mara Oldin added that the books were sound"));

        assertThat(Differences.successors(RECORD, again))
                .isEqualTo(Map.of(
                        RECORD.statements().get(0).id(),
                                RECORD.statements().get(0).id(),
                        RECORD.statements().get(1).id(),
                                again.statements().get(1).id()));
        assertThat(again.statements().get(1).id())
                .isNotEqualTo(RECORD.statements().get(1).id());
    }

    @Test
    void aCorrectionThatLosesItsStatementIsToldOnce() {
        ArticleRecord poor = Marked.record(TALKS.replace(
                "[Ilan Serrat] <denied> {that any money was missing}",
                "Ilan Serrat denied that any money was missing"));
        List<Correction> corrections = List.of(accepted(RECORD, 0), accepted(RECORD, 1));

        Differences lost = Differences.between(RECORD, poor, corrections);

        assertThat(lost.loosened())
                .singleElement()
                .satisfies(one -> assertThat(one.history()).containsExactly(corrections.get(1)));
        assertThat(Differences.between(RECORD, RECORD, corrections).loosened()).isEmpty();
        assertThat(Differences.between(poor, poor, corrections).loosened())
                .as("lost before")
                .isEmpty();
        assertThat(Differences.between(poor, RECORD, corrections).loosened()).isEmpty();
        assertThat(between(RECORD, poor).loosened()).isEmpty();
        assertThat(new Differences(List.of(), List.of(), List.of(), lost.loosened(), 0).isEmpty())
                .isFalse();
    }
}
