package io.onrecord.reading.archive;

import static io.onrecord.reading.archive.Packing.gzip;
import static io.onrecord.reading.archive.Packing.http;
import static io.onrecord.reading.archive.Packing.joined;
import static io.onrecord.reading.archive.Packing.page;
import static io.onrecord.reading.archive.Packing.record;
import static io.onrecord.reading.archive.Packing.response;
import static io.onrecord.reading.archive.Packing.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WarcTest {

    private static final String ONE = "https://news.example/one";
    private static final String TWO = "https://news.example/two";
    private static final String THREE = "https://news.example/three";

    private static Unpacked read(byte[]... records) {
        return Unpacked.of(ArchiveKind.WARC, "crawl.warc", joined(records));
    }

    private static Unpacked readPacked(byte[]... records) {
        byte[][] members = Arrays.stream(records).map(Packing::gzip).toArray(byte[][]::new);
        return Unpacked.of(ArchiveKind.WARC, "crawl.warc.gz", joined(members));
    }

    @Test
    void aPageHasItsAddressAndItsCapture() {
        String headers = """
                WARC-Type: response
                WARC-Target-URI: https://news.example/avenia/harbour.html?page=2
                WARC-Date: 2024-05-16T18:02:00Z
                WARC-Record-ID: <urn:uuid:7e5f9f0e-1111-4222-8333-444455556666>
                WARC-Payload-Digest: sha1:3EF4GH5ILNXPTLZIFKHCMA2KU7XJHQ2D
                Content-Type: application/http;msgtype=response""";

        Unpacked.File page = read(record(
                        headers, http("Content-Type: text/html; charset=windows-1252", utf8("<p>One."))))
                .only();

        assertThat(page.address()).isEqualTo("https://news.example/avenia/harbour.html?page=2");
        assertThat(page.text()).isEqualTo("<p>One.");
        assertThat(page.known().name()).contains("harbour.html");
        assertThat(page.known().mediaType()).contains("text/html");
        assertThat(page.known().charset().orElseThrow().name()).isEqualTo("windows-1252");
        assertThat(page.capture().time()).contains("2024-05-16T18:02:00Z");
        assertThat(page.capture().warcRecord()).contains("urn:uuid:7e5f9f0e-1111-4222-8333-444455556666");
        assertThat(page.capture().digest()).contains("sha1:3EF4GH5ILNXPTLZIFKHCMA2KU7XJHQ2D");
        assertThat(page.capture().address()).isEmpty();
        assertThat(page.capture().truncated()).isEmpty();
    }

    @Test
    void aDigestThatIsNotGivenIsTakenOfTheEntityWithoutItsChunks() throws Exception {
        byte[] sent = gzip("<p>One.");
        byte[] chunked = joined(
                utf8("5\r\n"),
                Arrays.copyOf(sent, 5),
                utf8("\r\n" + Integer.toHexString(sent.length - 5) + ";a=b\r\n"),
                Arrays.copyOfRange(sent, 5, sent.length),
                utf8("\r\n0\r\nX-Late: 1\r\n\r\n"));

        Unpacked.File page = read(record(
                        response(ONE),
                        http("Content-Type: text/html\nTransfer-Encoding: chunked\nContent-Encoding: gzip", chunked)))
                .only();

        assertThat(page.text()).isEqualTo("<p>One.");
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(sent);
        assertThat(page.capture().digest()).contains("sha256:" + HexFormat.of().formatHex(digest));
    }

    @Test
    void compressedRecordByRecordAsAWholeOrNotAtAllIsTheSame() {
        byte[][] records = {page(ONE, "<p>One."), page(TWO, "<p>Two."), page(THREE, "<p>Three.")};

        assertThat(read(records).texts()).containsExactly("<p>One.", "<p>Two.", "<p>Three.");
        assertThat(readPacked(records).texts()).containsExactly("<p>One.", "<p>Two.", "<p>Three.");
        byte[] whole = joined(records);
        byte[] cutAnywhere =
                joined(gzip(Arrays.copyOf(whole, 400)), gzip(Arrays.copyOfRange(whole, 400, whole.length)));
        for (byte[] packed : List.of(gzip(whole), cutAnywhere)) {
            Unpacked all = Unpacked.of(ArchiveKind.WARC, "crawl.warc.gz", packed);
            assertThat(all.texts()).containsExactly("<p>One.", "<p>Two.", "<p>Three.");
            assertThat(all.skips()).isEmpty();
        }
    }

    @Test
    void resourcesAndConversionsAreReadWithoutHttp() {
        String resource = """
                WARC-Type: resource
                WARC-Target-URI: <file:///c:/news/a.txt>
                WARC-Date: 2024-05-16T18:02:00Z
                Content-Type: text/plain; charset=utf-8""";
        String conversion = """
                WARC-Type: conversion
                WARC-Target-URI: https://news.example/one
                WARC-Date: 2024-05-16T18:02:00Z
                Content-Type: text/plain""";

        Unpacked all = read(record(resource, utf8("Ein Wort.")), record(conversion, utf8("One word.")));

        assertThat(all.addresses()).containsExactly("file:///c:/news/a.txt", ONE);
        assertThat(all.texts()).containsExactly("Ein Wort.", "One word.");
    }

    @Test
    void whatHoldsNoArticleIsCountedNotSkippedOneByOne() {
        byte[] missing = record(response(TWO), utf8("HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\nGone."));
        byte[] image = record(response(THREE), http("Content-Type: image/png", new byte[5000]));
        byte[] robots = record(
                response("https://news.example/robots.txt"), http("Content-Type: text/plain", utf8("User-agent: *")));
        byte[] empty = record(response(TWO), http("Content-Type: text/html\nContent-Length: 0", new byte[0]));
        byte[] revisit =
                record(response(ONE).replace("Type: response", "Type: revisit"), utf8("HTTP/1.1 200 OK\r\n\r\n"));
        byte[] info = record("WARC-Type: warcinfo\nContent-Type: application/warc-fields", utf8("software: none\r\n"));
        byte[] request = record(
                response(ONE).replace("response", "request"), utf8("GET / HTTP/1.1\r\nHost: news.example\r\n\r\n"));
        byte[] dns = record(
                "WARC-Type: response\nWARC-Target-URI: dns:news.example\nContent-Type: text/dns", utf8("20240516"));

        Unpacked all = read(info, request, dns, missing, image, image, robots, empty, revisit, page(ONE, "<p>One."));

        assertThat(all.texts()).containsExactly("<p>One.");
        assertThat(all.skips()).isEmpty();
        assertThat(all.passedOver())
                .isEqualTo(Map.of(
                        "status 404", 1L,
                        "image/png", 2L,
                        "robots.txt", 1L,
                        "text/dns", 1L,
                        "empty payload", 1L,
                        "revisit of a payload stored elsewhere", 1L));
    }

    @Test
    void anArchiveOfWhatIsNotReadSaysSo() {
        assertThat(read(record(response(ONE), http("Content-Type: image/png", new byte[10])))
                        .reasons())
                .containsExactly("nothing in this archive is read: found were image/png (1)");
    }

    @Test
    void aTruncatedRecordIsKeptWithTheWordOfTheArchive() {
        byte[] sent = gzip("<p>One. " + "And so on, without end. ".repeat(400));
        byte[] half = Arrays.copyOf(sent, sent.length - 20);
        byte[] block = http("Content-Type: text/html\nContent-Encoding: gzip", half);

        Unpacked.File page =
                read(record(response(ONE) + "\nWARC-Truncated: length", block)).only();

        assertThat(page.text()).startsWith("<p>One. And so on");
        assertThat(page.capture().truncated()).contains("length");
    }

    @Test
    void aTruncatedChunkedRecordIsKeptToo() {
        byte[] block = http("Content-Type: text/html\nTransfer-Encoding: chunked", utf8("40\r\n<p>One."));

        Unpacked.File page =
                read(record(response(ONE) + "\nWARC-Truncated: time", block)).only();

        assertThat(page.text()).isEqualTo("<p>One.");
        assertThat(page.capture().truncated()).contains("time");
    }

    @Test
    void aPayloadShorterThanTheServerSaidIsMarkedAsNotWhole() {
        byte[] block = http("Content-Type: text/html\nContent-Length: 5000", utf8("<p>One."));

        assertThat(read(record(response(ONE), block)).only().capture().truncated())
                .contains("unspecified");
    }

    @Test
    void everyContentEncodingIsTakenOff() {
        String text = "<p>The minister of Avenia said that the harbour would stay open.";
        byte[] raw = Packing.packed(out -> new DeflaterOutputStream(out, new Deflater(9, true)), utf8(text));
        byte[] zlib = Packing.packed(DeflaterOutputStream::new, utf8(text));
        byte[] zstd = Zstd.compress(utf8(text));
        for (Map.Entry<String, byte[]> sent : Map.of(
                        "gzip", gzip(text),
                        "x-gzip", gzip(text),
                        "deflate", zlib,
                        "Deflate", raw,
                        "zstd", zstd,
                        "identity", utf8(text),
                        "deflate, gzip", gzip(zlib))
                .entrySet()) {
            byte[] block = http("Content-Type: text/html\nContent-Encoding: " + sent.getKey(), sent.getValue());
            assertThat(read(record(response(ONE), block)).texts())
                    .as(sent.getKey())
                    .containsExactly(text);
        }
    }

    @Test
    void brotliIsTakenOff() {
        String text = "The harbour stays open, the minister of Avenia said. ".repeat(12)
                + "“Nobody leaves the table,” he said.";
        // There is no encoder for Java; this is what Node.js makes of the text.
        byte[] sent = Base64.getDecoder()
                .decode(
                        "G6ICqKySt6GYkVOdVeSXVjlRNQhL2pwuA+TsVGhvGWQnnixhbjo5YP8Pp0NbYFkWgec2tq6izxnEb0Z1y6OQX8Piz/IjrlNEH8DZ"
                                + "zXbR0JcFNTADCQ==");
        byte[] whole = record(response(ONE), http("Content-Type: text/html\nContent-Encoding: br", sent));
        byte[] half =
                record(response(TWO), http("Content-Type: text/html\nContent-Encoding: br", Arrays.copyOf(sent, 40)));

        Unpacked all = read(whole, half, page(THREE, "<p>Three."));

        assertThat(all.texts()).containsExactly(text, "<p>Three.");
        assertThat(all.skips()).extracting(Unpacked.Skip::address).containsExactly(TWO);
    }

    @Test
    void bytesThatWereStoredDecodedAreTakenAsTheyAre() {
        byte[] notPacked = http("Content-Type: text/html\nContent-Encoding: gzip", utf8("<p>One."));
        byte[] notChunked = http("Content-Type: text/html\nTransfer-Encoding: chunked", utf8("<p>Two.\r\n<p>More."));

        assertThat(read(record(response(ONE), notPacked), record(response(TWO), notChunked))
                        .texts())
                .containsExactly("<p>One.", "<p>Two.\r\n<p>More.");
    }

    @Test
    void chunksThatLieAreASkipWithThePlace() {
        byte[] block = http(
                "Content-Type: text/html\nTransfer-Encoding: chunked",
                utf8("7\r\n<p>One.\r\n2\r\n<p>More.\r\n0\r\n\r\n"));
        byte[] endless =
                http("Content-Type: text/html\nTransfer-Encoding: chunked", utf8("7\r\n<p>One.\r\nFFFF\r\n<p>"));

        Unpacked all = read(record(response(ONE), block), record(response(TWO), endless), page(THREE, "<p>Three."));

        assertThat(all.texts()).containsExactly("<p>Three.");
        assertThat(all.skips()).extracting(Unpacked.Skip::address).containsExactly(ONE, TWO);
        assertThat(all.reasons().get(0)).startsWith("record at byte 0: its payload: chunks whose sizes are wrong");
        assertThat(all.reasons().get(1)).contains("its payload: ends in the middle");
    }

    @ParameterizedTest
    @ValueSource(longs = {-30, -1, 5, 40, 700, 99_999_999_999L})
    void aWrongLengthCostsItsRecordAlone(long off) {
        byte[] block = http("Content-Type: text/html", utf8("<p>One. " + "More of it. ".repeat(20)));
        byte[] wrong = record(response(ONE), block, block.length + off);
        String rest = "<p>Two. " + "More of it. ".repeat(200);

        for (Unpacked all : List.of(
                read(page(THREE, "<p>Three."), wrong, page(TWO, rest), page(THREE, "<p>Three.")),
                readPacked(page(THREE, "<p>Three."), wrong, page(TWO, rest), page(THREE, "<p>Three.")))) {
            assertThat(all.texts()).containsExactly("<p>Three.", rest, "<p>Three.");
            assertThat(all.skips()).singleElement().satisfies(skip -> {
                assertThat(skip.address()).isEqualTo(ONE);
                assertThat(skip.why()).startsWith("record ").contains("at byte").contains("says it holds");
            });
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void aLengthThatIsOffByTheLineBreaksBehindTheRecordCostsNothing(long off) {
        byte[] block = http("Content-Type: text/html", utf8("<p>One."));
        byte[] wrong = record(response(ONE), block, block.length + off);

        for (Unpacked all : List.of(read(wrong, page(TWO, "<p>Two.")), readPacked(wrong, page(TWO, "<p>Two.")))) {
            assertThat(all.texts()).extracting(String::strip).containsExactly("<p>One.", "<p>Two.");
            assertThat(all.skips()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "many", "-5", "99999999999999999999999"})
    void aLengthThatIsNoNumberCostsItsRecordAlone(String length) {
        byte[] wrong = utf8(new String(page(ONE, "<p>One."), StandardCharsets.UTF_8)
                .replaceFirst("Content-Length: \\d+", "Content-Length: " + length));

        Unpacked all = read(wrong, page(TWO, "<p>Two."));

        assertThat(all.texts()).containsExactly("<p>Two.");
        assertThat(all.reasons()).singleElement().asString().contains("its Content-Length is");
    }

    @Test
    void aFileThatWasCutOffIsReadAsFarAsItGoes() {
        byte[] plain = joined(page(ONE, "<p>One."), page(TWO, "<p>Two. " + "More of it. ".repeat(99)));
        byte[] packed = joined(gzip(page(ONE, "<p>One.")), gzip(page(TWO, "<p>Two. " + "More of it. ".repeat(99))));

        Unpacked cut = Unpacked.of(ArchiveKind.WARC, "a.warc", Arrays.copyOf(plain, plain.length - 300));
        Unpacked cutPacked = Unpacked.of(ArchiveKind.WARC, "a.warc.gz", Arrays.copyOf(packed, packed.length - 30));

        assertThat(cut.texts()).containsExactly("<p>One.");
        assertThat(cut.reasons())
                .singleElement()
                .asString()
                .contains("says it holds")
                .contains("cut off");
        assertThat(cutPacked.texts()).containsExactly("<p>One.");
        assertThat(cutPacked.reasons()).singleElement().asString().contains("gzip that ends in the middle");
    }

    @Test
    void everyPlaceOfACutIsTold() {
        byte[] packed = joined(gzip(page(ONE, "<p>One.")), gzip(page(TWO, "<p>Two.")));
        int second = gzip(page(ONE, "<p>One.")).length;

        for (int length = second + 1; length < packed.length; length++) {
            Unpacked all = Unpacked.of(ArchiveKind.WARC, "a.warc.gz", Arrays.copyOf(packed, length));
            assertThat(all.texts()).as("cut at %d", length).containsExactly("<p>One.");
            assertThat(all.skips()).as("cut at %d", length).hasSize(1);
        }
    }

    @Test
    void damageInTheMiddleOfACompressedFileCostsWhatItHits() {
        byte[] first = gzip(page(ONE, "<p>One. " + "More of it. ".repeat(9)));
        byte[] second = gzip(page(TWO, "<p>Two. " + "Other words of it. ".repeat(9)));
        byte[] third = gzip(page(THREE, "<p>Three."));

        for (int at = 0; at < second.length; at++) {
            byte[] damaged = second.clone();
            damaged[at] ^= 0x15;
            Unpacked all = Unpacked.of(ArchiveKind.WARC, "a.warc.gz", joined(first, damaged, third));
            assertThat(all.addresses()).as("byte %d", at).contains(ONE, THREE);
            // The time, the name of the system and the like may be anything.
            assertThat(all.files().size() + all.skips().size())
                    .as("byte %d", at)
                    .isEqualTo(3);
        }
    }

    @Test
    void aHoleInACompressedFileCostsWhatItHits() {
        byte[] first = gzip(page(ONE, "<p>One."));
        byte[] third = gzip(page(THREE, "<p>Three."));

        Unpacked all = Unpacked.of(ArchiveKind.WARC, "a.warc.gz", joined(first, new byte[3000], utf8("noise"), third));

        assertThat(all.addresses()).containsExactly(ONE, THREE);
        assertThat(all.reasons()).singleElement().asString().contains("bytes that are not gzip");
    }

    @Test
    void somethingBetweenRecordsIsSaidAndPassedOver() {
        Unpacked all = read(page(ONE, "<p>One."), utf8("noise\r\n\r\n"), page(TWO, "<p>Two."));

        assertThat(all.addresses()).containsExactly(TWO);
        assertThat(all.reasons()).singleElement().asString().contains("no record follows there");
    }

    @Test
    void headersWithoutEndAreASkip() {
        byte[] warc = utf8("WARC/1.0\r\nWARC-Type: response\r\nX: " + "x".repeat(400_000) + "\r\n\r\n");
        byte[] http = record(
                response(TWO), http("Content-Type: text/html\n" + "X-Bomb: yes\n".repeat(40_000), utf8("<p>Two.")));

        Unpacked all = read(page(ONE, "<p>One."), http, warc, page(THREE, "<p>Three."));

        assertThat(all.addresses()).containsExactly(ONE, THREE);
        assertThat(all.reasons())
                .hasSize(2)
                .allSatisfy(why -> assertThat(why).contains("a header of more than 256 KiB"));
    }

    @Test
    void headersThatAreNoneAreASkip() {
        Unpacked all = read(
                record(response(ONE), utf8("no header at all\r\n\r\n<p>One.")),
                record(response(TWO), utf8("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n")),
                page(THREE, "<p>Three."));

        assertThat(all.addresses()).containsExactly(THREE);
        assertThat(all.reasons().get(0)).contains("an HTTP header that cannot be understood");
        assertThat(all.reasons().get(1)).contains("ends within its header");
    }

    @Test
    void aPayloadOverTheLimitIsASkipHoweverItIsPacked() {
        byte[] large = utf8("<p>" + "More of it. ".repeat(20_000));
        byte[] packed = http("Content-Type: text/html\nContent-Encoding: gzip", gzip(large));
        byte[] plain = http("Content-Type: text/html", large);

        Unpacked all = Unpacked.of(
                ArchiveKind.WARC,
                "a.warc",
                joined(record(response(ONE), packed), record(response(TWO), plain), page(THREE, "<p>Three.")),
                ArchiveLimits.DEFAULT.withMaxPayloadBytes(100 << 10));

        assertThat(all.addresses()).containsExactly(THREE);
        assertThat(all.reasons())
                .hasSize(2)
                .allSatisfy(why -> assertThat(why).contains("a payload of more than 100 KiB"));
    }

    @Test
    void aLargePayloadIsHeldOutsideOfTheMemoryAndWhole() {
        String large = "<p>" + "More of it, and more. ".repeat(200_000);

        assertThat(readPacked(page(ONE, large), page(TWO, "<p>Two.")).texts()).containsExactly(large, "<p>Two.");
    }

    @Test
    void whatIsNoWarcFileSaysSo() {
        assertThat(read(utf8("Once upon a time.\n")).reasons())
                .containsExactly("record at byte 0: not a WARC file: its first bytes are not those of a record");
        assertThat(read(new byte[0]).reasons()).singleElement().asString().contains("an empty file");
    }

    @Test
    void aRecordInSegmentsIsASkipAndItsContinuationsAreCounted() {
        byte[] first =
                record(response(ONE) + "\nWARC-Segment-Number: 1", http("Content-Type: text/html", utf8("<p>One.")));
        byte[] second = record(
                response(ONE).replace("Type: response", "Type: continuation") + "\nWARC-Segment-Number: 2",
                utf8(" More."));

        Unpacked all = read(first, second, page(TWO, "<p>Two."));

        assertThat(all.addresses()).containsExactly(TWO);
        assertThat(all.reasons()).singleElement().asString().contains("a record in segments");
        assertThat(all.passedOver()).containsEntry("continuation of a record in segments", 1L);
    }

    @Test
    void headersMayBeWrittenAsTheyLike() {
        String loose = "WARC/0.18\nwarc-type:  RESPONSE\nwarc-target-uri: " + ONE
                + "\ncontent-type: application/http\nWARC-Date: yesterday\ncontent-length: %d\n\n%s\n\n";
        String block = "HTTP/1.0 200\ncontent-type: TEXT/HTML;Charset=\"utf-8\"\n\n<p>One.";

        Unpacked.File page = read(utf8(loose.formatted(block.length(), block))).only();

        assertThat(page.text()).isEqualTo("<p>One.");
        assertThat(page.known().mediaType()).contains("text/html");
        assertThat(page.known().charset()).contains(StandardCharsets.UTF_8);
        assertThat(page.capture().time()).isEmpty();
        assertThat(page.capture().digest()).isPresent();
    }
}
