package io.onrecord.speakers;

import java.util.Arrays;

/** A list of numbers that holds millions of them in little room. */
final class Longs {

    private long[] values = new long[16];
    private int size;

    void add(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
    }

    long[] all() {
        return Arrays.copyOf(values, size);
    }

    /** In order, each once. */
    long[] distinct() {
        long[] sorted = all();
        Arrays.sort(sorted);
        int kept = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[kept++] = sorted[i];
            }
        }
        return Arrays.copyOf(sorted, kept);
    }
}
