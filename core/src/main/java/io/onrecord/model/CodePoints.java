package io.onrecord.model;

import java.util.Arrays;

/**
 * Maps offsets of one text between UTF-16 units (Java) and Unicode code points (every file and HTTP). Costs nothing for
 * a text without surrogate pairs, and a binary search over the pairs otherwise.
 */
public final class CodePoints {

    private final int length;
    /** UTF-16 offsets of the low surrogates of all pairs, ascending. */
    private final int[] lows;

    private CodePoints(int length, int[] lows) {
        this.length = length;
        this.lows = lows;
    }

    public static CodePoints of(CharSequence text) {
        int[] lows = new int[8];
        int n = 0;
        for (int i = 1; i < text.length(); i++) {
            if (Character.isLowSurrogate(text.charAt(i)) && Character.isHighSurrogate(text.charAt(i - 1))) {
                if (n == lows.length) {
                    lows = Arrays.copyOf(lows, 2 * n);
                }
                lows[n++] = i;
            }
        }
        return new CodePoints(text.length(), Arrays.copyOf(lows, n));
    }

    /** Length of the text in code points. */
    public int length() {
        return length - lows.length;
    }

    /**
     * Code points before a UTF-16 offset; an offset in the middle of a pair counts as the pair's start.
     *
     * @throws IndexOutOfBoundsException if the offset lies outside the text
     */
    public int fromUtf16(int offset) {
        if (offset < 0 || offset > length) {
            throw new IndexOutOfBoundsException("UTF-16 offset " + offset + " lies outside a text of length " + length);
        }
        return offset - lowsUpTo(offset);
    }

    /**
     * UTF-16 offset of a code point offset.
     *
     * @throws IndexOutOfBoundsException if the offset lies outside the text
     */
    public int toUtf16(int offset) {
        if (offset < 0 || offset > length()) {
            throw new IndexOutOfBoundsException(
                    "code point offset " + offset + " lies outside a text of " + length() + " code points");
        }
        // The k-th pair (from 0) starts at code point lows[k] - 1 - k; count those that start before the offset.
        int low = 0;
        int high = lows.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (lows[middle] - 1 - middle < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return offset + low;
    }

    /** How many low surrogates stand at or before the offset. */
    private int lowsUpTo(int offset) {
        int found = Arrays.binarySearch(lows, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }
}
