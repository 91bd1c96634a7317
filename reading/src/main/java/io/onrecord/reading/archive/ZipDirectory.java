package io.onrecord.reading.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The directory at the end of a ZIP file (PKWARE's APPNOTE, 4.3.12 to 4.3.16), read entry by entry.
 *
 * <p>Libraries hold it whole, which millions of entries make as large as they like, and the JDK's refuses a file for one entry
 * that is encrypted. Without it, from front to back, entries cannot be had whose size stands behind them, which is how
 * crawlers' WACZ files are written.
 */
final class ZipDirectory {

    private static final int END = 0x06054b50;
    private static final int END_SIZE = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int END64_PLACE = 0x07064b50;
    private static final int END64_PLACE_SIZE = 20;
    private static final int END64 = 0x06064b50;
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_SIZE = 46;
    private static final int LOCAL = 0x04034b50;
    private static final int LOCAL_SIZE = 30;
    private static final long IN_EXTRA = 0xFFFFFFFFL;

    /**
     * An entry as the directory has it.
     *
     * @param method how it is packed
     * @param packed size in the file
     * @param size unpacked
     * @param place of its local header in the file
     */
    record Entry(
            String name,
            int method,
            boolean encrypted,
            boolean link,
            long checksum,
            long packed,
            long size,
            long place) {

        boolean isFolder() {
            return name.endsWith("/") || name.endsWith("\\");
        }
    }

    private final SeekableByteChannel file;
    private final Window bytes;
    private final long end;

    /** What stands before the ZIP file in the file, such as a program that unpacks it. */
    private final long before;

    private ZipDirectory(SeekableByteChannel file, long start, long end, long before) {
        this.file = file;
        this.bytes = new Window(new Region(file, start, end), 128 << 10);
        this.end = end - start;
        this.before = before;
    }

    /** Empty if there is none, as when the file was cut off. */
    static Optional<ZipDirectory> of(SeekableByteChannel file) throws IOException {
        long size = file.size();
        int tail = (int) Math.min(size, END_SIZE + LONGEST_COMMENT);
        ByteBuffer last = read(file, size - tail, tail);
        for (int at = tail - END_SIZE; at >= 0; at--) {
            if (last.getInt(at) == END && last.getShort(at + 20) + at + END_SIZE <= tail) {
                return of(file, last, at, size - tail + at);
            }
        }
        return Optional.empty();
    }

    private static Optional<ZipDirectory> of(SeekableByteChannel file, ByteBuffer last, int at, long place)
            throws IOException {
        int disk = last.getShort(at + 4) & 0xFFFF;
        long length = last.getInt(at + 12) & IN_EXTRA;
        long stated = last.getInt(at + 16) & IN_EXTRA;
        long directoryEnd = place;
        if (place >= END64_PLACE_SIZE) {
            ByteBuffer where = read(file, place - END64_PLACE_SIZE, END64_PLACE_SIZE);
            if (where.getInt(0) == END64_PLACE) {
                directoryEnd = end64(file, where.getLong(8), place - END64_PLACE_SIZE);
                ByteBuffer end64 = read(file, directoryEnd, 56);
                disk = end64.getInt(16);
                length = end64.getLong(40);
                stated = end64.getLong(48);
            }
        }
        if (disk != 0) {
            throw new ArchiveException("one part of a ZIP file in several: join the parts and read that");
        }
        long start = directoryEnd - length;
        if (length < 0 || start < 0 || stated < 0 || stated > start) {
            throw new ArchiveException("damaged ZIP: its directory does not lie where it says: get the file again");
        }
        return Optional.of(new ZipDirectory(file, start, directoryEnd, start - stated));
    }

    /** Where the end of a large directory is; before it there may be something that its place does not count. */
    private static long end64(SeekableByteChannel file, long stated, long latest) throws IOException {
        for (long place : new long[] {stated, latest - 56}) {
            if (place >= 0 && place <= latest - 56 && read(file, place, 4).getInt(0) == END64) {
                return place;
            }
        }
        throw new ArchiveException("damaged ZIP: the end of its directory is not where it says: get the file again");
    }

    /** The next entry; null at the end. */
    @Nullable
    Entry next() throws IOException {
        if (bytes.position() >= end) {
            return null;
        }
        ByteBuffer fixed = little(bytes.readNBytes(ENTRY_SIZE));
        if (fixed.capacity() < ENTRY_SIZE || fixed.getInt(0) != ENTRY) {
            throw new ArchiveException("damaged ZIP: something else stands in its directory: get the file again");
        }
        int flags = fixed.getShort(8);
        byte[] name = bytes.readNBytes(fixed.getShort(28) & 0xFFFF);
        ByteBuffer extra = little(bytes.readNBytes(fixed.getShort(30) & 0xFFFF));
        bytes.skipNBytes(fixed.getShort(32) & 0xFFFF);
        long[] sizes = {
            fixed.getInt(24) & IN_EXTRA, fixed.getInt(20) & IN_EXTRA, fixed.getInt(42) & IN_EXTRA,
        };
        large(extra, sizes);
        boolean unix = (fixed.getShort(4) >> 8 & 0xFF) == 3;
        return new Entry(
                name(name, (flags & 0x800) != 0),
                fixed.getShort(10) & 0xFFFF,
                (flags & 1) != 0,
                unix && (fixed.getInt(38) >>> 28) == 0xA,
                fixed.getInt(16) & IN_EXTRA,
                sizes[1],
                sizes[0],
                sizes[2] + before);
    }

    /** The packed bytes of an entry. */
    InputStream packed(Entry entry) throws IOException {
        long size = file.size();
        if (entry.place() < 0 || entry.place() > size - LOCAL_SIZE) {
            throw new ArchiveException("damaged ZIP: the entry does not lie within the file");
        }
        ByteBuffer local = read(file, entry.place(), LOCAL_SIZE);
        if (local.getInt(0) != LOCAL) {
            throw new ArchiveException("damaged ZIP: the entry does not start where the directory says");
        }
        long start = entry.place() + LOCAL_SIZE + (local.getShort(26) & 0xFFFF) + (local.getShort(28) & 0xFFFF);
        if (entry.packed() < 0 || entry.size() < 0 || entry.packed() > size - start) {
            throw new ArchiveException("damaged ZIP: the entry does not lie within the file");
        }
        return new Region(file, start, start + entry.packed());
    }

    /** Sizes and place of 64 bits, in their order, of those that did not find room. */
    private static void large(ByteBuffer extra, long[] sizes) {
        int at = 0;
        while (at + 4 <= extra.capacity()) {
            int length = extra.getShort(at + 2) & 0xFFFF;
            int last = Math.min(extra.capacity(), at + 4 + length);
            if (extra.getShort(at) == 1) {
                int from = at + 4;
                for (int i = 0; i < sizes.length; i++) {
                    if (sizes[i] == IN_EXTRA && from + 8 <= last) {
                        sizes[i] = extra.getLong(from);
                        from += 8;
                    }
                }
            }
            at += 4 + length;
        }
    }

    /** Marked as UTF-8 or not: it mostly is; else in the code page of DOS, as the format says. */
    private static String name(byte[] bytes, boolean utf8) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            if (utf8) {
                return new String(bytes, StandardCharsets.UTF_8);
            }
            Charset dos = Charset.isSupported("IBM437") ? Charset.forName("IBM437") : StandardCharsets.ISO_8859_1;
            return new String(bytes, dos);
        }
    }

    private static ByteBuffer read(SeekableByteChannel file, long place, int length) throws IOException {
        byte[] bytes = new Region(file, place, place + length).readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("ends within the directory");
        }
        return little(bytes);
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
