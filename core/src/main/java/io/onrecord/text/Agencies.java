package io.onrecord.text;

import io.onrecord.model.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The names of wire agencies, from the table beside this class. Immutable. */
final class Agencies {

    static final Agencies ALL = read("agencies.txt");

    /** Names shorter than this are not looked for in capitals: they are written so, or mean something else. */
    private static final int LONG_ENOUGH = 5;

    private final Map<String, String> agencies;
    private final String alternatives;

    /** Forms by their first word, the longest first: "AP" must not be found in "AP News". */
    private final Map<String, List<String>> byFirstWord;

    private Agencies(Map<String, String> agencies) {
        this.agencies = Map.copyOf(agencies);
        List<String> forms = agencies.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
        this.alternatives = forms.stream().map(Pattern::quote).collect(Collectors.joining("|", "(?:", ")"));
        this.byFirstWord = forms.stream()
                .collect(Collectors.groupingBy(form -> form.substring(0, wordEnd(form, 0, form.length()))));
    }

    /**
     * A name that was found.
     *
     * @param agency full name
     * @param span in the text that was searched
     */
    record Named(String agency, Span span) {}

    /** A regular expression for one name. */
    String alternatives() {
        return alternatives;
    }

    /** The names in a range of a text, in order. Looks at each word once, for most texts hold no name. */
    List<Named> in(String text, int start, int end) {
        List<Named> found = new ArrayList<>();
        int at = start;
        while (at < end) {
            int wordEnd = wordEnd(text, at, end);
            if (wordEnd == at) {
                at++;
                continue;
            }
            int nameEnd = beginsName(text, at, start) ? nameEnd(text, at, wordEnd, end) : at;
            if (nameEnd > at) {
                String agency = agencies.get(text.substring(at, nameEnd));
                if (agency != null) {
                    found.add(new Named(agency, new Span(at, nameEnd)));
                }
            }
            at = Math.max(wordEnd, nameEnd);
        }
        return found;
    }

    /** Where the longest name ends that begins with a word; the beginning of the word if none does. */
    private int nameEnd(String text, int start, int wordEnd, int limit) {
        for (String form : byFirstWord.getOrDefault(text.substring(start, wordEnd), List.of())) {
            int end = start + form.length();
            if (end <= limit && text.startsWith(form, start) && (end == limit || !goesOn(text.charAt(end)))) {
                return end;
            }
        }
        return start;
    }

    private static boolean beginsName(String text, int at, int start) {
        return at == start || text.charAt(at - 1) != '.' && text.charAt(at - 1) != '-';
    }

    private static boolean goesOn(char c) {
        return Character.isLetterOrDigit(c) || c == '-';
    }

    private static int wordEnd(String text, int from, int limit) {
        int at = from;
        while (at < limit && Character.isLetterOrDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static Agencies read(String name) {
        Map<String, String> agencies = new HashMap<>();
        for (String line : WordLists.lines(Agencies.class, name)) {
            String[] forms = line.split("\\|", -1);
            for (String form : forms) {
                put(agencies, form, forms[0]);
                if (form.length() >= LONG_ENOUGH) {
                    put(agencies, form.toUpperCase(Locale.ROOT), forms[0]);
                }
            }
        }
        return new Agencies(agencies);
    }

    private static void put(Map<String, String> agencies, String form, String agency) {
        String other = agencies.put(form, agency);
        if (other != null && !other.equals(agency)) {
            throw new IllegalStateException("'" + form + "' is both " + other + " and " + agency);
        }
    }
}
