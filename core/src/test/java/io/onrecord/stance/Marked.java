package io.onrecord.stance;

import io.onrecord.model.Attribution;
import io.onrecord.model.Confidence;
import io.onrecord.model.Form;
import io.onrecord.model.Location;
import io.onrecord.model.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A sentence with its attribution, written with marks: {@code <source>}, {@code [cue]}, <code>{content}</code>.
 *
 * @param text without the marks
 * @param words the attribution
 */
record Marked(String text, Attribution words) {

    static Marked of(String marked) {
        StringBuilder text = new StringBuilder();
        List<Span> source = new ArrayList<>();
        List<Span> cue = new ArrayList<>();
        List<Span> content = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < marked.length(); i++) {
            char c = marked.charAt(i);
            switch (c) {
                case '<', '[', '{' -> start = text.length();
                case '>' -> source.add(new Span(start, text.length()));
                case ']' -> cue.add(new Span(start, text.length()));
                case '}' -> content.add(new Span(start, text.length()));
                default -> text.append(c);
            }
        }
        Attribution words = new Attribution(
                Location.TEXT,
                Form.INDIRECT,
                source,
                cue,
                content,
                new Confidence(
                        1,
                        source.isEmpty() ? Optional.empty() : Optional.of(1.0),
                        cue.isEmpty() ? Optional.empty() : Optional.of(1.0),
                        1));
        return new Marked(text.toString(), words);
    }
}
