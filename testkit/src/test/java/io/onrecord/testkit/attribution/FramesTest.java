package io.onrecord.testkit.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Location;
import io.onrecord.model.Span;
import io.onrecord.model.Statement;
import io.onrecord.testkit.RecordAssert;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contents that are taken apart, given to another or go on: who says what in the end. */
class FramesTest {

    /** Source and content of each statement. */
    private static List<String> said(String marked) {
        ArticleRecord record = RecordAssert.record(marked.replace("\\n", "\n")).get();
        return record.statements().stream()
                .map(statement -> shown(record, statement))
                .toList();
    }

    private static String shown(ArticleRecord record, Statement statement) {
        String text = record.textOf(Location.TEXT);
        return List.of(statement.attribution().source(), statement.attribution().content()).stream()
                .map(spans -> spans.stream().map((Span span) -> span.of(text)).collect(Collectors.joining(" … ")))
                .collect(Collectors.joining(": "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[s1: Ito] [q1: told] them [c1: that it was late and the others that it was early]."
                        + "|Ito: that it was late|Ito: that it was early",
                "[s1: Ito] [q1: told] them [c1: that it was late and guards that it was early]."
                        + "|Ito: that it was late|Ito: that it was early",
                "[s1: Ito] [q1: told] them [c1: that it was late] and Mori that it was early."
                        + "|Ito: that it was late|Ito: that it was early",
                "[s1: Ito] [q1: urged] [c1: the parties to settle and Mori to go]."
                        + "|Ito: the parties to settle|Ito: Mori to go",
                "[s1: Ito] [q1: accused] [c1: the council of theft and the railway of fraud]."
                        + "|Ito: the council of theft|Ito: the railway of fraud",
                "[s1: Ito] [q1: blamed] [c1: the council for the flood] and Mori for the rats."
                        + "|Ito: the council for the flood|Ito: Mori for the rats",
                "[s1: Ito] [q1: called] [c1: the plan “a corpse”] and its author “a fool”, and left."
                        + "|Ito: the plan “a corpse”|Ito: its author “a fool”",
                "The plan [q1: was described] by [s1: Ito] [c1: as dead and by Mori as a cure]."
                        + "|Ito: as dead|Mori: as a cure"
            })
    void twoFramesAreTwoStatements(String marked, String first, String second) {
        assertThat(said(marked)).containsExactly(first, second);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[s1: Ito] [q1: urged] [c1: the parties to settle and the right to go].",
                "[s1: Ito] [q1: urged] [c1: the parties to settle and the council to the end].",
                "[s1: Ito] [q1: urged] [c1: the parties to settle and was to go].",
                "[s1: Ito] [q1: urged] [c1: the parties to settle and the old men of the town in the hills to go].",
                "[s1: Ito] [q1: blamed] [c1: for the flood and the council for all].",
                "[s1: Ito] [q1: described] it [c1: as dead and by noon as a cure].",
                "[s1: Ito] [q1: said] [c1: that it was late and the others that it was early].",
                "[s1: Ito] [q1: called] [c1: the plan dead and its author “a fool.”]"
            })
    void oneFrameIsOneStatement(String marked) {
        assertThat(said(marked)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Before a colon, who speaks.
                "Mori continued:\\n\\n“It will hold.”|Mori: “It will hold.”",
                "The old mayor began:\\n\\n“It will hold.”|The old mayor: “It will hold.”",
                "Mori gave this answer:\\n\\n“It will hold.”|Mori: “It will hold.”",
                "On Monday, she wrote in a letter to the council:\\n\\n“It will hold.”|she: “It will hold.”",
                "Mori went on:\\n\\n“It will hold.” Nobody spoke.|Mori: “It will hold.”",
                // Who spoke before goes on.
                "[s1: Ito] [q1: said] [c1: she would go].\\n\\n“I was elected”.|Ito: she would go; : “I was elected”",
                "[s1: Ito] [q1: said] [c1: she would go].\\n\\n“Go, go, gone.”|Ito: she would go; : “Go, go, gone.”",
                "[c1: “Did you see?”] [q1: asked] [s1: Ito].\\n\\n“Did you hear?”|Ito: “Did you see?”; : “Did you hear?”",
                "[s1: Ito] [q1: said] [c1: she would go].\\n\\n“Lay it low.”\\n\\nThe mayor met."
                        + "|Ito: she would go; : “Lay it low.”"
            })
    void aParagraphThatIsAQuotationIsTheirsWhoSpeakBeforeIt(String marked, String statements) {
        assertThat(String.join("; ", said(marked))).isEqualTo(statements);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The plan was made:\\n\\n“It will hold.”",
                "Her answer:\\n\\n“It will hold.”",
                "Mori made a cake for the old mayor of the town of Selm, and:\\n\\n“It will hold.”",
                "It was saying:\\n\\n“It will hold.”",
                "Mori continued:\\n\\nIt will hold.",
                "Mori continued:\\n\\nNobody said “it will hold.”"
            })
    void whereNobodySpeaksBeforeItIsNobodys(String marked) {
        assertThat(said(marked)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "“I was elected”",
                "“FIRE!”",
                "“Salt and Some Lanterns.”",
                "“Out, out, out!”",
                "“Lay it low.”\\n\\nThis old song is known.",
                "He left. “I was elected.”"
            })
    void whatIsNoUtteranceOrStandsAmongOtherWordsGoesOnFromNobody(String paragraph) {
        assertThat(said("[s1: Ito] [q1: said] [c1: she would go].\\n\\n" + paragraph))
                .containsExactly("Ito: she would go");
    }
}
