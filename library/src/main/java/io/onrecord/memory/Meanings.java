package io.onrecord.memory;

import io.onrecord.encoder.SentenceEncoder;
import io.onrecord.encoder.onnx.OnnxSentences;
import io.onrecord.store.Store;
import java.util.ArrayList;
import java.util.List;

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
        List<SentenceEncoder> opened = new ArrayList<>();
        try {
            return new VectorStep(
                            () -> {
                                opened.add(OnnxSentences.openDefault());
                                return opened.get(0);
                            },
                            threads)
                    .run(store, listener);
        } finally {
            opened.forEach(SentenceEncoder::close);
        }
    }
}
