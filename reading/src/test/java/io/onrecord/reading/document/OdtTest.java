package io.onrecord.reading.document;

import static io.onrecord.reading.document.DocumentKind.ODT;
import static io.onrecord.reading.document.WordDocuments.odt;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OdtTest {

    @Test
    void paragraphsHeadingsAndCellsAreParagraphs() {
        Read read = Read.of(ODT, odt("""
                <text:h>Port Senn</text:h><text:p>“We<text:s/>will,” <text:span>he</text:span>
                said.<text:tab/>Twice.<text:line-break/>Here.</text:p>
                <table:table><table:table-row><table:table-cell><text:p>Avenia</text:p></table:table-cell></table:table-row></table:table>
                """));

        assertThat(read.paragraphs())
                .hasSize(3)
                .startsWith("Port Senn")
                .endsWith("Avenia")
                .anySatisfy(text -> assertThat(text).startsWith("“We will,” he").endsWith("said.\tTwice.\nHere."));
    }

    @Test
    void trackedDeletionsNotesAndCommentsAreNotTheText() {
        Read read = Read.of(ODT, odt("""
                <text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion></text:changed-region>
                </text:tracked-changes><text:p>Stays<text:note><text:note-body><text:p>a note</text:p></text:note-body></text:note
                ><office:annotation><text:p>why?</text:p></office:annotation>.</text:p>"""));

        assertThat(read.paragraphs()).containsExactly("Stays.");
    }

    @Test
    void titleAuthorAndDateComeFromTheProperties() {
        Read read = Read.of(ODT, odt("<text:p>Text.</text:p>"));

        assertThat(read.metadata().title()).contains("Harbour to stay open");
        assertThat(read.metadata().authors()).containsExactly("Mara Oldin");
        assertThat(Read.published(read.article())).isEqualTo("2024-05-16T09:30:00.123");
    }

    @Test
    void aPasswordIsTheReason() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("mimetype", "application/vnd.oasis.opendocument.text");
        parts.put("content.xml", "\u0001\u0002");
        parts.put("META-INF/manifest.xml", """
                <manifest xmlns="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><file-entry full-path="content.xml">
                <encryption-data/></file-entry></manifest>""");

        assertThat(Read.of(ODT, Read.zip(parts)).why()).startsWith("protected by a password");
    }
}
