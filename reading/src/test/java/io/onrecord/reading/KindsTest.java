package io.onrecord.reading;

import static io.onrecord.reading.Readings.write;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.onrecord.model.Article;
import io.onrecord.model.Metadata;
import io.onrecord.model.Outcome;
import io.onrecord.reading.table.TableOptions;
import io.onrecord.reading.web.Feeds;
import io.onrecord.reading.web.FetchOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of input comes to its reader, alone, in folders, in archives and from the web. */
class KindsTest {

    private static final String PAGE = """
            <!DOCTYPE html><html lang="en"><head><title>Quay strike ends | The Avenia Press</title>
            <meta property="og:site_name" content="The Avenia Press">
            <meta property="article:published_time" content="2024-05-16T18:02:00Z"></head><body>
            <nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
            <article><h1>Quay strike ends</h1>
            <p>“The quay opens on Monday,” Ilan Serrat told the dockers of Lisden after two weeks of talks.</p>
            <p>“We shall see,” said Mara Oldin, who speaks for the crane drivers and had called the offer thin.</p>
            <p>The port had stood still since the first of the month, and forty ships lay in the roads.</p>
            </article><footer>© The Avenia Press</footer></body></html>
            """;

    private static final String FIRST =
            "“The quay opens on Monday,” Ilan Serrat told the dockers of Lisden after two weeks of talks.";

    @TempDir
    private Path folder;

    @Test
    void aWebPageIsReadWithWhatItSaysOfItself() {
        Article article = Readings.of(write(folder.resolve("quay.html"), PAGE)).article();

        assertThat(article.text().value()).startsWith(FIRST);
        assertThat(article.text().paragraphs()).hasSize(3);
        Metadata metadata = article.metadata();
        assertThat(metadata.title()).contains("Quay strike ends");
        assertThat(metadata.outlet()).contains("The Avenia Press");
        assertThat(metadata.from()).containsEntry("outlet", "open-graph");
        assertThat(metadata.published().orElseThrow().value()).isEqualTo("2024-05-16T18:02:00Z");
    }

    @Test
    void archivesInArchivesAreReadAndWhatIsNoArticleIsCounted() {
        byte[] inner = zip(List.of("page.html", "map.png"), List.of(bytes(PAGE), bytes("no picture")));
        byte[] lines = gzip(bytes("{\"id\": \"one\", \"text\": \"One.\"}\n{\"id\": \"two\", \"text\": \"Two.\"}\n"));
        Path file = write(
                folder.resolve("news.zip"),
                zip(List.of("inner.zip", "lines.jsonl.gz", "note.txt"), List.of(inner, lines, bytes("Three."))));

        Readings readings = Readings.of(file);

        assertThat(readings.articles())
                .extracting(Article::address)
                .containsExactly(file + "!/inner.zip!/page.html", "one", "two", file + "!/note.txt");
        assertThat(readings.notices()).extracting(Notice::message).anyMatch(message -> message.contains(".png (1)"));
        assertThat(Readings.of(folder).glance()).isEqualTo(readings.glance());
    }

    @Test
    void aBrokenEntryDoesNotTakeItsNeighboursWithIt() {
        byte[] cut = gzip(bytes("One."));
        Path file = write(
                folder.resolve("news.zip"),
                zip(
                        List.of("a.txt.gz", "b.txt", "c.pdf"),
                        List.of(Arrays.copyOf(cut, 12), bytes("Two."), bytes("%PDF-1.7 and no more"))));

        Readings readings = Readings.of(file);

        assertThat(readings.articles())
                .extracting(article -> article.text().value())
                .containsExactly("Two.");
        assertThat(readings.skips()).hasSize(2);
    }

    @Test
    void tablesMailsFeedsAndAgencyFilesAreRead() {
        write(folder.resolve("a.csv"), "Headline;Body\nQuay;“It opens,” he said.\nPier;“It does not,” she said.\n");
        write(
                folder.resolve("b.eml"),
                "From: Mara Oldin <m@press.example>\nTo: r@press.example\nSubject: Quay\nDate: Thu, 16 May 2024 18:02:00 +0000\n\nIt opens.\n");
        write(folder.resolve("c.xml"), """
                <rss version="2.0"><channel><title>Press</title><item><title>Quay</title>
                <link>https://press.example/quay</link><description>The quay opens.</description></item></channel></rss>
                """);
        write(folder.resolve("d.xml"), """
                <?xml version="1.0"?><nitf><body><body.head><hedline><hl1>Quay</hl1></hedline></body.head><body.content>
                <p>The quay opens, officials said.</p></body.content></body></nitf>
                """);

        Readings readings = Readings.of(folder);

        assertThat(readings.skips()).isEmpty();
        assertThat(readings.articles())
                .extracting(article -> article.text().value().strip())
                .containsExactly(
                        "“It opens,” he said.",
                        "“It does not,” she said.",
                        "It opens.",
                        "The quay opens.",
                        "The quay opens, officials said.");
        assertThat(readings.articles())
                .allMatch(article -> article.metadata().title().isPresent());
        assertThat(readings.notices()).extracting(Notice::kind).contains(Notice.Kind.TABLE, Notice.Kind.DOCUMENT);
    }

