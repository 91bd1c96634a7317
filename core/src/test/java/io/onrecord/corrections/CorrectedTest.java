package io.onrecord.corrections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onrecord.corrections.Change.Accepted;
import io.onrecord.corrections.Change.Added;
import io.onrecord.corrections.Change.NobodyNamed;
import io.onrecord.corrections.Change.Rejected;
import io.onrecord.corrections.Change.SpansAre;
import io.onrecord.corrections.Change.SpeakerIs;
import io.onrecord.corrections.Change.StanceIs;
import io.onrecord.corrections.Change.Undone;
import io.onrecord.corrections.Corrected.Problem;
import io.onrecord.corrections.Corrected.Touched;
import io.onrecord.corrections.Correction.Seen;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Attribution;
import io.onrecord.model.Dispute;
import io.onrecord.model.Form;
import io.onrecord.model.Location;
import io.onrecord.model.Resolution.Resolved;
import io.onrecord.model.Resolution.Unresolved;
import io.onrecord.model.Span;
import io.onrecord.model.Speaker;
import io.onrecord.model.SpeakerKind;
import io.onrecord.model.Stance;
import io.onrecord.model.StanceReading;
import io.onrecord.model.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What corrections do beside the statement they are about: titles, statements within others, disputes, and what they are known by. */
class CorrectedTest {

    private static final Instant NOON = Instant.parse("2026-05-16T12:00:00Z");
    private static final String TALKS = "[Mara Oldin] <said> {the harbour would open in spring}. "
            + "[Ilan Serrat] <denied> {that any money was missing}. [Mara Oldin] <added> {that the books were sound}.";
    private static final ArticleRecord RECORD = Marked.record(TALKS);

    private final List<Correction> made = new ArrayList<>();

    private Correction say(ArticleRecord record, int place, Change change) {
        return say(Anchor.of(record, record.statements().get(place)), change, Seen.NOTHING);
    }

    private Correction say(Anchor anchor, Change change, Seen seen) {
        Correction correction =
                Correction.of(anchor, change, seen, "editor", NOON.plusSeconds(made.size()), Optional.empty());
        made.add(correction);
        return correction;
    }

    private Corrected apply(ArticleRecord record) {
        return Corrections.apply(record, made);
    }

    private static SpansAre spans(Attribution words, Span content) {
        return new SpansAre(words.source(), words.cue(), List.of(content));
    }

    private static Span words(String text, String words) {
        int at = text.indexOf(words);
        return new Span(at, at + words.length());
    }

    private static String text(ArticleRecord record) {
        return record.article().text().value();
    }

    private static String id(ArticleRecord record, int place) {
        return record.statements().get(place).id();
    }

