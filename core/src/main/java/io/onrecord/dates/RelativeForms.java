package io.onrecord.dates;

import io.onrecord.dates.CalendarDate.Grain;
import io.onrecord.dates.Expression.From;
import io.onrecord.dates.Expression.None;
import io.onrecord.dates.Expression.Shifted;
import io.onrecord.dates.Expression.Since;
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
import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** What is counted from another date, what comes again, and what only says that there is a time: {@code two days ago}, {@code last week}, {@code every month}, {@code recently}. */
final class RelativeForms {

    static final Set<String> COUNTED = Vocabulary.LISTS.kind("before-counts");
    private static final Set<String> WHOLE_UNITS = Set.of("fiscal", "full", "very");
    static final Set<String> LONG = Vocabulary.LISTS.kind("lengthening");

    private final TimeWords time;
    private final Tokens words;
    private final Numbers numbers;

    RelativeForms(TimeWords time) {
        this.time = time;
        this.words = time.words();
        this.numbers = time.numbers();
    }

    List<IntFunction<@Nullable Match>> all() {
        return List.of(
                this::counted,
                this::turned,
                this::stage,
                this::deictic,
                this::weekday,
                this::weekdayOfWeek,
                this::repeated,
                this::vague);
    }

    /** {@code two days ago}, {@code a week later}, {@code three years}. */
    private @Nullable Match counted(int at) {
        int next = at;
        boolean the = words.is(next, "the");
        next = the ? next + 1 : next;
        int first = next;
        next = time.skip(next, COUNTED);
        boolean turned = next > first;
        Count count = numbers.count(next);
        int from = count.isThere() ? count.end() : next;
        from = time.skip(from, LONG);
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
        if (!time.told() && count.value() > 0 && words.is(end, "since") && !opensWord(end + 1)) {
            int by = -count.value() * unit.each();
            return new Match(at, end + 1, new Since(new Shifted(unit.counted(), unit.counted(), by, From.ARTICLE)));
        }
        @Nullable Match shifted = shiftable ? shifted(at, end, unit, count.value()) : null;
        return shifted != null ? shifted : new Match(at, end, new None());
    }

    /** Whether a word goes on that a stretch of time may be measured from: {@code the three weeks since the flood}. */
    private boolean opensWord(int at) {
        return words.is(at, "the") || words.is(at, "a") || words.is(at, "an") || words.isCapital(at);
    }

