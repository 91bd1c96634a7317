package io.onrecord.text;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Goes over the visible lines of a text, one at a time: a text may have millions. */
final class Lines {

    private static final char NEXT_LINE = '\u0085';
    private static final char LINE_SEPARATOR = '\u2028';
    private static final char PARAGRAPH_SEPARATOR = '\u2029';
    private static final char VERTICAL_TAB = '\u000B';
    private static final char ZERO_WIDTH_SPACE = '\u200B';
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** A bullet, a dash or a number, then white space. */
    private static final Pattern ITEM = Pattern.compile("(?:[-*+•‣◦▪●■–—·]|\\(?\\p{Nd}{1,3}[.)]|\\(?[a-z][.)])\\s.*");

    /** What may follow the mark that ends a sentence. */
    private static final String CLOSING = "\"'”’»›)]}」』";

    private static final String SENTENCE_ENDS = ".!?…:;。！？؟۔।";

    /** How much of a line's start is looked at to tell a list entry. */
    private static final int ITEM_START = 8;

    private final String text;
    private int at;

    Lines(String text) {
        this.text = text;
    }

    /**
     * A line that holds something visible.
     *
     * @param start first visible unit in the text
     * @param end after the last visible unit
     * @param indent units of white space before it
     * @param firstWord length of the first word; one for scripts that may break a line anywhere
     * @param endsBlock whether a blank line, a paragraph separator or the end of the text follows
     * @param endsSentence whether it ends as a sentence does
     * @param startsWithCapital whether its first letter or digit is a capital
     * @param item whether it starts a list entry
     */
    record Line(
            int start,
            int end,
            int indent,
            int firstWord,
            boolean endsBlock,
            boolean endsSentence,
            boolean startsWithCapital,
            boolean item) {

        /** Indentation counts, white space at the end does not. */
        int length() {
            return indent + end - start;
        }

        boolean severalWords() {
            return firstWord < end - start;
        }
    }

    /** The next line, or null at the end. */
    @Nullable
    Line next() {
        while (at < text.length()) {
            int start = at;
            int end = lineEnd(text, start);
            at = afterLineEnd(text, end);
            if (hasVisible(text, start, end)) {
                return line(text, start, end, endsBlock(text, end, at));
            }
        }
        return null;
    }

    private static Line line(String text, int lineStart, int lineEnd, boolean endsBlock) {
        int start = lineStart;
        while (isBlank(text.charAt(start))) {
            start++;
        }
        int end = lineEnd;
        while (isBlank(text.charAt(end - 1))) {
            end--;
        }
        return new Line(
                start,
                end,
                start - lineStart,
                firstWord(text, start, end),
                endsBlock,
                endsSentence(text, start, end),
                startsWithCapital(text, start, end),
                ITEM.matcher(text.substring(start, Math.min(end, start + ITEM_START)))
                        .matches());
    }

    private static int lineEnd(String text, int from) {
        int i = from;
        while (i < text.length() && !isLineEnd(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static int afterLineEnd(String text, int end) {
        if (end == text.length()) {
            return end;
        }
        return text.startsWith("\r\n", end) ? end + 2 : end + 1;
    }

    private static boolean endsBlock(String text, int end, int next) {
        return next >= text.length()
                || text.charAt(end) == PARAGRAPH_SEPARATOR
                || !hasVisible(text, next, lineEnd(text, next));
    }

    private static int firstWord(String text, int start, int end) {
        int first = text.codePointAt(start);
        return breaksAnywhere(first) ? Character.charCount(first) : wordEnd(text, start, end) - start;
    }

    private static int wordEnd(String text, int start, int end) {
        int i = start;
        while (i < end && !isBlank(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean endsSentence(String text, int start, int end) {
        int i = end - 1;
        while (i > start && CLOSING.indexOf(text.charAt(i)) >= 0) {
            i--;
        }
        return SENTENCE_ENDS.indexOf(text.charAt(i)) >= 0;
    }

    private static boolean startsWithCapital(String text, int start, int end) {
        for (int i = start; i < end; i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (Character.isLetterOrDigit(c)) {
                return Character.isUpperCase(c) || Character.isTitleCase(c);
            }
        }
        return false;
    }

    private static boolean breaksAnywhere(int c) {
        return Character.isIdeographic(c)
                || switch (Character.UnicodeScript.of(c)) {
                    case HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
                    default -> false;
                };
    }

    private static boolean isLineEnd(char c) {
        return c == '\n'
                || c == '\r'
                || c == '\f'
                || c == VERTICAL_TAB
                || c == NEXT_LINE
                || c == LINE_SEPARATOR
                || c == PARAGRAPH_SEPARATOR;
    }

    /** White space of any width, none included. */
    private static boolean isBlank(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || c == ZERO_WIDTH_SPACE
                || c == BYTE_ORDER_MARK;
    }

    /** Beside white space, marks of direction and joiners show nothing by themselves. */
    private static boolean hasVisible(String text, int start, int end) {
        for (int i = start; i < end; i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            boolean invisible = Character.getType(c) == Character.FORMAT || (c <= 0xFFFF && isBlank((char) c));
            if (!invisible) {
                return true;
            }
        }
        return false;
    }
}
