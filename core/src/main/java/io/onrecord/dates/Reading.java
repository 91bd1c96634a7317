package io.onrecord.dates;

/** What a date expression says. */
public sealed interface Reading {

    /** A date of the calendar. */
    record Calendar(CalendarDate date) implements Reading {}

    /** Somewhere in the past, the present or the future, such as {@code recently}. */
    record Reference(When when) implements Reading {}

    /** No date: how long something took or how often it happens, a date that never was, or not understood. */
    record NoDate() implements Reading {}

    /** Where a {@link Reference} points to. */
    enum When {
        PAST,
        PRESENT,
        FUTURE
    }
}
