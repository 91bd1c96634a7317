package io.onrecord.reading.document;

import java.util.Arrays;

/** The lines of a text by number, kept as places in it: an export has hundreds of thousands. */
final class ExportLines {

    private final String text;
    private int[] starts = new int[256];
    private int count;

    ExportLines(String text) {
        this.text = text;
        int at = 0;
        while (at <= text.length()) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, 2 * count);
            }
            starts[count++] = at;
            int end = text.indexOf('\n', at);
            at = end < 0 ? text.length() + 1 : end + 1;
        }
    }

    int count() {
        return count;
    }

    /** A line without white space around it, and without the form feeds between printed pages. */
    String line(int number) {
        int start = starts[number];
        int end = end(number);
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    boolean isBlank(int number) {
        return indent(number) == end(number) - starts[number];
    }

    /** White space before a line's text, in characters. */
    int indent(int number) {
        int at = starts[number];
        while (at < end(number) && isBlank(text.charAt(at))) {
            at++;
        }
        return at - starts[number];
    }

    /** First line that shows something from one on, or the end. */
    int visible(int from, int end) {
        int at = from;
        while (at < end && isBlank(at)) {
            at++;
        }
        return at;
    }

    /** Last line that shows something before one, or a line before the start. */
    int visibleBefore(int before, int start) {
        int at = before - 1;
        while (at >= start && isBlank(at)) {
            at--;
        }
        return at;
    }

    /** The text of some lines, to the character, without blank lines around them. */
    String text(int from, int to) {
        int first = visible(from, to);
        int last = visibleBefore(to, first);
        return last < first
                ? ""
                : text.substring(starts[first], end(last)).replace("\r", "").stripTrailing();
    }

    /** Pages have spaces that do not break, too. */
    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private int end(int number) {
        return number + 1 < count ? starts[number + 1] - 1 : text.length();
    }
}
