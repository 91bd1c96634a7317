package io.onrecord.text;

import io.onrecord.model.Span;
import io.onrecord.model.Text;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Pairs the quotation marks of a text, paragraph by paragraph. For one use by one thread. */
final class QuotationScanner {

    /** Words that begin with an apostrophe and are no quotation. */
    private static final Set<String> ELISIONS =
            Set.of("tis", "twas", "twill", "til", "em", "n", "cause", "cos", "bout", "round", "ere", "neath");

    private final String text;
    private final Text paragraphs;
    private final List<Span> pairs = new ArrayList<>();
    private final List<Span> openers = new ArrayList<>();
    private final List<Span> closers = new ArrayList<>();
    /** Where pairs start that their paragraph does not close. */
    private final BitSet unclosed = new BitSet();
    /** Units inside the pairs so far. */
    private final BitSet covered = new BitSet();
    /** No curly mark stands between here and the last mark that asked for one. */
    private int nextCurly;

    /** What a mark of the double family or a guillemet can do where it stands. */
    private enum Use {
        OPENS,
        CLOSES,
        /** Straight marks: closes what is open, else opens. */
        EITHER,
        /** Not a quotation mark here. */
        NONE
    }

    private record Mark(int start, int end, char family, Use use) {}

    QuotationScanner(Text text) {
        this.text = text.value();
        this.paragraphs = text;
    }

    List<Span> pairs() {
        return pairs;
    }

    /** Whether a pair ends with its paragraph, for want of a mark that closes it. */
    boolean isUnclosed(Span pair) {
        return unclosed.get(pair.start());
    }

    /** Opening marks that nothing closes. */
    List<Span> openers() {
        return openers;
    }

    /** Closing marks that nothing opens. */
    List<Span> closers() {
        return closers;
    }

    void scan() {
        List<Span> all = paragraphs.paragraphs();
        for (int i = 0; i < all.size(); i++) {
            Optional<Span> next = i + 1 < all.size() ? Optional.of(all.get(i + 1)) : Optional.empty();
            doubles(all.get(i), next);
            singles(all.get(i), next);
        }
        outermost();
    }

    /** How many units the mark at an offset has: doubled apostrophes and back-ticks are one mark. */
    static int width(String text, int at) {
        char c = text.charAt(at);
        boolean doubling = c == '\'' || c == '`' || c == '‘' || c == '’';
        boolean doubled =
                doubling && (at + 1 < text.length() && text.charAt(at + 1) == c || at > 0 && text.charAt(at - 1) == c);
        return doubled ? 2 : 1;
    }

    // ---- double marks and guillemets ----

    private void doubles(Span paragraph, Optional<Span> next) {
        @Nullable Mark open = null;
        for (int at = paragraph.start(); at < paragraph.end(); ) {
            @Nullable Mark mark = doubleMark(at, paragraph, open);
            at = mark == null ? at + 1 : mark.end();
            if (mark == null || mark.use() == Use.NONE || open != null && mark.family() != open.family()) {
                continue;
            }
            if (open == null) {
                if (mark.use() == Use.CLOSES) {
                    closers.add(new Span(mark.start(), mark.end()));
                } else {
                    open = mark;
                }
            } else if (mark.use() == Use.OPENS) {
                openers.add(new Span(open.start(), open.end()));
                open = mark;
            } else {
                pair(open.start(), mark.end());
                open = null;
            }
        }
        if (open != null) {
            leftOpen(new Span(open.start(), open.end()), open.family(), paragraph, next);
        }
    }

    /** A quotation that its paragraph does not close goes to the paragraph's end if the next paragraph reopens it. */
    private void leftOpen(Span mark, char family, Span paragraph, Optional<Span> next) {
        if (next.isPresent() && reopens(next.get(), family)) {
            pair(mark.start(), paragraph.end());
            unclosed.set(mark.start());
        } else {
            openers.add(mark);
        }
    }

    private void pair(int start, int end) {
        pairs.add(new Span(start, end));
        covered.set(start, end);
    }

    private boolean reopens(Span paragraph, char family) {
        if (family == '\'') {
            return isSingle(text.charAt(paragraph.start())) && width(text, paragraph.start()) == 1;
        }
        @Nullable Mark mark = doubleMark(paragraph.start(), paragraph, null);
        return mark != null && mark.family() == family && mark.use() != Use.CLOSES;
    }