    /** Units without a number, as {@code recent years}, {@code coming months}, {@code weeks ago}. */
    private Match directed(int at, int end, Unit unit) {
        if (words.is(end, "ago") || words.is(end, "later") && unit != Unit.MOMENT) {
            return new Match(at, end + 1, new Unknown());
        }
        boolean moments = unit == Unit.MOMENT;
        if (moments && (words.is(end, "later") || words.is(end, "earlier"))) {
            return new Match(at, end + 1, new Shifted(Grain.DAY, Grain.DAY, 0, From.BEFORE));
        }
        if (moments && (words.is(end, "after") || words.is(end, "before"))) {
            return new Match(at, end + 1, new Shifted(Grain.DAY, Grain.DAY, 0, From.EVENT));
        }
        boolean past = words.is(at, "past");
        boolean future = words.is(at, "future") || words.is(at, "coming");
        return past || future
                ? new Match(at, end, new Vague(past ? When.PAST : When.FUTURE))
                : new Match(at, end, new None());
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
            return new Match(start, weekday + 1, new WeekdayOf(day, sign * weeks));
        }
        if (count == Count.UNKNOWN) {
            return new Match(start, last, new Vague(sign < 0 ? When.PAST : When.FUTURE));
        }
        if (unit == Unit.YEAR && sign < 0 && count == 1 && from != From.EVENT) {
            return new Match(start, last, new YearBefore(from));
        }
        return new Match(start, last, new Shifted(unit.counted(), unit.counted(), sign * count * unit.each(), from));
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
        unitAt = time.skip(unitAt, WHOLE_UNITS);
        @Nullable Unit unit = Vocabulary.UNITS.get(words.at(unitAt));
        if (words.is(next, "weekend") && the) {
            return new Match(at, next + 1, new Shifted(Grain.WEEKEND, Grain.WEEKEND, 0, From.ARTICLE));
        }
        if (time.told() && the && words.is(next, "day")) {
            return new Match(at, next + 1, new Shifted(Grain.DAY, Grain.DAY, 0, From.ARTICLE));
        }
        if (time.told() && the && (words.is(next, "week") || words.is(next, "month"))) {
            Grain grain = words.is(next, "week") ? Grain.WEEK : Grain.MONTH;
            return new Match(at, next + 1, new Shifted(grain, grain, 0, From.ARTICLE));
        }
        if (time.told() && words.are(at, "the full year")) {
            return new Match(at, at + 3, new Shifted(Grain.YEAR, Grain.YEAR, 0, From.ARTICLE));
        }
        if (unit == null
                || unit == Unit.MOMENT
                || unit == Unit.SEASON
                || words.at(unitAt).endsWith("s")) {
            return null;
        }
        int end = words.are(unitAt + 1, "or so") ? unitAt + 3 : unitAt + 1;
        Grain grain = unit.named();
        if (TimeWords.LAST.contains(word)) {
            return new Match(at, end, new Shifted(grain, grain, -1, From.ARTICLE));
        }
        if (TimeWords.THIS.contains(word)) {
            return new Match(at, end, new Shifted(grain, grain, 0, From.ARTICLE));
        }
        if (word.equals("latest")) {
            return new Match(at, end, new Shifted(grain, grain, -1, From.ARTICLE));
        }
        if (TimeWords.NEXT.contains(word)) {
            boolean narrated = the && !word.equals("coming") || !time.told() && unit == Unit.DAY;
            return new Match(at, end, new Shifted(grain, grain, 1, narrated ? From.BEFORE : From.ARTICLE));
        }
        if (word.equals("following")) {
            return new Match(at, end, new Shifted(grain, grain, 1, From.BEFORE));
        }
        if (TimeWords.PREVIOUS.contains(word)) {
            return new Match(at, end, new Shifted(grain, grain, -1, From.BEFORE));
        }
        return TimeWords.SAME.contains(word) ? new Match(at, end, new Shifted(grain, grain, 0, From.BEFORE)) : null;
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
            return new Match(at, at + 4, new Shifted(Grain.DAY, Grain.DAY, 2 * sign, From.ARTICLE));
        }
        From from = words.isWord(at + 3) ? From.EVENT : From.BEFORE;
        return new Match(at, at + 3, new Shifted(unit.named(), unit.named(), sign, from));
    }

    /** {@code the end of the year}, {@code earlier in the month}. */
    private @Nullable Match stage(int at) {
        if (words.are(at, "year end") || words.is(at, "year") && words.isPossessive(at) && words.is(at + 1, "end")) {
            return new Match(at, at + 2, new Shifted(Grain.YEAR, Grain.YEAR, 0, From.ARTICLE));
        }
        boolean link = words.is(at + 1, "of") || words.is(at + 1, "in");
        if (!TimeWords.STAGES.contains(words.at(at)) || !link || !words.is(at + 2, "the")) {
            return null;
        }
        return switch (words.at(at + 3)) {
            case "year" -> new Match(at, at + 4, new Shifted(Grain.YEAR, Grain.YEAR, 0, From.ARTICLE));
            case "month" -> new Match(at, at + 4, new Shifted(Grain.MONTH, Grain.MONTH, 0, From.ARTICLE));
            case "week" -> new Match(at, at + 4, new Shifted(Grain.WEEK, Grain.WEEK, 0, From.ARTICLE));
            case "day" -> new Match(at, at + 4, new Shifted(Grain.DAY, Grain.DAY, 0, From.ARTICLE));
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
                if (!time.told()) {
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
                return time.told() ? timeOfDay(at) : null;
            }
        }
        return new Match(at, end, new Shifted(Grain.DAY, Grain.DAY, by, From.ARTICLE));
    }

    /** {@code USA Today}, {@code CBS This Morning}: a capital within a sentence. */
    private boolean isName(int at) {
        return !time.told() && words.isCapital(at) && words.isCapital(at - 1);
    }

    /** {@code 7:15 p.m.}, {@code mid-afternoon}. */
    private @Nullable Match timeOfDay(int at) {
        if ((words.is(at, "the") || words.is(at, "mid")) && Vocabulary.PARTS_OF_DAY.contains(words.at(at + 1))) {
            return new Match(at, at + 2, new TimeOfDay());
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
        return new Match(at, end, new TimeOfDay());
    }

    private @Nullable Match weekday(int at) {
        boolean the = words.is(at, "the");
        int next = the ? at + 1 : at;
        From from = From.ARTICLE;
        Turn turn = Turn.OPEN;
        if (words.are(next, "this past") || words.are(next, "this coming")) {
            next++;
        }
        @Nullable Turn said = time.turn(next);
        if (said != null) {
            turn = said;
            next++;
        } else if (TimeWords.PREVIOUS.contains(words.at(next))
                || words.is(next, "following")
                || TimeWords.SAME.contains(words.at(next))) {
            turn = TimeWords.PREVIOUS.contains(words.at(next))
                    ? Turn.LAST
                    : TimeWords.SAME.contains(words.at(next)) ? Turn.THIS : Turn.NEXT;
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
        } else if (Vocabulary.NEEDS_DOT.contains(word) && !time.told()) {
            return null;
        }
        if (!words.isCapital(next) && !time.told()) {
            return null;
        }
        if (Vocabulary.PARTS_OF_DAY.contains(words.at(end))) {
            end++;
        } else if (words.is(end, "nights") || words.is(end, "mornings")) {
            return new Match(at, end + 1, new None());
        }
        return new Match(at, end, new Weekday(day, turn, from));
    }

    /** {@code Tuesday of last week}, {@code last week on Tuesday}. */
    private @Nullable Match weekdayOfWeek(int at) {
        @Nullable DayOfWeek day = Vocabulary.WEEKDAYS.get(words.at(at));
        if (day != null) {
            int next = words.is(at + 1, "of") ? at + 2 : at + 1;
            return isWeek(next) ? new Match(at, next + 2, new WeekdayOf(day, weeks(next))) : null;
        }
        if (!isWeek(at)) {
            return null;
        }
        int next = words.is(at + 2, "on") ? at + 3 : at + 2;
        @Nullable DayOfWeek after = Vocabulary.WEEKDAYS.get(words.at(next));
        return after == null ? null : new Match(at, next + 1, new WeekdayOf(after, weeks(at)));
    }

    private boolean isWeek(int at) {
        return time.turn(at) != null && words.is(at + 1, "week");
    }

    private int weeks(int at) {
        @Nullable Turn turn = time.turn(at);
        return turn == null ? 0 : TimeWords.ahead(turn);
    }

    /** What comes again: {@code every month}, {@code daily}, {@code Mondays}, {@code the past three summers}. */
    private @Nullable Match repeated(int at) {
        String word = words.at(at);
        if (Vocabulary.REPEATED.contains(word)) {
            return new Match(at, at + 1, new None());
        }
        boolean plural = word.endsWith("days") && Vocabulary.WEEKDAYS.containsKey(word.substring(0, word.length() - 1));
        if (plural) {
            return new Match(at, at + 1, new None());
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
        return time ? new Match(at, next + 1, new None()) : null;
    }

    /** Months, weeks and quarters that are recent are a stretch; years and days, a time in the past. */
    private Match recent(int at, int next) {
        return switch (words.at(next + 1)) {
            case "months", "weeks", "quarters" ->
                words.is(next + 2, "and")
                        ? new Match(at, next + 1, new Vague(When.PAST))
                        : new Match(at, next + 2, new None());
            case "years", "days" -> new Match(at, next + 2, new Vague(When.PAST));
            default -> new Match(at, next + 1, new Vague(When.PAST));
        };
    }

    /** {@code recently}, {@code now}, {@code the near future}: only where somebody asks for what they say. */
    private @Nullable Match vague(int at) {
        if (!time.told()) {
            return null;
        }
        int next = words.is(at, "the") ? at + 1 : at;
        if (words.are(at, "these days")) {
            return new Match(at, at + 2, new Vague(When.PRESENT));
        }
        if (words.is(next, "recent")) {
            return recent(at, next);
        }
        if (words.are(next, "near term") || words.are(next, "short term") || words.are(next, "near future")) {
            return new Match(at, next + 2, new Vague(When.FUTURE));
        }
        if (words.are(at, "a later date") || words.are(at, "time to time")) {
            return new Match(at, at + 3, new Vague(When.FUTURE));
        }
        if (words.are(at, "the time")) {
            return new Match(at, at + 2, new Vague(When.PAST));
        }
        @Nullable When when = Vocabulary.VAGUE.get(words.at(next));
        return when == null ? null : new Match(at, next + 1, new Vague(when));
    }
}
