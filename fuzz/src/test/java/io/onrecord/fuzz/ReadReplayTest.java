package io.onrecord.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every input that a fuzzer or a person found interesting, once more. */
class ReadReplayTest {

    static List<Path> inputs() throws IOException, URISyntaxException {
        Path folder = Path.of(ReadReplayTest.class.getResource("ReadFuzzTestInputs/read").toURI());
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @Test
    void there_is_a_corpus() throws Exception {
        assertThat(inputs()).hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void an_input_becomes_records_or_a_reason(Path input) throws IOException {
        assertThat(ReadTarget.read(Files.readAllBytes(input))).isPositive();
    }
}
