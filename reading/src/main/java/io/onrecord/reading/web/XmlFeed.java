package io.onrecord.reading.web;

import com.rometools.rome.feed.module.DCModule;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.io.SyndFeedInput;
import io.onrecord.reading.item.Wording;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.JDOMException;
import org.jdom2.input.SAXBuilder;
import org.jdom2.input.sax.XMLReaderJDOMFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/** RSS and Atom, well-formed and without a document type. */
final class XmlFeed {

    /** How RSS writes authors: {@code mara@velia.example (Mara Oldin)}. */
    private static final Pattern MAIL_AND_NAME = Pattern.compile("\\S+@\\S+\\s+\\((.+)\\)");

    private static final Pattern MAIL = Pattern.compile("\\S+@\\S+");

    private static final Pattern MINUTES = Pattern.compile("\\d{1,6}");

    private XmlFeed() {}

    /**
     * @throws JDOMException if it is not well-formed, or has a document type
     * @throws FeedException if it is no feed
     */
    static Feed parse(String text, Optional<Address> address, int mostEntries) throws JDOMException, FeedException {
        FeedFilter filter = new FeedFilter(parser(), address, mostEntries);
        SAXBuilder builder = new SAXBuilder(new Given(filter));
        builder.setExpandEntities(true);
        Document document;
        try {
            document = builder.build(new InputSource(new StringReader(text)));
        } catch (IOException e) {
            throw new FeedException("not a feed: " + Wording.shown(String.valueOf(e.getMessage())), e);
        } catch (IllegalArgumentException e) {
            // So JDOM refuses what a parser took: names and namespaces that do not go together.
            throw new FeedException("not a feed: its XML has names that do not go together", e);
        }
        SyndFeed feed = feed(document);
        List<FeedEntry> entries = new ArrayList<>();
        boolean atom = document.getRootElement().getName().equals("feed");
        for (SyndEntry entry : feed.getEntries()) {
            entry(entry, atom).ifPresent(entries::add);
        }
        Optional<Duration> ttl = MINUTES.matcher(filter.ttl()).matches()
                ? Optional.of(Duration.ofMinutes(Long.parseLong(filter.ttl())))
                : Optional.empty();
        return new Feed(Entries.plain(feed.getTitle(), true), ttl, entries, filter.isCut());
    }

    private static SyndFeed feed(Document document) throws FeedException {
        try {
            return new SyndFeedInput(false, Locale.ROOT).build(document);
        } catch (com.rometools.rome.io.FeedException | RuntimeException e) {
            String root = document.getRootElement().getName();
            throw new FeedException(
                    "XML that begins with <" + Wording.shown(root)
                            + ">, but no feed that is read: RSS, Atom and JSON Feed are",
                    e);
        }
    }

    /** The JDK's own, whatever else is on the class path; it fetches nothing and expands nothing. */
    private static XMLReader parser() {
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            SAXParser parser = factory.newSAXParser();
            // There are no entities, but newer JDKs count the document itself as one, of 100,000 characters at most.
            parser.setProperty("http://www.oracle.com/xml/jaxp/properties/maxGeneralEntitySizeLimit", "0");
            parser.setProperty("http://www.oracle.com/xml/jaxp/properties/totalEntitySizeLimit", "0");
            return parser.getXMLReader();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("every Java reads XML without document types", e);
        }
    }

    /** Hands over a parser that is set already. */
    private record Given(XMLReader parser) implements XMLReaderJDOMFactory {

        @Override
        public XMLReader createXMLReader() {
            return parser;
        }

        @Override
        public boolean isValidating() {
            return false;
        }
    }

    private static Optional<FeedEntry> entry(SyndEntry entry, boolean atom) {
        String date = "";
        String base = "";
        for (Element foreign : entry.getForeignMarkup()) {
            // The last one is ours, even if the feed has some of its own.
            if (foreign.getNamespaceURI().equals(FeedFilter.NOTES)) {
                date = foreign.getAttributeValue(FeedFilter.DATE, "");
                base = foreign.getAttributeValue(FeedFilter.BASE, "");
            }
        }
        Optional<Address> around = FeedFilter.resolved(Optional.empty(), base);
        Optional<String> link = Optional.ofNullable(entry.getLink())
                .filter(given -> !given.isBlank())
                .flatMap(given -> FeedFilter.resolved(around, given))
                .map(Address::toString);
        Optional<FeedEntry.Body> content = Optional.empty();
        for (SyndContent one : entry.getContents()) {
            content = content.or(() -> body(one, atom));
        }
        return Entries.entry(
                entry.getUri(),
                link,
                title(entry),
                authors(entry),
                FeedDates.published(date),
                entry.getDescription() == null ? Optional.empty() : body(entry.getDescription(), atom),
                content);
    }

    private static Optional<String> title(SyndEntry entry) {
        SyndContent title = entry.getTitleEx();
        boolean plain =
                title != null && title.getType() != null && title.getType().endsWith("plain");
        return Entries.plain(entry.getTitle(), !plain);
    }

    /** Atom says what it is; RSS does not, and is both. */
    private static Optional<FeedEntry.Body> body(SyndContent content, boolean atom) {
        String value = content.getValue();
        if (value == null) {
            return Optional.empty();
        }
        String type = content.getType() == null ? "text" : content.getType();
        return Entries.body(value, atom ? type.contains("html") : Entries.looksLikeHtml(value));
    }

    private static List<String> authors(SyndEntry entry) {
        List<String> authors = new ArrayList<>();
        for (SyndPerson person : entry.getAuthors()) {
            author(person.getName()).filter(name -> !authors.contains(name)).ifPresent(authors::add);
        }
        if (entry.getModule(DCModule.URI) instanceof DCModule core) {
            for (String creator : core.getCreators()) {
                author(creator).filter(name -> !authors.contains(name)).ifPresent(authors::add);
            }
        }
        if (authors.isEmpty()) {
            author(entry.getAuthor()).ifPresent(authors::add);
        }
        return authors;
    }

    private static Optional<String> author(@Nullable String given) {
        Optional<String> plain = Entries.plain(given, true);
        if (plain.isEmpty()) {
            return plain;
        }
        Matcher both = MAIL_AND_NAME.matcher(plain.get());
        if (both.matches()) {
            return Optional.of(both.group(1).strip());
        }
        return plain.filter(name -> !MAIL.matcher(name).matches());
    }
}
