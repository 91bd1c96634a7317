package io.onrecord.encoder.onnx;

import io.onrecord.encoder.EncodingException;
import io.onrecord.encoder.SentenceEncoder;
import io.onrecord.encoder.SentenceVector;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The network for sentences, opened when the first text is given to it. */
final class LazySentences implements SentenceEncoder {

    private @Nullable SentenceEncoder opened;
    private boolean closed;

    @Override
    public String model() {
        return OnnxSentences.MODEL;
    }

    @Override
    public int dimension() {
        return OnnxSentences.DIMENSION;
    }

    @Override
    public List<SentenceVector> encode(List<String> texts) {
        return network().encode(texts);
    }

    private synchronized SentenceEncoder network() {
        if (closed) {
            throw new EncodingException("model " + OnnxSentences.MODEL + " has been closed");
        }
        SentenceEncoder network = opened;
        if (network == null) {
            network = OnnxSentences.openDefault();
            opened = network;
        }
        return network;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (opened != null) {
            opened.close();
            opened = null;
        }
    }
}
