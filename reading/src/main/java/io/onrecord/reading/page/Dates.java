package io.onrecord.reading.page;

import io.onrecord.model.Published;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads publication dates as pages write them, to ISO 8601. What can be read in two ways is not read. */
final class Dates {

    private static final int LONGEST = 100;
    private static final int FIRST_YEAR = 1800;
    private static final int LAST_YEAR = 2200;

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private static final String MONTH = "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
            + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";

    private static final String TIME = "(?:[T ,|@–-]{1,4}(?:at )?(\\d{1,2})[:.h](\\d{2})(?::(\\d{2})(?:[.,]\\d+)?)?"
            + " ?([ap]\\.?m\\.?)?(?:[ (]{0,2}([+-]\\d{2}:?\\d{2}|[+-]\\d{2}\\b|z\\b|[a-z]{2,4}\\b))?)?";

    private static final Pattern ISO = Pattern.compile("(\\d{4})([-/.]?)(\\d{1,2})\\2(\\d{1,2})(?!\\d)" + TIME);
    private static final Pattern COMPACT_TIME =
            Pattern.compile("(\\d{4})(\\d{2})(\\d{2})t(\\d{2})(\\d{2})(\\d{2})?(z|[+-]\\d{2}:?\\d{2})?");
    private static final Pattern MONTH_FIRST =
            Pattern.compile(MONTH + " (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})\\b" + TIME);
    private static final Pattern DAY_FIRST =
            Pattern.compile("\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -]" + MONTH + ",?[ -](\\d{4})\\b" + TIME);
    private static final Pattern TIME_FIRST =
            Pattern.compile("^(\\d{1,2}):(\\d{2})()? ?([ap]\\.?m\\.?)?(?:[ (]{0,2}([a-z]{2,4}))?[ ,)]{1,3}");
    private static final Pattern EPOCH = Pattern.compile("1\\d{9}|1\\d{12}");

    private static final Pattern IN_PATH =
            Pattern.compile("[/_-]((?:19|20)\\d{2})[/_-]?(\\d{2}|" + MONTH + ")(?:[/_-]?(\\d{2})(?!\\d))?(?![a-z0-9])");

    private static final int MOST_ADDRESS = 1000;

    /** Names of offsets that mean one thing in the news. */
    private static final Map<String, String> OFFSETS = Map.ofEntries(
            Map.entry("z", "Z"),
            Map.entry("utc", "Z"),
            Map.entry("gmt", "Z"),
            Map.entry("bst", "+01:00"),
            Map.entry("cet", "+01:00"),
            Map.entry("cest", "+02:00"),
            Map.entry("est", "-05:00"),
            Map.entry("edt", "-04:00"),
            Map.entry("cdt", "-05:00"),
            Map.entry("mst", "-07:00"),
            Map.entry("mdt", "-06:00"),
            Map.entry("pst", "-08:00"),
            Map.entry("pdt", "-07:00"));

    private Dates() {}

