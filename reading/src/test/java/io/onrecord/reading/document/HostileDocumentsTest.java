package io.onrecord.reading.document;

import static io.onrecord.reading.document.WordDocuments.p;
import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.model.Outcome;
import io.onrecord.reading.item.Known;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents that would crash, hang or fill the memory. Surefire gives these tests 512 MB and small stacks. */
class HostileDocumentsTest {

    private static final String MAIL_HEAD =
            "From: Mara Oldin <m@senn.example>\nSubject: Bad\nDate: Thu, 16 May 2024 18:02:00 +0000\n";

    @TempDir
    Path folder;

    @Test
    void entitiesThatGrowAreNotRead() {
        StringBuilder types = new StringBuilder("<!DOCTYPE w:document [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            types.append("<!ENTITY a")
                    .append(i)
                    .append(" \"")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        Map<String, String> parts = WordDocuments.parts(p("&a29;"));
        parts.computeIfPresent("word/document.xml", (name, xml) -> xml.replace("?>", "?>" + types + "]>"));

        assertThat(Read.of(DocumentKind.DOCX, Read.zip(parts)).why()).contains("document type or entities");
    }

    @Test
    void entitiesThatPointOutsideAreNotRead() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "the secret");
        String type = "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>";
        Map<String, String> word = WordDocuments.parts(p("&e;"));
        word.computeIfPresent("word/document.xml", (name, xml) -> xml.replace("?>", "?>" + type));
        String running = "Words that run on and on and on, so that this page is an article of its own. ";
        Map<String, String> book =
                EpubTest.book(Map.of("a.xhtml", type + "<html><body><p>" + running + "&e;</p></body></html>"));
        book.computeIfPresent("META-INF/container.xml", (name, xml) -> type + xml);

