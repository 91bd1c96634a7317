package io.onrecord.model;

import java.util.List;

/**
 * A fixed text and its paragraphs: what every offset of a record refers to.
 *
 * @param value the characters, exactly as they were read
 * @param paragraphs in order, not overlapping, each holding something visible; characters between them are white space
 */
public record Text(String value, List<Span> paragraphs) {

    public Text {
        paragraphs = Spans.ordered(paragraphs, "paragraph");
        if (!paragraphs.isEmpty() && paragraphs.get(paragraphs.size() - 1).end() > value.length()) {
            throw new IllegalArgumentException("paragraph " + paragraphs.get(paragraphs.size() - 1)
                    + " lies outside the text (length " + value.length() + ")");
        }
    }

    /** A text that is one paragraph, such as a title. */
    public static Text line(String value) {
        String stripped = value.strip();
        if (stripped.isEmpty()) {
            return new Text(value, List.of());
        }
        int start = value.indexOf(stripped.charAt(0));
        return new Text(value, List.of(new Span(start, start + stripped.length())));
    }

    public int length() {
        return value.length();
    }

    /** The text may be long, so only its beginning is shown. */
    @Override
    public String toString() {
        return "Text[" + Check.shown(value) + ", " + paragraphs.size() + " paragraphs]";
    }
}