    private @Nullable Mark doubleMark(int at, Span paragraph, @Nullable Mark open) {
        char c = text.charAt(at);
        return switch (c) {
            case '"', '＂', '″' -> new Mark(at, at + 1, '"', straight(at, at + 1, paragraph, open));
            case '“', '‟', '〝' -> new Mark(at, at + 1, '"', open != null && isLow(open) ? Use.CLOSES : Use.OPENS);
            case '„' -> new Mark(at, at + 1, '"', Use.OPENS);
            case '”', '〞' ->
                new Mark(at, at + 1, '"', open == null && opensWord(at, at + 1, paragraph) ? Use.OPENS : Use.CLOSES);
            case '«', '‹' -> new Mark(at, at + 1, '«', open != null && isReversed(open) ? Use.CLOSES : Use.OPENS);
            case '»', '›' ->
                new Mark(at, at + 1, '«', open == null && opensWord(at, at + 1, paragraph) ? Use.OPENS : Use.CLOSES);
            case '「', '『' -> new Mark(at, at + 1, '「', Use.OPENS);
            case '」', '』' -> new Mark(at, at + 1, '「', Use.CLOSES);
            case '`', '‘' ->
                at + 1 < paragraph.end() && text.charAt(at + 1) == c ? new Mark(at, at + 2, '"', Use.OPENS) : null;
            case '’' ->
                at + 1 < paragraph.end() && text.charAt(at + 1) == c ? new Mark(at, at + 2, '"', Use.CLOSES) : null;
            case '\'' ->
                at + 1 < paragraph.end() && text.charAt(at + 1) == c
                        ? new Mark(at, at + 2, '"', straight(at, at + 2, paragraph, open))
                        : null;
            default -> null;
        };
    }

    private boolean isLow(Mark open) {
        return text.charAt(open.start()) == '„';
    }

    private boolean isCurly(Mark open) {
        return text.charAt(open.start()) == '“';
    }

    /** Whether the next curly mark of the paragraph is one that closes: then a straight one after a number does not. */
    private boolean curlyCloses(int at, Span paragraph) {
        // Asked from left to right, so that the text is searched once.
        nextCurly = Math.max(nextCurly, at);
        while (nextCurly < paragraph.end() && "“”„".indexOf(text.charAt(nextCurly)) < 0) {
            nextCurly++;
        }
        return nextCurly < paragraph.end() && text.charAt(nextCurly) == '”';
    }

    private boolean isReversed(Mark open) {
        char c = text.charAt(open.start());
        return c == '»' || c == '›';
    }

    private Use straight(int start, int end, Span paragraph, @Nullable Mark open) {
        if (start > paragraph.start() && Character.isDigit(text.charAt(start - 1))) {
            if (open == null || isHeight(start, paragraph) || isCurly(open) && curlyCloses(start, paragraph)) {
                return Use.NONE;
            }
        }
        if (opensWord(start, end, paragraph)) {
            return Use.OPENS;
        }
        if (open != null || start == paragraph.start() || isSpace(text.charAt(start - 1))) {
            return Use.EITHER;
        }
        // Inside a word it is none: the mark of a Hebrew abbreviation, say.
        boolean wordBefore = Character.isLetterOrDigit(text.charAt(start - 1));
        boolean wordAfter = end < paragraph.end() && Character.isLetterOrDigit(text.charAt(end));
        return wordBefore && wordAfter ? Use.NONE : Use.CLOSES;
    }

    /** The mark of 6'2". */
    private boolean isHeight(int at, Span paragraph) {
        int i = at - 1;
        while (i > paragraph.start() && Character.isDigit(text.charAt(i))) {
            i--;
        }
        return (text.charAt(i) == '\'' || text.charAt(i) == '’') && i > 0 && Character.isDigit(text.charAt(i - 1));
    }

    private boolean opensWord(int start, int end, Span paragraph) {
        if (end >= paragraph.end() || isSpace(text.charAt(end))) {
            return false;
        }
        if (start == paragraph.start()) {
            return true;
        }
        char before = text.charAt(start - 1);
        char after = text.charAt(end);
        boolean wordAfter = !isClosingPunctuation(after);
        return wordAfter && (isSpace(before) || "([{—–-/:'‘".indexOf(before) >= 0);
    }

