package io.onrecord.reading.xml;

import io.onrecord.reading.item.Wording;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jsoup.parser.Parser;

/**
 * Pulls elements and text out of an XML document that nobody vouches for. A document type is passed over unread: no
 * entity is declared by it and nothing is fetched. What could fill the heap is bounded: nesting, one tag, one comment or
 * CDATA section, the document. Long text comes in pieces. For one thread; the stream stays open.
 */
public final class XmlPull implements Closeable {

    /** What was pulled. */
    public enum Event {
        /** An element begins; {@link #name} and {@link #attribute} tell of it. */
        START,
        /** An element ends; {@link #name} tells which. */
        END,
        /** A piece of text, more of which may follow. */
        TEXT,
        /** The document is at its end; so it stays. */
        DONE
    }

    /** Newer JDKs stop at 100 by themselves; below that all say the same. */
    private static final int DEEPEST = 90;

    private final XMLStreamReader reader;
    private int depth;

    private XmlPull(XMLStreamReader reader) {
        this.reader = reader;
    }

    /**
     * Begins with a document.
     *
     * @param limit most characters of it that are read
     * @throws IOException if it does not begin as XML does
     */
    public static XmlPull of(InputStream in, long limit) throws IOException {
        // The JDK's own, whatever else is on the class path: its behaviour is what the tests hold.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        // Nothing is written anywhere.
        factory.setXMLReporter((message, type, information, location) -> {});
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        try {
            return new XmlPull(factory.createXMLStreamReader(new BoundedMarkup(XmlReader.of(in), limit)));
        } catch (XMLStreamException e) {
            throw fault(e);
        } catch (RuntimeException e) {
            throw broken(e);
        }
    }

    /**
     * The next piece.
     *
     * @throws IOException if the document is not well-formed, beyond a bound, or cannot be read
     */
    public Event next() throws IOException {
        try {
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (++depth > DEEPEST) {
                            throw new IOException("elements nested more than " + DEEPEST + " deep" + place());
                        }
                        return Event.START;
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        depth--;
                        return Event.END;
                    }
                    case XMLStreamConstants.CHARACTERS,
                            XMLStreamConstants.CDATA,
                            XMLStreamConstants.SPACE,
                            XMLStreamConstants.ENTITY_REFERENCE -> {
                        return Event.TEXT;
                    }
                    default -> {
                        // Comments, instructions and the document type say nothing.
                    }
                }
            }
            return Event.DONE;
        } catch (XMLStreamException e) {
            throw fault(e);
        } catch (RuntimeException e) {
            throw broken(e);
        }
    }

    /** How many elements are open; one that begins counts, one that ends does not. */
    public int depth() {
        return depth;
    }

    /** Local name of the element that begins or ends. */
    public String name() {
        return reader.getLocalName();
    }

    /** Value of an attribute of the element that begins, by its local name, whatever its namespace. */
    public Optional<String> attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return Optional.of(reader.getAttributeValue(i));
            }
        }
        return Optional.empty();
    }

    /**
     * The piece of text. A named entity that HTML knows is its character, since documents use those without declaring
     * them; another is left as it was written.
     */
    public String text() {
        if (reader.getEventType() == XMLStreamConstants.ENTITY_REFERENCE) {
            return Parser.unescapeEntities("&" + reader.getLocalName() + ";", true);
        }
        return reader.getText();
    }

    /** After the beginning of an element: passes over all of it. */
    public void skip() throws IOException {
        int outer = depth - 1;
        while (depth > outer) {
            if (next() == Event.DONE) {
                return;
            }
        }
    }

    /**
     * After the beginning of an element: the text in it, also that of elements within, up to its end.
     *
     * @param limit most characters that are kept; one more shows that there were more
     */
    public String textWithin(int limit) throws IOException {
        StringBuilder kept = new StringBuilder();
        int outer = depth - 1;
        while (depth > outer) {
            switch (next()) {
                case TEXT -> append(kept, text(), limit);
                case DONE -> {
                    return kept.toString();
                }
                default -> {
                    // Emphasis and the like.
                }
            }
        }
        return kept.toString();
    }

    /** Appends as much of a piece as a limit leaves room for, and one character more. */
    public static void append(StringBuilder kept, String piece, int limit) {
        int room = limit + 1 - kept.length();
        kept.append(piece, 0, Math.max(0, Math.min(piece.length(), room)));
    }

    @Override
    public void close() throws IOException {
        try {
            reader.close();
        } catch (XMLStreamException e) {
            throw fault(e);
        }
    }

    private String place() {
        return " (line " + reader.getLocation().getLineNumber() + ")";
    }

    private static IOException fault(XMLStreamException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CharacterCodingException) {
                return new IOException("not well-formed XML: bytes that are no characters in the encoding it says", e);
            }
            if (cause instanceof IOException io) {
                return io;
            }
        }
        // The parser's own message begins with the place and a line break.
        String message = String.valueOf(e.getMessage());
        int at = message.indexOf("Message: ");
        String said = Wording.shown(at < 0 ? message : message.substring(at + "Message: ".length()));
        String place =
                e.getLocation() == null ? "" : " in line " + e.getLocation().getLineNumber();
        return new IOException("not well-formed XML" + place + ": " + said, e);
    }

    /** The JDK's parser answers some malformed documents with other exceptions. */
    private static IOException broken(RuntimeException e) {
        return new IOException("not well-formed XML: " + Wording.shown(String.valueOf(e.getMessage())), e);
    }
}
