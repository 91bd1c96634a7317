package io.onrecord;

import io.onrecord.encoder.EncodingException;
import io.onrecord.encoder.PairScorer;
import io.onrecord.encoder.SentenceEncoder;
import io.onrecord.encoder.onnx.OnnxPairs;
import io.onrecord.encoder.onnx.OnnxSentences;
import io.onrecord.encoder.onnx.ShippedNetworks;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Opens the networks that go over statements once they are read: each is opened once, shared by all threads, and closed by who
 * opened it.
 */
public final class Networks {

    private Networks() {}

    /**
     * What compares sentences two by two.
     *
     * @param file of a network, such as {@code training/pairs} writes; empty for the one that is shipped
     * @throws EncodingException if the file is missing, is no such network, or the runtime cannot be loaded
     */
    public static PairScorer pairs(Optional<Path> file) {
        return file.map(OnnxPairs::open).orElseGet(OnnxPairs::openDefault);
    }

    /**
     * What turns sentences into vectors of their meaning.
     *
     * @throws EncodingException if the runtime cannot be loaded
     */
    public static SentenceEncoder sentences() {
        return OnnxSentences.openDefault();
    }

    /**
     * A file of a network that ships.
     *
     * @param what it is, for people
     * @param bytes that it has
     * @param whole whether it is as it was made
     */
    public record Shipped(String what, long bytes, boolean whole) {}

    /**
     * Reads the files of all networks that ship, and holds them against their digests.
     *
     * @throws EncodingException if one is missing or cannot be read to its end
     */
    public static List<Shipped> shipped() {
        return ShippedNetworks.examine().stream()
                .map(one -> new Shipped(one.what(), one.bytes(), one.whole()))
                .toList();
    }
}
