package io.onrecord.reading.document;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The dates that news databases write, as ISO 8601: {@code May 16, 2024 Thursday 6:02 PM GMT}, {@code 16 May 2024}. */
final class ExportDate {

    private static final String MONTH =
            "(?<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
                    + "|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?";

    private static final String DAY_NAME = "(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Mon|Tue|Wed|Thu|Fri|Sat|Sun)";

    private static final String TIME =
            "(?:,?\\s+(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::\\d{2})?\\s*(?<half>[AaPp]\\.?[Mm]\\.?)?"
                    + "\\s*(?<zone>GMT|UTC|[A-Z]{2,5})?)?";

    private static final Pattern MONTH_FIRST = Pattern.compile("(?:" + DAY_NAME + ",?\\s+)?" + MONTH
            + "\\s+(?<day>\\d{1,2}),?\\s+(?<year>\\d{4})(?:,?\\s+" + DAY_NAME + ")?" + TIME);

    private static final Pattern DAY_FIRST = Pattern.compile("(?:" + DAY_NAME + ",?\\s+)?(?<day>\\d{1,2})\\s+" + MONTH
            + ",?\\s+(?<year>\\d{4})(?:,?\\s+" + DAY_NAME + ")?" + TIME);

    private static final Pattern MONTH_ONLY = Pattern.compile(MONTH + ",?\\s+(?<year>\\d{4})");

    private static final Pattern CLOCK =
            Pattern.compile("(\\d{1,2}):(\\d{2})(?::\\d{2})?(?:\\s*([AaPp])\\.?[Mm]\\.?)?");

    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

    private static final int LONGEST = 80;

    private ExportDate() {}

    /** A line that is a date and nothing else, or null. */
    static @Nullable String iso(String line) {
        String date = line.strip();
        if (date.length() > LONGEST) {
            return null;
        }
        for (Pattern form : new Pattern[] {MONTH_FIRST, DAY_FIRST}) {
            Matcher matcher = form.matcher(date);
            if (matcher.matches()) {
                return iso(matcher);
            }
        }
        Matcher month = MONTH_ONLY.matcher(date);
        return month.matches()
                ? YearMonth.of(Integer.parseInt(month.group("year")), month(month))
                        .toString()
                : null;
    }

    /** A line that is a time of the day and nothing else, as {@code 18:02}, or null. */
    static @Nullable String time(String line) {
        Matcher matcher = CLOCK.matcher(line.strip());
        return matcher.matches() ? time(matcher.group(1), matcher.group(2), matcher.group(3)) : null;
    }

    private static @Nullable String iso(Matcher matcher) {
        try {
            String day = LocalDate.of(
                            Integer.parseInt(matcher.group("year")),
                            month(matcher),
                            Integer.parseInt(matcher.group("day")))
                    .toString();
            String time = matcher.group("hour") == null
                    ? null
                    : time(matcher.group("hour"), matcher.group("minute"), matcher.group("half"));
            String zone = matcher.group("zone");
            // A zone that is not known would make the time a wrong one.
            boolean universal = "GMT".equals(zone) || "UTC".equals(zone);
            return time == null || (zone != null && !universal)
                    ? day
                    : day + "T" + time + ":00" + (universal ? "Z" : "");
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int month(Matcher matcher) {
        String start = matcher.group("month").substring(0, 3).toLowerCase(Locale.ROOT);
        return MONTHS.indexOf(start) / 3 + 1;
    }

    private static @Nullable String time(String hour, String minute, @Nullable String half) {
        int hours = Integer.parseInt(hour);
        if (half != null) {
            boolean afternoon = half.charAt(0) == 'p' || half.charAt(0) == 'P';
            hours = hours % 12 + (afternoon ? 12 : 0);
        }
        try {
            return LocalTime.of(hours, Integer.parseInt(minute)).toString();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
