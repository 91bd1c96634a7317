package io.onrecord.model;

import java.util.List;

/**
 * What the attribution step finds: who, the reporting words, and what, before anybody asks whom the source stands for.
 *
 * @param in the text that the spans refer to
 * @param form read off the quotation marks around the content
 * @param source the words that name the source; empty where nobody is named
 * @param cue the reporting words; empty only for a quotation carried on from before, of this text or before it
 * @param content what is stated, never empty; quotation marks belong to it
 * @param confidence has a value for the source and the cue exactly when there are spans
 */
public record Attribution(
        Location in, Form form, List<Span> source, List<Span> cue, List<Span> content, Confidence confidence) {

    public Attribution {
        source = Spans.ordered(source, "source");
        cue = Spans.ordered(cue, "cue");
        content = Spans.ordered(content, "content");
        if (content.isEmpty()) {
            throw new IllegalArgumentException("a statement has content");
        }
        if (source.isEmpty() == confidence.source().isPresent()
                || cue.isEmpty() == confidence.cue().isPresent()) {
            throw new IllegalArgumentException("confidence " + confidence + " does not fit source " + source
                    + " and cue " + cue + ": a part has a confidence exactly when it has spans");
        }
    }

    /** Where the statement begins, over all its parts: the order of a record. */
    public int start() {
        int start = content.get(0).start();
        if (!cue.isEmpty()) {
            start = Math.min(start, cue.get(0).start());
        }
        return source.isEmpty() ? start : Math.min(start, source.get(0).start());
    }

    /** Where the statement ends, over all its parts. */
    public int end() {
        int end = content.get(content.size() - 1).end();
        if (!cue.isEmpty()) {
            end = Math.max(end, cue.get(cue.size() - 1).end());
        }
        return source.isEmpty()
                ? end
                : Math.max(end, source.get(source.size() - 1).end());
    }
}
