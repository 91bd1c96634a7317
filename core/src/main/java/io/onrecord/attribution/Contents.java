package io.onrecord.attribution;

import io.onrecord.model.Attribution;
import io.onrecord.model.Span;
import io.onrecord.text.Quotations;
import java.util.List;

/** What statements contain, changed. */
final class Contents {

    private Contents() {}

    /** A statement without the spans of its content that another's piece contains; the same where these are all or none of them. */
    static Attribution without(Attribution words, Span piece, Quotations quotations) {
        List<Span> content =
                words.content().stream().filter(span -> !piece.contains(span)).toList();
        return content.isEmpty() ? words : only(words, content, quotations);
    }

    /** A statement with some spans of its content alone; the same where these are all. */
    static Attribution only(Attribution words, List<Span> content, Quotations quotations) {
        return content.size() == words.content().size()
                ? words
                : new Attribution(
                        words.in(), quotations.form(content), words.source(), words.cue(), content, words.confidence());
    }
}
