package io.onrecord.testkit.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.attribution.Attributions;
import io.onrecord.attribution.Calibration;
import io.onrecord.attribution.Mode;
import io.onrecord.encoder.Encoder;
import io.onrecord.encoder.TokenScores;
import io.onrecord.model.Location;
import io.onrecord.model.Text;
import io.onrecord.testkit.RecordAssert;
import io.onrecord.testkit.Script;
import io.onrecord.testkit.ScriptedEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements within statements, quotations that go on, and second objects of a cue. */
class NestingTest {

    /** The record of the first text; the others are what the network holds of sentences cut out of it. */
    private static RecordAssert record(String... marked) {
        List<Script> scripts = Stream.of(marked).map(Script::of).toList();
        return RecordAssert.record(scripts.get(0).text(), ScriptedEncoder.of(scripts.toArray(new Script[0])));
    }

    // ---- statements within statements ----

    @Test
    void whatAStatementContainsIsHeardAgainByItself() {
        record(
                        "[s1: The mayor] [q1: said] [c1: that Ito had denied the theft].",
                        "[s1: Ito] [q1: had denied] [c1: the theft].")
                .says("The mayor", "that Ito had denied the theft")
                .byItself()
                .says("Ito", "the theft")
                .by("had denied")
                .within("that Ito had denied the theft")
                .nothingElse();
    }

    @Test
    void statementsStandWithinEachOtherLevelByLevel() {
        record(
                        "[s1: Abe] [q1: said] [c1: Ito said Mori claimed the bridge was safe].",
                        "[s1: Ito] [q1: said] [c1: Mori claimed the bridge was safe].",
                        "[s1: Mori] [q1: claimed] [c1: the bridge was safe].")
                .says("Ito", "Mori claimed the bridge was safe")
                .within("Ito said Mori claimed the bridge was safe")
                .says("Mori", "the bridge was safe")
                .within("Mori claimed the bridge was safe");
    }

    @Test
    void marksAroundTheWholeAreLeftOffAndMarksInsideAreKept() {
        record("[c1: “He told us ‘go home’,”] [q1: said] [s1: Ito].", "[s1: He] [q1: told] us [c1: ‘go home’].")
                .says("He", "‘go home’")
                .directly()
                .within("“He told us ‘go home’,”");
        record(
                        "[c1: “The doctor said I would walk,”] [q1: said] [s1: Ito].",
                        "[s1: The doctor] [q1: said] [c1: I would walk].")
                .says("The doctor", "I would walk")
                .indirectly();
    }

    @Test
    void contentOnBothSidesOfItsCueIsOneTextAndItsSpansStandWhereTheyStood() {
        record(
                        "[c1: “The villagers said,”] [s1: Ito] [q1: wrote], [c1: “that the wells are dry.”]",
                        "[s1: The villagers] [q1: said], [c1: that the wells are dry].")
                .says("The villagers", "that the wells are dry")
                .within("“The villagers said,”");
        record(
                        "[c1: The bridge], [s1: Ito] [q1: said] [c1: the guards had claimed], [c1: was safe].",
                        "[c1: The bridge] [s1: the guards] [q1: had claimed] [c1: was safe].")
                .says("the guards", "The bridge", "was safe")
                .within("The bridge");
    }

    @Test
    void aSentenceWithoutAWordThatReportsIsNotHeardAgain() {
        List<String> heard = new ArrayList<>();
        ScriptedEncoder scripted =
                ScriptedEncoder.of("[c1: “It rains. Mori said it would. She claims nothing.”] [q1: said] [s1: Ito].");
        Encoder listening = new Encoder() {
            @Override
            public String model() {
                return scripted.model();
            }

            @Override
            public TokenScores encode(Text text) {
                return scripted.encode(text);
            }

            @Override
            public List<TokenScores> encodeAll(List<Text> texts) {
                texts.forEach(text -> text.paragraphs().forEach(paragraph -> heard.add(paragraph.of(text.value()))));
                return Encoder.super.encodeAll(texts);
            }

            @Override
            public void close() {
                scripted.close();
            }
        };
        Text text = Script.of("“It rains. Mori said it would. She claims nothing.” said Ito.")
                .text();
        Attributions.find(text, Location.TEXT, listening, Mode.BALANCED, Calibration.NONE);
        assertThat(heard).containsExactly("Mori said it would.");
    }

    @Test
    void whatOnlyColoursTheStatementIsNoneOfItsOwn() {
        record("[c1: “I believe that it rains,”] [q1: said] [s1: Ito].", "[s1: I] [q1: believe] [c1: that it rains].")
                .says("Ito", "“I believe that it rains,”")
                .nothingElse();
        record("[s1: She] [q1: said] [c1: she feared that it rained].", "[s1: she] [q1: feared] [c1: that it rained].")
                .says("She", "she feared that it rained")
                .nothingElse();
        record("[s1: She] [q1: said] [c1: he feared that it rained].", "[s1: he] [q1: feared] [c1: that it rained].")
                .says("he", "that it rained")
                .within("he feared that it rained");
        record(
                        "[c1: “I told them in May that it rained,”] [q1: said] [s1: Ito].",
                        "[s1: I] [q1: told] them in May [c1: that it rained].")
                .says("I", "that it rained");
    }

