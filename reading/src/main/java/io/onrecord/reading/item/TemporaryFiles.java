package io.onrecord.reading.item;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where readers put what does not fit into memory. Stateless. */
public final class TemporaryFiles {

    private TemporaryFiles() {}

    /**
     * A new file in the folder for temporary files, to be deleted by who asked.
     *
     * @param suffix of its name, such as {@code .tmp}
     * @throws IOException if there can be none; it says that this is not the input's fault
     */
    public static Path create(String suffix) throws IOException {
        try {
            return Files.createTempFile("onrecord-", suffix);
        } catch (IOException e) {
            throw new IOException(
                    "no file can be made in the folder for temporary files, " + System.getProperty("java.io.tmpdir")
                            + ": give another with -Djava.io.tmpdir=FOLDER",
                    e);
        }
    }
}
