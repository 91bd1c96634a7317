package io.onrecord.checks;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing goes out that the user did not ask for; some versions of the runtime report their use to their maker. */
class OutwardCallsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "linux-x64/libonnxruntime.so",
                "linux-aarch64/libonnxruntime.so",
                "osx-aarch64/libonnxruntime.dylib"
            })
    void theRuntimeKnowsNobodyToReportTo(String library) throws IOException {
        try (InputStream in = OrtEnvironment.class.getResourceAsStream("/ai/onnxruntime/native/" + library)) {
            assertThat(in).as(library).isNotNull();
            String bytes = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            for (String trace : List.of("events.data.microsoft.com", "OneCollector", "DeveloperTools")) {
                assertThat(bytes.contains(trace)).as(trace).isFalse();
            }
        }
    }
}