    @Test
    void whatTheNetworkHardlyBelievesOrFindsWithoutAReportingWordIsLeft() {
        record(
                        "[s1: The mayor] [q1: said] [c1: Ito claimed the farm].",
                        "[s1 0.6: Ito] [q1 0.6: claimed] [c1 0.6: the farm].")
                .says("The mayor", "Ito claimed the farm")
                .nothingElse();
        record("[s1: The mayor] [q1: said] [c1: Ito hid what Mori said].", "[s1: Ito] [q1: hid] [c1: what Mori said].")
                .says("The mayor", "Ito hid what Mori said")
                .nothingElse();
    }

    // ---- nouns and verbs that the words alone show ----

    @Test
    void aNounIsACueWhereWordsHangOnIt() {
        record("[s1: Police] [q1: rejected] [c1: the union's claim that guards had struck first].")
                .says("the union's", "that guards had struck first")
                .by("claim")
                .within("the union's claim that guards had struck first")
                .says("Police", "the union's claim that guards had struck first")
                .nothingElse();
        record("[s1: Ito] [q1: welcomed] [c1: a promise by the mill to pay its debts].")
                .says("the mill", "to pay its debts")
                .by("promise");
        record("[s1: Ito] [q1: welcomed] [c1: her earlier assurance that nobody would go].")
                .says("her", "that nobody would go")
                .by("assurance");
        record("[s1: Nobody] [q1: would confirm] [c1: reports that Ito had left].")
                .nobodySays("that Ito had left")
                .by("reports");
    }

