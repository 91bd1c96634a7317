package io.onrecord.exchange.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onrecord.corrections.Anchor;
import io.onrecord.corrections.Change;
import io.onrecord.corrections.Corrected;
import io.onrecord.corrections.Correction;
import io.onrecord.corrections.Corrections;
import io.onrecord.exchange.annotation.AnnotationFiles.Format;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Location;
import io.onrecord.model.Resolution;
import io.onrecord.model.Span;
import io.onrecord.model.Stance;
import io.onrecord.model.StanceReading;
import io.onrecord.model.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each thing that a person changes in brat gives exactly its correction. */
class EditsTest {

    private static final ArticleRecord RECORD = Example.record();

    @TempDir
    private Path folder;

    private Exported brat() throws IOException {
        return Exported.to(folder, Format.BRAT, RECORD);
    }

    /** The key of the mark of a part that covers some words. */
    private static String key(Exported exported, String part, String words) throws IOException {
        Matcher line = Pattern.compile("(?m)^(T\\d+)\t" + part + " [^\t]*\t" + Pattern.quote(words) + "$")
                .matcher(Files.readString(exported.file(".ann")));
        assertThat(line.find()).as(part + " " + words).isTrue();
        return line.group(1);
    }

    /** Removes the mark and all lines about it. */
    private static void remove(Exported exported, String... keys) throws IOException {
        Path ann = exported.file(".ann");
        String left = Files.readString(ann)
                .lines()
                .filter(line -> List.of(keys).stream()
                        .noneMatch(key -> line.startsWith(key + "\t") || line.matches(".*[ :]" + key + "([ \t].*)?$")))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
        Files.writeString(ann, left);
    }

    private static Statement said(String cue) {
        return RECORD.statements().stream()
                .filter(one -> one.attribution().cue().stream()
                        .anyMatch(span ->
                                span.of(RECORD.textOf(one.attribution().in())).equals(cue)))
                .findFirst()
                .orElseThrow();
    }

    private static void gives(Edits edits, Statement statement, Change... changes) {
        assertThat(edits.notTaken()).isEmpty();
        assertThat(edits.corrections()).extracting(Correction::change).containsExactly(changes);
        assertThat(edits.corrections()).extracting(Correction::anchor).containsOnly(Anchor.of(RECORD, statement));
        assertThat(edits.corrections()).extracting(Correction::author).containsOnly("Pia Lund");
        assertThat(edits.corrections()).extracting(Correction::time).containsOnly(Exported.TIME);
    }

    @Test
    void aStatementThatIsRemovedIsRejected() throws IOException {
        Exported exported = brat();
        remove(
                exported,
                key(exported, "CUE", "denied"),
                key(exported, "SOURCE", "Ilan Serrat"),
                key(exported, "CONTENT", "that the grain 🌾 had been sold"));
        gives(exported.edits(RECORD), said("denied"), new Change.Rejected());
    }

    @Test
    void anotherStanceIsACorrectionOfTheStance() throws IOException {
        Exported exported = brat();
        exported.replace(
                ".ann",
                "Stance " + key(exported, "CUE", "denied") + " DENIES",
                "Stance " + key(exported, "CUE", "denied") + " REJECTS");
        Edits edits = exported.edits(RECORD);
        gives(edits, said("denied"), new Change.StanceIs(new StanceReading(Stance.REJECTS, false, false)));
        assertThat(edits.corrections().get(0).seen().stance()).contains(new StanceReading(Stance.DENIES, false, false));
        assertThat(edits.corrections().get(0).seen().speaker()).contains("Ilan Serrat");
    }

    @Test
    void negatedAndHypotheticalAreCorrectionsOfTheStance() throws IOException {
        Exported exported = brat();
        String cue = key(exported, "CUE", "told");
        exported.replace(
                ".ann",
                "Stance " + cue + " SAYS\n",
                "Stance " + cue + " SAYS\nA90\tNegated " + cue + "\nA91\tHypothetical " + cue + "\n");
        gives(exported.edits(RECORD), said("told"), new Change.StanceIs(new StanceReading(Stance.SAYS, true, true)));
    }

    @Test
    void anotherNameInTheNoteIsAnotherSpeaker() throws IOException {
        Exported exported = brat();
        String cue = key(exported, "CUE", "claimed");
        exported.replace(
                ".ann",
                "AnnotatorNotes " + cue + "\tspeaker: the minister's aides",
                "AnnotatorNotes " + cue + "\tspeaker:  Tomas Rell ");
        gives(exported.edits(RECORD), said("claimed"), new Change.SpeakerIs("Tomas Rell", Optional.empty()));
    }

    @Test
    void aDashInTheNoteIsNobody() throws IOException {
        Exported exported = brat();
        String cue = key(exported, "CUE", "claimed");
        exported.replace(
                ".ann",
                "AnnotatorNotes " + cue + "\tspeaker: the minister's aides",
                "AnnotatorNotes " + cue + "\tspeaker: -");
        gives(exported.edits(RECORD), said("claimed"), new Change.NobodyNamed());
    }

