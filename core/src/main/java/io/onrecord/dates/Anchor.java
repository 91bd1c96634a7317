package io.onrecord.dates;

import io.onrecord.dates.CalendarDate.Grain;
import io.onrecord.model.Published;
import io.onrecord.model.StatementDate.Precision;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The date that expressions are read against.
 *
 * @param day the last day that it may have been
 * @param precision how much of the day is known
 */
record Anchor(LocalDate day, Precision precision) {

    /** A day that is known. */
    static Anchor of(LocalDate day) {
        return new Anchor(day, Precision.DAY);
    }

    /** The day where the article was published, wherever that is; empty outside the years 1 to 9999. */
    static Optional<Anchor> of(Published published) {
        // A time keeps the day it was given with: the newsroom's, not the reader's.
        String date = published.value().split("T", 2)[0];
        Precision precision = switch (date.length()) {
            case 4 -> Precision.YEAR;
            case 7 -> Precision.MONTH;
            default -> Precision.DAY;
        };
        LocalDate first = LocalDate.parse(
                precision == Precision.YEAR ? date + "-01-01" : precision == Precision.MONTH ? date + "-01" : date);
        return CalendarDate.around(first, grain(precision)).map(found -> new Anchor(found.end(), precision));
    }

    /** All of it that is known. */
    Optional<CalendarDate> date() {
        return CalendarDate.around(day, grain(precision));
    }

    /** Whether enough is known to count in units of a length. */
    boolean counts(Grain unit) {
        return switch (precision) {
            case DAY -> true;
            case MONTH -> unit.compareTo(Grain.MONTH) >= 0;
            case YEAR -> unit.compareTo(Grain.YEAR) >= 0;
        };
    }

    private static Grain grain(Precision precision) {
        return switch (precision) {
            case DAY -> Grain.DAY;
            case MONTH -> Grain.MONTH;
            case YEAR -> Grain.YEAR;
        };
    }
}
