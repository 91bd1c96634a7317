package io.onrecord.attribution;

import io.onrecord.attribution.Lexicon.Manner;
import io.onrecord.text.Words;
import java.util.Set;

/** Whether a word may report, as far as its neighbours tell: what decides whether the network is asked a second time. */
final class Reporting {

    /** Words after a verb among which a clause begins that it reports. */
    private static final int CLAUSE_WITHIN = 3;

    /** Words after a verb among which a quotation begins that it reports. */
    private static final int QUOTATION_WITHIN = 8;

    private static final Set<String> CLAUSES = Set.of("that", "whether");
    private static final String QUOTATIONS = "\"“‘«„'`";

    /** Before an infinitive, or before what is being done by saying so: {@code I promise}, {@code you know}. */
    private static final Set<String> BEFORE_BASE = Set.of(
            "", "to", "i", "you", "we", "will", "would", "can", "could", "should", "must", "may", "might", "not", "do",
            "does", "did", "don't", "doesn't", "didn't", "won't", "can't", "let", "let's", "i'll", "we'll", "you'll",
            "i'd", "we'd", "please");

    /** Before a noun: a word that may be a verb, too, is none here. */
    private static final Set<String> BEFORE_NOUN = Set.of(
            "a", "an", "the", "his", "her", "its", "their", "my", "your", "our", "no", "any", "of", "in", "on", "for");

    private Reporting() {}

    /** Whether a word may be a cue, or part of one. */
    static boolean isPossible(Words words, int index) {
        String word = words.at(index);
        if (word.equals("according")) {
            return true;
        }
        String before = words.at(index - 1);
        if (!Lexicon.isVerb(word) || BEFORE_NOUN.contains(before)) {
            return false;
        }
        if (Lexicon.isBase(word) && (BEFORE_BASE.contains(before) || before.endsWith("'s"))) {
            return false;
        }
        boolean weak = Lexicon.isVerb(word, Manner.WEAK)
                || Lexicon.isVerb(word, Manner.COLOUR)
                || word.endsWith("ing")
                || Lexicon.isNoun(word);
        return !weak || isFollowed(words, index);
    }

    private static boolean isFollowed(Words words, int index) {
        for (int i = index + 1; i <= index + QUOTATION_WITHIN && i < words.size(); i++) {
            if (i <= index + CLAUSE_WITHIN && words.isOneOf(i, CLAUSES) || QUOTATIONS.contains(words.at(i))) {
                return true;
            }
        }
        return false;
    }
}
