package io.onrecord.dates;

import io.onrecord.dates.CalendarDate.Grain;
import io.onrecord.dates.Expression.From;
import io.onrecord.dates.Expression.Given;
import io.onrecord.dates.Expression.InYear;
import io.onrecord.dates.Expression.OfYear;
import io.onrecord.dates.Expression.Shifted;
import io.onrecord.dates.Expression.Since;
import io.onrecord.dates.Expression.SomeQuarter;
import io.onrecord.dates.Expression.TimeOfDay;
import io.onrecord.dates.Expression.Turn;
import io.onrecord.dates.Expression.Vague;
import io.onrecord.dates.Expression.Weekday;
import io.onrecord.dates.Expression.WeekdayOf;
import io.onrecord.dates.Expression.YearBefore;
import io.onrecord.dates.Reading.Calendar;
import io.onrecord.dates.Reading.NoDate;
import io.onrecord.dates.Reading.Reference;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/** Says which date an expression means, counted from the date of the article and from the one spoken of before. */
final class Resolver {

    /** Years to go back for a 29 February: eight, where a century has none. */
    private static final int FURTHEST = 8;

    private static final int MONTHS_OF_YEAR = 12;

    private final Anchor article;
    private final Lean lean;

    /** Which of the dates is meant that an expression without a year may name. */
    enum Lean {
        /** The latest that is not after the article: what has been said, was said before. */
        PAST,
        /** The next of days and months where that is much nearer; the latest of anything else. */
        NEAREST,
        /** The next: what will be said. */
        FUTURE
    }

    Resolver(Anchor article, Lean lean) {
        this.article = article;
        this.lean = lean;
    }

    /**
     * Reads an expression.
     *
     * @param before what was spoken of before
     */
    Reading read(Expression expression, Before before) {
        try {
            return calendar(expression, before)
                    .<Reading>map(Calendar::new)
                    .orElseGet(() -> expression instanceof Vague vague ? new Reference(vague.when()) : new NoDate());
        } catch (DateTimeException | ArithmeticException e) {
            // Only beyond the years that Java knows.
            return new NoDate();
        }
    }

    /** Whether enough is known of the date of the article for an expression that counts from it. */
    boolean canCount(Expression expression) {
        if (expression instanceof Weekday weekday) {
            return weekday.from() != From.ARTICLE || article.counts(Grain.DAY);
        }
        if (expression instanceof Shifted shifted) {
            return shifted.from() != From.ARTICLE || article.counts(shifted.unit());
        }
        return !(expression instanceof WeekdayOf) || article.counts(Grain.DAY);
    }

    /** What an expression means where nobody knows when the text was written. */
    static Optional<CalendarDate> alone(Expression expression, Before before) {
        if (expression instanceof Given given) {
            return Optional.of(given.date());
        }
        if (expression instanceof OfYear part && part.year().given() > 0) {
            return in(part.year().given(), part);
        }
        if (expression instanceof Since since) {
            return since.start() instanceof Shifted ? before.date() : alone(since.start(), before);
        }
        boolean counted = expression instanceof Shifted shifted && shifted.from() != From.ARTICLE
                || expression instanceof Weekday weekday && weekday.from() != From.ARTICLE;
        if (!counted || before.date().isEmpty()) {
            return Optional.empty();
        }
        Resolver resolver = new Resolver(Anchor.of(before.date().get().start()), Lean.PAST);
        return resolver.read(expression, before) instanceof Calendar calendar
                ? Optional.of(calendar.date())
                : Optional.empty();
    }

