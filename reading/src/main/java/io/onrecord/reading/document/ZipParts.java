package io.onrecord.reading.document;

import io.onrecord.reading.item.Limited;
import io.onrecord.reading.item.Wording;
import io.onrecord.reading.item.ZipEnd;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** The parts of a document that is a ZIP archive, by name. Nothing is unpacked to disk, so no name can lead astray. */
final class ZipParts implements Closeable {

    /** Most bytes that one part may unpack to. */
    static final long PART = 48L << 20;

    private static final int MOST_PARTS = 20_000;

    /** In bytes; the number of parts is told in 16 bits alone, so that a million may look like ten. */
    private static final long LARGEST_DIRECTORY = 8 << 20;

    private final ZipFile zip;

    private ZipParts(ZipFile zip) {
        this.zip = zip;
    }

    static ZipParts open(Path file) throws IOException, DocumentException {
        checkDirectory(file);
        try {
            return new ZipParts(new ZipFile(file.toFile()));
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw damaged(e);
        }
    }

    /** A part's bytes, or null if there is no such part. A part that unpacks to too much fails while it is read. */
    @Nullable
    InputStream part(String name) throws IOException, DocumentException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null || entry.isDirectory()) {
            return null;
        }
        try {
            return new Limited(zip.getInputStream(entry), PART);
        } catch (ZipException e) {
            throw damaged(e);
        }
    }

    boolean has(String name) {
        return zip.getEntry(name) != null;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    static DocumentException damaged(Exception e) {
        return new DocumentException("damaged, its archive cannot be opened" + Says.detail(e) + ": get it anew", e);
    }

    static DocumentException tooLarge(Exception e) {
        return new DocumentException(
                "one of its parts unpacks to more than " + Wording.bytes(PART) + ", as in no honest document", e);
    }

    /** A directory of millions of parts would be held in memory whole, so their number is looked up first. */
    private static void checkDirectory(Path file) throws IOException, DocumentException {
        ZipEnd end = ZipEnd.of(file)
                .orElseThrow(() -> new DocumentException("damaged or cut off, its archive has no end: get it anew"));
        if (end.entries() > MOST_PARTS || end.directoryBytes() > LARGEST_DIRECTORY) {
            throw new DocumentException("has more than " + MOST_PARTS + " parts, as no honest document has");
        }
    }
}