    @Test
    void aNoteThatSaysSomethingElseChangesNobody() throws IOException {
        Exported exported = brat();
        String cue = key(exported, "CUE", "claimed");
        exported.replace(
                ".ann",
                "AnnotatorNotes " + cue + "\tspeaker: the minister's aides",
                "AnnotatorNotes " + cue + "\tnot sure, ask Pia");
        assertThat(exported.edits(RECORD).corrections()).isEmpty();
    }

    @Test
    void anotherSpanIsACorrectionOfTheSpansAndTheRestStays() throws IOException {
        Exported exported = brat();
        Span before = Example.in(Example.TEXT, "that the grain 🌾 had been sold");
        Span after = Example.in(Example.TEXT, "the grain 🌾 had been sold");
        // Code points: the emoji counts one.
        int end = Example.TEXT.codePointCount(0, before.end());
        exported.replace(
                ".ann",
                "CONTENT " + before.start() + " " + end + "\tthat the grain",
                "CONTENT " + after.start() + " " + end + "\tthe grain");
        Statement denied = said("denied");
        gives(
                exported.edits(RECORD),
                denied,
                new Change.SpansAre(
                        denied.attribution().source(), denied.attribution().cue(), List.of(after)));
    }

    @Test
    void aPieceOverALineEndStaysOneSpanWhenItsEndMoves() throws IOException {
        Exported exported = brat();
        int end = Example.TEXT.codePointCount(
                0, Example.in(Example.TEXT, "keep them.”").end());
        exported.replace(
                ".ann",
                " " + end + "\t“We kept every sack,” “and we will keep them.”",
                " " + (end - 1) + "\t“We kept every sack,” “and we will keep them.");
        Statement told = said("told");
        Span second = Example.in(Example.TEXT, "“and\r\nwe will keep them.");
        gives(
                exported.edits(RECORD),
                told,
                new Change.SpansAre(
                        told.attribution().source(),
                        told.attribution().cue(),
                        List.of(told.attribution().content().get(0), second)));
    }

    @Test
    void aSourceThatIsRemovedLeavesNone() throws IOException {
        Exported exported = brat();
        remove(exported, key(exported, "SOURCE", "Mara Oldin"));
        Statement said = said("said");
        gives(
                exported.edits(RECORD),
                said,
                new Change.SpansAre(
                        List.of(), said.attribution().cue(), said.attribution().content()));
    }

    @Test
    void aNewStatementIsAddedWithWhatIsSaidOfIt() throws IOException {
        Exported exported = brat();
        Files.writeString(
                exported.file(".ann"),
                Files.readString(exported.file(".ann"))
                        + mark("T91", "CUE", "kept") + mark("T92", "SOURCE", "We")
                        + mark("T93", "CONTENT", "every sack")
                        + "R91\tSOURCE Arg1:T91 Arg2:T92\t\nR92\tCONTENT Arg1:T91 Arg2:T93\t\n"
                        + "A91\tStance T91 PROMISES\n#91\tAnnotatorNotes T91\tspeaker: Ilan Serrat\n");
        Edits edits = exported.edits(RECORD);
        assertThat(edits.corrections())
                .extracting(Correction::change)
                .containsExactly(
                        new Change.Added(),
                        new Change.StanceIs(new StanceReading(Stance.PROMISES, false, false)),
                        new Change.SpeakerIs("Ilan Serrat", Optional.empty()));
        assertThat(edits.corrections())
                .extracting(Correction::anchor)
                .containsOnly(Anchor.of(
                        RECORD,
                        Location.TEXT,
                        List.of(Example.in(Example.TEXT, "We")),
                        List.of(Example.in(Example.TEXT, "kept")),
                        List.of(Example.in(Example.TEXT, "every sack"))));
        ArticleRecord corrected = Corrections.apply(RECORD, edits.corrections()).record();
        assertThat(corrected.statements()).hasSize(RECORD.statements().size() + 1);
    }

    private static String mark(String key, String part, String words) {
        Span span = Example.in(Example.TEXT, words);
        int start = Example.TEXT.codePointCount(0, span.start());
        return key + "\t" + part + " " + start + " " + (start + words.codePointCount(0, words.length())) + "\t" + words
                + "\n";
    }

    @Test
    void aStatementMadeAnewInItsPlaceIsTheSame() throws IOException {
        Exported exported = brat();
        // Without the note that has its id, as a mark is that was removed and drawn again.
        exported.replace(".ann", "\t" + said("denied").id(), "\t");
        exported.replace(".ann", " DENIES", " REJECTS");
        gives(
                exported.edits(RECORD),
                said("denied"),
                new Change.StanceIs(new StanceReading(Stance.REJECTS, false, false)));
    }

    @Test
    void aStatementInTheTitleIsCorrectedInItsOwnFile() throws IOException {
        Exported exported = brat();
        exported.replace(exported.titleFile(".ann"), " ACCUSES", " CLAIMS");
        gives(
                exported.edits(RECORD),
                said("says"),
                new Change.StanceIs(new StanceReading(Stance.CLAIMS, false, false)));
    }

