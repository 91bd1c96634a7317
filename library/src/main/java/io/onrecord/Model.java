package io.onrecord;

import io.onrecord.encoder.EncodingException;
import io.onrecord.encoder.onnx.OnnxNetwork;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which network finds statements: one that ships, or a file. */
public sealed interface Model {

    /** Those that ship. */
    enum Shipped implements Model {
        /** Six layers: what all figures are of that name no other network. */
        DEFAULT,
        /** Three layers that learned from those: about half the work for a few statements that it misses. */
        FAST,
        /**
         * Twelve layers and the default's six, whose scores it weighs: over twice the work, and it finds more. It is a download
         * of its own ({@code encoder-onnx-large}), so opening it may say that it is not there.
         */
        LARGE;

        @Override
        public OnnxNetwork open() {
            return switch (this) {
                case DEFAULT -> OnnxNetwork.openDefault();
                case FAST -> OnnxNetwork.openFast();
                case LARGE -> OnnxNetwork.openLarge();
            };
        }

        /** What the command line calls it. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One that {@code training/train} wrote.
     *
     * @param path of the ONNX file
     */
    record InFile(Path path) implements Model {

        @Override
        public OnnxNetwork open() {
            if (!Files.exists(path)) {
                throw new EncodingException("model " + path + " does not exist: name " + Shipped.DEFAULT + ", "
                        + Shipped.FAST + ", " + Shipped.LARGE + ", or the file of a network");
            }
            return OnnxNetwork.open(path);
        }

        @Override
        public String toString() {
            return path.toString();
        }
    }

    /** The one that people name: {@code default}, {@code fast}, {@code large}, or a file. */
    static Model of(String name) {
        Optional<Shipped> shipped = Arrays.stream(Shipped.values())
                .filter(one -> one.toString().equals(name))
                .findFirst();
        return shipped.isPresent() ? shipped.get() : new InFile(Path.of(name));
    }

    /**
     * Opens it.
     *
     * @throws io.onrecord.encoder.EncodingException if the file is missing, is no such network, or the runtime cannot be loaded
     */
    OnnxNetwork open();
}
