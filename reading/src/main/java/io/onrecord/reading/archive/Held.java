package io.onrecord.reading.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A payload that is held until it is known to be whole: small ones in memory, others in a temporary file. One at a time. */
final class Held {

    private static final int IN_MEMORY = 1 << 20;

    private byte[] memory = new byte[64 << 10];
    private int inMemory;
    private long size;
    private @Nullable SeekableByteChannel file;

    /** Forgets the last payload. */
    void clear() throws IOException {
        inMemory = 0;
        size = 0;
        if (file != null) {
            file.close();
            file = null;
        }
    }

    long size() {
        return size;
    }

    /**
     * Takes all that is there.
     *
     * @throws ArchiveException if it is more than so many bytes
     */
    void take(InputStream in, long most) throws IOException {
        while (true) {
            if (inMemory == memory.length && memory.length < IN_MEMORY) {
                memory = Arrays.copyOf(memory, memory.length * 2);
            }
            if (inMemory == memory.length) {
                spill();
            }
            int read = in.read(memory, inMemory, memory.length - inMemory);
            if (read < 0) {
                break;
            }
            inMemory += read;
            size += read;
            if (size > most) {
                throw new ArchiveException("a payload of more than " + Words.bytes(most)
                        + ", the limit: unpack it and read that, or raise the limit");
            }
        }
        if (file != null) {
            spill();
        }
    }

    private void spill() throws IOException {
        if (file == null) {
            file = Spool.temporary();
        }
        ByteBuffer bytes = ByteBuffer.wrap(memory, 0, inMemory);
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
        inMemory = 0;
    }

    /** What is held; good until the next is taken. */
    InputStream open() throws IOException {
        if (file == null) {
            return new ByteArrayInputStream(memory, 0, inMemory);
        }
        file.position(0);
        return Channels.newInputStream(file);
    }
}
