package io.onrecord.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every input that a fuzzer or a person found interesting, once more. */
@Tag("long")
class ReplayTest {

    private static final int FEWEST = 10;

    @ParameterizedTest
    @EnumSource(Target.class)
    void noInputIsAFinding(Target target) throws IOException {
        Map<String, byte[]> inputs = Inputs.of(target);
        assertThat(inputs.size()).as("inputs of " + target).isGreaterThan(FEWEST);
        inputs.forEach((name, bytes) ->
                assertThatCode(() -> target.take(bytes)).as(name).doesNotThrowAnyException());
    }
}
