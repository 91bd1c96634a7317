package io.onrecord.dates;

import io.onrecord.dates.CalendarDate.Grain;
import io.onrecord.dates.Reading.When;
import java.time.DayOfWeek;

/** What the words of a date expression say, before it is known against which date. */
sealed interface Expression {

    /** A date that needs no other. */
    record Given(CalendarDate date) implements Expression {}

    /**
     * Part of a year.
     *
     * @param grain day, month, quarter, season or half
     * @param month its first month, from 1 to 12
     * @param day of the month, which may not have it; 1 for what is longer than a day
     * @param year which year
     */
    record OfYear(Grain grain, int month, int day, InYear year) implements Expression {}

    /** The quarter that is spoken of, or the same of another year. */
    record SomeQuarter(InYear year) implements Expression {}

    /**
     * {@code Tuesday of last week}.
     *
     * @param weeks after that of the article
     */
    record WeekdayOf(DayOfWeek day, int weeks) implements Expression {}

    /** {@code a year ago}: a year, or the quarter of it that is compared with the one spoken of. */
    record YearBefore(From from) implements Expression {}

    /** A time alone: of the day of the article. */
    record TimeOfDay() implements Expression {}

    /** A day of the week. */
    record Weekday(DayOfWeek day, Turn turn, From from) implements Expression {}

    /**
     * A stretch of time before, after or around a date.
     *
     * @param by how many units later; negative for earlier
     * @param unit in which it is counted
     * @param grain of what results
     */
    record Shifted(Grain grain, Grain unit, int by, From from) implements Expression {}

    /** No calendar date, but a direction. */
    record Vague(When when) implements Expression {}

    /** The time from then to now. */
    record Since(Expression start) implements Expression {}

    /** A time that nobody can name: {@code decades ago}, {@code the anniversary}, a date that never was. */
    record Unknown() implements Expression {}

    /** A duration or a repetition. */
    record None() implements Expression {}

    /** Which one, of those that come again. */
    enum Turn {
        /** Not said. */
        OPEN,
        LAST,
        THIS,
        NEXT
    }

    /** What an expression counts from. */
    enum From {
        /** The date of the article. */
        ARTICLE,
        /** The date that the text spoke of before. */
        BEFORE,
        /** What the words that follow speak of. */
        EVENT
    }

    /**
     * Which year.
     *
     * @param given the year; 0 where it is not given
     * @param turn which one, where it is not given; {@code THIS} for the year of the article
     * @param shift years to add
     */
    record InYear(int given, Turn turn, int shift) {

        static final InYear OPEN = new InYear(0, Turn.OPEN, 0);

        static InYear given(int year) {
            return new InYear(year, Turn.THIS, 0);
        }

        /** Years after that of the article. */
        static InYear shifted(int years) {
            return new InYear(0, Turn.THIS, years);
        }

        static InYear turn(Turn turn) {
            return new InYear(0, turn, 0);
        }
    }
}
