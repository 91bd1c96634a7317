package io.onrecord.reading.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;

/** A feed that is not well-formed, as XML that is. */
final class Mended {

    /** In characters; what comes after is left, so that the tree fits into memory. */
    private static final int LONGEST = 2 << 20;

    private static final int DEEPEST = 80;

    /** What feeds mean by prefixes that they forget to declare. */
    private static final Map<String, String> PREFIXES = Map.of(
            "dc", "http://purl.org/dc/elements/1.1/",
            "content", "http://purl.org/rss/1.0/modules/content/",
            "atom", "http://www.w3.org/2005/Atom",
            "rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");

    private Mended() {}

    /** Whether only the beginning of such a text would be mended. */
    static boolean cuts(String text) {
        return text.length() > LONGEST;
    }

    /** The feed in there, without a document type; nothing if there is none. */
    static Optional<String> feed(String text) {
        String start = text.substring(0, Math.min(LONGEST, text.length()));
        Document document = Parser.xmlParser().setMaxDepth(DEEPEST).parseInput(withoutControls(start), "");
        for (Element root : document.children()) {
            String name = root.tagName().toLowerCase(Locale.ROOT);
            if (name.equals("rss")
                    || name.equals("feed")
                    || name.endsWith(":rdf")
                    || name.equals("rdf")
                    || name.endsWith(":feed")) {
                declarePrefixes(root);
                document.outputSettings()
                        .syntax(Document.OutputSettings.Syntax.xml)
                        .escapeMode(Entities.EscapeMode.xhtml)
                        .prettyPrint(false);
                return Optional.of(root.outerHtml());
            }
        }
        return Optional.empty();
    }

    private static void declarePrefixes(Element root) {
        Set<String> used = new TreeSet<>();
        for (Element element : root.getAllElements()) {
            prefix(element.tagName()).ifPresent(used::add);
            List<String> twice = new ArrayList<>();
            for (Attribute attribute : element.attributes()) {
                prefix(attribute.getKey()).ifPresent(used::add);
                if (attribute.getKey().contains("<")) {
                    twice.add(attribute.getKey());
                }
            }
            twice.forEach(element::removeAttr);
        }
        used.remove("xml");
        used.remove("xmlns");
        for (String prefix : used) {
            String declaration = "xmlns:" + prefix;
            if (root.attr(declaration).isBlank()) {
                root.attr(declaration, PREFIXES.getOrDefault(prefix, "urn:undeclared:" + prefix));
            }
        }
    }

    private static Optional<String> prefix(String name) {
        int colon = name.indexOf(':');
        return colon > 0 ? Optional.of(name.substring(0, colon)) : Optional.empty();
    }

    /** Characters that no XML may hold, not even escaped. */
    private static String withoutControls(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                clean.append(c).append(text.charAt(++i));
            } else if ((c >= 0x20 && !Character.isSurrogate(c) && c < 0xFFFE) || c == '\t' || c == '\n' || c == '\r') {
                clean.append(c);
            }
        }
        return clean.toString();
    }
}
