package io.onrecord.speakers;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.model.Role;
import io.onrecord.model.SpeakerKind;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sources that stand for one or several who were named or described before, what is known of them, and of what kind they are. */
class SourcesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // It and they go on from such a speaker, or mean an organisation that is named near.
                "[The Nordal Bank] <said> {no}. [It] <said> {yes}. | Nordal Bank PRONOUN",
                "[The Nordal Bank] <said> {no}. [They] <said> {yes}. | Nordal Bank PRONOUN",
                "[Ana Orell and Peter Ito] <said> {no}. [They] <said> {yes}. | Ana Orell and Peter Ito PRONOUN",
                "[Critics] <said> {no}. [They] <said> {yes}. | Critics PRONOUN",
                "[The report] <said> {no}. [It] <said> {yes}. | The report PRONOUN",
                "The Nordal Bank met. [It] <said> {yes}. | Nordal Bank PRONOUN",
                "The Nordal Bank met. It rained. Nobody came. [It] <said> {yes}. | NO_ANTECEDENT",
                "The Nordal Bank met. [They] <said> {yes}. | NO_ANTECEDENT",
                "[Ana Orell] <said> {no}. [They] <said> {yes}. | NO_ANTECEDENT",
                "[Critics] <said> {no}. [It] <said> {yes}. | NO_ANTECEDENT",
                "Ana Orell met. [It] <said> {yes}. | NO_ANTECEDENT",
                // He goes on from a guard until a man is named.
                "[A guard] <said> {no}. [He] <said> {yes}. | A guard PRONOUN",
                "[A guard] <said> {no}. Ana Orell left. [He] <said> {yes}. | A guard PRONOUN",
                "[A guard] <said> {no}. Peter Ito left. [He] <said> {yes}. | Peter Ito PRONOUN",
                "[Two guards] <said> {no}. Peter Ito left. [He] <said> {yes}. | Peter Ito PRONOUN",
                // Who and which follow their name.
                "Ana Orell left the house of the mayor, [who] <said> {no}. | NO_ANTECEDENT",
                "It was the Nordal Bank, [which] <said> {no}. | Nordal Bank RELATIVE",
                // So many of those who were named last, or who spoke together.
                "Ana Orell met Peter Ito. Ana Orell spoke. [The latter] <said> {no}. | Ana Orell FORMER_LATTER",
                "Ana Orell met Peter Ito. Ana Orell spoke. [The former] <said> {no}. | Peter Ito FORMER_LATTER",
                "Ana Orell met. [The latter] <said> {no}. | The latter UNNAMED",
                "Ana Orell, Peter Ito and Max Uhl met. [All three] <said> {no}."
                        + " | Ana Orell and Peter Ito and Max Uhl COUNTED",
                "Ana Orell, Peter Ito and Max Uhl met. [Both] <said> {no}. | Peter Ito and Max Uhl COUNTED",
                "Ana Orell and Peter Ito met. [The couple] <said> {no}. | Ana Orell and Peter Ito COUNTED",
                "Ana Orell and Peter Ito met at the Nordal Bank. [Both men] <said> {no}."
                        + " | Ana Orell and Peter Ito COUNTED",
                "[Ana Orell and Peter Ito] <said> {no}. Max Uhl came. [Both of them] <said> {yes}."
                        + " | Ana Orell and Peter Ito COUNTED",
                "Ana Orell met. [Both] <said> {no}. | Both UNNAMED",
                "[Ana Orell, Peter Ito and Max Uhl] <said> {no}. | Ana Orell and Peter Ito and Max Uhl TOGETHER",
                "[Ana Orell, mayor of Tesk and Selm,] <said> {no}. | Ana Orell NAME",
                // Part of a name.
                "[The Ministry of Fish] <said> {no}. Later [the ministry] <said> {yes}. | Ministry of Fish ORGANISATION",
                "[The New Tesk Times] <said> {no}. [The newspaper] <said> {yes}. | New Tesk Times ORGANISATION",
                "[The Tesk Supreme Court] <said> {no}. [The court] <said> {yes}. | Tesk Supreme Court ORGANISATION",
                "[Orell] <said> {no}. [Ana Orell] <said> {yes}. | Ana Orell NAME",
                "Ana Orell met Bero Orell. [Ana] <said> {yes}. | Ana Orell SHORT_NAME",
                // Posts.
                "[Ida Ruun, chief executive of the Nordal Bank,] <said> {no}. [The chief executive] <said> {so}. | Ida Ruun TITLE",
                "[Velian Foreign Minister Ida Ruun] <said> {no}. [The foreign minister] <said> {so}. | Ida Ruun TITLE",
                "[Mayor Ida Ruun] <said> {no}. [A mayor] <said> {so}. | A mayor UNNAMED",
                "[Mayor Ida Ruun] <said> {no}. [Mayor Ana Orell] <said> {yes}. [The mayor] <said> {so}. | Ana Orell TITLE"
            })
    void aSourceStandsForThoseWhoWereNamedOrSpokeBefore(String marked, String expected) {
        assertThat(Passage.of(marked).answers()).last().isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            emptyValue = "",
            value = {
                "[Former mayor Ida Ruun] <said> {no}. | Ida Ruun | former mayor",
                "[Peter Ito’s lawyer, Ana Orell,] <said> {no}. | Ana Orell | lawyer of Peter Ito",
                "[a spokesman, Peter Ito,] <said> {no}. | Peter Ito | spokesman",
                "[spokesman Peter Ito] <said> {no}. | Peter Ito | spokesman",
                "[Nordal Bank spokeswoman Ida Ruun] <said> {no}. | Ida Ruun | spokeswoman of Nordal Bank",
                "[Ida Ruun, chief executive of the Nordal Bank,] <said> {no}. | Ida Ruun | chief executive of Nordal Bank",
                "[Ida Ruun, the finance minister of Avenia,] <said> {no}. | Ida Ruun | finance minister of Avenia",
                "[Ida Ruun, D-Ohio,] <said> {no}. | Ida Ruun | Democrat of Ohio",
                "[Rep. Ida Ruun (R-Tesk)] <said> {no}. | Ida Ruun | rep; Republican of Tesk",
                "[Ida Ruun, I-Tesk,] <said> {no}. | Ida Ruun | independent of Tesk",
                "[Ida Ruun, 45, mayor of Tesk,] <said> {no}. | Ida Ruun | mayor of Tesk",
                "[Swedish Prime Minister Ida Ruun] <said> {no}. | Ida Ruun | prime minister of Sweden",
                "[Sweden’s prime minister, Ida Ruun,] <said> {no}. | Ida Ruun | prime minister of Sweden",
                "[Ida Ruun, who left Tesk,] <said> {no}. | Ida Ruun | ''",
                "[Ida Ruun, of the Nordal Bank,] <said> {no}. | Ida Ruun | ''",
                "[Ida Ruun (45)] <said> {no}. | Ida Ruun | ''",
                "[Ida Ruun, said to be a minister of Tesk,] <said> {no}. | Ida Ruun | ''"
            })
    void aPostIsReadWithWhatItIsHeldIn(String marked, String name, String roles) {
        assertThat(Passage.of(marked).speaker(name).roles().stream()
                        .map(SourcesTest::shown)
                        .collect(Collectors.joining("; ")))
                .isEqualTo(roles);
    }

    private static String shown(Role role) {
        return role.title() + role.of().map(of -> " of " + of).orElse("");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[Ana Orell] <said> {no}. | PERSON",
                "[The Nordal Bank] <said> {no}. | ORGANISATION",
                "[Sweden] <said> {no}. | STATE",
                "[Stockholm] <said> {no}. | STATE",
                "[The Ministry of Fish] <said> {no}. | ORGANISATION",
                "[The ministry] <said> {no}. | ORGANISATION",
                "[a court] <said> {no}. | ORGANISATION",
                "[A study] <found> {no}. | DOCUMENT",
                "[The statement] <said> {no}. | DOCUMENT",
                "[Critics] <said> {no}. | GROUP",
                "[police] <said> {no}. | GROUP",
                "[Some] <said> {no}. | GROUP",
                "[Many] <said> {no}. | GROUP",
                "[Neighbours of Peter Ito] <said> {no}. | GROUP",
                "[One] <said> {no}. | UNNAMED",
                "[A 45-year-old man] <said> {no}. | UNNAMED",
                "[his lawyer] <said> {no}. | UNNAMED"
            })
    void everySourceIsOfAKind(String marked, SpeakerKind kind) {
        assertThat(Passage.of(marked).speakers().get(0).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[A study] <found> {no}. [The study] <said> {yes}. | 1",
                "[a court] <said> {no}. [the court] <said> {yes}. | 1",
                "[police] <said> {no}. [The police] <said> {yes}. | 1",
                "[A 45-year-old man] <said> {no}. [The man] <said> {yes}. | 1",
                "[The man] <said> {no}. [The woman] <said> {yes}. | 2",
                "[A guard] <said> {no}. [A guard] <said> {yes}. | 2",
                "[The guard] <said> {no}. [A second guard] <said> {yes}. | 2",
                "[Two guards] <said> {no}. [Three guards] <said> {yes}. | 2"
            })
    void whoIsDescribedAlikeIsOne(String marked, int speakers) {
        assertThat(Passage.of(marked).speakers()).hasSize(speakers);
    }

    @Test
    void whatAnArticleCallsSomebodyIsKept() {
        Passage passage =
                Passage.of("[Ana Orell, a spokeswoman for the Nordal Bank,] <said> {no}. [Orell] <said> {yes}. "
                        + "[A guard] <said> {no}.");

        assertThat(passage.speaker("Ana Orell").aliases()).containsExactly("Orell");
        assertThat(passage.speaker("Ana Orell").descriptions()).containsExactly("a spokeswoman for the Nordal Bank");
        assertThat(passage.speaker("A guard").descriptions()).containsExactly("A guard");
    }
}
