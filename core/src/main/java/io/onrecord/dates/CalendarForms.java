package io.onrecord.dates;

import io.onrecord.dates.CalendarDate.Grain;
import io.onrecord.dates.Expression.Given;
import io.onrecord.dates.Expression.InYear;
import io.onrecord.dates.Expression.None;
import io.onrecord.dates.Expression.OfYear;
import io.onrecord.dates.Expression.SomeQuarter;
import io.onrecord.dates.Expression.Turn;
import io.onrecord.dates.Expression.Unknown;
import io.onrecord.dates.Numbers.Count;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Dates with a year, a month or a part of a year of their own: {@code 3 March 2019}, {@code the 1990s}, {@code the third quarter}. */
final class CalendarForms {

    private static final Set<String> BEFORE_YEARS = Vocabulary.LISTS.kind("before-years");
    /** Before a year that tells which of several: {@code in a 2008 speech}. */
    private static final Set<String> BEFORE_WHICH = Set.of("a", "the", "his", "her", "its", "their");

    private static final Set<String> BEFORE_MONTHS = Vocabulary.LISTS.kind("before-months");
    private static final Set<String> MARKS = Set.of(",", ".", "the");
    private static final Set<String> STRETCHES = Set.of("quarter", "period");

    private final TimeWords time;
    private final Tokens words;
    private final Numbers numbers;

    CalendarForms(TimeWords time) {
        this.time = time;
        this.words = time.words();
        this.numbers = time.numbers();
    }

    List<IntFunction<@Nullable Match>> all() {
        return List.of(
                this::iso,
                this::withSlashes,
                this::weekdayAndDate,
                this::monthAndDay,
                this::dayAndMonth,
                this::monthAndYear,
                this::year,
                this::decade,
                this::century,
                this::quarter,
                this::half,
                this::season,
                this::someQuarter);
    }

    private @Nullable Match iso(int at) {
        if (words.at(at).length() != 4 || !words.isJoined(at + 1) || !numbers.isDigits(at + 1, 2)) {
            return null;
        }
        Count year = numbers.year(at);
        if (!year.isThere()) {
            return null;
        }
        int month = Integer.parseInt(words.at(at + 1));
        String last = words.at(at + 2);
        int time = last.indexOf('t');
        String day = time < 0 ? last : last.substring(0, time);
        if (words.isJoined(at + 2)
                && !day.isEmpty()
                && day.length() <= 2
                && day.chars().allMatch(TimeWords::isDigit)) {
            return new Match(at, at + 3, day(year.value(), month, Integer.parseInt(day)));
        }
        return words.at(at + 1).length() == 2
                ? new Match(at, at + 2, given(year.value(), month, 1, Grain.MONTH))
                : null;
    }

    /** {@code 25/12/2023}; where either number may be the month, only the year is known. */
    private @Nullable Match withSlashes(int at) {
        if (!numbers.isDigits(at, 2)
                || !words.is(at + 1, "/")
                || !numbers.isDigits(at + 2, 2)
                || !words.is(at + 3, "/")) {
            return null;
        }
        Count year = numbers.year(at + 4);
        if (!year.isThere() || words.at(at + 4).length() != 4) {
            return null;
        }
        int first = Integer.parseInt(words.at(at));
        int second = Integer.parseInt(words.at(at + 2));
        Expression date = first == second || second > 12
                ? day(year.value(), first, second)
                : first > 12 ? day(year.value(), second, first) : given(year.value(), 1, 1, Grain.YEAR);
        return new Match(at, at + 5, date);
    }

    private static Expression day(int year, int month, int day) {
        return given(year, month, day, Grain.DAY);
    }

    /** A date that may never have been. */
    private static Expression given(int year, int month, int day, Grain grain) {
        try {
            Optional<CalendarDate> date = CalendarDate.around(LocalDate.of(year, month, day), grain);
            return date.isPresent() ? new Given(date.get()) : new Unknown();
        } catch (DateTimeException e) {
            return new Unknown();
        }
    }

    /** The date decides, not the weekday before it. */
    private @Nullable Match weekdayAndDate(int at) {
        int next = at;
        if (words.is(next, "this")) {
            next++;
        }
        if (TimeWords.NEXT.contains(words.at(next)) || TimeWords.LAST.contains(words.at(next))) {
            next++;
        }
        if (!Vocabulary.WEEKDAYS.containsKey(words.at(next))) {
            return null;
        }
        next++;
        next = time.skip(next, MARKS);
        @Nullable Match date = monthAndDay(next);
        if (date == null) {
            date = dayAndMonth(next);
        }
        return date == null ? null : new Match(at, date.end(), date.expression());
    }

    private @Nullable Match monthAndDay(int at) {
        int month = time.month(at);
        if (month == 0) {
            return null;
        }
        int next = time.afterDot(at);
        if (words.is(next, "the")) {
            next++;
        }
        Count day = numbers.dayOfMonth(next);
        return day.isThere() ? dated(at, day.end(), month, day.value()) : null;
    }

