package io.onrecord.reading.page;

import static io.onrecord.reading.page.Pages.BODY;
import static io.onrecord.reading.page.Pages.page;
import static io.onrecord.reading.page.Pages.paragraphs;
import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.model.Span;
import io.onrecord.model.Text;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which text of a page is its article. */
class ArticleInPageTest {

    private static final String FIRST =
            "The ferry to Tesk sank on Sunday with nobody on board, the port authority of Lisden said on Monday.";
    private static final String SECOND =
            "“We saw it go,” said Mara Oldin, who keeps the light at Hask Rock and has done so for thirty years.";
    private static final String THIRD =
            "The owners, a firm from Avenia, did not answer questions about the state of the ship or its crew.";

    @Test
    void theArticleIsItsParagraphsInOrderWithABlankLineBetween() {
        Text text = Pages.read(page(BODY)).text();
        assertThat(text.value()).isEqualTo(FIRST + "\n\n" + SECOND + "\n\n" + THIRD);
        assertThat(text.paragraphs()).hasSize(3);
        assertThat(text.paragraphs().get(1))
                .isEqualTo(new Span(FIRST.length() + 2, FIRST.length() + 2 + SECOND.length()));
    }

    @Test
    void ofAPageThatSaysNoMoreThanASentenceItIsRead() {
        assertThat(paragraphs("<!DOCTYPE html><p>One")).containsExactly("One");
        assertThat(paragraphs("<html><body>Ferry cancelled.<br><br>Back on Monday</body></html>"))
                .containsExactly("Ferry cancelled.", "Back on Monday");
        assertThat(paragraphs(page("<p>No ferry today.</p><p>Sorry.</p>").replaceAll("(?s)<footer>.*</footer>", "")))
                .containsExactly("No ferry today.", "Sorry.");
        assertThat(paragraphs("<title>Ferry</title><nav><a href=/>Home</a> Menu.</nav><p>Ferry</p><div>It sank.</div>"))
                .containsExactly("It sank.");
    }

    @Test
    void linksLabelsAndWhatWaitsForScriptsAreNoShortArticle() {
        assertThat(Pages.whySkipped("<h1>Ferry</h1><p><a href=/a>All about ferries.</a></p><div>Menu</div>"))
                .contains("no article in the page");
        assertThat(Pages.whySkipped("<script>draw()</script><div id=app>Loading…</div>"))
                .contains("no article in the page");
        assertThat(Pages.whySkipped("<p>Share this article</p><nav><p>Go on.</p></nav>"))
                .contains("no article in the page");
    }

    @ParameterizedTest
    @ValueSource(strings = {"“No.”", "\"No,\" he said.", "«Nein.»", "‘Never again.’", "'Never.'"})
    void aParagraphThatBeginsWithAQuotationMarkIsNeverCut(String quotation) {
        String asParagraph = "<p>" + quotation + "</p>";
        assertThat(paragraphs(page(asParagraph + BODY))).containsExactly(quotation, FIRST, SECOND, THIRD);
        assertThat(paragraphs(page(BODY + asParagraph))).containsExactly(FIRST, SECOND, THIRD, quotation);
        assertThat(paragraphs(page(BODY + asParagraph + BODY)))
                .contains(quotation)
                .hasSize(7);
    }

