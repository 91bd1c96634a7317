package io.onrecord.memory;

import io.onrecord.encoder.SentenceEncoder;
import io.onrecord.encoder.onnx.OnnxSentences;
import io.onrecord.store.Store;

/** Gives statements their vectors by the network that ships, which is loaded only where some are missing. */
public final class Meanings {

    private Meanings() {}

    /**
     * Makes what is missing ({@link VectorStep}).
     *
     * @param threads how many work at once
     * @return how many statements were given a vector
     */
    public static long make(Store store, int threads, ProgressListener listener) {
        try (SentenceEncoder network = OnnxSentences.whenNeeded()) {
            return new VectorStep(network, threads).run(store, listener);
        }
    }
}
