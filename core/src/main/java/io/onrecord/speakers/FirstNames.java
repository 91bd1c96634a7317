package io.onrecord.speakers;

import io.onrecord.text.WordLists;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** First names and whose they are, from {@code first-names.tsv}. */
final class FirstNames {

    private static final Map<String, Gender> GENDERS = read();

    private FirstNames() {}

    private static Map<String, Gender> read() {
        Map<String, Gender> genders = new HashMap<>();
        for (List<String> row : WordLists.rows(FirstNames.class, "first-names.tsv")) {
            genders.put(
                    row.get(0),
                    switch (row.get(1)) {
                        case "f" -> Gender.FEMALE;
                        case "m" -> Gender.MALE;
                        default -> Gender.UNKNOWN;
                    });
        }
        return genders;
    }

    static boolean has(String word) {
        return find(word) != null;
    }

    /** As it is written, else without its accents. */
    private static @Nullable Gender find(String word) {
        Gender gender = GENDERS.get(word.toLowerCase(Locale.ROOT));
        boolean plain = word.chars().allMatch(c -> c < 128);
        return gender != null || plain ? gender : GENDERS.get(Folding.fold(word));
    }

    /** Of a name that both have, or that the table lacks: unknown. */
    static Gender of(String word) {
        Gender whole = find(word);
        int hyphen = word.indexOf('-');
        if (whole == null && hyphen > 0) {
            return of(word.substring(0, hyphen));
        }
        return whole == null ? Gender.UNKNOWN : whole;
    }
}
