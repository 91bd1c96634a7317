package io.onrecord.dates;

import io.onrecord.dates.CalendarDate.Grain;
import io.onrecord.dates.Expression.InYear;
import io.onrecord.dates.Expression.OfYear;
import io.onrecord.dates.Expression.SomeQuarter;
import java.util.Optional;

/**
 * What a text has spoken of so far.
 *
 * @param date the last date: {@code the following month} counts from it
 * @param day the last date that is a day: {@code the next day} counts from it
 * @param quarter the last quarter that is not there to be compared with: {@code a year ago} is the same, a year earlier
 */
record Before(Optional<CalendarDate> date, Optional<CalendarDate> day, Optional<CalendarDate> quarter) {

    /** The text begins. */
    static final Before NOTHING = new Before(Optional.empty(), Optional.empty(), Optional.empty());

    /** With one more date. */
    Before and(Expression expression, CalendarDate spokenOf) {
        boolean itself = expression instanceof OfYear part && part.year().equals(InYear.OPEN)
                || expression instanceof SomeQuarter some && some.year().equals(InYear.OPEN);
        boolean keeps = itself && spokenOf.grain() == Grain.QUARTER;
        Optional<CalendarDate> known = Optional.of(spokenOf);
        return new Before(known, spokenOf.grain() == Grain.DAY ? known : day, keeps ? known : quarter);
    }

    /** The last date that is exact enough to count from in units of a length. */
    Optional<CalendarDate> countedIn(Grain unit) {
        return date.filter(last -> last.grain().compareTo(unit) <= 0).or(() -> day);
    }

    /** The same, spoken of alone. */
    static Before of(CalendarDate date) {
        Optional<CalendarDate> known = Optional.of(date);
        return new Before(known, date.grain() == Grain.DAY ? known : Optional.empty(), Optional.empty());
    }
}
