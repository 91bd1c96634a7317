package io.onrecord.exchange.annotation;

import io.onrecord.model.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * The pieces that a format can mark. Both sides of the way back are put into this form before they are compared, so that what
 * a format cannot say is no change.
 */
enum Pieces {
    /** Any range is one piece. */
    AS_THEY_ARE {
        @Override
        List<Span> of(List<Span> spans, String text) {
            return spans;
        }

        @Override
        String flat(String text) {
            StringBuilder flat = new StringBuilder(text);
            for (int i = 0; i < flat.length(); i++) {
                if (isLineEnd(flat.charAt(i)) || flat.charAt(i) == '\t') {
                    flat.setCharAt(i, ' ');
                }
            }
            return flat.toString();
        }
    },
    /**
     * brat: a piece lies in one line, two pieces do not touch, and none cuts a character. Its line ends are those of Python, which
     * reads the files.
     */
    IN_LINES {
        @Override
        List<Span> of(List<Span> spans, String text) {
            List<Span> pieces = new ArrayList<>();
            int start = -1;
            int end = -1;
            for (Span span : spans) {
                int from = inPair(text, span.start()) ? span.start() - 1 : span.start();
                int to = inPair(text, span.end()) ? span.end() + 1 : span.end();
                for (int at = from; at < to; at++) {
                    if (isLineEnd(text.charAt(at))) {
                        continue;
                    }
                    if (at > end || start < 0) {
                        add(pieces, start, end);
                        start = at;
                    }
                    end = Math.max(end, at + 1);
                }
            }
            add(pieces, start, end);
            return pieces;
        }

        private static void add(List<Span> pieces, int start, int end) {
            if (start >= 0) {
                pieces.add(new Span(start, end));
            }
        }
    };

    /**
     * Spans as pieces, in order; none are left where the format can mark nothing of them.
     *
     * @param spans in order, not overlapping; UTF-16 units
     */
    abstract List<Span> of(List<Span> spans, String text);

    /**
     * The text as far as the format keeps it, character for character: XML 1.1, which tools may save as, takes some line ends of
     * Unicode for spaces.
     */
    String flat(String text) {
        return text;
    }

    /** Whether Python's {@code str.splitlines} ends a line there. */
    static boolean isLineEnd(char c) {
        return c >= '\n' && c <= '\r'
                || c >= '\u001c' && c <= '\u001e'
                || c == '\u0085'
                || c == '\u2028'
                || c == '\u2029';
    }

    private static boolean inPair(String text, int offset) {
        return offset > 0
                && offset < text.length()
                && Character.isLowSurrogate(text.charAt(offset))
                && Character.isHighSurrogate(text.charAt(offset - 1));
    }
}