    private @Nullable Match dayAndMonth(int at) {
        int first = words.is(at, "the") ? at + 1 : at;
        Count day = numbers.dayOfMonth(first);
        if (!day.isThere()) {
            return null;
        }
        int next = words.is(day.end(), "of") ? day.end() + 1 : day.end();
        int month = time.month(next);
        // "the second March" is no date, "2 March" and "the second of March" are.
        if (month == 0
                || next == day.end() && !Character.isDigit(words.at(first).charAt(0))) {
            return null;
        }
        return dated(at, time.afterDot(next), month, day.value());
    }

    private Match dated(int start, int end, int month, int day) {
        int next = words.is(end, ",") ? end + 1 : end;
        next = words.is(next, "of") ? next + 1 : next;
        Count year = numbers.year(next);
        if (year.isThere()) {
            return new Match(start, year.end(), day(year.value(), month, day));
        }
        @Nullable InYear named = time.namedYear(end);
        return named == null
                ? new Match(start, end, new OfYear(Grain.DAY, month, day, InYear.OPEN))
                : new Match(start, end + 2, new OfYear(Grain.DAY, month, day, named));
    }

    private @Nullable Match monthAndYear(int at) {
        @Nullable Turn turn = time.turn(at);
        int first = turn == null ? at : at + 1;
        int month = time.month(first);
        if (month == 0) {
            return null;
        }
        int end = time.afterDot(first);
        if (turn != null) {
            InYear year = turn == Turn.THIS ? InYear.shifted(0) : InYear.turn(turn);
            return new Match(at, end, new OfYear(Grain.MONTH, month, 1, year));
        }
        int next = words.is(end, ",") || words.is(end, "of") ? end + 1 : end;
        Count year = numbers.year(next);
        if (year.isThere()) {
            return new Match(at, year.end(), given(year.value(), month, 1, Grain.MONTH));
        }
        @Nullable InYear named = time.namedYear(end);
        if (named != null) {
            return new Match(at, end + 2, new OfYear(Grain.MONTH, month, 1, named));
        }
        boolean cut = Vocabulary.NEEDS_DOT.contains(words.at(first)) && end == first + 1;
        boolean shown = time.told() || !cut && BEFORE_MONTHS.contains(words.at(at - 1));
        return shown ? new Match(at, end, new OfYear(Grain.MONTH, month, 1, InYear.OPEN)) : null;
    }

    private @Nullable Match year(int at) {
        int next = words.is(at, "the") ? at + 1 : at;
        boolean named = words.is(next, "year") || words.is(next, "fiscal");
        next = named ? next + 1 : next;
        Count year = numbers.year(next);
        if (!year.isThere() || !named && next > at) {
            return null;
        }
        boolean which = (BEFORE_WHICH.contains(words.at(at - 1)) || words.isPossessive(at - 1))
                && Vocabulary.DOCUMENTS.contains(words.at(year.end()));
        boolean shown =
                time.told() || named || which || BEFORE_YEARS.contains(words.at(at - 1)) && !isCounted(year.end());
        return shown ? new Match(at, year.end(), given(year.value(), 1, 1, Grain.YEAR)) : null;
    }

    /** Whether what follows four digits makes them a number of things: {@code in 1500 homes}. */
    private boolean isCounted(int next) {
        String word = words.at(next);
        return words.isWord(next) && word.length() > 3 && word.endsWith("s") && !words.isCapital(next);
    }

    private @Nullable Match decade(int at) {
        int next = words.is(at, "the") ? at + 1 : at;
        next = time.skip(next, TimeWords.STAGES);
        boolean mark = words.is(next, "'") || words.is(next, "’") || words.is(next, "‘");
        int first = mark ? next + 1 : next;
        String word = words.at(first);
        int named = Vocabulary.DECADES.getOrDefault(word, 0);
        if (named > 0) {
            return new Match(at, first + 1, given(1900 + named, 1, 1, Grain.DECADE));
        }
        boolean possessive = words.isPossessive(first);
        String digits = word.endsWith("s") ? word.substring(0, word.length() - 1) : possessive ? word : "";
        if (!digits.endsWith("0") || !digits.chars().allMatch(TimeWords::isDigit)) {
            return null;
        }
        return switch (digits.length()) {
            case 4 -> new Match(at, first + 1, given(Integer.parseInt(digits), 1, 1, Grain.DECADE));
            case 2 ->
                mark || next > at
                        ? new Match(at, first + 1, given(1900 + Integer.parseInt(digits), 1, 1, Grain.DECADE))
                        : null;
            default -> null;
        };
    }

    private @Nullable Match century(int at) {
        int next = words.is(at, "the") ? at + 1 : at;
        Count which = numbers.ordinal(next);
        if (!which.isThere() || !words.is(which.end(), "century")) {
            return null;
        }
        return new Match(at, which.end() + 1, given(100 * Math.max(0, which.value() - 1), 1, 1, Grain.CENTURY));
    }

