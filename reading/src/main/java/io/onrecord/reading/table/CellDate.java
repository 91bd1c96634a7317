package io.onrecord.reading.table;

import io.onrecord.model.Published;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The date that a cell holds, as far as one reading of it is sure. */
sealed interface CellDate {

    /** One reading alone, in ISO 8601. */
    record Sure(String iso) implements CellDate {}

    /**
     * Two numbers of which either may be the day: {@code 03/04/2024}.
     *
     * @param rest time of day in ISO 8601 behind a T, or nothing
     */
    record Either(int first, int second, int year, String rest) implements CellDate {

        /** The date under an order; empty where there is no such day. */
        Optional<String> in(Order order) {
            return switch (order) {
                case DAY_FIRST -> iso(year, second, first, rest);
                case MONTH_FIRST -> iso(year, first, second, rest);
                case UNKNOWN -> Optional.empty();
            };
        }
    }

    /** Nothing that is read as a date. */
    record None() implements CellDate {}

    /** What stands first in the dates of a column. */
    enum Order {
        DAY_FIRST,
        MONTH_FIRST,
        UNKNOWN
    }

    Pattern ISO = Pattern.compile("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})(.*)");
    Pattern COMPACT = Pattern.compile("(1[89]\\d\\d|20\\d\\d)(0[1-9]|1[0-2])([0-3]\\d)");
    Pattern NUMBERS = Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})(.*)");
    String WEEKDAY = "(?:\\p{L}{3,9}\\.?,? )?";
    Pattern DAY_MONTH =
            Pattern.compile(WEEKDAY + "(\\d{1,2})(?:st|nd|rd|th|\\.)?[ -](\\p{L}{3,9})\\.?,?[ -](\\d{4})(.*)");
    Pattern MONTH_DAY = Pattern.compile(WEEKDAY + "(\\p{L}{3,9})\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})(.*)");
    Pattern TIME =
            Pattern.compile("(?:T|,? (?:at )?)(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d{1,9})?)? ?([AaPp]\\.?[Mm]\\.?)?"
                    + " ?(Z|UTC|GMT|[+-]\\d{2}:?\\d{2})?");

    /** English names and what they are cut to. */
    Map<String, Integer> MONTHS = IntStream.rangeClosed(1, 12)
            .boxed()
            .flatMap(month -> {
                String name = Month.of(month)
                        .getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                        .toLowerCase(Locale.ROOT);
                return IntStream.of(name.length(), 3, 4)
                        .filter(length -> length <= name.length())
                        .mapToObj(length -> Map.entry(name.substring(0, length), month));
            })
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one));

    /** Longer cells hold no date. */
    int LONGEST = 60;

    static CellDate of(String cell) {
        String value = cell.strip();
        if (value.isEmpty() || value.length() > LONGEST) {
            return new None();
        }
        if (Published.isIso(value)) {
            return new Sure(value);
        }
        return numbers(value).or(() -> names(value)).orElseGet(None::new);
    }

    private static Optional<CellDate> numbers(String value) {
        Matcher iso = ISO.matcher(value);
        if (iso.matches()) {
            return rest(iso.group(5))
                    .flatMap(rest -> iso(number(iso, 1), number(iso, 3), number(iso, 4), rest))
                    .map(Sure::new);
        }
        Matcher compact = COMPACT.matcher(value);
        if (compact.matches()) {
            return iso(number(compact, 1), number(compact, 2), number(compact, 3), "")
                    .map(Sure::new);
        }
        Matcher numbers = NUMBERS.matcher(value);
        if (!numbers.matches()) {
            return Optional.empty();
        }
        return rest(numbers.group(5)).map(rest -> {
            Either either = new Either(number(numbers, 1), number(numbers, 3), number(numbers, 4), rest);
            return numbers.group(2).equals(".") ? sure(either.in(Order.DAY_FIRST)) : oneIfOnlyOne(either);
        });
    }

    /** Whoever writes dots puts the day first; of the others one order is sure if there is no such day in the other. */
    private static CellDate oneIfOnlyOne(Either either) {
        Optional<String> day = either.in(Order.DAY_FIRST);
        Optional<String> month = either.in(Order.MONTH_FIRST);
        return day.isPresent() && month.isPresent() && !day.equals(month) ? either : sure(day.or(() -> month));
    }

    private static CellDate sure(Optional<String> iso) {
        return iso.<CellDate>map(Sure::new).orElseGet(None::new);
    }

    private static Optional<CellDate> names(String value) {
        Matcher day = DAY_MONTH.matcher(value);
        if (day.matches()) {
            return named(day.group(2), number(day, 1), number(day, 3), day.group(4));
        }
        Matcher month = MONTH_DAY.matcher(value);
        return month.matches()
                ? named(month.group(1), number(month, 2), number(month, 3), month.group(4))
                : Optional.empty();
    }

    private static Optional<CellDate> named(String name, int day, int year, String time) {
        Integer month = MONTHS.get(name.toLowerCase(Locale.ROOT));
        return month == null
                ? Optional.empty()
                : rest(time).flatMap(rest -> iso(year, month, day, rest)).map(Sure::new);
    }

    /** A time of day as ISO 8601 has it behind the date; empty if something else stands there. */
    private static Optional<String> rest(String behind) {
        if (behind.isBlank()) {
            return Optional.of("");
        }
        Matcher time = TIME.matcher(behind);
        if (!time.matches()) {
            return Optional.empty();
        }
        int hour = number(time, 1);
        if (time.group(4) != null) {
            if (hour < 1 || hour > 12) {
                return Optional.empty();
            }
            hour = hour % 12 + (Character.toLowerCase(time.group(4).charAt(0)) == 'p' ? 12 : 0);
        }
        try {
            LocalTime of = LocalTime.of(hour, number(time, 2), time.group(3) == null ? 0 : number(time, 3));
            String written = DateTimeFormatter.ofPattern(time.group(3) == null ? "HH:mm" : "HH:mm:ss", Locale.ROOT)
                    .format(of);
            String zone = time.group(5) == null ? "" : time.group(5).matches("UTC|GMT") ? "Z" : time.group(5);
            return Optional.of("T" + written + zone);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> iso(int year, int month, int day, String rest) {
        try {
            String value = LocalDate.of(year, month, day) + rest;
            return Published.isIso(value) ? Optional.of(value) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
