package io.onrecord.reading.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlPullTest {

    private static final long MUCH = 1L << 32;

    @TempDir
    Path folder;

    @Test
    void elementsAndTextArePulledInOrder() throws IOException {
        assertThat(glance("<?xml version='1.0'?><!-- c --><a x='1'>one<b/><![CDATA[<two>]]></a>"))
                .isEqualTo("<a>one<b></b><two></a>");
    }

    @Test
    void aDocumentTypeIsPassedOverAndNothingIsFetched() throws IOException {
        assertThat(glance("<!DOCTYPE nitf SYSTEM 'http://127.0.0.1:9/nitf.dtd'><nitf>one</nitf>"))
                .isEqualTo("<nitf>one</nitf>");
        assertThat(glance("<!DOCTYPE a PUBLIC '-//X//Y' 'nitf.dtd' [<!ELEMENT a ANY> <!ENTITY b 'c>'>]><a>one</a>"))
                .isEqualTo("<a>one</a>");
    }

    @Test
    void anEntityThatHtmlKnowsIsItsCharacterAndAnotherStaysAsItWasWritten() throws IOException {
        assertThat(glance("<!DOCTYPE a SYSTEM 'x.dtd'><a>one&nbsp;&mdash;&own; &amp; two</a>"))
                .isEqualTo("<a>one\u00a0—&own; & two</a>");
    }

    @Test
    void anEntityOfTheDocumentIsNeverReplaced() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
        String file = "<!DOCTYPE a [<!ENTITY x SYSTEM '" + secret.toUri() + "'>]><a>&x;</a>";
        String bomb =
                "<!DOCTYPE a [<!ENTITY b 'bbbbbbbbbb'><!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;'>"
                        + "<!ENTITY e '&d;&d;&d;&d;&d;&d;&d;'>]><a>&e;</a>";

        assertThat(glance(file)).isEqualTo("<a>&x;</a>");
        assertThat(glance(bomb)).isEqualTo("<a>&e;</a>");
        assertThat(glance("<!DOCTYPE a [<!ENTITY % p SYSTEM '" + secret.toUri() + "'> %p;]><a>1</a>"))
                .isEqualTo("<a>1</a>");
    }

    @Test
    void anEntityInAnAttributeIsAFaultOrLeft() {
        assertThatThrownBy(() -> glance("<!DOCTYPE a [<!ENTITY b 'c'>]><a x='&b;'/>"))
                .isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a",
                "<a>",
                "<a></b>",
                "one",
                "",
                "<a>\u0000</a>",
                "<a x=1/>",
                "<a>&</a>",
                "</a>",
                "<!DOCTYPE",
                "<a><![CDATA[",
                "\ud83d"
            })
    void whatIsNotWellFormedSaysSo(String xml) {
        assertThatThrownBy(() -> glance(xml)).isInstanceOf(IOException.class).hasMessageContaining("XML");
    }

    @Test
    void nestingIsBounded() {
        assertThatThrownBy(() -> glance("<a>".repeat(1_000_000)))
                .hasMessageContaining("nested more than 90 deep (line 1)");
    }

    @Test
    void oneTagOneCommentAndOneSectionAreBounded() {
        assertThatThrownBy(() -> pull(endless("<a x='", "yyyyyyyy"))).hasMessageContaining("a tag of more than 1 MiB");
        assertThatThrownBy(() -> pull(endless("<a><!--", "> < >")))
                .hasMessageContaining("a comment of more than 16 MiB");
        assertThatThrownBy(() -> pull(endless("<a><![CDATA[", "> < >")))
                .hasMessageContaining("a CDATA section of more");
        assertThatThrownBy(() -> pull(endless("<!DOCTYPE a [", "<!ENTITY b 'c'>")))
                .hasMessageContaining("a document type of more");
        assertThatThrownBy(() -> pull(endless("<?a ", "yyyyy"))).hasMessageContaining("a tag of more");
        assertThatThrownBy(() -> pull(new ByteArrayInputStream(
                        ("\ufeff<a x='" + "y".repeat(2_000_000)).getBytes(StandardCharsets.UTF_16LE))))
                .hasMessageContaining("a tag of more than 1 MiB");
    }

    @Test
    void longTextComesInPieces() throws IOException {
        try (XmlPull xml = XmlPull.of(endless("<a>", "one two "), MUCH)) {
            xml.next();
            for (int i = 0; i < 1000; i++) {
                assertThat(xml.next()).isEqualTo(XmlPull.Event.TEXT);
                assertThat(xml.text()).hasSizeLessThan(100_000);
            }
        }
    }

    @Test
    void theDocumentIsBounded() {
        assertThatThrownBy(() -> {
                    try (XmlPull xml = XmlPull.of(endless("<a>", "one two "), 1000)) {
                        while (xml.next() != XmlPull.Event.DONE) {
                            assertThat(xml.depth()).isPositive();
                        }
                    }
                })
                .hasMessageContaining("more than 1000 characters");
    }

    @Test
    void textWithinAnElementIsKeptUpToALimit() throws IOException {
        try (XmlPull xml =
                XmlPull.of(bytes("<a><b>one <i>two</i> three</b><c>x</c></a>", StandardCharsets.UTF_8), MUCH)) {
            xml.next();
            xml.next();
            assertThat(xml.textWithin(7)).isEqualTo("one two ");
            assertThat(xml.next()).isEqualTo(XmlPull.Event.START);
            xml.skip();
            assertThat(xml.next()).isEqualTo(XmlPull.Event.END);
            assertThat(xml.next()).isEqualTo(XmlPull.Event.DONE);
            assertThat(xml.next()).isEqualTo(XmlPull.Event.DONE);
        }
    }

    @Test
    void nothingIsWrittenBesideTheException() throws IOException {
        PrintStream before = System.err;
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
        try {
            assertThatThrownBy(() -> pull(new ByteArrayInputStream(new byte[] {'<', 'a', '>', (byte) 0xFF, '<'})))
                    .isInstanceOf(IOException.class);
            assertThatThrownBy(() -> pull(new ByteArrayInputStream(new byte[] {(byte) 0xFF, (byte) 0xC3, 1})))
                    .isInstanceOf(IOException.class);
            assertThatThrownBy(() -> glance("<a></b>")).isInstanceOf(IOException.class);
        } finally {
            System.setErr(before);
        }
        assertThat(written.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void theEncodingIsTheDocumentsOwn() throws IOException {
        String xml = "<?xml version='1.0' encoding='windows-1252'?><a>é“</a>";
        try (XmlPull pull = XmlPull.of(bytes(xml, Charset.forName("windows-1252")), MUCH)) {
            pull.next();
            assertThat(pull.textWithin(10)).isEqualTo("é“");
        }
        assertThat(pull(bytes("<?xml version='1.0' encoding='UTF-16'?><a>é</a>", StandardCharsets.UTF_8)))
                .isEqualTo("<a>é</a>");
        assertThat(pull(bytes("\ufeff<?xml version='1.0'?><a>é</a>", StandardCharsets.UTF_8)))
                .isEqualTo("<a>é</a>");
        assertThat(pull(bytes("<?xml version='1.0' encoding='UTF-16'?><a>é</a>", StandardCharsets.UTF_16BE)))
                .isEqualTo("<a>é</a>");
        assertThat(pull(bytes("\ufeff<a>é</a>", StandardCharsets.UTF_16LE))).isEqualTo("<a>é</a>");
        assertThatThrownBy(() -> glance("<?xml version='1.0' encoding='x-none'?><a/>"))
                .hasMessage("XML in an encoding that is not known, 'x-none': save it as UTF-8");
    }

    private static InputStream bytes(String text, Charset charset) {
        return new ByteArrayInputStream(text.getBytes(charset));
    }

    /** A beginning, then 256 MiB of the same. */
    private static InputStream endless(String start, String more) {
        byte[] block = more.repeat((1 << 20) / more.length()).getBytes(StandardCharsets.UTF_8);
        Enumeration<InputStream> blocks = Collections.enumeration(IntStream.range(0, 256)
                .<InputStream>mapToObj(i -> new ByteArrayInputStream(block))
                .toList());
        return new SequenceInputStream(bytes(start, StandardCharsets.UTF_8), new SequenceInputStream(blocks));
    }

    private static String glance(String xml) throws IOException {
        return pull(bytes(xml, StandardCharsets.UTF_8));
    }

    private static String pull(InputStream in) throws IOException {
        StringBuilder seen = new StringBuilder();
        try (XmlPull xml = XmlPull.of(in, MUCH)) {
            while (true) {
                switch (xml.next()) {
                    case START -> seen.append('<').append(xml.name()).append('>');
                    case END -> seen.append("</").append(xml.name()).append('>');
                    case TEXT -> seen.append(xml.text());
                    case DONE -> {
                        return seen.toString();
                    }
                }
            }
        }
    }
}
