package io.onrecord.claims;

import io.onrecord.text.WordLists;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which stems may stand for one another, which are contraries, and how rare each is: from WordNet, by {@code reference/relations}. */
final class Relations {

    /** How rare each stem is: asked for with every pair that is compared. */
    private static final Map<String, Double> RARITY = new HashMap<>();

    private static final Map<String, Set<String>> SAME = new HashMap<>();
    private static final Map<String, Set<String>> CONTRARY = new HashMap<>();

    /** A word of so many uses is as common as can be. */
    private static final double COMMON = 2_000;

    static {
        Map<String, Integer> uses = new HashMap<>();
        for (List<String> row : WordLists.rows(Relations.class, "relations.tsv")) {
            String stem = Stems.of(row.get(0));
            uses.merge(stem, Integer.parseInt(row.get(1)), Integer::sum);
            put(SAME, stem, row.get(2));
            put(CONTRARY, stem, row.get(3));
        }
        uses.forEach((stem, times) -> RARITY.put(stem, 1 - Math.min(1, Math.log1p(times) / Math.log1p(COMMON))));
    }

    private Relations() {}

    private static void put(Map<String, Set<String>> relation, String stem, String words) {
        for (String word : words.split(" ", -1)) {
            String other = Stems.of(word);
            if (!word.isEmpty() && !other.equals(stem)) {
                relation.computeIfAbsent(stem, key -> new HashSet<>()).add(other);
                relation.computeIfAbsent(other, key -> new HashSet<>()).add(stem);
            }
        }
    }

    /** Whether it is the stem of an English word. */
    static boolean isKnown(String stem) {
        return RARITY.containsKey(stem);
    }

    /** Whether two different stems may stand for the same thing. */
    static boolean mayStandFor(String stem, String other) {
        return SAME.getOrDefault(stem, Set.of()).contains(other);
    }

    /** Whether two stems are contraries. */
    static boolean areContrary(String stem, String other) {
        return CONTRARY.getOrDefault(stem, Set.of()).contains(other);
    }

    /** How rare a stem is: from 0 for the commonest to 1 for those that are not known. */
    static double rarity(String stem) {
        return RARITY.getOrDefault(stem, 1.0);
    }
}
