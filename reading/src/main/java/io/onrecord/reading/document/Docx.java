package io.onrecord.reading.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A word-processor document as Office Open XML has it (ISO/IEC 29500). What was deleted under tracking, hidden text,
 * fields' instructions, notes, comments, headers and footers are not its text.
 */
final class Docx {

    private static final String ORIGIN = "docx";

    private static final String MAIN = "word/document.xml";

    private static final int LONGEST_VALUE = 4096;

    /** Elements whose content is no text of the document. */
    private static final Set<String> PASSED_OVER = Set.of(
            "del",
            "moveFrom",
            "delText",
            "instrText",
            "delInstrText",
            "sectPr",
            "tblPr",
            "tblGrid",
            "trPr",
            "tcPr",
            "sdtPr",
            "object",
            "pict",
            "ruby");

    private final Paragraphs paragraphs = new Paragraphs();

    /** Text boxes stand within a paragraph and hold others. */
    private final Deque<StringBuilder> open = new ArrayDeque<>();

    private boolean inText;
    private boolean hidden;

    private Docx() {}

    static Draft read(ZipParts zip) throws IOException, DocumentException {
        InputStream main = zip.part(mainPart(zip));
        if (main == null) {
            throw new DocumentException("not a word-processor document: its archive has no " + MAIN);
        }
        Docx document = new Docx();
        try (Xml xml = Xml.open(main)) {
            while (xml.next()) {
                document.take(xml);
            }
        }
        return new Draft(document.paragraphs.list(), properties(zip).metadata());
    }

    private void take(Xml xml) throws DocumentException {
        if (xml.starts()) {
            start(xml);
        } else if (xml.ends()) {
            end(xml);
        } else if (xml.isText() && inText && !hidden && !open.isEmpty()) {
            write(xml.text());
        }
    }

    private void start(Xml xml) throws DocumentException {
        String name = xml.name();
        if (name.equals("Fallback")) {
            // The same again for older readers.
            xml.skip();
            return;
        }
        if (!isWord(xml)) {
            return;
        }
        if (PASSED_OVER.contains(name)) {
            xml.skip();
            return;
        }
        switch (name) {
            case "p" -> open.push(new StringBuilder());
            // The paragraph's own mark may be hidden, which says nothing of its text.
            case "pPr" -> xml.skip();
            case "r" -> hidden = false;
            case "vanish", "webHidden" -> hidden = isOn(xml.attribute("val"));
            case "t" -> inText = true;
            case "tab" -> sign("\t");
            case "br" ->
                sign("page".equals(xml.attribute("type")) || "column".equals(xml.attribute("type")) ? "\n\n" : "\n");
            case "cr" -> sign("\n");
            case "noBreakHyphen" -> sign("\u2011");
            default -> {
                // Structure around the text.
            }
        }
    }

    private void end(Xml xml) throws DocumentException {
        if (!isWord(xml)) {
            return;
        }
        switch (xml.name()) {
            case "t" -> inText = false;
            case "r" -> hidden = false;
            case "p" -> {
                if (!open.isEmpty()) {
                    paragraphs.add(open.pop());
                }
            }
            default -> {
                // Structure around the text.
            }
        }
    }

    private void sign(String sign) throws DocumentException {
        if (!hidden) {
            write(sign);
        }
    }

    private void write(String text) throws DocumentException {
        StringBuilder paragraph = open.peek();
        if (paragraph != null) {
            if (paragraph.length() + (long) text.length() > ZipParts.PART / 2) {
                throw new DocumentException("has a paragraph longer than any document has");
            }
            paragraph.append(text);
        }
    }

    private static boolean isWord(Xml xml) {
        return xml.namespace().contains("wordprocessingml");
    }

    private static boolean isOn(@Nullable String value) {
        return value == null || !(value.equals("0") || value.equals("false") || value.equals("off"));
    }

    /** By the relationships of the package; nearly always the usual place. */
    private static String mainPart(ZipParts zip) throws IOException, DocumentException {
        InputStream in = zip.part("_rels/.rels");
        if (zip.has(MAIN) || in == null) {
            return MAIN;
        }
        try (Xml xml = Xml.open(in)) {
            while (xml.next()) {
                String type = xml.starts() ? xml.attribute("Type") : null;
                String target = type != null && type.endsWith("/officeDocument") ? xml.attribute("Target") : null;
                if (target != null) {
                    return target.startsWith("/") ? target.substring(1) : target;
                }
            }
        }
        return MAIN;
    }

    private static Properties properties(ZipParts zip) throws IOException, DocumentException {
        Properties properties = new Properties(ORIGIN);
        InputStream in = zip.part("docProps/core.xml");
        if (in == null) {
            return properties;
        }
        try (Xml xml = Xml.open(in)) {
            while (xml.next()) {
                if (xml.starts()) {
                    property(xml, properties);
                }
            }
        }
        return properties;
    }

    private static void property(Xml xml, Properties properties) throws DocumentException {
        switch (xml.name()) {
            case "title" -> properties.title(xml.content(LONGEST_VALUE));
            case "creator" -> Bylines.listed(xml.content(LONGEST_VALUE)).forEach(properties::author);
            case "created" -> properties.published(xml.content(LONGEST_VALUE));
            case "language" -> properties.language(xml.content(LONGEST_VALUE));
            default -> {
                // Keywords, revisions, who saved it last.
            }
        }
    }
}
