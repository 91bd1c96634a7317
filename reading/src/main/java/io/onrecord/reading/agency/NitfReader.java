package io.onrecord.reading.agency;

import io.onrecord.reading.xml.XmlPull;
import java.io.IOException;

/** Reads a {@code nitf} element, 2.5 to 3.6: the head to metadata, the body to text. */
final class NitfReader {

    /** Longest headline, by-line or dateline, in characters. */
    private static final int LINE = 2000;

    private NitfReader() {}

    /** After the beginning of the element, up to its end. */
    static void into(Story story, XmlPull xml) throws IOException {
        xml.attribute("lang").ifPresent(story::language);
        int outer = xml.depth() - 1;
        while (xml.depth() > outer) {
            XmlPull.Event event = xml.next();
            if (event == XmlPull.Event.DONE) {
                return;
            }
            if (event == XmlPull.Event.START) {
                element(story, xml);
            }
        }
    }

    private static void element(Story story, XmlPull xml) throws IOException {
        switch (xml.name()) {
            case "doc-id" -> xml.attribute("id-string").ifPresent(story::id);
            case "date.issue", "date.release", "story.date" ->
                xml.attribute("norm").ifPresent(story::published);
            case "doc.copyright" -> xml.attribute("holder").ifPresent(story::provider);
            case "pubdata" -> {
                xml.attribute("name").ifPresent(story::outlet);
                xml.attribute("date.publication").ifPresent(story::published);
            }
            case "hl1", "headline" -> story.title(xml.textWithin(LINE));
            case "byline" -> byline(story, xml);
            case "distributor" -> story.provider(xml.textWithin(LINE));
            case "dateline" -> dateline(story, xml);
            case "body" -> xml.attribute("lang").ifPresent(story::language);
            case "body.content", "body.end" -> blocks(story.blocks, xml);
            // Of the head: a title for windows, links and what else programs need.
            case "abstract", "note", "rights", "title", "hl2" -> xml.skip();
            default -> {
                // Its children are looked at.
            }
        }
    }

    /** The name may stand in an element of its own, the post beside it. */
    private static void byline(Story story, XmlPull xml) throws IOException {
        StringBuilder line = new StringBuilder();
        StringBuilder post = new StringBuilder();
        int outer = xml.depth() - 1;
        while (xml.depth() > outer) {
            switch (xml.next()) {
                case START -> {
                    if (xml.name().equals("byttl")) {
                        post.append(xml.textWithin(LINE));
                    }
                }
                case TEXT -> XmlPull.append(line, xml.text(), LINE);
                case END -> line.append(' ');
                case DONE -> {
                    return;
                }
            }
        }
        story.byline(line.toString());
        story.provider(post.toString());
    }

    /** The date in it, too, is one of publication where the head has none. */
    private static void dateline(Story story, XmlPull xml) throws IOException {
        StringBuilder line = new StringBuilder();
        int outer = xml.depth() - 1;
        while (xml.depth() > outer) {
            switch (xml.next()) {
                case START -> {
                    if (xml.name().equals("story.date")) {
                        xml.attribute("norm").ifPresent(story::published);
                    }
                }
                case TEXT -> XmlPull.append(line, xml.text(), LINE);
                case END -> line.append(' ');
                case DONE -> {
                    return;
                }
            }
        }
        story.dateline(line.toString().replace(" ,", ","));
    }

    /** After the beginning of an element: what is in it, up to its end. */
    static void blocks(Blocks blocks, XmlPull xml) throws IOException {
        int outer = xml.depth() - 1;
        blocks.start(xml.name());
        while (xml.depth() > outer) {
            switch (xml.next()) {
                case START -> blocks.start(xml.name());
                case END -> blocks.end(xml.name());
                case TEXT -> blocks.text(xml.text());
                case DONE -> {
                    return;
                }
            }
        }
    }
}
