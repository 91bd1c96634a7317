package io.onrecord.reading.web;

import io.onrecord.model.Published;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates as feeds write them, in ISO 8601 and no more exact than they were: no time or offset is made up. */
final class FeedDates {

    /** RFC 822 and its relatives: {@code Thu, 16 May 2024 18:02:00 +0300}. */
    private static final Pattern MAIL =
            Pattern.compile("(?:\\p{L}+\\.?,?\\s+)?(\\d{1,2})[\\s-]+([A-Za-z]{3})[a-z]*\\.?[\\s-]+(\\d{4}|\\d{2})"
                    + "(?:,?\\s+(\\d{1,2}):(\\d{2})(?::(\\d{2}))?(?:\\.\\d+)?\\s*(\\S+)?.*)?");

    private static final Pattern SPACED =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2})\\s+(\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?)\\s*(\\S*)");

    private static final Pattern OFFSET = Pattern.compile("[+-]\\d{2}:?\\d{2}");

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    /** The names of RFC 822; others mean different things in different places. */
    private static final Map<String, String> ZONES = Map.ofEntries(
            Map.entry("ut", "Z"),
            Map.entry("utc", "Z"),
            Map.entry("gmt", "Z"),
            Map.entry("z", "Z"),
            Map.entry("est", "-05:00"),
            Map.entry("edt", "-04:00"),
            Map.entry("cst", "-06:00"),
            Map.entry("cdt", "-05:00"),
            Map.entry("mst", "-07:00"),
            Map.entry("mdt", "-06:00"),
            Map.entry("pst", "-08:00"),
            Map.entry("pdt", "-07:00"));

    private static final int LONGEST = 100;

    private FeedDates() {}

    static Optional<Published> published(String text) {
        String date = text.strip();
        if (date.length() > LONGEST) {
            return Optional.empty();
        }
        return iso(date).filter(Published::isIso).map(value -> new Published(value, FeedEntry.ORIGIN));
    }

    private static Optional<String> iso(String date) {
        if (Published.isIso(date)) {
            return Optional.of(date);
        }
        Matcher spaced = SPACED.matcher(date);
        if (spaced.matches()) {
            return Optional.of(spaced.group(1) + "T" + spaced.group(2) + offset(spaced.group(3)));
        }
        Matcher mail = MAIL.matcher(date);
        return mail.matches() ? mail(mail) : Optional.empty();
    }

    private static Optional<String> mail(Matcher mail) {
        int month = MONTHS.indexOf(mail.group(2).toLowerCase(Locale.ROOT)) + 1;
        int year = Integer.parseInt(mail.group(3));
        if (mail.group(3).length() == 2) {
            year += year < 70 ? 2000 : 1900;
        }
        try {
            LocalDate day = LocalDate.of(year, month, Integer.parseInt(mail.group(1)));
            if (mail.group(4) == null) {
                return Optional.of(day.toString());
            }
            int second = mail.group(6) == null ? 0 : Math.min(59, Integer.parseInt(mail.group(6)));
            LocalDateTime time = day.atTime(Integer.parseInt(mail.group(4)), Integer.parseInt(mail.group(5)), second);
            String offset = offset(mail.group(7));
            return Optional.of(
                    offset.isEmpty()
                            ? DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time)
                            : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                                    OffsetDateTime.of(time, ZoneOffset.of(offset))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Empty where it is not known. */
    private static String offset(@Nullable String zone) {
        if (zone == null) {
            return "";
        }
        String known = ZONES.get(zone.toLowerCase(Locale.ROOT));
        if (known != null) {
            return known;
        }
        if (!OFFSET.matcher(zone).matches()) {
            return "";
        }
        return zone.contains(":") ? zone : zone.substring(0, 3) + ":" + zone.substring(3);
    }
}
