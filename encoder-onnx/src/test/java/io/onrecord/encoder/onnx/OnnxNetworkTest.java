package io.onrecord.encoder.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.encoder.TokenScores;
import io.onrecord.encoder.WindowEncoder;
import io.onrecord.text.Layout;
import org.junit.jupiter.api.Test;

/** What the network that Onrecord ships tells of pronouns. */
class OnnxNetworkTest {

    private static final String TEXT = "Ana Orell met Hugo Tamm. She was late.";

    @Test
    void itsHeadsLookFromPronounsAtNamesAndItSaysWhatTheyWeigh() {
        try (WindowEncoder encoder = new WindowEncoder(OnnxNetwork.openDefault())) {
            TokenScores scores = encoder.encode(Layout.of(TEXT).text(TEXT));
            int she = scores.pieces().at(TEXT.indexOf("She"));

            assertThat(scores.heads(she, scores.pieces().at(0))).hasSize(12);
            assertThat(scores.heads(she, scores.pieces().at(TEXT.indexOf("Hugo"))))
                    .hasSize(12)
                    .isNotEqualTo(scores.heads(she, 0));
            assertThat(scores.heads(she, scores.pieces().at(TEXT.indexOf("met"))))
                    .as("no name")
                    .isEmpty();
            assertThat(scores.heads(0, she)).as("no pronoun").isEmpty();
            assertThat(scores.pronounWeights()).containsKeys("subject", "head-1");
        }
    }
}
