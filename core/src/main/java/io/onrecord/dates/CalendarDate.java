package io.onrecord.dates;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;

/**
 * A stretch of the calendar that has a name: a day, a week, a month, a year, and so on.
 *
 * @param start its first day, in the years 1 to 9999
 * @param grain how long it is
 */
public record CalendarDate(LocalDate start, Grain grain) {

    private static final int LAST_YEAR = 9999;

    /** How long a stretch is, from the shortest to the longest. */
    public enum Grain {
        DAY,
        /** Saturday and Sunday. */
        WEEKEND,
        /** From Monday to Sunday (ISO 8601). */
        WEEK,
        MONTH,
        QUARTER,
        /** Three months, from the first of March, June, September or December. */
        SEASON,
        /** Six months. */
        HALF,
        YEAR,
        /** Ten years, from one that ends in 0. */
        DECADE,
        /** A hundred years, from one that ends in 00. */
        CENTURY
    }

    public CalendarDate {
        if (!isShown(start) || !start.equals(first(start, grain))) {
            throw new IllegalArgumentException(
                    start + " is not the first day of a " + grain + " of the years 1 to " + LAST_YEAR);
        }
    }

    /** Stretch of a length that a day lies in; of a weekend, the one that ends the week. Empty outside the years 1 to 9999. */
    public static Optional<CalendarDate> around(LocalDate day, Grain grain) {
        if (!isShown(day)) {
            return Optional.empty();
        }
        LocalDate first = first(day, grain);
        return isShown(first) ? Optional.of(new CalendarDate(first, grain)) : Optional.empty();
    }

    private static boolean isShown(LocalDate day) {
        return day.getYear() >= 1 && day.getYear() <= LAST_YEAR;
    }

    private static LocalDate first(LocalDate day, Grain grain) {
        int year = day.getYear();
        int month = day.getMonthValue();
        return switch (grain) {
            case DAY -> day;
            case WEEKEND -> first(day, Grain.WEEK).with(TemporalAdjusters.next(DayOfWeek.SATURDAY));
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> LocalDate.of(year, (month - 1) / 3 * 3 + 1, 1);
            case SEASON -> LocalDate.of(year, month, 1).minusMonths(month % 3);
            case HALF -> LocalDate.of(year, month > 6 ? 7 : 1, 1);
            case YEAR -> LocalDate.of(year, 1, 1);
            case DECADE -> LocalDate.of(year - year % 10, 1, 1);
            case CENTURY -> LocalDate.of(year - year % 100, 1, 1);
        };
    }

    /** Its last day. */
    public LocalDate end() {
        return switch (grain) {
            case DAY -> start;
            case WEEKEND -> start.plusDays(1);
            case WEEK -> start.plusDays(6);
            case MONTH -> start.plusMonths(1).minusDays(1);
            case QUARTER, SEASON -> start.plusMonths(3).minusDays(1);
            case HALF -> start.plusMonths(6).minusDays(1);
            case YEAR -> start.plusYears(1).minusDays(1);
            case DECADE -> start.plusYears(10).minusDays(1);
            case CENTURY -> start.plusYears(100).minusDays(1);
        };
    }

    /**
     * As TIMEX3 writes it (Pustejovsky et al., 2003): {@code 1989-11-02}, {@code 1989-W44-WE}, {@code 1989-W44},
     * {@code 1989-11}, {@code 1989-Q4}, {@code 1989-FA}, {@code 1989-H2}, {@code 1989}, {@code 198}, {@code 19}.
     */
    public String value() {
        int year = start.getYear();
        return switch (grain) {
            case DAY -> start.toString();
            case WEEKEND -> week() + "-WE";
            case WEEK -> week();
            case MONTH -> YearMonth.from(start).toString();
            case QUARTER -> String.format(Locale.ROOT, "%04d-Q%d", year, start.get(IsoFields.QUARTER_OF_YEAR));
            case SEASON -> String.format(Locale.ROOT, "%04d-%s", year, season());
            case HALF -> String.format(Locale.ROOT, "%04d-H%d", year, start.getMonthValue() > 6 ? 2 : 1);
            case YEAR -> String.format(Locale.ROOT, "%04d", year);
            case DECADE -> String.format(Locale.ROOT, "%03d", year / 10);
            case CENTURY -> String.format(Locale.ROOT, "%02d", year / 100);
        };
    }

    private String week() {
        return String.format(
                Locale.ROOT,
                "%04d-W%02d",
                start.get(IsoFields.WEEK_BASED_YEAR),
                start.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    private String season() {
        return switch (start.getMonthValue()) {
            case 3 -> "SP";
            case 6 -> "SU";
            case 9 -> "FA";
            default -> "WI";
        };
    }
}
