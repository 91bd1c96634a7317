package io.onrecord.claims;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Numbers that propositions which may be linked have in common: only those that share a key are compared. A key depends on one
 * proposition alone, never on how many others there are, so that what is found does not depend on the order of reading. A
 * proposition has at most {@value #MOST}.
 *
 * <p>Two kinds: pairs of its rarest words, whenever they are said; and pairs of the names that its article speaks of most, within a
 * window of some weeks: what is said in one story is compared whatever its words, and the window keeps a pair that everybody speaks
 * of for years from filling one key.
 */
public final class Keys {

    /** The most keys of one proposition. */
    public static final int MOST = 66;

    /** The rarest words, of which each pair is a key. */
    private static final int PAIRED = 4;

    /**
     * Of the names that its article speaks of most two are a key if their ranks, counted from 1, come to no more than this: the first
     * with ten others, the fifth with the sixth. Two articles of one story rank its names differently.
     */
    private static final int RANKS = 12;

    private static final long SECONDS_A_DAY = 86_400;

    /** Days of a window; each key of names stands in two, the second half a window later, so that no neighbours are parted. */
    private static final int WINDOW = 64;

    private Keys() {}

    /** The keys of a proposition, each once, in ascending order. */
    public static long[] of(Proposition proposition) {
        List<String> rarest = rarest(proposition);
        Set<Long> keys = new LinkedHashSet<>();
        for (int i = 0; i < Math.min(PAIRED, rarest.size()); i++) {
            for (int j = i + 1; j < Math.min(PAIRED, rarest.size()); j++) {
                keys.add(hash(rarest.get(i), rarest.get(j), 0));
            }
        }
        List<String> names = proposition.story();
        long moment = proposition.place().moment();
        long window = window(moment);
        long next = moment == Place.UNKNOWN ? window : window + 1;
        for (int i = 0; i < names.size(); i++) {
            for (int j = i + 1; j < names.size() && i + j + 2 <= RANKS; j++) {
                keys.add(hash("\n" + names.get(i), "\n" + names.get(j), window));
                keys.add(hash("\n" + names.get(i), "\n" + names.get(j), next));
            }
        }
        return keys.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    /** Telling words, the rarest first, ties by the letters. */
    private static List<String> rarest(Proposition proposition) {
        Map<String, Double> rarities = new HashMap<>();
        for (Term term : proposition.terms()) {
            double rarity = switch (term.kind()) {
                case NAME -> 1.5;
                case WORD -> Relations.rarity(term.value());
                case NUMBER -> 1.2;
                case DATE, NEGATION, HEDGE -> -1;
            };
            if (rarity >= 0) {
                rarities.merge(term.value(), rarity, Math::max);
            }
        }
        List<String> sorted = new ArrayList<>(rarities.keySet());
        sorted.sort(Comparator.comparingDouble((String value) -> -rarities.getOrDefault(value, 0.0))
                .thenComparing(value -> value));
        return sorted;
    }

    /** The first of two windows in a row that hold a moment. */
    private static long window(long moment) {
        return moment == Place.UNKNOWN ? -1 : Math.floorDiv(Math.floorDiv(moment, SECONDS_A_DAY), WINDOW / 2);
    }

    private static long hash(String one, String other, long window) {
        String[] both = {one, other};
        Arrays.sort(both);
        return mix(mix(fnv(both[0]) * 31 + fnv(both[1])) + window);
    }

    private static long fnv(String value) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < value.length(); i++) {
            hash = (hash ^ value.charAt(i)) * 0x100000001B3L;
        }
        return mix(hash);
    }

    private static long mix(long value) {
        long mixed = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
