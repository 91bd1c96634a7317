package io.onrecord.reading.agency;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** A body in HTML to blocks. */
final class Html {

    private Html() {}

    static void into(Blocks blocks, String html) {
        Element body = Jsoup.parseBodyFragment(html).body();
        NodeTraversor.traverse(
                new NodeVisitor() {
                    @Override
                    public void head(Node node, int depth) {
                        if (node instanceof TextNode text) {
                            blocks.text(text.getWholeText());
                        } else if (node instanceof Element element) {
                            blocks.start(element.normalName());
                        }
                    }

                    @Override
                    public void tail(Node node, int depth) {
                        if (node instanceof Element element) {
                            blocks.end(element.normalName());
                        }
                    }
                },
                body);
    }

    /** A line of text that may hold markup, such as a headline. */
    static String line(String html) {
        return html.indexOf('<') < 0 && html.indexOf('&') < 0
                ? Blocks.shown(html)
                : Blocks.shown(Jsoup.parseBodyFragment(html).body().text());
    }
}