    private Optional<CalendarDate> calendar(Expression expression, Before before) {
        if (expression instanceof Given given) {
            return Optional.of(given.date());
        }
        if (expression instanceof OfYear part) {
            return ofYear(part);
        }
        if (expression instanceof SomeQuarter quarter) {
            return someQuarter(quarter.year(), before.quarter());
        }
        if (expression instanceof Weekday weekday) {
            return weekday(weekday, before);
        }
        if (expression instanceof WeekdayOf weekday) {
            return article.counts(Grain.DAY) ? weekdayOf(weekday) : Optional.empty();
        }
        if (expression instanceof Since since) {
            return start(since, before);
        }
        if (expression instanceof YearBefore year) {
            return before.quarter().isPresent()
                    ? CalendarDate.around(before.quarter().get().start().minusYears(1), Grain.QUARTER)
                    : shifted(new Shifted(Grain.YEAR, Grain.YEAR, -1, year.from()), before);
        }
        if (expression instanceof TimeOfDay) {
            return article.counts(Grain.DAY) ? article.date() : Optional.empty();
        }
        return expression instanceof Shifted shifted ? shifted(shifted, before) : Optional.empty();
    }

    // Parts of years.

    private Optional<CalendarDate> ofYear(OfYear part) {
        InYear year = part.year();
        int now = article.day().getYear();
        if (year.given() > 0) {
            return in(year.given(), part);
        }
        return switch (year.turn()) {
            case THIS -> in(now + year.shift(), part);
            case LAST -> latest(part, before(part), now);
            case NEXT -> earliest(part, now);
            case OPEN -> open(part, now).flatMap(found -> in(found.start().getYear() + year.shift(), part));
        };
    }

    /** Of this month and the one before nobody says {@code last}, so that is a year earlier. */
    private LocalDate before(OfYear part) {
        LocalDate today = article.day();
        return part.grain() == Grain.MONTH
                ? YearMonth.from(today).minusMonths(1).atDay(1).minusDays(1)
                : today.minusDays(1);
    }

    private Optional<CalendarDate> open(OfYear part, int now) {
        Optional<CalendarDate> latest = latest(part, article.day(), now);
        boolean exact = part.grain() == Grain.DAY || part.grain() == Grain.MONTH;
        if (lean == Lean.PAST || !exact) {
            return latest;
        }
        Optional<CalendarDate> next = earliest(part, now);
        if (lean == Lean.FUTURE) {
            return next;
        }
        if (latest.isEmpty() || next.isEmpty()) {
            return latest.isPresent() ? latest : next;
        }
        long since = ChronoUnit.DAYS.between(latest.get().end(), article.day());
        long until = ChronoUnit.DAYS.between(article.day(), next.get().start());
        // News looks ahead less far than back.
        return 2 * until < since ? next : latest;
    }