    @Test
    void whatCannotBeCorrectedIsNamed() throws IOException {
        Exported exported = brat();
        exported.replace(
                ".ann",
                "Form " + key(exported, "CUE", "denied") + " INDIRECT",
                "Form " + key(exported, "CUE", "denied") + " DIRECT");
        remove(exported, key(exported, "ADDRESSEE", "reporters"));
        Path ann = exported.file(".ann");
        Files.writeString(
                ann,
                Files.readString(ann)
                        .lines()
                        .filter(line -> !line.contains("\tCONTRADICTS "))
                        .map(line -> line + "\n")
                        .collect(Collectors.joining()));
        Edits edits = exported.edits(RECORD);
        assertThat(edits.corrections()).isEmpty();
        assertThat(edits.notTaken()).hasSize(3);
        assertThat(String.join("\n", edits.notTaken()))
                .contains("another form: it follows from the quotation marks")
                .contains("another addressee: addressees cannot be corrected")
                .contains("links between statements");
    }

    @Test
    void correctionsMadeMeanwhileStayWhereTheFileLeftTheirStatementAlone() throws IOException {
        Exported exported = brat();
        exported.replace(".ann", " DENIES", " REJECTS");
        Corrected now = Corrections.apply(
                RECORD, List.of(correction(said("told"), new Change.SpeakerIs("Tomas Rell", Optional.empty()))));
        gives(
                exported.edits(now),
                said("denied"),
                new Change.StanceIs(new StanceReading(Stance.REJECTS, false, false)));
    }

    @Test
    void whatWasChangedOnBothSidesIsRefused() throws IOException {
        Exported exported = brat();
        exported.replace(".ann", " DENIES", " REJECTS");
        Corrected now = Corrections.apply(
                RECORD, List.of(correction(said("denied"), new Change.SpeakerIs("Tomas Rell", Optional.empty()))));
        assertThatThrownBy(() -> exported.edits(now))
                .isInstanceOf(AnnotationFormatException.class)
                .hasMessageContaining(
                        "changed here and, since the file was exported, in the store: export the article again");
    }

    @Test
    void theSameFileAgainChangesNothing() throws IOException {
        Exported exported = brat();
        exported.replace(".ann", " DENIES", " REJECTS");
        String cue = key(exported, "CUE", "claimed");
        exported.replace(
                ".ann",
                "AnnotatorNotes " + cue + "\tspeaker: the minister's aides",
                "AnnotatorNotes " + cue + "\tspeaker: Oldin");
        Corrected now = Corrections.apply(RECORD, exported.edits(RECORD).corrections());
        assertThat(now.record().statements())
                .filteredOn(one -> one.id().equals(said("claimed").id()))
                .extracting(one -> ((Resolution.Resolved) one.speaker()).name())
                .containsExactly("Mara Oldin");
        assertThat(exported.edits(now)).isEqualTo(new Edits(List.of(), List.of()));
    }

    @Test
    void aCorrectedRecordIsExportedAndCorrectedFurther() throws IOException {
        Corrected now = Corrections.apply(
                RECORD, List.of(correction(said("denied"), new Change.SpeakerIs("Tomas Rell", Optional.empty()))));
        Exported exported = Exported.to(folder, Format.BRAT, now.record());
        assertThat(exported.edits(now)).isEqualTo(new Edits(List.of(), List.of()));
        exported.replace(".ann", "speaker: Tomas Rell", "speaker: Ilan Serrat");
        Edits edits = exported.edits(now);
        gives(edits, said("denied"), new Change.SpeakerIs("Ilan Serrat", Optional.empty()));
        List<Correction> all = new ArrayList<>(now.touched().get(0).history());
        all.addAll(edits.corrections());
        Statement corrected = Corrections.apply(RECORD, all).record().statements().stream()
                .filter(one -> one.id().equals(said("denied").id()))
                .findFirst()
                .orElseThrow();
        assertThat(corrected.speaker())
                .isInstanceOfSatisfying(
                        Resolution.Resolved.class,
                        speaker -> assertThat(speaker.name()).isEqualTo("Ilan Serrat"));
    }

    private static Correction correction(Statement statement, Change change) {
        return Correction.of(
                Anchor.of(RECORD, statement),
                change,
                Correction.Seen.NOTHING,
                "Tomas Rell",
                Exported.TIME.minusSeconds(60),
                Optional.empty());
    }

    @Test
    void whatWasNotExportedIsNotRejected() throws IOException {
        ArticleRecord one = new ArticleRecord(
                RECORD.article(), RECORD.speakers(), List.of(said("denied")), List.of(), RECORD.producer());
        Exported exported = Exported.to(folder, Format.BRAT, one);
        assertThat(exported.edits(RECORD)).isEqualTo(new Edits(List.of(), List.of()));
    }
}
