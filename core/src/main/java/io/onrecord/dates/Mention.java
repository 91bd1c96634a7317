package io.onrecord.dates;

import io.onrecord.model.Span;
import java.util.Optional;

/**
 * A date expression in a text, with the date that it means there.
 *
 * @param match its place among the words of the paragraph
 * @param span its place in the text
 * @param words the words themselves
 * @param tellsWhen whether it says when something was, even if nobody can tell which day that is
 * @param quoted whether it stands in quotation marks
 * @param date what it means of something that has been; empty where it is no date or nobody can say which
 * @param coming what it means of something that is to come
 */
record Mention(
        Match match,
        Span span,
        String words,
        boolean tellsWhen,
        boolean quoted,
        Optional<CalendarDate> date,
        Optional<CalendarDate> coming) {}
