package io.onrecord.reading.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Who wrote it, from a by-line as people write it. Conservative: what does not look like names stays one string. */
final class Bylines {

    private static final Pattern BY = Pattern.compile("^(?:(?:By|BY|by|From|FROM)\\s*:?\\s+)");

    private static final Pattern AND = Pattern.compile("\\s*(?:;|,|\\s&\\s|\\s(?:and|AND)\\s)\\s*");

    private static final Pattern PLACE = Pattern.compile("\\s+(?:in|IN|at)\\s+\\p{Lu}.*$");

    /** Two to five words that begin with a capital, with the particles of names between them. */
    private static final Pattern NAME = Pattern.compile(
            "\\p{Lu}[\\p{L}\\p{M}.'’-]*(?:\\s(?:(?:[Dd](?:e[lrn]?|a|i|os|as)|[Vv][ao]n|[Aa]l|[Bb]in|[Ll][ae]|[Tt]er)|\\p{Lu}[\\p{L}\\p{M}.'’-]*|[Oo]['’]\\p{Lu}[\\p{L}]*)){1,4}");

    /** Words of offices, not of people. */
    private static final Set<String> NO_NAMES = Set.of(
            "editor",
            "correspondent",
            "reporter",
            "writer",
            "staff",
            "desk",
            "agency",
            "agencies",
            "news",
            "bureau",
            "columnist",
            "chief",
            "press",
            "service",
            "times",
            "post",
            "herald",
            "team",
            "analyst",
            "producer");

    private static final int MOST = 50;

    private Bylines() {}

    /** The names in a by-line; the line itself, without "By", where none can be told. */
    static List<String> names(String byline) {
        String line = BY.matcher(Paragraphs.strip(byline)).replaceFirst("").strip();
        if (line.isEmpty()) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        for (String piece : AND.split(line, MOST)) {
            String name = PLACE.matcher(piece.strip()).replaceFirst("");
            if (isName(name)) {
                names.add(name);
            }
        }
        return names.isEmpty() ? List.of(line) : names;
    }

    /** Whether a line is nothing but names. */
    static boolean isNames(String line) {
        String rest = BY.matcher(line.strip()).replaceFirst("");
        for (String piece : AND.split(rest, MOST)) {
            if (!isName(PLACE.matcher(piece.strip()).replaceFirst(""))) {
                return false;
            }
        }
        return true;
    }

    static boolean startsWithBy(String line) {
        return BY.matcher(line.strip()).find();
    }

    /** The entries of a document property, in which several people are parted by semicolons. */
    static List<String> listed(String property) {
        List<String> all = new ArrayList<>();
        for (String one : property.split(";", MOST)) {
            String name = Properties.line(one);
            if (name != null) {
                all.add(name);
            }
        }
        return all;
    }

    private static boolean isName(String piece) {
        if (piece.length() > 60 || !NAME.matcher(piece).matches()) {
            return false;
        }
        for (String word : piece.toLowerCase(Locale.ROOT).split(" ", -1)) {
            if (NO_NAMES.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
