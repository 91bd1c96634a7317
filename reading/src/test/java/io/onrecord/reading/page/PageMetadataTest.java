package io.onrecord.reading.page;

import static io.onrecord.reading.page.Pages.BODY;
import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.model.Article;
import io.onrecord.model.Capture;
import io.onrecord.model.Metadata;
import io.onrecord.model.Outcome;
import io.onrecord.model.Published;
import io.onrecord.reading.item.Known;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page says of its article, and where it says so. */
class PageMetadataTest {

    private static Metadata of(String head, String beforeTheText) {
        return Pages.read("<html><head>" + head + "</head><body><article>" + beforeTheText + BODY
                        + "</article></body></html>")
                .metadata();
    }

    private static Metadata linked(String json) {
        return of("<script type=\"application/ld+json\">" + json + "</script>", "");
    }

    @Test
    void linkedDataNamesEverything() {
        Metadata metadata = linked("""
                {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Ferry sinks &amp; nobody is hurt",
                 "author": [{"@type": "Person", "name": "Mara Oldin"}, {"@type": "Person", "name": "Ilan Serrat"}],
                 "publisher": {"@type": "Organization", "name": "Lisden Post"},
                 "datePublished": "2026-05-04T10:42:00+01:00", "inLanguage": "en-GB"}""");
        assertThat(metadata.title()).contains("Ferry sinks & nobody is hurt");
        assertThat(metadata.authors()).containsExactly("Mara Oldin", "Ilan Serrat");
        assertThat(metadata.outlet()).contains("Lisden Post");
        assertThat(metadata.published()).contains(new Published("2026-05-04T10:42:00+01:00", "json-ld"));
        assertThat(metadata.language()).contains("en-GB");
        assertThat(metadata.from())
                .isEqualTo(
                        Map.of("title", "json-ld", "authors", "json-ld", "outlet", "json-ld", "language", "json-ld"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"@graph\": [{\"@type\": \"WebSite\", \"name\": \"x\"}, {\"@type\": [\"Thing\", \"ReportageNewsArticle\"], \"headline\": \"Ferry sinks\"}]}",
                "[{\"@type\": \"BreadcrumbList\"}, {\"@type\": \"http://schema.org/NewsArticle\", \"headline\": \"Ferry sinks\"}]",
                "{\"@type\": \"WebPage\", \"mainEntity\": {\"@type\": \"BlogPosting\", \"headline\": \"Ferry sinks\"}}",
                "{\"@type\": \"ItemList\", \"itemListElement\": [{\"@type\": \"NewsArticle\", \"headline\": \"Another\"}]} {\"@type\": \"Article\", \"headline\": \"Ferry sinks\"}",
                "<!-- {\"@type\": \"NewsArticle\", \"headline\": \"Ferry sinks\",} -->",
                "//<![CDATA[\n{\"@type\": \"NewsArticle\", \"headline\": \"Ferry\nsinks\",}\n//]]>",
                "{\"@type\": \"NewsArticle\", \"headline\": \"Ferry\tsinks\", \"keywords\": [\"a\",,], \"description\": \"he said \\'no\\'\"};",
                "{'@type': 'NewsArticle', 'headline': 'Ferry sinks', broken",
                "{\"@type\": \"NewsArticle\", \"headline\": \"Ferry sinks\", \"articleBody\": \"breaks off"
            })
    void linkedDataIsReadAsPagesHaveIt(String json) {
        Metadata metadata = linked(json);
        assertThat(metadata.title()).contains("Ferry sinks");
        assertThat(metadata.from()).containsEntry("title", "json-ld");
    }

    @Test
    void peopleAndOutletsMayBeReferred() {
        Metadata metadata = linked("""
                {"@graph": [{"@type": "NewsArticle", "headline": "Ferry sinks", "author": {"@id": "#p"}, "publisher": {"@id": "#o"}},
                 {"@id": "#p", "@type": "Person", "name": "Mara Oldin"}, {"@id": "#o", "@type": "Organization", "name": "Lisden Post"}]}""");
        assertThat(metadata.authors()).containsExactly("Mara Oldin");
        assertThat(metadata.outlet()).contains("Lisden Post");
    }

    @Test
    void openGraphComesAfterLinkedData() {
        String og = """
                <meta property="og:title" content="Ferry sinks | Lisden Post"><meta property="og:site_name" content="Lisden Post">
                <meta property="article:published_time" content="2026-05-04T10:42:00Z"><meta property="og:locale" content="en_GB">
                <meta property="article:author" content="https://social.example/mara"><meta property="article:author" content="Mara Oldin">
                <meta name="author" content="Somebody Else"><meta name="date" content="2020-01-01">""";
        Metadata metadata = of(og, "");
        assertThat(metadata.title()).as("without the outlet's name").contains("Ferry sinks");
        assertThat(metadata.authors()).as("an address is no name").containsExactly("Mara Oldin");
        assertThat(metadata.published()).contains(new Published("2026-05-04T10:42:00Z", "open-graph"));
        assertThat(metadata.language()).contains("en-GB");
        assertThat(metadata.from().values()).containsOnly("open-graph");
        Metadata both = of(
                og
                        + "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"Ferry lost\"}</script>",
                "");
        assertThat(both.title()).contains("Ferry lost");
        assertThat(both.published().orElseThrow().from()).isEqualTo("open-graph");
    }

    @Test
    void otherNamesOfMetaComeAfterOpenGraph() {
        Metadata metadata = of("""
                <meta name="Parsely-Title" content="Ferry sinks"><meta name="dc.creator" content="By Mara Oldin and Ilan Serrat">
                <meta name="DC.date.issued" content="2026-05-04"><meta name="application-name" content="Lisden Post">
                <meta http-equiv="Content-Language" content="en-gb">""", "");
        assertThat(metadata.title()).contains("Ferry sinks");
        assertThat(metadata.authors()).containsExactly("Mara Oldin", "Ilan Serrat");
        assertThat(metadata.published()).contains(new Published("2026-05-04", "meta"));
        assertThat(metadata.language()).contains("en-GB");
        assertThat(metadata.from().values()).containsOnly("meta");
    }

    @Test
    void microdataAndTimesComeNext() {
        Metadata metadata = of("", """
                <h1 itemprop="headline">Ferry sinks</h1><span itemprop="author" itemscope><span itemprop="name">Mara Oldin</span></span>
                <meta itemprop="datePublished" content="2026-05-04T10:42">""");
        assertThat(metadata.title()).contains("Ferry sinks");
        assertThat(metadata.authors()).containsExactly("Mara Oldin");
        assertThat(metadata.published()).contains(new Published("2026-05-04T10:42", "microdata"));
        assertThat(metadata.from()).containsEntry("authors", "microdata").containsEntry("title", "microdata");
        Metadata times = of(
                "",
                "<time class=\"updated\" datetime=\"2026-05-06\">now</time><time datetime=\"2026-05-04\">4 May</time>");
        assertThat(times.published()).contains(new Published("2026-05-04", "time"));
    }

    @Test
    void whatPeopleSeeComesLast() {
        Metadata metadata = Pages.read(
                        "<html lang=en><head><title>Ferry sinks - Lisden Post</title></head><body><h1>Ferry sinks</h1>"
                                + "<p>By Mara Oldin in Tesk</p><p>4 May 2026, 10:42 GMT</p>" + BODY + "</body></html>")
                .metadata();
        assertThat(metadata.title()).contains("Ferry sinks");
        assertThat(metadata.authors()).containsExactly("Mara Oldin");
        assertThat(metadata.published()).contains(new Published("2026-05-04T10:42:00Z", "text"));
        assertThat(metadata.language()).contains("en");
        assertThat(metadata.from()).isEqualTo(Map.of("title", "html", "authors", "text", "language", "html"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://x.example/2026/05/04/ferry, 2026-05-04",
        "https://x.example/news/2026/may/4th/ferry, 2026-05",
        "https://x.example/news/2026/may/04/ferry, 2026-05-04",
        "https://x.example/2026/05/ferry, 2026-05",
        "https://x.example/ferry-20260504.html, 2026-05-04",
        "https://x.example/2026-05-04-ferry, 2026-05-04",
        "https://x.example/article/202605041234567,",
        "https://x.example/20261399/ferry,",
        "https://x.example/2026/ferry,"
    })
    void anAddressMayTellTheDate(String address, String date) {
        Outcome<Page> outcome = new PageReader().page("<html><body>" + BODY + "</body></html>", address);
        assertThat(((Outcome.Kept<Page>) outcome).value().metadata().published())
                .isEqualTo(Optional.ofNullable(date).map(value -> new Published(value, "url")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-05-04T10:42:00.000Z | 2026-05-04T10:42:00.000Z",
                "2026-05-04T10:42:00+0100 | 2026-05-04T10:42:00+0100",
                "2026-05-04 10:42:07 | 2026-05-04T10:42:07",
                "2026-05-04 10:42:07 -05:00 | 2026-05-04T10:42:07-05:00",
                "20260504 | 2026-05-04",
                "20260504T104207Z | 2026-05-04T10:42:07Z",
                "2026/5/4 | 2026-05-04",
                "Mon, 04 May 2026 10:42:07 GMT | 2026-05-04T10:42:07Z",
                "May 4, 2026 | 2026-05-04",
                "Published May 4th, 2026 at 5:42 p.m. EST | 2026-05-04T17:42:00-05:00",
                "4 May 2026 12:05 AM | 2026-05-04T00:05:00",
                "10:42 AM EDT, Mon May 4, 2026 | 2026-05-04T10:42:00-04:00",
                "1777891327 | 2026-05-04T10:42:07Z",
                "1777891327000 | 2026-05-04T10:42:07Z",
                "04/05/2026 |",
                "2026-02-30 |",
                "May 2026 |",
                "0001-01-01T00:00:00Z |",
                "soon |"
            })
    void datesAreReadAsTheyAreWritten(String written, String iso) {
        assertThat(of("<meta name=\"pubdate\" content=\"" + written + "\">", "").published())
                .isEqualTo(Optional.ofNullable(iso).map(value -> new Published(value, "meta")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "By Mara Oldin | Mara Oldin",
                "MARA OLDIN, Chief Political Writer | MARA OLDIN",
                "Mara Oldin, Ilan Serrat | Mara Oldin;Ilan Serrat",
                "Mara Oldin, Ilan Serrat and Anna de Vries | Mara Oldin;Ilan Serrat;Anna de Vries",
                "Mara Oldin, MD, PhD | Mara Oldin",
                "Mara Oldin; Lisden Post staff | Mara Oldin",
                "mara@lisdenpost.example |",
                "admin |",
                "Lisden Post |"
            })
    void byLinesBecomeNames(String written, String names) {
        List<String> authors = of(
                        "<meta property=\"og:site_name\" content=\"Lisden Post\"><meta name=\"author\" content=\""
                                + written + "\">",
                        "")
                .authors();
        assertThat(authors).isEqualTo(names == null ? List.of() : List.of(names.split(";", -1)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Ferry sinks | Lisden Post; Ferry sinks",
                "Ferry sinks - The Lisden Post; Ferry sinks",
                "Lisden Post: Ferry sinks; Lisden Post: Ferry sinks",
                "Lisden Post | Ferry sinks; Ferry sinks",
                "Ferry sinks – what we know; Ferry sinks – what we know",
                "Serrat: ‘No’ - Oldin: ‘Yes’; Serrat: ‘No’ - Oldin: ‘Yes’"
            })
    void aTitleIsWithoutTheNameOfTheOutlet(String given, String title) {
        assertThat(of("<meta property=\"og:site_name\" content=\"Lisden Post\"><title>" + given + "</title>", "")
                        .title())
                .contains(title);
    }

    @Test
    void whatIsNotSaidIsAbsent() {
        Metadata metadata = Pages.read("<html><body>" + BODY + "</body></html>").metadata();
        assertThat(metadata).isEqualTo(Metadata.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "xx_yy_zz!", "<!lang!>", "the language of this page is English, of course"})
    void aLanguageThatIsNoneIsAbsent(String lang) {
        assertThat(Pages.read("<html lang='" + lang + "'><body>" + BODY + "</body></html>")
                        .metadata()
                        .language())
                .isEmpty();
    }

    @Test
    void theArticleHasTheItemsAddressAndThePageItsOwn() {
        String html = "<html><head><link rel=canonical href=\"https://lisdenpost.example/ferry\"></head><body>" + BODY
                + "</body></html>";
        assertThat(Pages.read(html).canonical()).contains("https://lisdenpost.example/ferry");
        assertThat(Pages.article(html).address()).isEqualTo(Pages.ADDRESS);
    }

    @Test
    void whatTheContainerKnowsFillsGapsAndItsCaptureIsKept() {
        Capture capture = new Capture(
                Optional.of("2026-05-05T00:00:00Z"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        Metadata known = new Metadata(
                Optional.of("Archive"),
                Optional.of("Title of the feed"),
                List.of("Feed Author"),
                Optional.of(new Published("2026-05-03", "feed")),
                Optional.empty(),
                Optional.of("AVP"),
                Optional.of(capture),
                Map.of("outlet", "feed", "title", "feed", "authors", "feed"));
        String html =
                "<html><head><meta property=og:title content=\"Ferry sinks\"></head><body>" + BODY + "</body></html>";
        Article article = Pages.article(
                html.getBytes(StandardCharsets.UTF_8),
                new Known(Optional.empty(), Optional.of("text/html"), Optional.empty(), known));
        Metadata metadata = article.metadata();
        assertThat(metadata.title()).contains("Ferry sinks");
        assertThat(metadata.outlet()).contains("Archive");
        assertThat(metadata.authors()).containsExactly("Feed Author");
        assertThat(metadata.published()).contains(new Published("2026-05-03", "feed"));
        assertThat(metadata.capture()).contains(capture);
        assertThat(metadata.from()).isEqualTo(Map.of("title", "open-graph", "outlet", "feed", "authors", "feed"));
    }
}
