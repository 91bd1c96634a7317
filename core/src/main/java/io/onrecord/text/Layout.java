package io.onrecord.text;

import io.onrecord.model.Span;
import io.onrecord.model.Text;
import java.util.ArrayList;
import java.util.List;

/** How a plain text shows its paragraphs. Decided once for a whole article, from the lines alone. */
public enum Layout {

    /** Each line is a paragraph. */
    LINES {
        @Override
        boolean endsParagraph(Lines.Line line, Lines.Line next, int width, boolean inItem) {
            return true;
        }
    },

    /**
     * The text is hard-wrapped: a blank line ends a paragraph. So does a line that stops short of the width, as
     * headlines and list entries do, and a line before a list entry or an indented one.
     */
    BLANK_LINES {
        @Override
        boolean endsParagraph(Lines.Line line, Lines.Line next, int width, boolean inItem) {
            if (line.endsBlock() || startsIndented(line, next, inItem)) {
                return true;
            }
            if (next.item()) {
                // A dash or a number may also come to stand at the start of a line within a sentence.
                return inItem || line.endsSentence() || !nearlyFilled(line, next, width);
            }
            return !filled(line, next, width) && (isShort(line, width) || !runsOn(line, next));
        }
    };

    /** Wrapped text is seldom wider than this many characters; lines that are longer are paragraphs. */
    private static final int WIDEST = 120;

    /** Nor narrower: shorter lines are a list or a poem. */
    private static final int NARROWEST = 40;

    private static final int FEWEST_FILLED = 2;

    /**
     * Decides by evidence. The width is that of the longest line of several words. A line is filled if the next line's
     * first word would not have fitted in, give or take a tenth where people broke the lines. Hard-wrapped text has a plausible width, its lines are filled (four in five,
     * and two at least, not counting short ones, which end a paragraph in any layout), and most of the filled ones go
     * on in the next line: no sentence ends there and the next line has no capital. Without that last rule a list of
     * headlines of like length would pass for a paragraph.
     */
    public static Layout of(String text) {
        int width = width(text);
        if (width < NARROWEST || width > WIDEST) {
            return LINES;
        }
        int joints = 0;
        int filled = 0;
        int runningOn = 0;
        Lines lines = new Lines(text);
        Lines.Line line = lines.next();
        for (Lines.Line next = lines.next(); line != null && next != null; line = next, next = lines.next()) {
            if (line.endsBlock() || isShort(line, width) || next.item() || startsIndented(line, next, false)) {
                continue;
            }
            joints++;
            if (nearlyFilled(line, next, width)) {
                filled++;
                runningOn += runsOn(line, next) ? 1 : 0;
            }
        }
        return filled >= FEWEST_FILLED && 5 * filled >= 4 * joints && 2 * runningOn >= filled ? BLANK_LINES : LINES;
    }

    /** The text, kept to the character, with its paragraphs under this layout. */
    public Text text(String value) {
        int width = width(value);
        List<Span> paragraphs = new ArrayList<>();
        Lines lines = new Lines(value);
        Lines.Line line = lines.next();
        Lines.Line first = line;
        while (first != null && line != null) {
            Lines.Line next = lines.next();
            if (next == null || endsParagraph(line, next, width, first.item())) {
                paragraphs.add(new Span(first.start(), line.end()));
                first = next;
            }
            line = next;
        }
        return new Text(value, paragraphs);
    }

    /**
     * Whether a paragraph ends between two lines.
     *
     * @param next the next visible line
     * @param inItem whether the paragraph is a list entry, whose further lines may be indented
     */
    abstract boolean endsParagraph(Lines.Line line, Lines.Line next, int width, boolean inItem);

    /** Length of the longest line; a line of one word, such as an address, says nothing about the width. */
    private static int width(String text) {
        int width = 0;
        Lines lines = new Lines(text);
        for (Lines.Line line = lines.next(); line != null; line = lines.next()) {
            if (line.length() > width && line.severalWords()) {
                width = line.length();
            }
        }
        return width;
    }

    private static boolean filled(Lines.Line line, Lines.Line next, int width) {
        return line.length() + 1 + next.firstWord() > width;
    }

    private static boolean nearlyFilled(Lines.Line line, Lines.Line next, int width) {
        return filled(line, next, width - width / 10);
    }

    private static boolean isShort(Lines.Line line, int width) {
        return 2 * line.length() < width;
    }

    private static boolean runsOn(Lines.Line line, Lines.Line next) {
        return !line.endsSentence() && !next.startsWithCapital();
    }

    private static boolean startsIndented(Lines.Line line, Lines.Line next, boolean inItem) {
        return !inItem && next.indent() >= line.indent() + 2;
    }
}
