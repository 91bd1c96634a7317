package io.onrecord.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;

/**
 * When an article was published.
 *
 * @param value ISO 8601 as it was given: a year, a month, a day, or a time with or without an offset
 * @param from where the value comes from, such as {@code json-lines}
 */
public record Published(String value, String from) {

    public Published {
        if (!isIso(value)) {
            throw new IllegalArgumentException("publication date '" + Check.shown(value)
                    + "' is not ISO 8601 (such as 2024, 2024-05, 2024-05-16 or 2024-05-16T18:02:00Z)");
        }
        Check.notBlank(from, "origin of the publication date");
    }

    /** Whether a value is one that this type takes. */
    public static boolean isIso(String value) {
        try {
            if (value.contains("T")) {
                return isTime(value);
            }
            switch (value.length()) {
                // A sign and three digits would do for it, but are no year of a date.
                case 4 -> LocalDate.parse(value + "-01-01");
                case 7 -> YearMonth.parse(value);
                default -> LocalDate.parse(value);
            }
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** The last moment that it may be, in seconds since 1970: a value that lacks its time counts as its end, one without an offset as UTC. */
    public long latest() {
        try {
            if (value.contains("T")) {
                return seconds(value.replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2"));
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

    private static long seconds(String time) {
        try {
            return OffsetDateTime.parse(time).toEpochSecond();
        } catch (DateTimeException e) {
            return LocalDateTime.parse(time).toEpochSecond(ZoneOffset.UTC);
        }
    }

    private static boolean isTime(String value) {
        // Feeds write offsets without the colon, too, which ISO 8601 allows and Java's parser does not.
        String time = value.replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2");
        try {
            OffsetDateTime.parse(time);
        } catch (DateTimeException e) {
            LocalDateTime.parse(value);
        }
        return true;
    }
}
