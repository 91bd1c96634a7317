package io.onrecord.copies;

import io.onrecord.model.Published;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/**
 * The order in which texts are origins: the earliest first, those without a date last, ties by id. A date without a time counts
 * as its end, since nobody knows that it was earlier; a time without an offset as UTC.
 */
final class OriginOrder {

    private final int[] byRank;
    private final int[] ranks;

    private OriginOrder(int[] byRank, int[] ranks) {
        this.byRank = byRank;
        this.ranks = ranks;
    }

    /** Holds some 40 bytes a text while it sorts, 8 afterwards. */
    static OriginOrder of(Signatures all) {
        int size = all.size();
        long[] moments = new long[size];
        long[] ids = new long[size];
        Integer[] sorted = new Integer[size];
        for (int i = 0; i < size; i++) {
            Signed signed = all.get(i);
            moments[i] = signed.published().map(Published::latest).orElse(Long.MAX_VALUE);
            ids[i] = beginning(signed.id());
            sorted[i] = i;
        }
        Comparator<Integer> order = Comparator.<Integer>comparingLong(i -> moments[i])
                .thenComparing((a, b) -> Long.compareUnsigned(ids[a], ids[b]))
                .thenComparing(i -> all.get(i).id());
        Arrays.sort(sorted, order);
        int[] byRank = new int[size];
        int[] ranks = new int[size];
        for (int rank = 0; rank < size; rank++) {
            byRank[rank] = sorted[rank];
            ranks[sorted[rank]] = rank;
            boolean twice = rank > 0 && order.compare(sorted[rank - 1], sorted[rank]) == 0;
            if (twice) {
                throw new IllegalArgumentException("two texts have the id "
                        + all.get(sorted[rank]).id() + " and the same date: ids must be unique");
            }
        }
        return new OriginOrder(byRank, ranks);
    }

    int size() {
        return byRank.length;
    }

    /** The number of the text of a rank. */
    int index(int rank) {
        return byRank[rank];
    }

    /** The rank of the text of a number. */
    int rank(int index) {
        return ranks[index];
    }

    /** The first eight bytes, which nearly always decide. */
    private static long beginning(String id) {
        byte[] bytes = id.substring(0, Math.min(8, id.length())).getBytes(StandardCharsets.UTF_8);
        long value = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            value = value << 8 | (i < bytes.length ? bytes[i] & 0xFF : 0);
        }
        return value;
    }
}
