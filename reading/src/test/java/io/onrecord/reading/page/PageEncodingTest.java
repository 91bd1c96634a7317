package io.onrecord.reading.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.model.Metadata;
import io.onrecord.model.Outcome;
import io.onrecord.reading.item.Known;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The bytes of a page and its characters. */
class PageEncodingTest {

    private static final String ENGLISH =
            "“We saw it go – all of it,” said Zoë Müller, who keeps the café at Hask Rock. It cost €40.";
    private static final String RUSSIAN =
            "Паром затонул в воскресенье, заявили в понедельник в порту города. На борту никого не было, сказал начальник порта, который видел это сам.";
    private static final String JAPANESE = "フェリーは日曜日に沈没したと、港湾当局は月曜日に発表した。船には誰も乗っていなかったという。";

    private static String page(String meta, String text) {
        return "<html><head>" + meta + "<title>x</title></head><body><article><p>" + text + "</p><p>" + text
                + "</p></article></body></html>";
    }

    private static String first(byte[] bytes, Optional<Charset> known) {
        String text = Pages.article(bytes, new Known(Optional.empty(), Optional.empty(), known, Metadata.NONE))
                .text()
                .value();
        return text.substring(0, text.indexOf("\n\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "ISO-8859-15"})
    void theServerSaysTheEncoding(String name) {
        String text = ENGLISH.replaceAll(name.startsWith("ISO") ? "[“”–]" : "$^", "-");
        assertThat(first(page("", text).getBytes(Charset.forName(name)), Optional.of(Charset.forName(name))))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1252, windows-1252",
        "windows-1252, ISO-8859-1",
        "windows-1252, us-ascii",
        "UTF-8, utf-8",
        "UTF-8, utf8",
        "UTF-8, UTF-16",
        "UTF-8, no-such-encoding"
    })
    void thePageSaysTheEncodingUnderTheNamesOfTheWeb(String real, String declared) {
        for (String meta : new String[] {
            "<meta charset=\"" + declared + "\">",
            "<META http-equiv=Content-Type content='text/html; charset=" + declared + "'>",
            "<meta content=\"text/html;charset = " + declared + "\" http-equiv=\"content-type\">"
        }) {
            assertThat(first(page(meta, ENGLISH).getBytes(Charset.forName(real)), Optional.empty()))
                    .as(meta)
                    .isEqualTo(ENGLISH);
        }
    }

    @Test
    void aDeclarationInXmlCountsAsWell() {
        String html = "<?xml version=\"1.0\" encoding=\"windows-1251\"?>" + page("", RUSSIAN);
        assertThat(first(html.getBytes(Charset.forName("windows-1251")), Optional.empty()))
                .isEqualTo(RUSSIAN);
    }

    @ParameterizedTest
    @CsvSource({"windows-1251", "KOI8-R"})
    void withoutADeclarationTheBytesTell(String name) {
        assertThat(first(page("", RUSSIAN).getBytes(Charset.forName(name)), Optional.empty()))
                .isEqualTo(RUSSIAN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Shift_JIS", "EUC-JP", "ISO-2022-JP"})
    void japanesePagesAreReadAsTheyDeclare(String name) {
        assertThat(first(
                        page("<meta charset=" + name + ">", JAPANESE).getBytes(Charset.forName(name)),
                        Optional.empty()))
                .isEqualTo(JAPANESE);
    }

    @Test
    void aByteOrderMarkGoesBeforeAllThatIsSaid() {
        for (Charset charset :
                new Charset[] {StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE}) {
            byte[] bytes = ("\uFEFF" + page("<meta charset=windows-1251>", ENGLISH)).getBytes(charset);
            assertThat(first(bytes, Optional.of(Charset.forName("KOI8-R"))))
                    .as(charset.name())
                    .isEqualTo(ENGLISH);
        }
    }

    @Test
    void wideCharactersWithoutAMarkAreRecognised() {
        assertThat(first(page("", ENGLISH).getBytes(StandardCharsets.UTF_16LE), Optional.empty()))
                .isEqualTo(ENGLISH);
        assertThat(first(page("", ENGLISH).getBytes(StandardCharsets.UTF_16BE), Optional.empty()))
                .isEqualTo(ENGLISH);
    }

    @Test
    void aDeclarationThatTheBytesContradictIsNotBelieved() {
        byte[] utf8 = page("<meta charset=iso-8859-1>", ENGLISH).getBytes(StandardCharsets.UTF_8);
        assertThat(first(utf8, Optional.of(StandardCharsets.ISO_8859_1))).isEqualTo(ENGLISH);
        byte[] windows = page("<meta charset=windows-1252>", ENGLISH).getBytes(Charset.forName("windows-1252"));
        assertThat(first(windows, Optional.of(StandardCharsets.UTF_8))).isEqualTo(ENGLISH);
    }

    @Test
    void aFewBrokenBytesShowAsBrokenAndManyAreAReasonToSkip() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] html = page("<meta charset=utf-8>", ENGLISH).getBytes(StandardCharsets.UTF_8);
        int at = page("<meta charset=utf-8>", ENGLISH).indexOf("We saw") + 2;
        out.write(html, 0, at);
        out.write(0xFF);
        out.write(html, at, html.length - at);
        assertThat(first(out.toByteArray(), Optional.empty()))
                .contains("\uFFFD")
                .contains("Zoë Müller");
        byte[] noise = page("<meta charset=utf-8>", "\u0081".repeat(4000)).getBytes(StandardCharsets.ISO_8859_1);
        Outcome<?> skipped = Pages.item(noise, Known.NOTHING);
        assertThat(skipped).isInstanceOf(Outcome.Skipped.class);
        assertThat(((Outcome.Skipped<?>) skipped).why())
                .contains("not in UTF-8", "8000 characters of it are broken", "save it again as UTF-8");
    }
}
