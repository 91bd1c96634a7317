package io.onrecord.reading.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onrecord.model.Article;
import io.onrecord.model.Metadata;
import io.onrecord.model.Published;
import io.onrecord.reading.item.Known;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    private static final String LONG = "The council of Tesk voted late on Monday to close the old bridge for a year,"
            + " and the mayor said that she would not wait.";

    @Test
    void eachRowIsAnArticleWithWhatItsColumnsSay() {
        Article article = TableReadings.ofCsv("""
                        ID,URL,Headline,Published,Source,Byline,Body
                        7,https://example.org/7,Talks fail,2024-05-16,Senn Courier,Mara Oldin; Ilan Serrat,"One.

                        Two, she said."
                        """).article();

        assertThat(article.address()).isEqualTo("https://example.org/7");
        assertThat(article.text().value()).isEqualTo("One.\n\nTwo, she said.");
        assertThat(article.text().paragraphs()).hasSize(2);
        assertThat(article.metadata())
                .isEqualTo(new Metadata(
                        Optional.of("Senn Courier"),
                        Optional.of("Talks fail"),
                        List.of("Mara Oldin", "Ilan Serrat"),
                        Optional.of(new Published("2024-05-16", "csv")),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void whatWasGuessedIsSaid() {
        TableReadings readings = TableReadings.ofCsv("Headline,Body\nTalks fail,One.\n");

        assertThat(readings.notices())
                .containsExactly("text from column 'Body', title from column 'Headline';"
                        + " --text-column and the like say otherwise");
    }

    @Test
    void columnsMayBeGivenByHeaderOrNumber() {
        TableOptions options = options("story text", "1");
        TableReadings readings = TableReadings.ofCsv("a,Story Text,body\nTalks fail,One.,Two.\n", options);

        assertThat(readings.article().text().value()).isEqualTo("One.");
        assertThat(readings.article().metadata().title()).contains("Talks fail");
        assertThat(readings.notices()).isEmpty();
    }

    @Test
    void aColumnThatIsNotThereIsSaidWithThoseThatAre() {
        assertThat(TableReadings.ofCsv("a,b\n1,2\n", options("story", "a")).why())
                .isEqualTo("no column 'story', which --text-column asks for: there are 'a', 'b'");
        assertThat(TableReadings.ofCsv("1,2\n3,4\n", options("9", "1")).why())
                .isEqualTo("no column '9', which --text-column asks for: there are 2 columns without names");
    }

    @Test
    void withoutAUrlTheIdIsTheAddressAndWithoutAnIdTheRow() {
        assertThat(TableReadings.ofCsv("id,text\nA-7,One.\n,Two.\n").addresses())
                .containsExactly("A-7", "news.csv:3");
        assertThat(TableReadings.ofCsv("title,text\nx,One.\n\n\"y\nz\",Two.\nw,Three.\n")
                        .addresses())
                .containsExactly("news.csv:2", "news.csv:4", "news.csv:5");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "article_id,nyt_headline,Story Text,Pub Date | text from column 'Story Text', title from column 'nyt_headline'",
                "Titel,Inhalt,Datum,Quelle | text from column 'Inhalt', title from column 'Titel'",
                "titre,texte,date,auteur | text from column 'texte', title from column 'titre'",
                "Título,Contenido,Fecha,Fuente | text from column 'Contenido', title from column 'Título'",
                "heading,full_text,a,b | text from column 'full_text', title from column 'heading'",
            })
    void headersInSeveralLanguagesSayWhatTheirColumnHolds(String header, String said) {
        TableReadings readings = TableReadings.ofCsv(header + "\n1,2,3,4\n");

        assertThat(readings.notices().get(0)).startsWith(said.strip());
    }

    @Test
    void whereNoHeaderSaysItTheLongestColumnIsTheText() {
        TableReadings readings =
                TableReadings.ofCsv("who,what,where\nMara,\"" + LONG + "\",Tesk\nIlan,\"" + LONG + "\",Dravo\n");

        assertThat(readings.texts()).containsExactly(LONG, LONG);
        assertThat(readings.notices().get(0)).startsWith("text from column 'what'; ");
    }

    @Test
    void aSummaryGivesWayToACellThatIsMuchLonger() {
        TableReadings readings = TableReadings.ofCsv("summary,f1\nShort.,\"" + LONG + "\"\n");

        assertThat(readings.texts()).containsExactly(LONG);
        assertThat(TableReadings.ofCsv("summary,f1\nShort.,x\n").texts()).containsExactly("Short.");
    }

    @Test
    void aFileWithoutHeadersIsReadFromItsFirstRow() {
        TableReadings readings = TableReadings.ofCsv("1,\"" + LONG + "\"\n2,\"" + LONG + "\"\n");

        assertThat(readings.addresses()).containsExactly("news.csv:1", "news.csv:2");
        assertThat(readings.notices().get(0))
                .isEqualTo("text from column 2 (no row of headers); --text-column and the like say otherwise");
    }

    @Test
    void linesAboveTheHeadersAreNoPartOfTheTable() {
        String rows = "a;2024-05-16;One, two.\n".repeat(10);
        TableReadings readings = TableReadings.ofCsv("Export of 16 May\n\nTitle;Date;Text\n" + rows);

        assertThat(readings.texts()).hasSize(10).containsOnly("One, two.");
        assertThat(readings.addresses()).startsWith("news.csv:4");
        assertThat(readings.whys())
                .containsExactly("1 cell where the table has 3: quote cells that hold a line break or ';'");
    }

    @Test
    void aQuotedCellOfEndlessLinesIsBounded() {
        TableReadings readings = TableReadings.ofCsv("title,text\na,\"" + "\n".repeat(300_000) + "b,Two.\n");

        assertThat(readings.glance()).containsExactly("<news.csv:2>", "Two.");
    }

    @Test
    void anAddressThatIsTooLongIsNone() {
        assertThat(TableReadings.ofCsv("url,text\n" + "x".repeat(3000) + ",One.\n")
                        .addresses())
                .containsExactly("news.csv:2");
    }

    @Test
    void aTableOfNumbersHasNoArticles() {
        assertThat(TableReadings.ofCsv("year,ships\n2023,14\n2024,15\n").why())
                .isEqualTo("no column looks like the text of articles: there are 'year', 'ships';"
                        + " say which it is with --text-column NAME, or its number");
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "\t", "|", ","})
    void theDelimiterIsToldFromTheFirstLines(String delimiter) {
        String table =
                "title;text;source\nTalks fail;One, two, and three.;Courier\nIt rains;\"Four; five, six\tseven|\";Courier\n"
                        .replace(";", "\u0001")
                        .replace("\u0001 five", delimiter + " five")
                        .replace("One, two, and", delimiter.equals(",") ? "One and" : "One, two, and")
                        .replace("\u0001", delimiter);
        TableReadings readings = TableReadings.ofCsv(table);

        assertThat(readings.texts()).hasSize(2);
        assertThat(readings.texts().get(1)).isEqualTo("Four" + delimiter + " five, six\tseven|");
        assertThat(readings.notices()).hasSize(delimiter.equals(",") ? 1 : 2);
    }

    @Test
    void theDelimiterMayBeGivenOrSaidInTheFirstLine() {
        TableOptions colon = new TableOptions(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(':'));

        assertThat(TableReadings.ofCsv("title:text\na,b:c,d\n", colon).texts()).containsExactly("c,d");
        assertThat(TableReadings.ofCsv("sep=|\ntitle|text\na,b|c,d\n").texts()).containsExactly("c,d");
        assertThat(TableReadings.ofCsv("sep=|\ntitle|text\na,b|c,d\n").addresses())
                .containsExactly("news.csv:3");
        assertThatThrownBy(() -> new TableOptions(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of('"')))
                .hasMessageContaining("cannot part cells");
    }

    @Test
    void aFileOfOneColumnIsRead() {
        assertThat(TableReadings.ofCsv("text\nOne.\nTwo.\n").texts()).containsExactly("One.", "Two.");
        assertThat(TableReadings.ofTsv("text\ttitle\nOne, two.\ta\n").texts()).containsExactly("One, two.");
    }

    @Test
    void marksLineBreaksAndDelimitersWithinQuotesAreKept() {
        TableReadings readings =
                TableReadings.ofCsv("title,text\na,\"He said \"\"no\"\", twice.\r\n\r\nThen; left.\"\r\nb,Two\r\n");

        assertThat(readings.texts()).containsExactly("He said \"no\", twice.\r\n\r\nThen; left.", "Two");
        assertThat(TableReadings.ofCsv("title,text\na,5\"\" of \"rain\" and more\n")
                        .texts())
                .containsExactly("5\"\" of \"rain\" and more");
    }

    @Test
    void aRowOfAnotherWidthIsSkippedAlone() {
        TableReadings readings = TableReadings.ofCsv("title,text\na,One.\nb,Two, three.\nc\nd,Four.\ne,Five.,,\n");

        assertThat(readings.glance()).containsExactly("One.", "<news.csv:3>", "<news.csv:4>", "Four.", "Five.");
        assertThat(readings.whys().get(0))
                .isEqualTo("3 cells where the table has 2: quote cells that hold a line break or ','");
        assertThat(readings.whys().get(1)).startsWith("1 cell where the table has 2");
    }

    @Test
    void aMarkThatIsNotClosedSwallowsNothing() {
        TableReadings readings = TableReadings.ofCsv("title,text\na,One.\nb,\"Two.\nc,Three.\nd,Four.\n");

        assertThat(readings.glance()).containsExactly("One.", "<news.csv:3>", "Three.", "Four.");
        assertThat(readings.why()).startsWith("a quotation mark opens in it and is not closed where a cell ends");
    }

    @Test
    void twoStrayMarksSwallowNothingEither() {
        TableReadings readings = TableReadings.ofCsv("title,text\na,\"Two.\nc,Three.\nd,\"Four.\ne,Five.\n");

        assertThat(readings.glance()).containsExactly("<news.csv:2>", "Three.", "<news.csv:4>", "Five.");
    }

    @Test
    void manyMarksThatAreNotClosedEndTheFileWithItsReason() {
        String rows = "a,\"One.\nb,Two.\n".repeat(1000);
        TableReadings readings = TableReadings.ofCsv("title,text\n" + rows);

        assertThat(readings.articles()).hasSizeBetween(50, 200);
        assertThat(readings.whys().get(readings.whys().size() - 1))
                .contains("quotation marks that open and do not close, more than 100 times");
    }

    @Test
    void whereTabsPartTheCellsMarksNeedNotBeQuotation() {
        TableReadings readings = TableReadings.ofTsv("""
                title\ttext
                a\t"We will," said Mara Oldin.
                b\t"We will not.
                c\tThree.
                d\t"Four,
                he said."
                """);

        assertThat(readings.glance())
                .containsExactly("\"We will,\" said Mara Oldin.", "\"We will not.", "Three.", "Four,\nhe said.");

        String open = "a\t\"One.\nb\tTwo.\n".repeat(200);
        assertThat(TableReadings.ofTsv("title\ttext\n" + open).articles()).hasSize(400);
    }

    @Test
    void zerosOrBrokenBytesInACellOfSeveralLinesAreWhatIsSaid() {
        TableReadings readings = TableReadings.ofCsv("title,text\na,\"One.\n\0\"\nb,Two.\n");

        assertThat(readings.glance()).containsExactly("<news.csv:2>", "Two.");
        assertThat(readings.why()).startsWith("binary data, not text");
    }

    @Test
    void aRowThatIsNotCsvIsSkippedAlone() {
        TableReadings readings = TableReadings.ofCsv("title,text\na,\"One\" x\nb,Two.\n");

        assertThat(readings.glance()).containsExactly("<news.csv:2>", "Two.");
        assertThat(readings.why())
                .startsWith("not as CSV is written: ")
                .endsWith("double the quotation marks within a quoted cell");
    }

    @Test
    void aCellBeyondTheLimitIsSkippedAlone() {
        String big = "x".repeat(TableReadings.LONGEST + 1);
        TableReadings readings = TableReadings.ofCsv("title,text\na,\"" + big + "\"\nb,\""
                + big.replace("x".repeat(100), "x".repeat(99) + "\n") + "\"\nc," + big.repeat(5) + "\nd,Two.\n");

        assertThat(readings.glance()).containsExactly("<news.csv:2>", "<news.csv:3>", "<news.csv:4>", "Two.");
        assertThat(readings.whys()).allMatch(why -> why.startsWith("a cell of more than 1 MiB"));
    }

    @Test
    void endlessRowsArePulledOneByOne() {
        byte[] row = "a,\"One, two.\"\n".repeat(10_000).getBytes(StandardCharsets.UTF_8);
        InputStream in = new SequenceInputStream(
                new ByteArrayInputStream("title,text\n".getBytes(StandardCharsets.UTF_8)),
                new SequenceInputStream(Collections.enumeration(IntStream.range(0, 10)
                        .<InputStream>mapToObj(i -> new ByteArrayInputStream(row))
                        .toList())));

        assertThat(TableReadings.of("news.csv", TableKind.CSV, in, Optional.empty(), TableOptions.GUESSED)
                        .articles())
                .hasSize(100_000);
    }

    @Test
    void anEndlessLineIsOneFault() {
        byte[] block = "x".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
        for (String start : List.of("title,text\na,", "title,text\na,\"", "")) {
            InputStream in = new SequenceInputStream(
                    new ByteArrayInputStream(start.getBytes(StandardCharsets.UTF_8)),
                    new SequenceInputStream(Collections.enumeration(IntStream.range(0, 64)
                            .<InputStream>mapToObj(i -> new ByteArrayInputStream(block))
                            .toList())));

            assertThat(TableReadings.of("news.csv", TableKind.CSV, in, Optional.empty(), TableOptions.GUESSED)
                            .why())
                    .startsWith("a cell of more than 1 MiB");
        }
    }

    @Test
    void anEmptyCellOrFileIsSkippedWithItsReason() {
        assertThat(TableReadings.ofCsv("title,text\na,\nb, \nc,One.\n").whys())
                .containsExactly(
                        "no text: the cell of column 'text' is empty", "no text: the cell of column 'text' is empty");
        assertThat(TableReadings.ofCsv("").why()).isEqualTo("empty: there is no row in it");
        assertThat(TableReadings.ofCsv("\n\n \n").why()).isEqualTo("empty: there is no row in it");
        assertThat(TableReadings.ofCsv("title,text\n").why()).isEqualTo("empty: there is no row below the headers");
    }

    @Test
    void cellsThatSayNothingAreAbsent() {
        Metadata metadata = TableReadings.ofCsv("title,author,date,source,text\nNULL,n/a,NaN,None,One.\n")
                .article()
                .metadata();

        assertThat(metadata).isEqualTo(Metadata.NONE);
    }

    @Test
    void authorsMayBeAListAsProgramsPrintIt() {
        assertThat(TableReadings.ofCsv("author,text\n\"['Mara Oldin', 'Ilan Serrat']\",One.\n")
                        .article()
                        .metadata()
                        .authors())
                .containsExactly("Mara Oldin", "Ilan Serrat");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void aByteOrderMarkDecides(String charset) {
        byte[] bytes = "\ufefftitle,text\nà,Ça va – “oui”.\n".getBytes(Charset.forName(charset));

        assertThat(TableReadings.ofBytes(bytes, Optional.of(StandardCharsets.ISO_8859_1))
                        .texts())
                .containsExactly("Ça va – “oui”.");
    }

    @Test
    void whatIsNotUtf8IsReadAsWindows1252AndThatIsSaid() {
        byte[] bytes = ("title,text\n" + "a,One.\n".repeat(3000) + "à,Ça va – “oui”.\n")
                .getBytes(Charset.forName("windows-1252"));
        TableReadings readings = TableReadings.ofBytes(bytes, Optional.empty());

        assertThat(readings.texts()).hasSize(3001).endsWith("Ça va – “oui”.");
        assertThat(readings.notices())
                .contains("read as windows-1252 (guessed): if that is wrong, give the encoding with --encoding NAME");
    }

    @Test
    void utf16WithoutAMarkIsToldByItsZeros() {
        byte[] bytes = "title,text\na,Ça va.\n".getBytes(StandardCharsets.UTF_16LE);

        assertThat(TableReadings.ofBytes(bytes, Optional.empty()).texts()).containsExactly("Ça va.");
    }

    @Test
    void aDeclaredEncodingIsTaken() {
        byte[] bytes = "title,text\na,Łódź.\n".getBytes(Charset.forName("ISO-8859-2"));

        assertThat(TableReadings.ofBytes(bytes, Optional.of(Charset.forName("ISO-8859-2")))
                        .texts())
                .containsExactly("Łódź.");
    }

    @Test
    void aByteThatIsNoCharacterLeavesOutItsRowAlone() {
        byte[] bytes = "title,text\na,Łódź.\nb,?x\nc,Two.\n".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = bytes[i] == '?' ? (byte) 0xFF : bytes[i];
        }
        TableReadings readings = TableReadings.ofBytes(bytes, Optional.empty());

        assertThat(readings.glance()).containsExactly("Łódź.", "<news.csv:3>", "Two.");
        assertThat(readings.why()).startsWith("bytes that are no characters in the encoding of the file");
    }

    @Test
    void binaryDataIsNoTable() {
        byte[] bytes = new byte[100_000];
        new Random(1).nextBytes(bytes);

        assertThat(TableReadings.ofBytes(bytes, Optional.empty()).articles()).isEmpty();
        assertThat(TableReadings.ofCsv("title,text\na,b\u0000c\n").why()).startsWith("binary data");
    }

    @Test
    void anyMixOfMarksEndsInArticlesOrReasons() {
        Random random = new Random(11);
        String signs = "ab ,;\"\"\n\r\t|\u0000é\ud83d\ude00";
        for (int i = 0; i < 2000; i++) {
            StringBuilder content = new StringBuilder(random.nextBoolean() ? "title,text\n" : "");
            for (int length = random.nextInt(200); length > 0; length--) {
                content.append(signs.charAt(random.nextInt(signs.length())));
            }
            assertThat(TableReadings.ofCsv(content.toString()).outcomes()).isNotEmpty();
        }
    }

    @Test
    void theKindIsToldByNameOrMediaTypeUnlessTheBytesContradict() {
        byte[] text = "a,b\n".getBytes(StandardCharsets.UTF_8);
        byte[] zip = {'P', 'K', 3, 4};
        byte[] ole = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
        Known typed =
                new Known(Optional.empty(), Optional.of("text/tab-separated-values"), Optional.empty(), Metadata.NONE);

        assertThat(TableKind.of(Known.named("News.CSV"), text)).contains(TableKind.CSV);
        assertThat(TableKind.of(Known.named("news.xlsx"), zip)).contains(TableKind.XLSX);
        assertThat(TableKind.of(Known.named("news.xls"), ole)).contains(TableKind.XLSX);
        assertThat(TableKind.of(Known.named("news.xls"), text)).contains(TableKind.CSV);
        assertThat(TableKind.of(Known.named("news.csv"), zip)).isEmpty();
        assertThat(TableKind.of(typed, text)).contains(TableKind.TSV);
        assertThat(TableKind.of(Known.named("news.txt"), text)).isEmpty();
        assertThat(TableKind.of(Known.named("csv"), text)).isEmpty();
    }

    private static TableOptions options(String text, String title) {
        return new TableOptions(
                Optional.of(text),
                Optional.of(title),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
