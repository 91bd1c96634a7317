package io.onrecord.reading;

import static io.onrecord.reading.Readings.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.model.Article;
import io.onrecord.model.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no reader of a kind sees alone: which one is asked, what is handed to it, and what is said of the rest. */
class WiringTest {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private static final String RSS = "<rss version=\"2.0\"><channel><title>Press</title><item><title>Quay</title>"
            + "<link>https://press.example/quay</link><description>The quay opens.</description></item></channel></rss>";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<?xml version=\"1.0\"?>\n<?xml-stylesheet type=\"text/xsl\" href=\"feed.xsl\"?>\n",
                "<?xml version=\"1.0\"?><!-- made by hand --><!-- twice -->",
                "<!DOCTYPE rss PUBLIC \"-//Press//RSS 0.91//EN\" \"https://press.example/rss-0.91.dtd\">\n"
            })
    void aFeedIsToldByItsRootWhateverStandsBefore(String before) {
        assertThat(Readings.of(write(folder.resolve("feed.xml"), before + RSS)).articles())
                .extracting(Article::address)
                .containsExactly("https://press.example/quay");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!-- saved from https://press.example/quay --><html>",
                "<?xml version=\"1.0\"?><?xml-stylesheet href=\"a.css\"?><!DOCTYPE html><html>"
            })
    void aPageIsToldByItsRootWhateverStandsBefore(String before) {
        assertThat(Readings.ofStream("stdin", before + "<body><p>The quay opens on Monday.</p></body></html>")
                        .text())
                .isEqualTo("The quay opens on Monday.");
    }

    @Test
    void theDeclaredEncodingIsForPagesThatSayNone() {
        String words = "<p>Łódź i Żywiec: „Nabrzeże otwiera się”, powiedział.</p>";
        Path silent = write(folder.resolve("a.html"), words.getBytes(Charset.forName("windows-1250")));
        Path telling = write(
                folder.resolve("b.html"), "<meta charset=windows-1252><p>“Café,” she said.</p>".getBytes(WINDOWS_1252));

        assertThat(Readings.declared("windows-1250", silent, telling).articles())
                .extracting(article -> article.text().value())
                .containsExactly("Łódź i Żywiec: „Nabrzeże otwiera się”, powiedział.", "“Café,” she said.");
    }

    @Test
    void anExportSavedAsAPageKeepsItsCharacters() {
        String export = IntStream.rangeClosed(1, 2)
                .mapToObj(number -> """
                        %d of 2 DOCUMENTS

                        The Avenia Times

                        May %d, 2024 Thursday

                        Quay opens again

                        BYLINE: Mara Oldin

                        SECTION: NEWS; Pg. 3

                        LENGTH: 12 words

                        “The quay opens – on Monday,” Ilan Serrat said at the Café Lisden.

                        LOAD-DATE: May %d, 2024

                        LANGUAGE: ENGLISH
                        """.formatted(number, number, number))
                .collect(Collectors.joining("\n"));
        String page = export.lines()
                .map(line -> "<p>" + line + "</p>")
                .collect(Collectors.joining(
                        "", "<html><head><meta charset=windows-1252></head><body>", "</body></html>"));

        Readings readings = Readings.of(write(folder.resolve("export.html"), page.getBytes(WINDOWS_1252)));

        assertThat(readings.articles()).hasSize(2);
        assertThat(readings.glance())
                .allMatch(text -> text.contains("“The quay opens – on Monday,” Ilan Serrat said at the Café Lisden."));
    }

    @Test
    void anAgencyFileWithoutAnExtensionIsReadInAFolder() {
        write(folder.resolve("urn-quay-1"), """
                <?xml version="1.0"?><nitf><body><body.head><hedline><hl1>Quay</hl1></hedline></body.head><body.content>
                <p>The quay opens, officials said.</p></body.content></body></nitf>
                """);

        assertThat(Readings.of(folder).text()).isEqualTo("The quay opens, officials said.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"eng", "en_GB", "English", "und", "mul", "EN", "a language"})
    void aLanguageIsTheSameInWhateverWayItIsSaid(String said) {
        Path lines =
                write(folder.resolve("a.jsonl"), "{\"id\": \"a\", \"text\": \"Yes.\", \"language\": \"" + said + "\"}");

        assertThat(Readings.of(ReadingOptions.DEFAULT, lines).text()).isEqualTo("Yes.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"deu", "ger", "German", "de-AT"})
    void anotherLanguageIsAnotherInWhateverWayItIsSaid(String said) {
        Path lines =
                write(folder.resolve("a.jsonl"), "{\"id\": \"a\", \"text\": \"Ja.\", \"language\": \"" + said + "\"}");

        assertThat(Readings.of(ReadingOptions.DEFAULT, lines).skips())
                .singleElement()
                .satisfies(skip -> assertThat(skip.why()).startsWith("it is in German (de)"));
    }

    @Test
    void progressGoesThroughAZipFileWithItsEntries() {
        byte[] noise = new byte[900_000];
        new Random(5).nextBytes(noise);
        String text = new String(noise, StandardCharsets.ISO_8859_1).replaceAll("[^a-zA-Z0-9]", " ");
        Path file = write(
                folder.resolve("a.zip"),
                zip(IntStream.range(0, 5).mapToObj(i -> i + ".txt").toList(), text));

        try (Articles articles = new ArticleReader().open(Input.files(List.of(file)), notice -> {})) {
            long total = articles.bytesTotal().orElseThrow();
            long before = 0;
            for (int i = 0; i < 4; i++) {
                assertThat(articles.next()).isInstanceOf(Outcome.class);
                assertThat(articles.bytesRead()).isGreaterThan(before).isLessThan(total);
                before = articles.bytesRead();
            }
            articles.forEachRemaining(last -> {});
            assertThat(articles.bytesRead()).isEqualTo(total);
        }
    }

    @Test
    void whatIsNotReadIsCountedInFewWordsHoweverManyKindsThereAre() {
        List<String> names =
                IntStream.range(0, 3000).mapToObj(i -> "a.x" + i + "y").collect(Collectors.toList());
        names.add("z.txt");

        Readings readings = Readings.of(write(folder.resolve("a.zip"), zip(names, "It opens.")));

        assertThat(readings.articles()).hasSize(1);
        assertThat(readings.notice()).contains("other (2940)").hasSizeLessThan(1000);
    }

    private static byte[] zip(List<String> names, String content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(content.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }
}
