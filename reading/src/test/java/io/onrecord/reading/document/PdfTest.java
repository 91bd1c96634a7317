package io.onrecord.reading.document;

import static io.onrecord.reading.document.DocumentKind.PDF;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PdfTest {

    private static final String FIRST =
            "“We’re not walking away – nobody is,” Ilan Serrat told reporters in Port Senn on Thursday. “What the union"
                    + " claims is simply wrong, and everybody in the harbour knows that it is.” He would not say who had called the meeting off.";

    private static final String SECOND =
            "\"It is over,\" Mara Lindqvist of the dockers’ union said in Köln. She insisted that the ministry had"
                    + " cancelled the talks itself, and that nobody had been told of any other date before the evening.";

    private static final String THIRD =
            "Witnesses said about 400 people had gathered outside the old customs house. Police put the number at fewer"
                    + " than 150, which the opposition called an insult.";

    @Test
    void linesAreJoinedToTheParagraphsThatGapsPart() {
        PdfPages pages = new PdfPages();
        pages.line("Harbour to stay open", 72, 90, 20);
        float y = pages.paragraph(FIRST, 72, 130, 400, 0);
        y = pages.paragraph(SECOND, 72, y + 8, 400, 0);
        pages.paragraph(THIRD, 72, y + 8, 400, 0);

        assertThat(Read.of(PDF, pages.bytes()).paragraphs())
                .containsExactly("Harbour to stay open", FIRST, SECOND, THIRD);
    }

    @Test
    void indentationPartsParagraphsToo() {
        PdfPages pages = new PdfPages();
        float y = pages.paragraph(FIRST, 72, 90, 400, 14);
        y = pages.paragraph(SECOND, 72, y, 400, 14);
        pages.paragraph(THIRD, 72, y, 400, 14);

        assertThat(Read.of(PDF, pages.bytes()).paragraphs()).containsExactly(FIRST, SECOND, THIRD);
    }

    @Test
    void aLineThatStopsShortEndsAParagraph() {
        PdfPages pages = new PdfPages();
        float y = pages.paragraph(FIRST, 72, 90, 380, 0);
        y = pages.paragraph(SECOND, 72, y, 380, 0);
        pages.paragraph(THIRD, 72, y, 380, 0);

        assertThat(Read.of(PDF, pages.bytes()).paragraphs()).containsExactly(FIRST, SECOND, THIRD);
    }

    @Test
    void aParagraphGoesOnOverColumnsAndPages() {
        List<String> lines = PdfPages.broken(FIRST + " " + SECOND + " " + THIRD, 150, 150);
        PdfPages pages = new PdfPages();
        // Neither column nor page ends as a sentence does.
        int perColumn = lines.size() / 3;
        for (int i = 0; i < lines.size(); i++) {
            int column = i / perColumn;
            if (column >= 2 && i == 2 * perColumn) {
                pages.newPage();
            }
            pages.line(lines.get(i), column == 1 ? 260 : 72, 90 + PdfPages.LEADING * (i - column * perColumn), 11);
        }
        assertThat(List.of(lines.get(perColumn - 1), lines.get(2 * perColumn - 1)))
                .noneMatch(line -> line.endsWith(".") || line.endsWith("”"));

        assertThat(Read.of(PDF, pages.bytes()).paragraphs()).containsExactly(FIRST + " " + SECOND + " " + THIRD);
    }

    @Test
    void columnsThatTheProgramSetsRowByRowAreReadOneAfterTheOther() {
        List<String> left = PdfPages.broken(FIRST, 200, 200);
        List<String> right = PdfPages.broken(SECOND, 200, 200);
        PdfPages pages = new PdfPages().line("A headline that stands across both of the columns", 72, 60, 18);
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            if (i < left.size()) {
                pages.line(left.get(i), 72, 90 + PdfPages.LEADING * i, 11);
            }
            if (i < right.size()) {
                pages.line(right.get(i), 288, 90 + PdfPages.LEADING * i, 11);
            }
        }

        assertThat(Read.of(PDF, pages.bytes()).paragraphs())
                .containsExactly("A headline that stands across both of the columns", FIRST, SECOND);
    }

    @Test
    void tablesAreReadRowByRow() {
        PdfPages pages = new PdfPages();
        for (int i = 0; i < 6; i++) {
            pages.line("Avenia " + i, 72, 90 + PdfPages.LEADING * i, 11)
                    .line(i + " per cent", 288, 90 + PdfPages.LEADING * i, 11);
        }

        assertThat(String.join("|", Read.of(PDF, pages.bytes()).paragraphs()))
                .containsSubsequence("Avenia 0", "0 per cent", "Avenia 1", "1 per cent", "Avenia 5", "5 per cent");
    }

    @Test
    void wordsBrokenAtTheEndOfALineAreMendedAndRealHyphensStay() {
        PdfPages pages = new PdfPages();
        String[] lines = {
            "The govern-",
            "ment of Avenia and its long-",
            "term plan were called a well-",
            "known mistake by the Velia-",
            "Avenia council, an ex-",
            "minister and 20-",
            "year-old students; the long-term plan is over."
        };
        for (int i = 0; i < lines.length; i++) {
            pages.line(lines[i], 72, 90 + PdfPages.LEADING * i, 11);
        }

        assertThat(Read.of(PDF, pages.bytes()).paragraphs())
                .containsExactly(
                        "The government of Avenia and its long-term plan were called a well-known mistake by the Velia-Avenia"
                                + " council, an ex-minister and 20-year-old students; the long-term plan is over.");
    }

    @Test
    void runningHeadsFeetAndPageNumbersAreNotTheText() {
        PdfPages pages = new PdfPages();
        for (int i = 1; i <= 3; i++) {
            if (i > 1) {
                pages.newPage();
            }
            pages.line("The Avenia Times, 16 May 2024", 72, 40, 9);
            pages.paragraph(i == 1 ? FIRST : i == 2 ? SECOND : THIRD, 72, 90, 400, 0);
            pages.line("Page " + i + " of 3", 280, 800, 9);
            pages.line(String.valueOf(i + 10), 500, 800, 9);
        }

        assertThat(Read.of(PDF, pages.bytes()).paragraphs()).containsExactly(FIRST, SECOND, THIRD);
    }

    @Test
    void titleAuthorAndDateComeFromTheInformation() {
        Read read = Read.of(
                PDF,
                new PdfPages()
                        .line("Text.", 72, 90, 11)
                        .information("Harbour to stay open", "Mara Oldin; Tavo Brenn")
                        .bytes());

        assertThat(read.metadata().title()).contains("Harbour to stay open");
        assertThat(read.metadata().authors()).containsExactly("Mara Oldin", "Tavo Brenn");
        assertThat(Read.published(read.article())).isEqualTo("2024-05-16T11:02:00+02:00");
        assertThat(read.metadata().published().orElseThrow().from()).isEqualTo("pdf");
        assertThat(read.metadata().from()).isEqualTo(Map.of("title", "pdf", "authors", "pdf"));
    }

    @Test
    void whatProgramsPutAsATitleIsNone() {
        for (String title : List.of("Microsoft Word - final2.doc", "untitled", "page3.indd", " ")) {
            Read read = Read.of(
                    PDF,
                    new PdfPages()
                            .line("Text.", 72, 90, 11)
                            .information(title, "")
                            .bytes());

            assertThat(read.metadata().title()).isEmpty();
            assertThat(read.metadata().authors()).isEmpty();
        }
    }

    @Test
    void aDocumentThatOpensWithoutAPasswordIsReadThoughItIsEncrypted() {
        assertThat(Read.of(
                                PDF,
                                new PdfPages()
                                        .line("Text.", 72, 90, 11)
                                        .locked("", true)
                                        .bytes())
                        .paragraphs())
                .containsExactly("Text.");
    }

    @Test
    void aPasswordIsTheReason() {
        assertThat(Read.of(
                                PDF,
                                new PdfPages()
                                        .line("Text.", 72, 90, 11)
                                        .locked("secret", true)
                                        .bytes())
                        .why())
                .startsWith("protected by a password");
    }

    @Test
    void anOwnerWhoForbidsItIsTheReason() {
        assertThat(Read.of(
                                PDF,
                                new PdfPages()
                                        .line("Text.", 72, 90, 11)
                                        .locked("", false)
                                        .bytes())
                        .why())
                .startsWith("its owner does not allow");
    }

    @Test
    void pagesWithoutTextArePicturesAndSaidToBeSo() {
        assertThat(Read.of(PDF, new PdfPages().bytes()).why()).startsWith("there is no text in it");
        assertThat(Read.of(
                                PDF,
                                new PdfPages()
                                        .line("Text.", 72, 90, 11)
                                        .newPage()
                                        .bytes())
                        .notes())
                .containsExactly(Read.ADDRESS + ": 1 of 2 pages hold no text, they are pictures or empty");
    }

    @Test
    void aDamagedFileSaysSo() {
        byte[] whole = new PdfPages().line("Text.", 72, 90, 11).bytes();

        assertThat(Read.of(PDF, "%PDF-1.7\nnothing more").why()).startsWith("damaged");
        assertThat(Read.of(PDF, new byte[0]).why()).startsWith("damaged");
        for (int length = 10; length < whole.length; length += 37) {
            Read cut = Read.of(PDF, Arrays.copyOf(whole, length));

            assertThat(cut.outcomes()).hasSize(1);
        }
    }

    @Test
    void anExportOfADatabaseIsSplit() {
        PdfPages pages = new PdfPages();
        int page = 0;
        for (String article : NewsExportTest.NEXIS_UNI.split("(?<=End of Document\n)", -1)) {
            if (article.isBlank()) {
                continue;
            }
            if (page++ > 0) {
                pages.newPage();
            }
            pages.line("Page " + page + " of 2", 280, 30, 9);
            float y = 60;
            for (String line : article.lines().toList()) {
                y = pages.paragraph(line.replace("\uD83D\uDEA2", "").strip(), 72, y, 450, 0) + 8;
            }
        }
        Read read = Read.of(PDF, pages.bytes());

        assertThat(read.titles()).containsExactly("Harbour to stay open", "Velia denies it");
        assertThat(read.article(0).metadata().outlet()).contains("The Avenia Times");
        assertThat(Read.paragraphs(read.article(1)))
                .containsExactly("Velia denied on Wednesday that it had closed the border.");
    }
}