    /** The date that a value is or begins with; empty if there is none, or it cannot be told. */
    static Optional<String> iso(String value) {
        String given = Spaces.line(value.length() > LONGEST ? value.substring(0, LONGEST) : value);
        if (given.length() >= 10 && Published.isIso(given) && plausible(given)) {
            return Optional.of(given);
        }
        String folded = given.toLowerCase(Locale.ROOT);
        if (EPOCH.matcher(folded).matches()) {
            long seconds = Long.parseLong(folded.substring(0, 10));
            return Optional.of(Instant.ofEpochSecond(seconds).toString());
        }
        try {
            return parsed(folded).filter(iso -> Published.isIso(iso) && plausible(iso));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> parsed(String text) {
        Matcher compact = COMPACT_TIME.matcher(text);
        if (compact.matches()) {
            return Optional.of(day(compact.group(1), compact.group(2), compact.group(3))
                    + time(compact.group(4), compact.group(5), compact.group(6), null, compact.group(7)));
        }
        Matcher iso = ISO.matcher(text);
        if (iso.lookingAt() && (!iso.group(2).isEmpty() || iso.end(4) - iso.start() == 8)) {
            return Optional.of(day(iso.group(1), iso.group(3), iso.group(4))
                    + time(iso.group(5), iso.group(6), iso.group(7), iso.group(8), iso.group(9)));
        }
        return written(text);
    }

    private static Optional<String> written(String text) {
        Matcher monthFirst = MONTH_FIRST.matcher(text);
        if (monthFirst.find()) {
            return Optional.of(day(monthFirst.group(3), month(monthFirst.group(1)), monthFirst.group(2))
                    + timeOf(text, monthFirst));
        }
        Matcher dayFirst = DAY_FIRST.matcher(text);
        if (dayFirst.find()) {
            return Optional.of(
                    day(dayFirst.group(3), month(dayFirst.group(2)), dayFirst.group(1)) + timeOf(text, dayFirst));
        }
        return Optional.empty();
    }

    /** After the date, or before it. */
    private static String timeOf(String text, Matcher date) {
        if (date.group(4) != null) {
            return time(date.group(4), date.group(5), date.group(6), date.group(7), date.group(8));
        }
        Matcher before = TIME_FIRST.matcher(text);
        return before.find() && before.end() <= date.start()
                ? time(before.group(1), before.group(2), null, before.group(4), before.group(5))
                : "";
    }

    private static String day(String year, String month, String day) {
        return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day))
                .toString();
    }

    private static String month(String name) {
        return String.valueOf(MONTHS.indexOf(name.substring(0, 3)) + 1);
    }

    private static String time(
            @Nullable String hour,
            @Nullable String minute,
            @Nullable String second,
            @Nullable String half,
            @Nullable String zone) {
        if (hour == null || minute == null) {
            return "";
        }
        int h = Integer.parseInt(hour);
        if (half != null) {
            if (h > 12) {
                return "";
            }
            h = h % 12 + (half.startsWith("p") ? 12 : 0);
        }
        if (h > 23 || Integer.parseInt(minute) > 59 || (second != null && Integer.parseInt(second) > 59)) {
            return "";
        }
        return String.format(Locale.ROOT, "T%02d:%s:%s%s", h, minute, second == null ? "00" : second, offset(zone));
    }

    private static String offset(@Nullable String zone) {
        if (zone == null) {
            return "";
        }
        char first = zone.charAt(0);
        if (first != '+' && first != '-') {
            return OFFSETS.getOrDefault(zone, "");
        }
        String digits = zone.replace(":", "");
        return digits.length() == 3 ? digits + ":00" : digits.substring(0, 3) + ':' + digits.substring(3);
    }

    private static boolean plausible(String iso) {
        int year = Integer.parseInt(iso.substring(0, 4));
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    /** A day or month in the path of an address, such as {@code /2026/05/03/}, {@code /2026/may/03/} or {@code /20260503/}. */
    static Optional<String> inAddress(String address) {
        String folded = address.toLowerCase(Locale.ROOT);
        Matcher matcher = IN_PATH.matcher(folded.substring(0, Math.min(folded.length(), MOST_ADDRESS)));
        while (matcher.find()) {
            Optional<String> date = inPath(folded, matcher);
            if (date.isPresent()) {
                return date;
            }
        }
        return Optional.empty();
    }

    /** A month alone must be two steps of the path. */
    private static Optional<String> inPath(String address, Matcher found) {
        String month = found.group(3) == null ? found.group(2) : month(found.group(3));
        String day = found.group(4);
        boolean steps = address.startsWith("/", found.start()) && address.startsWith("/", found.end());
        if (day == null && !steps) {
            return Optional.empty();
        }
        try {
            String date = day(found.group(1), month, day == null ? "01" : day);
            return Optional.of(day == null ? date.substring(0, "2026-05".length()) : date);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
