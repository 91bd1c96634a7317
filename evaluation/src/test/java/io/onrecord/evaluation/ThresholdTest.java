package io.onrecord.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.evaluation.Threshold.Decided;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThresholdTest {

    @Test
    void itIsWhereMostAreDecidedRightlyAndOfSeveralTheOneNearestToAHalf() {
        assertThat(Threshold.of(List.of(new Decided(0.22, false), new Decided(0.28, true), new Decided(0.9, true))))
                .isEqualTo(0.25);
        assertThat(Threshold.of(List.of(new Decided(0.1, false), new Decided(0.9, true))))
                .isEqualTo(0.5);
        assertThat(Threshold.of(List.of())).isEqualTo(0.5);
    }

    @Test
    void anExampleHasNoPartInTheThresholdItIsDecidedBy() {
        // Each alone would be right by its own threshold; by those of the others half of them are wrong.
        List<Decided> examples = IntStream.range(0, 10)
                .mapToObj(i -> new Decided(i % 2 == 0 ? 0.2 : 0.8, i % 2 == 0))
                .toList();
        assertThat(Threshold.crossed(examples, 2)).hasSize(10).contains(false);
        List<Decided> clear = IntStream.range(0, 10)
                .mapToObj(i -> new Decided(i % 3 == 0 ? 0.2 : 0.8, i % 3 != 0))
                .toList();
        assertThat(Threshold.crossed(clear, 5)).containsOnly(true);
    }
}
