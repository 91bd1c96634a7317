package io.onrecord.stance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddresseesTest {

    private static String of(String marked) {
        Marked sentence = Marked.of(marked);
        return String.join(
                ";",
                Addressees.of(sentence.text(), sentence.words()).stream()
                        .map(span -> span.of(sentence.text()))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            reporters in Lisbon        | <She> [told] reporters in Lisbon {that the bridge was safe}.
            a packed hall in Tarnby    | {“We won,”} <he> [told] a packed hall in Tarnby.
            the Harbour Post           | {“We won,”} <he> [told] the Harbour Post on Tuesday.
            the parents' council       | <Dr Abe> [explained] to the parents' council {that the lead was old}.
            staff                      | <The chief> [wrote] to staff {that the canteen would close}.
            Mr Dorn                    | <The clerk> [asked] Mr Dorn {whether he had read it}.
            Passengers                 | Passengers [were warned] by <the operator> {that nothing would run}.
            the drivers                | <Nobody> [had warned] the drivers {that the road was closed}.
            """)
    void whoeverIsToldIsFound(String addressee, String sentence) {
        assertThat(of(sentence)).isEqualTo(addressee);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            <She> [said] on Tuesday {that the bridge was safe}.
            <She> [warned] of {a flood}.
            <She> [urged] {both sides to talk}.
            <The brothers> [agreed] {to sell the farm}.
            <The mayor's> [warning] {that the water would rise} was heard.
            {“We won,”} <she> [gurgled].
            <Mayor>[:] {We won}
            """)
    void elseNobodyIs(String sentence) {
        assertThat(of(sentence)).isEmpty();
    }

    @Test
    void aQuotationWithoutACueIsToldToNobody() {
        assertThat(of("{“And we will rebuild.”}")).isEmpty();
    }
}
