package io.onrecord.stance;

import java.util.Set;

/** Small words of English that have a place in grammar, in small letters. */
final class Grammar {

    /** Before a noun. */
    static final Set<String> DETERMINERS = words("""
            a an the this that these those his her its their my your our no any some each every whose such
            another more many two three
            """);

    static final Set<String> POSSESSIVES = Set.of("his", "her", "its", "their", "my", "your", "our", "whose");

    /** After them a word that may be noun or verb is a noun. */
    static final Set<String> PREPOSITIONS = words("""
            of in on for about with by at from into under over amid despite
            """);

    /** A clause begins with them. */
    static final Set<String> SUBJECTS = words("""
            i we you he she it they there who which
            """);

    static final Set<String> QUESTIONS = words("""
            whether if how why what who whom where when which whose
            """);

    static final Set<String> BE = words("""
            is are was were be been being am isn't aren't wasn't weren't
            """);

    /** Words of a verb group that are not its main verb. */
    static final Set<String> AUXILIARIES = words("""
            is are was were be been being am has have had do does did will would could can may might must shall
            should isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't
            couldn't can't cannot shouldn't mustn't ain't
            """);

    /** Feelings and plans that an infinitive hangs on. */
    static final Set<String> WISHES = words("""
            want wants wanted wanting hope hopes hoped hoping plan plans planned planning intend intends
            intended wish wishes wished need needs needed ready willing unwilling reluctant eager keen poised
            prepared
            """);

    private static final Set<String> ADVERBS = words("""
            also again now then later once even still just yet soon often always only further long first back
            twice never well not already ever so today yesterday monday tuesday wednesday thursday friday saturday
            sunday
            """);

    private Grammar() {}

    /** Words with white space between them. */
    static Set<String> words(String joined) {
        return Set.of(joined.strip().split("\\s+", -1));
    }

    /** Whether a word may stand between the words of a verb group, or between a verb and what it takes. */
    static boolean isAdverb(String word) {
        return ADVERBS.contains(word) || word.length() > 4 && word.endsWith("ly");
    }

    /** Whether an auxiliary or another word is denied: {@code didn't}. */
    static boolean isDenied(String word) {
        return word.endsWith("n't") || word.equals("cannot");
    }
}
