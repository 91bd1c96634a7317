package io.onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Output that is compared whole with a file; {@code -Dgolden.write=true} writes the files anew. */
final class Golden {

    private static final Path FOLDER = Path.of("cli/src/test/resources/io/onrecord/cli");

    private Golden() {}

    static void holds(String name, String output) throws IOException {
        Path file = Run.root().resolve(FOLDER).resolve(name);
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, output);
        }
        assertThat(file).as("golden file").exists();
        assertThat(output).isEqualTo(Files.readString(file));
    }
}
