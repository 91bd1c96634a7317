package io.onrecord.reading.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * The blocks of an HTML text that is nothing but text: a chapter of a book, a mail. Furniture is not looked for here, as
 * there is none; what is not shown is left out.
 */
final class HtmlBlocks {

    /**
     * A paragraph.
     *
     * @param text with its line breaks, other white space collapsed
     * @param heading whether it is one
     */
    record Block(String text, boolean heading) {}

    private static final Set<String> BLOCKS = Set.of(
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "caption",
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
            "header",
            "hgroup",
            "hr",
            "html",
            "legend",
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
            "td",
            "tfoot",
            "th",
            "thead",
            "tr",
            "ul",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6");

    private static final Set<String> NOT_SHOWN = Set.of(
            "script",
            "style",
            "head",
            "title",
            "template",
            "noscript",
            "svg",
            "math",
            "object",
            "iframe",
            "select",
            "button",
            "textarea",
            "audio",
            "video",
            "canvas",
            "datalist",
            "rp",
            "rt");

    /** Parts of books that are no text of their own (EPUB Structural Semantics Vocabulary). */
    private static final Set<String> NOTES = Set.of(
            "footnote",
            "footnotes",
            "endnote",
            "endnotes",
            "rearnote",
            "rearnotes",
            "noteref",
            "pagebreak",
            "toc",
            "page-list",
            "landmarks");

    private final List<Block> blocks = new ArrayList<>();
    private final StringBuilder current = new StringBuilder();
    private int headings;
    private int preformatted;

    private HtmlBlocks() {}

    static List<Block> of(Element root) {
        HtmlBlocks all = new HtmlBlocks();
        root.filter(new NodeFilter() {
            @Override
            public FilterResult head(Node node, int depth) {
                return all.head(node);
            }

            @Override
            public FilterResult tail(Node node, int depth) {
                all.tail(node);
                return FilterResult.CONTINUE;
            }
        });
        all.end();
        return all.blocks;
    }

    private NodeFilter.FilterResult head(Node node) {
        if (node instanceof TextNode text) {
            write(text.getWholeText());
            return NodeFilter.FilterResult.CONTINUE;
        }
        if (!(node instanceof Element element)) {
            return NodeFilter.FilterResult.CONTINUE;
        }
        String name = element.normalName();
        if (isHidden(element, name)) {
            return NodeFilter.FilterResult.SKIP_ENTIRELY;
        }
        if (name.equals("br")) {
            current.append('\n');
        } else if (BLOCKS.contains(name)) {
            end();
            headings += isHeading(name) ? 1 : 0;
            preformatted += name.equals("pre") ? 1 : 0;
        }
        return NodeFilter.FilterResult.CONTINUE;
    }

    private void tail(Node node) {
        if (node instanceof Element element && BLOCKS.contains(element.normalName())) {
            end();
            headings -= isHeading(element.normalName()) ? 1 : 0;
            preformatted -= element.normalName().equals("pre") ? 1 : 0;
        }
    }

    private void write(String text) {
        if (preformatted > 0) {
            current.append(text);
            return;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean space = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
            if (!space) {
                current.append(c);
            } else if (!endsBlank()) {
                current.append(' ');
            }
        }
    }

    private boolean endsBlank() {
        if (current.isEmpty()) {
            return true;
        }
        char last = current.charAt(current.length() - 1);
        return last == ' ' || last == '\n';
    }

    private void end() {
        boolean heading = headings > 0;
        for (String part : Paragraphs.parts(withoutSpacesAtLineEnds(current.toString()))) {
            blocks.add(new Block(part, heading));
        }
        current.setLength(0);
    }

    private static String withoutSpacesAtLineEnds(String text) {
        return text.replace(" \n", "\n");
    }

    private static boolean isHeading(String name) {
        return name.length() == 2 && name.charAt(0) == 'h' && name.charAt(1) >= '1' && name.charAt(1) <= '6';
    }

    private static boolean isHidden(Element element, String name) {
        if (NOT_SHOWN.contains(name) || element.hasAttr("hidden")) {
            return true;
        }
        String style = element.attr("style").replace(" ", "").toLowerCase(Locale.ROOT);
        if (style.contains("display:none") || style.contains("mso-hide:all") || style.contains("visibility:hidden")) {
            return true;
        }
        for (String type : element.attr("epub:type").split(" ", 8)) {
            if (NOTES.contains(type)) {
                return true;
            }
        }
        return false;
    }
}
