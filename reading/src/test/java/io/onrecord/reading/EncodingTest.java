package io.onrecord.reading;

import static io.onrecord.reading.Readings.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.model.Article;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingTest {

    private static final String TEXT = "“Café,” said Мария — 東京 😀\n";

    @TempDir
    Path folder;

    @Test
    void utf8IsReadWithoutANotice() {
        Readings readings = Readings.of(file(TEXT.getBytes(StandardCharsets.UTF_8)));

        assertThat(readings.text()).isEqualTo(TEXT);
        assertThat(readings.notices()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void aByteOrderMarkDecidesAndIsNoPartOfTheText(String encoding) {
        Readings readings = Readings.of(file(("\uFEFF" + TEXT).getBytes(Charset.forName(encoding))));

        assertThat(readings.text()).isEqualTo(TEXT);
        assertThat(readings.notices()).isEmpty();
    }

    @Test
    void aByteOrderMarkGoesBeforeADeclarationAndThatIsTold() {
        Path file = file(("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_8));

        Readings readings = Readings.declared("windows-1252", file);

        assertThat(readings.text()).isEqualTo(TEXT);
        assertThat(readings.notice())
                .isEqualTo("read as UTF-8, as its byte-order mark says, not as windows-1252 as declared");
        assertThat(Readings.declared("UTF-8", file).notices()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void utf16WithoutAMarkIsTold(String encoding) {
        Readings readings = Readings.of(file(Samples.ENGLISH.getBytes(Charset.forName(encoding))));

        assertThat(readings.text()).isEqualTo(Samples.ENGLISH);
        assertThat(readings.notice()).startsWith("read as " + encoding + " (guessed): ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void aDeclarationWithoutTheOrderOfBytesIsCompleted(String encoding) {
        Path file = file(Samples.ENGLISH.getBytes(Charset.forName(encoding)));

        assertThat(Readings.declared(encoding.substring(0, 6), file).text()).isEqualTo(Samples.ENGLISH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1251", "KOI8-R", "IBM866", "x-MacCyrillic"})
    void aDeclaredEncodingIsTakenAtItsWord(String encoding) {
        Readings readings = Readings.declared(encoding, file("Да, сказал он.".getBytes(Charset.forName(encoding))));

        assertThat(readings.text()).isEqualTo("Да, сказал он.");
        assertThat(readings.notices()).isEmpty();
    }

    @Test
    void bytesThatADeclaredEncodingDoesNotHaveAreSkippedWithThePlace() {
        assertThat(Readings.declared("windows-1252", file(new byte[] {'a', '\n', 'b', (byte) 0x81}))
                        .why())
                .startsWith("broken windows-1252 at byte 3, line 2, after \"a b\": ");
        assertThat(Readings.declared("US-ASCII", file("é".getBytes(StandardCharsets.UTF_8)))
                        .why())
                .startsWith("broken US-ASCII at byte 0: ");
    }

    @Test
    void anotherEncodingDeclaredForUtf16IsNotText() {
        Path file = file(Samples.ENGLISH.getBytes(StandardCharsets.UTF_16LE));

        assertThat(Readings.declared("windows-1252", file).why()).startsWith("binary data, not text: see byte 1;");
    }

    @Test
    void whatIsDeclaredAsLatin1ButHasWindowsQuotationMarksIsReadAsSuch() {
        Path file = file("“Yes,” he said.".getBytes(Charset.forName("windows-1252")));

        Readings readings = Readings.declared("ISO-8859-1", file);

        assertThat(readings.text()).isEqualTo("“Yes,” he said.");
        assertThat(readings.notice()).startsWith("read as windows-1252, not as ISO-8859-1");
    }

    static Stream<Arguments> samples() {
        return Samples.ALL.stream()
                .flatMap(sample -> sample.charsets().stream().map(charset -> Arguments.of(sample, charset)));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void newsInAnotherEncodingIsReadAndThatIsTold(Samples.Sample sample, String charset) {
        Readings readings = Readings.of(file(sample.text().getBytes(Charset.forName(charset))));

        assertThat(readings.text()).isEqualTo(sample.text());
        assertThat(readings.notice()).matches("read as \\S+ \\(guessed\\): if that is wrong, give the encoding .*");
    }

    /** The thresholds of the guess, and the share of good UTF-8, hold at every length. */
    @ParameterizedTest
    @MethodSource("samples")
    void aTextCutAnywhereIsReadAsItIsOrSkippedNeverGarbled(Samples.Sample sample, String charset) {
        for (int length = 1; length < sample.text().length(); length += length < 100 ? 1 : 7) {
            String text = sample.text().substring(0, length).strip();
            Readings readings = Readings.of(file(text.getBytes(Charset.forName(charset))));
            for (Article article : readings.articles()) {
                assertThat(article.text().value()).isEqualTo(text);
            }
        }
    }

    @Test
    void oneQuotationMarkFarDownALongTextIsEnough() {
        String text = "The minister said that the harbour would stay open.\n".repeat(2_000) + "It’s late, she added.";

        assertThat(Readings.of(file(text.getBytes(Charset.forName("windows-1252"))))
                        .text())
                .isEqualTo(text);
    }

    @Test
    void aFewAccentsFarDownOneLongLineAreEnough() {
        String text = "The minister said that the harbour would stay open. ".repeat(2_000)
                + "José Ibáñez, the mayor, said that the café would be rebuilt; Zoë Lefèvre said it was naïve.";

        assertThat(Readings.of(file(text.getBytes(Charset.forName("windows-1252"))))
                        .text())
                .isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-MacRoman", "IBM850", "IBM037"})
    void quotationMarksOfOldSystemsAreAskedFor(String charset) {
        String text = Samples.ALL.get(1).text().replace("“", "‘").replace("”", "’");
        String sample = charset.equals("x-MacRoman") ? text : text.replaceAll("[‘’]", "'");

        assertThat(Readings.of(file(sample.getBytes(Charset.forName(charset)))).skips())
                .hasSize(1);
    }

    @Test
    void tooLittleToGuessByIsAskedFor() {
        assertThat(Readings.of(file("Señora Peña".getBytes(StandardCharsets.ISO_8859_1)))
                        .why())
                .isEqualTo("not UTF-8, and too little to tell its encoding by:"
                        + " give the encoding with --encoding NAME");
    }

    @Test
    void brokenUtf8IsSkippedWithThePlace() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write("“One,” he said.\nThe café – it’s “closed” ".getBytes(StandardCharsets.UTF_8));
        int at = out.size();
        out.write(0x93);
        out.write(" for good.\n".getBytes(StandardCharsets.UTF_8));

        assertThat(Readings.of(file(out.toByteArray())).why())
                .isEqualTo("broken UTF-8 at byte " + at + ", line 2, after \"afé – it’s “closed”\": save it as UTF-8"
                        + " again, or give the encoding with --encoding NAME if it has another");
    }

    @Test
    void utf8CutInTheMiddleOfACharacterIsSkipped() {
        byte[] bytes = "“One,” he said. Café".getBytes(StandardCharsets.UTF_8);

        assertThat(Readings.of(file(Arrays.copyOf(bytes, bytes.length - 1))).why())
                .startsWith("broken UTF-8 at byte " + (bytes.length - 2));
    }

    private Path file(byte[] bytes) {
        return write(folder.resolve("a.txt"), bytes);
    }
}