    private @Nullable Match quarter(int at) {
        int next = at;
        InYear year = InYear.OPEN;
        if (words.is(next, "the") || words.is(next, "its")) {
            next++;
        }
        @Nullable InYear named = time.namedYear(next);
        if (words.are(next, "year ago") || words.are(next, "year earlier")) {
            year = new InYear(0, Turn.OPEN, -1);
            next += 2;
        } else if (named != null && words.isPossessive(next + 1)) {
            year = named;
            next += 2;
        } else if (numbers.year(next).isThere()) {
            year = InYear.given(numbers.year(next).value());
            next = numbers.year(next).end();
        }
        next = words.is(next, "fiscal") ? next + 1 : next;
        Count which = quarterNumber(next);
        if (!which.isThere()) {
            return null;
        }
        return inYear(at, which.end(), Grain.QUARTER, 3 * which.value() - 2, year);
    }

    /** {@code third quarter}, {@code third-quarter}, {@code Q3}. */
    private Count quarterNumber(int at) {
        String word = words.at(at);
        if (word.length() == 2 && word.charAt(0) == 'q' && word.charAt(1) >= '1' && word.charAt(1) <= '4') {
            return new Count(word.charAt(1) - '0', at + 1);
        }
        Count which = numbers.ordinal(at);
        boolean quarter = which.isThere() && which.value() <= 4 && words.is(which.end(), "quarter");
        return quarter ? new Count(which.value(), which.end() + 1) : Numbers.NONE;
    }

    private @Nullable Match half(int at) {
        int next = words.is(at, "the") ? at + 1 : at;
        int month = switch (words.at(next)) {
            case "first" -> 1;
            case "second", "last", "latter" -> 7;
            default -> 0;
        };
        if (month == 0) {
            return null;
        }
        if (words.are(next + 1, "two quarters")) {
            next += 3;
        } else if (words.is(next + 1, "half")) {
            next += 2;
        } else {
            return null;
        }
        Match found = inYear(at, next, Grain.HALF, month, InYear.OPEN);
        // The first half of a match, or of the nineties, is no half of a year.
        return found.end() == next ? null : found;
    }

    private @Nullable Match season(int at) {
        int next = at;
        Turn turn = Turn.OPEN;
        if (words.is(next, "the") || words.is(next, "this")) {
            turn = words.is(next, "this") ? Turn.THIS : Turn.OPEN;
            next++;
        }
        @Nullable Turn said = time.turn(next);
        if (said != null) {
            turn = words.is(next, "past") && next > at ? Turn.OPEN : said;
            next++;
        }
        next = time.skip(next, TimeWords.STAGES);
        int month = Vocabulary.SEASONS.getOrDefault(words.at(next), 0);
        if (month == 0) {
            return null;
        }
        InYear year = turn == Turn.THIS ? InYear.shifted(0) : InYear.turn(turn);
        Match found = inYear(at, next + 1, Grain.SEASON, month, year);
        boolean shown = time.told() || turn != Turn.OPEN || found.end() > next + 1;
        return shown ? found : null;
    }

    /** A part of a year with the year that may follow it. */
    private Match inYear(int start, int end, Grain grain, int month, InYear known) {
        int next = words.is(end, "of") || words.is(end, ",") ? end + 1 : end;
        next = words.is(next, "fiscal") ? next + 1 : next;
        Count year = numbers.year(next);
        if (year.isThere()) {
            return new Match(start, year.end(), new OfYear(grain, month, 1, InYear.given(year.value())));
        }
        @Nullable InYear named = time.namedYear(next);
        return named == null
                ? new Match(start, end, new OfYear(grain, month, 1, known))
                : new Match(start, next + 2, new OfYear(grain, month, 1, named));
    }

    /** {@code the quarter}, {@code the year-ago period}: which one, the text before says. */
    private @Nullable Match someQuarter(int at) {
        if (!time.told()) {
            return null;
        }
        int next = words.is(at, "the") ? at + 1 : at;
        if (words.is(next, "comparable") || words.is(next, "corresponding")) {
            next++;
        }
        if (words.are(next, "year ago") || words.are(next, "year earlier")) {
            if (numbers.count(next + 2).isThere()) {
                return new Match(at, next + 3, new None());
            }
            int end = STRETCHES.contains(words.at(next + 2)) ? next + 3 : next + 2;
            return new Match(at, end, new SomeQuarter(new InYear(0, Turn.OPEN, -1)));
        }
        Count year = numbers.year(next);
        if (year.isThere() && STRETCHES.contains(words.at(year.end()))) {
            return new Match(at, year.end() + 1, new SomeQuarter(InYear.given(year.value())));
        }
        @Nullable InYear named = time.namedYear(next);
        if (named != null && words.isPossessive(next + 1) && STRETCHES.contains(words.at(next + 2))) {
            return new Match(at, next + 3, new SomeQuarter(named));
        }
        boolean one = words.is(next, "latest") || words.is(next, "that");
        next = one ? next + 1 : next;
        boolean stretch = words.is(next, "quarter") || one && words.is(next, "period");
        if (!stretch) {
            return null;
        }
        @Nullable InYear after = time.namedYear(next + 1);
        return after == null
                ? new Match(at, next + 1, new SomeQuarter(InYear.OPEN))
                : new Match(at, next + 3, new SomeQuarter(after));
    }
}
