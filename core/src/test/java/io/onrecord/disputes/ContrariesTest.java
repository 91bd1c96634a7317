package io.onrecord.disputes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody states right after turning a statement down. */
class ContrariesTest {

    private static final String DENIED =
            "{1s:Ana Orell} {1c:said} {1k:four barrels of oil leaked from the dam}. {2s:Karl Rask} {2c:denied} {2k:it}. ";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{3k:“Two barrels leaked,”} {3s:Rask} {3c:said}. | 3 CONTRADICTS 1 (Two)",
                "{3k:“Two or three barrels leaked,”} {3s:Rask} {3c:said}. | 3 CONTRADICTS 1 (Two … three)",
                "{3k:“Nothing leaked,”} {3s:Rask} {3c:said}. | 3 CONTRADICTS 1 (Nothing)",
                "{3k:“No oil leaked,”} {3s:Rask} {3c:said}. | 3 CONTRADICTS 1 (No)",
                "{3k:“The barrels stayed in the shed,”} {3s:Rask} {3c:said}. | 3 CONTRADICTS 1 (stayed … shed)",
                "{3k:“Never,”} {3s:Rask} {3c:said}. | 3 REJECTS 1 (Never)",
                "\n\n{3k:“Two barrels leaked,”} {3s:Rask} {3c:said}. | 3 CONTRADICTS 1 (Two)"
            })
    void theWordsThatTellTheTwoApartShowTheContrary(String next, String edge) {
        assertThat(Retold.of(DENIED + next.replace("\\n", "\n")).edges()).containsExactly("2 DENIES 1 (denied)", edge);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Another speaker, another subject, another place, and what is not put as being so.
                "{3k:“Two barrels leaked,”} {3s:Peter Ito} {3c:said}.",
                "{3k:“The weather is fine,”} {3s:Rask} {3c:said}.",
                "It rained. Nobody came. {3k:“Two barrels leaked,”} {3s:Rask} {3c:said}.",
                "{3s:Rask} {3c:demanded} {3k:that two barrels be found}.",
                "{3s:Rask} {3c:did not say} {3k:that two barrels leaked}."
            })
    void whatDoesNotSpeakAgainstItIsNoContrary(String next) {
        assertThat(Retold.of(DENIED + next).edges()).containsExactly("2 DENIES 1 (denied)");
    }
}