    @Test
    void quotationsInBlockquotesAndPostsThatAreShownArePartOfIt() {
        String quoted = "<blockquote><p>We never had a chance.</p><p>— Ilan Serrat</p></blockquote>";
        assertThat(paragraphs(page(BODY + quoted + BODY))).contains("We never had a chance.", "— Ilan Serrat");
        String post =
                "<div class=\"social-media-embed\"><blockquote class=\"post\"><p>The harbour is closed until noon on Monday.</p></blockquote></div>";
        assertThat(paragraphs(page(BODY + post + BODY))).contains("The harbour is closed until noon on Monday.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<aside><p>At a glance: what you need to know about the ferry, its owners and the weather.</p></aside>",
                "<div class=\"related-stories\"><h3>Related</h3><ul><li><a href=\"/a\">Serrat denies it</a></li></ul></div>",
                "<figure><img src=\"a.jpg\"><figcaption>The ferry in better days, when it was new. Photo: Emil Varga</figcaption></figure>",
                "<div class=\"image-caption\">The ferry in better days, when it was new, in the harbour of Tesk.</div>",
                "<div id=\"cookie-consent\"><p>We use cookies and similar things to make this site better for you, and for us.</p></div>",
                "<div class=\"share-bar\"><a href=\"#\">Facebook</a> <a href=\"#\">Twitter</a> Share this with all the people you know.</div>",
                "<section class=\"newsletter-signup\"><p>Get the best of the Lisden Post in your inbox every morning, for nothing.</p></section>",
                "<div class=\"comments\"><p>I was there and it was nothing like that, whatever the port authority says now.</p></div>",
                "<p>Read more: <a href=\"/b\">Serrat says that the ferry was old</a></p>",
                "<p><a href=\"/b\">Serrat says that the ferry was old</a></p>",
                "<p>Please enable JavaScript to watch this video.</p>",
                "<p>Advertisement</p>",
                "<div class=\"ad-slot\"><p>Buy the new Tesk raincoat, which keeps you dry whatever the weather brings.</p></div>",
                "<p class=\"byline\">By Mara Oldin, our correspondent in Tesk</p>",
                "<p class=\"timestamp\">Published on Monday 4 May 2026 at ten in the morning</p>",
                "<script>var text = 'The ferry sank, and everybody saw it, the port authority said on Monday.';</script>",
                "<noscript><p>This page is better with scripts, which you should turn on before you read any further.</p></noscript>",
                "<div hidden><p>Nobody sees this paragraph, which is here for machines that count the words of pages.</p></div>",
                "<div style=\"display: none\"><p>Nobody sees this paragraph, which is here for machines that count.</p></div>",
                "<!-- <p>The ferry did not sink at all, and nobody said that it did, on Monday or otherwise.</p> -->",
                "<button>Play the video of the ferry that sank on Sunday off Tesk</button>",
                "<ul><li><a href=\"/1\">Five ferries that sank</a></li><li><a href=\"/2\">Tesk at night</a></li></ul>",
                "<div class=\"author-bio\"><p>Mara Oldin has kept the light at Hask Rock for thirty years and writes about it.</p></div>",
                "<div class=\"tags\">Ferries, Tesk, Lisden, Accidents at sea, Avenia, Shipping</div>"
            })
    void furnitureInTheMiddleOfAnArticleIsLeftOut(String furniture) {
        assertThat(paragraphs(page(BODY + furniture + "<p>It was the oldest ship of the line, built in 1961.</p>")))
                .containsExactly(FIRST, SECOND, THIRD, "It was the oldest ship of the line, built in 1961.");
    }

    @Test
    void titleStandfirstAndByLineAreNotPartOfTheText() {
        assertThat(paragraphs(page(
                        "<h2>Nobody was on board</h2><p>By Mara Oldin</p><p>4 May 2026</p><p>3 min read</p>" + BODY)))
                .containsExactly(FIRST, SECOND, THIRD);
        String again = "<div class=\"kicker\">Shipping</div><h2>Ferry sinks off Tesk</h2>";
        assertThat(paragraphs(page(again + BODY))).containsExactly(FIRST, SECOND, THIRD);
    }

    @Test
    void subheadsStayWhereTextFollowsThem() {
        assertThat(paragraphs(page(BODY + "<h2>What the owners say</h2>" + BODY + "<h2>More to come</h2>")))
                .contains("What the owners say")
                .doesNotContain("More to come")
                .hasSize(7);
    }

    @Test
    void listsArePartOfItEachEntryAParagraph() {
        assertThat(paragraphs(page(BODY
                        + "<p>The report asks for three things:</p><ul><li>A new ferry</li><li>Lower <b>fares</b></li><li>An <a href=\"/i\">inquiry</a> into the loss</li></ul>"
                        + BODY)))
                .contains(
                        "The report asks for three things:", "A new ferry", "Lower fares", "An inquiry into the loss");
    }

