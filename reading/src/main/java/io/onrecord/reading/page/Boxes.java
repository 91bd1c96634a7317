package io.onrecord.reading.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * Turns a document into boxes and blocks of text, in reading order. What a browser does not show is not there. Goes through
 * the document without recursion, however deep it is.
 */
final class Boxes implements NodeFilter {

    private static final Set<String> BLOCK_TAGS = Set.of(
            "html",
            "body",
            "address",
            "article",
            "aside",
            "blockquote",
            "center",
            "dd",
            "details",
            "dialog",
            "dir",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figcaption",
            "figure",
            "footer",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hgroup",
            "hr",
            "li",
            "main",
            "menu",
            "nav",
            "ol",
            "p",
            "pre",
            "section",
            "summary",
            "table",
            "tbody",
            "thead",
            "tfoot",
            "tr",
            "td",
            "th",
            "caption",
            "ul",
            "listing",
            "xmp",
            "plaintext",
            "legend");

    private static final Set<String> NEVER_SHOWN = Set.of(
            "head",
            "script",
            "style",
            "noscript",
            "template",
            "svg",
            "math",
            "canvas",
            "iframe",
            "frame",
            "frameset",
            "noframes",
            "object",
            "embed",
            "applet",
            "audio",
            "video",
            "source",
            "track",
            "map",
            "area",
            "link",
            "meta",
            "title",
            "base",
            "param",
            "input",
            "select",
            "option",
            "optgroup",
            "textarea",
            "button",
            "datalist",
            "output",
            "progress",
            "meter",
            "picture",
            "img",
            "amp-ad",
            "amp-img",
            "amp-video",
            "amp-iframe",
            "rt",
            "rp");

    private static final Set<String> PREFORMATTED = Set.of("pre", "listing", "xmp", "plaintext", "textarea");

    private final List<Block> blocks = new ArrayList<>();
    private final List<Box> all = new ArrayList<>();
    private final InlineText text = new InlineText();
    private final Map<String, Role> roles = new HashMap<>();
    private final Set<Node> holdingBlocks;
    private final boolean hidden;
    private Box box;
    private int links;
    private int preformatted;

    private Boxes(Document document, boolean hidden) {
        this.hidden = hidden;
        holdingBlocks = holdingBlocks(document);
        box = new Box("#root", "", null, Role.NONE, 0);
        all.add(box);
    }

    /** All that a page shows. */
    static Boxes of(Document document) {
        return of(document, false);
    }

    /** The same with what its attributes hide: some pages show their article only once a script has run. */
    static Boxes withHidden(Document document) {
        return of(document, true);
    }

    private static Boxes of(Document document, boolean hidden) {
        Boxes boxes = new Boxes(document, hidden);
        boxes.filter(document);
        return boxes;
    }

    private void filter(Document document) {
        document.filter(this);
        flush();
        box.close(blocks.size());
    }

    /** In reading order. */
    List<Block> blocks() {
        return blocks;
    }

    /** Each before those in it. */
    List<Box> all() {
        return all;
    }

    /** Elements that are not blocks by name but have blocks inside, and so act as blocks. */
    private static Set<Node> holdingBlocks(Document document) {
        Set<Node> holding = Collections.newSetFromMap(new IdentityHashMap<>());
        document.forEachNode(node -> {
            if (node instanceof Element element && BLOCK_TAGS.contains(element.normalName())) {
                Node up = element.parent();
                while (up instanceof Element && holding.add(up)) {
                    up = up.parent();
                }
            }
        });
        return holding;
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode shown) {
            show(shown.getWholeText());
            return FilterResult.CONTINUE;
        }
        if (!(node instanceof Element element)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        String tag = element.normalName();
        if (NEVER_SHOWN.contains(tag) || (!hidden && isHidden(element))) {
            text.word();
            return FilterResult.SKIP_ENTIRELY;
        }
        if (tag.equals("br")) {
            lineBreak();
        } else if (isCell(element)) {
            text.tab();
        } else if (isBox(element)) {
            flush();
            String look = tag + ' ' + element.className();
            box = new Box(tag, look, box, role(element, look), blocks.size());
            all.add(box);
        }
        links += isLink(element) ? 1 : 0;
        preformatted += PREFORMATTED.contains(tag) ? 1 : 0;
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            links -= isLink(element) ? 1 : 0;
            preformatted -= PREFORMATTED.contains(element.normalName()) ? 1 : 0;
            if (isBox(element)) {
                flush();
                box.close(blocks.size());
                Box parent = box.parent();
                if (parent != null) {
                    box = parent;
                }
            }
        }
        return FilterResult.CONTINUE;
    }

    /** Templates repeat themselves, so most roles have been read before. */
    private Role role(Element element, String look) {
        return roles.computeIfAbsent(
                String.join(
                        "\n",
                        look,
                        element.id(),
                        element.attr("role"),
                        element.attr("itemprop"),
                        element.attr("property")),
                key -> Hints.of(element));
    }

    private boolean isBox(Element element) {
        return !isCell(element)
                && !(element instanceof Document)
                && (BLOCK_TAGS.contains(element.normalName()) || holdingBlocks.contains(element));
    }

    /** A cell with nothing but inline text: its row is the paragraph. */
    private boolean isCell(Element element) {
        String tag = element.normalName();
        if (!tag.equals("td") && !tag.equals("th")) {
            return false;
        }
        return !holdingBlocks.contains(element);
    }

    private static boolean isLink(Element element) {
        return element.normalName().equals("a") && element.hasAttr("href");
    }

    private static boolean isHidden(Element element) {
        if (element.attributesSize() == 0) {
            return false;
        }
        if (element.hasAttr("hidden") || element.attr("aria-hidden").equals("true")) {
            return true;
        }
        String style = element.attr("style");
        return !style.isEmpty() && style.length() < 1000 && hides(style);
    }

    private static boolean hides(String style) {
        String plain = style.toLowerCase(Locale.ROOT).replace(" ", "");
        return plain.contains("display:none") || plain.contains("visibility:hidden");
    }

    private void show(String characters) {
        if (preformatted == 0) {
            text.add(characters, links > 0);
            return;
        }
        int start = 0;
        for (int end = characters.indexOf('\n'); end >= 0; end = characters.indexOf('\n', start)) {
            text.add(characters.substring(start, end), links > 0);
            lineBreak();
            start = end + 1;
        }
        text.add(characters.substring(start), links > 0);
    }

    /** A second one in a row parts paragraphs, and so does one after a long line that ends a sentence. */
    private void lineBreak() {
        if (text.endsLine() || (preformatted == 0 && text.endsLongSentence())) {
            flush();
        } else {
            text.lineBreak();
        }
    }

    private void flush() {
        if (text.isEmpty()) {
            return;
        }
        int linked = text.linked();
        String value = text.take();
        if (!value.isEmpty()) {
            Block block = Block.of(value, linked, box, blocks.size());
            blocks.add(block);
            box.blocks().add(block);
        }
    }
}
