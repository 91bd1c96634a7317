package io.onrecord.evaluation;

import io.onrecord.model.Span;
import io.onrecord.model.Text;
import java.util.ArrayList;
import java.util.List;

/** Paragraphs of a gold text: each line with something visible is one. */
final class GoldLayout {

    private GoldLayout() {}

    static Text text(String value) {
        List<Span> paragraphs = new ArrayList<>();
        int start = -1;
        int end = -1;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\n' || c == '\r') {
                if (start >= 0) {
                    paragraphs.add(new Span(start, end));
                }
                start = -1;
            } else if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
                start = start < 0 ? i : start;
                end = i + 1;
            }
        }
        if (start >= 0) {
            paragraphs.add(new Span(start, end));
        }
        return new Text(value, paragraphs);
    }
}
