package io.onrecord.reading.document;

import static io.onrecord.reading.document.DocumentKind.EPUB;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EpubTest {

    private static final String RUNNING =
            "The harbour of Port Senn stays open, the finance minister of Avenia said on Thursday.";

    private static String page(String body) {
        return "<?xml version=\"1.0\"?><!DOCTYPE html><html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:epub=\"http://www.idpf.org/2007/ops\">"
                + "<head><title/></head>" + body + "</html>";
    }

    static Map<String, String> book(Map<String, String> chapters) {
        StringBuilder manifest = new StringBuilder();
        StringBuilder spine = new StringBuilder();
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("mimetype", "application/epub+zip");
        parts.put("META-INF/container.xml", """
                <container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
                <rootfile full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>""");
        chapters.forEach((name, content) -> {
            String id = "c" + spine.length();
            // The manifest is in another order than the spine, as it may be.
            manifest.insert(
                    0,
                    "<item id=\"" + id + "\" href=\"" + name.replace(" ", "%20")
                            + "\" media-type=\"application/xhtml+xml\"/>");
            spine.append("<itemref idref=\"").append(id).append("\"/>");
            parts.put("OEBPS/" + name, content);
        });
        parts.put(
                "OEBPS/content.opf",
                """
                <package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>
                <dc:title>Ten reports</dc:title><dc:creator>Mara Oldin</dc:creator><dc:publisher>Senn Press</dc:publisher>
                <dc:date>2024-05-16</dc:date><dc:language>en</dc:language></metadata><manifest>"""
                        + manifest
                        + "<item id=\"nav\" href=\"nav.xhtml\" media-type=\"application/xhtml+xml\" properties=\"nav\"/></manifest><spine>"
                        + "<itemref idref=\"nav\"/>" + spine + "</spine></package>");
        parts.put("OEBPS/nav.xhtml", page("<body><nav>" + RUNNING + "</nav></body>"));
        return parts;
    }

    private static Map<String, String> chapters(String... namesAndBodies) {
        Map<String, String> chapters = new LinkedHashMap<>();
        for (int i = 0; i < namesAndBodies.length; i += 2) {
            chapters.put(namesAndBodies[i], page(namesAndBodies[i + 1]));
        }
        return chapters;
    }

    @Test
    void eachChapterWithRunningTextIsAnArticleInTheOrderOfTheSpine() {
        Read read = Read.of(
                EPUB,
                Read.zip(book(chapters(
                        "cover.xhtml",
                        "<body><img src=\"x\"/></body>",
                        "title.xhtml",
                        "<body><h1>Ten reports</h1><p>by Mara Oldin</p></body>",
                        "b two.xhtml",
                        "<body><h1>Second <i>first</i></h1><p>" + RUNNING + "</p></body>",
                        "a.xhtml",
                        "<body><p>" + RUNNING + "</p></body>"))));

        assertThat(read.titles()).containsExactly("Second first", "none");
        assertThat(read.article(0).address()).isEqualTo(Read.ADDRESS + "!/OEBPS/b two.xhtml");
        assertThat(Read.paragraphs(read.article(0))).containsExactly("Second first", RUNNING);
        assertThat(read.article(0).metadata().authors()).containsExactly("Mara Oldin");
        assertThat(read.article(0).metadata().outlet()).contains("Senn Press");
        assertThat(read.article(0).metadata().language()).contains("en");
        assertThat(Read.published(read.article(0))).isEqualTo("2024-05-16");
        assertThat(read.article(0).metadata().from())
                .containsEntry("title", "epub")
                .containsEntry("outlet", "epub");
    }

    @Test
    void theTextOfAChapterIsItsBlocks() {
        Read read = Read.of(
                EPUB,
                Read.zip(book(chapters(
                        "a.xhtml",
                        "<body><section><p>“We’re   not\nleaving,” he\u00A0said.<a epub:type=\"noteref\">1</a></p>"
                                + "<blockquote>\"It is over.\"</blockquote><ul><li>One</li><li>Two</li></ul><p>Line<br/>break</p>"
                                + "<aside epub:type=\"footnote\"><p>1 A note.</p></aside><div>" + RUNNING
                                + "<p>Müller &amp; Söhne&#160;\uD83D\uDEA2</p></div>"
                                + "<pre>kept\n  as is</pre><script>no()</script></section></body>"))));

        assertThat(read.paragraphs())
                .containsExactly(
                        "“We’re not leaving,” he\u00A0said.",
                        "\"It is over.\"",
                        "One",
                        "Two",
                        "Line\nbreak",
                        RUNNING,
                        "Müller & Söhne\u00A0\uD83D\uDEA2",
                        "kept\n  as is");
    }

    @Test
    void theTitleOfABookOfOneChapterIsTheBooks() {
        Read read = Read.of(EPUB, Read.zip(book(chapters("a.xhtml", "<body><p>" + RUNNING + "</p></body>"))));

        assertThat(read.metadata().title()).contains("Ten reports");
    }

    @Test
    void aChapterThatIsMissingDoesNotTakeTheOthersAlong() {
        Map<String, String> parts = book(chapters(
                "a.xhtml",
                "<body><p>" + RUNNING + "</p></body>",
                "b.xhtml",
                "<body><h2>B</h2><p>" + RUNNING + "</p></body>"));
        parts.remove("OEBPS/a.xhtml");
        Read read = Read.of(EPUB, Read.zip(parts));

        assertThat(read.titles()).containsExactly("<" + Read.ADDRESS + "!/OEBPS/a.xhtml>", "B");
        assertThat(read.skips().get(0).why()).startsWith("missing");
    }

    @Test
    void protectionAgainstCopyingIsTheReason() {
        Map<String, String> parts = book(chapters("a.xhtml", "<body><p>" + RUNNING + "</p></body>"));
        parts.put(
                "META-INF/encryption.xml",
                "<encryption xmlns:enc=\"http://www.w3.org/2001/04/xmlenc#\"><enc:EncryptedData>"
                        + "<enc:CipherData><enc:CipherReference URI=\"OEBPS/a.xhtml\"/></enc:CipherData></enc:EncryptedData></encryption>");

        assertThat(Read.of(EPUB, Read.zip(parts)).why()).startsWith("protected against copying");
    }

    @Test
    void aBookWithoutRunningTextSaysSo() {
        assertThat(Read.of(EPUB, Read.zip(book(chapters("a.xhtml", "<body><img/></body>"))))
                        .why())
                .startsWith("empty");
        assertThat(Read.of(EPUB, Read.zip(Map.of("mimetype", "application/epub+zip")))
                        .why())
                .startsWith("not a book");
    }
}
