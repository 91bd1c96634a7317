package io.onrecord.export;

import io.onrecord.exchange.export.FolderFormat;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Several files as a ZIP file, written as it grows. Closing ends what packs, wherever it is, and leaves the stream open. For one thread. */
public final class ZipFolder implements FolderFormat.Folder, AutoCloseable {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*(/[A-Za-z0-9_][A-Za-z0-9._-]*)*");

    /**
     * The same export is to give the same bytes, in any time zone. ZIP knows no time before 1980, whose first second Java takes for one before
     * and writes once more, then by the zone.
     */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private final Zip zip;
    private final Set<String> names = new HashSet<>();

    /** @param out stays open */
    public ZipFolder(OutputStream out) {
        this.zip = new Zip(out);
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
        entry.setTimeLocal(TIME);
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

    @Override
    public void close() {
        zip.end();
    }

    private static final class Zip extends ZipOutputStream {
        Zip(OutputStream out) {
            super(out);
        }

        /** Frees memory outside of the heap; closing would write an end and close the stream below. */
        void end() {
            def.end();
        }
    }
}