        assertThat(Read.of(DocumentKind.DOCX, Read.zip(word)).why()).contains("document type or entities");
        assertThat(Read.of(DocumentKind.EPUB, Read.zip(book)).paragraphs().toString())
                .contains(running.strip())
                .doesNotContain("secret");
    }

    @Test
    void partsThatUnpackWithoutEndAreGivenUp() throws IOException {
        byte[] spaces =
                bomb("word/document.xml", WordDocuments.document(p("One")).replace("<w:body>", "<w:body>\0"));
        byte[] text = bomb("word/document.xml", WordDocuments.document(p("\0")));
        byte[] attribute = bomb("word/document.xml", WordDocuments.document("<w:p w:x=\"\0\"/>"));
        byte[] chapter = bomb("META-INF/container.xml", "<container>\0</container>");

        assertThat(Read.of(DocumentKind.DOCX, spaces).why()).contains("unpacks to more than 48 MiB");
        assertThat(Read.of(DocumentKind.DOCX, text).why())
                .containsAnyOf("characters of text", "longer than any", "unpacks");
        assertThat(Read.of(DocumentKind.DOCX, attribute).outcomes()).hasSize(1);
        assertThat(Read.of(DocumentKind.EPUB, chapter).why()).contains("larger than 16 MiB");
    }

    @Test
    void xmlNestedWithoutEndIsGivenUp() {
        assertThat(Read.of(DocumentKind.DOCX, WordDocuments.docx("<w:x>".repeat(1_000_000)))
                        .why())
                .contains("nested more than");
        assertThat(Read.of(DocumentKind.ODT, WordDocuments.odt("<text:note>".repeat(1_000_000)))
                        .why())
                .contains("nested more than");
    }

    @Test
    void archivesOfTooManyPartsAndDamagedOnesAreGivenUp() {
        Map<String, String> many = new LinkedHashMap<>(WordDocuments.parts(p("One.")));
        for (int i = 0; i < 30_000; i++) {
            many.put("word/" + i, "");
        }
        byte[] whole = WordDocuments.docx(p("One."));

        assertThat(Read.of(DocumentKind.DOCX, Read.zip(many)).why()).contains("more than 20000 parts");
        assertThat(Read.of(DocumentKind.DOCX, Arrays.copyOf(whole, whole.length / 2))
                        .why())
                .contains("cut off");
        for (int at = 0; at < whole.length; at += 3) {
            byte[] broken = whole.clone();
            broken[at] ^= 0x55;

            assertThat(Read.of(DocumentKind.DOCX, broken).outcomes()).hasSize(1);
        }
        byte[] book = Read.zip(EpubTest.book(Map.of("a.xhtml", "<html><body><p>One.</p></body></html>")));
        for (int at = 0; at < book.length; at += 3) {
            byte[] broken = book.clone();
            broken[at] ^= 0x55;

            assertThat(Read.of(DocumentKind.EPUB, broken).outcomes()).hasSize(1);
        }
    }

    @Test
    void documentsLargerThanAllowedAreGivenUp() {
        DocumentLimits small = DocumentLimits.DEFAULT.withDocumentBytes(1000).withArticleBytes(100);
        byte[] text = p("x".repeat(200)).getBytes(StandardCharsets.US_ASCII);

        for (DocumentKind kind : List.of(DocumentKind.PDF, DocumentKind.DOCX, DocumentKind.RTF, DocumentKind.EPUB)) {
            InputStream endless = endless("{\\rtf1 ", text);

            assertThat(Read.of(kind, endless, small, Known.NOTHING).why()).contains("larger than 1000 bytes");
        }
        assertThat(Read.of(DocumentKind.MAIL, endless(MAIL_HEAD + "\n", text), small, Known.NOTHING)
                        .why())
                .contains("more than 400 bytes of text");
        assertThat(Read.of(
                                DocumentKind.DOCX,
                                WordDocuments.docx(p("ü".repeat(60))),
                                DocumentLimits.DEFAULT.withArticleBytes(100))
                        .why())
                .startsWith("more than 100 bytes of text");
        assertThat(Read.of(
                                DocumentKind.DOCX,
                                WordDocuments.docx(p("ü".repeat(50))),
                                DocumentLimits.DEFAULT.withArticleBytes(100))
                        .outcomes()
                        .get(0))
                .isInstanceOf(Outcome.Kept.class);
    }

    @Test
    void richTextNestedOrGoingOnWithoutEndIsGivenUp() {
        assertThat(Read.of(DocumentKind.RTF, "{\\rtf1 " + "{".repeat(2_000_000)).why())
                .contains("nested more than");
        assertThat(Read.of(DocumentKind.RTF, "{\\rtf1 One\\bin2000000000 gone").paragraphs())
                .containsExactly("One");
        assertThat(Read.of(
                                DocumentKind.RTF,
                                "{\\rtf1 One\\" + "a".repeat(3_000_000) + "1".repeat(1000)
                                        + " \\u99999999999? \\uc999999 \\'zz\\'}")
                        .outcomes())
                .hasSize(1);
        assertThat(Read.of(DocumentKind.RTF, "}}}}{\\rtf1 One}").outcomes()).hasSize(1);
        assertThat(Read.of(DocumentKind.RTF, "").why()).startsWith("empty");
        byte[] all = new byte[34_000_000];
        Arrays.fill(all, (byte) 'x');
        System.arraycopy("{\\rtf1 ".getBytes(StandardCharsets.US_ASCII), 0, all, 0, 7);
        assertThat(Read.of(DocumentKind.RTF, all).why()).contains("characters of text");
    }

    @Test
    void mailsOfTooManyPartsAreGivenUp() {
        String mail = MAIL_HEAD + "Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n\nx\n".repeat(1_000_000)
                + "--b--\n";

        assertThat(Read.of(DocumentKind.MAIL, mail).why()).contains("more than 10000 parts");
    }

    @Test
    void mailsNestedWithoutEndAreGivenUp() {
        StringBuilder parts = new StringBuilder(MAIL_HEAD);
        for (int i = 0; i < 20_000; i++) {
            parts.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\n\n--b")
                    .append(i)
                    .append('\n');
        }
        String mails = (MAIL_HEAD + "Content-Type: message/rfc822\n\n").repeat(20_000);

        assertThat(Read.of(DocumentKind.MAIL, parts + "\nx\n").why()).contains("nested more than 50 deep");
        assertThat(Read.of(DocumentKind.MAIL, mails + "\nx\n").why()).contains("nested more than 50 deep");
    }

    @Test
    void headersWithoutEndAreGivenUp() {
        assertThat(Read.of(DocumentKind.MAIL, MAIL_HEAD + "X-A: b\n".repeat(2_000_000) + "\nx\n")
                        .why())
                .contains("beyond all measure");
        assertThat(Read.of(DocumentKind.MAIL, MAIL_HEAD + "X-A: " + "b".repeat(20_000_000) + "\n\nx\n")
                        .why())
                .contains("beyond all measure");
        assertThat(Read.of(DocumentKind.MAIL, MAIL_HEAD + "X-A: b\n" + " c\n".repeat(5_000_000) + "\nx\n")
                        .why())
                .contains("beyond all measure");
        assertThat(Read.of(
                                DocumentKind.MAIL,
                                "Subject: " + "=?utf-8?q?x?= ".repeat(10_000) + "\nFrom: " + "\"".repeat(10_000)
                                        + "(".repeat(10_000) + "\n\nText.\n")
                        .paragraphs())
                .containsExactly("Text.");
    }

    @Test
    void markUpNestedWithoutEndIsReadAllTheSame() {
        String mail = MAIL_HEAD + "Content-Type: text/html\n\n" + "<div>".repeat(100_000) + "Text.";

        assertThat(Read.of(DocumentKind.MAIL, mail).paragraphs()).containsExactly("Text.");
    }

    @Test
    void bytesThatAreNoMailAreNoArticle() {
        byte[] noise = new byte[200_000];
        new java.util.Random(7).nextBytes(noise);

        assertThat(Read.of(DocumentKind.MAIL, noise).outcomes()).hasSize(1);
        assertThat(Read.of(DocumentKind.MAIL, new byte[0]).why()).startsWith("empty");
        assertThat(Read.of(DocumentKind.RTF, noise).outcomes()).hasSize(1);
        assertThat(Read.of(DocumentKind.PDF, noise).why()).startsWith("damaged");
    }

    @Test
    void aPdfOfAMillionPagesIsGivenUp() {
        byte[] wide = new RawPdf()
                .object("<</Type/Catalog/Pages 2 0 R>>")
                .object("<</Type/Pages/Count 1000000/Kids[" + "3 0 R ".repeat(1_000_000) + "]>>")
                .object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>")
                .done();
        // Ten pages of pages of pages: a million, of which all but a few are the same.
        RawPdf pyramid = new RawPdf().object("<</Type/Catalog/Pages 2 0 R>>");
        for (int level = 2; level < 8; level++) {
            pyramid.object("<</Type/Pages/Count 1000000/Kids[" + (level + 1 + " 0 R ").repeat(10) + "]>>");
        }
        pyramid.object("<</Type/Page/MediaBox[0 0 100 100]>>");

        assertThat(Read.of(DocumentKind.PDF, wide).why()).contains("more than 5000 pages");
        assertThat(Read.of(DocumentKind.PDF, pyramid.done(), shortTime()).outcomes())
                .hasSize(1);
        assertThat(Read.of(
                                DocumentKind.PDF,
                                new PdfPages().line("A.", 9, 9, 9).newPage().bytes(),
                                DocumentLimits.DEFAULT.withPages(1))
                        .why())
                .contains("more than 1 pages");
    }

    @Test
    void pagesThatHoldThemselvesOrLieTooDeepAreGivenUp() {
        byte[] loop = new RawPdf()
                .object("<</Type/Catalog/Pages 2 0 R>>")
                .object("<</Type/Pages/Count 1/Kids[3 0 R]>>")
                .object("<</Type/Pages/Count 1/Kids[2 0 R 3 0 R]>>")
                .done();
        RawPdf deep = new RawPdf().object("<</Type/Catalog/Pages 2 0 R>>");
        for (int level = 2; level < 30_000; level++) {
            deep.object("<</Type/Pages/Count 1/Kids[" + (level + 1) + " 0 R]>>");
        }
        deep.object("<</Type/Page/MediaBox[0 0 100 100]>>");
        byte[] nested = new RawPdf()
                .object("<</Type/Catalog/Pages " + "[".repeat(500_000) + ">>")
                .done();

        assertThat(Read.of(DocumentKind.PDF, loop, shortTime()).outcomes()).hasSize(1);
        assertThat(Read.of(DocumentKind.PDF, deep.done(), shortTime()).skips()).hasSize(1);
        assertThat(Read.of(DocumentKind.PDF, nested, shortTime()).skips()).hasSize(1);
    }

    @Test
    void streamsThatUnpackWithoutEndAreGivenUp() {
        byte[] packed = RawPdf.packedSpaces(1500);
        String page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Contents 4 0 R>>";
        byte[] content = onePage(page).stream("/Filter/FlateDecode", packed).done();
        byte[] objects = onePage(page).stream("/Type/ObjStm/N 1/First 10/Filter/FlateDecode", packed)
                .done();
        byte[] hidden = onePage(page).stream("/Filter[/ASCIIHexDecode/FlateDecode]", hex(packed))
                .done();
        byte[] twice =
                onePage(page).stream("/Filter[/LZWDecode/FlateDecode]", packed).done();

        byte[] picture = onePage(page).stream("/Subtype/Image/Width 1/Filter/FlateDecode", packed)
                .done();
        byte[] pictureTwice = onePage(page.replace("4 0 R", "[4 0 R]")).stream(
                        "/Subtype/Image/Width 1/Filter[/RunLengthDecode/FlateDecode]", packed)
                .done();
        byte[] pictureOfObjects = onePage(page).stream("/Subtype/Image/Width 1/N 1/First 10/Filter/FlateDecode", packed)
                .done();
        byte[] pictureInAString = onePage(page).stream(
                        "/N 1/First 10/Filter/FlateDecode/X(\nendobj\n9 0 obj/Subtype/Image/Width 1)", packed)
                .done();

        for (byte[] pdf :
                List.of(content, objects, hidden, twice, picture, pictureTwice, pictureOfObjects, pictureInAString)) {
            assertThat(Read.of(DocumentKind.PDF, pdf).why()).contains("unpacks to more than 96 MiB");
        }
    }

    @Test
    void aPictureMayBeLarge() {
        String page =
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Contents 4 0 R/Resources<</XObject<</A 5 0 R>>/Font<</F<</Type/Font"
                        + "/Subtype/Type1/BaseFont/Helvetica>>>>>>>>";
        byte[] pdf = onePage(page).stream(
                        "", "BT /F 9 Tf 9 50 Td (The dam holds.) Tj ET /A Do".getBytes(StandardCharsets.US_ASCII))
                .stream(
                        "/Type/XObject/Subtype/Image/Width 20000/Height 10000/BitsPerComponent 8/ColorSpace/DeviceGray/Filter/FlateDecode",
                        RawPdf.packedSpaces(200))
                .done();

        assertThat(Read.of(DocumentKind.PDF, pdf).paragraphs()).containsExactly("The dam holds.");
    }

    @Test
    void codesThatUnpackWithoutEndAreGivenUp() {
        byte[] pdf = onePage("<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Contents 4 0 R>>").stream(
                        "/Filter/LZWDecode", growingCodes(60_000))
                .done();

        assertThat(Read.of(DocumentKind.PDF, pdf).why()).contains("unpacks to more than 96 MiB");
    }

    @Test
    void programsThatCallOneAnotherWithoutEndAreEnded() {
        RawPdf pdf = onePage(
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Contents 4 0 R/Resources<</XObject<</A 5 0 R>>>>>>")
                .stream("", "/A Do".getBytes(StandardCharsets.US_ASCII));
        for (int form = 5; form < 30; form++) {
            pdf.stream(
                    "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</A " + (form + 1) + " 0 R>>>>",
                    "/A Do ".repeat(10).getBytes(StandardCharsets.US_ASCII));
        }
        pdf.stream("/Type/XObject/Subtype/Form/BBox[0 0 9 9]", "q Q".getBytes(StandardCharsets.US_ASCII));

        assertThat(Read.of(DocumentKind.PDF, pdf.done(), shortTime()).why()).contains("takes longer than");
    }

    @Test
    void aPdfWithBrokenBytesIsOneOutcome() {
        byte[] whole = new PdfPages()
                .line("“One.”", 72, 90, 11)
                .information("Title", "Mara Oldin")
                .bytes();

        for (int at = 0; at < whole.length; at += 11) {
            byte[] broken = whole.clone();
            broken[at] ^= 0x55;

            assertThat(Read.of(DocumentKind.PDF, broken, shortTime()).outcomes())
                    .hasSize(1);
        }
    }

    private static DocumentLimits shortTime() {
        return DocumentLimits.DEFAULT.withTime(Duration.ofSeconds(3));
    }

    private static RawPdf onePage(String page) {
        return new RawPdf()
                .object("<</Type/Catalog/Pages 2 0 R>>")
                .object("<</Type/Pages/Count 1/Kids[3 0 R]>>")
                .object(page);
    }

    private static byte[] hex(byte[] bytes) {
        return java.util.HexFormat.of().formatHex(bytes).getBytes(StandardCharsets.US_ASCII);
    }

    /** Codes of which each stands for the string of the one before and a letter more, started anew when they are used up. */
    private static byte[] growingCodes(int rounds) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int held = 0;
        int count = 0;
        int next = 0;
        int bits = 9;
        int code = 256;
        for (int i = 0; i < rounds; i++) {
            held = held << bits | code;
            count += bits;
            while (count >= 8) {
                count -= 8;
                out.write(held >> count);
                held &= (1 << count) - 1;
            }
            if (code == 256) {
                code = 'a';
                next = 257;
                bits = 9;
                continue;
            }
            next++;
            bits = next >= 2047 ? 12 : next >= 1023 ? 11 : next >= 511 ? 10 : 9;
            // The table is full: its longest string, time and again.
            code = Math.min(next, 4094);
        }
        return out.toByteArray();
    }

    /** An archive with one part, in which a zero stands for 60 MB of spaces. */
    private static byte[] bomb(String name, String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] spaces = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
        int at = content.indexOf('\0');
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content.substring(0, at).getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 60; i++) {
                zip.write(spaces);
            }
            zip.write(content.substring(at + 1).getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }

    private static InputStream endless(String start, byte[] block) {
        List<InputStream> parts = new java.util.ArrayList<>();
        parts.add(new ByteArrayInputStream(start.getBytes(StandardCharsets.US_ASCII)));
        for (int i = 0; i < 10_000; i++) {
            parts.add(new ByteArrayInputStream(block));
        }
        return new SequenceInputStream(Collections.enumeration(parts));
    }
}
