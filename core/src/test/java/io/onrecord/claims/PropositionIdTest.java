package io.onrecord.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PropositionIdTest {

    @ParameterizedTest
    @CsvSource({
        "s1, s1, 0",
        "s1.2, s1, 2",
        "s1.x, s1.x, 0",
        "s1.0, s1.0, 0",
        "s1., s1., 0",
        "s1.99999999999, s1.99999999999, 0"
    })
    void aPartStandsBehindADotAndWhatIsNoPartBelongsToTheStatement(String written, String statement, int part) {
        PropositionId id = PropositionId.of(written);

        assertThat(id).isEqualTo(new PropositionId(statement, part));
        assertThat(id).hasToString(written);
    }

    @Test
    void withoutAStatementThereIsNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> PropositionId.of(" "));
        assertThatIllegalArgumentException().isThrownBy(() -> new PropositionId("s1", -1));
    }
}
