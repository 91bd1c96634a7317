package io.onrecord.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Files in one input: a line {@code === NAME} before each. What is packed with a checksum cannot be changed by a fuzzer; this can, and is packed
 * afterwards.
 */
final class Parcel {

    private static final String MARK = "=== ";
    private static final int MOST_FILES = 40;

    private Parcel() {}

    static boolean is(byte[] bytes) {
        return new String(bytes, 0, Math.min(bytes.length, MARK.length()), ISO_8859_1).equals(MARK);
    }

    /** Names with their contents; of two with one name the first. */
    static Map<String, byte[]> files(byte[] bytes) {
        String all = "\n" + new String(bytes, ISO_8859_1);
        Map<String, byte[]> files = new LinkedHashMap<>();
        int at = all.indexOf("\n" + MARK);
        while (at >= 0 && files.size() < MOST_FILES) {
            int line = all.indexOf('\n', at + 1);
            int next = line < 0 ? -1 : all.indexOf("\n" + MARK, line);
            String name = all.substring(at + 1 + MARK.length(), line < 0 ? all.length() : line);
            String content =
                    line < 0 ? "" : all.substring(line + 1, next < 0 ? all.length() : Math.max(next, line + 1));
            files.putIfAbsent(name, content.getBytes(ISO_8859_1));
            at = next;
        }
        return files;
    }

    /** The files as a ZIP file, not compressed: what deflates is the JDK's. */
    static byte[] zip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out, ISO_8859_1)) {
            zip.setLevel(0);
            for (Map.Entry<String, byte[]> file : files(bytes).entrySet()) {
                if (file.getKey().length() < 0xFFFF) {
                    zip.putNextEntry(new ZipEntry(file.getKey()));
                    zip.write(file.getValue());
                    zip.closeEntry();
                }
            }
        }
        return out.toByteArray();
    }
}
