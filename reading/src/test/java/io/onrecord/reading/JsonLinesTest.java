package io.onrecord.reading;

import static io.onrecord.reading.Readings.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.model.Article;
import io.onrecord.model.Metadata;
import io.onrecord.model.Published;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLinesTest {

    private static final String ONE = "{\"id\": \"1\", \"text\": \"One.\"}\n";
    private static final String TWO = "{\"id\": \"2\", \"text\": \"Two.\"}\n";

    @TempDir
    Path folder;

    @Test
    void eachLineIsAnArticleWithItsMetadata() {
        Article article = Readings.of(file("""
                        {"id": "7", "url": "https://example.org/7", "text": "One.\\nTwo.", "title": "Talks fail", \
                        "published": "2024-05-16T18:02:00Z", "outlet": "Senn Courier", \
                        "authors": ["Mara Lindqvist", "Ilan Serrat"], "tags": {"a": [1, {"b": null}]}}
                        """)).article();

        assertThat(article.address()).isEqualTo("https://example.org/7");
        assertThat(article.text().value()).isEqualTo("One.\nTwo.");
        assertThat(article.text().paragraphs()).hasSize(2);
        assertThat(article.metadata())
                .isEqualTo(new Metadata(
                        Optional.of("Senn Courier"),
                        Optional.of("Talks fail"),
                        List.of("Mara Lindqvist", "Ilan Serrat"),
                        Optional.of(new Published("2024-05-16T18:02:00Z", "json-lines")),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void theAddressIsTheUrlElseTheId() {
        assertThat(Readings.of(file(ONE)).article().address()).isEqualTo("1");
        assertThat(Readings.of(file("{\"url\": \" \", \"id\": 12, \"text\": \"One.\"}"))
                        .article()
                        .address())
                .isEqualTo("12");
    }

    @Test
    void anAuthorMayBeOneStringAndNullsAreAbsent() {
        Metadata one = Readings.of(file("{\"id\": \"1\", \"text\": \"One.\", \"authors\": \"Mara\", \"title\": \"\"}"))
                .article()
                .metadata();
        Metadata none = Readings.of(file("""
                        {"id": "1", "url": null, "text": "One.", "authors": null, "title": null, "published": null}
                        """)).article().metadata();

        assertThat(one.authors()).containsExactly("Mara");
        assertThat(one.title()).isEmpty();
        assertThat(none).isEqualTo(Metadata.NONE);
    }

    @Test
    void aTextIsKeptToTheCharacter() {
        assertThat(Readings.of(
                                file(
                                        "{\"id\": \"1\", \"text\": \"\\uFEFF \\u201cA\\u0301\\ud83d\\ude00\\u0000\\r\\n\\/ \"}"))
                        .text())
                .isEqualTo("\uFEFF “A\u0301😀\u0000\r\n/ ");
    }

    @Test
    void hardWrappedTextIsToldByTheSameRule() {
        Readings readings = Readings.of(file("{\"id\": \"1\", \"text\": \"" + """
                The finance minister of Avenia said on Thursday that the harbour would
                stay open as long as there was a single ship to unload, and denied that
                talks with the union of dockers had failed or that anybody had left the
                table.
                """.replace("\n", "\\n") + "\"}"));

        assertThat(readings.paragraphs()).hasSize(1);
        assertThat(readings.layouts()).hasSize(1);
    }

    @Test
    void blankLinesAreNoArticles() {
        assertThat(Readings.of(file("\n \r\n" + ONE + "\n\r\n" + TWO.strip())).glance())
                .containsExactly("One.", "Two.");
    }

    @Test
    void theSameArticleTwiceIsReadTwice() {
        assertThat(Readings.of(file(ONE + ONE)).glance()).containsExactly("One.", "One.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"id\": \"1\"}                                       | no 'text': put the article's text there",
                "{\"id\": \"1\", \"text\": null}                       | no 'text'",
                "{\"id\": \"1\", \"text\": \"\"}                       | 'text' is empty: ",
                "{\"id\": \"1\", \"text\": \" \\u00a0\\n\"}            | 'text' is empty: ",
                "{\"id\": \"1\", \"text\": 7}                          | 'text' holds a number, not a string",
                "{\"id\": \"1\", \"text\": [\"One.\"]}                 | 'text' holds a list, not a string",
                "{\"id\": {}, \"text\": \"One.\"}                      | 'id' holds an object, not a string",
                "{\"id\": 1.5, \"text\": \"One.\"}                     | 'id' holds a number, not a string",
                "{\"id\": \"1\", \"text\": \"One.\", \"title\": true}  | 'title' holds true or false, not a string",
                "{\"id\": \"1\", \"text\": \"One.\", \"authors\": [1]} | 'authors' holds a number, not a string",
                "{\"id\": \"1\", \"text\": \"One.\", \"published\": 2024} | 'published' holds a number",
                "{\"id\": \"1\", \"text\": \"One.\", \"text\": \"Two\"} | 'text' stands twice: leave one",
                "{\"text\": \"One.\"}                                  | neither 'url' nor 'id': ",
                "{\"id\": \"1\", \"text\": \"a\\ud83d.\"}              | 'text' has half a character at position 1 (\\ud83d)",
                "{\"id\": \"\\ude00\", \"text\": \"a\"}                | 'id' has half a character at position 0",
                "{\"id\": \"1\", \"text\": \"One.                      | not valid JSON at column ",
                "{\"id\": \"1\", \"text\": \"One.\"} {}                | more than one JSON value on the line",
                "{\"id\": \"1\", \"text\": \"One.\"}]                  | not valid JSON at column ",
                "{'id': 1}                                             | not valid JSON at column ",
                "\"One.\"                                              | not a JSON object: ",
                "[{\"id\": \"1\", \"text\": \"One.\"}]                 | not a JSON object: ",
                "One.                                                  | not valid JSON at column ",
            })
    void aBadLineIsSkippedWithItsNumberAndItsNeighboursAreRead(String bad, String why) {
        Path file = file(ONE + bad + "\n" + TWO);

        Readings readings = Readings.of(file);

        assertThat(readings.glance()).containsExactly("One.", "<" + file + ":2>", "Two.");
        assertThat(readings.skips().get(0).why()).startsWith(why);
    }

    @Test
    void aBadFirstLineIsSkippedAlone() {
        for (String bad : List.of("{\"id\": \"1\", \"te", "{", "[", "<html>x")) {
            assertThat(Readings.of(file(bad + "\n" + TWO)).glance()).last().isEqualTo("Two.");
        }
    }

    @Test
    void messagesShowAtMostEightyCharactersOfALine() {
        String word = "x".repeat(10_000);

        assertThat(Readings.of(file(word)).why()).hasSizeLessThan(150);
    }

    @Test
    void nestingIsLimited() {
        String deep = "{\"id\": \"1\", \"text\": \"One.\", \"x\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}\n";

        assertThat(Readings.of(file(deep + TWO)).skips())
                .singleElement()
                .satisfies(skipped -> assertThat(skipped.why()).contains("nesting depth"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"16 May 2024", "2024-05-16 18:02", "yesterday", "2024-13-01"})
    void aDateThatIsNotIsoIsLeftOutAndThatIsTold(String date) {
        Path file = file("{\"id\": \"1\", \"text\": \"One.\", \"published\": \"" + date + "\"}");

        Readings readings = Readings.of(file);

        assertThat(readings.article().metadata().published()).isEmpty();
        assertThat(readings.notices()).singleElement().satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo(Notice.Kind.METADATA);
            assertThat(notice.address()).isEqualTo(file + ":1");
            assertThat(notice.message()).startsWith("publication date '" + date + "' left out: write it as ISO 8601");
        });
    }

    @Test
    void brokenUtf8InOneLineSkipsThatLineOnly() throws Exception {
        Path file = file(ONE);
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.APPEND)) {
            out.write("{\"id\": \"x\", \"text\": \"caf\u00e9\"}\n".getBytes(StandardCharsets.ISO_8859_1));
            out.write(TWO.getBytes(StandardCharsets.UTF_8));
        }

        Readings readings = Readings.of(file);

        assertThat(readings.glance()).containsExactly("One.", "<" + file + ":2>", "Two.");
        assertThat(readings.skips().get(0).why())
                .startsWith("in this line: broken UTF-8 at byte 24, after \"\": \"x\", \"text\": \"caf\": ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE"})
    void aByteOrderMarkDecides(String encoding) {
        String lines = ONE + "{\"id\": \"x\", \"text\": \"“Café” ਊ 😀\"}\r\n" + TWO.strip();

        assertThat(Readings.of(write(folder.resolve("a.jsonl"), ("\uFEFF" + lines).getBytes(Charset.forName(encoding))))
                        .glance())
                .containsExactly("One.", "“Café” ਊ 😀", "Two.");
    }

    @ParameterizedTest
    @CsvSource({"windows-1252,windows-1252", "windows-1252,ISO-8859-1", "UTF-16LE,UTF-16", "UTF-16BE,UTF-16BE"})
    void anotherEncodingIsDeclared(String encoding, String declared) {
        String lines = ONE + "{\"id\": \"x\", \"text\": \"“Café”\"}\n" + TWO;
        Path file = write(folder.resolve("a.jsonl"), lines.getBytes(Charset.forName(encoding)));

        assertThat(Readings.declared(declared, file).glance()).containsExactly("One.", "“Café”", "Two.");
        assertThat(Readings.of(file).glance()).doesNotContain("“Café”");
    }

    @Test
    void aByteOrderMarkGoesBeforeADeclarationAndThatIsTold() {
        assertThat(Readings.declared("windows-1252", file("\uFEFF" + ONE)).notice())
                .startsWith("read as UTF-8, as its byte-order mark says");
    }

    @Test
    void aLineOfFiftyMegabytesIsPassedOver() throws Exception {
        Path file = file(ONE);
        byte[] megabyte = "word ".repeat(200_000).getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.APPEND)) {
            out.write("{\"id\": \"x\", \"text\": \"".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 50; i++) {
                out.write(megabyte);
            }
            out.write(("\"}\n" + TWO).getBytes(StandardCharsets.UTF_8));
        }

        Readings readings = Readings.of(file);

        assertThat(readings.glance()).containsExactly("One.", "<" + file + ":2>", "Two.");
        assertThat(readings.skips().get(0).why())
                .startsWith("a line of 50000023 bytes, more than 1 MiB, the limit for one article: ");
    }

    @Test
    void aLineAtTheLimitIsReadAndOneByteMoreIsNot() {
        ReadingOptions options = ReadingOptions.DEFAULT.withMaxArticleBytes(ONE.length() - 1);

        assertThat(Readings.of(options, file(ONE + ONE.strip())).glance()).containsExactly("One.", "One.");
        assertThat(Readings.of(options, file(ONE + " " + ONE + " " + ONE.strip()))
                        .articles())
                .hasSize(1);
    }

    @Test
    void aLineJustUnderTheDefaultLimitFitsInTheHeap() {
        String text = "“Да,” ".repeat(80_000);

        assertThat(Readings.of(file("{\"id\": \"x\", \"text\": \"" + text + "\"}\n" + TWO))
                        .articles())
                .hasSize(2)
                .first()
                .satisfies(article -> assertThat(article.text().length()).isEqualTo(text.length()));
    }

    @Test
    void anotherNameOrAStreamIsToldByItsFirstLine() {
        assertThat(Readings.of(write(folder.resolve("export.txt"), "\n" + ONE + TWO))
                        .glance())
                .containsExactly("One.", "Two.");
        assertThat(Readings.ofStream("-", ONE + "{}\n" + TWO).glance()).containsExactly("One.", "<-:2>", "Two.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "\uFEFF"})
    void aFileWithoutALineIsSkipped(String content) {
        assertThat(Readings.of(file(content)).why()).isEqualTo("empty: there is no line in it");
    }

    private Path file(String content) {
        return write(folder.resolve("a.jsonl"), content);
    }
}
