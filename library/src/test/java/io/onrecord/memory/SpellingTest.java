package io.onrecord.memory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

    @ParameterizedTest
    @CsvSource({"werenko, verenko, 1", "serrat, serart, 1", "serrat, pryce, 3"})
    void slipsAreCountedUpToWhatCounts(String one, String other, int slips) {
        assertThat(Spelling.distance(one, other, 2)).isEqualTo(slips);
    }
}
