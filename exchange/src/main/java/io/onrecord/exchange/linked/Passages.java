package io.onrecord.exchange.linked;

import io.onrecord.model.Attribution;
import io.onrecord.model.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Words of a text. */
final class Passages {

    private static final String GAP = " … ";

    private Passages() {}

    /** The words of some spans, with a mark between pieces. */
    static String words(String text, List<Span> spans) {
        return spans.stream().map(span -> span.of(text)).collect(Collectors.joining(GAP));
    }

    /** The words of a whole statement, source and cue included, in the order of the text; pieces that touch are one. */
    static String whole(String text, Attribution words) {
        List<Span> all = new ArrayList<>(words.source());
        all.addAll(words.cue());
        all.addAll(words.content());
        all.sort(null);
        List<Span> merged = new ArrayList<>();
        for (Span span : all) {
            int last = merged.size() - 1;
            if (last >= 0
                    && text.substring(
                                    merged.get(last).end(),
                                    Math.max(merged.get(last).end(), span.start()))
                            .isBlank()) {
                merged.set(
                        last,
                        new Span(
                                merged.get(last).start(),
                                Math.max(merged.get(last).end(), span.end())));
            } else {
                merged.add(span);
            }
        }
        return words(text, merged);
    }

    /** Up to so many characters right before an offset, whole ones. */
    static String before(String text, int offset, int most) {
        int start = offset;
        for (int i = 0; i < most && start > 0; i++) {
            start = text.offsetByCodePoints(start, -1);
        }
        return text.substring(start, offset);
    }

    /** Up to so many characters right after an offset, whole ones. */
    static String after(String text, int offset, int most) {
        int end = offset;
        for (int i = 0; i < most && end < text.length(); i++) {
            end = text.offsetByCodePoints(end, 1);
        }
        return text.substring(offset, end);
    }
}
