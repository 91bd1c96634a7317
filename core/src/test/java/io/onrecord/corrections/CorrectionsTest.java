package io.onrecord.corrections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onrecord.corrections.Change.Accepted;
import io.onrecord.corrections.Change.Added;
import io.onrecord.corrections.Change.Aspect;
import io.onrecord.corrections.Change.NobodyNamed;
import io.onrecord.corrections.Change.Rejected;
import io.onrecord.corrections.Change.SpansAre;
import io.onrecord.corrections.Change.SpeakerIs;
import io.onrecord.corrections.Change.StanceIs;
import io.onrecord.corrections.Change.Undone;
import io.onrecord.corrections.Corrected.Problem;
import io.onrecord.corrections.Correction.Seen;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Form;
import io.onrecord.model.Location;
import io.onrecord.model.Resolution;
import io.onrecord.model.Resolution.Resolved;
import io.onrecord.model.Span;
import io.onrecord.model.SpeakerKind;
import io.onrecord.model.Stance;
import io.onrecord.model.StanceReading;
import io.onrecord.model.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What people put right, on records of two speakers. */
class CorrectionsTest {

    private static final String TALKS = "[Mara Oldin] <said> {the harbour would open in spring}. "
            + "[Ilan Serrat] <denied> {that any money was missing}. [He] <added> {that the books were sound}.";

    private static final ArticleRecord RECORD = Marked.record(TALKS);
    private static final Instant NOON = Instant.parse("2026-05-16T12:00:00Z");

    private final List<Correction> made = new ArrayList<>();

    /** Says something of the statement whose content begins with some words, as it is after all that was said before. */
    private Correction correct(ArticleRecord record, String content, Change change) {
        Corrected now = Corrections.apply(record, made);
        Statement statement = statement(now.record(), content);
        return correct(now.anchor(statement.id()), change, seen(statement));
    }

    private Correction correct(Anchor anchor, Change change, Seen seen) {
        Correction correction =
                Correction.of(anchor, change, seen, "editor", NOON.plusSeconds(made.size()), Optional.empty());
        made.add(correction);
        return correction;
    }

    private static Seen seen(Statement statement) {
        return new Seen(
                statement.speaker() instanceof Resolved resolved ? Optional.of(resolved.name()) : Optional.empty(),
                statement.stance());
    }

    private static Statement statement(ArticleRecord record, String content) {
        String text = record.article().text().value();
        return record.statements().stream()
                .filter(one -> one.attribution().content().get(0).of(text).startsWith(content))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no statement '" + content + "' in " + said(record)));
    }

    /** Speaker, stance and content of each statement. */
    private static List<String> said(ArticleRecord record) {
        return record.statements().stream()
                .map(one -> (one.speaker() instanceof Resolved resolved
                                ? resolved.name()
                                : ((Resolution.Unresolved) one.speaker()).reason())
                        + " "
                        + one.stance().map(reading -> reading.stance().name()).orElse("-") + " "
                        + Anchor.words(
                                record.article().text().value(),
                                one.attribution().content()))
                .toList();
    }

    private List<String> corrected(ArticleRecord record) {
        return said(Corrections.apply(record, made).record());
    }

    @Test
    void aSpeakerOfTheArticleIsNamedWithoutRegardToCaseAndByAnyNameThere() {
        correct(RECORD, "that the books", new SpeakerIs("mara oldin", Optional.empty()));

        Statement now = statement(Corrections.apply(RECORD, made).record(), "that the books");

        assertThat(now.speaker())
                .isEqualTo(new Resolved(
                        ((Resolved) statement(RECORD, "the harbour").speaker()).speakerId(),
                        "Mara Oldin",
                        "CORRECTED",
                        1,
                        "corrected by editor on 2026-05-16"));
        assertThat(said(RECORD)).contains("Ilan Serrat SAYS that the books were sound");
    }

    @Test
    void somebodyWhomTheArticleDoesNotNameBecomesOneOfItsSpeakers() {
        correct(RECORD, "that the books", new SpeakerIs("Tove Arden", Optional.of(SpeakerKind.PERSON)));
        correct(RECORD, "that any money", new SpeakerIs("Tove Arden", Optional.empty()));

        Corrected now = Corrections.apply(RECORD, made);

        assertThat(now.record().speakers().stream().map(one -> one.name()))
                .containsExactly("Mara Oldin", "Ilan Serrat", "Tove Arden");
        assertThat(said(now.record()).get(1)).isEqualTo("Tove Arden DENIES that any money was missing");
        assertThat(said(now.record()).get(2)).isEqualTo("Tove Arden SAYS that the books were sound");
        assertThat(now.engine()).isEqualTo(RECORD);
    }

