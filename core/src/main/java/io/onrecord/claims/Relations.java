package io.onrecord.claims;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which stems may stand for one another, which are contraries, and how rare each is: from WordNet, by {@code reference/relations}. */
final class Relations {

    private static final Map<String, Integer> USES = new HashMap<>();
    private static final Map<String, Set<String>> SAME = new HashMap<>();
    private static final Map<String, Set<String>> CONTRARY = new HashMap<>();

    /** A word of so many uses is as common as can be. */
    private static final double COMMON = 2_000;

    static {
        for (String[] row : Table.rows("relations.tsv")) {
            String stem = Stems.of(row[0]);
            USES.merge(stem, Integer.parseInt(row[1]), Integer::sum);
            put(SAME, stem, row[2]);
            put(CONTRARY, stem, row[3]);
        }
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
        return USES.containsKey(stem);
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
        int uses = USES.getOrDefault(stem, 0);
        return 1 - Math.min(1, Math.log1p(uses) / Math.log1p(COMMON));
    }
}
