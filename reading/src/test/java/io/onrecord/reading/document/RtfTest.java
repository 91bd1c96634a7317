package io.onrecord.reading.document;

import static io.onrecord.reading.document.DocumentKind.RTF;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RtfTest {

    private static final String HEAD =
            "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fcharset0 Georgia;}{\\f1\\fcharset204 Minion;}"
                    + "{\\f2\\fcharset128 Mincho;}}{\\colortbl;\\red1\\green2\\blue3;}{\\stylesheet{\\s1 Normal;}}"
                    + "{\\info{\\title Harbour to stay open}{\\author Mara Oldin}{\\creatim\\yr2024\\mo5\\dy16\\hr9\\min30}{\\operator Nobody}}"
                    + "{\\*\\generator A program;}{\\header Running head\\par}";

    private static Read rtf(String body) {
        return Read.of(RTF, (HEAD + body + "}").getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void paragraphsEndWhereTheySay() {
        Read read = rtf("\\pard\\b One\\b0  and two.\\par\\pard Three\\line\r\nfour.\\par\\par {\\i Five}.");

        assertThat(read.paragraphs()).containsExactly("One and two.", "Three\nfour.", "Five.");
        assertThat(read.notes()).isEmpty();
    }

    @Test
    void charactersAreReadHoweverTheyAreWritten() {
        Read read = rtf(
                "\\ldblquote We\\rquote re \\'93fine\\'94\\rdblquote , \\uc1\\u8220?M\\'fcller\\u8221? said \\emdash  na\\u239\\'efve"
                        + "\\~\\_\\- \\{so\\} \\u55357?\\u56994? {\\uc0\\u964}{\\uc2\\u965 xx}\\par");

        assertThat(read.paragraphs())
                .containsExactly("“We’re “fine””, “Müller” said — naïve\u00A0\u2011 {so} \uD83D\uDEA2 τυ");
    }

    @Test
    void aFontBringsItsEncoding() {
        Read read = rtf("{\\f1 \\'cf\\'ee\\'f0\\'f2} and {\\f2 \\'83A\\'83\\'66}\\par");

        assertThat(read.paragraphs()).containsExactly("Порт and アデ");
    }

    @Test
    void deletedAndHiddenTextNotesAndPicturesAreNotTheText() {
        Read read = rtf(
                "Stays{\\deleted  gone}{\\v  hidden}\\deleted  gone\\deleted0  too{\\footnote a note}{\\pict\\bin5 {}{}}}."
                        + "{\\field{\\*\\fldinst HYPERLINK \"x\"}{\\fldrslt  Linked}}{\\*\\unknown gone}\\par");

        assertThat(read.paragraphs()).containsExactly("Stays too. Linked");
    }

    @Test
    void cellsAreParagraphs() {
        assertThat(rtf("\\trowd Avenia\\cell Velia\\cell\\row After\\par").paragraphs())
                .containsExactly("Avenia", "Velia", "After");
    }

    @Test
    void titleAuthorAndDateComeFromTheInformation() {
        Read read = rtf("Text.\\par");

        assertThat(read.metadata().title()).contains("Harbour to stay open");
        assertThat(read.metadata().authors()).containsExactly("Mara Oldin");
        assertThat(Read.published(read.article())).isEqualTo("2024-05-16T09:30:00");
        assertThat(read.metadata().published().orElseThrow().from()).isEqualTo("rtf");
    }

    @Test
    void aFileThatBreaksOffIsReadAsFarAsItGoes() {
        Read read = Read.of(RTF, HEAD + "One.\\par Two and");

        assertThat(read.paragraphs()).containsExactly("One.", "Two and");
        assertThat(read.notes()).singleElement().asString().contains("breaks off");
    }

    @Test
    void halfACharacterIsReplaced() {
        assertThat(rtf("A\\u55357?B\\par").paragraphs()).containsExactly("AB");
        assertThat(rtf("A\\u56994?B\\par").paragraphs()).containsExactly("A\uFFFDB");
    }
}
