package io.onrecord.reading.page;

import io.onrecord.model.Article;
import io.onrecord.model.Outcome;
import io.onrecord.model.Text;
import io.onrecord.reading.item.Item;
import io.onrecord.reading.item.Wording;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;

/**
 * Reads the article in a web page: its text without what stands around it, and what the page says of it. Immutable; safe to
 * share between threads. Time and memory are bounded, whatever a page holds: see {@link #PageReader(long)} and
 * {@link #MOST_ELEMENTS}.
 */
public final class PageReader {

    /** In bytes. The largest pages of news have a few million. */
    public static final long LARGEST = 16L << 20;

    /** The largest pages of news have some ten thousand. */
    public static final int MOST_ELEMENTS = 200_000;

    private final long maxBytes;

    /** With {@link #LARGEST} as the limit. */
    public PageReader() {
        this(LARGEST);
    }

    /**
     * With another limit.
     *
     * @param maxBytes of one page, at least 1; a page is held in memory with what is made of it, some ten times as much
     */
    public PageReader(long maxBytes) {
        if (maxBytes < 1 || maxBytes > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("maxBytes must lie between 1 and 2 GiB, not " + maxBytes);
        }
        this.maxBytes = maxBytes;
    }

    /**
     * The article of an item that is a web page, under the item's address. What the page says of it goes before what is
     * known of the item from outside. A page without an article is skipped with the reason.
     *
     * @throws IOException if the bytes cannot be read
     */
    public Outcome<Article> read(Item item) throws IOException {
        Outcome<String> html = html(item, Optional.empty());
        return html instanceof Outcome.Kept<String> kept
                ? article(kept.value(), item)
                : ((Outcome.Skipped<String>) html).as();
    }

    /**
     * The characters of an item that is a web page; its stream is read to the end.
     *
     * @param otherwise the encoding of a page that says none itself and of which none is known
     * @throws IOException if the bytes cannot be read
     */
    public Outcome<String> html(Item item, Optional<Charset> otherwise) throws IOException {
        byte[] bytes = item.bytes().readNBytes(Math.toIntExact(maxBytes + 1));
        if (bytes.length > maxBytes) {
            return Wording.skipped(
                    item.address(),
                    "a web page larger than " + maxBytes
                            + " bytes, the limit for one page: cut it, or save its text alone");
        }
        if (bytes.length == 0) {
            return Wording.skipped(item.address(), "empty: there is no page in it");
        }
        PageDecoding decoded = PageDecoding.of(bytes, item.known().charset(), otherwise);
        return decoded.failure().isPresent()
                ? Wording.skipped(item.address(), decoded.failure().get())
                : new Outcome.Kept<>(decoded.html());
    }

    /** As {@link #read}, of a page that is text already; the bytes of the item are left alone. */
    public Outcome<Article> article(String html, Item item) {
        Outcome<Page> outcome = page(html, item.address());
        if (outcome instanceof Outcome.Kept<Page> kept) {
            Page page = kept.value();
            return new Outcome.Kept<>(Article.of(
                    item.address(),
                    page.text(),
                    page.metadata().orElse(item.known().metadata())));
        }
        return ((Outcome.Skipped<Page>) outcome).as();
    }

    /**
     * The article in the bytes of a page. Pure.
     *
     * @param known the encoding that is declared outside of the page
     * @param address where the page is from; may tell its date
     */
    public Outcome<Page> page(byte[] bytes, Optional<Charset> known, String address) {
        PageDecoding decoded = PageDecoding.of(bytes, known);
        return decoded.failure().isPresent()
                ? Wording.skipped(address, decoded.failure().get())
                : page(decoded.html(), address);
    }

    /** All text that a page shows, furniture and all; empty for a page over the limits. Pure. */
    public Text everything(byte[] bytes, Optional<Charset> known) {
        List<Block> blocks = parse(PageDecoding.of(bytes, known).html())
                .map(document -> Boxes.of(document).blocks())
                .orElse(List.of());
        return Paragraphs.of(blocks);
    }

    /**
     * The article in a page that is text already. Pure.
     *
     * @param address where the page is from; may tell its date
     */
    public Outcome<Page> page(String html, String address) {
        Optional<Document> parsed = parse(html);
        if (parsed.isEmpty()) {
            return Wording.skipped(
                    address,
                    "a web page of more than " + MOST_ELEMENTS
                            + " elements, the limit for one page: save the text of its article alone");
        }
        Document document = parsed.get();
        Boxes boxes = Boxes.of(document);
        Markup markup = Markup.of(document);
        Headlines headlines = Headlines.of(markup, document.title());
        LinkedData data = LinkedData.of(markup);
        ToldBody told = ToldBody.of(data.body());
        List<Block> body = Body.of(boxes, headlines, told);
        if (body.isEmpty()) {
            boxes = Boxes.withHidden(document);
            body = Body.of(boxes, headlines, told);
        }
        if (body.isEmpty()) {
            boxes = Boxes.of(document);
            body = ShortText.of(boxes, headlines, markup.hasScripts());
        }
        if (body.isEmpty()) {
            return Wording.skipped(address, nothing(markup, boxes));
        }
        Text text = Paragraphs.of(body);
        List<Block> before = boxes.blocks().subList(0, body.get(0).order());
        return new Outcome.Kept<>(
                new Page(text, PageMetadata.of(markup, address, data, headlines, before), markup.canonical()));
    }

    /** Elements are counted while they come: some small pages unfold into large documents. */
    private static Optional<Document> parse(String html) {
        try (StreamParser parser = new StreamParser(Parser.htmlParser())) {
            parser.parse(html, "");
            int elements = 0;
            for (Iterator<Element> all = parser.iterator(); all.hasNext(); all.next()) {
                if (++elements > MOST_ELEMENTS) {
                    return Optional.empty();
                }
            }
            return Optional.of(parser.document());
        }
    }

    private static String nothing(Markup markup, Boxes boxes) {
        if (markup.isFramed()) {
            return "a frameset: the article is in one of its frames, name that page instead";
        }
        if (boxes.blocks().isEmpty()) {
            return !markup.hasScripts()
                    ? "empty: the page shows no text"
                    : "the page shows no text without its scripts: save it from a browser after it has loaded";
        }
        return "no article in the page: no running text, only links and labels";
    }
}
