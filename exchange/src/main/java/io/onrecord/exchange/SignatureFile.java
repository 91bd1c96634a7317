package io.onrecord.exchange;

import io.onrecord.copies.Signature;
import io.onrecord.copies.Signatures;
import io.onrecord.copies.Signed;
import io.onrecord.model.Published;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Signatures in a file, each with notes of its own (what is to be shown of the text), so that millions of texts take 8 bytes of
 * memory each: about a kilobyte a text on the disk. First everything is added, then it is read. For one thread.
 *
 * <p>Everything but {@link #create} and {@link #close} throws {@link UncheckedIOException} where the file cannot be written or read.
 */
public final class SignatureFile implements Signatures, Closeable {

    private static final int BUFFER = 1 << 16;
    private static final int NONE = -1;

    private final Path file;
    private final FileChannel channel;
    private long[] offsets = new long[1024];
    private int size;
    private long end;

    private ByteBuffer unwritten = ByteBuffer.allocate(BUFFER);
    /** What was read last, for those who read on. */
    private final ByteBuffer window = ByteBuffer.allocate(BUFFER);

    private long windowStart;
    private long lastEnd = NONE;

    private SignatureFile(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
        window.limit(0);
    }

    /**
     * An empty one, among the temporary files of the system (Java's {@code java.io.tmpdir}); it goes when it is closed.
     *
     * @throws IOException if no file can be made there
     */
    public static SignatureFile create() throws IOException {
        Path file = Files.createTempFile("onrecord-signatures", ".tmp");
        return new SignatureFile(
                file,
                FileChannel.open(
                        file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE));
    }

    /**
     * Adds one; its number is the {@link #size} before.
     *
     * @param notes what {@link #notes} gives back
     */
    public void add(Signed signed, List<String> notes) {
        byte[] bytes = bytes(signed, notes);
        if (size == Integer.MAX_VALUE - 8) {
            throw new IllegalStateException("more than two thousand million signatures are too many for one file");
        }
        if (size == offsets.length) {
            offsets = Arrays.copyOf(offsets, size + (size >> 1));
        }
        if (unwritten.remaining() < bytes.length) {
            flush();
            if (unwritten.capacity() < bytes.length) {
                unwritten = ByteBuffer.allocate(bytes.length);
            }
        }
        unwritten.put(bytes);
        offsets[size++] = end;
        end += bytes.length;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Signature signature(int index) {
        return signature(record(index));
    }

    private static Signature signature(ByteBuffer in) {
        byte[] bytes = new byte[in.getInt()];
        in.get(bytes);
        return Signature.fromBytes(bytes);
    }

    @Override
    public Signed get(int index) {
        ByteBuffer in = record(index);
        Signature signature = signature(in);
        String id = string(in);
        String value = string(in);
        String from = string(in);
        Optional<Published> published = value.isEmpty() ? Optional.empty() : Optional.of(new Published(value, from));
        return new Signed(id, published, signature);
    }

    /** What was noted with one. */
    public List<String> notes(int index) {
        ByteBuffer in = record(index);
        in.position(in.position() + Integer.BYTES + in.getInt(in.position()));
        string(in);
        string(in);
        string(in);
        List<String> notes = new ArrayList<>();
        int count = in.getInt();
        for (int i = 0; i < count; i++) {
            notes.add(string(in));
        }
        return notes;
    }

    private static byte[] bytes(Signed signed, List<String> notes) {
        List<byte[]> parts = new ArrayList<>();
        parts.add(signed.signature().toBytes());
        parts.add(utf8(signed.id()));
        parts.add(utf8(signed.published().map(Published::value).orElse("")));
        parts.add(utf8(signed.published().map(Published::from).orElse("")));
        int head = parts.size();
        notes.forEach(note -> parts.add(utf8(note)));
        int length = Integer.BYTES;
        for (byte[] part : parts) {
            length = Math.addExact(length, Integer.BYTES + part.length);
        }
        ByteBuffer out = ByteBuffer.allocate(length);
        for (int i = 0; i < parts.size(); i++) {
            if (i == head) {
                out.putInt(notes.size());
            }
            out.putInt(parts.get(i).length).put(parts.get(i));
        }
        if (notes.isEmpty()) {
            out.putInt(0);
        }
        return out.array();
    }

    private static byte[] utf8(String value) {
        return value.getBytes(StandardCharsets.UTF_8);
    }

    private static String string(ByteBuffer in) {
        byte[] bytes = new byte[in.getInt()];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The bytes of one, from the window if they are in it. Whoever reads on gets the next of them with it. */
    private ByteBuffer record(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("there is no signature " + index + " among " + size);
        }
        flush();
        long from = offsets[index];
        long to = index + 1 < size ? offsets[index + 1] : end;
        boolean readsOn = from == lastEnd;
        lastEnd = to;
        if (from >= windowStart && to <= windowStart + window.limit()) {
            return slice(window, (int) (from - windowStart), (int) (to - from));
        }
        if (readsOn && to - from <= window.capacity()) {
            window.clear().limit((int) Math.min(window.capacity(), end - from));
            read(window, from);
            windowStart = from;
            return slice(window, 0, (int) (to - from));
        }
        ByteBuffer alone = ByteBuffer.allocate((int) (to - from));
        read(alone, from);
        return alone.flip();
    }

    private static ByteBuffer slice(ByteBuffer buffer, int from, int length) {
        return buffer.duplicate().position(from).limit(from + length);
    }

    private void read(ByteBuffer buffer, long from) {
        try {
            while (buffer.hasRemaining()) {
                if (channel.read(buffer, from + buffer.position()) < 0) {
                    throw new IOException("it ends before its " + end + " bytes");
                }
            }
        } catch (IOException e) {
            throw problem("read", e);
        }
    }

    private void flush() {
        unwritten.flip();
        try {
            while (unwritten.hasRemaining()) {
                channel.write(unwritten);
            }
        } catch (IOException e) {
            throw problem("written", e);
        }
        unwritten.clear();
    }

    private UncheckedIOException problem(String done, IOException cause) {
        return new UncheckedIOException(
                "the temporary file " + file + " cannot be " + done + ": " + cause.getMessage()
                        + "; is there room for it? Another folder is chosen with -Djava.io.tmpdir=FOLDER",
                cause);
    }

    /** The file goes. */
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