    // ---- single marks ----

    private void singles(Span paragraph, Optional<Span> next) {
        boolean closable = true;
        for (int at = paragraph.start(); at < paragraph.end(); at++) {
            if (covered.get(at)) {
                at = covered.nextClearBit(at) - 1;
                continue;
            }
            if (!opensSingle(at, paragraph)) {
                if (closesNothing(at, paragraph)) {
                    closers.add(new Span(at, at + 1));
                }
                continue;
            }
            // What has no mark to close it here has none further on: the text is searched once.
            int close = closable ? close(at, paragraph) : -1;
            closable = close >= 0;
            if (closable) {
                pair(at, close + 1);
            } else if (at == paragraph.start() || next.isPresent() && reopens(next.get(), '\'')) {
                leftOpen(new Span(at, at + 1), '\'', paragraph, next);
            }
        }
    }

    /** Whether a single mark that no pair holds ends a quotation all the same: it follows punctuation. */
    private boolean closesNothing(int at, Span paragraph) {
        return isSingle(text.charAt(at))
                && width(text, at) == 1
                && at > paragraph.start()
                && ".,!?…".indexOf(text.charAt(at - 1)) >= 0
                && (at + 1 == paragraph.end() || !Character.isLetterOrDigit(text.charAt(at + 1)));
    }

    private boolean opensSingle(int at, Span paragraph) {
        char c = text.charAt(at);
        if ("'‘‚‛`".indexOf(c) < 0 || width(text, at) == 2) {
            return false;
        }
        boolean afterWord = at > paragraph.start() && Character.isLetterOrDigit(text.charAt(at - 1));
        if (afterWord || c != '‚' && !opensWord(at, at + 1, paragraph)) {
            return false;
        }
        int end = at + 1;
        while (end < paragraph.end() && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        String word = text.substring(at + 1, end);
        return !ELISIONS.contains(word.toLowerCase(Locale.ROOT)) && !word.matches("\\d0s|\\d\\d");
    }

    /** The mark that closes a single quotation, or -1: the first that cannot be an apostrophe, else the last that can. */
    private int close(int open, Span paragraph) {
        int weak = -1;
        for (int at = open + 1; at < paragraph.end(); at++) {
            if (covered.get(at)) {
                at = covered.nextClearBit(at) - 1;
                continue;
            }
            if (!isSingle(text.charAt(at)) || width(text, at) == 2) {
                continue;
            }
            boolean wordAfter = at + 1 < paragraph.end() && Character.isLetterOrDigit(text.charAt(at + 1));
            if (!wordAfter && !isSpace(text.charAt(at - 1))) {
                if (!maybeApostrophe(at, paragraph)) {
                    return at;
                }
                weak = at;
            } else if (weak >= 0 && opensSingle(at, paragraph)) {
                return weak;
            }
        }
        return weak;
    }

    /** Whether the mark after a word may be the apostrophe of {@code workers'} or {@code goin'}. */
    private boolean maybeApostrophe(int at, Span paragraph) {
        char before = text.charAt(at - 1);
        boolean spaceAfter = at + 1 < paragraph.end() && isSpace(text.charAt(at + 1));
        boolean plural = before == 's' || before == 'S' || before == 'z' || before == 'x';
        boolean clipped = before == 'n' && text.charAt(at - 2) == 'i' || before == 'o' || before == 'O';
        return spaceAfter && (plural || clipped);
    }

    private static boolean isSingle(char c) {
        return c == '\'' || c == '’' || c == '‘';
    }

    // ---- both ----

    static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u200B' || c == '\uFEFF';
    }

    private static boolean isClosingPunctuation(char c) {
        return ".,;:!?)]}…".indexOf(c) >= 0;
    }

    /** Drops pairs that stand inside another. */
    private void outermost() {
        Collections.sort(pairs);
        List<Span> kept = new ArrayList<>();
        for (Span pair : pairs) {
            Span last = kept.isEmpty() ? null : kept.get(kept.size() - 1);
            if (last == null || !last.overlaps(pair)) {
                kept.add(pair);
            } else if (last.start() == pair.start() && pair.end() > last.end()) {
                kept.set(kept.size() - 1, pair);
            }
        }
        pairs.clear();
        pairs.addAll(kept);
    }
}