    @Test
    void whatStandsBeforeTheRootOfAFeedOrPageHidesItNot() {
        String feed = "<rss version='2.0'><channel><title>Press</title><item><title>Quay</title>"
                + "<description>The quay opens.</description></item></channel></rss>";
        String atom =
                "<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:title>Press</a:title><a:entry><a:id>urn:1</a:id>"
                        + "<a:title>Quay</a:title><a:summary>The quay opens.</a:summary></a:entry></a:feed>";
        String sheet = "<?xml version='1.0'?>\n<?xml-stylesheet type='text/xsl' href='feed.xsl'?>\n";
        String type =
                "<!DOCTYPE rss PUBLIC '-//Press//DTD RSS 0.91//EN' 'http://press.example/rss.dtd' [<!ENTITY a 'b'>]>";
        List<String> feeds =
                List.of(sheet + feed, type + feed, "<!-- 1 --><!-- 2 -->" + type + sheet + feed, sheet + atom);
        for (String one : feeds) {
            assertThat(Readings.ofStream("-", one).articles())
                    .as(one)
                    .extracting(article -> article.text().value().strip())
                    .containsExactly("The quay opens.");
        }
        List<String> pages = List.of(
                "<!-- saved from url=(0014)about:internet -->\n" + PAGE,
                sheet + "<!-- x -->" + PAGE,
                "<!--[if IE]><p><![endif]-->" + PAGE.substring(PAGE.indexOf("<html")));
        for (String one : pages) {
            assertThat(Readings.ofStream("-", one).text()).startsWith(FIRST);
        }
        assertThat(Readings.ofStream("-", "<!-- html --> <p>Not a page.</p> <rss/>")
                        .text())
                .startsWith("<!--");
    }

    @Test
    void entriesOfAFeedBeyondTheLimitAreToldAsSkipped() {
        StringBuilder feed = new StringBuilder("<rss version='2.0'><channel><title>Press</title>");
        for (int i = 0; i <= Feeds.MOST_ENTRIES; i++) {
            feed.append("<item><guid>").append(i).append("</guid><description>It opens.</description></item>");
        }
        Readings readings = Readings.of(write(
                folder.resolve("long.rss"), feed.append("</channel></rss>").toString()));

        assertThat(readings.articles()).hasSize(Feeds.MOST_ENTRIES);
        assertThat(readings.skips())
                .singleElement()
                .satisfies(skip -> assertThat(skip.why()).contains("more than 5000 entries", "split it"));
    }