    private static Statement with(Corrected corrected, String id) {
        return corrected.record().statements().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    // ---- titles ----

    @Test
    void aStatementInATitleIsCorrectedAsLongAsTheTitleSaysTheSame() {
        String title = "[Serrat] <denies> {that money is missing}";
        ArticleRecord record = Marked.titled(title, "Rain fell all day.");
        say(record, 0, new StanceIs(new StanceReading(Stance.REJECTS, false, false)));

        assertThat(apply(record).record().statements().get(0).stance())
                .contains(new StanceReading(Stance.REJECTS, false, false));
        ArticleRecord longer = Marked.titled(title + ", again", "Rain fell all day.");
        assertThat(apply(longer).record().statements().get(0).stance())
                .as("the same words at the same place")
                .contains(new StanceReading(Stance.REJECTS, false, false));
        assertThat(apply(longer).problems()).isEmpty();
    }

    @Test
    void aCorrectionOfATitleThatChangedWaitsOutside() {
        ArticleRecord record = Marked.titled("[Serrat] <denies> {that money is missing}", "Rain fell all day.");
        say(record, 0, new StanceIs(new StanceReading(Stance.REJECTS, false, false)));

        for (String other : List.of("[Serrat] <denies> {that monkeys are loose}", "[Serrat] <denies> {it}", "")) {
            ArticleRecord now = Marked.titled(other, "Rain fell all day.");
            Corrected corrected = apply(now);
            assertThat(corrected.record()).as(other).isEqualTo(now);
            assertThat(corrected.problems()).singleElement().satisfies(one -> {
                assertThat(one.problem()).contains(Problem.OUTSIDE);
                assertThat(one.id()).isEmpty();
                assertThat(one.engineId()).isEmpty();
            });
        }
    }

    @Test
    void whatWasRejectedInATitleThatChangedIsNobodysProblem() {
        ArticleRecord record = Marked.titled("[Serrat] <denies> {that money is missing}", "Rain fell all day.");
        say(record, 0, new Rejected());

        ArticleRecord now = Marked.titled("[Serrat] <denies> {it}", "Rain fell all day.");

        assertThat(apply(now).record()).isEqualTo(now);
        assertThat(apply(now).problems()).isEmpty();
        assertThat(apply(now).touched()).hasSize(1);
    }

    @Test
    void anAddedStatementOfTheTitleComesFirstAndHasTheFormOfItsMarks() {
        ArticleRecord record = Marked.titled("“No,” says Oldin", "It rained. " + TALKS);
        String title = record.textOf(Location.TITLE);
        say(
                Anchor.of(
                        record,
                        Location.TITLE,
                        List.of(words(title, "Oldin")),
                        List.of(words(title, "says")),
                        List.of(words(title, "“No,”"))),
                new Added(),
                Seen.NOTHING);

        List<Statement> statements = apply(record).record().statements();

        assertThat(statements).hasSize(4);
        assertThat(statements.get(0).attribution().in()).isEqualTo(Location.TITLE);
        assertThat(statements.get(0).attribution().form()).isEqualTo(Form.DIRECT);
        assertThat(statements.subList(1, 4)).isEqualTo(record.statements());
        assertThat(apply(record).problems()).isEmpty();
    }

    @Test
    void spansThatNoLongerFitTheTitleLeaveTheStatementAsItWas() {
        ArticleRecord record = Marked.titled("[Serrat] <denies> {that money} is missing today", "Rain fell all day.");
        Attribution words = record.statements().get(0).attribution();
        Span whole = words(record.textOf(Location.TITLE), "that money is missing today");
        say(record, 0, spans(words, whole));
        assertThat(apply(record).record().statements().get(0).attribution().content())
                .as("to the last letter of the title")
                .containsExactly(whole);

        ArticleRecord shorter = Marked.titled("[Serrat] <denies> {that money} is missing", "Rain fell all day.");
        Corrected corrected = apply(shorter);

        assertThat(corrected.record()).isEqualTo(shorter);
        assertThat(corrected.touched()).singleElement().satisfies(one -> {
            assertThat(one.problem()).contains(Problem.OUTSIDE);
            assertThat(one.engineId()).contains(id(shorter, 0));
            assertThat(one.id()).contains(id(shorter, 0));
        });
    }

    // ---- spans ----

    @Test
    void spansThatAreThoseOfAnotherStatementAreRefusedAndTheEngineSStay() {
        Attribution other = RECORD.statements().get(2).attribution();
        say(RECORD, 0, new SpansAre(other.source(), other.cue(), other.content()));
        say(RECORD, 2, new Accepted());

        Corrected corrected = apply(RECORD);

        assertThat(corrected.record()).isEqualTo(RECORD);
        assertThat(corrected.problems()).singleElement().satisfies(one -> {
            assertThat(one.problem()).contains(Problem.TWICE);
            assertThat(one.engineId()).contains(id(RECORD, 0));
        });
    }

    @Test
    void twoStatementsThatAreMovedToOnePlaceAreNotBothThere() {
        Span free = words(text(RECORD), "spring. Ilan");
        Attribution first = RECORD.statements().get(0).attribution();
        say(RECORD, 0, new SpansAre(List.of(), first.cue(), List.of(free)));
        say(RECORD, 1, new SpansAre(List.of(), first.cue(), List.of(free)));

        Corrected corrected = apply(RECORD);

        Set<String> ids = new HashSet<>();
        corrected.record().statements().forEach(one -> ids.add(one.id()));
        assertThat(ids).hasSize(3);
        assertThat(corrected.problems()).singleElement().satisfies(one -> {
            assertThat(one.problem()).contains(Problem.TWICE);
            assertThat(one.engineId()).contains(id(RECORD, 1));
        });
    }

    @Test
    void spansThatAreWhatTheEngineSaysChangeNothing() {
        Attribution words = RECORD.statements().get(0).attribution();
        say(RECORD, 0, new SpansAre(words.source(), words.cue(), words.content()));

        assertThat(apply(RECORD).record()).isEqualTo(RECORD);
        assertThat(apply(RECORD).problems()).isEmpty();
        assertThat(apply(RECORD).touched())
                .singleElement()
                .satisfies(one -> assertThat(one.reviewed()).isTrue());
    }

    @Test
    void aStatementWithoutACueStandsWithinNone() {
        ArticleRecord record = Marked.nested(RECORD, 0, 1);
        Attribution words = record.statements().get(1).attribution();
        say(record, 1, new SpansAre(words.source(), List.of(), words.content()));

        Statement statement = apply(record).record().statements().get(1);

        assertThat(statement.attribution().cue()).isEmpty();
        assertThat(statement.within()).isEmpty();
        assertThat(statement.attribution().confidence().cue()).isEmpty();
        assertThat(statement.attribution().confidence().source()).contains(1.0);
    }

    // ---- statements within others, and disputes ----

    @Test
    void whatStoodWithinARejectedStatementStandsWithinTheOneAround() {
        ArticleRecord record = Marked.nested(RECORD, 0, 1, 2);
        say(record, 1, new Rejected());
        assertThat(with(apply(record), id(record, 2)).within()).contains(id(record, 0));

        say(record, 0, new Rejected());
        assertThat(with(apply(record), id(record, 2)).within()).isEmpty();
        assertThat(apply(record).record().statements()).hasSize(1);
    }

    @Test
    void whatStoodWithinAStatementThatMovedStandsWithinItStill() {
        ArticleRecord record = Marked.nested(RECORD, 0, 2);
        Attribution words = record.statements().get(0).attribution();
        say(record, 0, spans(words, words(text(record), "harbour would open in spring")));

        Corrected corrected = apply(record);

        String moved = corrected.touched().get(0).id().orElseThrow();
        assertThat(moved).isNotEqualTo(id(record, 0));
        assertThat(with(corrected, id(record, 2)).within()).contains(moved);
        assertThat(corrected.inPlace().statements().get(2).within()).contains(id(record, 0));
    }

    @Test
    void inPlaceWhatStoodWithinARejectedStatementStandsWithinNone() {
        ArticleRecord record = Marked.nested(Marked.nested(RECORD, 0, 1), 1, 2);
        say(record, 1, new Rejected());

        List<Statement> statements = apply(record).inPlace().statements();

        assertThat(statements).extracting(Statement::id).containsExactly(id(record, 0), id(record, 2));
        assertThat(statements.get(1).within()).isEmpty();
        assertThat(statements.get(1).speaker())
                .isEqualTo(record.statements().get(2).speaker());
        assertThat(statements.get(1).stance())
                .isEqualTo(record.statements().get(2).stance());
        assertThat(statements.get(1).attribution())
                .isEqualTo(record.statements().get(2).attribution());
    }

    @Test
    void whoConfirmsDoesNotReject() {
        ArticleRecord record = Marked.disputed(RECORD, 1, 0);
        Dispute.Kind kind = record.disputes().get(0).kind();
        assertThat(kind.isAgainst() && kind != Dispute.Kind.CONTRADICTS).isTrue();

        say(record, 1, new StanceIs(new StanceReading(Stance.LABELS, false, false)));
        assertThat(apply(record).record().disputes()).as("says nothing of it").hasSize(1);
        say(record, 1, new StanceIs(new StanceReading(Stance.CONFIRMS, false, false)));
        assertThat(apply(record).record().disputes()).isEmpty();
        say(record, 1, new StanceIs(new StanceReading(Stance.DENIES, false, false)));
        assertThat(apply(record).record().disputes()).hasSize(1);
        say(record, 1, new StanceIs(new StanceReading(Stance.DENIES, true, false)));
        assertThat(apply(record).record().disputes()).as("did not deny it").isEmpty();
    }

    @Test
    void disputesFollowTheirStatementsAndGoWithThem() {
        ArticleRecord record = Marked.disputed(Marked.disputed(RECORD, 1, 0), 2, 1);
        Attribution words = record.statements().get(1).attribution();
        say(record, 1, spans(words, words(text(record), "any money was missing")));
        Corrected moved = apply(record);
        String now = moved.touched().get(0).id().orElseThrow();

        assertThat(moved.record().disputes()).extracting(Dispute::from).containsExactly(now, id(record, 2));
        assertThat(moved.record().disputes()).extracting(Dispute::to).containsExactly(id(record, 0), now);
        assertThat(moved.record().disputes().get(0).evidence())
                .isEqualTo(record.disputes().get(0).evidence());
        assertThat(moved.record().disputes().get(0).confidence()).isEqualTo(0.75);
        assertThat(moved.inPlace().disputes()).isEqualTo(record.disputes());

        say(record, 0, new Rejected());
        assertThat(apply(record).record().disputes()).extracting(Dispute::from).containsExactly(id(record, 2));
        assertThat(apply(record).inPlace().disputes())
                .containsExactly(record.disputes().get(1));

        say(record, 2, new Rejected());
        assertThat(apply(record).record().disputes()).isEmpty();
        assertThat(apply(record).inPlace().disputes()).isEmpty();
    }

    // ---- in place ----

    @Test
    void inPlaceASpeakerAndAStanceAreThosePeopleGaveAndTheWordsTheEngineS() {
        Attribution words = RECORD.statements().get(1).attribution();
        say(RECORD, 1, spans(words, words(text(RECORD), "any money was missing")));
        say(RECORD, 1, new SpeakerIs("Tove Arden", Optional.empty()));
        say(RECORD, 1, new StanceIs(new StanceReading(Stance.REJECTS, false, true)));

        Corrected corrected = apply(RECORD);
        Statement statement = corrected.inPlace().statements().get(1);

        assertThat(statement.id()).isEqualTo(id(RECORD, 1));
        assertThat(statement.attribution()).isEqualTo(words);
        assertThat(((Resolved) statement.speaker()).name()).isEqualTo("Tove Arden");
        assertThat(statement.stance()).contains(new StanceReading(Stance.REJECTS, false, true));
        assertThat(corrected.inPlace().speakers()).extracting(Speaker::name).contains("Tove Arden");
        assertThat(corrected.inPlace().statements().get(0))
                .isEqualTo(RECORD.statements().get(0));
    }

    @Test
    void inPlaceARecordThatNobodyCorrectedIsTheEngineS() {
        assertThat(apply(RECORD).inPlace()).isSameAs(RECORD);
        assertThat(apply(RECORD).problems()).isEmpty();
    }

    // ---- what stands by itself ----

    @Test
    void anAddedStatementIsReadByItsCueUnlessSomebodySawAnotherStance() {
        ArticleRecord bare = Marked.record("Ilan Serrat denied that any money was missing. It rained.");
        String text = text(bare);
        Anchor denied = Anchor.of(
                bare,
                Location.TEXT,
                List.of(words(text, "Ilan Serrat")),
                List.of(words(text, "denied")),
                List.of(words(text, "that any money was missing")));
        say(denied, new Added(), Seen.NOTHING);
        Statement read = apply(bare).record().statements().get(0);
        assertThat(read.stance())
                .hasValueSatisfying(one -> assertThat(one.stance()).isEqualTo(Stance.DENIES));
        assertThat(read.speaker()).isEqualTo(new Unresolved(Unresolved.NOT_TRIED));

        made.clear();
        say(
                denied,
                new Added(),
                new Seen(Optional.of("Mara Oldin"), Optional.of(new StanceReading(Stance.ASKS, true, false))));
        Statement seen = apply(bare).record().statements().get(0);
        assertThat(seen.stance()).contains(new StanceReading(Stance.ASKS, true, false));
        assertThat(((Resolved) seen.speaker()).why()).isEqualTo("seen so by editor on 2026-05-16");
    }

    @Test
    void anAddedQuotationWithoutACueGoesOnAndHasNoStance() {
        ArticleRecord bare = Marked.record("“We mean it,” and it rained.");
        say(
                Anchor.of(bare, Location.TEXT, List.of(), List.of(), List.of(words(text(bare), "“We mean it,”"))),
                new Added(),
                Seen.NOTHING);

        Statement statement = apply(bare).record().statements().get(0);

        assertThat(statement.stance()).isEmpty();
        assertThat(statement.speaker()).isEqualTo(new Unresolved("CONTINUED"));
        assertThat(statement.attribution().form()).isEqualTo(Form.DIRECT);
    }

    @Test
    void anAddedStatementWithoutASourceSaysThatItHasNone() {
        ArticleRecord bare = Marked.record("It was said that it rained.");
        say(
                Anchor.of(
                        bare,
                        Location.TEXT,
                        List.of(),
                        List.of(words(text(bare), "said")),
                        List.of(words(text(bare), "that it rained"))),
                new Added(),
                Seen.NOTHING);

        assertThat(apply(bare).record().statements().get(0).speaker()).isEqualTo(new Unresolved(Unresolved.NO_SOURCE));
    }

    @Test
    void whatStandsByItselfIsCorrectedWhereItWasLastSeen() {
        ArticleRecord bare = Marked.record("Mara Oldin said the harbour would open in spring. It rained.");
        Correction first = say(RECORD_OF_BARE, 0, new Added());
        Corrected now = apply(bare);
        String id = now.touched().get(0).id().orElseThrow();

        assertThat(now.anchor(id)).isEqualTo(first.anchor());
        assertThat(now.of(id)).isEqualTo(Optional.of(now.touched().get(0)));
        say(first.anchor(), new Undone(first.id()), Seen.NOTHING);
        assertThat(apply(bare).record()).isEqualTo(bare);
        assertThat(apply(bare).touched()).singleElement().satisfies(one -> {
            assertThat(one.id()).isEmpty();
            assertThat(one.problem()).isEmpty();
            assertThat(one.reviewed()).isFalse();
        });
    }

    private static final ArticleRecord RECORD_OF_BARE =
            Marked.record("[Mara Oldin] <said> {the harbour would open in spring}. It rained.");

    @Test
    void theBetterFitHasTheStatementAndTheOtherStandsByItself() {
        ArticleRecord worse = Marked.record("[Oldin] <told> reporters {0123456789ab}cdefghij.");
        ArticleRecord better = Marked.record("[Oldin] told <reporters> 012{3456789abcdefghij}.");
        ArticleRecord whole = Marked.record("[Oldin] <told reporters> {0123456789abcdefghij}.");
        say(worse, 0, new SpeakerIs("Tove Arden", Optional.empty()));
        say(better, 0, new SpeakerIs("Mara Oldin", Optional.empty()));

        Corrected corrected = apply(whole);

        assertThat(((Resolved) with(corrected, id(whole, 0)).speaker()).name()).isEqualTo("Mara Oldin");
        assertThat(corrected.touched()).hasSize(2);
        assertThat(corrected.touched().get(0).engineId()).contains(id(whole, 0));
        assertThat(corrected.touched().get(1).engineId()).isEmpty();
        assertThat(corrected.touched().get(1).problem()).contains(Problem.LOOSE);
        assertThat(corrected.record().statements()).hasSize(2);
    }

    // ---- what was touched ----

    @Test
    void whatWasTouchedStandsInTheOrderOfTheRecordWhateverWasSaidFirst() {
        say(RECORD, 2, new Accepted());
        say(RECORD, 0, new NobodyNamed());
        say(RECORD, 1, new Rejected());

        Corrected corrected = apply(RECORD);

        assertThat(corrected.touched())
                .extracting(one -> one.engineId().orElseThrow())
                .containsExactly(id(RECORD, 0), id(RECORD, 1), id(RECORD, 2));
        assertThat(corrected.of(id(RECORD, 1)).orElseThrow().id()).isEmpty();
        assertThat(corrected.of(id(RECORD, 2)).map(Touched::inForce)).contains(List.of(made.get(0)));
        assertThat(corrected.of("0")).isEmpty();
        assertThat(corrected.anchor(id(RECORD, 1))).isEqualTo(made.get(2).anchor());
        assertThatThrownBy(() -> corrected.anchor("0")).hasMessage("the record of harbour.txt has no statement 0");
    }

    @Test
    void aMovedStatementIsFoundByItsOldIdAndItsNewOne() {
        Attribution words = RECORD.statements().get(0).attribution();
        say(RECORD, 0, spans(words, words(text(RECORD), "harbour would open in spring")));
        Corrected corrected = apply(RECORD);
        Touched touched = corrected.touched().get(0);

        assertThat(corrected.of(id(RECORD, 0))).contains(touched);
        assertThat(corrected.of(touched.id().orElseThrow())).contains(touched);
        assertThat(corrected.anchor(touched.id().orElseThrow()))
                .isEqualTo(made.get(0).anchor());
    }

    // ---- speakers ----

    @Test
    void twoWhomTheArticleDoesNotNameAreTwoSpeakers() {
        say(RECORD, 0, new SpeakerIs("Tove Arden", Optional.empty()));
        say(RECORD, 1, new SpeakerIs("Emil Varga", Optional.of(SpeakerKind.OFFICE)));

        List<Speaker> speakers = apply(RECORD).record().speakers();

        assertThat(speakers).extracting(Speaker::name).endsWith("Tove Arden", "Emil Varga");
        assertThat(speakers).extracting(Speaker::id).doesNotHaveDuplicates().endsWith("c1", "c2");
        assertThat(speakers).extracting(Speaker::kind).endsWith(SpeakerKind.PERSON, SpeakerKind.OFFICE);
    }

    @Test
    void aNameOfAnotherKindIsSomebodyElse() {
        say(RECORD, 2, new SpeakerIs("Ilan Serrat", Optional.of(SpeakerKind.ORGANISATION)));

        ArticleRecord record = apply(RECORD).record();

        assertThat(record.speakers()).hasSize(RECORD.speakers().size() + 1);
        assertThat(((Resolved) record.statements().get(2).speaker()).speakerId())
                .isNotEqualTo(((Resolved) record.statements().get(1).speaker()).speakerId());
        assertThat(((Resolved) record.statements().get(1).speaker()).why())
                .isEqualTo(((Resolved) RECORD.statements().get(1).speaker()).why());
    }

    @Test
    void whySomebodySaysItIsTheNoteOfWhoSaidSo() {
        Anchor anchor = Anchor.of(RECORD, RECORD.statements().get(0));
        made.add(Correction.of(
                anchor,
                new SpeakerIs("Ilan Serrat", Optional.empty()),
                Seen.NOTHING,
                "editor",
                NOON,
                Optional.of(" named in the caption ")));

        assertThat(((Resolved) apply(RECORD).record().statements().get(0).speaker()).why())
                .isEqualTo("corrected by editor on 2026-05-16: named in the caption");
    }

    // ---- what corrections are known by ----

    @Test
    void whateverIsSaidOtherwiseHasAnotherId() {
        List<Span> words = List.of(new Span(0, 4));
        List<Change> changes = List.of(
                new SpeakerIs("Tove Arden", Optional.empty()),
                new SpeakerIs("Tove Arden", Optional.of(SpeakerKind.PERSON)),
                new SpeakerIs("Tove Ardens", Optional.empty()),
                new NobodyNamed(),
                new StanceIs(new StanceReading(Stance.ASKS, false, false)),
                new StanceIs(new StanceReading(Stance.ASKS, true, false)),
                new StanceIs(new StanceReading(Stance.ASKS, false, true)),
                new StanceIs(new StanceReading(Stance.SAYS, false, false)),
                new Rejected(),
                new Accepted(),
                new Added(),
                new SpansAre(words, List.of(), words),
                new SpansAre(List.of(), words, words),
                new SpansAre(List.of(), List.of(), List.of(new Span(0, 5))),
                new Undone("one"),
                new Undone("two"));
        for (Change change : changes) {
            made.add(Correction.of(
                    Anchor.of(RECORD, RECORD.statements().get(0)),
                    change,
                    Seen.NOTHING,
                    "editor",
                    NOON,
                    Optional.empty()));
        }

        assertThat(made).extracting(Correction::id).doesNotHaveDuplicates();
        assertThat(made)
                .extracting(one -> one.change().code())
                .containsExactly(
                        "SPEAKER", "SPEAKER", "SPEAKER", "NOBODY", "STANCE", "STANCE", "STANCE", "STANCE", "REJECT",
                        "ACCEPT", "ADD", "SPANS", "SPANS", "SPANS", "UNDO", "UNDO");
    }

    @Test
    void aNoteIsStrippedAndABlankOneIsNone() {
        Anchor anchor = Anchor.of(RECORD, RECORD.statements().get(0));
        assertThat(noted(anchor, "  why \n").note()).contains("why");
        assertThat(noted(anchor, " \t ").note()).isEmpty();
        assertThat(noted(anchor, "x".repeat(4_000)).note()).isPresent();
        assertThat(noted(anchor, "why").id())
                .as("a note does not make another correction")
                .isEqualTo(noted(anchor, "").id());
    }

    private static Correction noted(Anchor anchor, String note) {
        return Correction.of(anchor, new Accepted(), Seen.NOTHING, "editor", NOON, Optional.of(note));
    }

    @Test
    void aCorrectionThatCannotBeIsRefused() {
        Anchor anchor = Anchor.of(RECORD, RECORD.statements().get(0));
        Correction good = noted(anchor, "");
        assertThatThrownBy(() -> Correction.of(anchor, new Accepted(), Seen.NOTHING, " ", NOON, Optional.empty()))
                .hasMessage("a correction has an author");
        assertThatThrownBy(() -> new Correction(
                        good.id(), anchor, good.change(), good.seen(), "editor", NOON.plusNanos(1), Optional.empty()))
                .hasMessageContaining("to the millisecond, unlike 2026-05-16T12:00:00.000000001Z");
        assertThatThrownBy(
                        () -> new Correction("0", anchor, good.change(), good.seen(), "editor", NOON, Optional.empty()))
                .hasMessage("a correction has the id 0 that should be " + good.id());
        assertThat(Correction.of(anchor, new Accepted(), Seen.NOTHING, "editor", NOON.plusNanos(1), Optional.empty()))
                .isEqualTo(good);
    }

    @Test
    void spansStandInOrderAndMayTouchButNotOverlap() {
        List<Span> content = List.of(new Span(0, 9));
        assertThat(new SpansAre(List.of(), List.of(), List.of(new Span(0, 3), new Span(3, 5))).content())
                .hasSize(2);
        assertThatThrownBy(() -> new SpansAre(List.of(new Span(0, 3), new Span(2, 5)), List.of(), content))
                .hasMessage("source spans overlap or are out of order: [0, 3), [2, 5)");
        assertThatThrownBy(() -> new SpansAre(List.of(), List.of(new Span(4, 5), new Span(0, 3)), content))
                .hasMessage("cue spans overlap or are out of order: [4, 5), [0, 3)");
        assertThatThrownBy(() -> new SpansAre(List.of(), List.of(), List.of())).hasMessage("a statement has content");
        assertThatThrownBy(() -> new SpeakerIs(" ", Optional.empty()))
                .hasMessage("the name of a speaker must not be blank");
    }

    @Test
    void anAnchorHasContentInsideItsTextAndADigest() {
        ArticleRecord record = Marked.titled("No", TALKS);
        assertThatThrownBy(() -> Anchor.of(record, Location.TITLE, List.of(), List.of(), List.of(new Span(0, 3))))
                .hasMessage("the span [0, 3) lies outside the title of harbour.txt (length 2)");
        assertThat(Anchor.of(record, Location.TITLE, List.of(), List.of(), List.of(new Span(0, 2)))
                        .words())
                .isEqualTo("No");
        assertThatThrownBy(() -> Anchor.of(RECORD, Location.TEXT, List.of(), List.of(), List.of()))
                .hasMessage("a correction is about a statement, which has content");
        Anchor pieces =
                Anchor.of(RECORD, Location.TEXT, List.of(), List.of(), List.of(new Span(0, 4), new Span(5, 10)));
        assertThat(pieces.words()).isEqualTo("Mara … Oldin");
        assertThatThrownBy(() ->
                        new Anchor("md5:0", Location.TEXT, List.of(), List.of(), pieces.content(), pieces.words()))
                .hasMessage("the digest of a text begins with sha256:, unlike 'md5:0'");
        assertThat(Anchor.digest(""))
                .isEqualTo("sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }
}
