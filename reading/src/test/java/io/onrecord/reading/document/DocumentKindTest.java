package io.onrecord.reading.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.model.Metadata;
import io.onrecord.reading.item.Known;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class DocumentKindTest {

    private static Optional<DocumentKind> of(String head, Known known) {
        return DocumentKind.of(head.getBytes(StandardCharsets.ISO_8859_1), known);
    }

    private static Optional<DocumentKind> of(String head) {
        return of(head, Known.NOTHING);
    }

    @Test
    void documentsAreToldByTheirFirstBytes() {
        assertThat(of("%PDF-1.4\n")).contains(DocumentKind.PDF);
        assertThat(of("\r\n\r\nsome bytes before %PDF-1.4\n")).contains(DocumentKind.PDF);
        assertThat(of("{\\rtf1\\ansi ")).contains(DocumentKind.RTF);
        assertThat(DocumentKind.of(WordDocuments.docx(WordDocuments.p("One.")), Known.NOTHING))
                .contains(DocumentKind.DOCX);
        assertThat(DocumentKind.of(WordDocuments.odt("<text:p>One.</text:p>"), Known.NOTHING))
                .contains(DocumentKind.ODT);
        assertThat(DocumentKind.of(Read.zip(EpubTest.book(Map.of())), Known.NOTHING))
                .contains(DocumentKind.EPUB);
    }

    @Test
    void otherArchivesAreNoDocuments() {
        assertThat(DocumentKind.of(Read.zip(Map.of("a.txt", "One.")), Known.NOTHING))
                .isEmpty();
        assertThat(DocumentKind.of(Read.zip(Map.of("xl/workbook.xml", "<x/>")), Known.named("a.xlsx")))
                .isEmpty();
        assertThat(DocumentKind.of(
                        Read.zip(Map.of("mimetype", "application/vnd.oasis.opendocument.spreadsheet")), Known.NOTHING))
                .isEmpty();
    }

    @Test
    void anArchiveWhosePartsStandOtherwiseIsToldByItsNameOrType() {
        byte[] zip = Read.zip(Map.of("a.txt", "One."));
        Known typed = new Known(
                Optional.empty(), Optional.of(DocumentKind.EPUB.mediaType()), Optional.empty(), Metadata.NONE);

        assertThat(DocumentKind.of(zip, Known.named("Report.DOCX"))).contains(DocumentKind.DOCX);
        assertThat(DocumentKind.of(zip, typed)).contains(DocumentKind.EPUB);
    }

    @Test
    void whatHoldsAPdfAtItsBeginningIsNone() {
        String tar = "a.pdf" + "\0".repeat(252) + "ustar" + "\0".repeat(250) + "%PDF-1.4\n";
        for (String holder : List.of(
                tar,
                "WARC/1.0\r\nWARC-Type: response\r\n\r\nHTTP/1.1 200 OK\r\n\r\n%PDF-1.4\n",
                "{\"id\": \"1\", \"text\": \"It begins with %PDF-1.4, he said.\"}",
                "<p>It begins with %PDF-1.4, he said.</p>")) {
            assertThat(of(holder)).as(holder).isEmpty();
        }
        assertThat(of("From: a@b.example\nTo: c@d.example\nSubject: S\n\n%PDF-1.4"))
                .contains(DocumentKind.MAIL);
        assertThat(of("<junk>\n%PDF-1.4", Known.named("a.pdf"))).contains(DocumentKind.PDF);
    }

    @Test
    void aBookThatPacksWhatItIsIsToldByItsPartsAndItsName() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("Mimetype", "application/epub+zip");
        parts.put("META-INF/container.xml", "<container/>");
        byte[] packed = Read.zip(parts);
        packed[30] = 'm';

        assertThat(DocumentKind.of(packed, Known.NOTHING)).contains(DocumentKind.EPUB);

        byte[] alone = Read.zip(Map.of("Mimetype", "application/epub+zip"));
        alone[30] = 'm';
        assertThat(DocumentKind.of(alone, Known.named("book.epub"))).contains(DocumentKind.EPUB);
    }

    @Test
    void whatStandsWithinTheEntriesOfAnArchiveMakesItNoDocument() throws IOException {
        byte[] words = "A password/user name, a word/phrase.".getBytes(StandardCharsets.UTF_8);
        byte[] document = WordDocuments.docx(WordDocuments.p("One."));

        assertThat(DocumentKind.of(stored("a.txt", words), Known.NOTHING)).isEmpty();
        assertThat(DocumentKind.of(stored("a.docx", document), Known.NOTHING)).isEmpty();
        assertThat(DocumentKind.of(Read.zip(Map.of("sword/a.xml", "One.")), Known.NOTHING))
                .isEmpty();
        assertThat(DocumentKind.of(Arrays.copyOf(document, 33), Known.NOTHING)).isEmpty();
    }

    private static byte[] stored(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            CRC32 sum = new CRC32();
            sum.update(content);
            ZipEntry entry = new ZipEntry(name);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(content.length);
            entry.setCrc(sum.getValue());
            zip.putNextEntry(entry);
            zip.write(content);
        }
        return bytes.toByteArray();
    }

    @Test
    void mailsAreToldByTheirHeaders() {
        assertThat(of("Received: from x\r\n by y\r\nFrom: a@b.example\r\nSubject: S\r\n\r\nText"))
                .contains(DocumentKind.MAIL);
        assertThat(of("Subject: S\n\nText", Known.named("a.eml"))).contains(DocumentKind.MAIL);
        assertThat(of("From mara@senn.example Thu May 16 18:02:00 2024\nSubject: S\n\nText"))
                .contains(DocumentKind.MAILBOX);
        assertThat(of("From - Thu May 16 18:02:00 2024\nX-Mozilla-Status: 0001\n", Known.named("Inbox.mbox")))
                .contains(DocumentKind.MAILBOX);
    }

    @Test
    void textIsNoMail() {
        assertThat(of("From: the harbour\nSubject: none\n\nText")).isEmpty();
        assertThat(of("From Port Senn it is three hours, said Thursday 18:02 edition.\n\nText"))
                .isEmpty();
        assertThat(of("Serrat: We will.\nOldin: When?\n", Known.named("a.eml"))).isEmpty();
        assertThat(of("")).isEmpty();
    }
}
