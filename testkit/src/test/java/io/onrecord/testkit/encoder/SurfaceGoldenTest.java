package io.onrecord.testkit.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.onrecord.encoder.WindowEncoder;
import io.onrecord.testkit.Paragraphs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Training and reading tell a network the same of case and of double quotation marks: both are held against one file. */
class SurfaceGoldenTest {

    private static final Path GOLDEN =
            Path.of(System.getProperty("onrecord.root", "..")).resolve("training/tests/surface-golden.jsonl");

    @Test
    void javaTellsTheNetworkWhatTheTrainerTellsIt() throws IOException {
        assumeTrue(Files.exists(GOLDEN), () -> GOLDEN + " is not there, so the trainer's surfaces were not compared");
        JsonMapper json = new JsonMapper();
        SoftAssertions all = new SoftAssertions();
        List<String> lines = Files.readAllLines(GOLDEN);
        assertThat(lines).isNotEmpty();
        for (String line : lines) {
            JsonNode golden = json.readTree(line);
            List<Integer> expected = new ArrayList<>();
            golden.required("surfaces").forEach(surface -> expected.add(surface.asInt()));
            String text = golden.required("text").asString();
            all.assertThat(surfaces(text)).as(text).isEqualTo(expected);
        }
        all.assertAll();
    }

    private static List<Integer> surfaces(String text) {
        NearestCue network = new NearestCue(500);
        new WindowEncoder(network).encode(Paragraphs.ofLines(text));
        return network.batches().stream()
                .flatMap(List::stream)
                .flatMap(row ->
                        IntStream.range(1, row.length() - 1).map(row::surface).boxed())
                .toList();
    }
}
