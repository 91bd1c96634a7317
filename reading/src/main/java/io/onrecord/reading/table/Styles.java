package io.onrecord.reading.table;

import io.onrecord.reading.xml.XmlPull;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which styles of a workbook show a number as a date (ECMA-376, part 1, 18.8.30). */
final class Styles {

    /** More than any program writes. */
    private static final int MOST = 100_000;

    private static final int LONGEST_CODE = 1000;

    /** Hours, minutes or seconds that are not counted anew each day: a length of time. */
    private static final Pattern ELAPSED = Pattern.compile("\\[(?:[hH]+|[mM]+|[sS]+)\\]");

    private final List<Boolean> dates = new ArrayList<>();

    Styles(OfficeParts parts, Optional<String> part) throws IOException {
        if (part.isEmpty() || !parts.has(part.get())) {
            return;
        }
        Map<Integer, Boolean> formats = new HashMap<>();
        boolean ofCells = false;
        try (XmlPull xml = parts.xml(part.get())) {
            for (XmlPull.Event event = xml.next(); event != XmlPull.Event.DONE; event = xml.next()) {
                boolean start = event == XmlPull.Event.START;
                if (event == XmlPull.Event.TEXT) {
                    continue;
                }
                switch (xml.name()) {
                    case "cellXfs" -> ofCells = start;
                    case "numFmt" -> {
                        if (start && formats.size() < MOST) {
                            formats.put(
                                    number(xml, "numFmtId"),
                                    isDate(xml.attribute("formatCode").orElse("")));
                        }
                    }
                    case "xf" -> {
                        if (start && ofCells && dates.size() < MOST) {
                            int format = number(xml, "numFmtId");
                            dates.add(formats.getOrDefault(format, isBuiltInDate(format)));
                        }
                    }
                    default -> {
                        // Fonts, fills and borders.
                    }
                }
            }
        }
    }

    boolean isDate(int style) {
        return style >= 0 && style < dates.size() && dates.get(style);
    }

    private static int number(XmlPull xml, String attribute) {
        String value = xml.attribute(attribute).orElse("");
        return value.matches("\\d{1,9}") ? Integer.parseInt(value) : -1;
    }

    private static boolean isBuiltInDate(int format) {
        return format >= 14 && format <= 17
                || format == 22
                || format >= 27 && format <= 36
                || format >= 50 && format <= 58;
    }

    /** A format of days and months; text in it, colours, conditions and languages aside. */
    static boolean isDate(String code) {
        if (code.length() > LONGEST_CODE) {
            return false;
        }
        if (ELAPSED.matcher(code).find()) {
            return false;
        }
        String bare =
                code.replaceAll("\"[^\"]*\"|\\\\.|_.|\\*.|\\[[^\\]]*\\]", "").toLowerCase(Locale.ROOT);
        if (bare.contains("general") || bare.contains("standard")) {
            return false;
        }
        boolean time = bare.contains("h") || bare.contains("s");
        return bare.contains("y") || bare.contains("d") || bare.contains("m") && !time;
    }
}
