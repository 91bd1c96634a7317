package io.onrecord.reading.item;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a ZIP file says at its end of its directory, which would be held in memory whole: looked up before anything opens
 * the file.
 *
 * @param entries how many there are, as far as 16 bits say
 * @param directoryBytes how long the directory is, as far as 32 bits say
 */
public record ZipEnd(int entries, long directoryBytes) {

    private static final int LENGTH = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int SIGNATURE = 0x06054B50;

    /** Nothing if the file has no such end, as when it was cut off. */
    public static Optional<ZipEnd> of(Path file) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            long length = channel.size();
            int tail = (int) Math.min(length, LENGTH + LONGEST_COMMENT);
            ByteBuffer bytes = ByteBuffer.allocate(tail).order(ByteOrder.LITTLE_ENDIAN);
            channel.position(length - tail);
            int count = 0;
            while (bytes.hasRemaining() && count >= 0) {
                count = channel.read(bytes);
            }
            for (int at = bytes.position() - LENGTH; at >= 0; at--) {
                if (bytes.getInt(at) == SIGNATURE) {
                    return Optional.of(new ZipEnd(
                            bytes.getShort(at + 10) & 0xFFFF, Integer.toUnsignedLong(bytes.getInt(at + 12))));
                }
            }
        }
        return Optional.empty();
    }
}
