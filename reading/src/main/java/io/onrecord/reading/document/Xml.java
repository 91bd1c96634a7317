package io.onrecord.reading.document;

import io.onrecord.reading.item.Limited;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The events of one XML part, pulled one by one. Document types are refused, and with them entities, whether they grow
 * or point outside; so is nesting beyond what a document needs.
 */
final class Xml implements AutoCloseable {

    /** Newer JDKs stop at 100 by themselves; documents go some thirty deep. */
    private static final int DEEPEST = 90;

    private final InputStream in;
    private final XMLStreamReader reader;
    private int depth;

    private Xml(InputStream in, XMLStreamReader reader) {
        this.in = in;
        this.reader = reader;
    }

    static Xml open(InputStream in) throws DocumentException {
        // The one of the JDK, whatever else is on the class path.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        try {
            return new Xml(in, factory.createXMLStreamReader(in));
        } catch (XMLStreamException e) {
            throw damaged(e);
        }
    }

    /** Whether there is a next event. */
    boolean next() throws DocumentException {
        try {
            if (!reader.hasNext()) {
                return false;
            }
            int event = reader.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new DocumentException(
                        "its XML declares a document type or entities, which such documents never need: not read");
            }
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
            if (depth > DEEPEST) {
                throw new DocumentException(
                        "its XML is nested more than " + DEEPEST + " deep, as in no honest document");
            }
            return true;
        } catch (XMLStreamException | RuntimeException e) {
            // The parser wraps what reading throws, and stumbles over some broken bytes.
            throw damaged(e);
        }
    }

    boolean starts() {
        return reader.isStartElement();
    }

    boolean ends() {
        return reader.isEndElement();
    }

    boolean isText() {
        return reader.isCharacters();
    }

    String text() {
        return reader.getText();
    }

    /** Local name of the element that starts or ends. */
    String name() {
        return reader.getLocalName();
    }

    String namespace() {
        String uri = reader.getNamespaceURI();
        return uri == null ? "" : uri;
    }

    /** An attribute of any namespace by its local name. */
    @Nullable
    String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    /** Passes over all within the element that has just started, and its end. */
    void skip() throws DocumentException {
        int outside = depth - 1;
        boolean more = true;
        while (more && depth > outside) {
            more = next();
        }
    }

    /** The text of the element that has just started, and its end, up to a length. */
    String content(int most) throws DocumentException {
        StringBuilder content = new StringBuilder();
        int outside = depth - 1;
        while (depth > outside && next()) {
            if (isText() && content.length() < most) {
                content.append(text());
            }
        }
        return content.length() > most ? content.substring(0, most) : content.toString();
    }

    @Override
    public void close() throws IOException {
        try {
            reader.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        } finally {
            in.close();
        }
    }

    private static DocumentException damaged(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof Limited.TooLongException) {
                return ZipParts.tooLarge(e);
            }
        }
        if (e instanceof XMLStreamException stream && stream.getNestedException() instanceof Limited.TooLongException) {
            return ZipParts.tooLarge(e);
        }
        return new DocumentException("damaged, its XML cannot be read" + Says.detail(e) + ": get it anew", e);
    }
}
