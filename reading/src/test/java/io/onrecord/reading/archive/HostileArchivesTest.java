package io.onrecord.reading.archive;

import static io.onrecord.reading.archive.Packing.bytes;
import static io.onrecord.reading.archive.Packing.gzip;
import static io.onrecord.reading.archive.Packing.http;
import static io.onrecord.reading.archive.Packing.joined;
import static io.onrecord.reading.archive.Packing.page;
import static io.onrecord.reading.archive.Packing.record;
import static io.onrecord.reading.archive.Packing.response;
import static io.onrecord.reading.archive.Packing.tar;
import static io.onrecord.reading.archive.Packing.utf8;
import static io.onrecord.reading.archive.Packing.zip;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Archives made to fill memory, disk or time; the tests run with a heap that would not hold what they unpack to. */
class HostileArchivesTest {

    private static final ArchiveLimits SMALL = ArchiveLimits.DEFAULT.withRatio(100, 1 << 20);

    private static byte[] zeros(int mib) {
        return new byte[mib << 20];
    }

    @Test
    void anEntryThatUnpacksToFarMoreThanItsSizeIsASkipAndTheOthersAreRead() {
        byte[] zip = zip("a.txt", "One.", "bomb.txt", zeros(30), "c.txt", "Three.", "noise", noise(500_000));

        Unpacked all = Unpacked.of(ArchiveKind.ZIP, "a.zip", zip, SMALL);

        assertThat(all.texts()).contains("One.", "Three.");
        assertThat(all.skips()).singleElement().satisfies(skip -> {
            assertThat(skip.address()).isEqualTo("a.zip!/bomb.txt");
            assertThat(skip.why()).startsWith("unpacks to more than 100 times its size");
        });
    }

    @Test
    void manyEntriesThatAreEachSmallEnoughEndTheArchive() {
        Object[] namesAndContents = new Object[200];
        for (int i = 0; i < namesAndContents.length; i += 2) {
            namesAndContents[i] = i + ".txt";
            namesAndContents[i + 1] = zeros(1);
        }

        Unpacked all = Unpacked.of(ArchiveKind.ZIP, "a.zip", zip(namesAndContents), SMALL);

        assertThat(all.files()).hasSizeLessThan(50);
        assertThat(all.reasons())
                .anySatisfy(why -> assertThat(why).startsWith("the archive unpacks to more than 100 times its size"));
    }