    @Test
    void aRowOfATableIsAParagraphAndItsCellsHaveTabsBetween() {
        assertThat(paragraphs(page(BODY
                        + "<table><tr><th>Ship</th><th>Built</th></tr><tr><td><a href=\"/anna\">Anna</a></td><td>1961</td></tr></table>"
                        + BODY)))
                .contains("Ship\tBuilt", "Anna\t1961");
    }

    @Test
    void aTableThatLaysOutThePageIsNone() {
        String html = "<html><body><table><tr><td><a href=\"/\">Home</a><br><a href=\"/n\">News</a></td><td>" + BODY
                + "</td></tr></table></body></html>";
        assertThat(paragraphs(html)).containsExactly(FIRST, SECOND, THIRD);
    }

    @Test
    void twoLineBreaksPartParagraphsAndOneIsALineEnd() {
        String html = page("<div>" + FIRST + "<br><br>" + SECOND + "<br />\n <br/>" + THIRD
                + " Her crew were:<br>Anna Dreyer<br>Emil Varga</div>");
        assertThat(paragraphs(html)).containsExactly(FIRST, SECOND, THIRD + " Her crew were:\nAnna Dreyer\nEmil Varga");
    }

    @Test
    void sentencesOnLinesOfTheirOwnAreParagraphs() {
        String html = page("<div>" + FIRST + "<br>" + SECOND + "<br>" + THIRD + "</div>");
        assertThat(paragraphs(html)).containsExactly(FIRST, SECOND, THIRD);
    }

    @Test
    void markupInsideAParagraphLeavesNoTrace() {
        String html = page(
                "<p>The <em>ferry</em> to <a href=\"/tesk\">Tesk</a>, <strong>which <span>sank</span></strong> on Sun<wbr>day, was"
                        + " <span>o</span>ld<sup>1</sup>, the port author&shy;ity of Lisden&nbsp;said&#8203; on Mon\u00ADday &amp; Tuesday.</p>"
                        + BODY);
        assertThat(paragraphs(html).get(0))
                .isEqualTo(
                        "The ferry to Tesk, which sank on Sunday, was old1, the port authority of Lisden said on Monday & Tuesday.");
    }

    @Test
    void whiteSpaceIsAsABrowserShowsIt() {
        String html = page(
                "<p>\n   The ferry\t\tto  Tesk\n sank on <b> Sunday </b> , the port authority of Lisden said on Monday.  </p>"
                        + BODY);
        assertThat(paragraphs(html).get(0))
                .isEqualTo("The ferry to Tesk sank on Sunday , the port authority of Lisden said on Monday.");
    }

    @Test
    void preformattedTextKeepsItsLinesAndBlankLinesPartIt() {
        String html = page(BODY + "<pre>MAYDAY MAYDAY\n  this is the Anna\n\nwe are taking on water</pre>" + BODY);
        assertThat(paragraphs(html)).contains("MAYDAY MAYDAY\nthis is the Anna", "we are taking on water");
    }

    @Test
    void textInDivsIsFoundAsWellAsTextInParagraphs() {
        String html = page("<div>" + FIRST + "</div><div>" + SECOND + "</div><div>" + THIRD + "</div>");
        assertThat(paragraphs(html)).containsExactly(FIRST, SECOND, THIRD);
    }

    @Test
    void anArticleThatAdvertisementsCutInPiecesIsOne() {
        String piece = "<div class=\"piece\">" + BODY
                + "</div><div class=\"ad\">Buy this now, and this as well, while it lasts.</div>";
        assertThat(paragraphs("<html><body><div>" + piece.repeat(4) + "</div></body></html>"))
                .hasSize(12);
    }

    @Test
    void aPageWithoutAnyHintsIsReadByItsTextAlone() {
        String html = "<div><div><a href=/1>One</a> <a href=/2>Two</a> <a href=/3>Three</a></div><div>" + BODY
                + "</div><div><p><a href=/4>Four more stories about the sea</a></p></div></div>";
        assertThat(paragraphs(html)).containsExactly(FIRST, SECOND, THIRD);
    }

