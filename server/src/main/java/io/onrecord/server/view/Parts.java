package io.onrecord.server.view;

import io.onrecord.model.Span;
import io.onrecord.model.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * An article in parts that a page can show: whole paragraphs, but for one that is too long for a page itself. A part has no more than so many
 * characters and statements. Immutable.
 */
final class Parts {

    /** UTF-16 units of a part. */
    static final int CHARACTERS = 40_000;

    /** Statements that begin in a part. */
    static final int STATEMENTS = 150;

    /** So far back a space is looked for where a paragraph must be cut. */
    private static final int NEAR = 500;

    private final List<List<Span>> parts = new ArrayList<>();
    private final String text;
    private final int[] starts;

    /** @param starts where statements begin, in order */
    Parts(Text text, int[] starts) {
        this.text = text.value();
        this.starts = starts;
        List<Span> part = new ArrayList<>();
        int characters = 0;
        int statements = 0;
        for (Span chunk : chunks(text)) {
            int count = count(chunk);
            boolean full = characters + chunk.length() > CHARACTERS || statements + count > STATEMENTS;
            if (full && !part.isEmpty()) {
                parts.add(List.copyOf(part));
                part.clear();
                characters = 0;
                statements = 0;
            }
            part.add(chunk);
            characters += chunk.length();
            statements += count;
        }
        if (!part.isEmpty() || parts.isEmpty()) {
            parts.add(List.copyOf(part));
        }
    }

    private List<Span> chunks(Text text) {
        List<Span> chunks = new ArrayList<>();
        for (Span paragraph : text.paragraphs()) {
            int from = paragraph.start();
            while (from < paragraph.end()) {
                int to = end(from, paragraph.end());
                chunks.add(new Span(from, to));
                from = to;
            }
        }
        return chunks;
    }

    private int end(int from, int last) {
        int to = Math.min(last, from + CHARACTERS);
        int most = first(from) + STATEMENTS;
        if (most < starts.length && starts[most] < to && starts[most] > from) {
            return starts[most];
        }
        if (to == last) {
            return to;
        }
        for (int at = to; at > to - NEAR; at--) {
            if (Character.isWhitespace(text.charAt(at - 1))) {
                return at;
            }
        }
        return Character.isLowSurrogate(text.charAt(to)) && Character.isHighSurrogate(text.charAt(to - 1))
                ? to - 1
                : to;
    }

    /** Index of the first statement that begins there or later. */
    private int first(int at) {
        int low = 0;
        int high = starts.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (starts[middle] < at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int count(Span chunk) {
        return first(chunk.end()) - first(chunk.start());
    }

    int size() {
        return parts.size();
    }

    /** The stretches of a part. */
    List<Span> get(int part) {
        return parts.get(part);
    }

    /** The part that shows a place, in UTF-16; the last one for what lies behind. */
    int at(int place) {
        for (int part = 0; part < parts.size(); part++) {
            List<Span> chunks = parts.get(part);
            if (chunks.isEmpty() || place < chunks.get(chunks.size() - 1).end()) {
                return part;
            }
        }
        return parts.size() - 1;
    }
}
