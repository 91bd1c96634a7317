package io.onrecord.claims;

import io.onrecord.text.Words;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a verb behind {@code I}, {@code we} or {@code they} reads once a name stands in the pronoun's place. Pure functions of words in small letters;
 * where it cannot be told, nothing is.
 */
final class Agreement {

    private static final Map<String, String> AUXILIARIES = Map.ofEntries(
            Map.entry("have", "has"),
            Map.entry("haven't", "hasn't"),
            Map.entry("am", "is"),
            Map.entry("are", "is"),
            Map.entry("aren't", "isn't"),
            Map.entry("were", "was"),
            Map.entry("weren't", "wasn't"),
            Map.entry("do", "does"),
            Map.entry("don't", "doesn't"));

    private static final Set<String> SAME = Lexis.LISTS.kind("same-verb");

    /** Read as past: the present of them looks the same, or WordNet has it as a word of its own. */
    private static final Set<String> PAST = Lexis.LISTS.kind("past");

    /** Verbs among the words that tell little. */
    private static final Set<String> VERBS = Set.of("get", "say", "tell");

    /** End as a past does, and are none. */
    private static final Set<String> PRESENT_ED = Lexis.LISTS.kind("present-ed");

    private static final Set<String> ADVERBS = Lexis.LISTS.kind("adverb");

    /** End as an adverb does, and are none. */
    private static final Set<String> PRESENT_LY = Lexis.LISTS.kind("present-ly");

    private static final Map<String, String> CONTRACTED =
            Map.of("i'm", "is", "i've", "has", "i'll", "will", "we're", "is", "we've", "has", "we'll", "will");

    private static final Map<String, String> CONTRACTED_PLURAL =
            Map.of("we're", "are", "we've", "have", "we'll", "will");

    private Agreement() {}

    /**
     * A verb in its place.
     *
     * @param at which word of the content; -1 where it stands with the pronoun ({@code I've})
     * @param form how it reads behind the name
     */
    record Verb(int at, String form) {}

    /**
     * The verb of a pronoun.
     *
     * @param at the pronoun's place
     * @param plural whether the name is one of several
     * @return empty where it cannot be told, or what to write
     */
    static Optional<Verb> of(Words words, int at, boolean plural) {
        String pronoun = words.at(at);
        if (pronoun.contains("'")) {
            return Optional.ofNullable((plural ? CONTRACTED_PLURAL : CONTRACTED).get(pronoun))
                    .map(form -> new Verb(-1, form));
        }
        String before = words.at(at - 1);
        if (AUXILIARIES.containsKey(before) || SAME.contains(before)) {
            // "Nor do I believe it": the verb stood before.
            return Optional.empty();
        }
        int verb = at + 1;
        while (verb < words.size() && isAdverb(words.at(verb))) {
            verb++;
        }
        if (verb >= words.size() || !words.isWord(verb) || words.isCapital(verb)) {
            return Optional.empty();
        }
        int found = verb;
        return form(words.at(verb), plural).map(form -> new Verb(found, form));
    }

    private static boolean isAdverb(String word) {
        return ADVERBS.contains(word) || word.endsWith("ly") && !PRESENT_LY.contains(word);
    }

    private static Optional<String> form(String verb, boolean plural) {
        if (AUXILIARIES.containsKey(verb)) {
            return Optional.of(plural && !verb.equals("am") ? verb : AUXILIARIES.getOrDefault(verb, verb));
        }
        boolean past =
                PAST.contains(verb) || Stems.isIrregular(verb) || verb.endsWith("ed") && !PRESENT_ED.contains(verb);
        if (SAME.contains(verb) || past) {
            return Optional.of(verb);
        }
        boolean other = verb.endsWith("s") && !verb.endsWith("ss");
        boolean function = Lexis.FUNCTION.contains(verb) && !VERBS.contains(verb);
        if (function || other || verb.contains("'") || !Relations.isKnown(Stems.of(verb))) {
            return Optional.empty();
        }
        return Optional.of(plural ? verb : third(verb));
    }

    private static String third(String verb) {
        int n = verb.length();
        if (verb.endsWith("y") && n > 1 && "aeiou".indexOf(verb.charAt(n - 2)) < 0) {
            return verb.substring(0, n - 1) + "ies";
        }
        boolean hisses = verb.endsWith("ss")
                || verb.endsWith("x")
                || verb.endsWith("z")
                || verb.endsWith("ch")
                || verb.endsWith("sh")
                || verb.endsWith("o");
        return verb + (hisses ? "es" : "s");
    }
}
