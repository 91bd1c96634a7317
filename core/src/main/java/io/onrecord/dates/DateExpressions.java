package io.onrecord.dates;

import io.onrecord.dates.Expression.None;
import io.onrecord.dates.Expression.TimeOfDay;
import io.onrecord.dates.Expression.Unknown;
import io.onrecord.dates.Expression.Vague;
import io.onrecord.dates.Reading.Calendar;
import io.onrecord.dates.Resolver.Lean;
import io.onrecord.model.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Date expressions of English news. Rules alone: no clock, no locale. A date without a year is the nearest one, a weekday
 * the one before (or on) the date that it is read against.
 */
public final class DateExpressions {

    private DateExpressions() {}

    /**
     * What words say that are known to be about time.
     *
     * @param expression such as {@code last Friday}, without the sentence around it
     * @param reference the date it was written, of any year
     */
    public static Reading read(String expression, LocalDate reference) {
        return readAll(List.of(expression), reference).get(0);
    }

    /**
     * The same of several expressions of one text, in its order: {@code the next day} counts from the date before it, and
     * {@code a year earlier}, after a quarter, is a quarter.
     *
     * @return one reading for each
     */
    public static List<Reading> readAll(List<String> expressions, LocalDate reference) {
        Resolver resolver = new Resolver(Anchor.of(reference), Lean.NEAREST);
        List<Reading> readings = new ArrayList<>();
        Before before = Before.NOTHING;
        for (String expression : expressions) {
            Expression chosen = chosen(expression);
            Reading reading = resolver.read(chosen, before);
            readings.add(reading);
            if (reading instanceof Calendar calendar) {
                before = before.and(chosen, calendar.date());
            }
        }
        return List.copyOf(readings);
    }

    /** Of several in the same words, a date goes before a time, that before a direction, and that before no date. */
    private static Expression chosen(String words) {
        if (words.isEmpty()) {
            return new None();
        }
        Expression best = new None();
        for (Match match : matches(Tokens.of(words, new Span(0, words.length())), true)) {
            if (rank(match.expression()) > rank(best)) {
                best = match.expression();
            }
        }
        return best;
    }

    private static int rank(Expression expression) {
        if (expression instanceof None || expression instanceof Unknown) {
            return 0;
        }
        if (expression instanceof Vague) {
            return 1;
        }
        return expression instanceof TimeOfDay ? 2 : 3;
    }

    /** Every expression of some words, in their order; none within another. */
    static List<Match> matches(Tokens words, boolean told) {
        Grammar grammar = new Grammar(words, told);
        List<Match> matches = new ArrayList<>();
        int at = 0;
        while (at < words.size()) {
            @Nullable Match match = grammar.at(at);
            if (match == null) {
                at++;
            } else {
                matches.add(match);
                at = match.end();
            }
        }
        return matches;
    }
}
