package io.onrecord.exchange.export;

import io.onrecord.exchange.RecordJson.Offsets;
import io.onrecord.model.CodePoints;
import io.onrecord.model.Span;
import java.util.List;
import java.util.StringJoiner;

/** One text and the unit in which places in it are written. */
final class Places {

    /** Stands between the pieces of words that are not one piece. */
    private static final String GAP = " … ";

    private final String text;
    private final CodePoints points;
    private final Offsets unit;

    Places(String text, Offsets unit) {
        this.text = text;
        this.points = CodePoints.of(text);
        this.unit = unit;
    }

    int length() {
        return at(text.length());
    }

    /**
     * A UTF-16 offset in the unit.
     *
     * @throws UnfitRecordException if it cuts a surrogate pair in two
     */
    int at(int utf16) {
        int found = points.fromUtf16(utf16);
        if (points.toUtf16(found) != utf16) {
            throw new UnfitRecordException("the UTF-16 offset " + utf16 + " of '" + UnfitRecordException.shown(text)
                    + "' cuts a surrogate pair in two; the record cannot be exported: read the article again");
        }
        return unit == Offsets.UTF16 ? utf16 : found;
    }

    /** The words of spans; what stands between the pieces is left out. Absent where there are none. */
    Cell words(List<Span> spans) {
        if (spans.isEmpty()) {
            return Cell.Absent.ABSENT;
        }
        StringJoiner words = new StringJoiner(GAP);
        spans.forEach(span -> words.add(span.of(text)));
        return Cell.of(words.toString());
    }

    /** Where the first span begins. */
    Cell start(List<Span> spans) {
        return spans.isEmpty() ? Cell.Absent.ABSENT : Cell.of(at(spans.get(0).start()));
    }

    /** Where the last span ends. */
    Cell end(List<Span> spans) {
        return spans.isEmpty()
                ? Cell.Absent.ABSENT
                : Cell.of(at(spans.get(spans.size() - 1).end()));
    }

    /** All of them as {@code [[start,end],…]}. */
    Cell spans(List<Span> spans) {
        if (spans.isEmpty()) {
            return Cell.Absent.ABSENT;
        }
        StringJoiner pairs = new StringJoiner(",", "[", "]");
        spans.forEach(span -> pairs.add(pair(span)));
        return Cell.of(pairs.toString());
    }

    /** One as {@code [start,end]}. */
    String pair(Span span) {
        return "[" + at(span.start()) + "," + at(span.end()) + "]";
    }
}
