package io.onrecord.bench;

import io.onrecord.Model;
import io.onrecord.encoder.onnx.OnnxNetwork;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;

/** The files of networks, for sessions without anything around them. */
final class ModelFile {

    private ModelFile() {}

    static byte[] bytes(Model model) throws IOException {
        if (model instanceof Model.InFile file) {
            return Files.readAllBytes(file.path());
        }
        String name = model + ".onnx";
        try (InputStream in = OnnxNetwork.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("the class path lacks " + name);
            }
            return in.readAllBytes();
        }
    }
}