    @Test
    void nobodyAndAStanceAreSaidAndTheLaterHolds() {
        correct(RECORD, "that the books", new NobodyNamed());
        correct(RECORD, "that the books", new StanceIs(new StanceReading(Stance.CLAIMS, false, true)));
        correct(RECORD, "that the books", new StanceIs(new StanceReading(Stance.CONFIRMS, true, false)));

        Corrected now = Corrections.apply(RECORD, made);

        Statement statement = statement(now.record(), "that the books");
        assertThat(statement.speaker()).isEqualTo(new Resolution.Unresolved("CORRECTED"));
        assertThat(statement.stance()).contains(new StanceReading(Stance.CONFIRMS, true, false));
        assertThat(now.touched()).hasSize(1);
        assertThat(now.touched().get(0).inForce()).containsExactly(made.get(0), made.get(2));
        assertThat(now.touched().get(0).history()).isEqualTo(made);
    }

    @Test
    void whatIsRejectedIsGoneAndComesBackWhenThatIsTakenBack() {
        Correction rejected = correct(RECORD, "that any money", new Rejected());
        assertThat(corrected(RECORD)).hasSize(2).noneMatch(line -> line.contains("money"));
        assertThat(said(Corrections.apply(RECORD, made).inPlace())).isEqualTo(corrected(RECORD));

        correct(rejected.anchor(), new Undone(rejected.id()), Seen.NOTHING);

        assertThat(corrected(RECORD)).isEqualTo(said(RECORD));
        Corrected now = Corrections.apply(RECORD, made);
        assertThat(now.touched().get(0).inForce()).isEmpty();
        assertThat(now.touched().get(0).history()).isEqualTo(made);
    }

    @Test
    void whatWasTakenBackUncoversWhatWasSaidBefore() {
        correct(RECORD, "that the books", new SpeakerIs("Mara Oldin", Optional.empty()));
        Correction second = correct(RECORD, "that the books", new SpeakerIs("Tove Arden", Optional.empty()));
        correct(second.anchor(), new Undone(second.id()), Seen.NOTHING);

        assertThat(corrected(RECORD)).contains("Mara Oldin SAYS that the books were sound");
    }

    @Test
    void aStatementThatWasLookedAtStaysAsItIsAndSaysSo() {
        Correction accepted = correct(RECORD, "the harbour", new Accepted());

        Corrected now = Corrections.apply(RECORD, made);

        assertThat(now.record()).isEqualTo(RECORD);
        assertThat(now.of(RECORD.statements().get(0).id()).orElseThrow().of(Aspect.VERDICT))
                .contains(accepted);
    }

    @Test
    void correctionsHoldForTheSameTextAtAnotherAddressAndForNoOtherText() {
        correct(RECORD, "that the books", new SpeakerIs("Mara Oldin", Optional.empty()));

        assertThat(corrected(Marked.record("copy.txt", TALKS))).contains("Mara Oldin SAYS that the books were sound");
        ArticleRecord other = Marked.record("other.txt", TALKS + " Rain.");
        assertThat(Corrections.apply(other, made)).isEqualTo(Corrected.untouched(other));
    }

    @Test
    void anotherModelThatCutsTheContentOtherwiseKeepsTheCorrection() {
        correct(RECORD, "that the books", new SpeakerIs("Mara Oldin", Optional.empty()));
        ArticleRecord again =
                Marked.record(TALKS.replace("{that the books were sound}", "that {the books were sound}"));

        assertThat(corrected(again)).contains("Mara Oldin SAYS the books were sound");
        assertThat(Corrections.apply(again, made).problems()).isEmpty();
    }

    @Test
    void correctionsOfOneStatementAsTwoModelsCutItHoldTogether() {
        correct(RECORD, "that the books", new SpeakerIs("Mara Oldin", Optional.empty()));
        ArticleRecord again =
                Marked.record(TALKS.replace("{that the books were sound}", "that the {books were sound}"));
        correct(again, "books were", new StanceIs(new StanceReading(Stance.CLAIMS, false, false)));
        // Only the first half is left: with the second anchor it fits, and takes the first along.
        ArticleRecord third =
                Marked.record(TALKS.replace("{that the books were sound}", "that the {books} were sound"));
        assertThat(Corrections.apply(RECORD, made).touched()).hasSize(1);
        assertThat(corrected(RECORD)).contains("Mara Oldin CLAIMS that the books were sound");
        assertThat(corrected(again)).contains("Mara Oldin CLAIMS books were sound");
        assertThat(Corrections.apply(third, made).problems()).hasSize(1);
    }

