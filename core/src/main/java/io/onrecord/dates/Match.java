package io.onrecord.dates;

/**
 * An expression that stands in a text.
 *
 * @param start index of its first token
 * @param end index of the first token behind it
 */
record Match(int start, int end, Expression expression) {

    Match {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("an expression has words, not those of [" + start + ", " + end + ")");
        }
    }
}
