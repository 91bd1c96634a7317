package io.onrecord.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.onrecord.encoder.Tag;
import io.onrecord.encoder.TokenScores;
import io.onrecord.model.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The script means what it says; a slip in it is no silent pass. */
class ScriptedEncoderTest {

    @Test
    void theTextIsTheScriptWithoutItsMarks() {
        assertThat(Script.of("[c1: “We will,”] [q1 0.5: said] [s1=0.6+1: Ms It·o{O 0.4}]. || [Applause] {O}")
                        .text()
                        .value())
                .isEqualTo("“We will,” said Ms Ito. [Applause] {O}");
        assertThat(Script.of("[c1: “[knew] it,”] [q1: said] she").text().value())
                .isEqualTo("“[knew] it,” said she");
    }

    @Test
    void markedWordsHaveTheirTagsAndOthersAreOutside() {
        TokenScores scores = scores("[c1: We will] [q1 0.6: said] Ms Ito{B-Source 0.3, I-Source 0.2}.");
        assertThat(probability(scores, 0, Tag.BEGIN_CONTENT)).isCloseTo(0.99, within(1e-6));
        assertThat(probability(scores, 1, Tag.INSIDE_CONTENT)).isCloseTo(0.99, within(1e-6));
        assertThat(probability(scores, 2, Tag.BEGIN_CUE)).isCloseTo(0.6, within(1e-6));
        assertThat(probability(scores, 2, Tag.OUTSIDE)).isCloseTo(0.3975, within(1e-6));
        assertThat(probability(scores, 3, Tag.OUTSIDE)).isCloseTo(0.99, within(1e-6));
        assertThat(probability(scores, 4, Tag.BEGIN_SOURCE)).isCloseTo(0.3, within(1e-6));
        assertThat(probability(scores, 4, Tag.INSIDE_SOURCE)).isCloseTo(0.2, within(1e-6));
        assertThat(probability(scores, 5, Tag.OUTSIDE)).isCloseTo(0.99, within(1e-6));
    }

    @Test
    void sharesOfLinksAreThoseOfTheScript() {
        TokenScores scores =
                scores("[s1=0.75+2=0.25: Ito] [q1: said] [c1: yes], [q2: added] [c2: no] || [c3: x] [q3: y]");
        assertThat(Math.exp(scores.link(0, 1) - scores.link(0, 4))).isCloseTo(3, within(1e-5));
        assertThat(scores.link(2, 1) - scores.link(2, 4)).isGreaterThan(15);
        assertThat(scores.link(0, 7)).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void aTextThatNoScriptHasSaysNothing() {
        TokenScores scores = ScriptedEncoder.of("[c1: We will] [q1: said] she.").encode(Text.line("We will said she"));
        for (int i = 0; i < scores.size(); i++) {
            assertThat(probability(scores, i, Tag.OUTSIDE)).isCloseTo(0.99, within(1e-6));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[c1: We will said she | not closed",
                "[c1: We [q1: said] she] | within a mark",
                "[c1: We will] said she | no cues for the numbers [1]",
                "[q1: said] and [q1: added] | without a number of its own",
                "[c1: ] [q1: said] | empty mark",
                "said{B-Kue 0.5} | B-Kue",
                "[c1: ap]peal [q1: said] | cuts the piece [0, 6)",
                "said{B-Cue 0.7, I-Cue 0.7} | exceed 1",
                "a [c1: \u200B] b [q1: said] | holds no word"
            })
    void aSlipInAScriptIsNamed(String marked, String why) {
        assertThatThrownBy(() -> scores(marked))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    @Test
    void whatIsNotInTheRecordIsNamedWithWhatIs() {
        RecordAssert record = RecordAssert.record("[c1: “We will,”] [q1: said] [s1: Ms Ito].");
        assertThatThrownBy(() -> record.says("Mori", "“We will,”"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("Mori", "'Ms Ito' | 'said' | [“We will,”] DIRECT");
        assertThatThrownBy(record::nothingElse).isInstanceOf(AssertionError.class);
        assertThatThrownBy(record::nobodySaysAnything).isInstanceOf(AssertionError.class);
        record.says("Ms Ito", "“We will,”");
        assertThatThrownBy(record::indirectly).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> record.by("added")).isInstanceOf(AssertionError.class);
    }

    private static TokenScores scores(String marked) {
        Script script = Script.of(marked);
        return ScriptedEncoder.of(script).encode(script.text());
    }

    private static double probability(TokenScores scores, int piece, Tag tag) {
        return Math.exp(scores.tag(piece, tag));
    }
}
