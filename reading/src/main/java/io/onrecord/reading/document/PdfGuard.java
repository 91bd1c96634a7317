package io.onrecord.reading.document;

import io.onrecord.reading.item.Wording;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/**
 * Looks for what would fill the memory before PDFBox, which unpacks streams whole, comes upon it. Streams are unpacked
 * here once more, piece by piece, and thrown away.
 */
final class PdfGuard {

    /** Most bytes that a stream which is no picture may unpack to. */
    private static final long MOST = 96L << 20;

    /** What one byte of a stream can become at most: by deflate, and by LZW with codes of 12 bits. */
    private static final long FLATE_RATIO = 1032;

    private static final long LZW_RATIO = 2731;

    private static final int BLOCK = 1 << 20;

    /** A dictionary stands before its stream; the longest that are met hold some thousand numbers. */
    private static final int DICTIONARY = 4096;

    private static final int DEEPEST_PAGES = 200;

    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);

    /** What stands right before the dictionary of an object, behind another object: no comment and no string looks so. */
    private static final Pattern OBJECT = Pattern.compile("endobj\\s*[\\r\\n]\\s*\\d+ \\d+ $");

    /**
     * What the dictionary of a picture need not have: strings, comments and coded names, in which the words of another kind could hide, and
     * what tables and streams of objects are read by.
     */
    private static final Pattern NO_PICTURE = Pattern.compile("[()%#]|/(?:First|W)(?![A-Za-z])");

    /** What points to streams that PDFBox unpacks for the text, whatever they say they are. */
    private static final Set<COSName> READ = Set.of(
            COSName.CONTENTS,
            COSName.CID_TO_GID_MAP,
            COSName.ENCODING,
            COSName.FONT_FILE,
            COSName.FONT_FILE2,
            COSName.FONT_FILE3,
            COSName.METADATA,
            COSName.TO_UNICODE,
            COSName.USE_CMAP);

    private PdfGuard() {}

    /**
     * Looks through the bytes of a file. Covers what PDFBox unpacks while it opens a file: tables of objects, and streams
     * of objects.
     */
    static void checkBytes(Path file, Deadline deadline) throws IOException, DocumentException {
        byte[] block = new byte[DICTIONARY + BLOCK];
        int kept = 0;
        long offset = 0;
        try (InputStream in = Files.newInputStream(file)) {
            while (true) {
                int read = in.readNBytes(block, kept, block.length - kept);
                int length = kept + read;
                int from = Math.max(0, kept - STREAM.length);
                for (int at = indexOf(block, from, length); at >= 0; at = indexOf(block, at + 1, length)) {
                    deadline.check();
                    if (mayUnpack(block, at)) {
                        checkInflated(file, offset + at + STREAM.length, deadline);
                    }
                }
                if (read == 0) {
                    return;
                }
                int keep = Math.min(length, DICTIONARY);
                System.arraycopy(block, length - keep, block, 0, keep);
                offset += length - keep;
                kept = keep;
            }
        }
    }

    private static int indexOf(byte[] bytes, int from, int end) {
        for (int i = from; i + STREAM.length <= end; i++) {
            int j = 0;
            while (j < STREAM.length && bytes[i + j] == STREAM[j]) {
                j++;
            }
            if (j == STREAM.length && (i == 0 || bytes[i - 1] != 'd')) {
                return i;
            }
        }
        return -1;
    }

    /** Pictures are never unpacked for the text, and may be large. Only what can be nothing else is taken for one. */
    private static boolean mayUnpack(byte[] block, int at) {
        String before =
                new String(block, Math.max(0, at - DICTIONARY), Math.min(at, DICTIONARY), StandardCharsets.ISO_8859_1);
        int object = before.lastIndexOf("obj");
        if (object < 0 || !OBJECT.matcher(before.substring(0, object)).find()) {
            return true;
        }
        String dictionary = before.substring(object);
        return !(dictionary.contains("/Image") && dictionary.contains("/Width"))
                || NO_PICTURE.matcher(dictionary).find();
    }

    private static void checkInflated(Path file, long start, Deadline deadline) throws IOException, DocumentException {
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(start);
            int first = in.read();
            first = first == '\r' ? in.read() : first;
            first = first == '\n' ? in.read() : first;
            // Any other start is no zlib stream, nor would PDFBox's own reader get far with it.
            if (first >= 0 && (first & 0x0F) == 8) {
                countInflated(first, in, deadline);
            }
        }
    }

    private static void countInflated(int first, InputStream in, Deadline deadline)
            throws IOException, DocumentException {
        Inflater inflater = new Inflater();
        try {
            byte[] packed = new byte[8192];
            byte[] out = new byte[1 << 16];
            packed[0] = (byte) first;
            int length = 1;
            while (length > 0) {
                inflater.setInput(packed, 0, length);
                for (int n = inflater.inflate(out); n > 0; n = inflater.inflate(out)) {
                    deadline.step();
                    if (inflater.getBytesWritten() > MOST) {
                        throw tooLarge();
                    }
                }
                if (inflater.finished() || inflater.needsDictionary()) {
                    return;
                }
                length = in.read(packed);
            }
        } catch (DataFormatException e) {
            // No packed stream after all, or a damaged one: no more comes of it.
            return;
        } finally {
            inflater.end();
        }
    }

    /** Looks at the streams by their dictionaries, which tell more than the bytes of the file: of what is encrypted, too, or packed several times over. */
    static void checkStreams(PDDocument document, Deadline deadline) throws IOException, DocumentException {
        List<COSObjectKey> keys =
                new ArrayList<>(document.getDocument().getXrefTable().keySet());
        Set<COSStream> read = Collections.newSetFromMap(new IdentityHashMap<>());
        for (COSObjectKey key : keys) {
            addRead(document.getDocument().getObjectFromPool(key).getObject(), read, deadline);
        }
        for (COSObjectKey key : keys) {
            deadline.step();
            COSBase object = document.getDocument().getObjectFromPool(key).getObject();
            if (object instanceof COSStream stream
                    && (read.contains(stream) || !COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE)))) {
                checkStream(stream, deadline);
            }
        }
    }

    /** Adds the streams that an object has read for the text, and those of what stands within it. */
    private static void addRead(@Nullable COSBase object, Set<COSStream> read, Deadline deadline) {
        Deque<COSBase> open = new ArrayDeque<>();
        Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        add(object, open, seen);
        while (!open.isEmpty()) {
            deadline.step();
            COSBase within = open.pop();
            if (within instanceof COSDictionary dictionary) {
                for (Map.Entry<COSName, COSBase> entry : dictionary.entrySet()) {
                    if (READ.contains(entry.getKey())) {
                        addStreams(dictionary.getDictionaryObject(entry.getKey()), read);
                    }
                    add(entry.getValue(), open, seen);
                }
            } else if (within instanceof COSArray array) {
                for (COSBase element : array.toList()) {
                    add(element, open, seen);
                }
            }
        }
    }

    /** What an object only refers to is an object of its own, and looked at by itself. */
    private static void add(@Nullable COSBase object, Deque<COSBase> open, Set<COSBase> seen) {
        if ((object instanceof COSDictionary || object instanceof COSArray) && seen.add(object)) {
            open.push(object);
        }
    }

    private static void addStreams(@Nullable COSBase object, Set<COSStream> read) {
        if (object instanceof COSStream stream) {
            read.add(stream);
        } else if (object instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                if (array.getObject(i) instanceof COSStream stream) {
                    read.add(stream);
                }
            }
        }
    }

    private static void checkStream(COSStream stream, Deadline deadline) throws IOException, DocumentException {
        List<String> filters = filters(stream.getFilters());
        long worst = Math.max(0, stream.getLength());
        for (String filter : filters) {
            long ratio = switch (filter) {
                case "FlateDecode", "Fl" -> FLATE_RATIO;
                case "LZWDecode", "LZW" -> LZW_RATIO;
                case "RunLengthDecode", "RL" -> 64;
                default -> 1;
            };
            worst = Math.min(Long.MAX_VALUE / LZW_RATIO, worst * ratio);
        }
        boolean flateAlone = filters.size() == 1 && filters.get(0).startsWith("Fl");
        if (worst <= MOST) {
            return;
        }
        try (InputStream in = stream.createRawInputStream()) {
            if (flateAlone) {
                int first = in.read();
                countInflated(Math.max(0, first), in, deadline);
            } else if (filters.size() == 1 && filters.get(0).startsWith("LZW")) {
                countLzw(in, deadline);
            } else {
                throw tooLarge();
            }
        }
    }

    /** Lengths of the strings that LZW codes stand for, without the strings. */
    private static void countLzw(InputStream in, Deadline deadline) throws IOException, DocumentException {
        int[] lengths = new int[4097];
        long written = 0;
        int next = 258;
        int bits = 9;
        int before = -1;
        int held = 0;
        int count = 0;
        for (int c = in.read(); c >= 0; c = in.read()) {
            held = (held << 8 | c) & 0xFFFFFF;
            count += 8;
            if (count < bits) {
                continue;
            }
            deadline.step();
            count -= bits;
            int code = held >> count & ((1 << bits) - 1);
            if (code == 256) {
                next = 258;
                bits = 9;
                before = -1;
                continue;
            }
            int length = code < 256 ? 1 : code < next ? lengths[code] : before + 1;
            written += Math.max(1, length);
            if (written > MOST) {
                throw tooLarge();
            }
            if (before > 0 && next < 4096) {
                lengths[next++] = before + 1;
            }
            bits = next >= 2047 ? 12 : next >= 1023 ? 11 : next >= 511 ? 10 : 9;
            before = Math.max(1, length);
        }
    }

    private static List<String> filters(COSBase filters) {
        List<String> names = new ArrayList<>();
        if (filters instanceof COSName name) {
            names.add(name.getName());
        } else if (filters instanceof COSArray array) {
            for (int i = 0; i < Math.min(array.size(), 64); i++) {
                if (array.getObject(i) instanceof COSName name) {
                    names.add(name.getName());
                }
            }
        }
        return names;
    }

    /** Walks the tree of pages, which may be endless, deeper than any stack, or wider than any book. */
    static void checkPages(PDDocument document, DocumentLimits limits, Deadline deadline) throws DocumentException {
        Deque<COSDictionary> open = new ArrayDeque<>();
        Deque<Integer> depths = new ArrayDeque<>();
        Set<COSDictionary> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        open.push(document.getPages().getCOSObject());
        depths.push(0);
        int pages = 0;
        while (!open.isEmpty()) {
            deadline.step();
            COSDictionary node = open.pop();
            int depth = depths.pop();
            if (depth > DEEPEST_PAGES) {
                throw new DocumentException(
                        "damaged or hostile: its pages are nested more than " + DEEPEST_PAGES + " deep");
            }
            COSArray kids = node.getCOSArray(COSName.KIDS);
            if (kids == null) {
                if (++pages > limits.pages()) {
                    throw new DocumentException("more than " + limits.pages() + " pages, the limit: split it");
                }
                continue;
            }
            if (!seen.add(node)) {
                continue;
            }
            if (kids.size() > 4L * limits.pages() + 1000) {
                throw new DocumentException("more than " + limits.pages() + " pages, the limit: split it");
            }
            for (int i = 0; i < kids.size(); i++) {
                if (kids.getObject(i) instanceof COSDictionary kid) {
                    open.push(kid);
                    depths.push(depth + 1);
                }
            }
        }
    }

    private static DocumentException tooLarge() {
        return new DocumentException(
                "one of its streams unpacks to more than " + Wording.bytes(MOST) + ", as in no honest document");
    }
}
