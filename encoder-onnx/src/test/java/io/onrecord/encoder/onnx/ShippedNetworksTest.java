package io.onrecord.encoder.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Networks that ship are named by the digests that were noted beside them: those have to be right. */
class ShippedNetworksTest {

    @Test
    void everyFileHasTheDigestThatWasNoted() {
        assertThat(ShippedNetworks.examine())
                .hasSize(5)
                .allSatisfy(one -> assertThat(one.found()).as(one.what()).isEqualTo(one.expected()));
    }
}
