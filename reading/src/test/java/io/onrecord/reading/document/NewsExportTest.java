package io.onrecord.reading.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.model.Article;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class NewsExportTest {

    /** The older layout of Nexis, with a cover above. */
    static final String NEXIS_PLAIN = """




            Download Request: Selected Items: 1-3
            Time Of Request: Friday, May 17, 2024  09:12:00

            Terms: (harbour and Avenia)


                                           1 of 3 DOCUMENTS



                                       The Avenia Times

                                    May 16, 2024 Thursday
                                        Final Edition;
                                           National

            Harbour to stay open, says minister, as talks with
            the dockers go on

            BYLINE: Mara Oldin, Political Editor and Tavo Brenn in Port Senn

            SECTION: NEWS; Pg. 3

            LENGTH: 412 words

            DATELINE: PORT SENN

            HIGHLIGHT: The union calls the plan wrong.

            "We're not walking away - nobody is," Ilan Serrat told reporters on Thursday
            in Port Senn. "What the union claims is simply wrong, and it knows that it
            is."

            The union's spokeswoman insisted that the ministry had cancelled the meeting
            itself.

            LOAD-DATE: May 16, 2024

            LANGUAGE: ENGLISH

            PUBLICATION-TYPE: Newspaper


                                Copyright 2024 Avenia Times Ltd
                                      All Rights Reserved

                                           2 of 3 DOCUMENTS


                         Copyright 2003 Velia Broadcasting Corporation
                                      All Rights Reserved
                                        Velia Evening Post

                                   March 3, 2003, Monday, 6:02 PM GMT

            SECTION: Pg. 1

            LENGTH: 1,024 words

            HEADLINE: Velia denies it

            BYLINE: JON O'DANE

            BODY:
               Velia denied on Monday that it had closed the border.

               NOTES: so begins a paragraph that is none of the fields' names here?

            LOAD-DATE: March 4, 2003

                                           3 of 3 DOCUMENTS


                                       The Avenia Times

                                      16 May 2024 Thursday

            Short

            LENGTH: 9 words

            Nothing more is known, the ministry said on Thursday.
            """;

    /** The newer layout of Nexis: lines as a word processor has them. */
    static final String NEXIS_UNI = """
            User Name: A Reader
            Date and Time: Friday, May 17, 2024 9:12:00 AM GMT
            Job Number: 123
            Documents (2)
            1. Harbour to stay open
            2. Velia denies it
            Harbour to stay open
            The Avenia Times
            May 16, 2024 Thursday 6:02 PM GMT
            Final Edition
            Copyright 2024 Avenia Times Ltd All Rights Reserved
            Section: NEWS; Pg. 3
            Length: 412 words
            Byline: Mara Oldin and Tavo Brenn
            Dateline: PORT SENN
            Body

            “We’re not walking away – nobody is,” Ilan Serrat told reporters in Port Senn. “What the union claims is simply wrong.”
            Length: so begins a line of the text.
            The union’s spokeswoman insisted that the ministry had cancelled the meeting itself. \uD83D\uDEA2
            Graphic

            Photo of the harbour
            Classification

            Language: ENGLISH
            Publication-Type: Newspaper
            Load-Date: May 16, 2024
            End of Document
            Velia denies it
            Velia Evening Post
            May 15, 2024 Wednesday
            Copyright 2024 Velia Evening Post
            Length: 20 words
            Body

            Velia denied on Wednesday that it had closed the border.
            Load-Date: May 15, 2024
            End of Document
            """;

    /** Factiva with indexing. */
    static final String FACTIVA_CODED = """
            HD
            Harbour to stay open,
            says minister
            BY
            By Mara Oldin
            WC
            412 words
            PD
            16 May 2024
            ET
            18:02
            SN
            The Avenia Times
            SC
            AVTIM
            PG
            3
            LA
            English
            CY
            (c) 2024 Avenia Times Ltd.

            LP
            “We’re not walking away – nobody is,” Ilan Serrat told reporters.

            TD
            IN PORT SENN the union insisted that the ministry had cancelled the meeting itself.

            BY Thursday it was clear that nobody would walk away.

            RE AND NS are no codes here.

            CO
            avtims : Avenia Times Ltd
            IN ishp : Shipping
            NS
            gpol : Domestic Politics
            RE
            avenia : Avenia
            PUB Avenia Times Ltd
            AN
            Document AVTIM00020240516ek5g0001b


            HD  Velia denies it
            BY  Jon O'Dane
            WC  20 words
            PD  15 May 2024
            SN  Velia Evening Post
            LA  English
            LP  Velia denied on Wednesday that it had closed the border.
            AN  Document VELIAP0020240515ek5f00002
            """;

    /** Factiva as it is shown, without codes. */
    static final String FACTIVA_SHOWN = """
            News
            Harbour to stay open, says minister

            Mara Oldin and Tavo Brenn
            412 words
            16 May 2024
            18:02
            The Avenia Times
            AVTIM
            Final
            3
            English
            (c) 2024 Avenia Times Ltd. All rights reserved.

            “We’re not walking away – nobody is,” Ilan Serrat told reporters.

            The union insisted that the ministry had cancelled the meeting itself.

            Document AVTIM00020240516ek5g0001b

            Velia denies it
            1,020 words
            15 May 2024
            Velia Evening Post
            VELIAP
            English
            © 2024 Velia Evening Post

            Velia denied on Wednesday that it had closed the border.

            Document VELIAP0020240515ek5f00002

            Search Summary
            Text harbour and Avenia
            """;

    @Test
    void theOlderLayoutOfNexisIsSplitIntoItsArticles() {
        Read read = Read.export(NEXIS_PLAIN);

        assertThat(read.titles())
                .containsExactly(
                        "Harbour to stay open, says minister, as talks with the dockers go on",
                        "Velia denies it",
                        "Short");
        Article first = read.article(0);
        assertThat(first.address()).isEqualTo(Read.ADDRESS + "#1");
        assertThat(first.metadata().outlet()).contains("The Avenia Times");
        assertThat(first.metadata().authors()).containsExactly("Mara Oldin", "Tavo Brenn");
        assertThat(first.metadata().language()).contains("en");
        assertThat(Read.published(first)).isEqualTo("2024-05-16");
        assertThat(first.metadata().published().orElseThrow().from()).isEqualTo("nexis");
        assertThat(first.metadata().from()).containsEntry("outlet", "nexis").containsEntry("authors", "nexis");
        assertThat(first.text().value())
                .startsWith(
                        "\"We're not walking away - nobody is,\" Ilan Serrat told reporters on Thursday\nin Port Senn.")
                .endsWith("had cancelled the meeting\nitself.");
        assertThat(Read.paragraphs(first)).hasSize(2);
    }

    @Test
    void rightsAboveTheOutletAndLabelsAroundTheTextAreFine() {
        Article second = Read.export(NEXIS_PLAIN).article(1);

        assertThat(second.metadata().outlet()).contains("Velia Evening Post");
        assertThat(second.metadata().authors()).containsExactly("JON O'DANE");
        assertThat(Read.published(second)).isEqualTo("2003-03-03T18:02:00Z");
        assertThat(second.text().value()).startsWith("   Velia denied").doesNotContain("LOAD-DATE");
    }

    @Test
    void theNewerLayoutOfNexisIsSplitIntoItsArticles() {
        Read read = Read.export(NEXIS_UNI);

        assertThat(read.titles()).containsExactly("Harbour to stay open", "Velia denies it");
        Article first = read.article(0);
        assertThat(first.metadata().outlet()).contains("The Avenia Times");
        assertThat(first.metadata().authors()).containsExactly("Mara Oldin", "Tavo Brenn");
        assertThat(first.metadata().language()).contains("en");
        assertThat(Read.published(first)).isEqualTo("2024-05-16T18:02:00Z");
        assertThat(Read.paragraphs(first))
                .containsExactly(
                        "“We’re not walking away – nobody is,” Ilan Serrat told reporters in Port Senn. “What the union claims is simply wrong.”",
                        "Length: so begins a line of the text.",
                        "The union’s spokeswoman insisted that the ministry had cancelled the meeting itself. \uD83D\uDEA2");
        assertThat(Read.paragraphs(read.article(1)))
                .containsExactly("Velia denied on Wednesday that it had closed the border.");
    }

    @Test
    void factivaWithCodesIsSplitIntoItsArticles() {
        Read read = Read.export(FACTIVA_CODED);

        assertThat(read.titles()).containsExactly("Harbour to stay open, says minister", "Velia denies it");
        Article first = read.article(0);
        assertThat(first.metadata().outlet()).contains("The Avenia Times");
        assertThat(first.metadata().authors()).containsExactly("Mara Oldin");
        assertThat(first.metadata().language()).contains("en");
        assertThat(Read.published(first)).isEqualTo("2024-05-16T18:02:00");
        assertThat(Read.paragraphs(first))
                .containsExactly(
                        "“We’re not walking away – nobody is,” Ilan Serrat told reporters.",
                        "IN PORT SENN the union insisted that the ministry had cancelled the meeting itself.",
                        "BY Thursday it was clear that nobody would walk away.",
                        "RE AND NS are no codes here.");
        assertThat(read.article(1).metadata().authors()).containsExactly("Jon O'Dane");
    }

    @Test
    void factivaAsItIsShownIsSplitIntoItsArticles() {
        Read read = Read.export(FACTIVA_SHOWN);

        assertThat(read.titles()).containsExactly("Harbour to stay open, says minister", "Velia denies it");
        Article first = read.article(0);
        assertThat(first.metadata().outlet()).contains("The Avenia Times");
        assertThat(first.metadata().authors()).containsExactly("Mara Oldin", "Tavo Brenn");
        assertThat(Read.published(first)).isEqualTo("2024-05-16T18:02:00");
        assertThat(Read.paragraphs(first)).hasSize(2).first().asString().startsWith("“We’re not");
        assertThat(read.article(1).metadata().authors()).isEmpty();
        assertThat(Read.paragraphs(read.article(1)))
                .containsExactly("Velia denied on Wednesday that it had closed the border.");
    }

    @Test
    void lineEndsOfWindowsMakeNoDifference() {
        for (String export : List.of(NEXIS_PLAIN, NEXIS_UNI, FACTIVA_CODED, FACTIVA_SHOWN)) {
            Read plain = Read.export(export);
            Read windows = Read.export(export.replace("\n", "\r\n"));

            assertThat(windows.articles()).isEqualTo(plain.articles());
        }
    }

    @Test
    void anArticleThatIsLaidOutOtherwiseIsSkippedAndTheRestRead() {
        Read read = Read.export(NEXIS_PLAIN.replace("LENGTH: 1,024 words", ""));

        assertThat(read.titles()).element(1).isEqualTo("<" + Read.ADDRESS + "#2>");
        assertThat(read.articles()).hasSize(2);
        assertThat(read.skips().get(0).why())
                .startsWith("not laid out as the other articles")
                .contains("Copyright 2003 Velia");
    }

    @Test
    void anArticleAboutDatabasesIsNoExport() {
        assertThat(NewsExport.of("Document 1 of 25\n\nThe report is the first of 25, he said.\n"))
                .isEmpty();
        assertThat(NewsExport.of("The film ends with the words\n\nEnd of Document\n\nand LENGTH: 412 words.\n"))
                .isEmpty();
        assertThat(NewsExport.of("HD\nA title\nLP\nA text\n")).isEmpty();
        assertThat(NewsExport.of("A text.\nDocument AVTIM00020240516ek5g0001b\n"))
                .isEmpty();
        assertThat(NewsExport.of("")).isEmpty();
    }

    @Test
    void theBeginningShowsThatATextMayBeAnExport() {
        assertThat(NewsExport.hasMark(NEXIS_PLAIN.substring(0, 600))).isTrue();
        assertThat(NewsExport.hasMark(FACTIVA_SHOWN)).isTrue();
        assertThat(NewsExport.hasMark(NEXIS_UNI)).isTrue();
        assertThat(NewsExport.hasMark("One of 25 documents says so.\n".repeat(100)))
                .isFalse();
    }

    @Test
    void anExportIsSplitInWhateverFormItWasSaved() {
        String word = NEXIS_UNI
                .lines()
                .map(line -> WordDocuments.p(line.replace("&", "&amp;")))
                .collect(Collectors.joining());
        Read docx = Read.of(DocumentKind.DOCX, WordDocuments.docx(word));
        StringBuilder rtf = new StringBuilder("{\\rtf1\\ansi\\uc1{\\info{\\title ignored}}");
        FACTIVA_CODED.lines().forEach(line -> {
            line.chars().forEach(c -> rtf.append(c < 128 ? String.valueOf((char) c) : "\\u" + (short) c + "?"));
            rtf.append("\\par\n");
        });
        Read read = Read.of(DocumentKind.RTF, rtf.append("}").toString().getBytes(StandardCharsets.US_ASCII));

        assertThat(docx.titles()).containsExactly("Harbour to stay open", "Velia denies it");
        assertThat(Read.paragraphs(docx.article(0)))
                .isEqualTo(Read.paragraphs(Read.export(NEXIS_UNI).article(0)));
        assertThat(docx.article(0).metadata().from()).containsEntry("title", "nexis");
        assertThat(read.titles()).containsExactly("Harbour to stay open, says minister", "Velia denies it");
        assertThat(Read.paragraphs(read.article(0)))
                .isEqualTo(Read.paragraphs(Read.export(FACTIVA_CODED).article(0)));
    }

    @Test
    void anExportSavedAsAPageIsSplit() {
        String page = NEXIS_PLAIN
                .lines()
                .map(line -> "<p>" + line.strip().replace("&", "&amp;") + "</p>")
                .collect(Collectors.joining("", "<html><body>", "</body></html>"));
        String table = FACTIVA_CODED
                .lines()
                .map(line -> "<tr><td>" + line.strip() + "</td></tr>")
                .collect(Collectors.joining("", "<table>", "</table>"));

        assertThat(NewsExport.ofMarkUp(page).orElseThrow().size()).isEqualTo(3);
        assertThat(NewsExport.ofMarkUp(page.replace("Thursday", "Thursday&nbsp;<br>1<sup>st</sup> Edition"))
                        .orElseThrow()
                        .size())
                .isEqualTo(3);
        assertThat(NewsExport.ofMarkUp(table).orElseThrow().size()).isEqualTo(2);
        assertThat(NewsExport.ofMarkUp("<p>One of 25 documents.</p>")).isEmpty();
        assertThat(NewsExport.ofMarkUp(page + "<b></b>".repeat(600_000))).isEmpty();
    }

    @Test
    void manyBlankLinesTakeNoLongerThanTheyAreLong() {
        String blank = "\n".repeat(2_000_000);

        assertThat(NewsExport.of(blank + NEXIS_UNI + blank).orElseThrow().size())
                .isEqualTo(2);
        assertThat(NewsExport.hasMark(" ".repeat(2_000_000))).isFalse();
    }
}
