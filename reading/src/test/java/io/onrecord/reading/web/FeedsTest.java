package io.onrecord.reading.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onrecord.model.Published;
import io.onrecord.reading.item.Item;
import io.onrecord.reading.item.Known;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedsTest {

    private static final String AT = "https://news.velia.example/feeds/all.xml";

    private static Feed parse(String feed) throws FeedException {
        return Feeds.parse(feed.getBytes(StandardCharsets.UTF_8), "", AT);
    }

    private static FeedEntry only(String feed) throws FeedException {
        assertThat(parse(feed).entries()).hasSize(1);
        return parse(feed).entries().get(0);
    }

    private static FeedEntry item(String content) throws FeedException {
        return only("<rss version='2.0'><channel><title>T</title><item>" + content + "</item></channel></rss>");
    }

    @Test
    void rss2() throws FeedException {
        Feed feed = parse("""
                <?xml version="1.0" encoding="UTF-8"?>
                <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
                     xmlns:content="http://purl.org/rss/1.0/modules/content/">
                <channel>
                  <title>Velia Courier</title>
                  <link>https://news.velia.example/</link>
                  <description>News</description>
                  <ttl>45</ttl>
                  <item>
                    <title>Harbour &amp;amp; rail talks &lt;em&gt;resume&lt;/em&gt;</title>
                    <link>https://news.velia.example/harbour?a=1&amp;b=2</link>
                    <guid isPermaLink="false">velia-17</guid>
                    <dc:creator>Mara Oldin</dc:creator>
                    <dc:creator>Tam Reyn</dc:creator>
                    <pubDate>Thu, 16 May 2024 18:02:00 +0300</pubDate>
                    <description>The &lt;b&gt;minister&lt;/b&gt; spoke.</description>
                    <content:encoded><![CDATA[<p>The minister spoke.</p><p>At length.</p>]]></content:encoded>
                  </item>
                  <item>
                    <title>Second</title>
                    <guid>https://news.velia.example/second</guid>
                    <author>ilan@velia.example (Ilan Serrat)</author>
                  </item>
                </channel></rss>
                """);

        assertThat(feed.title()).contains("Velia Courier");
        assertThat(feed.ttl()).contains(Duration.ofMinutes(45));
        assertThat(feed.cut()).isFalse();
        assertThat(feed.entries()).hasSize(2);
        FeedEntry first = feed.entries().get(0);
        assertThat(first.id()).isEqualTo("velia-17");
        assertThat(first.link()).contains("https://news.velia.example/harbour?a=1&b=2");
        assertThat(first.title()).contains("Harbour & rail talks resume");
        assertThat(first.authors()).containsExactly("Mara Oldin", "Tam Reyn");
        assertThat(first.published()).contains(new Published("2024-05-16T18:02:00+03:00", "feed"));
        assertThat(first.summary()).contains(new FeedEntry.Body("The <b>minister</b> spoke.", true));
        assertThat(first.content()).contains(new FeedEntry.Body("<p>The minister spoke.</p><p>At length.</p>", true));
        assertThat(first.metadata().title()).contains("Harbour & rail talks resume");
        assertThat(first.metadata().from()).containsEntry("title", "feed").containsEntry("authors", "feed");
        FeedEntry second = feed.entries().get(1);
        assertThat(second.link()).contains("https://news.velia.example/second");
        assertThat(second.authors()).containsExactly("Ilan Serrat");
        assertThat(second.published()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.91", "0.92", "0.93", "0.94", "2.0", "2.0.1", "2.1", "3"})
    void rssOfAnyVersion(String version) throws FeedException {
        FeedEntry entry = only(
                "<rss version='" + version + "'><channel><title>T</title><link>https://velia.example/</link>"
                        + "<description>D</description><item><title>Harbour</title><link>/harbour</link></item></channel></rss>");

        assertThat(entry.title()).contains("Harbour");
        assertThat(entry.link()).contains("https://news.velia.example/harbour");
        assertThat(entry.id()).isEqualTo("/harbour");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " xmlns='http://backend.userland.com/rss2'", " xmlns='urn:other'"})
    void rssWithoutAVersionAndWithStrangeNamespaces(String attribute) throws FeedException {
        FeedEntry entry = only("<rss" + attribute + "><channel><item><title>Harbour</title><link>/harbour</link>"
                + "<pubDate>16 May 24 18:02 GMT</pubDate></item></channel></rss>");

        assertThat(entry.title()).contains("Harbour");
        assertThat(entry.published().map(Published::value)).contains("2024-05-16T18:02:00Z");
    }

    @Test
    void rss1() throws FeedException {
        FeedEntry entry = only("""
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
                         xmlns:dc="http://purl.org/dc/elements/1.1/">
                  <channel rdf:about="https://velia.example/"><title>T</title><link>https://velia.example/</link>
                    <description>D</description></channel>
                  <item rdf:about="https://velia.example/17">
                    <title>Harbour</title><link>https://velia.example/17</link><dc:date>2024-05-16</dc:date>
                    <dc:creator>Mara Oldin</dc:creator><description>She spoke.</description>
                  </item>
                </rdf:RDF>
                """);

        assertThat(entry.link()).contains("https://velia.example/17");
        assertThat(entry.published()).contains(new Published("2024-05-16", "feed"));
        assertThat(entry.authors()).containsExactly("Mara Oldin");
        assertThat(entry.summary()).contains(new FeedEntry.Body("She spoke.", false));
    }

    @Test
    void rss090() throws FeedException {
        FeedEntry entry = only("""
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
                         xmlns="http://my.netscape.com/rdf/simple/0.9/">
                  <channel><title>T</title><link>https://velia.example/</link><description>D</description></channel>
                  <item><title>Harbour</title><link>https://velia.example/17</link></item>
                </rdf:RDF>
                """);

        assertThat(entry.title()).contains("Harbour");
        assertThat(entry.link()).contains("https://velia.example/17");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://www.w3.org/2005/Atom", "", "urn:other"})
    void atom(String namespace) throws FeedException {
        FeedEntry entry = only("""
                <feed xmlns="%s" xml:base="https://velia.example/a/">
                  <title>Courier</title><id>urn:feed</id><updated>2024-05-17T00:00:00Z</updated>
                  <link rel="self" href="https://other.example/feed"/>
                  <entry xml:base="b/">
                    <id>urn:velia:17</id>
                    <title type="html">Harbour &amp;amp; &lt;i&gt;rail&lt;/i&gt;</title>
                    <link rel="enclosure" href="c.mp3"/>
                    <link rel="alternate" type="text/html" href="c d"/>
                    <updated>2024-05-17T09:00:00Z</updated>
                    <published>2024-05-16T18:02:00.500+03:00</published>
                    <author><name>Mara Oldin</name><email>mara@velia.example</email></author>
                    <author><name>Tam Reyn</name></author>
                    <summary>1 &lt; 2</summary>
                    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>She spoke.</p></div></content>
                  </entry>
                </feed>
                """.formatted(namespace));

        assertThat(entry.id()).isEqualTo("urn:velia:17");
        assertThat(entry.link()).contains("https://velia.example/a/b/c%20d");
        assertThat(entry.title()).contains("Harbour & rail");
        assertThat(entry.published()).contains(new Published("2024-05-16T18:02:00.500+03:00", "feed"));
        assertThat(entry.authors()).containsExactly("Mara Oldin", "Tam Reyn");
        assertThat(entry.summary()).contains(new FeedEntry.Body("1 < 2", false));
        assertThat(entry.content().orElseThrow().value()).contains("<p>She spoke.</p>");
        assertThat(entry.content().orElseThrow().html()).isTrue();
    }

    @Test
    void atom03() throws FeedException {
        FeedEntry entry = only("""
                <feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>T</title>
                  <link rel="alternate" type="text/html" href="https://velia.example/"/>
                  <entry><title>Harbour</title><link rel="alternate" type="text/html" href="https://velia.example/17"/>
                    <id>17</id><issued>2024-05-16T18:02:00Z</issued><modified>2024-05-17T18:02:00Z</modified></entry>
                </feed>
                """);

        assertThat(entry.link()).contains("https://velia.example/17");
        assertThat(entry.published()).contains(new Published("2024-05-16T18:02:00Z", "feed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.1"})
    void jsonFeed(String version) throws FeedException {
        String authors = version.equals("1")
                ? "'author': {'name': 'Mara Oldin', 'url': null}"
                : "'authors': [{'name': 'Mara Oldin'}, {'url': 'https://velia.example/'}]";
        Feed feed = parse(
                ("{'version': 'https://jsonfeed.org/version/" + version + "', 'title': 'Courier', 'x': {'title': 1},"
                                + "'items': [{'id': 17, 'url': '/17', 'title': 'Harbour', " + authors
                                + ", 'date_published': '2024-05-16T18:02:00+03:00', 'content_html': '<p>She spoke.</p>', 'tags': ['a']},"
                                + " {'id': 'b', 'external_url': 'https://other.example/', 'content_text': 'Text.', 'summary': 'S.'}, 4, {}]}")
                        .replace('\'', '"'));

        assertThat(feed.title()).contains("Courier");
        assertThat(feed.entries()).hasSize(2);
        FeedEntry first = feed.entries().get(0);
        assertThat(first.id()).isEqualTo("17");
        assertThat(first.link()).contains("https://news.velia.example/17");
        assertThat(first.authors()).containsExactly("Mara Oldin");
        assertThat(first.published()).contains(new Published("2024-05-16T18:02:00+03:00", "feed"));
        assertThat(first.content()).contains(new FeedEntry.Body("<p>She spoke.</p>", true));
        FeedEntry second = feed.entries().get(1);
        assertThat(second.link()).contains("https://other.example/");
        assertThat(second.content()).contains(new FeedEntry.Body("Text.", false));
        assertThat(second.summary()).contains(new FeedEntry.Body("S.", false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Thu, 16 May 2024 18:02:00 +0300 | 2024-05-16T18:02:00+03:00",
                "Thu, 16 May 2024 18:02:00 GMT | 2024-05-16T18:02:00Z",
                "Wed, 16 May 2024 18:02:00 EDT | 2024-05-16T18:02:00-04:00",
                "16 May 2024 8:02 | 2024-05-16T08:02:00",
                "Thursday, 16-May-24 18:02:00 UTC | 2024-05-16T18:02:00Z",
                "do, 16 May 2024 18:02:00 CEST | 2024-05-16T18:02:00",
                "16 May 2024 | 2024-05-16",
                "2024-05-16T18:02:00Z | 2024-05-16T18:02:00Z",
                "2024-05-16T18:02:00+0300 | 2024-05-16T18:02:00+0300",
                "2024-05-16 18:02:00 | 2024-05-16T18:02:00",
                "2024-05-16 18:02:00 +0300 | 2024-05-16T18:02:00+03:00",
                "2024-05-16 | 2024-05-16",
                "31 February 2024 | ",
                "yesterday | ",
                "16 Mai 2024 | "
            })
    void datesKeepWhatTheySayAndNoMore(String written, String iso) throws FeedException {
        assertThat(item("<title>T</title><pubDate> " + written + "\n</pubDate>")
                        .published()
                        .map(Published::value))
                .isEqualTo(java.util.Optional.ofNullable(iso));
    }

    @Test
    void theDateOfPublicationGoesBeforeOthers() throws FeedException {
        FeedEntry entry =
                item("<title>T</title><dc:date xmlns:dc='http://purl.org/dc/elements/1.1/'>2024-01-01</dc:date>"
                        + "<pubDate>16 May 2024</pubDate><source url='x'>U</source>");

        assertThat(entry.published().map(Published::value)).contains("2024-05-16");
    }

    @Test
    void anEntryWithoutIdIsToldByItsLinkOrByWhatItSays() throws FeedException {
        assertThat(item("<link>https://velia.example/1</link>").id()).isEqualTo("https://velia.example/1");
        assertThat(item("<title>One</title>").id())
                .startsWith("sha256:")
                .isEqualTo(item("<title>One</title>").id());
        assertThat(item("<title>One</title>").id())
                .isNotEqualTo(item("<title>Two</title>").id());
        assertThat(parse("<rss version='2.0'><channel><item/></channel></rss>").entries())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "file:///etc/passwd",
                "mailto:mara@velia.example",
                "http://a@b/",
                "http://"
            })
    void linksThatAreNotFetchedAreNone(String link) throws FeedException {
        assertThat(item("<title>T</title><link>" + link + "</link>").link()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, UTF-8, ", "UTF-8, ISO-8859-1, ISO-8859-1", "UTF-8, utf-16, ", "windows-1252, UTF-8, UTF-8",
        "windows-1252, , ", "ISO-8859-2, ISO-8859-2, ", "ISO-8859-2, UTF-8, ISO-8859-2", "UTF-16, UTF-16, ",
        "UTF-16LE, UTF-16LE, ", "UTF-16BE, UTF-16BE, UTF-8", "windows-1251, windows-1251, UTF-8",
                "UTF-8, no-such, nor-this"
    })
    void feedsThatLieAboutTheirEncodingAreReadAllTheSame(String real, String said, String server) throws FeedException {
        String name = real.equals("windows-1251") ? "Мара" : "Márá";
        String text = "<?xml version='1.0'" + (said == null ? "" : " encoding='" + said + "'") + "?>"
                + "<rss version='2.0'><channel><item><title>" + name + "</title></item></channel></rss>";

        Feed feed = Feeds.parse(
                text.getBytes(Charset.forName(real)), server == null ? "" : "text/xml; charset=" + server, AT);

        assertThat(feed.entries().get(0).title()).contains(name);
    }

    @Test
    void whatIsNotWellFormedIsMended() throws FeedException {
        Feed feed = parse("""

                Warning: something on line 12
                <?xml version="1.0"?>
                <rss version="2.0"><channel><title>R&D & more</title>
                <item><title>Harbour&nbsp;&mdash; rail & sea</title><link>https://velia.example/?a=1&b=2</link>
                <dc:creator>Mara Oldin</dc:creator><content:encoded><![CDATA[<p>She & he.</p>]]></content:encoded>
                <media:thing url="x">y</media:thing>
                <description><p>Not <b>escaped<br></p></description></item>
                <item><title>Second\u0001\uFFFF</title>
                """);

        assertThat(feed.title()).contains("R&D & more");
        assertThat(feed.entries()).hasSize(2);
        FeedEntry first = feed.entries().get(0);
        assertThat(first.title()).contains("Harbour — rail & sea");
        assertThat(first.link()).contains("https://velia.example/?a=1&b=2");
        assertThat(first.authors()).containsExactly("Mara Oldin");
        assertThat(first.content().orElseThrow().value()).isEqualTo("<p>She & he.</p>");
        assertThat(feed.entries().get(1).title()).contains("Second");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>",
                "<!DOCTYPE rss SYSTEM 'http://127.0.0.1:1/rss.dtd'>",
                "<!DOCTYPE rss [<!ENTITY % p SYSTEM 'http://127.0.0.1:1/p'> %p;]>",
                "<!DOCTYPE rss [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;'><!ENTITY x '&b;&b;&b;&b;'>]>"
            })
    void documentTypesAndTheirEntitiesAreNeverFollowed(String type) throws FeedException {
        FeedEntry entry = only("<?xml version='1.0'?>" + type
                + "<rss version='2.0'><channel><item><title>A &x; B</title></item></channel></rss>");

        assertThat(entry.title()).contains("A &x; B");
    }

    @Test
    void aMillionItemsAreCut() throws FeedException {
        Feed feed = parse("<rss version='2.0'><channel>" + "<item><guid/></item>".repeat(10)
                + "<item><title>T</title></item>".repeat(500_000) + "</channel></rss>");

        assertThat(feed.entries()).hasSize(Feeds.MOST_ENTRIES - 10);
        assertThat(feed.cut()).isTrue();
    }

    @Test
    void aMillionItemsThatAreNotWellFormedAreCut() throws FeedException {
        Feed feed = parse("<rss version='2.0'><channel>" + "<item><title>T&T".repeat(300_000));

        assertThat(feed.entries()).isNotEmpty();
        assertThat(feed.cut()).isTrue();
    }

    @Test
    void aMillionItemsOfJsonAreCut() throws FeedException {
        Feed feed = parse("{\"items\": [" + "{\"id\": \"1\"},".repeat(1_000_000) + "{}]}");

        assertThat(feed.entries()).hasSize(Feeds.MOST_ENTRIES);
        assertThat(feed.cut()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a>",
                "<item>",
                "<a b='c'/>",
                "<!-- c -->",
                "<?p i?>",
                "<a xmlns:p='urn:p'>",
                "<![CDATA[x]]>",
                "&#65;",
                "&lt;"
            })
    void whatRepeatsForeverDoesNotFillTheMemory(String piece) throws FeedException {
        int count = 1_000_000 / piece.length();
        for (String end : List.of("", "</title></item></channel></rss>")) {
            String text = "<rss version='2.0'><channel><item><guid>1</guid><title>T" + piece.repeat(count) + end;
            List<Feed> feeds = new ArrayList<>();
            try {
                feeds.add(parse(text));
            } catch (FeedException e) {
                assertThat(e.getMessage()).isNotBlank().hasSizeLessThan(300);
            }
            feeds.forEach(feed -> assertThat(feed.entries()).hasSizeLessThanOrEqualTo(Feeds.MOST_ENTRIES));
        }
    }

    @Test
    void deepJsonIsRefused() {
        assertThatThrownBy(() -> parse("{\"items\": [" + "{\"a\":[".repeat(100_000)))
                .isInstanceOf(FeedException.class)
                .hasMessage("not a whole JSON feed: ask its publisher to mend it");
    }

    @Test
    void aFeedWithoutAnEndIsLeft() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'a';
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                java.util.Arrays.fill(bytes, offset, offset + length, (byte) 'a');
                return length;
            }
        };

        assertThatThrownBy(() -> Feeds.parse(new Item(AT, Known.NOTHING, endless)))
                .isInstanceOf(FeedException.class)
                .hasMessage("longer than 16 MiB, which no feed needs: check the address");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | empty: check the address",
                "'  ' | empty: check the address",
                "Mara Oldin said | not a feed: check the address",
                "{} | JSON without 'items', so no JSON feed: check the address",
                "{\"items\": 1} | JSON without 'items', so no JSON feed: check the address",
                "{\"items\": [ | not a whole JSON feed at line 1, column 12: ask its publisher to mend it",
                "<opml/> | XML that begins with <opml>, but no feed that is read: RSS, Atom and JSON Feed are",
                "<a:feed xmlns:a='http:x'><a:title>Press</a:title></a:feed> | not a feed: its XML has names that do not go together",
                "<html><p>Hello | a web page, not a feed: look on it for one"
            })
    void whatIsNoFeedIsRefusedWithAReason(String text, String why) {
        assertThatThrownBy(() -> parse(text)).isInstanceOf(FeedException.class).hasMessage(why);
    }

    @Test
    void aPageNamesItsFeeds() {
        String page = """
                <!DOCTYPE html><html><head><base href="/en/">
                <link rel="stylesheet" href="a.css">
                <link rel="Alternate" type="application/rss+xml" title="All" href="all.xml">
                <link rel="alternate home" type="application/atom+xml; charset=utf-8" href="https://other.example/atom">
                <link rel="alternate" type="application/feed+json" href="//velia.example/feed.json">
                <link rel="alternate" type="application/rss+xml" href="all.xml">
                <link rel="alternate" type="application/rss+xml" href="javascript:x">
                <link rel="alternate" hreflang="fr" href="/fr/">
                </head></html>
                """;

        assertThat(Feeds.discover(page, "https://news.velia.example/x/y"))
                .containsExactly(
                        "https://news.velia.example/en/all.xml",
                        "https://other.example/atom",
                        "https://velia.example/feed.json");
        assertThatThrownBy(() -> parse(page))
                .hasMessage("a web page, not a feed; the feeds it names: https://news.velia.example/en/all.xml"
                        + " https://other.example/atom https://velia.example/feed.json");
    }

    @Test
    void anAddressOfThousandsOfCharactersIsNotTold() {
        String page = "<!DOCTYPE html><html><head><link rel=alternate type=application/rss+xml href='/"
                + "x".repeat(5000)
                + "'>%s</head></html>";

        assertThatThrownBy(() -> parse(page.formatted(""))).hasMessage("a web page, not a feed: look on it for one");
        assertThatThrownBy(() -> parse(
                        page.formatted("<link rel=alternate type=application/rss+xml href='https://a.example/b'>")))
                .hasMessage("a web page, not a feed; the feeds it names: https://a.example/b");
    }
}
