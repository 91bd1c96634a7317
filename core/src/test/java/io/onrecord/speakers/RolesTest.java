package io.onrecord.speakers;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.model.Role;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an article says that Ida Ruun is, and of what. */
class RolesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                // Before the name.
                "They met the Nordal Pilot spokeswoman Ida Ruun. | spokeswoman of Nordal Pilot",
                "They met the Nordal campaign spokeswoman Ida Ruun. | spokeswoman of Nordal campaign",
                "They met the Labour spokeswoman Ida Ruun. | spokeswoman of Labour",
                "They met the tall spokeswoman Ida Ruun. | spokeswoman",
                "They met the Swedish spokeswoman Ida Ruun. | spokeswoman of Sweden",
                "They met the Nordal Bank's spokeswoman Ida Ruun. | spokeswoman of Nordal Bank",
                "Senator Ida Ruun of New Tesk City left. | senator of New Tesk City",
                "They met Senator Ida Ruun of New Tesk City. | senator of New Tesk City",
                "Fellow singer Ida Ruun left. | singer",
                "Local mayor Ida Ruun left. | mayor",
                "They left. Longtime adviser Ida Ruun stayed. | adviser",
                "Senator Ida Ruun of Tesk's north left. | senator of Tesk",
                "Senator Ida Ruun of late left. | senator",
                "They met the neurologist Ida Ruun. | ",
                "They met the girl Ida Ruun. | girl",
                // A place, an acronym or a name may stand at the start of a sentence.
                "Ohio spokeswoman Ida Ruun left. | spokeswoman of Ohio",
                "Sweden spokeswoman Ida Ruun left. | spokeswoman of Sweden",
                "Stockholm spokeswoman Ida Ruun left. | spokeswoman of Stockholm",
                "NTBK spokeswoman Ida Ruun left. | spokeswoman of NTBK",
                "Yesterday spokeswoman Ida Ruun left. | spokeswoman",
                // Before its comma.
                "They thanked the chairwoman of the board, Ida Ruun, in May. | chairwoman",
                "They thanked the finance minister of Avenia, Ida Ruun, in May. | finance minister of Avenia",
                "They thanked its tall spokeswoman, Ida Ruun, in May. | tall spokeswoman",
                "The Nordal Bank thanked its spokeswoman, Ida Ruun, in May. | spokeswoman of Nordal Bank",
                "Hugo Tamm thanked its spokeswoman, Ida Ruun, in May. | spokeswoman",
                "They thanked a doctor, Ida Ruun, in May. | doctor",
                "They thanked a neurologist, Ida Ruun, in May. | neurologist",
                "They thanked the house, Ida Ruun, in May. | ",
                // Behind its comma or bracket.
                "Ida Ruun, a doctor, left. | doctor",
                "Ida Ruun, a Swedish minister, left. | minister of Sweden",
                "Ida Ruun, the Nordal Bank spokeswoman, left. | spokeswoman of Nordal Bank",
                "Ida Ruun, attorney general of Tesk, left. | attorney general of Tesk",
                "Ida Ruun, mayor and founder of the Nordal Bank, left. | mayor and founder of Nordal Bank",
                "Ida Ruun, chief of the Nordal police, left. | chief of Nordal police",
                "Ida Ruun, chief of the town, left. | chief",
                "Ida Ruun, mayor of the City of Tesk, left. | mayor of City of Tesk",
                "Ida Ruun, a lawyer for J. Orell, left. | lawyer of J. Orell",
                "Ida Ruun, a lawyer for Sen. Max Uhl, left. | lawyer of Sen. Max Uhl",
                "Ida Ruun, a lawyer who lost, left. | lawyer",
                "Ida Ruun, a lawyer named Orell, left. | ",
                "Ida Ruun, which is a lawyer, left. | ",
                "Ida Ruun, 45, a lawyer, left. | lawyer",
                "Ida Ruun (a lawyer) left. | ",
                "Ida Ruun (D-Tesk) left. | Democrat of Tesk",
                "Ida Ruun left. | ",
            })
    void whatSomebodyIsStandsBesideTheName(String text, String roles) {
        assertThat(roles(Passage.of(text + " [Ida Ruun] <said> {no}."))).isEqualTo(roles == null ? "" : roles);
    }

    @Test
    void theTitleOfAnArticleSaysItToo() {
        assertThat(roles(Passage.of("[Ida Ruun] <said> {no}.", "They met Mayor Ida Ruun.")))
                .isEqualTo("mayor");
    }

    private static String roles(Passage passage) {
        return passage.speaker("Ida Ruun").roles().stream()
                .map(RolesTest::shown)
                .collect(Collectors.joining("; "));
    }

    private static String shown(Role role) {
        return role.title() + role.of().map(of -> " of " + of).orElse("");
    }
}
