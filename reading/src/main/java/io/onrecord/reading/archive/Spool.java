package io.onrecord.reading.archive;

import io.onrecord.reading.item.TemporaryFiles;
import io.onrecord.reading.item.Wording;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Temporary files: for formats that cannot be read front to back, and for what is too large for memory. */
final class Spool {

    private static final int STEP = 64 << 10;

    private Spool() {}

    /** A file that is gone when it is closed; on most systems its name is gone at once, so that a killed run leaves none. */
    static SeekableByteChannel temporary() throws IOException {
        Path path;
        try {
            path = TemporaryFiles.create(".tmp");
        } catch (IOException e) {
            throw new ArchiveException(String.valueOf(e.getMessage()), e);
        }
        try {
            return Files.newByteChannel(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    /** All bytes of a stream as a file, to be closed. */
    static SeekableByteChannel of(InputStream in, ArchiveLimits limits) throws IOException {
        SeekableByteChannel file = temporary();
        try {
            byte[] bytes = new byte[STEP];
            long size = 0;
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                size += read;
                if (size > limits.maxSpoolBytes()) {
                    throw new ArchiveException("a ZIP file of more than " + Words.bytes(limits.maxSpoolBytes())
                            + " within another archive or from a pipe, the limit: save it as a file and read that");
                }
                write(file, ByteBuffer.wrap(bytes, 0, read));
            }
            return file;
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** Says whose fault it is: not the archive's. */
    private static void write(SeekableByteChannel file, ByteBuffer part) throws IOException {
        try {
            while (part.hasRemaining()) {
                file.write(part);
            }
        } catch (IOException e) {
            throw new ArchiveException(
                    "the folder for temporary files cannot be written (" + Wording.shown(String.valueOf(e.getMessage()))
                            + "): make room, or give another with -Djava.io.tmpdir=FOLDER",
                    e);
        }
    }
}