    @Test
    void aClauseOnASubjectEndsBeforeTheVerb() {
        record("[s1: Ito] [q1: said] [c1: the allegation that he had sold the organ was the work of a rival].")
                .nobodySays("that he had sold the organ")
                .by("allegation");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[s1: Ito] [q1: said] [c1: the claims that were made were false].",
                "[s1: Ito] [q1: denied] [c1: the allegations].",
                "[s1: Ito] [q1: recalled] [c1: a claim that the guards denied].",
                "[s1: Ito] [q1: broke] [c1: a promise to the town].",
                "[s1: Ito] [q1: said] [c1: the flood had claimed eleven lives].",
                "[s1: Ito] [q1: said] [c1: they report to the mayor].",
            })
    void aNounOnWhichNothingHangsIsNone(String marked) {
        assertThat(RecordAssert.record(marked).get().statements()).hasSize(1);
    }

    @Test
    void whoWasToldSomethingDoesNotStateIt() {
        record(
                        "[s1: The office] [q1: says] [c1: it was told that the ship had no pilot].",
                        "[s1: it] [q1: was told] [c1: that the ship had no pilot].")
                .nobodySays("that the ship had no pilot")
                .by("was told");
        record("[s1: Ito] [q1: said] [c1: it is alleged in the file that judges were flown there].")
                .nobodySays("that judges were flown there")
                .by("it is alleged");
    }

    // ---- quotations behind a colon ----

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mori went on:\n\n",
                "Mori said in a letter to the council:\n\n",
                "It rained in Selm. On Monday, Mori made the following statement:\n\n"
            })
    void aParagraphThatIsAQuotationBelongsToWhoSpeaksBeforeItsColon(String before) {
        String quotation = "“It will hold. The board said ‘never’ and it held.”";
        record(before + quotation).says("Mori", quotation).directly().nothingElse();
        record(before + "[c1: " + quotation + "]\n\n[s1: The board] [q1: disagreed] [c1: that it would].")
                .says("Mori", quotation)
                .says("The board", "that it would")
                .nothingElse();
        record(before + "[c1: " + quotation + "]\n\nLater [s1: the board] [q1: objected].")
                .says("Mori", quotation)
                .nothingElse();
    }

    @Test
    void aQuotationThatHasItsCueBesideItStays() {
        record("Mori went on:\n\n[c1: “It will hold,”] [q1: said] [s1: Ito].")
                .says("Ito", "“It will hold,”")
                .nothingElse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "There were three signs:",
                "The rules were these:",
                "“Mori went on:”",
                "What Mori said:",
                "Mori went on."
            })
    void whatNobodySaysBeforeItsColonIsNobodys(String before) {
        record(before + "\n\n“It will hold.”").nobodySaysAnything();
    }

    // ---- quotations that go on ----

    @Test
    void aParagraphThatIsAQuotationGoesOnFromTheSpeakerBefore() {
        record("[s1: Ito] [q1: said] [c1: she would go].\n\n[c1: “I was elected.”]\n\n[c1: “You were not.”]")
                .says("Ito", "she would go")
                .nobodySays("“I was elected.”")
                .goingOn()
                .directly()
                .nobodySays("“You were not.”")
                .goingOn()
                .nothingElse();
        record("[s1: Ito] [q1: said] [c1: she would go].\n\n“I was elected.”")
                .says("Ito", "she would go")
                .nobodySays("“I was elected.”")
                .goingOn();
    }

    @Test
    void aQuotationThatItsParagraphLeavesOpenIsOneWithTheNext() {
        record("[s1: Ito] [q1: said]: [c1: “I have read it.]\n\n[c1: “I have read it twice.”]")
                .says("Ito", "“I have read it.", "“I have read it twice.”")
                .nothingElse();
    }

    @Test
    void aQuotationThatIsAnnouncedIsItsOwnStatement() {
        record("[s1: Ito] [q1: answered]:\n\n[c1: “He has me.”]")
                .says("Ito", "“He has me.”")
                .nothingElse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "“NO HORSES AFTER DARK.”",
                "“Salt and Lanterns”",
                "“Open! Open! Open!”",
                "“Bread for the Poor.”",
                "“Lay the river low.”\n\nThe song is ninety years old.",
            })
    void aSignATitleAChantAndASongGoOnFromNobody(String words) {
        record("[s1: Ito] [q1: said] [c1: she would go].\n\n" + words)
                .says("Ito", "she would go")
                .nothingElse();
    }

    @Test
    void anAnswerGoesOnFromNobody() {
        record("[c1: “Did you see him?”] [q1: asked] [s1: the judge].\n\n“No.”")
                .says("the judge", "“Did you see him?”")
                .nothingElse();
    }

    @Test
    void aQuotationWithNobodyBeforeItGoesOnFromNobody() {
        record("It rained in Selm.\n\n“I was elected.”").nobodySaysAnything();
        record("[s1: Ito] [q1: said] [c1: she would go].\n\nIt rained.\n\n“I was elected.”")
                .says("Ito", "she would go")
                .nothingElse();
    }

    /** The record of a text in which the network takes no words for a cue, but for the least chance that one of them is. */
    private static RecordAssert withoutCue(String marked) {
        return record(marked + "\n\n[q1 0.1: Spring] in Selm.");
    }

    @Test
    void aQuotationThatATextBeginsWithGoesOnFromBeforeIt() {
        withoutCue("[c1: “I was elected.”]\n\n[c1: And I shall stay.”]\n\nIt rained.\n\n[c1: “You were not.”]")
                .nobodySays("“I was elected.”")
                .goingOn()
                .directly()
                .nobodySays("And I shall stay.”")
                .goingOn()
                .directly()
                .nothingElse();
        withoutCue("[c1: “I was elected.”] It rained. ||\n\n[s2: Ito] [q2: said] [c2: she would go].")
                .nobodySays("“I was elected.”")
                .goingOn()
                .says("Ito", "she would go")
                .nothingElse();
        withoutCue("[c1: “Oh, God. No.”]").nobodySays("“Oh, God. No.”").goingOn();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[c1: I was elected.]",
                "[c1: “I was” elected.]",
                "[c1 0.7: “I was elected.”]",
                "It rained. [c1: “I was elected.”]",
                "It rained.\n\n[c1: “I was elected.”]",
                "[c1: “NO HORSES AFTER DARK.”]",
                "[c1: “Salt and Lanterns.”]",
                "[c1: ‘All Doors Are Open.’]",
                "[c1: “Open! Open! Open!”]",
            })
    void whatATextBeginsWithAndNobodySpokeGoesOnFromNothing(String marked) {
        withoutCue(marked).nobodySaysAnything();
    }

    // ---- second objects ----

    @Test
    void aFrameThatStartsAnewIsASecondObjectOfItsCue() {
        record("[s1: Ito] [q1: told] the owners [c1: that the hull was sound and the crew that they should sleep].")
                .says("Ito", "that the hull was sound")
                .says("Ito", "that they should sleep")
                .by("told")
                .nothingElse();
        record("[s1: The judge] [q1: urged] [c1: the parties to settle and their lawyers to go home].")
                .says("The judge", "the parties to settle")
                .says("The judge", "their lawyers to go home");
        record("[s1: Residents] [q1: blame] [c1: the council for the flood and the railway for the rats].")
                .says("Residents", "the council for the flood")
                .says("Residents", "the railway for the rats");
        record("[s1: Ito] [q1: called] [c1: the plan “a corpse”] and its author “a fool.”")
                .says("Ito", "the plan “a corpse”")
                .says("Ito", "its author “a fool.”");
        record("The plan [q1: was described] by [s1: Ito] [c1: as a corpse and by the mayor as a cure].")
                .says("Ito", "as a corpse")
                .says("the mayor", "as a cure");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[s1: Ito] [q1: said] [c1: that the plan was dead and that taxes would rise].",
                "[s1: Ito] [q1: denied] [c1: the burglary and any part in the fire].",
                "[s1: Ito] [q1: asked] [c1: them to respect the law and the right to protest].",
                "[s1: Ito] [q1: told] them [c1: that the hull was sound and the crew asleep].",
                "[s1: Ito] [q1: accused] [c1: him of the theft of money and the loss of lives].",
            })
    void objectsUnderOneFrameAreOneContent(String marked) {
        assertThat(RecordAssert.record(marked).get().statements()).hasSize(1);
    }
}
