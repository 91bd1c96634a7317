package io.onrecord.copies;

import io.onrecord.model.Published;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

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
            moments[i] = moment(signed.published());
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

    /** Seconds since 1970; a value that lacks its time is taken as the last moment that it may be. */
    private static long moment(Optional<Published> published) {
        if (published.isEmpty()) {
            return Long.MAX_VALUE;
        }
        String value = published.get().value();
        try {
            if (value.contains("T")) {
                return time(value.replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2"));
            }
            LocalDate next = switch (value.length()) {
                case 4 -> Year.parse(value).plusYears(1).atDay(1);
                case 7 -> YearMonth.parse(value).plusMonths(1).atDay(1);
                default -> LocalDate.parse(value).plusDays(1);
            };
            return next.atStartOfDay().toEpochSecond(ZoneOffset.UTC) - 1;
        } catch (DateTimeException e) {
            // A year at the end of what Java counts.
            return Long.MAX_VALUE - 1;
        }
    }

    private static long time(String value) {
        try {
            return OffsetDateTime.parse(value).toEpochSecond();
        } catch (DateTimeException e) {
            return LocalDateTime.parse(value).toEpochSecond(ZoneOffset.UTC);
        }
    }
}