    @Test
    void whatTheNextModelMissesStandsByItselfAsThePersonSawIt() {
        correct(RECORD, "that any money", new StanceIs(new StanceReading(Stance.REJECTS, false, false)));
        correct(RECORD, "the harbour", new Rejected());
        ArticleRecord again = Marked.record(
                "Mara Oldin said the harbour would open in spring. Ilan Serrat denied that any money was missing. "
                        + "[He] <added> {that the books were sound}.");

        Corrected now = Corrections.apply(again, made);

        assertThat(said(now.record()))
                .containsExactly(
                        "Ilan Serrat REJECTS that any money was missing", "Ilan Serrat SAYS that the books were sound");
        assertThat(now.problems()).singleElement().satisfies(one -> {
            assertThat(one.problem()).contains(Problem.LOOSE);
            assertThat(one.engineId()).isEmpty();
        });
    }

    @Test
    void twoStatementsThatBecomeOneDoNotBothTellItsSpeaker() {
        ArticleRecord first = Marked.record("[Mara Oldin] <said> {the ferry }goes again.");
        correct(first, "the ferry", new SpeakerIs("Ilan Serrat", Optional.empty()));
        ArticleRecord second = Marked.record("[Mara Oldin] <said> the ferry {goes again}.");
        correct(second, "goes again", new SpeakerIs("Tove Arden", Optional.empty()));
        ArticleRecord both = Marked.record("[Mara Oldin] <said> {the ferry goes again}.");

        Corrected now = Corrections.apply(both, made);

        assertThat(now.touched()).hasSize(2);
        assertThat(now.problems()).hasSize(1);
    }

    @Test
    void spansAreCorrectedAndLaterCorrectionsStayWithThem() {
        String text = RECORD.article().text().value();
        int at = text.indexOf("any money");
        Statement denied = statement(RECORD, "that any money");
        correct(
                RECORD,
                "that any money",
                new SpansAre(
                        denied.attribution().source(),
                        denied.attribution().cue(),
                        List.of(new Span(at, at + "any money was missing".length()))));
        correct(RECORD, "any money", new SpeakerIs("Tove Arden", Optional.empty()));

        Corrected now = Corrections.apply(RECORD, made);

        assertThat(said(now.record())).contains("Tove Arden DENIES any money was missing");
        assertThat(now.touched()).hasSize(1);
        assertThat(now.touched().get(0).engineId()).contains(denied.id());
        assertThat(now.touched().get(0).id()).isNotEqualTo(Optional.of(denied.id()));
        // A model that learnt it finds the corrected spans itself.
        ArticleRecord learnt = Marked.record(TALKS.replace("{that any money", "that {any money"));
        assertThat(Corrections.apply(learnt, made).problems()).isEmpty();
        assertThat(corrected(learnt)).contains("Tove Arden DENIES any money was missing");
    }

    @Test
    void aMissedStatementIsAddedAndTheModelThatFindsItLaterDoesNotDoubleIt() {
        ArticleRecord poor = Marked.record(TALKS.replace(
                "[Mara Oldin] <said> {the harbour would open in spring}",
                "Mara Oldin said the harbour would open in spring"));
        Statement missed = statement(RECORD, "the harbour");
        Anchor anchor = Anchor.of(RECORD, missed);
        correct(anchor, new Added(), Seen.NOTHING);
        correct(anchor, new SpeakerIs("Mara Oldin", Optional.empty()), Seen.NOTHING);

        Corrected now = Corrections.apply(poor, made);

        assertThat(said(now.record())).isEqualTo(said(RECORD));
        assertThat(now.record().statements().get(0).id()).isEqualTo(missed.id());
        assertThat(now.record().statements().get(0).attribution().form()).isEqualTo(Form.INDIRECT);
        assertThat(now.problems()).isEmpty();
        assertThat(corrected(RECORD)).isEqualTo(said(RECORD));
    }

    @Test
    void aQuotationThatGoesOnFollowsItsCorrectedSpeaker() {
        ArticleRecord record =
                Marked.record("[Mara Oldin] <said> {\"We open in spring.\"}\n\n[]<>{\"And we mean it.\"}\n\n"
                        + "[Ilan Serrat] <denied> {it}.");
        correct(record, "\"We open", new SpeakerIs("Ilan Serrat", Optional.empty()));

        Corrected now = Corrections.apply(record, made);

        assertThat(said(now.record()))
                .startsWith("Ilan Serrat SAYS \"We open in spring.\"", "Ilan Serrat - \"And we mean it.\"");
        assertThat(((Resolved) now.record().statements().get(1).speaker()).via())
                .isEqualTo(Resolution.CONTINUED);

        correct(record, "\"We open", new Rejected());
        assertThat(corrected(record)).containsExactly("Ilan Serrat DENIES it");
        correct(record.statements().get(1), record, new Accepted());
        assertThat(corrected(record)).hasSize(2);
    }

