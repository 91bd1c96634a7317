package io.onrecord.bench;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A crawl of news sites that do not exist, as a WARC.gz file: pages of many lengths, layouts, encodings and ways of sending,
 * with the requests, images, errors and revisits that crawls hold beside them. The same seed gives the same bytes.
 */
final class NewsCrawl {

    /**
     * What was written.
     *
     * @param bytes of all records, before gzip
     * @param packed of the file
     * @param records all of them
     * @param pages those that are to be read
     */
    record Written(long bytes, long packed, long records, long pages) {}

    private static final List<String> WAYS = List.of("plain", "chunked", "gzip", "gzip chunked", "deflate");
    private static final List<Charset> CHARSETS =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_8, Charset.forName("windows-1252"));

    private final Random random;
    private final NewsPages pages;
    private Instant time = Instant.parse("2024-05-16T04:00:00Z");
    private long bytes;
    private long records;
    private long read;

    NewsCrawl(long seed) {
        random = new Random(seed);
        pages = new NewsPages(random);
    }

    /** Writes records until they are so many bytes before gzip. */
    Written write(Path file, long size) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            record(out, "warcinfo", "", "application/warc-fields", utf8("software: onrecord bench\r\n"));
            while (bytes < size) {
                capture(out);
            }
        }
        return new Written(bytes, Files.size(file), records, read);
    }

    private void capture(OutputStream out) throws IOException {
        time = time.plus(Duration.ofMillis(1 + random.nextInt(900)));
        String uri = "https://www." + pages.site() + ".example/" + pages.slug() + "-" + records;
        record(
                out,
                "request",
                uri,
                "application/http; msgtype=request",
                utf8("GET / HTTP/1.1\r\nHost: x.example\r\n\r\n"));
        switch (random.nextInt(12)) {
            case 0 -> response(out, uri + ".jpg", "200 OK", "image/jpeg", noise(4000 + random.nextInt(40_000)));
            case 1 -> response(out, uri, "404 Not Found", "text/html", utf8("<html><title>Not found</title>"));
            case 2 ->
                record(out, "revisit", uri, "application/http; msgtype=response", utf8("HTTP/1.1 200 OK\r\n\r\n"));
            default -> {
                page(out, uri);
                read++;
            }
        }
    }

    private void page(OutputStream out, String uri) throws IOException {
        Charset charset = CHARSETS.get(random.nextInt(CHARSETS.size()));
        byte[] html = pages.html(charset).getBytes(charset);
        String way = WAYS.get(random.nextInt(WAYS.size()));
        String headers = "Content-Type: text/html; charset=" + charset.name() + "\r\n";
        byte[] body = html;
        if (way.startsWith("gzip")) {
            body = packed(html, true);
            headers += "Content-Encoding: gzip\r\n";
        } else if (way.equals("deflate")) {
            body = packed(html, false);
            headers += "Content-Encoding: deflate\r\n";
        }
        if (way.endsWith("chunked")) {
            body = chunked(body);
            headers += "Transfer-Encoding: chunked\r\n";
        }
        block(out, uri, "HTTP/1.1 200 OK\r\nServer: none\r\n" + headers + "\r\n", body);
    }

    private void response(OutputStream out, String uri, String status, String type, byte[] body) throws IOException {
        block(out, uri, "HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\n\r\n", body);
    }

    private void block(OutputStream out, String uri, String head, byte[] body) throws IOException {
        ByteArrayOutputStream block = new ByteArrayOutputStream(body.length + 300);
        block.write(utf8(head));
        block.write(body);
        record(out, "response", uri, "application/http; msgtype=response", block.toByteArray());
    }

    private void record(OutputStream out, String type, String uri, String contentType, byte[] block)
            throws IOException {
        ByteArrayOutputStream record = new ByteArrayOutputStream(block.length + 500);
        String id = new UUID(random.nextLong(), random.nextLong()).toString();
        record.write(utf8("WARC/1.1\r\nWARC-Type: " + type + "\r\nWARC-Record-ID: <urn:uuid:" + id + ">\r\nWARC-Date: "
                + time
                + "\r\n" + (uri.isEmpty() ? "" : "WARC-Target-URI: " + uri + "\r\n") + "Content-Type: " + contentType
                + "\r\nContent-Length: " + block.length + "\r\n\r\n"));
        record.write(block);
        record.write(utf8("\r\n\r\n"));
        bytes += record.size();
        records++;
        out.write(packed(record.toByteArray(), true));
    }

    private byte[] chunked(byte[] body) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.length + 200);
        int at = 0;
        while (at < body.length) {
            int length = Math.min(body.length - at, 500 + random.nextInt(16_000));
            out.write(utf8(String.format(Locale.ROOT, "%x\r\n", length)));
            out.write(body, at, length);
            out.write(utf8("\r\n"));
            at += length;
        }
        out.write(utf8("0\r\n\r\n"));
        return out.toByteArray();
    }

    private byte[] noise(int length) {
        byte[] noise = new byte[length];
        random.nextBytes(noise);
        return noise;
    }

    private static byte[] packed(byte[] content, boolean gzip) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(content.length / 3 + 100);
        try (OutputStream packing = gzip ? new FastGzip(out) : new DeflaterOutputStream(out)) {
            packing.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static final class FastGzip extends GZIPOutputStream {

        FastGzip(OutputStream out) throws IOException {
            super(out, 1 << 14);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
