package io.onrecord.reading.web;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.SAXNotRecognizedException;
import org.xml.sax.SAXNotSupportedException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.AttributesImpl;
import org.xml.sax.helpers.XMLFilterImpl;

/**
 * Stands between the XML parser and the tree that is built of a feed: keeps the tree small whatever the feed's size,
 * makes links of Atom absolute, and notes with each entry what the feed reader would lose: the date as it was written,
 * and what its links are relative to. For one document.
 */
final class FeedFilter extends XMLFilterImpl {

    /** The element that is put at the end of each entry for {@link #DATE} and {@link #BASE}. */
    static final String NOTES = "urn:onrecord:feed-notes";

    static final String DATE = "date";
    static final String BASE = "base";

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String ATOM_03 = "http://purl.org/atom/ns#";
    private static final String XML = "http://www.w3.org/XML/1998/namespace";

    private static final Set<String> RSS_VERSIONS = Set.of("0.91", "0.92", "0.93", "0.94", "2.0");

    /** Deeper ones are dropped, their text too. */
    private static final int DEEPEST = 64;

    /** The parser's time grows with the square of the depth; so deep is no feed, only an attack or an unclosed one. */
    private static final int ABSURD = 1000;

    /** From there on, elements of the document are dropped. */
    private static final int MOST_ELEMENTS = 200_000;

    private static final int LONGEST_DATE = 100;

    private final int mostEntries;
    private final Deque<Optional<Address>> bases = new ArrayDeque<>();

    private int depth;
    /** Depth of the outermost element that is dropped, or 0. */
    private int dropped;
    /** Depth of the entry that is read, or 0. */
    private int entry;

    private int entries;
    private int elements;
    private boolean cut;

    private String defaultNamespace = "";
    private String from = "";
    private String to = "";
    private @Nullable StringBuilder text;
    private String dateText = "";
    private int dateRank;
    private int textRank;
    private String ttl = "";

    FeedFilter(XMLReader parser, Optional<Address> address, int mostEntries) {
        super(parser);
        this.mostEntries = mostEntries;
        bases.push(address);
    }

    /** Whether something was left. */
    boolean isCut() {
        return cut;
    }

    /** The feed's element of that name, or nothing. */
    String ttl() {
        return ttl;
    }

    /** Comments and the like would go around this filter into the tree. */
    @Override
    public void setProperty(String name, Object value) throws SAXNotRecognizedException, SAXNotSupportedException {
        if (!name.toLowerCase(Locale.ROOT).contains("handler")) {
            super.setProperty(name, value);
        }
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes given) throws SAXException {
        depth++;
        if (depth > ABSURD) {
            throw new SAXException("elements within elements, more than " + ABSURD + " deep");
        }
        if (dropped > 0) {
            return;
        }
        boolean isEntry = entry == 0 && depth <= 3 && (name.equals("item") || name.equals("entry"));
        elements++;
        if ((isEntry && entries >= mostEntries) || depth > DEEPEST || elements > MOST_ELEMENTS) {
            cut = cut || isEntry || elements > MOST_ELEMENTS;
            dropped = depth;
            return;
        }
        AttributesImpl attributes = new AttributesImpl(given);
        if (depth == 1) {
            root(uri, name, attributes);
            if (qualified.contains(":")) {
                // RDF: by this the feed reader tells its versions.
                super.startPrefixMapping("", defaultNamespace);
            }
        }
        bases.push(base(attributes));
        if (isEntry) {
            entry = depth;
            entries++;
            dateText = "";
            dateRank = Integer.MAX_VALUE;
        }
        if (name.equals("link")) {
            absolute(attributes);
        }
        capture(name);
        boolean mapped = uri.equals(from) && !from.equals(to);
        super.startElement(mapped ? to : uri, name, mapped ? name : qualified, attributes);
    }

