package io.onrecord.attribution;

import io.onrecord.text.WordLists;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Words that report, by their forms: {@code reporting-verbs.txt} and {@code reporting-nouns.txt} beside this class, a word
 * a line with all its forms, the infinitive first, after a colon what it is like. Small letters.
 */
final class Lexicon {

    /** Words that stand around those that report ({@code words.txt}), for the rules that look at them. */
    static final WordLists LISTS = WordLists.of(Lexicon.class, "words.txt");

    /** What a verb is like. */
    enum Manner {
        /** Says what its subject thinks: {@code I think} only colours what is being said. */
        COLOUR,
        /** Takes what somebody else stated: {@code deny}, {@code welcome}. */
        ANSWER,
        /** Takes whom it is told to, and a clause: {@code told the owners that …}. */
        TELL,
        /** Takes who is to do it: {@code urged the parties to …}. */
        URGE,
        /** Takes whom, and for what: {@code blame the council for …}. */
        BLAME,
        /** Takes what, and what it is called: {@code called the plan "…"}. */
        CALL,
        /** Has many other uses: {@code find}, {@code support}. */
        WEAK
    }

    private static final Map<String, Set<Manner>> VERBS = new HashMap<>();
    /** The forms of the present and of the infinitive. */
    private static final Set<String> BASES = new HashSet<>();

    private static final Set<String> NOUNS = new HashSet<>();
    private static final Set<String> NOUNS_TO = new HashSet<>();

    static {
        for (String line : WordLists.lines(Lexicon.class, "reporting-verbs.txt")) {
            Set<Manner> manners = EnumSet.noneOf(Manner.class);
            for (String name : words(line, 1)) {
                manners.add(Manner.valueOf(name.toUpperCase(Locale.ROOT)));
            }
            for (String form : words(line, 0)) {
                VERBS.put(form, manners);
            }
            BASES.add(words(line, 0)[0]);
        }
        for (String line : WordLists.lines(Lexicon.class, "reporting-nouns.txt")) {
            Set<String> forms = Set.of(words(line, 0));
            NOUNS.addAll(forms);
            if (words(line, 1).length > 0) {
                NOUNS_TO.addAll(forms);
            }
        }
    }

    private Lexicon() {}

    private static String[] words(String line, int side) {
        String[] sides = line.split(":", -1);
        return sides.length <= side ? new String[0] : sides[side].strip().split(" ", -1);
    }

    /** Whether a word is a form of a verb that reports. */
    static boolean isVerb(String word) {
        return VERBS.containsKey(word);
    }

    static boolean isVerb(String word, Manner manner) {
        return VERBS.getOrDefault(word, Set.of()).contains(manner);
    }

    /** Whether a word is the first form of such a verb, that of the infinitive. */
    static boolean isBase(String word) {
        return BASES.contains(word);
    }

    /** Whether a word is a noun on which a clause may hang: {@code claim that …}. */
    static boolean isNoun(String word) {
        return NOUNS.contains(word);
    }

    /** Whether a word is a noun on which an infinitive may hang: {@code promise to …}. */
    static boolean isNounTo(String word) {
        return NOUNS_TO.contains(word);
    }
}