    @Test
    void whatATextBeginsWithGoesOnFromNoTitleAndFromWhomPeopleFindBeforeIt() {
        ArticleRecord record = Marked.titled(
                "[Ilan Serrat]<:> {No}",
                "[]<>{\"We open in spring.\"}\n\n[]<>{\"And we mean it.\"}\n\nMara Oldin said so. [Ilan Serrat] <denied> {it}.");
        Statement title = record.statements().stream()
                .filter(one -> one.attribution().in() == Location.TITLE)
                .findFirst()
                .orElseThrow();
        correct(title, record, new SpeakerIs("Mara Oldin", Optional.empty()));
        assertThat(corrected(record)).contains("CONTINUED - \"We open in spring.\"", "CONTINUED - \"And we mean it.\"");

        Statement first = statement(record, "\"We open");
        String text = record.article().text().value();
        int who = text.indexOf("Mara Oldin");
        int cue = text.indexOf("said so");
        correct(
                first,
                record,
                new SpansAre(
                        List.of(new Span(who, who + 10)),
                        List.of(new Span(cue, cue + 4)),
                        first.attribution().content()));
        correct(first, record, new SpeakerIs("Mara Oldin", Optional.empty()));
        assertThat(said(Corrections.apply(record, made).record()))
                .contains("Mara Oldin - \"And we mean it.\"")
                .anyMatch(one -> one.startsWith("Mara Oldin ") && one.endsWith("\"We open in spring.\""));
    }

    private void correct(Statement statement, ArticleRecord record, Change change) {
        correct(Anchor.of(record, statement), change, seen(statement));
    }

    @Test
    void theOrderInWhichCorrectionsOfDifferentStatementsCameDoesNotMatter() {
        correct(RECORD, "that the books", new SpeakerIs("Mara Oldin", Optional.empty()));
        correct(RECORD, "that any money", new StanceIs(new StanceReading(Stance.REJECTS, false, false)));
        correct(RECORD, "the harbour", new Rejected());
        List<String> expected = corrected(RECORD);
        Random random = new Random(3);
        for (int i = 0; i < 10; i++) {
            Collections.shuffle(made, random);
            assertThat(corrected(RECORD)).isEqualTo(expected);
        }
    }

    @Test
    void whateverIsCorrectedTheRecordIsSound() {
        Random random = new Random(11);
        List<Change> changes = Arrays.asList(
                new SpeakerIs("Tove Arden", Optional.empty()),
                new NobodyNamed(),
                new Rejected(),
                new Accepted(),
                new Added(),
                new StanceIs(new StanceReading(Stance.ASKS, true, true)));
        int length = RECORD.article().text().length();
        for (int round = 0; round < 3_000; round++) {
            made.clear();
            for (int i = 0; i < 1 + random.nextInt(6); i++) {
                boolean cue = random.nextInt(4) > 0;
                List<Span> cues = cue ? List.of(span(random, length)) : List.of();
                List<Span> source = random.nextBoolean() ? List.of(span(random, length)) : List.of();
                Anchor anchor = random.nextInt(3) == 0
                        ? Anchor.of(RECORD, RECORD.statements().get(random.nextInt(3)))
                        : Anchor.of(RECORD, Location.TEXT, source, cues, List.of(span(random, length)));
                Change change = random.nextInt(4) == 0
                        ? new SpansAre(source, cues, List.of(span(random, length)))
                        : changes.get(random.nextInt(changes.size()));
                correct(anchor, change, Seen.NOTHING);
            }
            // The constructors of the record hold what a record must be.
            Corrected now = Corrections.apply(RECORD, made);
            assertThat(now.engine()).isEqualTo(RECORD);
            assertThat(RECORD.statements().stream().map(Statement::id))
                    .containsAll(now.inPlace().statements().stream()
                            .map(Statement::id)
                            .toList());
            int told =
                    now.touched().stream().mapToInt(one -> one.history().size()).sum();
            assertThat(told).isEqualTo(made.size());
        }
    }

    private static Span span(Random random, int length) {
        int start = random.nextInt(length - 1);
        return new Span(start, Math.min(length, start + 1 + random.nextInt(40)));
    }

    @Test
    void spansOutsideTheTextAndNotesWithoutEndAreRefused() {
        assertThatThrownBy(() -> Anchor.of(RECORD, Location.TEXT, List.of(), List.of(), List.of(new Span(5, 9_000))))
                .hasMessageContaining("lies outside the text of harbour.txt (length");
        Anchor anchor = Anchor.of(RECORD, RECORD.statements().get(0));
        assertThatThrownBy(() ->
                        Correction.of(anchor, new Accepted(), Seen.NOTHING, "a", NOON, Optional.of("x".repeat(4_001))))
                .hasMessageContaining("at most 4000 characters, not 4001");
    }
}
