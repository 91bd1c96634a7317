package io.onrecord.speakers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonNameTest {

    /** A part that a name lacks is a dash. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "Ana Kell | ana | - | - | kell | - | FEMALE",
                "Kell | - | - | - | kell | - | UNKNOWN",
                "A. Kell | a | - | - | kell | - | UNKNOWN",
                "D.K. Lorne | d | k | - | lorne | - | UNKNOWN",
                "D. K. Lorne | d | k | - | lorne | - | UNKNOWN",
                "Ana Maria Kell | ana | maria | - | kell | - | FEMALE",
                "Kell, Ana | ana | - | - | kell | - | FEMALE",
                "Kell, Ana Maria | ana | maria | - | kell | - | FEMALE",
                "Kell, Jr. | - | - | - | kell | jr | UNKNOWN",
                "John Kell, Jr. | john | - | - | kell | jr | MALE",
                "John Kell Jr | john | - | - | kell | jr | MALE",
                "John Kell III | john | - | - | kell | iii | MALE",
                "John Kell Jr. MP | john | - | - | kell | jr | MALE",
                "Ana Kell, QC | ana | - | - | kell | - | FEMALE",
                "Ana Kell MP | ana | - | - | kell | - | FEMALE",
                "Mr Kell | - | - | - | kell | - | MALE",
                "Mr. John Kell | john | - | - | kell | - | MALE",
                "Mrs Kell | - | - | - | kell | - | FEMALE",
                "Mrs Ana Kell | ana | - | - | kell | - | FEMALE",
                "Mrs Ralph Denby | - | - | - | denby | - | FEMALE",
                "Mr Ralph Denby | ralph | - | - | denby | - | MALE",
                "Dr Ralph Denby | ralph | - | - | denby | - | MALE",
                "Dr. Ana Kell | ana | - | - | kell | - | FEMALE",
                "Lady Dr. Kell | - | - | - | kell | - | FEMALE",
                "Cllr Ana Kell | ana | - | - | kell | - | FEMALE",
                "the Rev. Ana Kell | ana | - | - | kell | - | FEMALE",
                "Deputy Mayor Ana Kell | ana | - | - | kell | - | FEMALE",
                "Prime Minister Ana Kell | ana | - | - | kell | - | FEMALE",
                "former Prime Minister Ana Kell | ana | - | - | kell | - | FEMALE",
                "Former Senator Kell | - | - | - | kell | - | UNKNOWN",
                "Deputy Kell | - | - | - | kell | - | UNKNOWN",
                "Hendrik van den Brouwel | hendrik | - | van den | brouwel | - | MALE",
                "Van Kell | - | - | van | kell | - | UNKNOWN",
                "Van Kell Brouwel | van | kell | - | brouwel | - | MALE",
                "Van den Kell | - | - | van den | kell | - | UNKNOWN",
                "Ben van Kell | ben | - | van | kell | - | MALE",
                "Ben Kell | ben | - | - | kell | - | MALE",
                "Senator Al Kell | al | - | - | kell | - | MALE",
                "Mr Ben Kell | - | - | ben | kell | - | MALE",
                "Ben Orell Kell | ben | orell | - | kell | - | MALE",
                "Ali al-Kell | ali | - | al | kell | - | UNKNOWN",
                "al-Kell | - | - | al | kell | - | UNKNOWN",
                "Pat Kell | pat | - | - | kell | - | UNKNOWN",
                "Robin Kell | robin | - | - | kell | - | FEMALE",
                "Ana | - | - | - | ana | - | UNKNOWN",
                "Kell ,Ana | ana | - | - | kell | - | FEMALE"
            })
    void aNameIsTakenApart(
            String name,
            String given,
            String middle,
            String particles,
            String family,
            String generation,
            String gender) {
        PersonName parsed = PersonName.of(name);

        assertThat(shown(parsed.given())).isEqualTo(given);
        assertThat(shown(String.join(" ", parsed.middle()))).isEqualTo(middle);
        assertThat(shown(String.join(" ", parsed.particles()))).isEqualTo(particles);
        assertThat(parsed.family()).isEqualTo(family);
        assertThat(shown(parsed.generation())).isEqualTo(generation);
        assertThat(parsed.gender()).hasToString(gender);
    }

    @ParameterizedTest
    @CsvSource({
        "Ana Kell, true, true, false",
        "A. Kell, true, false, true",
        "Kell, false, false, false",
        "Mr Kell, false, false, false",
        "Mr Al Kell, false, false, false",
        "Jo Kell, true, true, false"
    })
    void aFirstNameIsWrittenOutOrAnInitial(String name, boolean given, boolean full, boolean initial) {
        PersonName parsed = PersonName.of(name);

        assertThat(parsed.hasGiven()).isEqualTo(given);
        assertThat(parsed.isFull()).isEqualTo(full);
        assertThat(parsed.isInitial()).isEqualTo(initial);
    }

    @ParameterizedTest
    @CsvSource({
        "Mr Kell, FEMALE, MALE",
        "Kell, FEMALE, FEMALE",
        "Kell, UNKNOWN, UNKNOWN",
        "Ana Kell, MALE, MALE",
        "Ana Kell, UNKNOWN, FEMALE"
    })
    void anAddressElsewhereTellsTheGenderUnlessTheNameHasOne(String name, Gender elsewhere, Gender gender) {
        assertThat(PersonName.of(name).told(elsewhere).gender()).isEqualTo(gender);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "Ana Kell | Ana Kell | SAME",
                "Ana Kell | ana  kéll | SAME",
                "Mr Kell | Kell | PARTIAL",
                "Mr Kell | Ana Kell | APART",
                "Mrs Kell | Mr Kell | APART",
                "Mrs Robin Kell | Mr Robin Kell | APART",
                "Mr Robin Kell | Robin Kell | SAME",
                "John Kell Jr. | John Kell | VARIANT",
                "John Kell Jr. | John Kell Sr. | APART",
                "John Kell Jr. | John Kell Jr. | SAME",
                "A. Kell | A. Kell | VARIANT",
                "A. Kell | Ana Kell | VARIANT",
                "A. Kell | B. Kell | APART",
                "B. Kell | Robert Kell | APART",
                "Ana M. Kell | Ana Maria Kell | SAME",
                "Ana M. Kell | Ana Bea Kell | APART",
                "Ana Maria Kell | Maria Kell | VARIANT",
                "Maria Kell | Ana Maria Kell | VARIANT",
                "Ana Kell | Bero Kell | APART",
                "Ana Kell | Ana Orell | APART",
                "Ana van Kell | Ana Kell | VARIANT",
                "Ana Kell-Moss | Ana Kell | VARIANT",
                "Ana Kell-Moss | Ana Moss | VARIANT",
                "Ana Kell-Moss | Ana Orell | APART",
                "Ana Kell-Moss | Ana Kell-Orell | APART",
                "Mia Kell-Moss | Ana Kell | APART",
                "A. Kell-Moss | A. Kell | APART",
                "A. Kell | Kell A. | APART",
                "Ana M. Kell | Kell Ana | APART",
                "Vincento Kell | Vicento Kell | VARIANT",
                "Vicento Kell | Vincento Kell | VARIANT",
                "Marianna Kell | Mariana Kell | VARIANT",
                "Mirela Kell | Mirella Kell | VARIANT",
                "Bastian Kell | Sbastian Kell | APART",
                "Bastian Kell | Bastiand Kell | APART",
                "Bastian Kell | Bastilan Kell | VARIANT",
                "Bastilan Kell | Bastidan Kell | APART",
                "Mirano Kell | Mirando Kell | VARIANT",
                "Miran Kell | Mirand Kell | APART",
                "Miran Kell | Mirdan Kell | APART",
                "Vincente Kell | Vincento Kell | VARIANT",
                "Vilando Kell | Vilandono Kell | APART",
                "Mirano Kell | Mirtando Kell | APART",
                "Roland Kell | Rolando Kell | VARIANT",
                "Rolando Kell | Roilando Kell | VARIANT",
                "Robert Kell | Bob Kell | VARIANT",
                "Olha Verenko | Olga Werenko | VARIANT",
                "Ana Verenko | Ana Verenka | VARIANT",
                "Ana Verenk | Ana Varank | VARIANT",
                "Ana Tern | Ana Tarn | APART",
                "Verenko | Werenko | APART",
                "Mr Verenko | Ana Verenko | APART",
                "Ana Denby | Mrs Ralph Denby | PARTIAL",
                "Ana Orell | Orell Ana | VARIANT",
                "Li Wen | Wen Li | VARIANT",
                "Tarn Orell | Orell Tarn | VARIANT",
                "Tarn M. Orell | Orell Tarn | APART",
                "T. Orell | Orell T. | APART",
                "Orell T. | T. Orell | APART",
                "Mrs Robin Orell | Robin Orell | SAME",
                "Mr Ana Orell | Ana Orell | SAME",
                "Mr Ana Orell | Mrs Ana Orell | APART",
                "Ana al-Kell | Ana Kell | VARIANT",
                "Ben Kell | Ida Kell | APART",
                "Ben Kell | Benjamin Kell | VARIANT",
                "Ben Kell | Hedi Ben Kell | PARTIAL",
                "Mr Ben Kell | Hasan Ben Kell | PARTIAL",
                "Mrs Ben Kell | Mr Hasan Ben Kell | APART",
            })
    void howTwoNamesFit(String name, String other, PersonName.Fit fit) {
        assertThat(PersonName.of(name).fit(PersonName.of(other))).isEqualTo(fit);
        assertThat(PersonName.of(other).fit(PersonName.of(name))).isEqualTo(fit);
    }

    private static String shown(String part) {
        return part.isEmpty() ? "-" : part;
    }
}
