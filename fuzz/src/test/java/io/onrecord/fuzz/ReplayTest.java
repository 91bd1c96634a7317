package io.onrecord.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a person wrote, what was a finding, and some of what the fuzzer kept, once more; {@code fuzz/coverage} takes all that it kept. */
@Tag("long")
class ReplayTest {

    private static final int FEWEST = 10;
    /** Of those that the fuzzer kept: all of them would take a build ten minutes. */
    private static final int MOST = 150;

    @ParameterizedTest
    @EnumSource(Target.class)
    void noInputIsAFinding(Target target) throws IOException {
        Map<String, byte[]> inputs = Inputs.some(target, MOST);
        assertThat(inputs.size()).as("inputs of " + target).isGreaterThan(FEWEST);
        inputs.forEach((name, bytes) ->
                assertThatCode(() -> target.take(bytes)).as(name).doesNotThrowAnyException());
    }
}
