package io.onrecord.claims;

import io.onrecord.text.WordLists;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Brings the forms of an English word together, roughly: endings off, the commonest irregular forms by table. */
final class Stems {

    /** Forms that no rule makes, from WordNet; and adjectives and nouns that stand for the act of a verb. */
    private static final Map<String, String> IRREGULAR = irregular();

    private static final Set<String> KEPT = Lexis.LISTS.kind("kept");

    private Stems() {}

    private static Map<String, String> irregular() {
        Map<String, String> forms = new HashMap<>();
        for (List<String> row : WordLists.rows(Stems.class, "irregular.tsv")) {
            forms.put(row.get(0), row.get(1));
        }
        forms.putAll(Map.of(
                "dead", "die", "death", "die", "deaths", "die", "people", "person", "shots", "shoot", "shot", "shoot",
                "dying", "die", "lying", "lie", "died", "die", "lied", "lie"));
        // Forms that are words of their own more often.
        forms.keySet()
                .removeAll(Set.of(
                        "saw", "found", "ground", "bit", "rose", "lay", "wound", "bound", "fell", "felt", "felled"));
        forms.putAll(Map.of("saw", "see", "found", "find", "fell", "fall", "felt", "feel"));
        return Map.copyOf(forms);
    }

    /** Whether a word is a form that no rule makes. */
    static boolean isIrregular(String word) {
        return IRREGULAR.containsKey(word);
    }

    static String of(String word) {
        String bare = word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
        if (bare.endsWith("'")) {
            bare = bare.substring(0, bare.length() - 1);
        }
        String irregular = IRREGULAR.get(bare);
        if (irregular != null) {
            return irregular.length() < 4 ? irregular : derived(irregular);
        }
        if (bare.length() < 4 || KEPT.contains(bare)) {
            return bare;
        }
        return derived(inflected(bare));
    }

    private static String inflected(String word) {
        int n = word.length();
        if (word.endsWith("sses") || word.endsWith("shes") || word.endsWith("ches") || word.endsWith("xes")) {
            return word.substring(0, n - 2);
        }
        if (word.endsWith("ies") && n > 4) {
            return word.substring(0, n - 3) + "y";
        }
        if (word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us") && !word.endsWith("is")) {
            return inflected(word.substring(0, n - 1));
        }
        if (word.endsWith("ied") && n > 4) {
            return word.substring(0, n - 3) + "y";
        }
        if (word.endsWith("ing") && n > 5) {
            return bare(word.substring(0, n - 3));
        }
        if (word.endsWith("ed") && n > 4) {
            return bare(word.substring(0, n - 2));
        }
        return word;
    }

    /** Nouns of verbs go with them: resignation, collapse, extension. */
    private static String derived(String word) {
        if (KEPT.contains(word)) {
            return word;
        }
        int n = word.length();
        if (word.endsWith("ation") && n > 7) {
            return bare(word.substring(0, n - 5));
        }
        if (word.endsWith("ion") && n > 6) {
            return bare(word.substring(0, n - 3));
        }
        if (word.endsWith("ment") && n > 7) {
            return bare(word.substring(0, n - 4));
        }
        if (word.endsWith("ly") && n > 5) {
            return bare(word.substring(0, n - 2));
        }
        return bare(word);
    }

    /** Without a doubled last consonant and a last e. */
    private static String bare(String stem) {
        int n = stem.length();
        if (n > 3 && stem.charAt(n - 1) == stem.charAt(n - 2) && "bdgmnprt".indexOf(stem.charAt(n - 1)) >= 0) {
            return stem.substring(0, n - 1);
        }
        if (n > 3 && stem.endsWith("e")) {
            return stem.substring(0, n - 1);
        }
        return n > 3 && stem.endsWith("i") ? stem.substring(0, n - 1) + "y" : stem;
    }
}
