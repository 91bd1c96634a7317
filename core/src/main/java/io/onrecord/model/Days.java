package io.onrecord.model;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;

/**
 * The days that a date may mean: of {@code 2024-05} all of May. A time counts with its own offset.
 *
 * @param first the earliest
 * @param last the latest
 */
public record Days(LocalDate first, LocalDate last) {

    private static final int YEAR = 4;
    private static final int MONTH = 7;

    public Days {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("days from " + first + " to " + last + " run backwards");
        }
    }

    /**
     * The days of an ISO 8601 value that {@link Published} takes.
     *
     * @throws java.time.DateTimeException if it is none
     */
    public static Days of(String value) {
        int time = value.indexOf('T');
        String date = time < 0 ? value : value.substring(0, time);
        if (date.length() == YEAR) {
            Year year = Year.parse(date);
            return new Days(year.atDay(1), year.atDay(year.length()));
        }
        if (date.length() == MONTH) {
            YearMonth month = YearMonth.parse(date);
            return new Days(month.atDay(1), month.atEndOfMonth());
        }
        LocalDate day = LocalDate.parse(date);
        return new Days(day, day);
    }
}
