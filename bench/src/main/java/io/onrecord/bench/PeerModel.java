package io.onrecord.bench;

import io.onrecord.Options;
import io.onrecord.encoder.onnx.OnnxNetwork;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The models as the command line names them: {@code default}, or a file. */
final class PeerModel {

    private PeerModel() {}

    static Options options(String model) {
        return isDefault(model) ? Options.DEFAULT : Options.DEFAULT.withModel(Path.of(model));
    }

    static OnnxNetwork network(String model) {
        return isDefault(model) ? OnnxNetwork.openDefault() : OnnxNetwork.open(Path.of(model));
    }

    /** The ONNX file itself. */
    static byte[] bytes(String model) throws IOException {
        if (!isDefault(model)) {
            return Files.readAllBytes(Path.of(model));
        }
        try (InputStream in = OnnxNetwork.class.getResourceAsStream("default.onnx")) {
            if (in == null) {
                throw new IOException("the class path lacks default.onnx");
            }
            return in.readAllBytes();
        }
    }

    private static boolean isDefault(String model) {
        return model.equals("default");
    }
}
