package io.onrecord.reading.item;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Bytes on disk, for kinds that are read from their end: in a temporary file that closing removes. */
public final class Spooled implements Closeable {

    private final Path file;

    private Spooled(Path file) {
        this.file = file;
    }

    /**
     * All bytes of a stream.
     *
     * @throws Limited.TooLongException if there are more than so many
     * @throws IOException if they cannot be read or written
     */
    public static Spooled of(InputStream in, long most) throws IOException {
        Spooled spooled = new Spooled(TemporaryFiles.create(".tmp"));
        boolean whole = false;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(spooled.file))) {
            new Limited(in, most).transferTo(out);
            whole = true;
        } finally {
            if (!whole) {
                spooled.close();
            }
        }
        return spooled;
    }

    public Path file() {
        return file;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
