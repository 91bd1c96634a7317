package io.onrecord.speakers;

import io.onrecord.model.Location;
import io.onrecord.model.Span;
import io.onrecord.model.Text;
import io.onrecord.text.Quotations;
import io.onrecord.text.Sentences;
import java.util.ArrayList;
import java.util.List;

/** The sentences of one text of an article, and what of it is quoted. */
final class Place {

    private final Location in;
    private final String text;
    private final List<Span> sentences = new ArrayList<>();
    private final List<Span> quoted;

    Place(Text text, Location in) {
        this.in = in;
        this.text = text.value();
        for (Span span : text.paragraphs()) {
            sentences.addAll(Sentences.of(this.text, span));
        }
        quoted = Quotations.of(text).pairs();
    }

    Location in() {
        return in;
    }

    String text() {
        return text;
    }

    /** Number of the sentence that an offset stands in, or of the last before it; -1 before the first. */
    int sentenceAt(int offset) {
        return lastFrom(sentences, offset);
    }

    Span sentence(int number) {
        return sentences.get(number);
    }

    boolean isQuoted(int offset) {
        int at = lastFrom(quoted, offset);
        // Pairs may nest: the one that began last may have ended before an outer one does.
        for (int i = at; i >= 0 && i > at - 3; i--) {
            if (quoted.get(i).start() < offset && offset < quoted.get(i).end()) {
                return true;
            }
        }
        return false;
    }

    private static int lastFrom(List<Span> spans, int offset) {
        int low = 0;
        int high = spans.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (spans.get(middle).start() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }
}
