package io.onrecord.reading.archive;

import static io.onrecord.reading.archive.Packing.bytes;
import static io.onrecord.reading.archive.Packing.gzip;
import static io.onrecord.reading.archive.Packing.joined;
import static io.onrecord.reading.archive.Packing.packed;
import static io.onrecord.reading.archive.Packing.tar;
import static io.onrecord.reading.archive.Packing.utf8;
import static io.onrecord.reading.archive.Packing.zip;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class PackedFilesTest {

    private static final String TEXT = "The harbour stays open, the minister said. ".repeat(300);

    static byte[] pack(ArchiveKind kind, byte[] content) {
        return switch (kind) {
            case GZIP -> gzip(content);
            case BZIP2 -> packed(BZip2CompressorOutputStream::new, content);
            case XZ -> packed(out -> new XZOutputStream(out, new LZMA2Options()), content);
            case ZSTD -> packed(ZstdOutputStream::new, content);
            default -> throw new IllegalArgumentException(kind.toString());
        };
    }

    private static String ending(ArchiveKind kind) {
        return switch (kind) {
            case GZIP -> ".gz";
            case BZIP2 -> ".bz2";
            case XZ -> ".xz";
            default -> ".zst";
        };
    }

    @ParameterizedTest
    @EnumSource(names = {"GZIP", "BZIP2", "XZ", "ZSTD"})
    void aPackedFileIsReadUnderItsName(ArchiveKind kind) {
        byte[] packed = pack(kind, utf8(TEXT));

        Unpacked.File file =
                Unpacked.of(kind, "news/harbour.html" + ending(kind), packed).only();

        assertThat(ArchiveKind.of(packed, Optional.empty())).contains(kind);
        assertThat(file.address()).isEqualTo("news/harbour.html" + ending(kind) + "!/harbour.html");
        assertThat(file.known().name()).contains("harbour.html");
        assertThat(file.text()).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @EnumSource(names = {"GZIP", "BZIP2", "XZ", "ZSTD"})
    void partsPackedOneByOneAreOneFile(ArchiveKind kind) {
        byte[] packed = joined(pack(kind, utf8("One. ")), pack(kind, utf8("Two. ")), pack(kind, utf8("Three.")));

        assertThat(Unpacked.of(kind, "a.txt" + ending(kind), packed).texts()).containsExactly("One. Two. Three.");
    }

    @ParameterizedTest
    @EnumSource(names = {"GZIP", "BZIP2", "XZ", "ZSTD"})
    void aFileThatWasCutOffSaysSo(ArchiveKind kind) {
        byte[] packed = pack(kind, utf8(TEXT));
        for (int length : new int[] {packed.length - 1, packed.length / 2, 14}) {
            Unpacked all = Unpacked.of(kind, "a.txt" + ending(kind), Arrays.copyOf(packed, length));
            assertThat(all.files()).isEmpty();
            assertThat(all.reasons())
                    .as("cut at %d", length)
                    .singleElement()
                    .asString()
                    .contains("ends in the middle");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"GZIP", "BZIP2", "XZ", "ZSTD"})
    void damageIsToldAndDoesNoMore(ArchiveKind kind) {
        byte[] packed = pack(kind, utf8(TEXT));
        int told = 0;
        for (int at = 0; at < packed.length; at++) {
            byte[] damaged = packed.clone();
            damaged[at] ^= 0x24;
            Unpacked all = Unpacked.of(kind, "a.txt" + ending(kind), damaged);
            assertThat(all.files().size() + all.skips().size()).isEqualTo(1);
            told += all.skips().size();
        }
        // zstd of this making has no checksum; header bytes of gzip mean nothing.
        assertThat(told).isGreaterThan(packed.length / 4);
    }

    @Test
    void aGzipFileIsCalledWhatItSaysItself() {
        byte[] packed = bytes(out -> {
            GzipParameters parameters = new GzipParameters();
            parameters.setFileName("../port senn\u0007.txt");
            try (GzipCompressorOutputStream gzip = new GzipCompressorOutputStream(out, parameters)) {
                gzip.write(utf8("One."));
            }
        });

        assertThat(Unpacked.of(ArchiveKind.GZIP, "download.gz", packed).only().address())
                .isEqualTo("download.gz!/port senn.txt");
    }

    @Test
    void zerosBehindAGzipFileAreNothingAndOtherBytesAreCounted() {
        Unpacked zeros = Unpacked.of(ArchiveKind.GZIP, "a.txt.gz", joined(gzip("One."), new byte[700]));
        Unpacked noise = Unpacked.of(ArchiveKind.GZIP, "a.txt.gz", joined(gzip("One."), utf8("noise")));

        assertThat(zeros.texts()).containsExactly("One.");
        assertThat(zeros.passedOver()).isEmpty();
        assertThat(noise.texts()).containsExactly("One.");
        assertThat(noise.passedOver()).containsEntry("bytes after the end of the gzip file", 1L);
    }

    @Test
    void zstdWithItsDictionaryInFrontIsRead() {
        byte[] dictionary =
                utf8("WARC/1.0 Content-Type: text/html The harbour stays open, the minister said. ".repeat(9));
        byte[] packed;
        try (ZstdCompressCtx context = new ZstdCompressCtx()) {
            context.loadDict(dictionary);
            packed = context.compress(utf8(TEXT));
        }
        byte[] head = new byte[8];
        ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).putInt(0x184D2A5D).putInt(dictionary.length);

        byte[] file = joined(head, dictionary, packed, packed);

        assertThat(ArchiveKind.of(file, Optional.empty())).contains(ArchiveKind.ZSTD);
        assertThat(Unpacked.of(ArchiveKind.ZSTD, "a.txt.zst", file).texts()).containsExactly(TEXT + TEXT);
    }

    @Test
    void filesOfATarArchiveAreReadWithTheirLongNames() {
        String name = "avenia/" + "very-".repeat(60) + "long.txt";
        byte[] tar = tar("a.txt", "One.", name, "Two.", "folder/", "", "größe.txt", "Three.", ".hidden", "No.");

        Unpacked all = Unpacked.of(ArchiveKind.TAR, "news.tar", tar);

        assertThat(ArchiveKind.of(tar, Optional.empty())).contains(ArchiveKind.TAR);
        assertThat(all.addresses()).containsExactly("news.tar!/a.txt", "news.tar!/" + name, "news.tar!/größe.txt");
        assertThat(all.texts()).containsExactly("One.", "Two.", "Three.");
        assertThat(all.passedOver()).containsEntry("hidden files", 1L);
    }

    @Test
    void longNamesInTheWayOfPosixAreReadToo() {
        String name = "avenia/" + "sehr-".repeat(60) + "größe.txt";
        byte[] tar = bytes(out -> {
            try (TarArchiveOutputStream packing = new TarArchiveOutputStream(out, "UTF-8")) {
                packing.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
                packing.setAddPaxHeadersForNonAsciiNames(true);
                TarArchiveEntry entry = new TarArchiveEntry(name);
                entry.setSize(4);
                packing.putArchiveEntry(entry);
                packing.write(utf8("One."));
                packing.closeArchiveEntry();
            }
        });

        assertThat(Unpacked.of(ArchiveKind.TAR, "news.tar", tar).addresses()).containsExactly("news.tar!/" + name);
    }

    @Test
    void linksAndDevicesAreCountedAndWaysUpAreNoWays() {
        byte[] tar = bytes(out -> {
            try (TarArchiveOutputStream packing = new TarArchiveOutputStream(out, "UTF-8")) {
                for (byte type : new byte[] {
                    TarConstants.LF_SYMLINK, TarConstants.LF_LINK, TarConstants.LF_CHR, TarConstants.LF_FIFO
                }) {
                    TarArchiveEntry entry = new TarArchiveEntry("a.txt", type);
                    entry.setLinkName("/etc/passwd");
                    packing.putArchiveEntry(entry);
                    packing.closeArchiveEntry();
                }
                TarArchiveEntry entry = new TarArchiveEntry("/../../etc/cron.d/a.txt", true);
                entry.setSize(4);
                packing.putArchiveEntry(entry);
                packing.write(utf8("One."));
                packing.closeArchiveEntry();
            }
        });

        Unpacked all = Unpacked.of(ArchiveKind.TAR, "news.tar", tar);

        assertThat(all.addresses()).containsExactly("news.tar!/etc/cron.d/a.txt");
        assertThat(all.passedOver()).containsEntry("links and devices", 4L);
    }

    @Test
    void aTarFileThatWasCutOffIsReadAsFarAsItGoes() {
        byte[] tar = tar("a.txt", "One.", "b.txt", TEXT);

        Unpacked inContent = Unpacked.of(ArchiveKind.TAR, "news.tar", Arrays.copyOf(tar, 4096));
        Unpacked inHeader = Unpacked.of(ArchiveKind.TAR, "news.tar", Arrays.copyOf(tar, 1024 + 100));

        assertThat(inContent.texts()).containsExactly("One.");
        assertThat(inContent.skips()).isNotEmpty();
        assertThat(inHeader.texts()).containsExactly("One.");
        assertThat(inHeader.skips()).isNotEmpty();
    }

    @Test
    void anEmptyTarFileSaysSo() {
        assertThat(ArchiveKind.of(tar(), Optional.of("a.tar"))).contains(ArchiveKind.TAR);
        assertThat(Unpacked.of(ArchiveKind.TAR, "a.tar", tar()).reasons())
                .containsExactly("an archive without anything in it");
    }

    @Test
    void archivesInArchivesAreReadUnderAllTheirNames() {
        byte[] inner = zip("a.txt", "One.", "b.txt", "Two.");
        byte[] tar = tar("day/news.zip", inner, "c.txt", "Three.", "d.txt.gz", gzip("Four."));

        Unpacked all = Unpacked.of(ArchiveKind.GZIP, "all.tgz", gzip(tar));

        assertThat(all.addresses())
                .containsExactly(
                        "all.tgz!/all.tar!/day/news.zip!/a.txt",
                        "all.tgz!/all.tar!/day/news.zip!/b.txt",
                        "all.tgz!/all.tar!/c.txt",
                        "all.tgz!/all.tar!/d.txt.gz!/d.txt");
        assertThat(all.texts()).containsExactly("One.", "Two.", "Three.", "Four.");
        assertThat(all.skips()).isEmpty();
    }

    @Test
    void aDamagedArchiveInAnArchiveCostsItselfAlone() {
        byte[] inner = Arrays.copyOf(zip("a.txt", "One."), 60);

        Unpacked all = Unpacked.of(ArchiveKind.TAR, "all.tar", tar("news.zip", inner, "c.txt", "Three."));

        assertThat(all.texts()).contains("Three.");
        assertThat(all.skips()).extracting(Unpacked.Skip::address).contains("all.tar!/news.zip");
    }
}
