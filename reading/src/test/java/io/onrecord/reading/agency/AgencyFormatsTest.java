package io.onrecord.reading.agency;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.model.Article;
import io.onrecord.model.Metadata;
import io.onrecord.model.Outcome;
import io.onrecord.model.Published;
import io.onrecord.reading.item.Item;
import io.onrecord.reading.item.ItemArticles;
import io.onrecord.reading.item.Known;
import io.onrecord.text.AgencyCredits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgencyFormatsTest {

    private static final String NAR = "xmlns=\"http://iptc.org/std/nar/2006-10-01/\"";

    private static final String NITF = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE nitf SYSTEM "nitf-3-5.dtd">
            <!-- made for a test -->
            <nitf>
              <head>
                <title>For windows</title>
                <docdata>
                  <doc-id id-string="wire-7"/>
                  <date.issue norm="20240516T180200Z"/>
                  <doc.copyright holder="The Associated Press" year="2024"/>
                </docdata>
                <pubdata name="Senn Courier" date.publication="20240517"/>
              </head>
              <body>
                <body.head>
                  <hedline><hl1>Bridge at Tesk
                    <em>closed</em></hl1><hl2>For a year</hl2></hedline>
                  <byline>By <person>Mara Oldin</person> and Ilan Serrat<byttl>Staff writers</byttl></byline>
                  <dateline><location>LISDEN</location>, <story.date norm="20240516">May 16</story.date></dateline>
                  <abstract><p>Not the text.</p></abstract>
                </body.head>
                <body.content>
                  <p>The bridge is   closed,
                     the mayor&nbsp;said.</p>
                  <media media-type="image"><media-caption>The bridge.</media-caption></media>
                  <hl2>What comes next</hl2>
                  <p>&#8220;We wait,&#8221; she said &mdash; twice.</p>
                  <ul><li>One.</li><li>Two.</li></ul>
                </body.content>
                <body.end><tagline>Hugo Lenz contributed.</tagline></body.end>
              </body>
            </nitf>
            """;

    @TempDir
    Path folder;

    @Test
    void aNitfDocumentIsAnArticleWithItsMetadata() {
        Article article = read(AgencyKind.NITF, NITF).article();

        assertThat(article.address()).isEqualTo("wire-7");
        assertThat(paragraphs(article))
                .containsExactly(
                        "LISDEN, May 16",
                        "The bridge is closed, the mayor said.",
                        "What comes next",
                        "“We wait,” she said — twice.",
                        "One.",
                        "Two.",
                        "Hugo Lenz contributed.");
        assertThat(article.metadata())
                .isEqualTo(new Metadata(
                        Optional.of("Senn Courier"),
                        Optional.of("Bridge at Tesk closed"),
                        List.of("Mara Oldin", "Ilan Serrat"),
                        Optional.of(new Published("2024-05-16T18:02:00Z", "nitf")),
                        Optional.empty(),
                        Optional.of("Associated Press"),
                        Optional.empty(),
                        Map.of("outlet", "nitf", "title", "nitf", "authors", "nitf", "agency", "nitf")));
    }

    @Test
    void aDatelineThatTheBodySaysAgainIsNotReadTwice() {
        String again = NITF.replace("The bridge is   closed", "LISDEN (AP) — The bridge is closed");

        assertThat(paragraphs(read(AgencyKind.NITF, again).article()).get(0))
                .isEqualTo("LISDEN (AP) — The bridge is closed, the mayor said.");
    }

    @Test
    void aNewsItemOfXhtmlOrNitfOrPlainTextIsAnArticle() {
        String xhtml =
                "<inlineXML contenttype=\"application/xhtml+xml\"><html xmlns=\"http://www.w3.org/1999/xhtml\" xml:lang=\"en\">"
                        + "<head><title>x</title></head><body><p>One, <b>two</b>.</p><figure><figcaption>No.</figcaption></figure>"
                        + "<p>Three<br/><br/>Four</p></body></html></inlineXML>";
        String nitf =
                "<inlineXML contenttype=\"application/nitf+xml\"><nitf xmlns=\"http://iptc.org/std/NITF/2006-10-18/\"><body><body.head>"
                        + "<hedline><hl1>Other</hl1></hedline></body.head><body.content><p>One, two.</p><p>Three</p><p>Four</p></body.content></body></nitf></inlineXML>";
        String plain = "<inlineData contenttype=\"text/plain\">One, two.\n\nThree\n\nFour</inlineData>";
        String html =
                "<inlineData contenttype=\"text/html\">&lt;p&gt;One, two.&lt;/p&gt;&lt;p&gt;Three&lt;p&gt;Four</inlineData>";
        String coded = "<inlineData contenttype=\"text/plain\" encoding=\"base64\">"
                + Base64.getEncoder().encodeToString("One, two.\nThree\nFour".getBytes(StandardCharsets.UTF_8))
                + "</inlineData>";

        for (String content : List.of(xhtml, nitf, plain, html, coded)) {
            Article article = read(AgencyKind.NEWSML_G2, newsItem("a", content)).article();

            assertThat(paragraphs(article)).as(content).containsExactly("One, two.", "Three", "Four");
            assertThat(article.address()).isEqualTo("urn:newsml:example.org:a");
            assertThat(article.metadata())
                    .isEqualTo(new Metadata(
                            Optional.of("Agence France-Presse"),
                            Optional.of("Bridge closed"),
                            List.of("Mara Oldin"),
                            Optional.of(new Published("2024-05-16T18:02:00+02:00", "newsml-g2")),
                            Optional.of("en-GB"),
                            Optional.of("Agence France-Presse"),
                            Optional.empty(),
                            Map.of(
                                    "outlet", "newsml-g2",
                                    "title", "newsml-g2",
                                    "authors", "newsml-g2",
                                    "language", "newsml-g2",
                                    "agency", "newsml-g2")));
        }
    }

    @Test
    void aMessageHoldsManyItemsAndAPackageOnlyListsThem() {
        String content = "<inlineData contenttype=\"text/plain\">One.</inlineData>";
        String message = "<newsMessage " + NAR + "><header><sent>2024-05-16</sent></header><itemSet>"
                + newsItem("a", content)
                + "<packageItem guid=\"urn:p\"><itemMeta><title>Top</title></itemMeta><groupSet><group>"
                + "<itemRef residref=\"urn:newsml:example.org:b\"/><itemRef residref=\"urn:newsml:example.org:c\"><title>x</title></itemRef>"
                + "</group></groupSet></packageItem>"
                + newsItem("b", content)
                + "</itemSet></newsMessage>";
        Readings readings = read(AgencyKind.NEWSML_G2, message);

        assertThat(readings.glance())
                .containsExactly("urn:newsml:example.org:a", "urn:newsml:example.org:b", "<urn:newsml:example.org:c>");
        assertThat(readings.whys().get(0))
                .isEqualTo("listed in the package urn:p but not in this file: give the file that holds it, too");
    }

    @Test
    void whatIsNoArticleIsSkippedWithItsReason() {
        String content = "<inlineData contenttype=\"text/plain\">One.</inlineData>";
        String item = newsItem("a", content);

        assertThat(read(AgencyKind.NEWSML_G2, item.replace("ninat:text", "ninat:picture"))
                        .why())
                .isEqualTo("no article but picture: its class says so");
        assertThat(read(AgencyKind.NEWSML_G2, item.replace("stat:usable", "stat:canceled"))
                        .why())
                .isEqualTo("cancelled by its agency: its status says so");
        assertThat(read(AgencyKind.NEWSML_G2, newsItem("a", "<remoteContent href=\"b.html\"/>"))
                        .why())
                .isEqualTo("its text is not in this file but at b.html");
        assertThat(read(AgencyKind.NEWSML_G2, newsItem("a", "")).why()).isEqualTo("no text: it has a head but no body");
        assertThat(read(AgencyKind.NEWSML_G2, newsItem("a", "<inlineData encoding=\"base64\">a</inlineData>"))
                        .why())
                .isEqualTo("its text is not the Base64 that it says it is");
        assertThat(read(AgencyKind.NEWSML_G2, "<newsMessage " + NAR + "/>").why())
                .isEqualTo("no NewsML-G2: there is neither a newsItem nor a packageItem in it");
        assertThat(read(AgencyKind.NITF, "<html/>").why()).isEqualTo("no NITF: there is no nitf element in it");
        assertThat(read(AgencyKind.NINJS, "[]").why()).isEqualTo("no ninjs: there is no object in it");
        assertThat(read(AgencyKind.NINJS, "{\"uri\": \"a\", \"type\": \"video\"}")
                        .why())
                .isEqualTo("no article but video: its type says so");
    }

    @Test
    void theMainHeadlineIsTheTitle() {
        String item = newsItem("a", "<inlineData>One.</inlineData>")
                .replace("<headline>", "<headline role=\"hl:alert\">URGENT</headline><headline role=\"hl:main\">");

        assertThat(read(AgencyKind.NEWSML_G2, item).article().metadata().title())
                .contains("Bridge closed");
    }

    @Test
    void halfACharacterInANinjsTextIsWhatIsSaid() {
        Readings readings = read(
                AgencyKind.NINJS,
                "[{\"uri\": \"u1\", \"headline\": \"A\", \"body_text\": \"One \\udc00.\", \"associations\":"
                        + " [{\"uri\": \"u2\", \"body_text\": \"Two.\"}]}, {\"uri\": \"u3\", \"headline\": \"\\ud800\", \"body_text\": \"Three.\"}]");

        assertThat(readings.glance()).hasSize(3).endsWith("u2", "u3");
        assertThat(readings.outcomes().get(0))
                .isInstanceOfSatisfying(
                        Outcome.Skipped.class,
                        skip -> assertThat(skip.why()).startsWith("'body_text' has half a character"));
    }

    @Test
    void ninjsOfAllVersionsIsRead() {
        String one = """
                {"uri": "http://example.org/1", "type": "text", "versioncreated": "2024-05-16T18:02:00Z", "language": "en",
                 "byline": "By Mara Oldin, Associated Press", "headline": "Bridge &amp; tunnel", "copyrightholder": "The Associated Press",
                 "version": 3, "place": [{"name": "Tesk", "geometry": {"coordinates": [1.5, 2]}}],
                 "body_text": "ignored", "body_html": "<p>One.</p><script>no()</script><p>Two&nbsp;three.</p>",
                 "associations": {"picture1": {"uri": "p", "type": "picture"},
                   "box": {"uri": "http://example.org/2", "type": "text", "headline": "Box", "body_text": "In a box."}}}""";
        String three = """
                {"uri": "http://example.org/3", "type": "text", "contentcreated": "2024-05-16T18:02:00Z", "by": "Ilan Serrat",
                 "headlines": [{"role": "main", "value": "Rain"}], "infosources": [{"name": "PA Media", "role": "x"}],
                 "bodies": [{"contenttype": "text/plain", "value": "ignored"}, {"role": "main", "contenttype": "text/html", "value": "<p>It rains.</p>"}],
                 "associations": [{"uri": "q", "type": "picture"}]}""";
        Readings readings = read(AgencyKind.NINJS, "[" + one + "," + three + "]");

        assertThat(readings.glance())
                .containsExactly("http://example.org/1", "http://example.org/2", "http://example.org/3");
        assertThat(paragraphs(readings.articles().get(0))).containsExactly("One.", "Two three.");
        assertThat(readings.articles().get(0).metadata())
                .isEqualTo(new Metadata(
                        Optional.of("The Associated Press"),
                        Optional.of("Bridge & tunnel"),
                        List.of("Mara Oldin, Associated Press"),
                        Optional.of(new Published("2024-05-16T18:02:00Z", "ninjs")),
                        Optional.of("en"),
                        Optional.of("Associated Press"),
                        Optional.empty(),
                        Map.of(
                                "outlet",
                                "ninjs",
                                "title",
                                "ninjs",
                                "authors",
                                "ninjs",
                                "language",
                                "ninjs",
                                "agency",
                                "ninjs")));
        assertThat(readings.articles().get(1).text().value()).isEqualTo("In a box.");
        assertThat(readings.articles().get(2).metadata().agency()).contains("PA Media");
        assertThat(readings.articles().get(2).metadata().title()).contains("Rain");
        assertThat(AgencyCredits.of(readings.articles().get(0))).hasSize(1);
        assertThat(read(AgencyKind.NINJS, one + "\n" + three).articles()).hasSize(3);
    }

    @Test
    void aDateThatCannotBeUsedIsLeftOutAndSaid() {
        Readings readings =
                read(AgencyKind.NINJS, "{\"uri\": \"a\", \"versioncreated\": \"yesterday\", \"body_text\": \"One.\"}");

        assertThat(readings.article().metadata().published()).isEmpty();
        assertThat(readings.notices())
                .containsExactly(
                        "publication date 'yesterday' of a left out: it is not ISO 8601, such as 2024-05-16T18:02:00Z");
    }

    @Test
    void theKindIsToldByTheFirstBytes() {
        String padded = "\ufeff <?xml version=\"1.0\"?>\n<!-- newsItem > -->\n<!DOCTYPE a [<!ENTITY b 'c'> ]> ";

        assertThat(kind(NITF)).contains(AgencyKind.NITF);
        assertThat(kind(newsItem("a", ""))).contains(AgencyKind.NEWSML_G2);
        assertThat(kind(padded + "<nitf>")).contains(AgencyKind.NITF);
        assertThat(kind(padded + "<n:newsMessage xmlns:n='http://iptc.org/std/nar/2006-10-01/'>"))
                .contains(AgencyKind.NEWSML_G2);
        assertThat(AgencyKind.of(("\ufeff" + NITF).getBytes(StandardCharsets.UTF_16LE)))
                .contains(AgencyKind.NITF);
        assertThat(kind("{\"uri\": \"x\", \"headline\": \"y\", \"body_html\": \"\"}"))
                .contains(AgencyKind.NINJS);
        assertThat(kind("[ {\"uri\":\"x\",\"pubstatus\":\"usable\",\"headlines\":[]"))
                .contains(AgencyKind.NINJS);
        assertThat(kind("{\"url\": \"x\", \"text\": \"y\"}")).isEmpty();
        assertThat(kind("{\"uri\": \"x\", \"text\": \"y\"}")).isEmpty();
        assertThat(kind("<html><body><nitf>")).isEmpty();
        assertThat(kind("<rss>")).isEmpty();
        assertThat(kind("<newsItem>")).isEmpty();
        assertThat(kind("")).isEmpty();
        assertThat(kind("<!-- ".repeat(1000))).isEmpty();
        assertThat(kind("<!DOCTYPE ".repeat(1000))).isEmpty();
        assertThat(kind("One text.")).isEmpty();
    }

    @Test
    void entitiesOfTheDocumentAreNeverReplaced() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
        String nitf = "<!DOCTYPE nitf [<!ENTITY x SYSTEM '" + secret.toUri() + "'><!ENTITY y 'yyyyyyyyyy'>"
                + "<!ENTITY z '&y;&y;&y;&y;&y;&y;&y;&y;&y;&y;'>]><nitf><body><body.content><p>One &x; &z;</p></body.content></body></nitf>";

        assertThat(read(AgencyKind.NITF, nitf).article().text().value()).isEqualTo("One &x; &z;");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<nitf>", "<nitf><body><body.content><p>", "<nitf></body>", "", "\u0000", "<nitf><body.content>&"
            })
    void aBrokenDocumentIsAReason(String document) {
        assertThat(read(AgencyKind.NITF, document).whys()).hasSize(1);
        assertThat(read(AgencyKind.NEWSML_G2, document).whys()).hasSize(1);
        assertThat(read(AgencyKind.NINJS, document).whys()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"uri\"",
                "{\"uri\": \"a\", \"body_text\": \"One",
                "[1, {\"a\": tru",
                "{]",
                "{\"a\":1}}",
                "\"a\""
            })
    void brokenJsonIsAReason(String document) {
        assertThat(read(AgencyKind.NINJS, document).whys()).isNotEmpty();
    }

    @Test
    void nestingIsBounded() {
        assertThat(read(AgencyKind.NINJS, "{\"a\":".repeat(100_000)).why()).contains("not valid JSON");
        assertThat(read(AgencyKind.NITF, "<nitf><body><body.content>" + "<p>".repeat(100_000))
                        .why())
                .contains("nested more than");
        assertThat(read(AgencyKind.NINJS, "{\"uri\":\"a\",\"body_html\":\"" + "<div>".repeat(100_000) + "One.\"}")
                        .articles())
                .hasSize(1);
    }

    @Test
    void aTextBeyondTheLimitIsSkippedAlone() {
        byte[] block = ("<p>" + "one two ".repeat(1000) + "</p>").getBytes(StandardCharsets.UTF_8);
        String item = newsItem("a", "<inlineXML><html>@</html></inlineXML>");
        String[] around = ("<newsMessage " + NAR + ">" + item).split("@", 2);
        InputStream in = stream(
                around[0], block, 4000, around[1] + newsItem("b", "<inlineData>One.</inlineData>") + "</newsMessage>");
        Readings readings = read(AgencyKind.NEWSML_G2, in);

        assertThat(readings.glance()).containsExactly("<urn:newsml:example.org:a>", "urn:newsml:example.org:b");
        assertThat(readings.whys().get(0)).startsWith("a text of more than 1 MiB");
    }

    @Test
    void anObjectBeyondTheLimitIsSkippedAlone() {
        byte[] block = ("{\"x\": \"" + "one two ".repeat(100) + "\"},").getBytes(StandardCharsets.UTF_8);
        InputStream in = stream(
                "[{\"uri\": \"a\", \"list\": [", block, 40_000, "0]}, {\"uri\": \"b\", \"body_text\": \"One.\"}]");
        Readings readings = read(AgencyKind.NINJS, in);

        assertThat(readings.glance()).containsExactly("<a>", "b");
    }

    @Test
    void everyFlippedByteEndsInAnArticleOrAReason() {
        Random random = new Random(5);
        Map<AgencyKind, String> documents = Map.of(
                AgencyKind.NITF,
                NITF,
                AgencyKind.NEWSML_G2,
                newsItem("a", "<inlineXML><html><body><p>One.</p></body></html></inlineXML>"),
                AgencyKind.NINJS,
                "{\"uri\": \"a\", \"headlines\": [{\"value\": \"x\"}], \"body_html\": \"<p>One.</p>\"}");
        documents.forEach((kind, document) -> {
            for (int i = 0; i < 500; i++) {
                byte[] broken = document.getBytes(StandardCharsets.UTF_8);
                for (int flips = 0; flips < 3; flips++) {
                    broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
                }
                AgencyKind.of(broken);
                assertThat(read(kind, new ByteArrayInputStream(broken)).outcomes())
                        .isNotEmpty();
            }
        });
    }

    @Test
    void markupThatIsMuchLongerThanAnyTextIsNotLookedAt() {
        String tags = "<b>".repeat(1_000_000);

        assertThat(read(AgencyKind.NINJS, "{\"uri\": \"a\", \"body_html\": \"" + tags + "One.\"}")
                        .articles())
                .hasSize(1);
        assertThat(read(AgencyKind.NINJS, "{\"uri\": \"a\", \"body_html\": \"" + tags + tags + "One.\"}")
                        .why())
                .startsWith("a text of more than 1 MiB");
    }

    @Test
    void theStreamOfTheItemStaysOpen() throws IOException {
        for (AgencyKind kind : AgencyKind.values()) {
            boolean[] closed = new boolean[1];
            InputStream in =
                    new ByteArrayInputStream(
                            (kind == AgencyKind.NINJS ? "{}" : "<a/>").getBytes(StandardCharsets.UTF_8)) {
                        @Override
                        public void close() {
                            closed[0] = true;
                        }
                    };
            read(kind, in);
            assertThat(closed[0]).as(kind.name()).isFalse();
        }
    }

    private static InputStream stream(String start, byte[] block, int times, String end) {
        return new SequenceInputStream(Collections.enumeration(List.of(
                new ByteArrayInputStream(start.getBytes(StandardCharsets.UTF_8)),
                new SequenceInputStream(Collections.enumeration(IntStream.range(0, times)
                        .<InputStream>mapToObj(i -> new ByteArrayInputStream(block))
                        .toList())),
                new ByteArrayInputStream(end.getBytes(StandardCharsets.UTF_8)))));
    }

    private static String newsItem(String id, String content) {
        return "<newsItem " + NAR + " guid=\"urn:newsml:example.org:" + id + "\" version=\"2\" xml:lang=\"en\">"
                + "<catalogRef href=\"http://127.0.0.1:9/catalog\"/>"
                + "<rightsInfo><copyrightHolder literal=\"AFP\"/></rightsInfo>"
                + "<itemMeta><itemClass qcode=\"ninat:text\"/><provider literal=\"afp.com\"><name>Agence France-Presse</name></provider>"
                + "<versionCreated>2024-05-16T18:02:00+02:00</versionCreated><pubStatus qcode=\"stat:usable\"/></itemMeta>"
                + "<contentMeta><contentCreated>2024-05-15</contentCreated><language tag=\"en-GB\"/><slugline>bridge</slugline>"
                + "<headline>Bridge closed</headline><by>By Mara Oldin</by></contentMeta>"
                + "<contentSet>" + content + "</contentSet></newsItem>";
    }

    private static Optional<AgencyKind> kind(String head) {
        return AgencyKind.of(head.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> paragraphs(Article article) {
        return article.text().paragraphs().stream()
                .map(span -> span.of(article.text().value()))
                .toList();
    }

    private static Readings read(AgencyKind kind, String document) {
        return read(kind, new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)));
    }

    private static Readings read(AgencyKind kind, InputStream in) {
        List<Outcome<Article>> outcomes = new ArrayList<>();
        List<String> notices = new ArrayList<>();
        Item item = new Item("wire.xml", Known.NOTHING, in);
        try (ItemArticles articles = AgencyFormats.open(item, kind, 1 << 20, notices::add)) {
            for (Outcome<Article> one = articles.next(); one != null; one = articles.next()) {
                outcomes.add(one);
            }
        } catch (IOException e) {
            outcomes.add(new Outcome.Skipped<>("wire.xml", Outcome.Stage.READING, String.valueOf(e.getMessage())));
        }
        return new Readings(outcomes, notices);
    }

    private record Readings(List<Outcome<Article>> outcomes, List<String> notices) {

        List<Article> articles() {
            List<Article> articles = new ArrayList<>();
            for (Outcome<Article> outcome : outcomes) {
                if (outcome instanceof Outcome.Kept<Article> kept) {
                    articles.add(kept.value());
                }
            }
            return articles;
        }

        Article article() {
            assertThat(whys()).isEmpty();
            assertThat(articles()).hasSize(1);
            return articles().get(0);
        }

        List<String> glance() {
            return outcomes.stream()
                    .map(outcome -> outcome instanceof Outcome.Kept<Article> kept
                            ? kept.value().address()
                            : "<" + ((Outcome.Skipped<Article>) outcome).address() + ">")
                    .toList();
        }

        List<String> whys() {
            List<String> whys = new ArrayList<>();
            for (Outcome<Article> outcome : outcomes) {
                if (outcome instanceof Outcome.Skipped<Article> skipped) {
                    whys.add(skipped.why());
                }
            }
            return whys;
        }

        String why() {
            assertThat(whys()).hasSize(1);
            return whys().get(0);
        }
    }
}
