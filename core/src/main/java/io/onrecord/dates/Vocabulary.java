package io.onrecord.dates;

import io.onrecord.dates.CalendarDate.Grain;
import io.onrecord.dates.Reading.When;
import io.onrecord.text.WordLists;
import java.time.DayOfWeek;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words that dates are written with, in small letters. */
final class Vocabulary {

    /** Of {@code words.txt}, which {@link StatementClause} has its words from, too. */
    static final WordLists LISTS = WordLists.of(Vocabulary.class, "words.txt");

    static final Map<String, Integer> MONTHS = numbered(
            1,
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec");

    static final Map<String, DayOfWeek> WEEKDAYS = weekdays();

    /** Months and weekdays cut short that are words or names of their own: a full stop or a number must show what they are. */
    static final Set<String> NEEDS_DOT = LISTS.kind("needs-dot");

    static final Map<String, Integer> SEASONS = Map.of("spring", 3, "summer", 6, "autumn", 9, "fall", 9, "winter", 12);

    private static final Map<String, Integer> SMALL = numbered(
            1,
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen");

    private static final Map<String, Integer> TENS =
            numbered(2, "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");

    static final Map<String, Integer> ORDINALS = numbered(
            1,
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth");

    /** Decades by their names: the last two digits. */
    static final Map<String, Integer> DECADES = Map.of(
            "twenties",
            20,
            "thirties",
            30,
            "forties",
            40,
            "fifties",
            50,
            "sixties",
            60,
            "seventies",
            70,
            "eighties",
            80,
            "nineties",
            90);

    /** Hours and less count as parts of a day. */
    static final Map<String, Unit> UNITS = units();

    /** What time is counted in. */
    enum Unit {
        MOMENT(Grain.DAY, Grain.DAY, 0),
        DAY(Grain.DAY, Grain.DAY, 1),
        WEEK(Grain.WEEK, Grain.DAY, 7),
        FORTNIGHT(Grain.WEEK, Grain.DAY, 14),
        WEEKEND(Grain.WEEKEND, Grain.WEEKEND, 1),
        MONTH(Grain.MONTH, Grain.MONTH, 1),
        QUARTER(Grain.QUARTER, Grain.QUARTER, 1),
        SEASON(Grain.SEASON, Grain.SEASON, 1),
        YEAR(Grain.YEAR, Grain.YEAR, 1),
        DECADE(Grain.DECADE, Grain.YEAR, 10),
        CENTURY(Grain.CENTURY, Grain.CENTURY, 1);

        private final Grain named;
        private final Grain counted;
        private final int each;

        Unit(Grain named, Grain counted, int each) {
            this.named = named;
            this.counted = counted;
            this.each = each;
        }

        /** What {@code this week} is. */
        Grain named() {
            return named;
        }

        /** What {@code two weeks ago} is: a day. */
        Grain counted() {
            return counted;
        }

        /** How many of those one of it makes. */
        int each() {
            return each;
        }
    }

    /** Numbers of which nobody knows how many they are. */
    static final Set<String> FEW = LISTS.kind("few");

    static final Map<String, When> VAGUE = vague();

    static final Set<String> REPEATED = LISTS.kind("repeated");

    /** What is written or said with a date to it. */
    static final Set<String> DOCUMENTS = LISTS.kind("document");

    static final Set<String> PARTS_OF_DAY = LISTS.kind("part-of-day");

    private Vocabulary() {}

    /** Words that a number, counted or of an order, begins with, besides those of digits. */
    static Set<String> countWords() {
        return Stream.of(SMALL.keySet(), TENS.keySet(), ORDINALS.keySet(), FEW, Set.of("a", "an", "thirtieth"))
                .flatMap(Set::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A number below a hundred in one word; 0 if it is none. */
    static int small(String word) {
        int small = SMALL.getOrDefault(word, 0);
        return small > 0 ? small : tens(word);
    }

    /** Twenty, thirty and so on; 0 if it is none of these. */
    static int tens(String word) {
        return 10 * TENS.getOrDefault(word, 0);
    }

    private static Map<String, Integer> numbered(int first, String... words) {
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < words.length; i++) {
            for (String word : words[i].split(" ", -1)) {
                numbers.put(word, first + i);
            }
        }
        return Map.copyOf(numbers);
    }

    private static Map<String, DayOfWeek> weekdays() {
        Map<String, DayOfWeek> days = new HashMap<>();
        numbered(
                        1,
                        "monday mon",
                        "tuesday tue tues",
                        "wednesday wed",
                        "thursday thu thur thurs",
                        "friday fri",
                        "saturday sat",
                        "sunday sun")
                .forEach((word, day) -> days.put(word, DayOfWeek.of(day)));
        return Map.copyOf(days);
    }

    private static Map<String, Unit> units() {
        Map<String, Unit> units = new HashMap<>();
        for (String moment : List.of("second", "minute", "hour", "moment")) {
            put(units, moment, Unit.MOMENT);
        }
        for (String day : List.of("day", "night", "morning", "evening", "afternoon", "session")) {
            put(units, day, Unit.DAY);
        }
        put(units, "week", Unit.WEEK);
        put(units, "fortnight", Unit.FORTNIGHT);
        put(units, "weekend", Unit.WEEKEND);
        put(units, "month", Unit.MONTH);
        put(units, "quarter", Unit.QUARTER);
        for (String season : SEASONS.keySet()) {
            put(units, season, Unit.SEASON);
        }
        put(units, "year", Unit.YEAR);
        put(units, "decade", Unit.DECADE);
        units.put("century", Unit.CENTURY);
        units.put("centuries", Unit.CENTURY);
        return Map.copyOf(units);
    }

    private static void put(Map<String, Unit> units, String word, Unit unit) {
        units.put(word, unit);
        units.put(word + "s", unit);
    }

    private static Map<String, When> vague() {
        Map<String, When> vague = new HashMap<>();
        for (String past : List.of(
                "recently",
                "recent",
                "previously",
                "formerly",
                "lately",
                "once",
                "earlier",
                "then",
                "past",
                "before")) {
            vague.put(past, When.PAST);
        }
        for (String present :
                List.of("now", "currently", "current", "already", "yet", "nowadays", "presently", "moment")) {
            vague.put(present, When.PRESENT);
        }
        for (String future : List.of("soon", "future", "later", "coming", "eventually", "shortly", "sometime")) {
            vague.put(future, When.FUTURE);
        }
        return Map.copyOf(vague);
    }
}
