package io.onrecord.testkit.attribution;

import static io.onrecord.testkit.RecordAssert.record;
import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.attribution.Attributor;
import io.onrecord.attribution.Mode;
import io.onrecord.encoder.TokenScores;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Attribution;
import io.onrecord.model.Confidence;
import io.onrecord.model.Location;
import io.onrecord.model.Text;
import io.onrecord.testkit.Script;
import io.onrecord.testkit.ScriptedEncoder;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From what a network holds of a text to who said what. */
class StatementsTest {

    @Test
    void aStatementHasASourceACueAndContent() {
        record("[c1: “We will appeal,”] [q1: said] [s1: Ms Ito].")
                .says("Ms Ito", "“We will appeal,”")
                .by("said")
                .directly()
                .nothingElse();
        record("[s1: Ms Ito] [q1: said] [c1: that they would appeal].")
                .says("Ms Ito", "that they would appeal")
                .indirectly()
                .nothingElse();
        record("[s1: Ms Ito] [q1: said] [c1: they “will appeal”].")
                .says("Ms Ito", "they “will appeal”")
                .partlyQuoted()
                .nothingElse();
    }

    @Test
    void aCueMayHaveSeveralWords() {
        record("[q1: According to] [s1: the ministry], [c1: the bridge is safe].")
                .says("the ministry", "the bridge is safe")
                .by("According to");
    }

    @Test
    void contentMayStandOnBothSidesOfItsCue() {
        record("[c1: “If the wall goes,”] [s1: Castellane] [q1: said], [c1: “nobody will look at my model.”]")
                .says("Castellane", "“If the wall goes,”", "“nobody will look at my model.”")
                .directly()
                .nothingElse();
        record("[c1: “We are done,”] [q1: said] [s1: Quist], [c1: and the trams would stand].")
                .says("Quist", "“We are done,”", "and the trams would stand")
                .partlyQuoted();
    }

    @Test
    void ofSeveralSourcesAStatementHasTheOneThatItAndItsCueAgreeOn() {
        record("[s1=0.6+2=0.4: Ito], and later [s1=0.9: Mori], [q1: said] [c1: it rained]. [q2: It snowed].")
                .says("Mori", "it rained");
        record("[s1=0.9: The mayor] spoke. [c1: “It rains,”] [q1: said] [s1=0.6: Mori].")
                .says("The mayor", "“It rains,”");
    }

    @Test
    void oneSourceMayServeSeveralCues() {
        record("[s1+2: Ito] [q1: said] [c1: it rained] and [q2: added] [c2: that it would go on].")
                .says("Ito", "it rained")
                .by("said")
                .says("Ito", "that it would go on")
                .by("added")
                .nothingElse();
    }

    @Test
    void aCueTakesASharedSourceOnlyIfNoneIsItsOwn() {
        record("[s1=0.6+2=0.4: Ito] [q1: said] [c1: it rained]; [s2: Mori] [q2: said] [c2: it did not].")
                .says("Ito", "it rained")
                .says("Mori", "it did not")
                .nothingElse();
    }

    @Test
    void ofTwoSharedSourcesACueTakesTheOneThatGivesItMore() {
        record("[s1=0.5+3=0.5: Ito] [q1: said] [c1: it rained]; [s2=0.4+3=0.6: Mori] [q2: said] [c2: it did not];"
                        + " [q3: adding] [c3: little].")
                .says("Mori", "little")
                .by("adding");
    }

    @Test
    void aSourceThatHardlyPointsAtACueIsNotShared() {
        record("[s1=0.999+2=0.001: Ito] [q1: said] [c1: it rained]. It was [q2: reported] [c2: that it would go on].")
                .says("Ito", "it rained")
                .nobodySays("that it would go on")
                .by("reported")
                .nothingElse();
    }

    @Test
    void aStatementMayLackASource() {
        record("[c1: The bridge is safe], it was [q1: said].")
                .nobodySays("The bridge is safe")
                .sure(new Confidence(0.9782, Optional.empty(), Optional.of(0.9898), 0.9883))
                .nothingElse();
    }

    @Test
    void aCueWithoutContentIsNoStatement() {
        record("[s1: Ito] [q1: spoke] for an hour.").nobodySaysAnything();
    }

    @Test
    void contentWithoutACueIsNoStatement() {
        record("[c1: It rains], [q1 0.2: said] nobody.").nobodySaysAnything();
    }

    @Test
    void contentWhoseCueTheNetworkNeverSawWithItIsNoStatement() {
        record("[c1: It rains]. || [s1: Ito] [q1: said].").nobodySaysAnything();
        record("[c1: “It rains.”] || [s2: Ito] [q1: said]. [q2: Added] [c2: he: “It pours.”]")
                .says("Ito", "he: “It pours.”")
                .by("Added")
                .nothingElse();
    }