    @Test
    void aWorkbookOnStandardInputIsKnownByItsBytes() throws IOException {
        ByteArrayOutputStream workbook = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(workbook)) {
            entry(zip, "xl/workbook.xml", """
                    <workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>
                    <sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>
                    """);
            entry(zip, "xl/_rels/workbook.xml.rels", """
                    <Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"
                    Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"/></Relationships>
                    """);
            entry(zip, "xl/worksheets/sheet1.xml", """
                    <worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>text</t></is></c></row>
                    <row r="2"><c r="A2" t="inlineStr"><is><t>The quay opens.</t></is></c></row></sheetData></worksheet>
                    """);
        }
        List<Notice> notices = new ArrayList<>();
        try (Articles articles = new ArticleReader(ReadingOptions.DEFAULT.withLanguage(Optional.empty()))
                .open(new ByteArrayInputStream(workbook.toByteArray()), "-", notices::add)) {
            Outcome<Article> first = articles.next();
            assertThat(first)
                    .isInstanceOfSatisfying(
                            Outcome.Kept.class,
                            kept -> assertThat(((Article) kept.value()).text().value())
                                    .isEqualTo("The quay opens."));
        }
    }

    private static void entry(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aTableOnStandardInputIsOneIfItsColumnsAreGiven() {
        byte[] table = "Kopf;Inhalt\nQuay;It opens.\n".getBytes(StandardCharsets.UTF_8);
        TableOptions columns = new TableOptions(
                Optional.of("Inhalt"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        ReadingOptions options =
                ReadingOptions.DEFAULT.withLanguage(Optional.empty()).withTables(columns);
        try (Articles articles = new ArticleReader(options).open(new ByteArrayInputStream(table), "-", notice -> {})) {
            assertThat(articles.next())
                    .isInstanceOfSatisfying(
                            Outcome.Kept.class,
                            kept -> assertThat(((Article) kept.value()).text().value())
                                    .isEqualTo("It opens."));
            assertThat(articles.hasNext()).isFalse();
        }
    }

    /** A line of text packed with {@code xz --lzma2=dict=1536MiB}. */
    @Test
    void whatTakesTooMuchMemoryToUnpackIsNotCalledDamaged() {
        byte[] packed = HexFormat.of()
                .parseHex("fd377a585a000004e6d6b44602002101250000003b787b410100144d617261207361696420697420"
                        + "77617320736f2e0a00000000496080cfd00281dd00012d152f0b716d1fb6f37d010000000004595a");

        assertThat(Readings.of(write(folder.resolve("a.txt.xz"), packed)).why())
                .startsWith("packed so that it takes more memory");
    }

    @Test
    void otherLanguagesAreSkippedUnlessTheyAreAskedFor() {
        Path german = write(
                folder.resolve("de.txt"),
                "„Der Kai öffnet am Montag“, sagte Ilan Serrat den Hafenarbeitern nach zwei Wochen zäher Verhandlungen.");
        Path english = write(folder.resolve("en.txt"), FIRST);

        Readings wanted = Readings.of(ReadingOptions.DEFAULT, german, english);
        assertThat(wanted.articles()).extracting(Article::address).containsExactly(english.toString());
        assertThat(wanted.articles().get(0).metadata().language()).contains("en");
        assertThat(wanted.skips()).singleElement().satisfies(skip -> {
            assertThat(skip.stage()).isEqualTo(Outcome.Stage.LANGUAGE);
            assertThat(skip.why()).startsWith("it is in German (de)").contains("--language any");
        });
        assertThat(Readings.of(ReadingOptions.DEFAULT.withLanguage(Optional.of("de")), german, english)
                        .articles())
                .extracting(Article::address)
                .containsExactly(german.toString());
    }

    @Test
    void theAgencyThatAnArticleIsCreditedToIsKept() {
        Metadata metadata = Readings.of(
                        write(folder.resolve("a.txt"), "LISDEN (Reuters) - The quay opens, officials said."))
                .article()
                .metadata();

        assertThat(metadata.agency()).contains("Reuters");
        assertThat(metadata.from()).containsEntry("agency", "dateline");
    }

    @Test
    void anAddressIsFetchedAndItsCaptureKept() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/quay", exchange -> {
            byte[] body = bytes(PAGE);
            exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        String address = "http://127.0.0.1:" + server.getAddress().getPort();
        try {
            List<Outcome<Article>> outcomes = read(
                    ReadingOptions.DEFAULT.withFetching(FetchOptions.DEFAULT.withAllowPrivate(true)),
                    address + "/quay",
                    address + "/gone");
            assertThat(outcomes.get(0)).isInstanceOfSatisfying(Outcome.Kept.class, kept -> {
                Article article = (Article) kept.value();
                assertThat(article.address()).isEqualTo(address + "/quay");
                assertThat(article.text().value()).startsWith(FIRST);
                assertThat(article.metadata().capture().orElseThrow().digest().orElseThrow())
                        .startsWith("sha256:");
            });
            assertThat(outcomes.get(1)).isInstanceOfSatisfying(Outcome.Skipped.class, skipped -> {
                assertThat(skipped.stage()).isEqualTo(Outcome.Stage.FETCHING);
                assertThat(skipped.address()).isEqualTo(address + "/gone");
            });
            assertThat(read(ReadingOptions.DEFAULT, address + "/quay"))
                    .singleElement()
                    .isInstanceOf(Outcome.Skipped.class);
        } finally {
            server.stop(0);
        }
    }

    private static List<Outcome<Article>> read(ReadingOptions options, String... addresses) {
        List<Outcome<Article>> outcomes = new ArrayList<>();
        List<Input> inputs = List.of(addresses).stream().map(Input::of).toList();
        try (Articles articles = new ArticleReader(options).open(inputs, notice -> {})) {
            articles.forEachRemaining(outcomes::add);
        }
        return outcomes;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zip(List<String> names, List<byte[]> contents) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < names.size(); i++) {
                zip.putNextEntry(new ZipEntry(names.get(i)));
                zip.write(contents.get(i));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }
}
