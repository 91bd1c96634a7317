package io.onrecord.reading.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A word-processor document as OpenDocument has it (ISO/IEC 26300). Tracked deletions, notes and comments are left out. */
final class Odt {

    private static final String ORIGIN = "odt";

    private static final int LONGEST_VALUE = 4096;

    private static final int MOST_SPACES = 100;

    private static final Set<String> PASSED_OVER = Set.of(
            "tracked-changes",
            "note",
            "annotation",
            "annotation-end",
            "automatic-styles",
            "font-face-decls",
            "scripts",
            "sequence-decls",
            "variable-decls",
            "ruby-text",
            "object",
            "forms",
            "hidden-text",
            "hidden-paragraph");

    private final Paragraphs paragraphs = new Paragraphs();
    private int depth;

    private Odt() {}

    static Draft read(ZipParts zip) throws IOException, DocumentException {
        InputStream content = zip.part("content.xml");
        if (content == null) {
            throw new DocumentException("not a word-processor document: its archive has no content.xml");
        }
        checkEncryption(zip);
        Odt document = new Odt();
        try (Xml xml = Xml.open(content)) {
            while (xml.next()) {
                document.take(xml);
            }
        }
        return new Draft(document.paragraphs.list(), properties(zip).metadata());
    }

    private void take(Xml xml) throws DocumentException {
        if (xml.starts()) {
            start(xml);
        } else if (xml.ends() && isParagraph(xml)) {
            paragraphs.end();
            depth--;
        } else if (xml.isText() && depth > 0) {
            paragraphs.append(collapsed(xml.text()));
        }
    }

    private void start(Xml xml) throws DocumentException {
        if (PASSED_OVER.contains(xml.name())) {
            xml.skip();
        } else if (isParagraph(xml)) {
            paragraphs.end();
            depth++;
        } else if (depth > 0 && isText(xml)) {
            switch (xml.name()) {
                case "s" -> paragraphs.append(" ".repeat(spaces(xml.attribute("c"))));
                case "tab" -> paragraphs.append('\t');
                case "line-break" -> paragraphs.lineBreak();
                default -> {
                    // Spans, links and fields, whose text counts.
                }
            }
        }
    }

    private static boolean isText(Xml xml) {
        return xml.namespace().contains("opendocument:xmlns:text");
    }

    private static boolean isParagraph(Xml xml) {
        return isText(xml) && (xml.name().equals("p") || xml.name().equals("h"));
    }

    /** Line breaks in the file are spaces. */
    private static String collapsed(String text) {
        return text.replace('\n', ' ').replace('\r', ' ');
    }

    private static int spaces(@Nullable String count) {
        try {
            return count == null ? 1 : Math.max(1, Math.min(MOST_SPACES, Integer.parseInt(count)));
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    private static void checkEncryption(ZipParts zip) throws IOException, DocumentException {
        InputStream manifest = zip.part("META-INF/manifest.xml");
        if (manifest == null) {
            return;
        }
        boolean content = false;
        try (Xml xml = Xml.open(manifest)) {
            while (xml.next()) {
                if (xml.starts() && xml.name().equals("file-entry")) {
                    content = "content.xml".equals(xml.attribute("full-path"));
                } else if (xml.starts() && content && xml.name().equals("encryption-data")) {
                    throw new DocumentException("protected by a password: save a copy without one and read that");
                }
            }
        }
    }

    private static Properties properties(ZipParts zip) throws IOException, DocumentException {
        Properties properties = new Properties(ORIGIN);
        InputStream in = zip.part("meta.xml");
        if (in == null) {
            return properties;
        }
        String saver = null;
        try (Xml xml = Xml.open(in)) {
            while (xml.next()) {
                if (!xml.starts()) {
                    continue;
                }
                switch (xml.name()) {
                    case "title" -> properties.title(xml.content(LONGEST_VALUE));
                    case "initial-creator" ->
                        Bylines.listed(xml.content(LONGEST_VALUE)).forEach(properties::author);
                    case "creator" -> saver = xml.content(LONGEST_VALUE);
                    case "creation-date" -> properties.published(xml.content(LONGEST_VALUE));
                    case "language" -> properties.language(xml.content(LONGEST_VALUE));
                    default -> {
                        // Statistics and the program's name.
                    }
                }
            }
        }
        if (saver != null && properties.metadata().authors().isEmpty()) {
            Bylines.listed(saver).forEach(properties::author);
        }
        return properties;
    }
}
