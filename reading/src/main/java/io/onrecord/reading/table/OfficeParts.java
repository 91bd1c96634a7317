package io.onrecord.reading.table;

import io.onrecord.reading.item.Limited;
import io.onrecord.reading.item.Spooled;
import io.onrecord.reading.item.Wording;
import io.onrecord.reading.item.ZipEnd;
import io.onrecord.reading.xml.XmlPull;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** The parts of an Office document, and how they refer to one another (ECMA-376, part 2). */
final class OfficeParts implements Closeable {

    /** Most bytes of a workbook as it is stored. */
    private static final long LARGEST = 1L << 30;

    /** Most bytes of one part as it is read: a sheet of a million rows has a tenth of it. */
    private static final long LARGEST_PART = 1L << 32;

    /** The directory of a ZIP is held in memory; that of a workbook has some dozen entries. */
    private static final int LARGEST_DIRECTORY = 1 << 20;

    private static final int MOST_RELATIONS = 10_000;

    private final Spooled file;
    private final ZipFile zip;

    private OfficeParts(Spooled file, ZipFile zip) {
        this.file = file;
        this.zip = zip;
    }

    /**
     * What a part refers to.
     *
     * @param type last word of the type of the relation
     * @param part name of the part referred to
     */
    record Target(String type, String part) {}

    /** @throws IOException if it is no ZIP; where it is an encrypted or older workbook, the message says so */
    static OfficeParts of(InputStream bytes) throws IOException {
        PushbackInputStream in = new PushbackInputStream(bytes, Signature.OLE.length());
        byte[] head = in.readNBytes(Signature.OLE.length());
        in.unread(head);
        if (Signature.OLE.starts(head)) {
            throw new IOException(ole(in));
        }
        if (!Signature.ZIP.starts(head)) {
            throw new IOException("not a workbook, whatever its name says: look at what it is");
        }
        Spooled file = spooled(in);
        try {
            checkDirectory(file.file());
            return new OfficeParts(file, new ZipFile(file.file().toFile()));
        } catch (IOException | RuntimeException e) {
            file.close();
            if (e instanceof ZipException || e instanceof EOFException) {
                String why = e.getMessage() == null ? "its ZIP ends too early" : Wording.shown(e.getMessage());
                throw new IOException(
                        "a broken workbook: " + why + "; open it in a spreadsheet program and save it again", e);
            }
            throw e;
        }
    }

    /** Bytes of the file as it is stored. */
    long size() throws IOException {
        return Files.size(file.file());
    }

    private static Spooled spooled(InputStream in) throws IOException {
        try {
            return Spooled.of(in, LARGEST);
        } catch (Limited.TooLongException e) {
            throw new IOException(
                    "a workbook of more than " + Wording.bytes(LARGEST)
                            + ": save its sheets as CSV, which can be of any length",
                    e);
        }
    }

    /** The part that the others hang on. */
    String main() throws IOException {
        return ofType(relations(""), "officeDocument").orElse("xl/workbook.xml");
    }

    static Optional<String> ofType(Map<String, Target> targets, String type) {
        return targets.values().stream()
                .filter(target -> target.type().equals(type))
                .map(Target::part)
                .sorted()
                .findFirst();
    }

    /** What a part refers to, by the id of the relation. */
    Map<String, Target> relations(String part) throws IOException {
        int slash = part.lastIndexOf('/') + 1;
        String folder = part.substring(0, slash);
        Map<String, Target> targets = new HashMap<>();
        ZipEntry entry = entry(folder + "_rels/" + part.substring(slash) + ".rels");
        if (entry == null) {
            return targets;
        }
        try (XmlPull xml = xml(entry.getName())) {
            for (XmlPull.Event event = xml.next(); event != XmlPull.Event.DONE; event = xml.next()) {
                if (event == XmlPull.Event.START && xml.name().equals("Relationship")) {
                    String type = xml.attribute("Type").orElse("");
                    String target = xml.attribute("Target").orElse("");
                    targets.put(
                            xml.attribute("Id").orElse(""),
                            new Target(type.substring(type.lastIndexOf('/') + 1), resolved(folder, target)));
                }
                if (targets.size() > MOST_RELATIONS) {
                    throw new IOException("a broken workbook: more than " + MOST_RELATIONS + " parts");
                }
            }
        }
        return targets;
    }

    /** The XML of a part, which closing it closes, too. */
    XmlPull xml(String part) throws IOException {
        ZipEntry entry = entry(part);
        if (entry == null) {
            throw new IOException("a broken workbook: it lacks its part " + Wording.shown(part));
        }
        try {
            return XmlPull.of(zip.getInputStream(entry), LARGEST_PART);
        } catch (EOFException e) {
            throw new IOException(
                    "a broken workbook: its part " + Wording.shown(part) + " lies beyond the end; get it again", e);
        }
    }

    boolean has(String part) {
        return entry(part) != null;
    }

    @Override
    public void close() throws IOException {
        try (zip) {
            // On some systems the file cannot be deleted while it is open.
        } finally {
            file.close();
        }
    }

    private @Nullable ZipEntry entry(String part) {
        ZipEntry entry = zip.getEntry(part);
        if (entry != null) {
            return entry;
        }
        // Some programs write other capitals in the name than in what refers to it.
        return zip.stream()
                .filter(other -> other.getName().equalsIgnoreCase(part)
                        || other.getName().replace('\\', '/').equalsIgnoreCase(part))
                .findFirst()
                .map(other -> (ZipEntry) other)
                .orElse(null);
    }

    private static String resolved(String folder, String target) {
        if (target.startsWith("/")) {
            return target.substring(1);
        }
        String path = folder + target;
        return path.contains("..")
                ? Path.of("/" + path).normalize().toString().substring(1).replace('\\', '/')
                : path;
    }

    /** Looks how large the directory says it is, before anything reads it. */
    private static void checkDirectory(Path file) throws IOException {
        ZipEnd end = ZipEnd.of(file)
                .orElseThrow(() -> new IOException("a broken workbook: its ZIP is cut off; get it again"));
        if (end.directoryBytes() > LARGEST_DIRECTORY) {
            throw new IOException("not a workbook: its ZIP lists more parts than any has");
        }
    }

    private static String ole(InputStream in) throws IOException {
        byte[] content = in.readNBytes(1 << 22);
        String bytes = new String(content, StandardCharsets.ISO_8859_1);
        boolean encrypted = bytes.contains(wide("EncryptedPackage"));
        return encrypted
                ? "an encrypted workbook: open it with its password and save it without one"
                : "a workbook of an older kind (.xls): save it as .xlsx or CSV";
    }

    /** As UTF-16LE bytes look, taken one by one. */
    private static String wide(String name) {
        return new String(name.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
    }
}
