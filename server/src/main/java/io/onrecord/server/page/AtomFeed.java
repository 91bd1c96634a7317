package io.onrecord.server.page;

import io.onrecord.server.view.HitView;
import io.onrecord.server.view.SavedView;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** What a saved search found, as an Atom feed (RFC 4287). */
public final class AtomFeed {

    /** Of the feed. */
    public static final String TYPE = "application/atom+xml; charset=utf-8";

    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";
    private static final int TITLE = 100;

    private final XMLStreamWriter xml;

    private AtomFeed(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** The feed of the latest hits; the same bytes as long as these are the same. */
    public static byte[] of(SavedView view) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newInstance().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            new AtomFeed(xml).write(view);
            xml.close();
            return out.toByteArray();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a feed cannot be written", e);
        }
    }

    private void write(SavedView view) throws XMLStreamException {
        xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(NAMESPACE);
        xml.writeAttribute("xml:lang", "en");
        text("id", "urn:onrecord:search:" + view.search().id());
        text("title", view.search().name());
        text("subtitle", "New statements of a search that was saved in Onrecord");
        text(
                "updated",
                view.hits().stream()
                        .findFirst()
                        .map(SavedView.Found::foundAt)
                        .orElse(view.search().savedAt()));
        xml.writeStartElement("author");
        text("name", "Onrecord");
        xml.writeEndElement();
        // Addresses are relative to that of the feed, whatever the server is called.
        link(Map.of(
                "rel",
                "self",
                "type",
                "application/atom+xml",
                "href",
                view.search().feed()));
        link(Map.of(
                "rel", "alternate", "type", "text/html", "href", view.search().page()));
        for (SavedView.Found found : view.hits()) {
            entry(found);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void entry(SavedView.Found found) throws XMLStreamException {
        HitView hit = found.statement();
        String who = hit.speaker().map(HitView.Somebody::name).or(hit::source).orElse("Somebody");
        xml.writeStartElement("entry");
        text("id", "urn:onrecord:statement:" + hit.id());
        text("title", cut(who + ": " + hit.content().replaceAll("\\s+", " ")));
        text("updated", found.foundAt());
        xml.writeStartElement("author");
        text("name", who);
        xml.writeEndElement();
        link(Map.of("rel", "alternate", "type", "text/html", "href", hit.page()));
        hit.stance().ifPresent(stance -> category("stance", stance));
        hit.article().outlet().ifPresent(outlet -> category("outlet", outlet));
        xml.writeStartElement("content");
        xml.writeAttribute("type", "text");
        xml.writeCharacters(clean(content(hit)));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static String content(HitView hit) {
        StringBuilder words = new StringBuilder();
        hit.words().forEach(piece -> words.append(piece.text()));
        List<String> where = java.util.stream.Stream.of(
                        hit.article().title(), hit.article().outlet(), hit.date())
                .flatMap(java.util.Optional::stream)
                .toList();
        return words + "\n\n" + String.join(" · ", where);
    }

    private void category(String scheme, String term) {
        try {
            xml.writeEmptyElement("category");
            xml.writeAttribute("scheme", "urn:onrecord:" + scheme);
            xml.writeAttribute("term", clean(term));
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a feed cannot be written", e);
        }
    }

    private void link(Map<String, String> attributes) throws XMLStreamException {
        xml.writeEmptyElement("link");
        for (String name : List.of("rel", "type", "href")) {
            xml.writeAttribute(name, clean(attributes.getOrDefault(name, "")));
        }
    }

    private void text(String element, String text) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeCharacters(clean(text));
        xml.writeEndElement();
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= TITLE
                ? text
                : text.substring(0, text.offsetByCodePoints(0, TITLE)) + "…";
    }

    /** XML 1.0 has no place for some characters, however they are written. */
    private static String clean(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(point -> out.appendCodePoint(isAllowed(point) ? point : 0xFFFD));
        return out.toString();
    }

    private static boolean isAllowed(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || point >= 0x20 && point <= 0xD7FF
                || point >= 0xE000 && point <= 0xFFFD
                || point >= 0x10000;
    }
}
