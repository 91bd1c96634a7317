package io.onrecord.dates;

import io.onrecord.dates.CalendarDate.Grain;
import io.onrecord.dates.Expression.From;
import io.onrecord.dates.Expression.Given;
import io.onrecord.dates.Expression.InYear;
import io.onrecord.dates.Expression.None;
import io.onrecord.dates.Expression.OfYear;
import io.onrecord.dates.Expression.Shifted;
import io.onrecord.dates.Expression.Since;
import io.onrecord.dates.Expression.SomeQuarter;
import io.onrecord.dates.Expression.TimeOfDay;
import io.onrecord.dates.Expression.Turn;
import io.onrecord.dates.Expression.Unknown;
import io.onrecord.dates.Expression.Vague;
import io.onrecord.dates.Expression.Weekday;
import io.onrecord.dates.Expression.WeekdayOf;
import io.onrecord.dates.Expression.YearBefore;
import io.onrecord.dates.Numbers.Count;
import io.onrecord.dates.Reading.When;
import io.onrecord.dates.Vocabulary.Unit;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The forms that date expressions have. At each token every form is tried and the longest kept; a form looks a bounded
 * number of tokens ahead, so a text takes time in proportion to its length.
 */
final class Grammar {

    private static final Set<String> BEFORE_YEARS = Set.of(
            "in", "since", "of", "during", "by", "until", "from", "through", "before", "after", "early", "late", "mid",
            "around", "(", "year", "fiscal");
    /** Before a year that tells which of several: {@code in a 2008 speech}. */
    private static final Set<String> BEFORE_WHICH = Set.of("a", "the", "his", "her", "its", "their");

    private static final Set<String> BEFORE_MONTHS = Set.of(
            "in", "since", "of", "during", "by", "until", "till", "from", "through", "before", "after", "early", "late",
            "mid", "around", "between", "to", "for", "and", "(");
    /** Months that are words or names as well. */
    private static final Set<String> WORDS_TOO = Set.of("may", "march");

    /** Months whose full stop ends a sentence. */
    private static final Set<String> WHOLE = Set.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");

    private static final Set<String> THIS = Set.of("this", "current");
    private static final Set<String> NEXT = Set.of("next", "coming", "upcoming");
    private static final Set<String> LAST = Set.of("last", "past");
    private static final Set<String> PREVIOUS = Set.of("previous", "preceding", "prior");
    private static final Set<String> SAME = Set.of("that", "same");
    private static final Set<String> STAGES =
            Set.of("end", "beginning", "start", "middle", "later", "earlier", "late", "early", "mid");
    private static final Set<String> MARKS = Set.of(",", ".", "the");
    private static final Set<String> COUNTED =
            Set.of("last", "past", "next", "coming", "upcoming", "this", "current", "first", "final", "initial");
    private static final Set<String> WHOLE_UNITS = Set.of("fiscal", "full", "very");
    private static final int MOST_SKIPPED = 3;
    private static final Set<String> STRETCHES = Set.of("quarter", "period");
    private static final Set<String> LONG = Set.of(
            "more",
            "additional",
            "trading",
            "business",
            "consecutive",
            "straight",
            "full",
            "fiscal",
            "calendar",
            "long",
            "whole",
            "further",
            "working");

