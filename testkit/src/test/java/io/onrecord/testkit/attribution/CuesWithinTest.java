package io.onrecord.testkit.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.model.Location;
import io.onrecord.model.Span;
import io.onrecord.model.Statement;
import io.onrecord.testkit.RecordAssert;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements that the words of a content alone show, by a noun or a verb, where the network hears nothing. */
class CuesWithinTest {

    /** Source, cue and content of the statements within what Ito recalls. */
    private static List<String> within(String content) {
        return inner("[s1: Ito] [q1: recalled] [c1: " + content + "].");
    }

    private static List<String> inner(String marked) {
        return RecordAssert.record(marked).get().statements().stream()
                .filter(statement -> statement.within().isPresent())
                .map(statement -> shown(marked, statement))
                .toList();
    }

    private static String shown(String marked, Statement statement) {
        String text = RecordAssert.record(marked).get().textOf(Location.TEXT);
        return List.of(
                        statement.attribution().source(),
                        statement.attribution().cue(),
                        statement.attribution().content())
                .stream()
                .map(spans -> spans.stream().map((Span span) -> span.of(text)).collect(Collectors.joining(" … ")))
                .collect(Collectors.joining(" / "));
    }

    @Test
    void aLongSpeechIsLookedIntoToItsEnd() {
        String rain = "It rained on. ".repeat(900);
        String hearing = "WALDEN: What did you hear?\nITO: " + rain + "Mara Oldin's claim that the dam had broken. "
                + rain + "Mara Oldin's report that the wall had moved.\nWALDEN: When did you hear it?";
        assertThat(inner(hearing))
                .containsExactly(
                        "Mara Oldin's / claim / that the dam had broken",
                        "Mara Oldin's / report / that the wall had moved");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "the mayor's claim that the dam had broken|the mayor's / claim / that the dam had broken",
                "the old mayor's loud claim that the dam had broken|the old mayor's / claim / that the dam had broken",
                "the mayors' claim that the dam had broken|the mayors' / claim / that the dam had broken",
                "the mayors’ claim that the dam had broken|the mayors’ / claim / that the dam had broken",
                "Mara Oldin's claim that the dam had broken|Mara Oldin's / claim / that the dam had broken",
                "James’ claim that the dam had broken|James’ / claim / that the dam had broken",
                "in Mara Oldin's claim that the dam had broken|Mara Oldin's / claim / that the dam had broken",
                "her claim that the dam had broken|her / claim / that the dam had broken",
                "his report that the dam had broken|his / report / that the dam had broken",
                "the claim by Mara Oldin that the dam had broken|Mara Oldin / claim / that the dam had broken",
                "the claim from the mayor, that the dam had broken|the mayor / claim / that the dam had broken",
                "a promise by the mill to pay its debts|the mill / promise / to pay its debts"
            })
    void aNounHasItsSourceBeforeItOrBehindByAndFrom(String content, String statement) {
        assertThat(within(content)).containsExactly(statement);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a claim that the dam had broken|claim / that the dam had broken",
                "no claim that the dam had broken|claim / that the dam had broken",
                "of reports that the dam had broken|reports / that the dam had broken",
                "the old report that the dam had broken|report / that the dam had broken",
                "they denied reports that the dam had broken|reports / that the dam had broken",
                "a promise to pay the debts|promise / to pay the debts",
                "rumours had reached him that the dam had broken|rumours / that the dam had broken",
                "rumours were heard that the dam had broken|rumours / that the dam had broken",
                "a claim that police in the town denied|claim / that police in the town denied",
                "claims that it is so|claims / that it is so",
                // On a subject, it ends before the verb of that.
                "the claim that the dam had broken was false|claim / that the dam had broken",
                "the claim whether the dam had broken was false|claim / whether the dam had broken",
                "the claim that the dam had not been broken was false|claim / that the dam had not been broken",
                "the mayor made the claim that the dam had broken was false|claim / that the dam had broken was false"
            })
    void aNounMayHaveNoSource(String content, String statement) {
        assertThat(within(content)).containsExactly(" / " + statement);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "the company was maintaining that the dam was safe|the company / was maintaining / that the dam was safe",
                "the company maintained that the dam was safe|the company / maintained / that the dam was safe",
                "the company has not said whether the dam was safe"
                        + "|the company / has not said / whether the dam was safe",
                "the company had never been told that the dam was safe"
                        + "|the company / had never been told / that the dam was safe",
                "it alleges that the dam had broken|it / alleges / that the dam had broken"
            })
    void aVerbHasItsSourceBeforeIt(String content, String statement) {
        assertThat(within(content)).containsExactly(statement);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "it is alleged that the dam had broken|it is alleged",
                "it was widely alleged that the dam had broken|it was widely alleged",
                "it has been alleged that the dam had broken|it has been alleged",
                "it had been widely alleged in the file that the dam had broken|it had been widely alleged",
                "it was said, that the dam had broken|it was said"
            })
    void whatIsAllegedHasNoSource(String content, String cue) {
        assertThat(within(content)).containsExactly(" / " + cue + " / that the dam had broken");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // The clause is about the noun, or too far off.
                "the claim that was made in May",
                "the claim that broke him in May",
                "a claim that police denied",
                "a claim that so",
                "rumours spread that the dam had broken",
                "the claim from the old mayor of the small town by the river in the hills that the dam had broken",
                // No infinitive.
                "a promise to the town of Selm",
                "a promise to him and to us",
                "a promise to Selm and to Osk",
                "a promise to his town and ours",
                "a promise to 30 towns and more",
                // A verb, with nobody who can be a source, or nothing that is said.
                "they report that the dam had broken",
                "police report that the dam had broken",
                "the maintained that the dam was safe",
                "it maintained that so",
                "said that the dam was safe",
                "she left and said that the dam was safe",
                "the old company in the small town by the river said that the dam was safe",
                "it is alleged in the long old file of the court that the dam had broken",
                "it was alleged that",
                "it was a day that nobody saw"
            })
    void whereNobodySaysAnythingThereIsNothing(String content) {
        assertThat(within(content)).isEmpty();
    }
}