    /** The latest that has begun by a day; of what is over only where {@code last} asks for it. */
    private Optional<CalendarDate> latest(OfYear part, LocalDate by, int now) {
        for (int year = now; year >= now - FURTHEST; year--) {
            Optional<CalendarDate> found = in(year, part);
            boolean over = part.year().turn() == Turn.LAST;
            if (found.isPresent() && !(over ? found.get().end() : found.get().start()).isAfter(by)) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<CalendarDate> earliest(OfYear part, int now) {
        for (int year = now; year <= now + FURTHEST; year++) {
            Optional<CalendarDate> found = in(year, part);
            if (found.isPresent() && found.get().start().isAfter(article.day())) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<CalendarDate> in(int year, OfYear part) {
        if (part.day() > YearMonth.of(year, part.month()).lengthOfMonth()) {
            return Optional.empty();
        }
        return CalendarDate.around(LocalDate.of(year, part.month(), part.day()), part.grain());
    }

    private Optional<CalendarDate> someQuarter(InYear year, Optional<CalendarDate> spokenOf) {
        if (spokenOf.isEmpty() && !article.counts(Grain.QUARTER)) {
            return Optional.empty();
        }
        LocalDate start = spokenOf.map(CalendarDate::start).orElse(article.day().minusMonths(3));
        if (year.given() > 0) {
            return CalendarDate.around(LocalDate.of(year.given(), start.getMonth(), 1), Grain.QUARTER);
        }
        if (year.turn() == Turn.THIS) {
            int wanted = article.day().getYear() + year.shift();
            return CalendarDate.around(LocalDate.of(wanted, start.getMonth(), 1), Grain.QUARTER);
        }
        return CalendarDate.around(start.plusYears(year.shift()), Grain.QUARTER);
    }

    // Counted from another date.

    private Optional<CalendarDate> weekday(Weekday weekday, Before before) {
        Optional<LocalDate> from = from(weekday.from(), Grain.DAY, before);
        if (from.isEmpty()) {
            return Optional.empty();
        }
        LocalDate day = switch (weekday.turn()) {
            case OPEN -> open(weekday.day(), from.get());
            case LAST -> from.get().with(TemporalAdjusters.previous(weekday.day()));
            case NEXT -> from.get().with(TemporalAdjusters.next(weekday.day()));
            case THIS -> ofThisWeek(weekday.day(), from.get());
        };
        return CalendarDate.around(day, Grain.DAY);
    }

    private Optional<CalendarDate> weekdayOf(WeekdayOf weekday) {
        LocalDate monday = article.day().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate day = monday.plusWeeks(weekday.weeks()).with(TemporalAdjusters.nextOrSame(weekday.day()));
        return CalendarDate.around(day, Grain.DAY);
    }

    /** Since a year that the text spoke of, then, is since its beginning. */
    private Optional<CalendarDate> start(Since since, Before before) {
        return since.start() instanceof Shifted then && then.from() == From.BEFORE
                ? before.date()
                : calendar(since.start(), before);
    }

    private LocalDate open(DayOfWeek weekday, LocalDate from) {
        return from.with(
                lean == Lean.FUTURE
                        ? TemporalAdjusters.nextOrSame(weekday)
                        : TemporalAdjusters.previousOrSame(weekday));
    }

    private LocalDate ofThisWeek(DayOfWeek weekday, LocalDate from) {
        LocalDate monday = from.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate day = monday.with(TemporalAdjusters.nextOrSame(weekday));
        return lean == Lean.PAST && day.isAfter(from) ? day.minusWeeks(1) : day;
    }

    private Optional<CalendarDate> shifted(Shifted shifted, Before before) {
        return from(shifted.from(), shifted.unit(), before)
                .map(day -> shifted.from() == From.ARTICLE ? weekendOf(day, shifted) : day)
                .flatMap(day -> around(day, shifted));
    }

    /**
     * The day that is counted from. Where a text has no date to count from, that of the article will do for what is told
     * alone, but nobody says {@code two days later} of the day that a story is published.
     */
    private Optional<LocalDate> from(From from, Grain unit, Before before) {
        if (from != From.ARTICLE && (before.date().isPresent() || lean != Lean.NEAREST)) {
            return before.countedIn(unit).map(CalendarDate::start);
        }
        return article.counts(unit) ? Optional.of(article.day()) : Optional.empty();
    }

    /** Before it is Saturday, the weekend is the one before. */
    private static LocalDate weekendOf(LocalDate day, Shifted shifted) {
        boolean early = shifted.grain() == Grain.WEEKEND && day.getDayOfWeek().getValue() < 6;
        return early ? day.minusWeeks(1) : day;
    }

    private static Optional<CalendarDate> around(LocalDate day, Shifted shifted) {
        int by = shifted.by();
        LocalDate moved = switch (shifted.unit()) {
            case DAY -> day.plusDays(by);
            case WEEK, WEEKEND -> day.plusWeeks(by);
            case MONTH -> day.plusMonths(by);
            case QUARTER, SEASON -> day.plusMonths(3L * by);
            case HALF -> day.plusMonths(6L * by);
            case YEAR -> day.plusYears(by);
            case DECADE -> day.plusMonths(10L * MONTHS_OF_YEAR * by);
            case CENTURY -> day.plusMonths(100L * MONTHS_OF_YEAR * by);
        };
        return CalendarDate.around(moved, shifted.grain());
    }
}