    @Test
    void wordsOfFurnitureInAClassDoNotHideAWholeArticle() {
        String html = "<html><body><div class=\"widget promo sidebar\">" + BODY + "</div></body></html>";
        assertThat(paragraphs(html)).containsExactly(FIRST, SECOND, THIRD);
    }

    @Test
    void aShortArticleIsOne() {
        assertThat(paragraphs(page("<p>The ferry to Tesk sank on Sunday, the port said.</p>")))
                .containsExactly("The ferry to Tesk sank on Sunday, the port said.");
    }

    @Test
    void otherScriptsAreReadAsWell() {
        String html =
                "<html><body><nav><a href=/>首页</a></nav><article><p>周日，开往特斯克的渡轮沉没，港务局周一表示，船上无人，船主没有回答有关船只状况的问题。</p>"
                        + "<p>“我们看着它沉下去。”在哈斯克岩看守灯塔的玛拉说，她在那里工作了三十年，从未见过这样的事情。</p></article></body></html>";
        assertThat(paragraphs(html)).hasSize(2);
    }

    @Test
    void whatOneFindsInTheDataForMachinesGuidesWhereTheScoreIsMistaken() {
        String comment =
                "<p>I was there, and I can tell you, my friends, that it was nothing like that, not at all, never, whatever they say now,"
                        + " and they say a lot, as we all know, all of us, here and elsewhere, don't we.</p>";
        String html = "<html><head><script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"articleBody\":\""
                + FIRST + " " + SECOND
                + " " + THIRD + "\"}</script></head><body><div class=\"x\">" + BODY + "</div><div class=\"y\">"
                + comment.repeat(12)
                + "</div></body></html>";
        assertThat(paragraphs(html)).containsExactly(FIRST, SECOND, THIRD);
    }

    @Test
    void dataForMachinesThatBreaksOffCutsNothing() {
        String told = (FIRST + " " + SECOND + " And nobody knows.").substring(0, 205);
        String html = "<html><head><script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"articleBody\":\""
                + told
                + "\"}</script></head><body><div><div>" + BODY + "</div></div>"
                + "<div>"
                + "<p>The next part, which is long, tells of the owners, of Avenia, and of the sea.</p>".repeat(9)
                + "</div></body></html>";
        assertThat(paragraphs(html)).startsWith(FIRST, SECOND, THIRD);
    }

    @Test
    void anArticleThatOnlyAScriptWouldShowIsRead() {
        String html = "<html><body><nav><a href=/>Home</a></nav><div id=story style='display:none'>" + BODY
                + "</div><script>show('story')</script></body></html>";
        assertThat(paragraphs(html)).containsExactly(FIRST, SECOND, THIRD);
    }

    @Test
    void classesThatSayWhatAnArticleIsAboutDoNotMakeItFurniture() {
        String html =
                "<html><body><div class=\"post hentry category-advertising tag-newsletter has-post-thumbnail\">" + BODY
                        + "</div><div class=\"comments\">"
                        + "<p>I was there, and it was nothing like that at all, whatever they say now.</p>".repeat(20)
                        + "</div></body></html>";
        assertThat(paragraphs(html)).containsExactly(FIRST, SECOND, THIRD);
    }

    @Test
    void aLinkToThePageItselfFarDownDoesNotCutTheArticle() {
        String html = page(BODY + "<p>Ferry sinks off Tesk</p>" + BODY);
        assertThat(paragraphs(html)).hasSizeGreaterThanOrEqualTo(6).startsWith(FIRST, SECOND, THIRD);
    }

    @Test
    void pagesAreReadAlikeEachTime() {
        String html = page(BODY + BODY);
        assertThat(Pages.read(html)).isEqualTo(Pages.read(html));
        assertThat(List.copyOf(paragraphs(html))).hasSize(6);
    }
}
