package io.onrecord.encoder;

import io.onrecord.model.Span;
import java.util.Arrays;

/**
 * The word pieces of a text in order, each with its vocabulary id and the UTF-16 range it came from. Immutable. Kept as
 * arrays because a long article has many thousands.
 */
public final class Pieces {

    private final int[] ids;
    private final int[] starts;
    private final int[] ends;
    private final boolean[] wordStarts;

    private Pieces(int[] ids, int[] starts, int[] ends, boolean[] wordStarts) {
        this.ids = ids;
        this.starts = starts;
        this.ends = ends;
        this.wordStarts = wordStarts;
    }

    public int size() {
        return ids.length;
    }

    /** Vocabulary id of a piece. */
    public int id(int piece) {
        return ids[piece];
    }

    /** First UTF-16 unit of a piece. */
    public int start(int piece) {
        return starts[piece];
    }

    /** UTF-16 unit after a piece. */
    public int end(int piece) {
        return ends[piece];
    }

    /** Whether a piece begins a word rather than going on with one. */
    public boolean startsWord(int piece) {
        return wordStarts[piece];
    }

    /** The piece that a UTF-16 unit of the text stands in, or the first behind it; {@link #size} behind the last. */
    public int at(int offset) {
        int low = 0;
        int high = ends.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ends[middle] <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The characters from one piece to another, both included. */
    public Span span(int first, int last) {
        return new Span(starts[first], ends[last]);
    }

    /** Collects pieces; for one thread. */
    public static final class Builder {
        private int size;
        private int[] ids = new int[64];
        private int[] starts = new int[64];
        private int[] ends = new int[64];
        private boolean[] wordStarts = new boolean[64];

        /** Adds a piece; pieces come in the order of the text. */
        public void add(int id, int start, int end, boolean startsWord) {
            if (size == ids.length) {
                ids = Arrays.copyOf(ids, 2 * size);
                starts = Arrays.copyOf(starts, 2 * size);
                ends = Arrays.copyOf(ends, 2 * size);
                wordStarts = Arrays.copyOf(wordStarts, 2 * size);
            }
            ids[size] = id;
            starts[size] = start;
            ends[size] = end;
            wordStarts[size++] = startsWord;
        }

        /** Lengthens the last piece if it ends where the range starts. */
        void extend(int start, int end) {
            if (size > 0 && ends[size - 1] == start) {
                ends[size - 1] = end;
            }
        }

        public int size() {
            return size;
        }

        public Pieces build() {
            return new Pieces(
                    Arrays.copyOf(ids, size),
                    Arrays.copyOf(starts, size),
                    Arrays.copyOf(ends, size),
                    Arrays.copyOf(wordStarts, size));
        }
    }
}