    /** Feeds forget their version and their namespace, or make up another. */
    private void root(String uri, String name, AttributesImpl attributes) {
        from = uri;
        to = uri;
        if (name.equals("rss")) {
            to = "";
            int version = attributes.getIndex("version");
            if (version < 0) {
                attributes.addAttribute("", "version", "version", "CDATA", "2.0");
            } else if (!RSS_VERSIONS.contains(attributes.getValue(version))) {
                attributes.setValue(version, "2.0");
            }
        } else if (name.equals("feed") && !uri.equals(ATOM_03)) {
            to = ATOM;
        }
    }

    private Optional<Address> base(AttributesImpl attributes) {
        Optional<Address> around = bases.element();
        int index = attributes.getIndex(XML, "base");
        if (index < 0) {
            return around;
        }
        String value = attributes.getValue(index);
        attributes.removeAttribute(index);
        return resolved(around, value).or(() -> around);
    }

    private void absolute(AttributesImpl attributes) {
        int index = attributes.getIndex("href");
        if (index >= 0) {
            resolved(bases.element(), attributes.getValue(index))
                    .ifPresent(address -> attributes.setValue(index, address.toString()));
        }
    }

    static Optional<Address> resolved(Optional<Address> base, String link) {
        try {
            return Optional.of(base.isPresent() ? base.get().resolve(link) : Address.of(link));
        } catch (Address.UnusableException e) {
            return Optional.empty();
        }
    }

    /** Begins to take the text of an element that is noted. */
    private void capture(String name) {
        if (entry > 0 && depth == entry + 1) {
            textRank = rank(name);
            text = textRank < dateRank ? new StringBuilder() : null;
        } else if (entry == 0 && depth == 3 && name.equals("ttl")) {
            textRank = 0;
            text = new StringBuilder();
        } else {
            text = null;
        }
    }

    /** Which of the dates of an entry says best when it was published, the smallest first. */
    private static int rank(String name) {
        return switch (name) {
            case "pubDate", "published", "issued" -> 1;
            case "date" -> 2;
            case "created" -> 3;
            case "updated", "modified" -> 4;
            default -> Integer.MAX_VALUE;
        };
    }

    @Override
    public void characters(char[] chars, int start, int length) throws SAXException {
        if (dropped > 0) {
            return;
        }
        if (text != null && text.length() <= LONGEST_DATE) {
            text.append(chars, start, Math.min(length, LONGEST_DATE + 1));
        }
        super.characters(chars, start, length);
    }

    @Override
    public void ignorableWhitespace(char[] chars, int start, int length) {
        // Nobody needs it.
    }

    @Override
    public void endElement(String uri, String name, String qualified) throws SAXException {
        if (dropped > 0) {
            if (dropped == depth) {
                dropped = 0;
            }
            depth--;
            return;
        }
        if (text != null) {
            noted(text.toString().strip());
        }
        text = null;
        if (entry == depth) {
            notes();
            entry = 0;
        }
        boolean mapped = uri.equals(from) && !from.equals(to);
        super.endElement(mapped ? to : uri, name, mapped ? name : qualified);
        bases.pop();
        depth--;
    }

    private void noted(String value) {
        if (textRank == 0) {
            ttl = value;
        } else if (!value.isEmpty() && value.length() <= LONGEST_DATE) {
            dateText = value;
            dateRank = textRank;
        }
    }

    private void notes() throws SAXException {
        AttributesImpl notes = new AttributesImpl();
        notes.addAttribute("", DATE, DATE, "CDATA", dateText);
        notes.addAttribute(
                "", BASE, BASE, "CDATA", bases.element().map(Address::toString).orElse(""));
        super.startPrefixMapping("notes", NOTES);
        super.startElement(NOTES, "notes", "notes:notes", notes);
        super.endElement(NOTES, "notes", "notes:notes");
        super.endPrefixMapping("notes");
    }

    /** Elements bring their own namespace; the default one may be another by the time the root is known. */
    @Override
    public void startPrefixMapping(String prefix, String uri) throws SAXException {
        if (depth == 0 && prefix.isEmpty()) {
            defaultNamespace = uri;
        } else if (dropped == 0 && !prefix.isEmpty()) {
            super.startPrefixMapping(prefix, uri);
        }
    }

    @Override
    public void processingInstruction(String target, String data) {
        // Nobody needs it.
    }
}
