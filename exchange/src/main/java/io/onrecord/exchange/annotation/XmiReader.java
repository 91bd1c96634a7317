package io.onrecord.exchange.annotation;

import io.onrecord.exchange.annotation.Mark.Said;
import io.onrecord.exchange.annotation.Mark.Tie;
import io.onrecord.model.Form;
import io.onrecord.model.Location;
import io.onrecord.model.Span;
import io.onrecord.model.Stance;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads one XMI file, XML 1.0 or 1.1, from a stranger: no document type, so no entities; size, depth and number of annotations are
 * bounded. Layers that are not Onrecord's are passed over. Made for one file, by one thread.
 */
final class XmiReader {

    static final String XMI = "http://www.omg.org/XMI";
    static final String CAS = "http:///uima/cas.ecore";
    static final String CUSTOM = "http:///webanno/custom.ecore";
    static final String ARTICLE = "OnrecordArticle";
    static final String PART = "OnrecordPart";
    static final String LINK = "OnrecordLink";

    private static final int MOST_ANNOTATIONS = 2_000_000;
    /** Of Onrecord's, which are kept. */
    private static final int MOST_MARKS = 200_000;

    private static final int DEEPEST = 20;

    private static final List<String> LIMITS = List.of("maxGeneralEntitySizeLimit", "totalEntitySizeLimit");

    private final String file;
    private final Map<String, Element> elements = new LinkedHashMap<>();
    private final StringBuilder members = new StringBuilder();
    private @Nullable String text;

    /** One of Onrecord's annotations. */
    private record Element(String name, Map<String, String> values, int line) {
        Optional<String> value(String feature) {
            return Optional.ofNullable(values.get(feature)).map(String::strip).filter(value -> !value.isEmpty());
        }
    }

    private XmiReader(String file) {
        this.file = file;
    }

    /**
     * Reads a file.
     *
     * @param file its name, for messages
     * @param in is read to its end, not closed
     * @throws AnnotationFormatException if it is not one that was exported by Onrecord, or was broken since
     * @throws IOException if it cannot be read
     */
    static AnnotatedArticle read(String file, InputStream in) throws IOException {
        XmiReader reader = new XmiReader(file);
        reader.parse(in);
        return reader.article();
    }

