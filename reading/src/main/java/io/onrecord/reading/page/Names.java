package io.onrecord.reading.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Makes names of by-lines: one name each, without "By", addresses and roles of machines. */
final class Names {

    private static final int LONGEST = 100;
    private static final int MOST = 20;

    private static final Pattern BY =
            Pattern.compile("^(?:(?:written|posted|reported|published) )?by:? ", Pattern.CASE_INSENSITIVE);
    private static final Pattern BETWEEN = Pattern.compile(" (?:and|&) |[;|]");
    /** After a name and a comma: another name, rather than a post, a degree or an employer. */
    private static final Pattern ANOTHER = Pattern.compile(
            "\\p{Lu}[\\p{L}.'’-]*(?: (?:\\p{Lu}[\\p{L}.'’-]*|de|van|von|der|den|la|del|al|bin|el)){1,3}");

    private static final Pattern POST = Pattern.compile(
            "\\b(?:writers?|reporters?|editors?|correspondents?|staff|columnists?|producers?|contributors?|photographers?|media|news|press|business"
                    + "|insider|times|post|team|agency|service|journal|magazine|university|director|for|of|at|the)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_NAME =
            Pattern.compile("https?:|www\\.|@|\\{|\\}|<|>|^\\d+$| \\d+$", Pattern.CASE_INSENSITIVE);
    private static final Set<String> NOBODY = Set.of(
            "admin",
            "administrator",
            "author",
            "staff",
            "editor",
            "unknown",
            "null",
            "undefined",
            "none",
            "anonymous",
            "by",
            "guest",
            "webmaster",
            "redaction",
            "redaktion");

    private Names() {}

    /** The people that some values name, in order, each once. */
    static List<String> of(List<String> values) {
        List<String> names = new ArrayList<>();
        Set<String> seen = new TreeSet<>();
        for (String value : values) {
            for (String part : parts(value)) {
                String name = BY.matcher(part.strip())
                        .replaceFirst("")
                        .replaceFirst("[,.;:|]+$", "")
                        .strip();
                if (isName(name) && names.size() < MOST && seen.add(name.toLowerCase(Locale.ROOT))) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    private static List<String> parts(String value) {
        List<String> parts = new ArrayList<>();
        for (String side : BETWEEN.split(BY.matcher(Spaces.line(cut(value))).replaceFirst(""), -1)) {
            String[] listed = side.split(", ", -1);
            if (parts.isEmpty() || !POST.matcher(listed[0]).find()) {
                parts.add(listed[0]);
            }
            for (int i = 1; i < listed.length; i++) {
                if (ANOTHER.matcher(listed[i]).matches()
                        && !POST.matcher(listed[i]).find()) {
                    parts.add(listed[i]);
                }
            }
        }
        return parts;
    }

    private static String cut(String value) {
        return value.length() > 10 * LONGEST ? value.substring(0, 10 * LONGEST) : value;
    }

    private static boolean isName(String name) {
        return !name.isEmpty()
                && name.length() <= LONGEST
                && name.codePoints().anyMatch(Character::isLetter)
                && !NO_NAME.matcher(name).find()
                && !NOBODY.contains(name.toLowerCase(Locale.ROOT));
    }
}
