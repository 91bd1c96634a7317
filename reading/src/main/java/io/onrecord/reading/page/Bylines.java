package io.onrecord.reading.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the by-line and the date among the lines before an article, as people see them. */
final class Bylines {

    private static final int LONGEST = 200;

    private static final Pattern BY = Pattern.compile(
            "^(?:(?:Written|Posted|Reported|Published) )?[Bb][Yy]:? "
                    + "((?:\\p{Lu}[\\p{L}.'’-]*|and|de|van|von|der|den|la|del|al|bin|&)(?:,? (?:\\p{Lu}[\\p{L}.'’-]*|and|de|van|von|der|den|la|del|al|bin|&)){1,8})");

    private static final Pattern STAMP = Pattern.compile("\\d{4}");

    private Bylines() {}

    /** The names of the first by-line; none if there is none. */
    static List<String> in(List<Block> lines) {
        for (Block line : lines) {
            Matcher by = BY.matcher(line.text());
            if (line.length() <= LONGEST && by.find()) {
                List<String> one = new ArrayList<>();
                one.add(by.group(1));
                return one;
            }
        }
        return List.of();
    }

    /** The first date that is written out. */
    static Optional<String> date(List<Block> lines) {
        for (Block line : lines) {
            if (line.length() <= LONGEST && STAMP.matcher(line.text()).find()) {
                Optional<String> iso = Dates.iso(line.text());
                if (iso.isPresent()) {
                    return iso;
                }
            }
        }
        return Optional.empty();
    }
}