    private void parse(InputStream in) throws IOException {
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            SAXParser parser = factory.newSAXParser();
            for (String limit : LIMITS) {
                // There are no entities, but newer JDKs count the document itself as one, of 100,000 characters at
                // most.
                parser.setProperty("http://www.oracle.com/xml/jaxp/properties/" + limit, "0");
            }
            parser.parse(new InputSource(new Bounded(in, file, Bounded.MOST_XMI)), new Handler());
        } catch (SAXParseException e) {
            if (e.getCause() instanceof AnnotationFormatException known) {
                throw known;
            }
            throw new AnnotationFormatException(
                    file, Math.max(0, e.getLineNumber()), "not well-formed XML: " + said(e), e);
        } catch (SAXException e) {
            throw e.getCause() instanceof AnnotationFormatException known
                    ? known
                    : new AnnotationFormatException(file, 0, "not well-formed XML: " + said(e), e);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the XML parser of the JDK knows no safe mode", e);
        } catch (CharConversionException | CharacterCodingException | UnsupportedEncodingException e) {
            throw new AnnotationFormatException(
                    file, 0, "not well-formed XML: bytes that are no characters in the encoding it says", e);
        } catch (RuntimeException e) {
            // The JDK's parser answers some malformed documents so.
            throw new AnnotationFormatException(file, 0, "not well-formed XML: " + said(e), e);
        }
    }

    private static String said(Exception e) {
        return Lines.shown(String.valueOf(e.getMessage()));
    }

    /** Collects what is Onrecord's. */
    private final class Handler extends DefaultHandler {

        private @Nullable Locator locator;
        private int depth;
        private int annotations;

        @Override
        public void setDocumentLocator(Locator locator) {
            this.locator = locator;
        }

        private int line() {
            return locator == null ? 0 : Math.max(0, locator.getLineNumber());
        }

        @Override
        public void startElement(String space, String name, String qualified, Attributes attributes)
                throws SAXException {
            try {
                start(space, name, attributes);
            } catch (AnnotationFormatException e) {
                throw new SAXException(e);
            }
        }

        private void start(String space, String name, Attributes attributes) throws AnnotationFormatException {
            if (++depth > DEEPEST) {
                throw problem(line(), "elements nested more than " + DEEPEST + " deep: it is no XMI of UIMA");
            }
            if (depth == 1 && !(space.equals(XMI) && name.equals("XMI"))) {
                throw problem(line(), "begins with the element '" + Lines.shown(name) + "': expected xmi:XMI of UIMA");
            }
            if (++annotations > MOST_ANNOTATIONS) {
                throw problem(line(), "more than " + MOST_ANNOTATIONS + " annotations, the limit for one article");
            }
            if (space.equals(CAS) && name.equals("Sofa")) {
                sofa(attributes);
            } else if (space.equals(CAS) && name.equals("View")) {
                members.append(' ')
                        .append(Optional.ofNullable(attributes.getValue("members"))
                                .orElse(""));
            } else if (space.equals(CUSTOM) && List.of(ARTICLE, PART, LINK).contains(name)) {
                keep(name, attributes);
            }
        }

        private void sofa(Attributes attributes) throws AnnotationFormatException {
            String id = Optional.ofNullable(attributes.getValue("sofaID")).orElse("_InitialView");
            if (!id.equals("_InitialView")) {
                return;
            }
            if (text != null) {
                throw problem(line(), "two texts (cas:Sofa): a file is about one article");
            }
            text = Optional.ofNullable(attributes.getValue("sofaString"))
                    .orElseThrow(() -> problem(line(), "the text (sofaString of cas:Sofa) is missing"));
        }

        private void keep(String name, Attributes attributes) throws AnnotationFormatException {
            if (elements.size() == MOST_MARKS) {
                throw problem(line(), "more than " + MOST_MARKS + " pieces and links, the limit for one article");
            }
            Map<String, String> values = new HashMap<>();
            for (int i = 0; i < attributes.getLength(); i++) {
                values.put(attributes.getLocalName(i), attributes.getValue(i));
            }
            String id = attributes.getValue(XMI, "id");
            if (id == null) {
                throw problem(line(), "an annotation without xmi:id");
            }
            if (elements.putIfAbsent(id, new Element(name, values, line())) != null) {
                throw problem(line(), "the xmi:id '" + Lines.shown(id) + "' a second time");
            }
        }

        @Override
        public void endElement(String space, String name, String qualified) {
            depth--;
        }

        // The default writes to the error stream in some cases.
        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public InputSource resolveEntity(@Nullable String publicId, @Nullable String systemId) throws SAXException {
            throw new SAXException("an outside entity, which is never fetched");
        }
    }

    private AnnotatedArticle article() throws AnnotationFormatException {
        String whole = text;
        if (whole == null) {
            throw problem(0, "has no text (cas:Sofa): it is no XMI of UIMA");
        }
        // What is not in the view was removed, and is only there because something refers to it.
        elements.keySet().retainAll(inView());
        Origin origin = origin();
        Map<String, Mark> marks = new LinkedHashMap<>();
        List<Tie> ties = new ArrayList<>();
        for (Map.Entry<String, Element> element : elements.entrySet()) {
            if (element.getValue().name().equals(PART)) {
                marks.put(element.getKey(), mark(element.getKey(), element.getValue(), whole));
            } else if (element.getValue().name().equals(LINK)) {
                ties.add(tie(element.getValue()));
            }
        }
        return new AnnotatedArticle(
                file, origin, whole, Pieces.AS_THEY_ARE, Assembly.of(file, whole, Pieces.AS_THEY_ARE, marks, ties));
    }

    /** Those of the view that are Onrecord's; the others may be many. */
    private Set<String> inView() {
        Set<String> inView = new HashSet<>();
        int start = 0;
        while (start < members.length()) {
            int space = members.indexOf(" ", start);
            int end = space < 0 ? members.length() : space;
            String id = members.substring(start, end);
            if (elements.containsKey(id)) {
                inView.add(id);
            }
            start = end + 1;
        }
        return inView;
    }

    private Origin origin() throws AnnotationFormatException {
        List<Element> all = elements.values().stream()
                .filter(element -> element.name().equals(ARTICLE))
                .toList();
        if (all.size() != 1) {
            throw problem(
                    0,
                    "has " + all.size() + " annotations " + ARTICLE
                            + " where one belongs, which says of which article it is: export it from Onrecord, and leave"
                            + " that annotation");
        }
        Element only = all.get(0);
        String written = required(only, "location");
        Location in = Sheet.location(written)
                .orElseThrow(() -> problem(only.line(), "'" + Lines.shown(written) + "' is neither text nor title"));
        return new Origin(
                required(only, "article"),
                in,
                required(only, "digest"),
                Origin.bases(file, only.line(), only.value("statements").orElse("")));
    }

    private String required(Element element, String feature) throws AnnotationFormatException {
        return element.value(feature)
                .orElseThrow(() ->
                        problem(element.line(), "the feature " + feature + " of " + element.name() + " is missing"));
    }

    private Mark mark(String key, Element element, String whole) throws AnnotationFormatException {
        String name = required(element, "part");
        @Nullable Part part = Part.named(name);
        if (part == null) {
            throw problem(
                    element.line(),
                    "unknown part '" + Lines.shown(name) + "' (xmi:id " + key + "): a piece is one of "
                            + Arrays.asList(Part.values()));
        }
        int begin = offset(element, "begin");
        int end = offset(element, "end");
        if (begin >= end || end > whole.length()) {
            throw problem(
                    element.line(),
                    "the " + part + " (xmi:id " + key + ") from " + begin + " to " + end
                            + " is empty or lies outside the text, which has " + whole.length() + " UTF-16 units");
        }
        Said said = new Said(
                element.value("statement"),
                constant(element, "stance", Stance.values()),
                flag(element, "negated"),
                flag(element, "hypothetical"),
                constant(element, "form", Form.values()),
                element.value("speaker").flatMap(Lines::folded));
        return new Mark(key, part, List.of(new Span(begin, end)), said, element.line());
    }

    private int offset(Element element, String feature) throws AnnotationFormatException {
        String value = required(element, feature);
        if (!value.matches("\\d{1,9}")) {
            throw problem(element.line(), feature + " is a number, not '" + Lines.shown(value) + "'");
        }
        return Integer.parseInt(value);
    }

    private static boolean flag(Element element, String feature) {
        return element.value(feature).filter("true"::equals).isPresent();
    }

    private <T extends Enum<T>> Optional<T> constant(Element element, String feature, T[] values)
            throws AnnotationFormatException {
        Optional<String> name = element.value(feature);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        for (T value : values) {
            if (value.name().equals(name.get())) {
                return Optional.of(value);
            }
        }
        throw problem(
                element.line(),
                "'" + Lines.shown(name.get()) + "' is no " + feature + ": expected one of " + Arrays.asList(values));
    }

    private Tie tie(Element element) throws AnnotationFormatException {
        return new Tie(
                element.value("kind").orElse(""),
                required(element, "Governor"),
                required(element, "Dependent"),
                element.line());
    }

    private AnnotationFormatException problem(int line, String what) {
        return new AnnotationFormatException(file, line, what);
    }
}
