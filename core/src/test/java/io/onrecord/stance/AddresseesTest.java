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

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            they                            | On Monday they [were told] by <the operator> {that nothing would run}.
            passengers                      | The port shut after passengers [were warned] by <the operator> {that nothing would run}.
            passengers                      | Passengers left; passengers [had been told] by <the operator> {that nothing would run}.
            Mr. Dorn of Senn                | <The operator> [told] Mr. Dorn of Senn {that nothing would run}.
            Dr. Abe                         | {Nothing would run}, <the operator> [assured] Dr. Abe.
            the workers' union              | <The operator> [told] the workers' union {that nothing would run}.
            this newspaper                  | <The operator> [told] this newspaper {that nothing would run}.
            reporters in Lisbon             | <The operator> [told] reporters in Lisbon on Monday {that nothing would run}.
            reporters                       | <The operator> [told] reporters in tears {that nothing would run}.
            reporters                       | <The operator> [told] reporters of {that nothing would run}.
            reporters                       | <The operator> [told] reporters quietly {that nothing would run}.
            reporters                       | {Nothing would run}, <the operator> [told] reporters; they left.
            reporters                       | {Nothing would run}, <the operator> [told] reporters (12 of them).
            reporters and staff of the port | <The operator> [told] reporters and staff of the port {that nothing would run}.
            Molly and Emily                 | <The operator> [told] Molly and Emily {that nothing would run}.
            the parents                     | <The operator> [wrote to] the parents {that nothing would run}.
            the parents                     | <The operator> [said] to the parents {that nothing would run}.
            """)
    void anAddresseeEndsWhereItsNounPhraseDoes(String addressee, String sentence) {
        assertThat(of(sentence)).isEqualTo(addressee);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            He thinks 12% of passengers [have been told] by <the operator> {that nothing would run}.
            <The operator> [told] this week {that nothing would run}.
            <The operator> [told] the {that nothing would run}.
            <The operator> [said] to {that nothing would run}.
            {Nothing would run}, <the operator> [told] “Senn Today” on Monday.
            {Nothing would run}, <the operator> [informed] at dawn the staff.
            {Nothing would run}, <the operator> [reminded] and left.
            """)
    void whatIsNoWholeNounPhraseIsNobody(String sentence) {
        assertThat(of(sentence)).isEmpty();
    }

    @Test
    void aQuotationWithoutACueIsToldToNobody() {
        assertThat(of("{“And we will rebuild.”}")).isEmpty();
    }
}
