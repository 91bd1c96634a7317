package io.onrecord.attribution;

import io.onrecord.text.Words;
import java.util.Set;

/** Who the verb of a sentence is about, as far as its words tell: the phrase before the verb, where that can be a source. */
final class Subjects {

    /** Words of a source. */
    static final int MOST = 7;

    static final Set<String> DETERMINERS = Set.of(
            "a", "an", "the", "this", "that", "these", "those", "such", "any", "all", "every", "each", "both", "some",
            "two", "three", "several", "many");
    static final Set<String> POSSESSIVES = Set.of("his", "her", "its", "their", "my", "your", "our");
    private static final Set<String> SUBJECTS = Set.of("he", "she", "they", "both", "neither");
    static final Set<String> THINGS = Set.of("it", "this", "that", "these", "those");
    static final Set<String> JOINING = Set.of("but", "and", "while", "though", "although", "whereas", "yet");
    private static final Set<String> BEFORE_VERBS = Lexicon.LISTS.kind("before-a-verb");

    private Subjects() {}

    /** First word of the verb's group: its auxiliaries and adverbs. */
    static int group(Words words, int verb) {
        int group = verb;
        if (words.at(verb).endsWith("ing")) {
            if (!Set.of("is", "are", "was", "were").contains(words.at(verb - 1))) {
                return 0;
            }
            group--;
        }
        while (group > 0 && (BEFORE_VERBS.contains(words.at(group - 1)) || isAdverb(words.at(group - 1)))) {
            group--;
        }
        // "Both denied it": nobody stands before.
        boolean opens = group == 0 || !words.isWord(group - 1) || JOINING.contains(words.at(group - 1));
        return opens && group < verb && SUBJECTS.contains(words.at(group)) ? group + 1 : group;
    }

    static boolean isAdverb(String word) {
        return word.length() > 4 && word.endsWith("ly") && !word.equals("family");
    }

    /** First word of the phrase before a verb group; -1 where no phrase that can be a source stands there. */
    static int of(Words words, int group) {
        int first = group;
        while (first > 0
                && words.isWord(first - 1)
                && !JOINING.contains(words.at(first - 1))
                && group - first <= MOST) {
            first--;
        }
        return first == group || group - first > MOST ? -1 : first;
    }

    /** Whether words can be a source: no verb, no relative, and they begin as a name or a noun with its article does. */
    static boolean isSource(Words words, int first, int last) {
        String start = words.at(first);
        boolean begins = words.isCapital(first) && first > 0
                || DETERMINERS.contains(start)
                || POSSESSIVES.contains(start)
                || SUBJECTS.contains(start)
                || first == 0;
        for (int i = first; i <= last; i++) {
            String word = words.at(i);
            boolean verb =
                    Clauses.isAuxiliary(word) || Lexicon.isVerb(word) && !Lexicon.isNoun(word) && !words.isCapital(i);
            boolean other = Set.of(
                            "who", "which", "that", "if", "when", "where", "because", "to", "it", "there", "what",
                            "how", "by")
                    .contains(word);
            if (verb || other && i != first || other && !DETERMINERS.contains(word)) {
                return false;
            }
        }
        boolean pronoun = SUBJECTS.contains(words.at(last)) && first != last;
        return begins && !pronoun && !THINGS.contains(words.at(last));
    }
}