    @Test
    void aSourceWhoseCueTheNetworkNeverSawWithItIsNobodys() {
        record("[s1: Ito] spoke. || [c1: “It rains,”] [q1: read] the note.").nobodySays("“It rains,”");
    }

    @Test
    void aSpanGoesToTheCueItPointsAtMost() {
        record(
                        "[s1: Ito] [q1: said] [c1: it rained]; [s2: Mori] [q2: said] [c2: it did not], [c1=0.4+2=0.6: not at all].")
                .says("Mori", "it did not", "not at all")
                .says("Ito", "it rained");
    }

    @Test
    void aStatementMayStandAcrossSentencesAndParagraphs() {
        record("[s1: Ms Ito] [q1: answered] after a while. She looked up. [c1: “It rains.”]")
                .says("Ms Ito", "“It rains.”");
        record("""
                [s1: Ms Ito] [q1: answered] after a while.

                [c1: “It rains.”]""").says("Ms Ito", "“It rains.”").directly();
    }

    @Test
    void contentGoesOnOverTheParagraphsThatReopenItsMark() {
        record("""
                [s1: Ms Ito] [q1: answered]: [c1: “It rains.]
                [c1: “It pours.]
                [c1: “It floods.”]
                Nobody spoke.""")
                .says("Ms Ito", "“It rains.", "“It pours.", "“It floods.”")
                .directly()
                .nothingElse();
    }

    @Test
    void aSpanNeverCrossesAParagraph() {
        record("[s1: Ito] [q1: said] [c1: it rained.\n\nIt poured].")
                .says("Ito", "it rained.")
                .nothingElse();
    }

    @Test
    void whatStandsInAnotherParagraphBelongsToACueWithContentOnlyIfItIsQuoted() {
        record("[c1: Dam holds]\n[s1: Ito] [q1: said] [c1: the dam would hold].\n[c1: “It always has,”] she adds.")
                .says("Ito", "the dam would hold", "“It always has,”")
                .nothingElse();
        record("[c1: Dam holds]\n[q1: said] [s1: Ito].").says("Ito", "Dam holds");
    }

    @Test
    void contentsWithNothingButASpaceBetweenThemAreOne() {
        record("[s1: Ito] [q1: said] [c1: it rained,] [c1: it poured], [c1: it hailed].")
                .says("Ito", "it rained, it poured", "it hailed")
                .nothingElse();
        record("[s1: Ito] [q1: said] [c1: it rained,][c1: it poured].").says("Ito", "it rained,it poured");
    }

    @Test
    void statementsStandInTheOrderOfTheText() {
        record("[s1: Ito] [q1: said] [c1: one]. [c2: Two], [q2: said] [s2: Mori]. [c4: Four], [s3: Ito] [q3: added] "
                        + "[c3: three], [q4: said] [s4: Mori].")
                .inOrder("one", "Two", "Four", "three");
    }

    @Test
    void quotationMarksAroundContentBelongToIt() {
        record("“[c1: We will appeal,]” [q1: said] [s1: Ms Ito].")
                .says("Ms Ito", "“We will appeal,”")
                .directly();
        record("« [c1: Nous verrons] », [q1: a dit] [s1: la maire].")
                .says("la maire", "« Nous verrons »")
                .directly();
    }

    @Test
    void twoContentsThatShareTheirMarksAreOne() {
        record("[s1: Ito] [q1: said]: [c1: “It rains]. [c1: It pours.”]").says("Ito", "“It rains", "It pours.”");
        record("[s1: Ito] [q1: said]: “[c1: It rains.][c1: ”]").says("Ito", "“It rains.”");
    }

    @Test
    void confidenceIsTheProductOfThePartsAndThatOfAPartIsThatOfExactlyItsWords() {
        // Two words of 0.7 with everything else outside: both have 0.49, none 0.09, the first alone 0.21, and the
        // second alone
        // cannot be, for a span begins before it goes on.
        record("[s1 0.9: Ms Ito] [q1 0.8: said] [c1 0.7: it rained].")
                .says("Ms Ito", "it rained")
                .sure(new Confidence(0.4427, Optional.of(0.8908), Optional.of(0.8007), 0.6206));
    }

    @Test
    void confidenceOfAPartIsTheMeanOverItsSpansAndThatOfTheStatementCountsTheLinks() {
        record("[c1 0.9: It rained], [s1: Ito] [q1 0.95: said], [c1 0.7: a lot].")
                .says("Ito", "It rained", "a lot")
                .sure(new Confidence(0.7107, Optional.of(0.991), Optional.of(0.9494), 0.7553));
        record("[s1=0.6+2=0.4: Ito] [q1: said] [c1: yes] and [q2: added] [c2: no].")
                .says("Ito", "yes")
                .sure(new Confidence(0.5827, Optional.of(0.991), Optional.of(0.9905), 0.9893))
                .says("Ito", "no")
                .sure(new Confidence(0.3886, Optional.of(0.991), Optional.of(0.991), 0.9893));
    }

