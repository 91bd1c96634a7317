package io.onrecord.reading.archive;

import static io.onrecord.reading.archive.Packing.bytes;
import static io.onrecord.reading.archive.Packing.joined;
import static io.onrecord.reading.archive.Packing.utf8;
import static io.onrecord.reading.archive.Packing.zip;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class ZipTest {

    @TempDir
    Path folder;

    private static Unpacked read(byte[] zip) {
        return Unpacked.of(ArchiveKind.ZIP, "news.zip", zip);
    }

    @Test
    void entriesAreReadInOrderUnderTheAddressOfTheArchive() throws Exception {
        byte[] zip = zip("b.txt", "Two.", "avenia/", "", "avenia/a.html", "<p>One.");
        Path file = folder.resolve("news.zip");
        Files.write(file, zip);

        for (Unpacked all : List.of(read(zip), Unpacked.of(ArchiveKind.ZIP, file))) {
            assertThat(all.addresses()).containsExactly("news.zip!/b.txt", "news.zip!/avenia/a.html");
            assertThat(all.texts()).containsExactly("Two.", "<p>One.");
            assertThat(all.files().get(1).known().name()).contains("a.html");
            assertThat(all.skips()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "../../etc/passwd.txt|etc/passwd.txt",
                "/root.txt|root.txt",
                "C:\\news\\a.txt|C:/news/a.txt",
                "a/./b/../c.txt|a/b/c.txt",
                "..|unnamed",
                "//server//share//a.txt|server/share/a.txt",
            })
    void namesAreAddressesAndNeverLeadUp(String name, String address) {
        assertThat(read(zip(name, "One.")).addresses()).containsExactly("news.zip!/" + address);
    }

    @Test
    void controlCharactersAreTakenOutOfNames() {
        assertThat(read(zip("a\u0000b\u001B[31m\r\n\u202Etxt.c", "One.")).addresses())
                .containsExactly("news.zip!/ab[31mtxt.c");
        assertThat(read(zip("x".repeat(30_000) + ".txt", "One.")).addresses().get(0))
                .hasSizeLessThan(2100)
                .endsWith("x.txt");
    }

    @Test
    void namesThatAreNotUtf8AreThoseOfDos() {
        byte[] zip = bytes(out -> {
            try (ZipOutputStream packing = new ZipOutputStream(out, Charset.forName("IBM437"))) {
                packing.putNextEntry(new ZipEntry("Größe.txt"));
                packing.write(utf8("One."));
            }
        });

        assertThat(read(zip).addresses()).containsExactly("news.zip!/Größe.txt");
    }

    @Test
    void filesThatSystemsLeaveBehindAndLinksAreCounted() {
        byte[] zip = bytes(out -> {
            try (ZipArchiveOutputStream packing = new ZipArchiveOutputStream(out)) {
                add(packing, new ZipArchiveEntry("__MACOSX/._a.txt"), "No.");
                add(packing, new ZipArchiveEntry(".git/config"), "No.");
                ZipArchiveEntry link = new ZipArchiveEntry("passwd.txt");
                link.setUnixMode(UnixStat.LINK_FLAG | 0777);
                add(packing, link, "/etc/passwd");
                add(packing, new ZipArchiveEntry("a.txt"), "One.");
            }
        });

        Unpacked all = read(zip);

        assertThat(all.texts()).containsExactly("One.");
        assertThat(all.passedOver()).containsEntry("hidden files", 2L).containsEntry("links and devices", 1L);
    }

    private static void add(ZipArchiveOutputStream zip, ZipArchiveEntry entry, String content) throws IOException {
        zip.putArchiveEntry(entry);
        zip.write(utf8(content));
        zip.closeArchiveEntry();
    }

    @Test
    void anEncryptedEntryIsASkipOfItsOwn() {
        byte[] zip = zip("a.txt", "One.", "secret.txt", "Two.", "c.txt", "Three.");
        mark(zip, "secret.txt", 1);

        Unpacked all = read(zip);

        assertThat(all.texts()).containsExactly("One.", "Three.");
        assertThat(all.skips())
                .containsExactly(new Unpacked.Skip(
                        "news.zip!/secret.txt", "encrypted: unpack it with its password and read that"));
    }

    @Test
    void entriesOfOneNameAreAllRead() {
        byte[] zip = zip("a.txt", "One.", "b.txt", "Two.");
        replace(zip, "b.txt", "a.txt");

        Unpacked all = read(zip);

        assertThat(all.addresses()).containsExactly("news.zip!/a.txt", "news.zip!/a.txt");
        assertThat(all.texts()).containsExactly("One.", "Two.");
    }

    @Test
    void storedEntriesWhoseSizeStandsBehindThemAreRead() {
        byte[] zip = storedWithSizeBehind("a.txt", "One PK\u0003\u0004 and more.", "b.txt", "Two.");

        assertThat(read(zip).texts()).containsExactly("One PK\u0003\u0004 and more.", "Two.");
    }

    @Test
    void sizesOfSixtyFourBitsAreRead() {
        byte[] zip = bytes(out -> {
            try (ZipArchiveOutputStream packing = new ZipArchiveOutputStream(out)) {
                packing.setUseZip64(Zip64Mode.AlwaysWithCompatibility);
                add(packing, new ZipArchiveEntry("a.txt"), "One.");
                add(packing, new ZipArchiveEntry("b.txt"), "Two.");
            }
        });

        assertThat(read(zip).texts()).containsExactly("One.", "Two.");
    }

    @Test
    void moreEntriesThanSixteenBitsCountAreRead() {
        Object[] namesAndContents = new Object[140_000];
        for (int i = 0; i < namesAndContents.length; i += 2) {
            namesAndContents[i] = "folder/" + i + ".txt";
            namesAndContents[i + 1] = "";
        }

        assertThat(read(zip(namesAndContents)).files()).hasSize(70_000);
    }

    @Test
    void somethingBeforeTheZipFileDoesNotMatter() {
        assertThat(read(joined(utf8("#!/bin/sh\nexit\n"), zip("a.txt", "One."))).texts())
                .containsExactly("One.");
    }

    @Test
    void aZipFileThatWasCutOffIsReadAsFarAsItGoes() {
        byte[] zip = zip("a.txt", "One.", "b.txt", "Two.".repeat(2000), "c.txt", "Three.");
        int directory = indexOf(zip, new byte[] {'P', 'K', 1, 2});

        Unpacked withoutDirectory = read(Arrays.copyOf(zip, directory));
        Unpacked withoutHalf = read(Arrays.copyOf(zip, 70));

        assertThat(withoutDirectory.files()).hasSize(3);
        assertThat(withoutDirectory.reasons())
                .singleElement()
                .asString()
                .startsWith("the directory at the end of the ZIP file is missing");
        assertThat(withoutHalf.texts()).containsExactly("One.");
        assertThat(withoutHalf.skips()).isNotEmpty();
    }

    @Test
    void everyPlaceOfACutIsTold() {
        byte[] zip = zip("a.txt", "One.", "b.txt", "Two.".repeat(200));

        for (int length = 0; length < zip.length; length++) {
            assertThat(read(Arrays.copyOf(zip, length)).skips())
                    .as("cut at %d", length)
                    .isNotEmpty();
        }
    }

    @Test
    void wrongSizesAndChecksumsAreFaultsOfTheirEntry() {
        byte[] shorter = zip("a.txt", "One one one.", "b.txt", "Two.");
        byte[] longer = shorter.clone();
        byte[] other = shorter.clone();
        int entry = indexOf(shorter, new byte[] {'P', 'K', 1, 2});
        little(shorter).putInt(entry + 24, 5);
        little(longer).putInt(entry + 24, 500);
        little(other).putInt(entry + 16, 1234);

        assertThat(read(shorter).reasons()).singleElement().asString().contains("holds more than the 5 bytes");
        assertThat(read(longer).reasons()).singleElement().asString().contains("ends after 12 bytes where 500");
        assertThat(read(other).reasons()).singleElement().asString().contains("its checksum is wrong");
        for (byte[] zip : List.of(shorter, longer, other)) {
            assertThat(read(zip).texts()).containsExactly("Two.");
        }
    }

    @Test
    void aPlaceOutsideOfTheFileIsAFaultOfItsEntry() {
        byte[] zip = zip("a.txt", "One.", "b.txt", "Two.");
        int entry = indexOf(zip, new byte[] {'P', 'K', 1, 2});
        little(zip).putInt(entry + 42, 0x7FFFFFF0);

        Unpacked all = read(zip);

        assertThat(all.texts()).containsExactly("Two.");
        assertThat(all.reasons()).containsExactly("damaged ZIP: the entry does not lie within the file");
    }

    @Test
    void otherWaysOfPackingAreReadOrNamed() {
        byte[] content = utf8("One.");
        assertThat(read(withMethod(93, Zstd.compress(content), content)).texts())
                .containsExactly("One.");
        byte[] bzip2 = Packing.packed(BZip2CompressorOutputStream::new, content);
        assertThat(read(withMethod(12, bzip2, content)).texts()).containsExactly("One.");
        byte[] xz = Packing.packed(out -> new XZOutputStream(out, new LZMA2Options()), content);
        assertThat(read(withMethod(95, xz, content)).texts()).containsExactly("One.");
        assertThat(read(withMethod(98, content, content)).reasons())
                .containsExactly("packed in a way that is not read (method 98): unpack it and read that");
    }

    @Test
    void aPartOfASplitZipFileSaysSo() {
        byte[] zip = zip("a.txt", "One.");
        little(zip).putShort(zip.length - 18, (short) 1);

        assertThat(read(zip).reasons())
                .containsExactly("one part of a ZIP file in several: join the parts and read that");
    }

    @Test
    void anEmptyZipFileSaysSo() {
        assertThat(read(zip()).reasons()).containsExactly("an archive without anything in it");
    }

    @Test
    void noByteTurnedOverDoesMoreThanHarm() {
        byte[] zip = zip("a.txt", "One one one one.", "b.txt", "Two.");
        for (int at = 0; at < zip.length; at++) {
            for (int bit : new int[] {1, 0x80, 0xFF}) {
                byte[] damaged = zip.clone();
                damaged[at] ^= (byte) bit;
                Unpacked all = read(damaged);
                assertThat(all.files().size()
                                + all.skips().size()
                                + all.passedOver().size())
                        .as("byte %d", at)
                        .isPositive();
            }
        }
    }

    @Test
    void aZipFileFromAPipeMayNotFillTheDisk() {
        Unpacked all = Unpacked.of(
                ArchiveKind.ZIP, "news.zip", zip("a.txt", "One."), ArchiveLimits.DEFAULT.withMaxSpoolBytes(64));

        assertThat(all.reasons())
                .containsExactly("a ZIP file of more than 64 bytes within another archive or from a pipe, the limit:"
                        + " save it as a file and read that");
    }

    // Archives that no library writes.

    static byte[] storedWithSizeBehind(String... namesAndContents) {
        byte[] local = new byte[0];
        byte[] directory = new byte[0];
        for (int i = 0; i < namesAndContents.length; i += 2) {
            byte[] name = utf8(namesAndContents[i]);
            byte[] content = namesAndContents[i + 1].getBytes(StandardCharsets.ISO_8859_1);
            CRC32 checksum = new CRC32();
            checksum.update(content);
            int place = local.length;
            byte[] header = entryHeader(0x04034b50, 30, 8, 0, 0, 0, 0, name.length);
            byte[] behind = new byte[16];
            little(behind)
                    .putInt(0x08074b50)
                    .putInt((int) checksum.getValue())
                    .putInt(content.length)
                    .putInt(content.length);
            local = joined(local, header, name, content, behind);
            byte[] entry = entryHeader(
                    0x02014b50, 46, 8, 0, (int) checksum.getValue(), content.length, content.length, name.length);
            little(entry).putInt(42, place);
            directory = joined(directory, entry, name);
        }
        return withEnd(local, directory, namesAndContents.length / 2);
    }

    private static byte[] withMethod(int method, byte[] packed, byte[] content) {
        CRC32 checksum = new CRC32();
        checksum.update(content);
        byte[] name = utf8("a.txt");
        int sum = (int) checksum.getValue();
        byte[] local = entryHeader(0x04034b50, 30, 0, method, sum, packed.length, content.length, name.length);
        byte[] entry = entryHeader(0x02014b50, 46, 0, method, sum, packed.length, content.length, name.length);
        return withEnd(joined(local, name, packed), joined(entry, name), 1);
    }

    private static byte[] entryHeader(
            int magic, int length, int flags, int method, int checksum, int packed, int size, int nameLength) {
        byte[] header = new byte[length];
        int at = length == 30 ? 4 : 6;
        little(header)
                .putInt(0, magic)
                .putShort(at, (short) 20)
                .putShort(at + 2, (short) flags)
                .putShort(at + 4, (short) method)
                .putInt(at + 10, checksum)
                .putInt(at + 14, packed)
                .putInt(at + 18, size)
                .putShort(at + 22, (short) nameLength);
        return header;
    }

    private static byte[] withEnd(byte[] local, byte[] directory, int entries) {
        byte[] end = new byte[22];
        little(end)
                .putInt(0, 0x06054b50)
                .putShort(8, (short) entries)
                .putShort(10, (short) entries)
                .putInt(12, directory.length)
                .putInt(16, local.length);
        return joined(local, directory, end);
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int indexOf(byte[] bytes, byte[] part) {
        for (int i = 0; i <= bytes.length - part.length; i++) {
            if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
        throw new AssertionError("not there");
    }

    /** Sets flags of an entry in the directory. */
    private static void mark(byte[] zip, String name, int flags) {
        for (int i = 0; i < zip.length - 46 - name.length(); i++) {
            byte[] at = utf8(name);
            if (zip[i] == 'P'
                    && zip[i + 2] == 1
                    && zip[i + 3] == 2
                    && Arrays.equals(zip, i + 46, i + 46 + at.length, at, 0, at.length)) {
                zip[i + 8] |= (byte) flags;
            }
        }
    }

    private static void replace(byte[] bytes, String old, String with) {
        for (int i = 0; i <= bytes.length - old.length(); i++) {
            if (Arrays.equals(bytes, i, i + old.length(), utf8(old), 0, old.length())) {
                System.arraycopy(utf8(with), 0, bytes, i, with.length());
            }
        }
    }
}
