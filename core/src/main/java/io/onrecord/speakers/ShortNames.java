package io.onrecord.speakers;

import io.onrecord.text.WordLists;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Short forms of first names, from {@code short-names.tsv}. */
final class ShortNames {

    private static final Map<String, Set<String>> LONG = read();

    private ShortNames() {}

    private static Map<String, Set<String>> read() {
        Map<String, Set<String>> names = new HashMap<>();
        for (List<String> row : WordLists.rows(ShortNames.class, "short-names.tsv")) {
            for (String shorter : row.get(1).split(" ", -1)) {
                names.computeIfAbsent(shorter, key -> new HashSet<>()).add(row.get(0));
            }
        }
        return names;
    }

    /** The first names that a folded one may stand for, itself among them. */
    static Set<String> of(String first) {
        Set<String> names = new HashSet<>(LONG.getOrDefault(first, Set.of()));
        names.add(first);
        return names;
    }

    /** Whose first name it is; unknown where it may be short for names of women and of men. */
    static Gender gender(String first) {
        Gender gender = FirstNames.of(first);
        for (String longer : of(first)) {
            if (!gender.fits(FirstNames.of(longer))) {
                return Gender.UNKNOWN;
            }
        }
        return gender;
    }
}
