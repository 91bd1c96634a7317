package io.onrecord.evaluation;

import io.onrecord.model.Span;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tokens of a text as the measure counts them: a run of word characters, or one other visible character.
 *
 * <p>Word characters are letters, numbers and the underscore, as Python's {@code \w} has them: unlike Java's Unicode
 * {@code \w}, a combining mark or a joiner is a token of its own.
 */
final class Tokens {

    private static final String WORD = "\\p{L}\\p{N}_";
    /** Python's {@code \s}, which differs from both of Java's. */
    private static final String SPACE =
            "\\t\\n\\x0B\\f\\r\\x1C-\\x1F \\x85\\u00A0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000";

    private static final Pattern TOKEN = Pattern.compile("[" + WORD + "]+|[^" + WORD + SPACE + "]");

    private final int[] starts;
    private final int[] ends;

    private Tokens(int[] starts, int[] ends) {
        this.starts = starts;
        this.ends = ends;
    }

    static Tokens of(String text) {
        int[] starts = new int[16];
        int[] ends = new int[16];
        int n = 0;
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            if (n == starts.length) {
                starts = Arrays.copyOf(starts, 2 * n);
                ends = Arrays.copyOf(ends, 2 * n);
            }
            starts[n] = matcher.start();
            ends[n++] = matcher.end();
        }
        return new Tokens(Arrays.copyOf(starts, n), Arrays.copyOf(ends, n));
    }

    int count() {
        return starts.length;
    }

    /** A token's place, in UTF-16 units. */
    Span get(int index) {
        return new Span(starts[index], ends[index]);
    }

    /** The tokens that any of the spans touches. */
    BitSet covered(List<Span> spans) {
        BitSet covered = new BitSet();
        for (Span span : spans) {
            covered.or(covered(span));
        }
        return covered;
    }

    /** The tokens that the span touches. */
    BitSet covered(Span span) {
        BitSet covered = new BitSet();
        int found = Arrays.binarySearch(starts, span.start());
        for (int i = found >= 0 ? found : Math.max(0, -found - 2); i < starts.length && starts[i] < span.end(); i++) {
            if (ends[i] > span.start()) {
                covered.set(i);
            }
        }
        return covered;
    }
}