    /**
     * Words that an expression of running text begins with: most are none of them, and no form need be tried there. A form with
     * a new first word puts it here.
     */
    private static final Set<String> FIRST = Stream.of(
                    Vocabulary.MONTHS.keySet(),
                    Vocabulary.WEEKDAYS.keySet(),
                    Vocabulary.UNITS.keySet(),
                    Vocabulary.SEASONS.keySet(),
                    Vocabulary.DECADES.keySet(),
                    Vocabulary.REPEATED,
                    Vocabulary.countWords(),
                    THIS,
                    NEXT,
                    LAST,
                    PREVIOUS,
                    SAME,
                    STAGES,
                    COUNTED,
                    LONG,
                    Set.of("the", "its", "year", "fiscal", "latest", "latter", "following"),
                    Set.of("today", "tonight", "yesterday", "tomorrow", "every", "each", "since"),
                    Set.of("'", "’"))
            .flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());

    private static final Map<String, Turn> YEARS = Map.of("last", Turn.LAST, "this", Turn.THIS, "next", Turn.NEXT);

    private final Tokens words;
    private final Numbers numbers;
    /** Whether somebody has said that there is a date in these words, so that single ones need not prove it. */
    private final boolean told;

    private final List<IntFunction<@Nullable Match>> forms;

    Grammar(Tokens words, boolean told) {
        this.words = words;
        this.numbers = new Numbers(words);
        this.told = told;
        this.forms = List.of(
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
                this::someQuarter,
                this::counted,
                this::turned,
                this::stage,
                this::deictic,
                this::weekday,
                this::weekdayOfWeek,
                this::repeated,
                this::vague);
    }

    /** The longest expression that begins with a token; null if none does. */
    @Nullable
    Match at(int start) {
        if (!words.isWord(start) && !words.is(start, "'") && !words.is(start, "’")
                || !told && !mayOpen(words.at(start))) {
            return null;
        }
        return longer(longer(simple(start), occasion(start)), since(start));
    }

    /** Besides the words it is digits, {@code Q3} and {@code Mondays} that may open. */
    private static boolean mayOpen(String word) {
        char first = word.charAt(0);
        return isDigit(first) || first == 'q' || FIRST.contains(word) || word.endsWith("days");
    }

    /** The same of what holds no other expression, so that nothing goes deeper than once. */
    private @Nullable Match simple(int start) {
        @Nullable Match best = null;
        for (IntFunction<@Nullable Match> form : forms) {
            best = longer(best, form.apply(start));
        }
        return best;
    }

    private static @Nullable Match longer(@Nullable Match one, @Nullable Match other) {
        return one == null || other != null && other.end() > one.end() ? other : one;
    }

    /** Over a few words of a kind: no form has more of them, and a row of thousands must not be read from each of its words. */
    private int skip(int at, Set<String> kind) {
        int next = at;
        while (next < at + MOST_SKIPPED && kind.contains(words.at(next))) {
            next++;
        }
        return next;
    }

    private static Match match(int start, int end, Expression expression) {
        return new Match(start, end, expression);
    }

    // Dates with a year of their own or without.

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
                && day.chars().allMatch(Grammar::isDigit)) {
            return match(at, at + 3, day(year.value(), month, Integer.parseInt(day)));
        }
        return words.at(at + 1).length() == 2 ? match(at, at + 2, given(year.value(), month, 1, Grain.MONTH)) : null;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
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
        return match(at, at + 5, date);
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
        if (NEXT.contains(words.at(next)) || LAST.contains(words.at(next))) {
            next++;
        }
        if (!Vocabulary.WEEKDAYS.containsKey(words.at(next))) {
            return null;
        }
        next++;
        next = skip(next, MARKS);
        @Nullable Match date = monthAndDay(next);
        if (date == null) {
            date = dayAndMonth(next);
        }
        return date == null ? null : match(at, date.end(), date.expression());
    }

    private @Nullable Match monthAndDay(int at) {
        int month = month(at);
        if (month == 0) {
            return null;
        }
        int next = afterDot(at);
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
        int month = month(next);
        // "the second March" is no date, "2 March" and "the second of March" are.
        if (month == 0
                || next == day.end() && !Character.isDigit(words.at(first).charAt(0))) {
            return null;
        }
        return dated(at, afterDot(next), month, day.value());
    }

    private Match dated(int start, int end, int month, int day) {
        int next = words.is(end, ",") ? end + 1 : end;
        next = words.is(next, "of") ? next + 1 : next;
        Count year = numbers.year(next);
        if (year.isThere()) {
            return match(start, year.end(), day(year.value(), month, day));
        }
        @Nullable InYear named = namedYear(end);
        return named == null
                ? match(start, end, new OfYear(Grain.DAY, month, day, InYear.OPEN))
                : match(start, end + 2, new OfYear(Grain.DAY, month, day, named));
    }

    /** {@code this year}, {@code last year}, {@code next year}; null if it is none of these. */
    private @Nullable InYear namedYear(int at) {
        @Nullable Turn turn = YEARS.get(words.at(at));
        if (turn == null || !words.is(at + 1, "year")) {
            return null;
        }
        return InYear.shifted(ahead(turn));
    }

    /** Units after this one. */
    private static int ahead(Turn turn) {
        return switch (turn) {
            case LAST -> -1;
            case NEXT -> 1;
            default -> 0;
        };
    }

    /** Count of a month; 0 if it is none. */
    private int month(int at) {
        String word = words.at(at);
        int month = Vocabulary.MONTHS.getOrDefault(word, 0);
        boolean seen = words.isCapital(at) || told && !WORDS_TOO.contains(word);
        return seen ? month : 0;
    }

    private int afterDot(int at) {
        boolean cut = !WHOLE.contains(words.at(at)) && words.is(at + 1, ".") && words.isClose(at + 1);
        return cut ? at + 2 : at + 1;
    }

    private @Nullable Match monthAndYear(int at) {
        @Nullable Turn turn = turn(at);
        int first = turn == null ? at : at + 1;
        int month = month(first);
        if (month == 0) {
            return null;
        }
        int end = afterDot(first);
        if (turn != null) {
            InYear year = turn == Turn.THIS ? InYear.shifted(0) : InYear.turn(turn);
            return match(at, end, new OfYear(Grain.MONTH, month, 1, year));
        }
        int next = words.is(end, ",") || words.is(end, "of") ? end + 1 : end;
        Count year = numbers.year(next);
        if (year.isThere()) {
            return match(at, year.end(), given(year.value(), month, 1, Grain.MONTH));
        }
        @Nullable InYear named = namedYear(end);
        if (named != null) {
            return match(at, end + 2, new OfYear(Grain.MONTH, month, 1, named));
        }
        boolean cut = Vocabulary.NEEDS_DOT.contains(words.at(first)) && end == first + 1;
        boolean shown = told || !cut && BEFORE_MONTHS.contains(words.at(at - 1));
        return shown ? match(at, end, new OfYear(Grain.MONTH, month, 1, InYear.OPEN)) : null;
    }

    private @Nullable Turn turn(int at) {
        String word = words.at(at);
        if (LAST.contains(word)) {
            return Turn.LAST;
        }
        if (NEXT.contains(word)) {
            return Turn.NEXT;
        }
        return THIS.contains(word) ? Turn.THIS : null;
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
        boolean shown = told || named || which || BEFORE_YEARS.contains(words.at(at - 1)) && !isCounted(year.end());
        return shown ? match(at, year.end(), given(year.value(), 1, 1, Grain.YEAR)) : null;
    }

    /** Whether what follows four digits makes them a number of things: {@code in 1500 homes}. */
    private boolean isCounted(int next) {
        String word = words.at(next);
        return words.isWord(next) && word.length() > 3 && word.endsWith("s") && !words.isCapital(next);
    }

    private @Nullable Match decade(int at) {
        int next = words.is(at, "the") ? at + 1 : at;
        next = skip(next, STAGES);
        boolean mark = words.is(next, "'") || words.is(next, "’") || words.is(next, "‘");
        int first = mark ? next + 1 : next;
        String word = words.at(first);
        int named = Vocabulary.DECADES.getOrDefault(word, 0);
        if (named > 0) {
            return match(at, first + 1, given(1900 + named, 1, 1, Grain.DECADE));
        }
        boolean possessive = words.isPossessive(first);
        String digits = word.endsWith("s") ? word.substring(0, word.length() - 1) : possessive ? word : "";
        if (!digits.endsWith("0") || !digits.chars().allMatch(Grammar::isDigit)) {
            return null;
        }
        return switch (digits.length()) {
            case 4 -> match(at, first + 1, given(Integer.parseInt(digits), 1, 1, Grain.DECADE));
            case 2 ->
                mark || next > at
                        ? match(at, first + 1, given(1900 + Integer.parseInt(digits), 1, 1, Grain.DECADE))
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
        return match(at, which.end() + 1, given(100 * Math.max(0, which.value() - 1), 1, 1, Grain.CENTURY));
    }

    // Parts of years.

    private @Nullable Match quarter(int at) {
        int next = at;
        InYear year = InYear.OPEN;
        if (words.is(next, "the") || words.is(next, "its")) {
            next++;
        }
        @Nullable InYear named = namedYear(next);
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
        @Nullable Turn said = turn(next);
        if (said != null) {
            turn = words.is(next, "past") && next > at ? Turn.OPEN : said;
            next++;
        }
        next = skip(next, STAGES);
        int month = Vocabulary.SEASONS.getOrDefault(words.at(next), 0);
        if (month == 0) {
            return null;
        }
        InYear year = turn == Turn.THIS ? InYear.shifted(0) : InYear.turn(turn);
        Match found = inYear(at, next + 1, Grain.SEASON, month, year);
        boolean shown = told || turn != Turn.OPEN || found.end() > next + 1;
        return shown ? found : null;
    }

    /** A part of a year with the year that may follow it. */
    private Match inYear(int start, int end, Grain grain, int month, InYear known) {
        int next = words.is(end, "of") || words.is(end, ",") ? end + 1 : end;
        next = words.is(next, "fiscal") ? next + 1 : next;
        Count year = numbers.year(next);
        if (year.isThere()) {
            return match(start, year.end(), new OfYear(grain, month, 1, InYear.given(year.value())));
        }
        @Nullable InYear named = namedYear(next);
        return named == null
                ? match(start, end, new OfYear(grain, month, 1, known))
                : match(start, next + 2, new OfYear(grain, month, 1, named));
    }

    /** {@code the quarter}, {@code the year-ago period}: which one, the text before says. */
    private @Nullable Match someQuarter(int at) {
        if (!told) {
            return null;
        }
        int next = words.is(at, "the") ? at + 1 : at;
        if (words.is(next, "comparable") || words.is(next, "corresponding")) {
            next++;
        }
        if (words.are(next, "year ago") || words.are(next, "year earlier")) {
            if (numbers.count(next + 2).isThere()) {
                return match(at, next + 3, new None());
            }
            int end = STRETCHES.contains(words.at(next + 2)) ? next + 3 : next + 2;
            return match(at, end, new SomeQuarter(new InYear(0, Turn.OPEN, -1)));
        }
        Count year = numbers.year(next);
        if (year.isThere() && STRETCHES.contains(words.at(year.end()))) {
            return match(at, year.end() + 1, new SomeQuarter(InYear.given(year.value())));
        }
        @Nullable InYear named = namedYear(next);
        if (named != null && words.isPossessive(next + 1) && STRETCHES.contains(words.at(next + 2))) {
            return match(at, next + 3, new SomeQuarter(named));
        }
        boolean one = words.is(next, "latest") || words.is(next, "that");
        next = one ? next + 1 : next;
        boolean stretch = words.is(next, "quarter") || one && words.is(next, "period");
        if (!stretch) {
            return null;
        }
        @Nullable InYear after = namedYear(next + 1);
        return after == null
                ? match(at, next + 1, new SomeQuarter(InYear.OPEN))
                : match(at, next + 3, new SomeQuarter(after));
    }

    // What is counted from another date.

    /** {@code two days ago}, {@code a week later}, {@code three years}. */
    private @Nullable Match counted(int at) {
        int next = at;
        boolean the = words.is(next, "the");
        next = the ? next + 1 : next;
        int first = next;
        next = skip(next, COUNTED);
        boolean turned = next > first;
        Count count = numbers.count(next);
        int from = count.isThere() ? count.end() : next;
        from = skip(from, LONG);
        @Nullable Unit unit = Vocabulary.UNITS.get(words.at(from));
        if (unit == null) {
            return null;
        }
        boolean many = words.at(from).endsWith("s") || unit == Unit.CENTURY && words.is(from, "centuries");
        int end = from + 1;
        if (!count.isThere()) {
            // "years", "the weeks ahead", but never "this week", which is a date.
            return many ? directed(at, end, unit) : null;
        }
        if (words.are(end, "or so") || words.are(end, "or two") || words.are(end, "or more")) {
            end += 2;
        } else if (words.is(end, "old") || words.is(end, "term") || words.is(end, "period")) {
            end++;
        }
        boolean shiftable = !the && !turned && !words.isJoined(from);
        if (!told && count.value() > 0 && words.is(end, "since") && !opensWord(end + 1)) {
            int by = -count.value() * unit.each();
            return match(at, end + 1, new Since(new Shifted(unit.counted(), unit.counted(), by, From.ARTICLE)));
        }
        @Nullable Match shifted = shiftable ? shifted(at, end, unit, count.value()) : null;
        return shifted != null ? shifted : match(at, end, new None());
    }

    /** Whether a word goes on that a stretch of time may be measured from: {@code the three weeks since the flood}. */
    private boolean opensWord(int at) {
        return words.is(at, "the") || words.is(at, "a") || words.is(at, "an") || words.isCapital(at);
    }

    /** Units without a number, as {@code recent years}, {@code coming months}, {@code weeks ago}. */
    private Match directed(int at, int end, Unit unit) {
        if (words.is(end, "ago") || words.is(end, "later") && unit != Unit.MOMENT) {
            return match(at, end + 1, new Unknown());
        }
        boolean moments = unit == Unit.MOMENT;
        if (moments && (words.is(end, "later") || words.is(end, "earlier"))) {
            return match(at, end + 1, new Shifted(Grain.DAY, Grain.DAY, 0, From.BEFORE));
        }
        if (moments && (words.is(end, "after") || words.is(end, "before"))) {
            return match(at, end + 1, new Shifted(Grain.DAY, Grain.DAY, 0, From.EVENT));
        }
        boolean past = words.is(at, "past");
        boolean future = words.is(at, "future") || words.is(at, "coming");
        return past || future ? match(at, end, new Vague(past ? When.PAST : When.FUTURE)) : match(at, end, new None());
    }

    private @Nullable Match shifted(int start, int end, Unit unit, int count) {
        boolean future = words.are(end, "from now") || words.is(end, "hence");
        int sign = 0;
        From from = From.BEFORE;
        int last = end + 1;
        switch (words.at(end)) {
            case "ago" -> {
                sign = -1;
                from = From.ARTICLE;
            }
            case "earlier", "previously" -> sign = -1;
            case "later", "afterwards", "afterward", "on" -> sign = 1;
            case "before" -> {
                sign = -1;
                from = words.isWord(last) ? From.EVENT : From.BEFORE;
            }
            case "after" -> {
                sign = 1;
                from = words.isWord(last) ? From.EVENT : From.BEFORE;
            }
            default -> {
                if (!future) {
                    return null;
                }
                sign = 1;
                from = From.ARTICLE;
                last = words.is(end, "hence") ? end + 1 : end + 2;
            }
        }
        int weekday = words.is(last, "on") ? last + 1 : last;
        @Nullable DayOfWeek day = Vocabulary.WEEKDAYS.get(words.at(weekday));
        if (unit.each() % 7 == 0 && unit.counted() == Grain.DAY && count > 0 && from == From.ARTICLE && day != null) {
            int weeks = unit.each() / 7 * count;
            return match(start, weekday + 1, new WeekdayOf(day, sign * weeks));
        }
        if (count == Count.UNKNOWN) {
            return match(start, last, new Vague(sign < 0 ? When.PAST : When.FUTURE));
        }
        if (unit == Unit.YEAR && sign < 0 && count == 1 && from != From.EVENT) {
            return match(start, last, new YearBefore(from));
        }
        return match(start, last, new Shifted(unit.counted(), unit.counted(), sign * count * unit.each(), from));
    }

    /** {@code last week}, {@code this year}, {@code the next day}, {@code the same month}. */
    private @Nullable Match turned(int at) {
        @Nullable Match around = aroundDay(at);
        if (around != null) {
            return around;
        }
        boolean the = words.is(at, "the");
        int next = the ? at + 1 : at;
        String word = words.at(next);
        if (words.are(next, "this past") || words.are(next, "this coming")) {
            next++;
            word = words.at(next);
        }
        int unitAt = next + 1;
        unitAt = skip(unitAt, WHOLE_UNITS);
        @Nullable Unit unit = Vocabulary.UNITS.get(words.at(unitAt));
        if (words.is(next, "weekend") && the) {
            return match(at, next + 1, new Shifted(Grain.WEEKEND, Grain.WEEKEND, 0, From.ARTICLE));
        }
        if (told && the && words.is(next, "day")) {
            return match(at, next + 1, new Shifted(Grain.DAY, Grain.DAY, 0, From.ARTICLE));
        }
        if (told && the && (words.is(next, "week") || words.is(next, "month"))) {
            Grain grain = words.is(next, "week") ? Grain.WEEK : Grain.MONTH;
            return match(at, next + 1, new Shifted(grain, grain, 0, From.ARTICLE));
        }
        if (told && words.are(at, "the full year")) {
            return match(at, at + 3, new Shifted(Grain.YEAR, Grain.YEAR, 0, From.ARTICLE));
        }
        if (unit == null
                || unit == Unit.MOMENT
                || unit == Unit.SEASON
                || words.at(unitAt).endsWith("s")) {
            return null;
        }
        int end = words.are(unitAt + 1, "or so") ? unitAt + 3 : unitAt + 1;
        Grain grain = unit.named();
        if (LAST.contains(word)) {
            return match(at, end, new Shifted(grain, grain, -1, From.ARTICLE));
        }
        if (THIS.contains(word)) {
            return match(at, end, new Shifted(grain, grain, 0, From.ARTICLE));
        }
        if (word.equals("latest")) {
            return match(at, end, new Shifted(grain, grain, -1, From.ARTICLE));
        }
        if (NEXT.contains(word)) {
            boolean narrated = the && !word.equals("coming") || !told && unit == Unit.DAY;
            return match(at, end, new Shifted(grain, grain, 1, narrated ? From.BEFORE : From.ARTICLE));
        }
        if (word.equals("following")) {
            return match(at, end, new Shifted(grain, grain, 1, From.BEFORE));
        }
        if (PREVIOUS.contains(word)) {
            return match(at, end, new Shifted(grain, grain, -1, From.BEFORE));
        }
        return SAME.contains(word) ? match(at, end, new Shifted(grain, grain, 0, From.BEFORE)) : null;
    }

    /** {@code the day before}, {@code the year after}, {@code a day after}. */
    private @Nullable Match aroundDay(int at) {
        if (!words.is(at, "the")) {
            return null;
        }
        @Nullable Unit unit = Vocabulary.UNITS.get(words.at(at + 1));
        int sign = words.is(at + 2, "before") ? -1 : words.is(at + 2, "after") ? 1 : 0;
        if (unit == null || unit == Unit.MOMENT || sign == 0 || words.at(at + 1).endsWith("s")) {
            return null;
        }
        if (unit == Unit.DAY && words.is(at + 3, sign < 0 ? "yesterday" : "tomorrow")) {
            return match(at, at + 4, new Shifted(Grain.DAY, Grain.DAY, 2 * sign, From.ARTICLE));
        }
        From from = words.isWord(at + 3) ? From.EVENT : From.BEFORE;
        return match(at, at + 3, new Shifted(unit.named(), unit.named(), sign, from));
    }

    /** {@code the end of the year}, {@code earlier in the month}. */
    private @Nullable Match stage(int at) {
        if (words.are(at, "year end") || words.is(at, "year") && words.isPossessive(at) && words.is(at + 1, "end")) {
            return match(at, at + 2, new Shifted(Grain.YEAR, Grain.YEAR, 0, From.ARTICLE));
        }
        boolean link = words.is(at + 1, "of") || words.is(at + 1, "in");
        if (!STAGES.contains(words.at(at)) || !link || !words.is(at + 2, "the")) {
            return null;
        }
        return switch (words.at(at + 3)) {
            case "year" -> match(at, at + 4, new Shifted(Grain.YEAR, Grain.YEAR, 0, From.ARTICLE));
            case "month" -> match(at, at + 4, new Shifted(Grain.MONTH, Grain.MONTH, 0, From.ARTICLE));
            case "week" -> match(at, at + 4, new Shifted(Grain.WEEK, Grain.WEEK, 0, From.ARTICLE));
            case "day" -> match(at, at + 4, new Shifted(Grain.DAY, Grain.DAY, 0, From.ARTICLE));
            default -> null;
        };
    }

    /** {@code yesterday}, {@code last night}, {@code this morning}. */
    private @Nullable Match deictic(int at) {
        if (isName(at)) {
            return null;
        }
        int by;
        int end = at + 1;
        switch (words.at(at)) {
            case "today", "tonight" -> by = 0;
            case "yesterday" -> by = -1;
            case "tomorrow" -> by = 1;
            case "overnight" -> {
                if (!told) {
                    return null;
                }
                by = -1;
            }
            case "last" -> {
                if (!words.is(end, "night") && !words.is(end, "evening")) {
                    return null;
                }
                by = -1;
                end++;
            }
            case "this" -> {
                if (!Vocabulary.PARTS_OF_DAY.contains(words.at(end))) {
                    return null;
                }
                by = 0;
                end++;
            }
            default -> {
                return told ? timeOfDay(at) : null;
            }
        }
        return match(at, end, new Shifted(Grain.DAY, Grain.DAY, by, From.ARTICLE));
    }

    /** {@code USA Today}, {@code CBS This Morning}: a capital within a sentence. */
    private boolean isName(int at) {
        return !told && words.isCapital(at) && words.isCapital(at - 1);
    }

    /** {@code 7:15 p.m.}, {@code mid-afternoon}. */
    private @Nullable Match timeOfDay(int at) {
        if ((words.is(at, "the") || words.is(at, "mid")) && Vocabulary.PARTS_OF_DAY.contains(words.at(at + 1))) {
            return match(at, at + 2, new TimeOfDay());
        }
        if (!numbers.isDigits(at, 2)) {
            return null;
        }
        int next = words.is(at + 1, ":") && numbers.isDigits(at + 2, 2) ? at + 3 : at + 1;
        boolean half = words.is(next, "am") || words.is(next, "pm");
        boolean dotted = (words.is(next, "a") || words.is(next, "p")) && words.are(next + 1, ". m");
        if (!half && !dotted && next == at + 1) {
            return null;
        }
        int end = half ? next + 1 : dotted ? next + 3 : next;
        return match(at, end, new TimeOfDay());
    }

    private @Nullable Match weekday(int at) {
        boolean the = words.is(at, "the");
        int next = the ? at + 1 : at;
        From from = From.ARTICLE;
        Turn turn = Turn.OPEN;
        if (words.are(next, "this past") || words.are(next, "this coming")) {
            next++;
        }
        @Nullable Turn said = turn(next);
        if (said != null) {
            turn = said;
            next++;
        } else if (PREVIOUS.contains(words.at(next)) || words.is(next, "following") || SAME.contains(words.at(next))) {
            turn = PREVIOUS.contains(words.at(next))
                    ? Turn.LAST
                    : SAME.contains(words.at(next)) ? Turn.THIS : Turn.NEXT;
            from = From.BEFORE;
            next++;
        } else if (the) {
            return null;
        }
        String word = words.at(next);
        @Nullable DayOfWeek day = Vocabulary.WEEKDAYS.get(word);
        if (day == null) {
            return null;
        }
        int end = next + 1;
        if (word.length() <= 5 && words.is(end, ".") && words.isClose(end) && !word.endsWith("day")) {
            end++;
        } else if (Vocabulary.NEEDS_DOT.contains(word) && !told) {
            return null;
        }
        if (!words.isCapital(next) && !told) {
            return null;
        }
        if (Vocabulary.PARTS_OF_DAY.contains(words.at(end))) {
            end++;
        } else if (words.is(end, "nights") || words.is(end, "mornings")) {
            return match(at, end + 1, new None());
        }
        return match(at, end, new Weekday(day, turn, from));
    }

    /** {@code Tuesday of last week}, {@code last week on Tuesday}. */
    private @Nullable Match weekdayOfWeek(int at) {
        @Nullable DayOfWeek day = Vocabulary.WEEKDAYS.get(words.at(at));
        if (day != null) {
            int next = words.is(at + 1, "of") ? at + 2 : at + 1;
            return isWeek(next) ? match(at, next + 2, new WeekdayOf(day, weeks(next))) : null;
        }
        if (!isWeek(at)) {
            return null;
        }
        int next = words.is(at + 2, "on") ? at + 3 : at + 2;
        @Nullable DayOfWeek after = Vocabulary.WEEKDAYS.get(words.at(next));
        return after == null ? null : match(at, next + 1, new WeekdayOf(after, weeks(at)));
    }

    private boolean isWeek(int at) {
        return turn(at) != null && words.is(at + 1, "week");
    }

    private int weeks(int at) {
        @Nullable Turn turn = turn(at);
        return turn == null ? 0 : ahead(turn);
    }

    /** {@code the tenth anniversary}, {@code the day of the vote}: of something that has its own date. */
    private @Nullable Match occasion(int at) {
        if (told || !words.is(at, "the")) {
            return null;
        }
        Count which = numbers.ordinal(at + 1);
        int next = which.isThere() ? which.end() : at + 1;
        if (words.is(next, "anniversary") || words.is(next, "centenary") || words.is(next, "bicentenary")) {
            return match(at, next + 1, new Unknown());
        }
        boolean part = words.is(at + 1, "day") || Vocabulary.PARTS_OF_DAY.contains(words.at(at + 1));
        @Nullable Match day = part && words.is(at + 2, "of") ? simple(at + 3) : null;
        if (day != null && !(day.expression() instanceof None)) {
            return match(at, day.end(), day.expression());
        }
        boolean link = words.is(at + 2, "of") || words.is(at + 2, "that");
        if (link && (words.is(at + 1, "day") || words.is(at + 1, "night") || words.is(at + 1, "morning"))) {
            return match(at, at + 3, new Shifted(Grain.DAY, Grain.DAY, 0, From.EVENT));
        }
        return link && words.is(at + 1, "eve")
                ? match(at, at + 3, new Shifted(Grain.DAY, Grain.DAY, -1, From.EVENT))
                : null;
    }

    /** {@code since then}, {@code since November}. */
    private @Nullable Match since(int at) {
        if (told || !words.is(at, "since")) {
            return null;
        }
        if (words.is(at + 1, "then")) {
            return match(at, at + 2, new Since(new Shifted(Grain.DAY, Grain.DAY, 0, From.BEFORE)));
        }
        @Nullable Match start = simple(at + 1);
        return start == null || start.expression() instanceof None
                ? null
                : match(at, start.end(), new Since(start.expression()));
    }

    /** What comes again: {@code every month}, {@code daily}, {@code Mondays}, {@code the past three summers}. */
    private @Nullable Match repeated(int at) {
        String word = words.at(at);
        if (Vocabulary.REPEATED.contains(word)) {
            return match(at, at + 1, new None());
        }
        boolean plural = word.endsWith("days") && Vocabulary.WEEKDAYS.containsKey(word.substring(0, word.length() - 1));
        if (plural) {
            return match(at, at + 1, new None());
        }
        if (!word.equals("every") && !word.equals("each")) {
            return null;
        }
        int next = at + 1;
        if (words.are(next, "of the")) {
            next += 2;
        }
        Count count = numbers.count(next);
        next = count.isThere() ? count.end() : next;
        String what = words.at(next);
        boolean time = Vocabulary.UNITS.containsKey(what)
                || Vocabulary.WEEKDAYS.containsKey(what)
                || Vocabulary.MONTHS.containsKey(what);
        return time ? match(at, next + 1, new None()) : null;
    }

    /** {@code recently}, {@code now}, {@code the near future}: only where somebody asks for what they say. */
    private @Nullable Match vague(int at) {
        if (!told) {
            return null;
        }
        int next = words.is(at, "the") ? at + 1 : at;
        if (words.are(at, "these days")) {
            return match(at, at + 2, new Vague(When.PRESENT));
        }
        if (words.is(next, "recent")) {
            return recent(at, next);
        }
        if (words.are(next, "near term") || words.are(next, "short term") || words.are(next, "near future")) {
            return match(at, next + 2, new Vague(When.FUTURE));
        }
        if (words.are(at, "a later date") || words.are(at, "time to time")) {
            return match(at, at + 3, new Vague(When.FUTURE));
        }
        if (words.are(at, "the time")) {
            return match(at, at + 2, new Vague(When.PAST));
        }
        @Nullable When when = Vocabulary.VAGUE.get(words.at(next));
        return when == null ? null : match(at, next + 1, new Vague(when));
    }

    /** Months, weeks and quarters that are recent are a stretch; years and days, a time in the past. */
    private Match recent(int at, int next) {
        return switch (words.at(next + 1)) {
            case "months", "weeks", "quarters" ->
                words.is(next + 2, "and") ? match(at, next + 1, new Vague(When.PAST)) : match(at, next + 2, new None());
            case "years", "days" -> match(at, next + 2, new Vague(When.PAST));
            default -> match(at, next + 1, new Vague(When.PAST));
        };
    }
}
