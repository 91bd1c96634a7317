package io.onrecord.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every input that a fuzzer or a person found interesting, once more. */
class ReadReplayTest {

    static List<Path> inputs() throws IOException, URISyntaxException {
        Path folder = Path.of(
                ReadReplayTest.class.getResource("ReadFuzzTestInputs/read").toURI());
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void anInputBecomesRecordsOrAReason(Path input) throws IOException {
        assertThat(ReadTarget.read(Files.readAllBytes(input))).isPositive();
    }

    @Test
    void soDoesEverythingTheFuzzerKept() throws IOException {
        int inputs = 0;
        try (InputStream file = Files.newInputStream(Path.of("corpus.zip"));
                ZipInputStream zip = new ZipInputStream(file)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()) {
                    assertThat(ReadTarget.read(zip.readAllBytes()))
                            .as(entry.getName())
                            .isPositive();
                    inputs++;
                }
            }
        }
        assertThat(inputs).isGreaterThan(100);
    }
}
