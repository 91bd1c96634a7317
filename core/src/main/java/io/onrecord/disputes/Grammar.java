package io.onrecord.disputes;

import io.onrecord.text.WordLists;
import java.util.Set;

/** Small words of English that have a place in grammar ({@code grammar.txt}), in small letters. */
final class Grammar {

    private static final WordLists LISTS = WordLists.of(Grammar.class, "grammar.txt");

    /** Pronouns that may stand for what was stated. */
    static final Set<String> THINGS = LISTS.kind("thing");

    static final Set<String> PERSONS = LISTS.kind("person");
    static final Set<String> DETERMINERS = LISTS.kind("determiner");
    static final Set<String> POSSESSIVES = LISTS.kind("possessive");
    static final Set<String> BE = LISTS.kind("be");
    static final Set<String> AUXILIARIES = LISTS.kind("auxiliary");
    static final Set<String> PREPOSITIONS = LISTS.kind("preposition");
    /** A clause begins with them. */
    static final Set<String> CLAUSES = LISTS.kind("clause");
    /** They set the clause that follows against the one before. */
    static final Set<String> CONTRASTS = LISTS.kind("contrast");

    static final Set<String> NEGATIONS = LISTS.kind("negation");
    /** They may follow an object that is complete. */
    static final Set<String> WHEN = LISTS.kind("when");
    /** They may stand between the words of a judgement. */
    static final Set<String> FILLERS = LISTS.kind("filler");
    /** They set what follows apart from what was stated: {@code a different story}. */
    static final Set<String> OTHERS = LISTS.kind("other");

    /** Nouns for how something is told. */
    static final Set<String> TELLINGS = LISTS.kind("telling");

    /** Adverbs for that it is not as was stated. */
    static final Set<String> OTHERWISE = LISTS.kind("otherwise");
    /** Words that two statements may share without being about the same. */
    static final Set<String> FUNCTION = LISTS.kind("function");

    private Grammar() {}

    static boolean isNegation(String word) {
        return NEGATIONS.contains(word) || word.endsWith("n't");
    }

    static boolean isAdverb(String word) {
        return word.length() > 4 && word.endsWith("ly");
    }
}
