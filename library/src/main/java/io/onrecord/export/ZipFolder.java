package io.onrecord.export;

import io.onrecord.exchange.export.FolderFormat;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Several files as a ZIP file, written as it grows. For one thread. */
public final class ZipFolder implements FolderFormat.Folder {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*(/[A-Za-z0-9_][A-Za-z0-9._-]*)*");

    /** ZIP knows no time before this one, and the same export is to give the same bytes. */
    private static final long TIME = 315_532_800_000L;

    private final ZipOutputStream zip;
    private final Set<String> names = new HashSet<>();

    /** @param out stays open */
    public ZipFolder(OutputStream out) {
        this.zip = new ZipOutputStream(out);
    }

    /**
     * Whether a file of an export may be called so: letters, digits and a few signs, and nothing that leads out of its folder.
     */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    @Override
    public OutputStream file(String name) throws IOException {
        if (!isName(name)) {
            throw new IllegalArgumentException("a file of an export is not called '" + name + "'");
        }
        if (!names.add(name)) {
            throw new IOException(name + " is there already");
        }
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(TIME);
        zip.putNextEntry(entry);
        return new FilterOutputStream(zip) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                zip.write(bytes, from, length);
            }

            @Override
            public void close() throws IOException {
                zip.closeEntry();
            }
        };
    }

    /** Writes the end; without it the file is not whole. */
    public void finish() throws IOException {
        zip.finish();
    }
}
