package io.onrecord.testkit;

import io.onrecord.model.Span;
import io.onrecord.model.Text;
import java.util.ArrayList;
import java.util.List;

/** Texts for tests. */
public final class Paragraphs {

    private Paragraphs() {}

    /** A text of which every line that holds something is a paragraph, without the white space around it. */
    public static Text ofLines(String value) {
        List<Span> paragraphs = new ArrayList<>();
        int from = 0;
        while (from <= value.length()) {
            int end = value.indexOf('\n', from);
            if (end < 0) {
                end = value.length();
            }
            String line = value.substring(from, end);
            if (!line.isBlank()) {
                int start = from + line.length() - line.stripLeading().length();
                paragraphs.add(new Span(start, start + line.strip().length()));
            }
            from = end + 1;
        }
        return new Text(value, paragraphs);
    }
}
