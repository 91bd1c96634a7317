package io.onrecord.disputes;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Small words of English that have a place in grammar ({@code grammar.txt}), in small letters. */
final class Grammar {

    private static final Map<String, Set<String>> KINDS = read();

    /** Pronouns that may stand for what was stated. */
    static final Set<String> THINGS = kind("thing");

    static final Set<String> PERSONS = kind("person");
    static final Set<String> DETERMINERS = kind("determiner");
    static final Set<String> POSSESSIVES = kind("possessive");
    static final Set<String> BE = kind("be");
    static final Set<String> AUXILIARIES = kind("auxiliary");
    static final Set<String> PREPOSITIONS = kind("preposition");
    /** A clause begins with them. */
    static final Set<String> CLAUSES = kind("clause");
    /** They set the clause that follows against the one before. */
    static final Set<String> CONTRASTS = kind("contrast");

    static final Set<String> NEGATIONS = kind("negation");
    /** They may follow an object that is complete. */
    static final Set<String> WHEN = kind("when");
    /** They may stand between the words of a judgement. */
    static final Set<String> FILLERS = kind("filler");
    /** They set what follows apart from what was stated: {@code a different story}. */
    static final Set<String> OTHERS = kind("other");

    /** Nouns for how something is told. */
    static final Set<String> TELLINGS = kind("telling");

    /** Adverbs for that it is not as was stated. */
    static final Set<String> OTHERWISE = kind("otherwise");
    /** Words that two statements may share without being about the same. */
    static final Set<String> FUNCTION = kind("function");

    private Grammar() {}

    private static Map<String, Set<String>> read() {
        Map<String, Set<String>> kinds = new HashMap<>();
        for (String line : Lists.lines("grammar.txt")) {
            int colon = line.indexOf(':');
            kinds.put(line.substring(0, colon), Set.copyOf(Lists.words(line.substring(colon + 1))));
        }
        return kinds;
    }

    private static Set<String> kind(String name) {
        Set<String> words = KINDS.get(name);
        if (words == null) {
            throw new IllegalStateException("grammar.txt lacks the words of the kind " + name);
        }
        return words;
    }

    static boolean isNegation(String word) {
        return NEGATIONS.contains(word) || word.endsWith("n't");
    }

    static boolean isAdverb(String word) {
        return word.length() > 4 && word.endsWith("ly");
    }
}
