package io.onrecord.reading.document;

import static io.onrecord.reading.document.DocumentKind.DOCX;
import static io.onrecord.reading.document.WordDocuments.docx;
import static io.onrecord.reading.document.WordDocuments.p;
import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.model.Capture;
import io.onrecord.model.Metadata;
import io.onrecord.reading.item.Known;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DocxTest {

    @Test
    void eachParagraphIsOneToTheCharacter() {
        Read read = Read.of(
                DOCX,
                docx(p("“We’re not walking away – nobody is,” Ilan Serrat said.")
                        + p("")
                        + p("\"It is over,\" Mara Oldin said in Köln. \uD83D\uDEA2 The \uFB01sh market is shut.")));

        assertThat(read.paragraphs())
                .containsExactly(
                        "“We’re not walking away – nobody is,” Ilan Serrat said.",
                        "\"It is over,\" Mara Oldin said in Köln. \uD83D\uDEA2 The \uFB01sh market is shut.");
        assertThat(read.article().address()).isEqualTo(Read.ADDRESS);
    }

    @Test
    void runsOfOneParagraphAreJoinedAsTheyStand() {
        Read read = Read.of(
                DOCX,
                docx("<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>“We </w:t></w:r>"
                        + "<w:hyperlink><w:r><w:t>will</w:t></w:r></w:hyperlink><w:r><w:t xml:space=\"preserve\"> appeal</w:t>"
                        + "<w:noBreakHyphen/><w:t>now</w:t><w:softHyphen/><w:tab/><w:t>he said.</w:t></w:r></w:p>"));

        assertThat(read.paragraphs()).containsExactly("“We will appeal\u2011now\the said.");
    }

    @Test
    void whatWasDeletedUnderTrackingIsNotTheTextAndWhatWasInsertedIs() {
        Read read = Read.of(
                DOCX,
                docx("<w:p><w:r><w:t>Serrat </w:t></w:r><w:del><w:r><w:delText>denied</w:delText></w:r></w:del>"
                        + "<w:ins><w:r><w:t>confirmed</w:t></w:r></w:ins><w:moveFrom><w:r><w:t> twice</w:t></w:r></w:moveFrom>"
                        + "<w:r><w:t> it.</w:t></w:r></w:p>"));

        assertThat(read.paragraphs()).containsExactly("Serrat confirmed it.");
    }

    @Test
    void hiddenTextFieldsNotesAndMathsAreNotTheText() {
        Read read = Read.of(
                DOCX,
                docx(
                        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>"
                                + "<w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>Shown</w:t></w:r>"
                                + "<w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>HYPERLINK x</w:instrText></w:r>"
                                + "<w:r><w:footnoteReference w:id=\"2\"/><w:t>.</w:t></w:r><m:oMath><m:r><m:t>E=mc</m:t></m:r></m:oMath></w:p>"));

        assertThat(read.paragraphs()).containsExactly("Shown.");
    }

    @Test
    void cellsOfTablesAndTextBoxesAreParagraphs() {
        Read read = Read.of(
                DOCX,
                docx("<w:tbl><w:tblPr><w:x/></w:tblPr><w:tr><w:tc>" + p("Avenia") + "</w:tc><w:tc>" + p("Velia")
                        + "</w:tc></w:tr></w:tbl>"
                        + "<w:p><w:r><w:t>Around</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>"
                        + p("In the box")
                        + "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>" + p("In the box")
                        + "</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t> it</w:t></w:r></w:p>"));

        assertThat(read.paragraphs()).containsExactly("Avenia", "Velia", "In the box", "Around it");
    }

    @Test
    void aLineBreakStaysWithinItsParagraphAndTwoEndIt() {
        Read read = Read.of(
                DOCX, docx("<w:p><w:r><w:t>One</w:t><w:br/><w:t>two</w:t><w:br/><w:br/><w:t>three</w:t></w:r></w:p>"));

        assertThat(read.paragraphs()).containsExactly("One\ntwo", "three");
    }

    @Test
    void titleAuthorsAndDateComeFromTheProperties() {
        Metadata metadata = Read.of(DOCX, docx(p("Text."))).metadata();

        assertThat(metadata.title()).contains("Harbour to stay open");
        assertThat(metadata.authors()).containsExactly("Mara Oldin", "Ilan Serrat");
        assertThat(metadata.published().orElseThrow().value()).isEqualTo("2024-05-16T09:30:00Z");
        assertThat(metadata.published().orElseThrow().from()).isEqualTo("docx");
        assertThat(metadata.from()).isEqualTo(Map.of("title", "docx", "authors", "docx"));
    }

    @Test
    void whatIsKnownFromOutsideGoesBeforeTheProperties() {
        Capture capture = new Capture(
                Optional.of("2024-05-17T00:00:00Z"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        Metadata outside = new Metadata(
                Optional.empty(),
                Optional.of("As the feed has it"),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(capture),
                Map.of("title", "feed"));
        Read read = Read.of(
                DOCX,
                new ByteArrayInputStream(docx(p("Text."))),
                DocumentLimits.DEFAULT,
                new Known(Optional.empty(), Optional.empty(), Optional.empty(), outside));

        assertThat(read.metadata().title()).contains("As the feed has it");
        assertThat(read.metadata().from()).isEqualTo(Map.of("title", "feed", "authors", "docx"));
        assertThat(read.metadata().capture()).contains(capture);
    }

    @Test
    void theMainPartMayHaveAnotherName() {
        Map<String, String> parts = WordDocuments.parts("");
        parts.remove("word/document.xml");
        parts.put("_rels/.rels", """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1"
                  Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="/word/document2.xml"/>
                </Relationships>
                """);
        parts.put("word/document2.xml", WordDocuments.document(p("Text.")));

        assertThat(Read.of(DOCX, Read.zip(parts)).paragraphs()).containsExactly("Text.");
    }

    @Test
    void aDocumentWithoutTextSaysSo() {
        assertThat(Read.of(DOCX, docx(p(" "))).why()).isEqualTo("empty: there is no text in it");
    }

    @Test
    void anArchiveThatIsNoDocumentSaysSo() {
        assertThat(Read.of(DOCX, Read.zip(Map.of("a.txt", "One."))).why()).startsWith("not a word-processor document");
    }
}