    @Test
    void anUnsureSpanIsNotThereWherePrecisionIsPreferred() {
        String source = "[s1: Ito{B-Source 0.45, B-Content 0.25, O 0.3}] [q1: said] [c1: it rained].";
        assertThat(attributions(source, Mode.RECALL).get(0).source()).hasSize(1);
        assertThat(attributions(source, Mode.PRECISION).get(0).source()).isEmpty();
        String cue = "[s1: Ito] [q1: said{B-Cue 0.45, B-Source 0.25, O 0.3}] [c1: it rained].";
        assertThat(attributions(cue, Mode.RECALL)).hasSize(1);
        assertThat(attributions(cue, Mode.PRECISION)).isEmpty();
    }

    private static List<Attribution> attributions(String marked, Mode mode) {
        Script script = Script.of(marked);
        TokenScores scores = ScriptedEncoder.of(script).encode(script.text());
        return Attributor.attribute(script.text(), Location.TEXT, scores, mode);
    }

    @Test
    void aTextOfQuotationMarksAloneIsRead() {
        record("“”\"''«» ‘’ \"").nobodySaysAnything();
        record("[c1: “”] [q1: \"] [s1: ''] «").says("''", "“”").nothingElse();
    }

    @Test
    void anEmptyTextHasNoStatements() {
        record("").nobodySaysAnything();
        record(" \n\n ").nobodySaysAnything();
    }

    @Test
    void spansOfATitleAreSpansOfThatTitle() {
        Script script = Script.of("[s1: Trask][q1: :] [c1: No deal]");
        List<Attribution> found = Attributor.attribute(
                script.text(), Location.TITLE, ScriptedEncoder.of(script).encode(script.text()), Mode.BALANCED);
        assertThat(found).singleElement().satisfies(attribution -> {
            assertThat(attribution.in()).isEqualTo(Location.TITLE);
            assertThat(attribution.content().get(0).of(script.text().value())).isEqualTo("No deal");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TESK — The mayor of Tesk, Ana Orell,|The mayor of Tesk, Ana Orell,",
                "TESK, Avenia (Northwire) - Mayor Ana Orell|Mayor Ana Orell",
                "Tesk, March 3 (Northwire) – Mayor Ana Orell|Mayor Ana Orell",
                "PORT TESK/VELIA -- Mayor Ana Orell|Mayor Ana Orell",
                "NORDA — the union of rivers —|NORDA — the union of rivers —",
                "Ana Orell — the mayor —|Ana Orell — the mayor —",
                "TESK|TESK"
            })
    void whereAStoryWasWrittenIsNoPartOfWhoSpeaks(String marked, String source) {
        record("[s1: " + marked + "] [q1: said] [c1: that the dam leaked].")
                .says(source, "that the dam leaked")
                .nothingElse();
        record("It rained.\n[c1: " + marked + " held the dam], [s1: Ito] [q1: said].")
                .says("Ito", source + " held the dam")
                .nothingElse();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whateverANetworkHoldsTheRecordHoldsTogether(long seed) {
        Random random = new Random(seed);
        String[] words = {"“", "”", "said", "Ito", "🎉", "e\u0301", "\n", ",", "rain·ing", "\"", "‘", "’", "א", "\u200F"
        };
        String[] tags = {"B-Source", "I-Source", "B-Cue", "I-Cue", "B-Content", "I-Content"};
        for (int round = 0; round < 100; round++) {
            StringBuilder marked = new StringBuilder();
            for (int i = 0; i < 60; i++) {
                String word = words[random.nextInt(words.length)];
                marked.append(word);
                if (!word.equals("\n") && !word.equals("\u200F") && random.nextInt(3) > 0) {
                    marked.append('{')
                            .append(tags[random.nextInt(tags.length)])
                            .append(" 0.")
                            .append(5 + random.nextInt(5))
                            .append('}');
                }
                marked.append(random.nextInt(20) == 0 ? " || " : " ");
            }
            // The constructors check the rest.
            ArticleRecord record = record(marked.toString()).get();
            record.statements().forEach(statement -> {
                Confidence sure = statement.attribution().confidence();
                assertThat(sure.statement()).isBetween(0.0, 1.0);
                assertThat(sure.content()).isBetween(0.0, 1.0);
            });
            Text text = record.article().text();
            record.statements().stream()
                    .flatMap(statement -> statement.attribution().content().stream())
                    .forEach(span -> assertThat(text.paragraphs())
                            .as("paragraph around %s of %s", span, marked)
                            .anyMatch(paragraph -> paragraph.contains(span)));
        }
    }
}
