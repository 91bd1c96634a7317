package io.onrecord.bench;

import io.onrecord.Options;
import io.onrecord.encoder.onnx.OnnxNetwork;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The models as the command line names them: {@code default}, {@code fast}, or a file. */
final class PeerModel {

    private PeerModel() {}

    static Options options(String model) {
        return switch (model) {
            case "default" -> Options.DEFAULT;
            case "fast" -> Options.DEFAULT.withFastModel();
            default -> Options.DEFAULT.withModel(Path.of(model));
        };
    }

    static OnnxNetwork network(String model) {
        return switch (model) {
            case "default" -> OnnxNetwork.openDefault();
            case "fast" -> OnnxNetwork.openFast();
            default -> OnnxNetwork.open(Path.of(model));
        };
    }

    /** The ONNX file itself. */
    static byte[] bytes(String model) throws IOException {
        if (!model.equals("default") && !model.equals("fast")) {
            return Files.readAllBytes(Path.of(model));
        }
        try (InputStream in = OnnxNetwork.class.getResourceAsStream(model + ".onnx")) {
            if (in == null) {
                throw new IOException("the class path lacks " + model + ".onnx");
            }
            return in.readAllBytes();
        }
    }
}
