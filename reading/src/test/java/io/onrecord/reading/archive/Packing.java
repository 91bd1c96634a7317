package io.onrecord.reading.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Archives for the tests, made in memory. */
final class Packing {

    @FunctionalInterface
    interface Writing {
        void to(OutputStream out) throws IOException;
    }

    @FunctionalInterface
    interface Wrapping {
        OutputStream around(OutputStream out) throws IOException;
    }

    private Packing() {}

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] bytes(Writing writing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] packed(Wrapping wrapping, byte[] content) {
        return bytes(out -> {
            try (OutputStream packing = wrapping.around(out)) {
                packing.write(content);
            }
        });
    }

    static byte[] gzip(byte[] content) {
        return packed(GZIPOutputStream::new, content);
    }

    static byte[] gzip(String content) {
        return gzip(utf8(content));
    }

    static byte[] joined(byte[]... parts) {
        return bytes(out -> {
            for (byte[] part : parts) {
                out.write(part);
            }
        });
    }

    /** @param namesAndContents in turn: a name, the content as text or bytes */
    static byte[] zip(Object... namesAndContents) {
        return bytes(out -> {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                for (int i = 0; i < namesAndContents.length; i += 2) {
                    zip.putNextEntry(new ZipEntry((String) namesAndContents[i]));
                    zip.write(content(namesAndContents[i + 1]));
                    zip.closeEntry();
                }
            }
        });
    }

    /** @param namesAndContents in turn: a name, the content as text or bytes */
    static byte[] tar(Object... namesAndContents) {
        return bytes(out -> {
            try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out, "UTF-8")) {
                tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
                for (int i = 0; i < namesAndContents.length; i += 2) {
                    byte[] content = content(namesAndContents[i + 1]);
                    TarArchiveEntry entry = new TarArchiveEntry((String) namesAndContents[i], true);
                    entry.setSize(content.length);
                    tar.putArchiveEntry(entry);
                    tar.write(content);
                    tar.closeArchiveEntry();
                }
            }
        });
    }

    private static byte[] content(Object given) {
        return given instanceof byte[] bytes ? bytes : utf8((String) given);
    }

    /** A WARC record whose stated length is right. */
    static byte[] record(String headers, byte[] block) {
        return record(headers, block, block.length);
    }

    /** @param headers lines, without that of the length */
    static byte[] record(String headers, byte[] block, long statedLength) {
        String head = "WARC/1.0\r\n" + headers.strip().replace("\n", "\r\n") + "\r\nContent-Length: " + statedLength
                + "\r\n\r\n";
        return joined(utf8(head), block, utf8("\r\n\r\n"));
    }

    /** The headers of a response record. */
    static String response(String uri) {
        return """
                WARC-Type: response
                WARC-Target-URI: %s
                WARC-Date: 2024-05-16T18:02:00Z
                WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-%012d>
                Content-Type: application/http; msgtype=response""".formatted(uri, Integer.toUnsignedLong(uri.hashCode()));
    }

    /** An HTTP response with status 200. */
    static byte[] http(String headers, byte[] body) {
        String lines = headers.isBlank() ? "" : headers.strip().replace("\n", "\r\n") + "\r\n";
        return joined(utf8("HTTP/1.1 200 OK\r\n" + lines + "\r\n"), body);
    }

    /** A page as most records hold it. */
    static byte[] page(String uri, String html) {
        return record(response(uri), http("Content-Type: text/html; charset=UTF-8", utf8(html)));
    }
}
