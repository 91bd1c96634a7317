package io.onrecord.reading.archive;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.deflate64.Deflate64CompressorInputStream;
import org.brotli.dec.BrotliInputStream;
import org.tukaani.xz.XZInputStream;

/** Decoders of the libraries, with the memory they may take. */
final class Decoders {

    /** Files made with {@code xz -9} need 65 MiB; ones that ask for more are refused. */
    private static final int XZ_KIB = 66 << 10;

    /** A window of 128 MiB, which is what {@code zstd --long} makes; outside of the heap. */
    private static final int ZSTD_WINDOW_LOG = 27;

    private static final long DICTIONARY = 0x184D2A5DL;
    private static final int LARGEST_DICTIONARY = 16 << 20;

    private Decoders() {}

    static InputStream brotli(InputStream in) throws IOException {
        return new BrotliInputStream(in);
    }

    static InputStream xz(InputStream in) throws IOException {
        return new XZInputStream(in, XZ_KIB);
    }

    static InputStream bzip2(InputStream in) throws IOException {
        return new BZip2CompressorInputStream(in, true);
    }

    static boolean isZstd(byte[] head) {
        return head.length > 3
                && head[0] == 0x28
                && (head[1] & 0xFF) == 0xB5
                && head[2] == 0x2F
                && (head[3] & 0xFF) == 0xFD;
    }

    /**
     * The content of a ZIP entry. To be closed.
     *
     * @param method as the directory has it
     */
    static InputStream ofZip(int method, InputStream packed) throws IOException {
        return switch (method) {
            case 0 -> packed;
            // The inflater may ask for a byte behind the end.
            case 8 -> deflate(new SequenceInputStream(packed, new ByteArrayInputStream(new byte[1])), true);
            case 9 -> new Deflate64CompressorInputStream(new BufferedInputStream(packed));
            case 12 -> bzip2(new BufferedInputStream(packed));
            case 20, 93 -> zstd(packed);
            case 95 -> xz(new BufferedInputStream(packed));
            default ->
                throw new ArchiveException(
                        "packed in a way that is not read (method " + method + "): unpack it and read that");
        };
    }

    /** To be closed: its memory is not Java's. */
    static InputStream deflate(InputStream in, boolean withoutHeader) {
        Inflater inflater = new Inflater(withoutHeader);
        return new InflaterInputStream(in, inflater) {
            @Override
            public void close() throws IOException {
                inflater.end();
                super.close();
            }
        };
    }

    /** To be closed: its memory is not Java's. */
    static InputStream zstd(InputStream in) throws IOException {
        return zstdStream(in);
    }

    private static ZstdInputStreamNoFinalizer zstdStream(InputStream in) throws IOException {
        try {
            ZstdInputStreamNoFinalizer zstd = new ZstdInputStreamNoFinalizer(in);
            zstd.setLongMax(ZSTD_WINDOW_LOG);
            return zstd;
        } catch (LinkageError e) {
            throw new ArchiveException(
                    "zstd cannot be read here, its native library does not load: unpack it with zstd -d and read that",
                    e);
        }
    }

    /**
     * A whole file, which may start with a dictionary as the crawls of some archives do
     * (https://iipc.github.io/warc-specifications/specifications/warc-zstd/). To be closed.
     */
    static InputStream zstdFile(BufferedInputStream bytes) throws IOException {
        bytes.mark(8);
        byte[] head = bytes.readNBytes(8);
        if (head.length < 8 || word(head, 0) != DICTIONARY) {
            bytes.reset();
            return zstd(bytes);
        }
        long size = word(head, 4);
        if (size > LARGEST_DICTIONARY) {
            throw new ArchiveException("zstd with a dictionary of " + size + " bytes: damaged");
        }
        byte[] dictionary = bytes.readNBytes((int) size);
        ZstdInputStreamNoFinalizer zstd = zstdStream(bytes);
        zstd.setDict(isZstd(dictionary) ? unpacked(dictionary) : dictionary);
        return zstd;
    }

    private static byte[] unpacked(byte[] dictionary) throws IOException {
        try (InputStream in = zstd(new ByteArrayInputStream(dictionary))) {
            byte[] bytes = in.readNBytes(LARGEST_DICTIONARY + 1);
            if (bytes.length > LARGEST_DICTIONARY) {
                throw new ArchiveException(
                        "zstd with a dictionary of more than " + Words.bytes(LARGEST_DICTIONARY) + ": damaged");
            }
            return bytes;
        }
    }

    private static long word(byte[] bytes, int at) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(at) & 0xFFFFFFFFL;
    }
}
