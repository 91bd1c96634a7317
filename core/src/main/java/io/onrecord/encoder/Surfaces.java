package io.onrecord.encoder;

import io.onrecord.model.Span;
import io.onrecord.model.Text;
import io.onrecord.text.Quotations;
import java.util.List;

/**
 * How pieces looked before they were folded: the case of their word, and how they stand to quotation marks. A network is
 * told both apart from the pieces, and reads every mark of a quotation as the straight one, so that typography does not
 * move what it finds. The trainer has simpler rules ({@code surface.py}), which give the same on common typography; a golden file
 * holds them to that.
 */
final class Surfaces {

    private static final int QUOTES = 5;
    private static final int OUTSIDE = 0;
    private static final int OPENING = 1;
    private static final int INSIDE = 2;
    private static final int CLOSING = 3;
    private static final int STRAY = 4;

    private static final int PLAIN = 0;
    private static final int CAPITALIZED = 1;
    private static final int CAPITALS = 2;
    private static final int MIXED = 3;

    private final String text;
    private final Pieces pieces;
    private final int[] surfaces;

    private Surfaces(String text, Pieces pieces) {
        this.text = text;
        this.pieces = pieces;
        this.surfaces = new int[pieces.size()];
    }

    /** Of each piece of a text, {@code case * 5 + quotation}. */
    static int[] of(Text text, Pieces pieces) {
        Surfaces found = new Surfaces(text.value(), pieces);
        found.addCases();
        Quotations quotations = Quotations.of(text);
        found.addPairs(quotations);
        found.addStray(quotations.openers());
        found.addStray(quotations.closers());
        return found.surfaces;
    }

    /** Whether the piece is a quotation mark. */
    static boolean isMark(int surface) {
        int quote = surface % QUOTES;
        return quote == OPENING || quote == CLOSING || quote == STRAY;
    }

    /** Whether the word of the piece has a capital. */
    static boolean hasCapital(int surface) {
        return surface / QUOTES != PLAIN;
    }

    private void addCases() {
        int n = pieces.size();
        for (int from = 0; from < n; ) {
            int to = from + 1;
            while (to < n && !pieces.startsWord(to)) {
                to++;
            }
            int wordCase = caseOf(pieces.start(from), pieces.end(to - 1));
            for (int i = from; i < to; i++) {
                surfaces[i] = wordCase * QUOTES;
            }
            from = to;
        }
    }

    private int caseOf(int start, int end) {
        int letters = 0;
        int upper = 0;
        boolean firstIsUpper = false;
        for (int i = start; i < end; ) {
            int c = text.codePointAt(i);
            if (Character.isLetter(c)) {
                boolean isUpper = Character.isUpperCase(c);
                firstIsUpper |= letters == 0 && isUpper;
                letters++;
                upper += isUpper ? 1 : 0;
            }
            i += Character.charCount(c);
        }
        if (upper == 0) {
            return PLAIN;
        }
        if (upper == letters && letters > 1) {
            return CAPITALS;
        }
        return firstIsUpper ? CAPITALIZED : MIXED;
    }

    /** Pairs stand in order and do not overlap. */
    private void addPairs(Quotations quotations) {
        int i = 0;
        for (Span pair : quotations.pairs()) {
            int opened = quotations.opened(pair);
            int closing = quotations.closing(pair);
            while (i < pieces.size() && pieces.start(i) < pair.start()) {
                i++;
            }
            while (i < pieces.size() && pieces.start(i) < pair.end()) {
                int start = pieces.start(i);
                surfaces[i] += start < opened ? OPENING : start >= closing ? CLOSING : INSIDE;
                i++;
            }
        }
    }

    private void addStray(List<Span> marks) {
        int at = 0;
        for (int i = 0; i < pieces.size() && at < marks.size(); i++) {
            while (at < marks.size() && marks.get(at).end() <= pieces.start(i)) {
                at++;
            }
            if (at < marks.size() && pieces.start(i) >= marks.get(at).start() && surfaces[i] % QUOTES == OUTSIDE) {
                surfaces[i] += STRAY;
            }
        }
    }
}
