package io.onrecord.speakers;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.model.Resolution.Resolved;
import io.onrecord.model.Role;
import io.onrecord.model.SpeakerKind;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpeakersTest {

    /** The last statement of a text, and whose it is. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[Ilan Serrat] <said> {the dam was safe}. | Ilan Serrat NAME",
                "Ilan Serrat came. [Mr Serrat] <said> {the dam was safe}. | Ilan Serrat SHORT_NAME",
                "[Serrat] <said> {no}. Later Ilan Serrat left. | Ilan Serrat SHORT_NAME",
                "[Hugh Pelling, a doctor,] <said> {it was late}. | Hugh Pelling NAME",
                "[The minister, Ana Orell,] <said> {it was late}. | Ana Orell NAME",
                "[Avenia’s finance minister Ilan Serrat] <said> {no}. | Ilan Serrat NAME",
                "Hendrik van den Brouwel wrote. [Van den Brouwel] <said> {no}. | Hendrik van den Brouwel SHORT_NAME",
                "Siobhan O'Dallery wrote. [O’Dallery] <said> {no}. | Siobhan O'Dallery SHORT_NAME",
                "Inspector Dale Harker met Owen Harker. [Inspector Harker] <said> {no}. | Dale Harker SHORT_NAME",
                "Mayor Ana Orell opened the bridge. Peter Ito cut the ribbon. [The mayor] <said> {it was late}. | Ana Orell TITLE",
                "Ana Orell, the mayor of Lisden, was late. [The mayor] <said> {so}. | Ana Orell TITLE",
                "Its chief executive, Gerd Pohl, sold. [The chief executive] <said> {no}. | Gerd Pohl TITLE",
                "Ana Orell met Peter Ito. [She] <said> {it was late}. | Ana Orell PRONOUN",
                "Ana Orell met Peter Ito. [He] <said> {it was late}. | Peter Ito PRONOUN",
                "The National Inspectorate of Railways closed it. [The NIR] <said> {no}. | National Inspectorate of Railways ACRONYM",
                "The Velian Chamber of Notaries met. [The chamber] <said> {no}. | Velian Chamber of Notaries ORGANISATION",
                "[Moscow] <said> {no}. | Moscow PLACE",
                "The talks of Velia failed. [The Velians] <said> {no}. | Velia PLACE",
                "Ana Orell and Peter Ito came. [The two ministers] <said> {no}. | Ana Orell and Peter Ito COUNTED",
                "[Ana Orell and Peter Ito] <said> {no}. | Ana Orell and Peter Ito TOGETHER",
                "Ana Orell met Peter Ito. [The former] <said> {no}. | Ana Orell FORMER_LATTER",
                "Ana Orell met Peter Ito. [The latter] <said> {no}. | Peter Ito FORMER_LATTER",
                "It was Ana Orell, [who] <said> {it was late}. | Ana Orell RELATIVE",
                "[Another official] <said> {no}. | Another official UNNAMED",
                "[A spokesman for Ms Orell] <said> {no}. | A spokesman for Ms Orell UNNAMED",
                "[Critics] <said> {no}. | Critics UNNAMED",
                "[The report] <said> {no}. | The report UNNAMED",
                "[] <it was said that> {it was late}. | NO_SOURCE",
                "[He] <said> {it was late}. | NO_ANTECEDENT",
                "[I] <think> {it was late}. | NO_ANTECEDENT"
            })
    void aSourceStandsForOne(String marked, String expected) {
        assertThat(Passage.of(marked).answers()).last().isEqualTo(expected);
    }

    @Test
    void whatTheArticleSaysOfASpeakerIsKept() {
        Passage passage = Passage.of(
                "[Avenia's finance minister Ilan Serrat] <said> {no}. Mr Serrat left. Rep. Ida Ruun, D-Tesk, stayed. [She] <said> {yes}.");
        assertThat(passage.speaker("Ilan Serrat").roles())
                .containsExactly(new Role("finance minister", Optional.of("Avenia")));
        assertThat(passage.speaker("Ilan Serrat").aliases()).containsExactly("Serrat");
        assertThat(passage.speaker("Ilan Serrat").kind()).isEqualTo(SpeakerKind.PERSON);
        assertThat(passage.speaker("Ida Ruun").roles()).contains(new Role("Democrat", Optional.of("Tesk")));
    }

    @Test
    void theFullNameMayStandInTheTitleAlone() {
        assertThat(Passage.of("[Kilmer] <said> {time is for trains}.", "An hour with Rosa Kilmer at home")
                        .answers())
                .containsExactly("Rosa Kilmer SHORT_NAME");
    }

    @Test
    void whoIsQuotedInTheFirstPersonIsTheOneWhoSpeaks() {
        assertThat(Passage.of("[Ana Orell] <said> {no}. “[I] <think> {it was late},” so it went.")
                        .answers())
                .containsExactly("Ana Orell NAME", "Ana Orell FIRST_PERSON");
    }

    @Test
    void theFirstPersonOutsideQuotationMarksIsTheAuthor() {
        assertThat(Passage.of("[I] <think> {it was late}.", "On time", "Peter Ito")
                        .answers())
                .containsExactly("Peter Ito FIRST_PERSON");
    }

    @Test
    void anUnnamedSpeakerIsOneAndTheSameUntilAnotherComes() {
        Passage passage = Passage.of(
                "[A guard] <said> {no}. [The guard] <said> {never}. [Another guard] <said> {yes}. [Critics] <said> {so}.");
        assertThat(passage.speakers()).hasSize(3);
        assertThat(passage.speaker("A guard").kind()).isEqualTo(SpeakerKind.UNNAMED);
        assertThat(passage.speaker("Critics").kind()).isEqualTo(SpeakerKind.GROUP);
    }

    @Test
    void aQuotationThatGoesOnIsTheSpeakersBefore() {
        assertThat(Passage.of("[Ana Orell] <said> {no}.\n\n[]<>{“Never again.”}")
                        .answers())
                .containsExactly("Ana Orell NAME", "Ana Orell CONTINUED");
    }

    @Test
    void whoIsNamedInTheContentIsWhatItIsAbout() {
        Passage passage = Passage.of("[Ana Orell] <said> {Peter Ito and the Nordal Bank had lied}.");
        assertThat(passage.statements().get(0).about())
                .containsExactly(
                        passage.speaker("Peter Ito").id(),
                        passage.speaker("Nordal Bank").id());
    }

    @Test
    void everyAnswerSaysWhy() {
        Passage passage =
                Passage.of("Ana Orell came. [She] <said> {no}. [Orell] <said> {yes}. [Officials] <said> {so}.");
        assertThat(passage.statements())
                .allSatisfy(statement -> assertThat(statement.speaker())
                        .isInstanceOfSatisfying(Resolved.class, resolved -> {
                            assertThat(resolved.why()).isNotBlank();
                            assertThat(resolved.confidence()).isBetween(0.0, 1.0);
                        }));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ANA ORELL SAID NO. [ORELL] <SAID> {NO}.",
                "[说] <said> {大坝很安全}.",
                "[,] <said> {no}.",
                "[“”] <said> {no}.",
                "[the of for] <said> {no}.",
                "[D.K.] <said> {no}.",
                "[’s] <said> {no}."
            })
    void oddSourcesAreAnsweredOrNotButNeverFail(String marked) {
        assertThat(Passage.of(marked).statements()).hasSize(1);
    }

    @Test
    void fiveThousandMentionsAreNoTrouble() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 2_500; i++) {
            text.append("Ana Orell").append(i % 500).append(" met Peter Ito. [She] <said> {no}. ");
        }
        assertThat(Passage.of(text.toString()).statements()).hasSize(2_500);
    }

    @Test
    void thousandsOfOneFamilyNameDoNotTakeTheSquareOfTheirNumber() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            text.append("Then Q")
                    .append(Integer.toString(i, 26).replaceAll("[0-9]", "z"))
                    .append(" Orell met Orell. ");
        }
        assertThat(Passage.of(text + "[Orell] <said> {no}.").answers()).hasSize(1);
    }
}
