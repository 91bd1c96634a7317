package io.onrecord.text;

import io.onrecord.model.Form;
import io.onrecord.model.Span;
import io.onrecord.model.Text;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/**
 * Where a text quotes: its quotation marks paired, with the typography that news has. Curly, straight and low marks,
 * guillemets, doubled apostrophes and back-ticks, single marks beside apostrophes; a mark that is reopened at each
 * paragraph of a long quotation and closed at its end; and a mark that has no partner, which spoils nothing but itself.
 * Immutable and thread-safe; built in one pass over the text.
 */
public final class Quotations {

    private static final int INSIDE = 1;
    private static final int OUTSIDE = 2;

    private final String text;
    private final List<Span> pairs;
    private final List<Span> openers;
    private final List<Span> closers;
    /** Where pairs start that end with their paragraph, for want of a mark that closes them. */
    private final BitSet unclosed;
    /** Units that stand in a pair, its marks included. */
    private final BitSet quoted;

    private Quotations(String text, QuotationScanner scanner) {
        this.text = text;
        this.pairs = List.copyOf(scanner.pairs());
        this.openers = scanner.openers().stream().sorted().toList();
        this.closers = scanner.closers().stream().sorted().toList();
        this.unclosed = new BitSet(text.length());
        pairs.stream().filter(scanner::isUnclosed).forEach(pair -> unclosed.set(pair.start()));
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

    /** Opening marks that nothing closes, in the order of the text. */
    public List<Span> openers() {
        return openers;
    }

    /** Closing marks that nothing opens, in the order of the text. */
    public List<Span> closers() {
        return closers;
    }

    /** Whether a unit of the text stands in a pair, its marks included. */
    public boolean quotes(int offset) {
        return quoted.get(offset);
    }

    /** Where what a pair encloses starts: after its opening mark. */
    public int opened(Span pair) {
        return Math.min(pair.end(), pair.start() + QuotationScanner.width(text, pair.start()));
    }

    /** Where what a pair encloses ends: at its closing mark, or with the pair where its paragraph does not close it. */
    public int closing(Span pair) {
        int end = isClosed(pair) ? pair.end() - QuotationScanner.width(text, pair.end() - 1) : pair.end();
        return Math.max(opened(pair), end);
    }

    /** Whether a mark closes a pair; else it ends with its paragraph, and the next paragraph takes the quotation up. */
    public boolean isClosed(Span pair) {
        return !unclosed.get(pair.start());
    }

    /**
     * How content is given: whether all, none or part of its letters and digits stand inside quotation marks. Where it
     * has none, such as an ellipsis or an emoji, the rest of its characters tell.
     */
    public Form form(List<Span> content) {
        int places = places(content, Character::isLetterOrDigit);
        if (places == 0) {
            places = places(content, Quotations::isSign);
        }
        return switch (places) {
            case INSIDE -> Form.DIRECT;
            case INSIDE | OUTSIDE -> Form.MIXED;
            default -> Form.INDIRECT;
        };
    }

    /** Where characters of a kind stand: {@link #INSIDE} quotation marks, {@link #OUTSIDE}, both, or nowhere (0). */
    private int places(List<Span> content, IntPredicate kind) {
        int places = 0;
        for (Span span : content) {
            // A mark without a partner counts up to the span's edge.
            int fromOpener = firstOpenerEnd(span);
            int toCloser = lastCloserStart(span);
            int width;
            for (int i = span.start(); i < span.end(); i += width) {
                int c = text.codePointAt(i);
                width = Character.charCount(c);
                if (kind.test(c)) {
                    places |= quoted.get(i) || i >= fromOpener || i < toCloser ? INSIDE : OUTSIDE;
                }
            }
        }
        return places;
    }

    private int firstOpenerEnd(Span span) {
        int i = firstNot(openers, mark -> mark.end() < span.start());
        return i < openers.size() && openers.get(i).end() <= span.end()
                ? openers.get(i).end()
                : Integer.MAX_VALUE;
    }

    private int lastCloserStart(Span span) {
        int i = firstNot(closers, mark -> mark.start() <= span.end()) - 1;
        return i >= 0 && closers.get(i).start() > span.start() ? closers.get(i).start() : -1;
    }

    /** Whether a character shows and is no quotation mark. */
    private static boolean isSign(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.NON_SPACING_MARK,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION -> false;
            default -> "\"＂″'`„‚「」『』〝〞".indexOf(c) < 0;
        };
    }

    /**
     * A content span with the marks that belong to it: marks just outside are taken in where the span holds all that
     * they enclose, and a closing mark of something before it is left out.
     */
    public Span withMarks(Span span) {
        int start = span.start();
        int end = span.end();
        for (Span pair : touching(span)) {
            int open = opened(pair);
            int close = closing(pair);
            // French sets a space inside its marks.
            int first = afterSpace(open, close);
            int last = beforeSpace(close, open);
            if (first == span.start() && last <= span.end()) {
                start = pair.start();
            }
            if (last == span.end() && first >= span.start()) {
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
        int from = firstNot(pairs, pair -> pair.end() < span.start());
        int to = firstNot(pairs, pair -> pair.start() <= span.end());
        return pairs.subList(from, to);
    }

    /** Index of the first span for which something no longer holds, if it holds for none after such a one. */
    private static int firstNot(List<Span> spans, Predicate<Span> holds) {
        int low = 0;
        int high = spans.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (holds.test(spans.get(middle))) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int afterSpace(int from, int limit) {
        int at = from;
        while (at < limit && QuotationScanner.isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private int beforeSpace(int from, int limit) {
        int at = from;
        while (at > limit && QuotationScanner.isSpace(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }
}
