package io.onrecord.text;

import io.onrecord.model.Form;
import io.onrecord.model.Span;
import io.onrecord.model.Text;
import java.util.BitSet;
import java.util.List;

/**
 * Where a text quotes: its quotation marks paired, with the typography that news has. Curly, straight and low marks,
 * guillemets, doubled apostrophes and back-ticks, single marks beside apostrophes; a mark that is reopened at each
 * paragraph of a long quotation and closed at its end; and a mark that has no partner, which spoils nothing but itself.
 * Immutable and thread-safe; built in one pass over the text.
 */
public final class Quotations {

    private final String text;
    private final List<Span> pairs;
    private final List<Span> openers;
    private final List<Span> closers;
    /** Units that stand in a pair, its marks included. */
    private final BitSet quoted;

    private Quotations(String text, QuotationScanner scanner) {
        this.text = text;
        this.pairs = List.copyOf(scanner.pairs());
        this.openers = List.copyOf(scanner.openers());
        this.closers = List.copyOf(scanner.closers());
        this.quoted = new BitSet(text.length());
        pairs.forEach(pair -> quoted.set(pair.start(), pair.end()));
    }

    public static Quotations of(Text text) {
        QuotationScanner scanner = new QuotationScanner(text);
        scanner.scan();
        return new Quotations(text.value(), scanner);
    }

    /** From opening to closing mark, both included, outermost only, in the order of the text. */
    public List<Span> pairs() {
        return pairs;
    }

    /** How content is given: whether all, none or part of its letters and digits stand inside quotation marks. */
    public Form form(List<Span> content) {
        boolean inside = false;
        boolean outside = false;
        for (Span span : content) {
            // A mark without a partner counts up to the span's edge.
            int fromOpener = openers.stream()
                    .filter(mark -> mark.end() >= span.start() && mark.end() <= span.end())
                    .mapToInt(Span::end)
                    .min()
                    .orElse(Integer.MAX_VALUE);
            int toCloser = closers.stream()
                    .filter(mark -> mark.start() > span.start() && mark.start() <= span.end())
                    .mapToInt(Span::start)
                    .max()
                    .orElse(-1);
            for (int i = span.start(); i < span.end(); i++) {
                if (Character.isLetterOrDigit(text.charAt(i)) || Character.isSurrogate(text.charAt(i))) {
                    boolean here = quoted.get(i) || i >= fromOpener || i < toCloser;
                    inside |= here;
                    outside |= !here;
                }
            }
        }
        return !inside ? Form.INDIRECT : outside ? Form.MIXED : Form.DIRECT;
    }

    /**
     * A content span with the marks that belong to it: marks just outside are taken in where the span holds all that
     * they enclose, and a closing mark of something before it is left out.
     */
    public Span withMarks(Span span) {
        int start = span.start();
        int end = span.end();
        for (Span pair : touching(span)) {
            int open = pair.start() + QuotationScanner.width(text, pair.start());
            int close = pair.end() - QuotationScanner.width(text, pair.end() - 1);
            if (open == span.start() && close <= span.end()) {
                start = pair.start();
            }
            if (close == span.end() && open >= span.start()) {
                end = pair.end();
            }
            if (close == span.start() && pair.end() < span.end()) {
                start = afterSpace(pair.end(), span.end());
            }
        }
        return start < end ? new Span(start, end) : span;
    }

    /** The pairs that overlap a span or touch it. */
    private List<Span> touching(Span span) {
        int low = 0;
        int high = pairs.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (pairs.get(middle).end() < span.start()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        int to = low;
        while (to < pairs.size() && pairs.get(to).start() <= span.end()) {
            to++;
        }
        return pairs.subList(low, to);
    }

    private int afterSpace(int from, int limit) {
        int at = from;
        while (at < limit && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
