package io.onrecord.speakers;

import io.onrecord.text.WordLists;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Countries by their names, capitals and demonyms, from {@code countries.tsv}. */
final class Countries {

    /**
     * A country.
     *
     * @param code ISO 3166
     * @param name in English
     */
    record Country(String code, String name) {}

    private static final Map<String, Country> NAMES = new HashMap<>();
    private static final Map<String, Country> CAPITALS = new HashMap<>();
    private static final Map<String, Country> DEMONYMS = new HashMap<>();

    static {
        for (List<String> row : WordLists.rows(Countries.class, "countries.tsv")) {
            Country country = new Country(row.get(0), row.get(1));
            NAMES.put(row.get(1), country);
            put(NAMES, row.get(2), country);
            put(CAPITALS, row.get(3), country);
            put(DEMONYMS, row.get(4), country);
        }
        // As news writes it, without a country that the abbreviation could be taken from.
        NAMES.computeIfAbsent("U.S.", name -> NAMES.get("United States"));
        NAMES.computeIfAbsent("U.K.", name -> NAMES.get("United Kingdom"));
    }

    private Countries() {}

    /** Where two countries share a word the first in the order of codes has it: neither can be told. */
    private static void put(Map<String, Country> map, String words, Country country) {
        if (!words.isEmpty()) {
            for (String word : words.split(";", -1)) {
                map.putIfAbsent(word, country);
            }
        }
    }

    static Optional<Country> named(String words) {
        return Optional.ofNullable(NAMES.get(cased(words)));
    }

    /** As the tables have it, where all is in capitals. */
    private static String cased(String words) {
        if (words.length() < 4 || words.indexOf('.') >= 0 || !words.equals(words.toUpperCase(Locale.ROOT))) {
            return words;
        }
        StringBuilder cased = new StringBuilder(words.length());
        for (int i = 0; i < words.length(); i++) {
            boolean first = i == 0 || !Character.isLetter(words.charAt(i - 1));
            cased.append(first ? words.charAt(i) : Character.toLowerCase(words.charAt(i)));
        }
        return cased.toString();
    }

    /** Whether it is the name of a country of one word, in whatever case. */
    static boolean isNamedLike(String word) {
        return word.length() > 3 && NAMES.containsKey(cased(word.toUpperCase(Locale.ROOT)));
    }

    static Optional<Country> withCapital(String words) {
        return Optional.ofNullable(CAPITALS.get(cased(words)));
    }

    /** Also in the plural: {@code the Swedes}. */
    static Optional<Country> ofPeople(String word) {
        Country country = DEMONYMS.get(cased(word));
        if (country == null && word.endsWith("s")) {
            country = DEMONYMS.get(word.substring(0, word.length() - 1));
        }
        return Optional.ofNullable(country);
    }
}
