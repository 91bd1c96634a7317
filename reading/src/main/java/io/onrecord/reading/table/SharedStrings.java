package io.onrecord.reading.table;

import io.onrecord.reading.item.TemporaryFiles;
import io.onrecord.reading.item.Wording;
import io.onrecord.reading.xml.XmlPull;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The strings of a workbook, which its sheets refer to by number. They stand apart from the sheets and in any order, so
 * all must be at hand: the first few million characters in memory, the rest in temporary files.
 */
final class SharedStrings implements Closeable {

    private static final int IN_MEMORY = 4_000_000;

    /** A string costs memory beside its characters. */
    private static final int COST = 64;

    private static final long ON_DISK = 1L << 31;

    /** Characters that cells may have in all: so many, and so many times the bytes of the file. One string in every row makes a bomb of a few bytes. */
    private static final long GIVEN = 1L << 26;

    private static final long TIMES = 200;

    private final long most;
    private final List<String> first = new ArrayList<>();
    private long size;
    private long kept;
    private long given;
    private @Nullable Spilled spilled;

    /** @param longest most characters of one that are kept, and one more that shows there were more */
    SharedStrings(OfficeParts parts, Optional<String> part, int longest) throws IOException {
        this.most = GIVEN + TIMES * parts.size();
        if (part.isEmpty() || !parts.has(part.get())) {
            return;
        }
        try (XmlPull xml = parts.xml(part.get())) {
            for (XmlPull.Event event = xml.next(); event != XmlPull.Event.DONE; event = xml.next()) {
                if (event == XmlPull.Event.START && xml.name().equals("si")) {
                    add(richText(xml, longest));
                }
            }
            if (spilled != null) {
                spilled.written();
            }
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /** The string of a number; nothing where the workbook has none. */
    String get(long number) throws IOException {
        if (number < 0 || number >= size) {
            return "";
        }
        String string =
                number < first.size() || spilled == null ? first.get((int) number) : spilled.get(number - first.size());
        given += string.length();
        if (given > most) {
            throw new IOException("its cells repeat its texts to more than " + TIMES
                    + " times the file, as in no honest workbook: read it as CSV if it is one");
        }
        return string;
    }

    /** After the beginning of an element: its text, in runs or not; how it is pronounced is left out. */
    static String richText(XmlPull xml, int longest) throws IOException {
        StringBuilder text = new StringBuilder();
        int outer = xml.depth() - 1;
        while (xml.depth() > outer) {
            XmlPull.Event event = xml.next();
            if (event == XmlPull.Event.DONE) {
                break;
            }
            if (event == XmlPull.Event.START && xml.name().equals("rPh")) {
                xml.skip();
            } else if (event == XmlPull.Event.START && xml.name().equals("t")) {
                XmlPull.append(text, xml.textWithin(longest), longest);
            }
        }
        return Escapes.undone(text.toString());
    }

    @Override
    public void close() throws IOException {
        if (spilled != null) {
            spilled.close();
        }
    }

    private void add(String value) throws IOException {
        if (spilled == null && kept < IN_MEMORY) {
            first.add(value);
            kept += value.length() + COST;
        } else {
            if (spilled == null) {
                spilled = new Spilled();
            }
            spilled.add(value);
        }
        size++;
    }

    /** Strings in one file, and in another where each begins. */
    private static final class Spilled implements Closeable {

        private final Path texts = TemporaryFiles.create(".strings");
        private final Path starts = TemporaryFiles.create(".starts");
        private @Nullable DataOutputStream textsOut = out(texts);
        private @Nullable DataOutputStream startsOut = out(starts);
        private @Nullable SeekableByteChannel textsIn;
        private @Nullable SeekableByteChannel startsIn;
        private long at;

        Spilled() throws IOException {}

        void add(String value) throws IOException {
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            if (startsOut == null || textsOut == null) {
                throw new IllegalStateException("all strings have been written");
            }
            startsOut.writeLong(at);
            textsOut.write(bytes);
            at += bytes.length;
            if (at > ON_DISK) {
                throw new IOException("a workbook with more than " + Wording.bytes(ON_DISK)
                        + " of text: save its sheets as CSV, which can be of any length");
            }
        }

        void written() throws IOException {
            if (startsOut == null || textsOut == null) {
                return;
            }
            startsOut.writeLong(at);
            startsOut.close();
            textsOut.close();
            startsOut = null;
            textsOut = null;
            startsIn = Files.newByteChannel(starts);
            textsIn = Files.newByteChannel(texts);
        }

        String get(long number) throws IOException {
            if (startsIn == null || textsIn == null) {
                throw new IllegalStateException("not all strings have been written");
            }
            ByteBuffer bounds = read(startsIn, number * Long.BYTES, 2 * Long.BYTES);
            long start = bounds.getLong(0);
            long end = bounds.getLong(Long.BYTES);
            return new String(read(textsIn, start, Math.toIntExact(end - start)).array(), StandardCharsets.UTF_8);
        }

        private static ByteBuffer read(SeekableByteChannel channel, long from, int length) throws IOException {
            ByteBuffer buffer = ByteBuffer.allocate(length);
            channel.position(from);
            while (buffer.hasRemaining()) {
                if (channel.read(buffer) < 0) {
                    throw new EOFException("a temporary file was cut off: look whether the disk is full");
                }
            }
            return buffer;
        }

        private static DataOutputStream out(Path file) throws IOException {
            return new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
        }

        @Override
        public void close() throws IOException {
            try {
                for (Closeable one : new Closeable[] {textsOut, startsOut, textsIn, startsIn}) {
                    if (one != null) {
                        one.close();
                    }
                }
            } finally {
                // A full disk fails the closing of what was written, too; that is when the files must go most of all.
                Files.deleteIfExists(texts);
                Files.deleteIfExists(starts);
            }
        }
    }
}
