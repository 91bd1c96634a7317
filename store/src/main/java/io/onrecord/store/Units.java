package io.onrecord.store;

import io.onrecord.model.CodePoints;
import io.onrecord.model.Span;
import io.onrecord.store.StoreException.Reason;
import java.util.List;
import java.util.StringJoiner;

/** One text: its spans in code points, as rows have them, and in UTF-16 units, as Java has them. */
final class Units {

    /** Stands between the pieces of words that are not one piece. */
    private static final String GAP = " … ";

    private final String text;
    private final CodePoints points;

    Units(String text) {
        this.text = text;
        this.points = CodePoints.of(text);
    }

    /** Code points of the whole. */
    int length() {
        return points.length();
    }

    /**
     * A UTF-16 offset as code points.
     *
     * @throws StoreException if it cuts a surrogate pair in two
     */
    int stored(int offset) {
        int found = points.fromUtf16(offset);
        if (points.toUtf16(found) != offset) {
            throw new StoreException(
                    Reason.UNFIT,
                    "the UTF-16 offset " + offset + " of '" + StoreException.shown(text)
                            + "' cuts a surrogate pair in two; the record cannot be kept");
        }
        return found;
    }

    /**
     * Code points as a span.
     *
     * @throws StoreException if they lie outside the text
     */
    Span loaded(int start, int end) {
        if (start < 0 || end <= start || end > length()) {
            throw new StoreException(
                    Reason.DAMAGED,
                    "the range [" + start + ", " + end + ") of code points is empty or lies outside '"
                            + StoreException.shown(text) + "' (length " + length() + ")");
        }
        return new Span(points.toUtf16(start), points.toUtf16(end));
    }

    /** The words of spans, for people: what stands between the pieces is left out. */
    String words(List<Span> spans) {
        StringJoiner words = new StringJoiner(GAP);
        spans.forEach(span -> words.add(span.of(text)));
        return words.toString();
    }
}
