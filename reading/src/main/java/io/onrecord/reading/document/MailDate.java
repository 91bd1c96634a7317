package io.onrecord.reading.document;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The date of a mail (RFC 5322, with the obsolete forms that old mails have) as ISO 8601, its offset kept. */
final class MailDate {

    private static final Pattern FORM = Pattern.compile(
            "(?:\\p{L}{3,9}\\.?,?\\s+)?(\\d{1,2})[\\s-](\\p{L}{3})\\p{L}*[\\s-](\\d{2,4}),?\\s+(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2}))?"
                    + "(?:\\s*([+-]\\d{4}|\\p{L}{1,5}))?.*");

    private static final Pattern COMMENT = Pattern.compile("\\([^()]*\\)");

    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

    /** The zones that RFC 5322 still knows by name; any other means that the offset is not known. */
    private static final Map<String, ZoneOffset> ZONES = Map.ofEntries(
            Map.entry("ut", ZoneOffset.UTC),
            Map.entry("utc", ZoneOffset.UTC),
            Map.entry("gmt", ZoneOffset.UTC),
            Map.entry("z", ZoneOffset.UTC),
            Map.entry("est", ZoneOffset.ofHours(-5)),
            Map.entry("edt", ZoneOffset.ofHours(-4)),
            Map.entry("cst", ZoneOffset.ofHours(-6)),
            Map.entry("cdt", ZoneOffset.ofHours(-5)),
            Map.entry("mst", ZoneOffset.ofHours(-7)),
            Map.entry("mdt", ZoneOffset.ofHours(-6)),
            Map.entry("pst", ZoneOffset.ofHours(-8)),
            Map.entry("pdt", ZoneOffset.ofHours(-7)));

    private static final int LONGEST = 200;

    private MailDate() {}

    /** Null if it is no date. */
    static @Nullable String iso(String header) {
        if (header.length() > LONGEST) {
            return null;
        }
        Matcher form = FORM.matcher(COMMENT.matcher(header).replaceAll(" ").strip());
        if (!form.matches()) {
            return null;
        }
        int month = MONTHS.indexOf(form.group(2).toLowerCase(Locale.ROOT));
        if (month < 0 || month % 3 != 0) {
            return null;
        }
        int seconds = form.group(6) == null ? 0 : Integer.parseInt(form.group(6));
        try {
            OffsetDateTime time = OffsetDateTime.of(
                    year(form.group(3)),
                    month / 3 + 1,
                    Integer.parseInt(form.group(1)),
                    Integer.parseInt(form.group(4)),
                    Integer.parseInt(form.group(5)),
                    Math.min(59, seconds),
                    0,
                    ZoneOffset.UTC);
            ZoneOffset zone = zone(form.group(7));
            return zone == null
                    ? DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time)
                    : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.withOffsetSameLocal(zone));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Two digits are from 1950 on, three count from 1900 (RFC 5322, 4.3). */
    private static int year(String digits) {
        int year = Integer.parseInt(digits);
        return digits.length() == 4 ? year : digits.length() == 3 || year >= 50 ? 1900 + year : 2000 + year;
    }

    private static @Nullable ZoneOffset zone(@Nullable String zone) {
        if (zone == null || zone.equals("-0000")) {
            return null;
        }
        return Character.isLetter(zone.charAt(0)) ? ZONES.get(zone.toLowerCase(Locale.ROOT)) : ZoneOffset.of(zone);
    }
}