    @Test
    void bombsInBombsCountForAllOfThem() {
        byte[] inner = zip("zeros.txt", zeros(20));
        Object[] copies = new Object[40];
        for (int i = 0; i < copies.length; i += 2) {
            copies[i] = i + ".zip";
            copies[i + 1] = inner;
        }
        byte[] outer = gzip(tar(copies));

        Unpacked all = Unpacked.of(ArchiveKind.GZIP, "a.tar.gz", outer, SMALL);

        long given =
                all.files().stream().mapToLong(file -> file.text().length()).sum();
        assertThat(given).isLessThan(30 << 20);
        assertThat(all.skips()).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"GZIP", "TAR", "ZIP"})
    void archivesThatLieTooDeepAreNotOpened(ArchiveKind kind) {
        byte[] nested = utf8("One.");
        String name = "a.txt";
        for (int i = 0; i < 12; i++) {
            nested = switch (kind) {
                case GZIP -> gzip(nested);
                case TAR -> tar(name, nested);
                default -> zip(name, nested);
            };
            name = "a." + kind;
        }

        Unpacked all = Unpacked.of(kind, "outer", nested);

        assertThat(all.files()).isEmpty();
        assertThat(all.reasons()).singleElement().asString().contains("more than 5 deep");
    }

    @Test
    void absoluteLimitsHoldForEntriesArchivesAndTheirNumber() {
        byte[] zip = zip("a.txt", "One.", "b.txt", "x".repeat(3000), "c.txt", "Three.");

        Unpacked ofEntry = Unpacked.of(ArchiveKind.ZIP, "a.zip", zip, SMALL.withBytes(2000, 1 << 20));
        Unpacked ofArchive = Unpacked.of(ArchiveKind.ZIP, "a.zip", zip, SMALL.withBytes(1 << 20, 2000));
        Unpacked ofNumber = Unpacked.of(ArchiveKind.ZIP, "a.zip", zip, SMALL.withEntries(2, 5));

        assertThat(ofEntry.texts()).containsExactly("One.", "Three.");
        assertThat(ofEntry.reasons()).singleElement().asString().contains("2000 bytes, the limit of an entry");
        assertThat(ofArchive.texts()).containsExactly("One.");
        assertThat(ofArchive.reasons())
                .anySatisfy(why -> assertThat(why).contains("the archive unpacks to more than 2000 bytes"));
        assertThat(ofNumber.files()).hasSize(2);
        assertThat(ofNumber.reasons()).singleElement().asString().contains("more than 2 entries, the limit");
    }

    @Test
    void aBombInAWarcFileIsASkipWhetherItsRecordIsReadOrPassedOver() {
        byte[] read = record(response("https://news.example/bomb"), http("Content-Type: text/html", zeros(40)));
        byte[] passed = record(response("https://news.example/bomb.png"), http("Content-Type: image/png", zeros(40)));
        byte[] good = page("https://news.example/good", "<p>Good.");

        for (byte[] bomb : new byte[][] {read, passed}) {
            Unpacked all = Unpacked.of(
                    ArchiveKind.WARC, "a.warc.gz", joined(gzip(good), gzip(bomb), noiseInGzip(), gzip(good)), SMALL);
            assertThat(all.texts()).contains("<p>Good.");
            assertThat(all.reasons()).anySatisfy(why -> assertThat(why).contains("more than 100 times its size"));
        }
    }

    @Test
    void aWarcFileWhoseOwnBytesEndAtALimitIsOneSkip() {
        byte[][] records = new byte[400][];
        for (int i = 0; i < records.length; i++) {
            records[i] = gzip(page("https://news.example/" + i, "<p>" + Arrays.hashCode(noise(i))));
        }
        ArchiveLimits limits = SMALL.withBytes(70_000, 1 << 30);

        for (byte[] warc : new byte[][] {joined(records), gunzipped(joined(records))}) {
            Unpacked all = Unpacked.of(ArchiveKind.ZIP, "a.zip", zip("a.warc", warc), limits);
            assertThat(all.files()).hasSizeBetween(100, 399);
            assertThat(all.reasons()).singleElement().asString().contains("the limit of an entry");
        }
    }

    private static byte[] gunzipped(byte[] bytes) {
        return bytes(out -> {
            try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                in.transferTo(out);
            }
        });
    }

    @Test
    void tarNamesWithoutEndAreRefusedBeforeTheyFillTheMemory() {
        byte[] tar = bytes(out -> {
            try (TarArchiveOutputStream packing = new TarArchiveOutputStream(out, "UTF-8")) {
                TarArchiveEntry name = new TarArchiveEntry("././@LongLink", TarConstants.LF_GNUTYPE_LONGNAME);
                name.setSize(3 << 20);
                packing.putArchiveEntry(name);
                packing.write(new byte[3 << 20]);
                packing.closeArchiveEntry();
            }
        });

        assertThat(Unpacked.of(ArchiveKind.TAR, "a.tar", tar).reasons())
                .singleElement()
                .asString()
                .contains("headers or names without end");
    }

    @Test
    void tarHeadersThatOnlyAnnounceHeadersAreRefused() {
        byte[] tar = bytes(out -> {
            try (TarArchiveOutputStream packing = new TarArchiveOutputStream(out, "UTF-8")) {
                for (int i = 0; i < 100_000; i++) {
                    TarArchiveEntry name = new TarArchiveEntry("././@LongLink", TarConstants.LF_GNUTYPE_LONGNAME);
                    name.setSize(4);
                    packing.putArchiveEntry(name);
                    packing.write(utf8("name"));
                    packing.closeArchiveEntry();
                }
            }
        });

        assertThat(Unpacked.of(ArchiveKind.TAR, "a.tar", tar).skips()).hasSize(1);
    }

    @Test
    void aSparseFileOfNothingButHolesTakesNoTime() {
        byte[] header = new byte[512];
        put(header, 0, "sparse.txt");
        put(header, 100, "0000644\0" + "0000000\0" + "0000000\0");
        put(header, 124, "00000000000\0" + "00000000000\0");
        header[156] = 'S';
        put(header, 257, "ustar  \0");
        put(header, 386, "77777777777\0" + "00000000000\0");
        put(header, 483, "77777777777\0");
        checksum(header);

        Unpacked all = Unpacked.of(
                ArchiveKind.TAR, "a.tar", joined(header, tar("a.txt", "One.")), SMALL.withBytes(10 << 20, 20 << 20));

        assertThat(all.skips()).isNotEmpty();
    }

    @Test
    void aMillionTinyEntriesAreReadOneByOne() {
        byte[] member = gzip(record("WARC-Type: metadata", new byte[0]));
        byte[] last = gzip(page("https://news.example/last", "<p>Last."));
        InputStream many = new Repeated(member, 200_000, last);
        Unpacked warc = Unpacked.of(ArchiveKind.WARC, "a.warc.gz", many, ArchiveLimits.DEFAULT);
        assertThat(warc.texts()).containsExactly("<p>Last.");

        byte[] entry = Arrays.copyOf(tar(".a.txt", ""), 512);
        Unpacked tar = Unpacked.of(
                ArchiveKind.TAR, "a.tar", new Repeated(entry, 1_000_000, tar("b.txt", "Last.")), ArchiveLimits.DEFAULT);
        assertThat(tar.texts()).containsExactly("Last.");
        assertThat(tar.passedOver()).containsEntry("hidden files", 1_000_000L);
    }

    @Test
    void recordsThatAllClaimTheRestOfTheFileTakeNoMoreThanTheirShareOfTime() {
        byte[] liar = utf8("WARC/1.0\r\nWARC-Type: metadata\r\nContent-Length: 900000\r\n\r\n");
        InputStream many = new Repeated(liar, 300_000, new byte[0]);

        Unpacked all = Unpacked.of(ArchiveKind.WARC, "a.warc", many, ArchiveLimits.DEFAULT);

        assertThat(all.skips()).isNotEmpty();
    }

    @Test
    void countsOfWhatIsPassedOverDoNotFillTheMemory() {
        byte[][] records = new byte[300][];
        for (int i = 0; i < records.length; i++) {
            records[i] = record(
                    response("https://news.example/" + i),
                    http("Content-Type: x-" + i + "/" + "y".repeat(5000), new byte[1]));
        }

        Unpacked all = Unpacked.of(
                ArchiveKind.WARC, "a.warc", joined(joined(records), page("https://news.example/good", "<p>Good.")));

        assertThat(all.passedOver()).hasSizeLessThan(70).containsKey("other");
        assertThat(all.passedOver().keySet())
                .allSatisfy(kind -> assertThat(kind).hasSizeLessThan(90));
    }

    /** Bytes changed, left out, doubled: something comes of it, and nothing but what an archive may say. */
    @ParameterizedTest
    @EnumSource
    void noDamageDoesMoreThanHarm(ArchiveKind kind) {
        byte[] page = page("https://news.example/a", "<p>One. " + "More of it. ".repeat(30));
        byte[] packed = record(
                response("https://news.example/b"),
                http("Content-Type: text/html\nContent-Encoding: gzip", gzip("<p>Two. ".repeat(50))));
        byte[] whole = switch (kind) {
            case WARC -> joined(gzip(page), gzip(packed), page, packed, gzip(page));
            case WACZ ->
                zip("archive/a.warc", joined(page, packed), "archive/b.warc.gz", joined(gzip(page), gzip(packed)));
            case ZIP -> zip("a.txt", "One.", "b.tar", tar("c.txt", "Two."), "d.warc", joined(page, packed));
            case TAR -> tar("a.txt", "One.", "n".repeat(200), "Two.", "b.zip", zip("c.txt", "Three."));
            default -> PackedFilesTest.pack(kind, tar("a.txt", "One.", "b.txt", "Two. ".repeat(300)));
        };
        Random random = new Random(kind.name().hashCode());
        for (int i = 0; i < 250; i++) {
            Unpacked all = Unpacked.of(kind, "a", changed(whole, random));
            assertThat(all.files().size()
                            + all.skips().size()
                            + all.passedOver().size())
                    .as("change %d", i)
                    .isPositive();
            assertThat(all.reasons())
                    .as("change %d", i)
                    .allSatisfy(why -> assertThat(why)
                            .hasSizeBetween(10, 400)
                            .doesNotContain("Exception", "null")
                            .matches("\\P{Cntrl}*"));
        }
    }

    private static byte[] changed(byte[] bytes, Random random) {
        byte[] changed = bytes.clone();
        for (int times = 1 + random.nextInt(4); times > 0; times--) {
            int at = random.nextInt(changed.length);
            int end = Math.min(changed.length, at + 1 + random.nextInt(30));
            switch (random.nextInt(4)) {
                case 0 -> changed[at] = (byte) random.nextInt();
                case 1 -> Arrays.fill(changed, at, Math.min(end, at + 4), (byte) (random.nextBoolean() ? 0xFF : 0));
                case 2 ->
                    changed = joined(Arrays.copyOf(changed, at), Arrays.copyOfRange(changed, end, changed.length));
                default ->
                    changed = joined(Arrays.copyOf(changed, end), Arrays.copyOfRange(changed, at, changed.length));
            }
            if (changed.length == 0) {
                return bytes;
            }
        }
        return changed;
    }

    @ParameterizedTest
    @EnumSource
    void noiseIsASkipInEveryFormat(ArchiveKind kind) {
        for (int length : new int[] {0, 1, 5, 600, 100_000}) {
            Unpacked all = Unpacked.of(kind, "noise", noise(length));
            assertThat(all.files()).isEmpty();
            assertThat(all.skips()).as("%d bytes", length).isNotEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aStreamThatFailsIsASkip(ArchiveKind kind) {
        InputStream failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the disk \u001B[31mis gone");
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                return read();
            }
        };

        assertThat(Unpacked.of(kind, "a", failing, ArchiveLimits.DEFAULT).reasons())
                .singleElement()
                .asString()
                .contains("is gone")
                .doesNotContain("\u001B");
    }

    private static byte[] noise(int length) {
        byte[] noise = new byte[length];
        new Random(7).nextBytes(noise);
        return noise;
    }

    /** Something that takes its place in the file, so that the ratio of the whole is not that of the bomb. */
    private static byte[] noiseInGzip() {
        return gzip(record("WARC-Type: metadata", noise(2_000_000)));
    }

    private static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }

    private static void checksum(byte[] header) {
        put(header, 148, "        ");
        int sum = 0;
        for (byte b : header) {
            sum += b & 0xFF;
        }
        put(header, 148, String.format(Locale.ROOT, "%06o\0 ", sum));
    }

    /** The same bytes again and again, then others. */
    private static final class Repeated extends InputStream {

        private final byte[] bytes;
        private final InputStream last;
        private long left;

        Repeated(byte[] bytes, int times, byte[] last) {
            this.bytes = bytes;
            this.left = (long) bytes.length * times;
            this.last = new ByteArrayInputStream(last);
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (length == 0) {
                return 0;
            }
            if (left == 0) {
                try {
                    return last.read(into, offset, length);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            int from = (int) ((bytes.length - left % bytes.length) % bytes.length);
            int count = Math.min(length, bytes.length - from);
            System.arraycopy(bytes, from, into, offset, count);
            left -= count;
            return count;
        }
    }
}
