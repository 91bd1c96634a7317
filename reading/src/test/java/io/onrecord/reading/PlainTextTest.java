package io.onrecord.reading;

import static io.onrecord.reading.Readings.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.model.Article;
import io.onrecord.model.Metadata;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

    @TempDir
    Path folder;

    @Test
    void aTextIsKeptToTheCharacter() {
        String text = "\u00A0 One “two”.  \r\n\r\n\tThree\u200B\f\n👩‍👩‍👧 e\u0301 \u200Fשלום\u200F \uFFFD\n\n";

        assertThat(Readings.of(write(folder.resolve("a.txt"), text)).text()).isEqualTo(text);
    }

    @Test
    void theAddressIsThePathAsItWasGivenAndNothingElseIsKnown() {
        Path file = write(folder.resolve("news/a.txt"), "One.\nTwo.");

        Article article = Readings.of(file).article();

        assertThat(article.address()).isEqualTo(folder.toString().replace('\\', '/') + "/news/a.txt");
        assertThat(article.metadata()).isEqualTo(Metadata.NONE);
        assertThat(article.text().paragraphs()).hasSize(2);
    }

    @Test
    void aRelativePathStaysRelative() throws Exception {
        Path here = Files.createTempDirectory(Path.of("target"), "relative");
        Path file = write(here.resolve("a.txt"), "One.");

        assertThat(Readings.of(file).article().address()).isEqualTo("target/" + here.getFileName() + "/a.txt");
    }

    @Test
    void theLayoutIsTold() {
        Readings lines = Readings.of(write(folder.resolve("a.txt"), "One.\nTwo."));
        Readings wrapped = Readings.of(write(folder.resolve("b.txt"), """
                        The finance minister of Avenia said on Thursday that the harbour would
                        stay open as long as there was a single ship to unload, and denied that
                        talks with the union of dockers had failed or that anybody had left the
                        table.
                        """));

        assertThat(lines.layouts())
                .singleElement()
                .satisfies(notice -> assertThat(notice.message()).isEqualTo("each line is a paragraph"));
        assertThat(wrapped.layouts())
                .singleElement()
                .satisfies(notice ->
                        assertThat(notice.message()).isEqualTo("hard-wrapped: a blank line ends a paragraph"));
        assertThat(wrapped.paragraphs()).hasSize(1);
    }

    @Test
    void onlyQuotationMarksAreAText() {
        assertThat(Readings.of(write(folder.resolve("a.txt"), "“”\"''»«")).text())
                .isEqualTo("“”\"''»«");
    }

    @Test
    void oneParagraphOfAHundredThousandCharactersIsRead() {
        String text = "“Yes,” she said. ".repeat(6_000);

        assertThat(Readings.of(write(folder.resolve("a.txt"), text)).paragraphs())
                .containsExactly(text.strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", " \r\n\t", "\uFEFF", "\uFEFF\n\u00A0"})
    void aFileThatShowsNothingIsSkipped(String content) {
        assertThat(Readings.of(write(folder.resolve("a.txt"), content)).why()).startsWith("empty: ");
    }

    @Test
    void anAddressOfAnotherKindIsNoMissingFile() {
        assertThat(Readings.of(Path.of("ftp://press.example/quay.txt")).why())
                .isEqualTo("no such file, nor an address that is fetched: those begin with http:// or https://");
    }

    @Test
    void aMissingFileIsSkippedAndItsNeighboursAreRead() {
        Path first = write(folder.resolve("a.txt"), "One.");
        Path last = write(folder.resolve("c.txt"), "Three.");
        Path missing = folder.resolve("b.txt");

        Readings readings = Readings.of(first, missing, last);

        assertThat(readings.glance()).containsExactly("One.", "<" + missing + ">", "Three.");
        assertThat(readings.skips().get(0).why()).isEqualTo("no such file or folder: check the name");
    }

    @Test
    void aFileInsideAFileIsSkippedWithTheSystemsReason() {
        Path file = write(folder.resolve("a.txt"), "One.");

        assertThat(Readings.of(file.resolve("b.txt")).why()).isNotBlank();
    }

    @Test
    void aLinkToNothingIsSkipped() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("a.txt"), folder.resolve("nowhere.txt"));

        assertThat(Readings.of(link).why()).startsWith("a link to something that does not exist");
    }

    @Test
    void aFileWithoutPermissionIsSkipped() {
        Path file = write(folder.resolve("a.txt"), "One.");
        Assumptions.assumeTrue(file.toFile().setReadable(false), "permissions can be taken away here");
        Assumptions.assumeFalse(Files.isReadable(file), "this user may read everything");

        assertThat(Readings.of(file, write(folder.resolve("b.txt"), "Two.")).skips())
                .singleElement()
                .satisfies(skipped -> assertThat(skipped.why()).startsWith("no permission to read it"));
    }

    @Test
    void aFileOverTheLimitIsSkippedAndOneAtTheLimitIsRead() {
        ReadingOptions options = ReadingOptions.DEFAULT.withMaxArticleBytes(10);

        assertThat(Readings.of(options, write(folder.resolve("a.txt"), "0123456789"))
                        .text())
                .isEqualTo("0123456789");
        assertThat(Readings.of(options, write(folder.resolve("b.txt"), "0123456789a"))
                        .why())
                .startsWith("larger than 10 bytes, the limit for one article: ");
    }

    @Test
    void aFileOfFiftyMegabytesIsSkippedWithoutBeingHeld() throws Exception {
        Path file = folder.resolve("a.txt");
        byte[] megabyte = "word ".repeat(200_000).getBytes(StandardCharsets.UTF_8);
        try (var out = Files.newOutputStream(file)) {
            for (int i = 0; i < 50; i++) {
                out.write(megabyte);
            }
        }

        assertThat(Readings.of(file).why()).startsWith("larger than 1 MiB");
    }

    @Test
    void halfAMillionLinesFitInTheHeap() {
        assertThat(Readings.of(write(folder.resolve("a.txt"), "a\n".repeat(500_000)))
                        .article()
                        .text()
                        .paragraphs())
                .hasSize(500_000);
    }

    @Test
    void dataWithZerosIsSkippedWithThePlace() {
        assertThat(Readings.of(write(folder.resolve("a.txt"), new byte[] {'a', 'b', 0, 'c', 1, 2, 3}))
                        .why())
                .isEqualTo("binary data, not text: see byte 2; if it is text, give the encoding with --encoding NAME");
    }

    @Test
    void dataWithManyControlCharactersIsSkippedWithThePlace() {
        assertThat(Readings.of(write(folder.resolve("a.txt"), "é\u0001\u0002\u0003\u0004 data"))
                        .why())
                .startsWith("binary data, not text: see byte 2;");
        assertThat(Readings.of(write(folder.resolve("b.txt"), new byte[] {1, 2, 3, 4, (byte) 0xFE, 5}))
                        .why())
                .startsWith("binary data, not text: see byte 0;");
    }

    @Test
    void aStrayControlCharacterDoesNoHarm() {
        String text = "One.\fTwo.\u001A";

        assertThat(Readings.of(write(folder.resolve("a.txt"), text)).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "'\uFEFF\n <html lang=en>', empty: the page shows no text",
        "'%PDF-1.7', damaged",
        "'PK\u0003\u0004', the directory at the end of the ZIP file is missing",
        "'GIF89a', not text",
        "'[\n {\"id\": 1}]', JSON spread over several lines",
        "'{\n \"id\": 1}', JSON spread over several lines",
    })
    void whatAFileIsShowsInItsFirstBytesWhateverItsName(String content, String why) {
        assertThat(Readings.of(write(folder.resolve("a.txt"), content)).why()).startsWith(why);
        assertThat(Readings.of(write(folder.resolve("b.html"), content)).why()).startsWith(why);
    }

    @Test
    void xmlOfNoKindThatIsReadIsToldSo() {
        assertThat(Readings.of(write(folder.resolve("a.xml"), "<?xml version=\"1.0\"?><recipe/>"))
                        .why())
                .startsWith("XML of no kind that is read");
    }

    @Test
    void compressedFilesAndImagesAreTold() {
        assertThat(Readings.of(write(folder.resolve("a"), new byte[] {0x1F, (byte) 0x8B, 8, 0}))
                        .why())
                .startsWith("gzip that ends in the middle");
        assertThat(Readings.of(write(folder.resolve("b"), new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0}))
                        .why())
                .startsWith("not text");
    }

    @Test
    void aFileOfAnyNameIsReadIfItIsText() {
        assertThat(Readings.of(write(folder.resolve("a.md"), "One.")).text()).isEqualTo("One.");
        assertThat(Readings.of(write(folder.resolve(".hidden"), "One.")).text()).isEqualTo("One.");
        assertThat(Readings.of(write(folder.resolve("b.html"), "No mark-up here."))
                        .text())
                .isEqualTo("No mark-up here.");
        assertThat(Readings.of(write(folder.resolve("c.txt"), "{Updated} \"We will,\" he said."))
                        .text())
                .startsWith("{Updated}");
    }

    @Test
    void aStreamIsOneText() {
        Article article = Readings.ofStream("-", "One.\nTwo.").article();

        assertThat(article.address()).isEqualTo("-");
        assertThat(article.text().paragraphs()).hasSize(2);
    }
}
